import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organisationDecider, organisations } from '@maillage/directory';
import { missionDecider } from '@maillage/missions';
import { commitmentDecider } from '../../libs/slices/accountability/commitment/decider.js';
import { commitments } from '../../libs/slices/accountability/commitment/view.js';
import { DIMENSIONS, type Dimension } from '../../libs/slices/accountability/reputation/dimension.js';
import { estimate, type Estimate } from '../../libs/slices/accountability/reputation/arithmetic.js';
import { factsOf } from '../../libs/slices/accountability/reputation/facts.js';
import { reputationFacts } from '../../libs/slices/accountability/reputation/facts.view.js';
import { VERSION_1 } from '../../libs/slices/accountability/reputation/parameters.js';
import {
  factsWithin,
  NOW,
  praiseAround,
  standpoint,
  within,
} from '../../libs/slices/accountability/reputation/queries.js';
import { reviews } from '../../libs/slices/accountability/review/view.js';
import { openEngine, type TestEngine } from '../harness/engine.js';
import { UNHINDERED } from '../harness/lookups.js';
import {
  ASKED_ON,
  ATTACKER,
  ATTACKER_QUALITY,
  coalition,
  decided,
  NO_ATTACK,
  perform,
  type Attack,
} from './coalition.js';
import { dateOfDay, mission, organisation } from './histories.js';
import { naiveFacts } from './naive.js';

// Twenty organisations work together for two years; see `coalition`. One of them, of true quality 0.30, tries to look better:
//
// * sybils: twenty newcomers with nothing behind them review it twelve times each;
// * a pair: a member of standing reviews it 43 times, and is praised for each promise of its own in return;
// * a ring of five, four of them members of standing, who praise one another, the attacker sixteen times each, and
//   corroborate what it gave.
//
// All give full marks, and once the finding is out, so that no later verification can tell on them. The deciders take every
// command; the facts are then taken from the events. In RESULTS and RELIABILITY deliveries speak as well. In OPENNESS and
// LEARNING there is nothing but what reviewers say.

const SYBILS: Attack = { ...NO_ATTACK, name: '20 sybils', sybils: 20, reviewsEach: 12 };
const PAIR: Attack = { ...NO_ATTACK, name: 'a pair', accomplices: 1, reviewsEach: 43, mutual: true };
const RING: Attack = {
  ...NO_ATTACK,
  name: 'a ring of 5',
  accomplices: 4,
  reviewsEach: 16,
  mutual: true,
  corroborated: true,
};
const SEEDS = [1, 2, 3];

interface Found {
  readonly estimate: Estimate;
  /** What a plain mean of the scores gives. */
  readonly plain: number;
}

function attacked(seed: number, attack: Attack): Readonly<Record<Dimension, Found>> {
  const events = decided(coalition(seed, attack));
  const of = (dimension: Dimension): Found => {
    const facts = naiveFacts(events, organisation(seed, ATTACKER), mission(seed, 0), ASKED_ON, dimension);
    const found = estimate(facts, VERSION_1);
    return { estimate: found, plain: found.reviews.reduce((sum, { score }) => sum + score, 0) / found.reviews.length };
  };
  return Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, of(dimension)])) as Record<Dimension, Found>;
}

const lines: string[] = [];
function note(seed: number, { name }: Attack, found: Readonly<Record<Dimension, Found>>): void {
  const figures = DIMENSIONS.map((dimension) => {
    const { estimate: reputation, plain } = found[dimension];
    const { estimate: e, lower, uncertainty } = reputation;
    return `${e.toFixed(2)} (from ${lower.toFixed(2)}, ±${uncertainty.toFixed(2)}) / ${plain.toFixed(2)}`;
  });
  lines.push([`seed ${seed}, ${name}`.padEnd(20), ...figures.map((each) => each.padEnd(32))].join(' '));
}

