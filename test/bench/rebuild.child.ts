// Rebuilds all views of the log it is pointed at, in a process of its own so that the memory measured is its own, and
// says in one line of JSON what it took.
import '../../apps/host/production.js';
import 'reflect-metadata';
import { rebuild } from '@maillage/engine';
import { openNetwork } from './network.js';

export interface Rebuilt {
  /** In the log; each is counted once, however many views fold it. */
  readonly events: number;
  readonly views: number;
  readonly seconds: number;
  /** Resident, in bytes: before the rebuild, and the most there ever was by the operating system's own account. */
  readonly rssBefore: number;
  readonly rssPeak: number;
}

const network = await openNetwork(process.argv[2] ?? '');
try {
  const views = [...network.registry.views.values()];
  const events = Number(await network.ledger.head());
  const rssBefore = process.memoryUsage.rss();
  const started = performance.now();
  await rebuild(network.database, network.ledger, views);
  const seconds = (performance.now() - started) / 1000;
  // Linux and macOS alike: Node gives kilobytes.
  const rssPeak = process.resourceUsage().maxRSS * 1024;
  const rebuilt: Rebuilt = { events, views: views.length, seconds, rssBefore, rssPeak };
  process.stdout.write(`${JSON.stringify(rebuilt)}\n`);
} finally {
  await network.close();
}
