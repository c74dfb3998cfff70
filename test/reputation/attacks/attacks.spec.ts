import { afterAll, describe, expect, it } from '@jest/globals';
import { estimate, type Estimate } from '../../../libs/slices/accountability/reputation/arithmetic.js';
import { DIMENSIONS, type Dimension } from '../../../libs/slices/accountability/reputation/dimension.js';
import { standingFactsOf } from '../../../libs/slices/accountability/reputation/facts.js';
import { VERSION_1, VERSION_2 } from '../../../libs/slices/accountability/reputation/parameters.js';
import { decided } from '../coalition.js';
import { naiveFacts } from '../naive.js';
import { praiseIn, rowsOfTold, standingRowsOf } from '../told.rows.js';
import type { Attack } from './attack.js';
import { attacks } from './attacks.js';
import { ASKED_ON, ATTACKER, VICTIM, World } from './world.js';

// Twenty organisations work together for a year, two of them accredited evaluators; see `world`. Each attack is told on top
// of that, the deciders take every command, and the estimate of whom it is about is compared with what it is without.
// Version 2 is held to bounds; version 1 is printed beside it.

const SEEDS = [1, 2, 3];

type Found = Readonly<Record<Dimension, readonly [first: Estimate, second: Estimate]>>;

function foundIn(seed: number, target: number, act: Attack['act'] = () => undefined): Found {
  const world = new World(seed);
  act(world);
  const told = decided(world.told());
  const [of, mission] = [world.organisation(target), world.mission];
  const rows = rowsOfTold(told, ASKED_ON);
  const second = standingFactsOf(of, standingRowsOf(rows, of, mission), praiseIn(rows));
  return Object.fromEntries(
    DIMENSIONS.map((dimension) => [
      dimension,
      [estimate(naiveFacts(told, of, mission, ASKED_ON, dimension), VERSION_1), estimate(second(dimension), VERSION_2)],
    ]),
  ) as unknown as Found;
}

const lines: string[] = [];
function note(name: string, figures: readonly string[]): void {
  lines.push([name.padEnd(48), ...figures.map((each) => each.padEnd(18))].join(' ').trimEnd());
}
const shown = (figure: number) => `${figure < 0 ? '−' : ' '}${Math.abs(figure).toFixed(3)}`;

describe('A network of twenty under attack', () => {
  const calm = new Map(
    [ATTACKER, VICTIM].map((target) => [target, SEEDS.map((seed) => foundIn(seed, target))] as const),
  );
  afterAll(() => {
    const head = ['version 2 / version 1'.padEnd(48), ...DIMENSIONS.map((each) => each.padEnd(18))].join(' ').trimEnd();
    process.stdout.write(`${[head, ...lines].join('\n')}\n`);
  });

  it.each([
    { name: 'the one of quality 0.30', target: ATTACKER, quality: 0.3 },
    { name: 'the one of quality 0.80', target: VICTIM, quality: 0.8 },
  ])('publishes $name in all dimensions, near that, when nobody attacks', ({ name, target, quality }) => {
    const all = calm.get(target)!;
    note(
      `nobody attacks ${name}`,
      DIMENSIONS.map((dimension) => {
        const mean = (form: 0 | 1) => all.reduce((sum, each) => sum + each[dimension][form].estimate, 0) / all.length;
        return `${shown(mean(1))} / ${shown(mean(0))}`;
      }),
    );
    for (const each of all) {
      for (const dimension of DIMENSIONS) {
        const [, second] = each[dimension];
        expect([dimension, second.shortfall]).toEqual([dimension, undefined]);
        expect(Math.abs(second.estimate - quality)).toBeLessThan(0.15);
      }
    }
  });

  it.each(attacks)('holds against $name', ({ name, target, most, onAverage, anyway, act }) => {
    const moved = SEEDS.map((seed, n) => {
      const after = foundIn(seed, target, (world) => {
        anyway?.(world);
        act(world);
      });
      const before = anyway === undefined ? calm.get(target)![n]! : foundIn(seed, target, anyway);
      const towards = target === ATTACKER ? 1 : -1;
      const by = (dimension: Dimension, form: 0 | 1) =>
        towards * (after[dimension][form].estimate - before[dimension][form].estimate);
      return DIMENSIONS.map((dimension) => [by(dimension, 0), by(dimension, 1)] as const);
    });
    const mean = (n: number, form: 0 | 1) => moved.reduce((sum, each) => sum + each[n]![form], 0) / moved.length;
    const means = DIMENSIONS.map((_, n) => [mean(n, 1), mean(n, 0)] as const);
    note(
      name,
      means.map(([second, first]) => `${shown(second)} / ${shown(first)}`),
    );
    const worst = Math.max(...moved.flatMap((each) => each.map(([, second]) => second)));
    const average = means.reduce((sum, [second]) => sum + second, 0) / means.length;
    if (most !== undefined) expect(worst).toBeLessThanOrEqual(most);
    if (onAverage !== undefined) expect(average).toBeLessThanOrEqual(onAverage);
    // What no rule excludes moves something: otherwise it would have a bound.
    if (most === undefined && onAverage === undefined) expect(worst).toBeGreaterThan(0.02);
  });
});