describe('An organisation of true quality 0.30 among twenty', () => {
  afterAll(() => {
    const head = ['reputation / mean'.padEnd(20), ...DIMENSIONS.map((each) => each.padEnd(32))].join(' ');
    process.stdout.write(`${[head, ...lines].map((line) => line.trimEnd()).join('\n')}\n`);
  });

  it.each(SEEDS)('is found near that when nobody attacks (seed %i)', (seed) => {
    const found = attacked(seed, NO_ATTACK);
    note(seed, NO_ATTACK, found);
    const { estimate: reputation, plain } = found.RESULTS;
    expect(Math.abs(reputation.estimate - ATTACKER_QUALITY)).toBeLessThan(0.1);
    expect(reputation.lower).toBeLessThan(ATTACKER_QUALITY);
    expect(plain).toBeCloseTo(ATTACKER_QUALITY, 1);
  });

  it.each([
    { attack: SYBILS, below: 0.45, plainly: 0.94 },
    { attack: PAIR, below: 0.45, plainly: 0.75 },
    { attack: RING, below: 0.5, plainly: 0.81 },
  ])(
    'stays below $below under attack by $attack.name, where a plain mean gives about $plainly',
    ({ attack, below, plainly }) => {
      for (const seed of SEEDS) {
        const found = attacked(seed, attack);
        note(seed, attack, found);
        for (const dimension of ['RESULTS', 'RELIABILITY'] as const) {
          const { estimate: reputation, plain } = found[dimension];
          expect(reputation.shortfall).toBeUndefined();
          expect(reputation.estimate).toBeLessThan(below);
          expect(Math.abs(plain - plainly)).toBeLessThan(0.03);
        }
        // Where nothing but reviews speaks, voices of standing move more; never as far as they would move a mean.
        for (const dimension of ['OPENNESS', 'LEARNING'] as const) {
          const { estimate: reputation, plain } = found[dimension];
          expect(reputation.estimate).toBeLessThan(0.55);
          expect(plain - reputation.estimate).toBeGreaterThan(0.25);
        }
      }
    },
  );

  it('is not helped at all by sybils', () => {
    for (const dimension of DIMENSIONS) {
      const [without, withThem] = [NO_ATTACK, SYBILS].map((attack) => attacked(1, attack)[dimension].estimate);
      expect(withThem!.estimate).toBe(without!.estimate);
    }
  });
});

describe('The attack by a ring, through log, views and queries,', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    const deciders = [organisationDecider, missionDecider, commitmentDecider];
    const views = [organisations, commitments, reviews, reputationFacts];
    engine = await openEngine([{ ...UNHINDERED, name: 'facts', deciders, views, queries: [], resolvers: [] }]);
  });
  afterAll(() => engine.close());

  it('comes to the same', async () => {
    const [seed] = SEEDS as [number];
    await perform(engine.executor, coalition(seed, RING));
    await engine.catchUp();
    const { database } = engine;
    const [now] = await standpoint.run(database, { keys: [NOW], args: null });
    const moment = { position: now!.position, on: dateOfDay(ASKED_ON) };
    const attacker = organisation(seed, ATTACKER);
    const [facts] = await factsWithin.run(database, { keys: [within(attacker, mission(seed, 0))], args: moment });
    const [praise] = await praiseAround.run(database, {
      keys: [attacker],
      args: { ...moment, above: VERSION_1.praiseAbove },
    });
    const naive = attacked(seed, RING);
    for (const dimension of DIMENSIONS) {
      const {
        estimate: reputation,
        lower,
        reviews: weighed,
        due,
      } = estimate(factsOf(attacker, facts!, praise!)(dimension), VERSION_1);
      const other = naive[dimension].estimate;
      expect(reputation).toBeCloseTo(other.estimate, 12);
      expect(lower).toBeCloseTo(other.lower, 12);
      expect([weighed.length, due.length]).toEqual([other.reviews.length, other.due.length]);
    }
  });
});
