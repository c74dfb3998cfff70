import {
  BULK,
  bulkInsert,
  commandPath,
  EMMETT,
  emmett,
  LOOSER,
  looserTransaction,
  ONE_TRANSACTION,
  oneTransaction,
  OURS,
  type Contestant,
} from './contestants.js';
import { closedLoop } from './loops.js';
import { Commands, openNetwork, promise, setScene } from './network.js';
import type { Options } from './options.js';
import { progress, type Expectation, type Figure } from './report.js';
import type { BenchServer } from './server.js';
import { Dice, median } from './statistics.js';

const WRITERS = [1, 16, 64, 256] as const;
const MEMBERS = 24;
/** What the ratio to each rival is expected to be, and at how many writers. */
const EXPECTED: Readonly<Record<string, { readonly writers: readonly number[]; readonly expected: Expectation }>> = {
  [ONE_TRANSACTION]: { writers: [64], expected: { atLeast: 4 } },
  // Another contract; how far ahead of it we are is worth knowing all the same.
  [LOOSER]: { writers: [], expected: { atLeast: 0 } },
  [EMMETT]: { writers: [64], expected: { atLeast: 5 } },
  [BULK]: { writers: [64, 256], expected: { atLeast: 0.5 } },
};

/** Appends per second: by round, then by contestant. */
type Measured = readonly Readonly<Record<string, number>>[];

/** Durable appends per second, each promise on a stream of its own, by everyone in turn in short rounds. */
export async function appends(server: BenchServer, { seconds, rounds }: Options): Promise<readonly Figure[]> {
  const url = await server.database('appends');
  const network = await openNetwork(url);
  const contestants: Contestant[] = [];
  try {
    const dice = new Dice(1);
    const commands = new Commands(dice);
    const scene = await setScene(network, commands, MEMBERS);
    const next = () => promise(commands, dice, scene);
    contestants.push(commandPath(network, next));
    contestants.push(oneTransaction(url, next));
    contestants.push(await looserTransaction(url, next));
    contestants.push(await emmett(await server.database('emmett'), next));
    contestants.push(await bulkInsert(url, next));

    for (const contestant of contestants) await closedLoop(16, Math.min(seconds, 1), () => contestant.append());
    const measured = new Map<number, Measured>();
    for (const writers of WRITERS) {
      measured.set(writers, await compete(server, contestants, writers, seconds, rounds));
    }
    return [...measured].flatMap(([writers, each]) => figures(writers, each));
  } finally {
    for (const contestant of contestants) await contestant.close();
    await network.close();
  }
}

async function compete(
  server: BenchServer,
  contestants: readonly Contestant[],
  writers: number,
  seconds: number,
  rounds: number,
): Promise<Measured> {
  const measured: Record<string, number>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const rates: Record<string, number> = {};
    for (const contestant of contestants) {
      await server.settle();
      // A bulk insert is one writer by nature; it takes part in every round all the same, to share its noise.
      const workers = contestant.name === BULK ? 1 : writers;
      const { perSecond } = await closedLoop(workers, seconds, () => contestant.append());
      rates[contestant.name] = perSecond;
    }
    measured.push(rates);
    const line = Object.entries(rates).map(([name, rate]) => `${name} ${Math.round(rate)}/s`);
    progress(`appends, ${writers} writers, round ${round + 1} of ${rounds}: ${line.join(', ')}`);
  }
  return measured;
}

/** Ratios are taken within each round, where both met the same noise, and their median is printed. */
function figures(writers: number, rounds: Measured): readonly Figure[] {
  const section = 'appends';
  const at = `${writers} ${writers === 1 ? 'writer' : 'writers'}`;
  const rates = [OURS, ONE_TRANSACTION, LOOSER, EMMETT, BULK].map((name) => ({
    section,
    unit: name === BULK ? 'rows/s' : 'appends/s',
    name: `${name}, ${name === BULK ? `beside ${at}` : at}`,
    value: median(rounds.map((rates) => rates[name] ?? NaN)),
  }));
  const ratios = Object.entries(EXPECTED).map(([rival, { writers: where, expected }]) => ({
    section,
    unit: '×',
    name: `${OURS} / ${rival}, ${at}`,
    value: median(rounds.map((rates) => (rates[OURS] ?? NaN) / (rates[rival] ?? NaN))),
    ...(where.includes(writers) ? { expected } : {}),
  }));
  return [...rates, ...ratios];
}
