import { profiling, runChild } from './children.js';
import { fill } from './mix.js';
import { openNetwork } from './network.js';
import type { Options } from './options.js';
import type { Rebuilt } from './rebuild.child.js';
import { progress, type Figure } from './report.js';
import { ask, type BenchServer } from './server.js';
import { median } from './statistics.js';

const MEGABYTE = 1_000_000;

/** All views from position 1, by a fresh process each time; the first finds no tables yet, the others live ones. */
export async function rebuild(server: BenchServer, options: Options): Promise<readonly Figure[]> {
  const url = await server.database('rebuild');
  const filled = await record(url, options.events);
  // What autovacuum would have done before long.
  await ask(url, 'vacuum analyze');
  const node = profiling(options.profile);
  const rounds: Rebuilt[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    await server.settle();
    const rebuilt = JSON.parse(await runChild('./rebuild.child.ts', [url], { node })) as Rebuilt;
    rounds.push(rebuilt);
    const { events, seconds, rssPeak } = rebuilt;
    const said = `${Math.round(events / seconds)} events/s, at most ${Math.round(rssPeak / MEGABYTE)} MB`;
    progress(`rebuild, round ${round + 1} of ${options.rounds}: ${said}`);
  }
  const section = 'rebuild';
  const of = `${rounds[0]?.views ?? 0} views, ${rounds[0]?.events ?? 0} events`;
  const worst = Math.max(...rounds.map(({ rssPeak }) => rssPeak));
  const before = median(rounds.map(({ rssBefore }) => rssBefore));
  return [
    {
      section,
      name: `all views together (${of})`,
      unit: 'events/s',
      value: median(rounds.map(({ events, seconds }) => events / seconds)),
      expected: { atLeast: 30_000 },
    },
    { section, name: 'peak resident memory', value: worst / MEGABYTE, unit: 'MB', expected: { below: 600 } },
    { section, name: 'resident memory before it began', value: before / MEGABYTE, unit: 'MB' },
    { section, name: 'the log it is read from, recorded by commands at', value: filled, unit: 'events/s' },
  ];
}

async function record(url: string, events: number): Promise<number> {
  const network = await openNetwork(url);
  try {
    const started = performance.now();
    await fill(network, events);
    return (Number(await network.ledger.head()) * 1000) / (performance.now() - started);
  } finally {
    await network.close();
  }
}
