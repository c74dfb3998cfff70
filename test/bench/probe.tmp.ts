import { Ledger } from '@maillage/ledger';
import { ViewFold } from '../../libs/engine/views/fold.js';
import { TableStore } from '../../libs/engine/views/table-store.js';
const totals = new Map<string, { n: number; ms: number }>();
function wrap(proto: any, name: string) { const o = proto[name]; proto[name] = async function (...a: unknown[]) { const t = performance.now(); try { return await o.apply(this, a); } finally { const e = totals.get(name) ?? { n: 0, ms: 0 }; e.n++; e.ms += performance.now() - t; totals.set(name, e); } }; }
wrap(Ledger.prototype, 'read'); for (const m of ['fold', 'load', 'spill', 'finish']) wrap(ViewFold.prototype, m); for (const m of ['copy', 'upsert', 'addPrimaryKey']) wrap(TableStore.prototype, m);
process.on('exit', () => { for (const [k, v] of totals) process.stderr.write(`${k} ${v.n} ${v.ms.toFixed(0)} ms\n`); });
await import('./rebuild.child.js');
