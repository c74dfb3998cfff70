// Verifies a bundle again and again, and hashes its entries bare as often, in turn, in a process of its own. Says in one
// line of JSON how many a second each did: of this process's time on processors where it is alone, as others compute beside
// it; by the clock where two threads share the work.
import '../../apps/host/production.js';
import { hash } from 'node:crypto';
import { verify } from '@maillage/verifier';
import { entriesOf, folderReader } from '../../apps/cli/bundle/read.js';

export interface Verified {
  readonly events: number;
  readonly bytes: number;
  /** By round: verified by this thread alone, with another beside it, and hashed bare by this one. Events a second. */
  readonly rounds: readonly { readonly alone: number; readonly together: number; readonly bare: number }[];
  readonly rssPeak: number;
}

const [folder = '', count = '3'] = process.argv.slice(2);
const read = folderReader(folder);
const first = await timed(0);
const entries: Buffer[] = [];
for await (const entry of entriesOf(read, 0n, first.size, first.size)) entries.push(Buffer.from(`\0${entry}`, 'utf8'));
const rssPeak = process.resourceUsage().maxRSS * 1024;

const rounds = [];
for (let round = 0; round < Number(count); round += 1) {
  rounds.push({ alone: (await timed(0)).perSecond, together: (await timed(1)).perSecond, bare: bare() });
}
const bytes = entries.reduce((sum, { length }) => sum + length - 1, 0);
process.stdout.write(`${JSON.stringify({ events: entries.length, bytes, rounds, rssPeak } satisfies Verified)}\n`);

async function timed(threads: number): Promise<{ size: bigint; perSecond: number }> {
  const clock = threads === 0 ? computed : () => performance.now();
  const started = clock();
  const verdict = await verify(read, { threads });
  if (!verdict.valid) throw new Error(`The bundle is not valid: ${verdict.fault.message}`);
  return { size: verdict.size, perSecond: (Number(verdict.size) * 1000) / (clock() - started) };
}

/** Milliseconds that all threads of this process have computed. */
function computed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What nobody can do without: for each event the hash of its entry, and one of two hashes above it. */
function bare(): number {
  const node = Buffer.alloc(65, 1);
  const started = computed();
  for (const entry of entries) {
    hash('sha256', entry, 'buffer').copy(node, 33);
    hash('sha256', node, 'buffer').copy(node, 1);
  }
  return (entries.length * 1000) / (computed() - started);
}
