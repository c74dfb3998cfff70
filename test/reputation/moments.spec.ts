import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHash, randomUUID } from 'node:crypto';
import { accreditations, organisationDecider, organisations } from '@maillage/directory';
import { digestView, rebuild } from '@maillage/engine';
import { toEntries } from '@maillage/ledger';
import { missionDecider } from '@maillage/missions';
import { accreditationDecider } from '../../libs/slices/directory/accreditation/decider.js';
import { commitmentDecider } from '../../libs/slices/accountability/commitment/decider.js';
import { commitments } from '../../libs/slices/accountability/commitment/view.js';
import { DIMENSIONS } from '../../libs/slices/accountability/reputation/dimension.js';
import { estimate, type Estimate } from '../../libs/slices/accountability/reputation/arithmetic.js';
import { factsOf, standingFactsOf } from '../../libs/slices/accountability/reputation/facts.js';
import { reputationFacts } from '../../libs/slices/accountability/reputation/facts.view.js';
import { VERSION_1, VERSION_2 } from '../../libs/slices/accountability/reputation/parameters.js';
import {
  factsWithin,
  NOW,
  praiseAround,
  standpoint,
  within,
  type Moment,
} from '../../libs/slices/accountability/reputation/queries.js';
import { standingWithin } from '../../libs/slices/accountability/reputation/records.queries.js';
import { reputationRecords } from '../../libs/slices/accountability/reputation/records.view.js';
import { reviews } from '../../libs/slices/accountability/review/view.js';
import { openEngine, type TestEngine } from '../harness/engine.js';
import { UNHINDERED } from '../harness/lookups.js';
import {
  anyHistory,
  dateOfDay,
  mission,
  MISSIONS,
  named,
  organisation,
  ORGANISATIONS,
  tell,
  type Told,
} from './histories.js';
import { decided, type DatedCommand } from './coalition.js';
import { naiveFacts } from './naive.js';
import { naiveSecondFacts } from './naive.second.js';
import { mistyped, permuted, together } from './retold.js';

/** Only what reputation is read from. */
const slice = {
  ...UNHINDERED,
  name: 'facts',
  deciders: [organisationDecider, accreditationDecider, missionDecider, commitmentDecider],
  views: [organisations, accreditations, commitments, reviews, reputationFacts, reputationRecords],
  queries: [],
  resolvers: [],
};

let engine: TestEngine;
beforeAll(async () => {
  engine = await openEngine([slice]);
});
afterAll(() => engine.close());

/** As it is, at once and in this order: what deciders would refuse is not told by these histories in the first place. */
async function record(told: readonly Told[], versions: Map<string, bigint>): Promise<void> {
  const commandId = randomUUID();
  const streams = [...new Set(told.map(({ stream }) => stream))];
  const expected = streams.map((stream) => ({ stream, version: versions.get(stream) ?? 0n }));
  const entries = told.flatMap(({ day, stream, type, data }) => {
    const version = versions.get(stream) ?? 0n;
    versions.set(stream, version + 1n);
    const actor = { organisation: organisation(0, 0) };
    // As if each came with a command of its own: an event's id is made from its command's.
    const context = { actor, commandId: randomUUID(), recordedAt: `${dateOfDay(day)}T12:00:00.000Z`, stream };
    return toEntries(engine.registry.events, [{ type, data }], version, context);
  });
  const digest = createHash('sha256').update(commandId).digest();
  expect(await engine.ledger.append({ commandId, digest, expected, entries })).toMatchObject({ outcome: 'appended' });
}

/** What is answered of each place: two forms of each dimension. */
const FORMS = 2 * DIMENSIONS.length;
const places = Array.from(
  { length: ORGANISATIONS * MISSIONS },
  (_, n) => [n % ORGANISATIONS, Math.floor(n / ORGANISATIONS)] as const,
);

/** What is answered about everybody, in all missions and dimensions, in both forms. */
async function answers(run: number, moment: Moment): Promise<readonly Estimate[]> {
  const { database } = engine;
  const keys = places.map(([o, m]) => within(organisation(run, o), mission(run, m)));
  const everybody = Array.from({ length: ORGANISATIONS }, (_, n) => organisation(run, n));
  const [facts, standing, praise] = await Promise.all([
    factsWithin.run(database, { keys, args: moment }),
    standingWithin.run(database, { keys, args: moment }),
    praiseAround.run(database, { keys: everybody, args: { ...moment, above: VERSION_1.praiseAbove } }),
  ]);
  return places.flatMap(([o], n) => {
    const first = factsOf(organisation(run, o), facts[n]!, praise[o]!);
    const second = standingFactsOf(organisation(run, o), standing[n]!, praise[o]!);
    return DIMENSIONS.flatMap((dimension) => [
      estimate(first(dimension), VERSION_1),
      estimate(second(dimension), VERSION_2),
    ]);
  });
}

function expected(run: number, events: readonly Told[], day: number): readonly Estimate[] {
  return places.flatMap(([o, m]) =>
    DIMENSIONS.flatMap((dimension) => {
      const [of, within] = [organisation(run, o), mission(run, m)];
      return [
        estimate(naiveFacts(events, of, within, day, dimension), VERSION_1),
        estimate(naiveSecondFacts(events, of, within, day, dimension), VERSION_2),
      ];
    }),
  );
}

/** To 12 digits, reason by reason. */
function expectAlike(found: readonly Estimate[], naive: readonly Estimate[]): void {
  const near = (value: unknown): unknown =>
    typeof value === 'number'
      ? expect.closeTo(value, 12)
      : Array.isArray(value)
        ? value.map(near)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, near(each)]))
          : value;
  const told = (all: readonly Estimate[]) =>
    all.map(({ due, ...rest }) => ({
      ...rest,
      due: due.map(({ due: fact, ...weighed }) => ({
        ...weighed,
        due: { ...fact, delivered: fact.delivered.filter(({ share }) => share > 0) },
      })),
    }));
  expect(told(found)).toEqual(near(told(naive)));
}

/** Three promise forty to a fourth; late, the first asks for thirty, and the others accept that in this order, on one day. */
function changedTogether(run: number, order: readonly number[]): readonly DatedCommand[] {
  const commands: DatedCommand[] = [];
  const tell = (day: number, type: string, id: string, by: number, data: object) => {
    const commandId = randomUUID();
    const actor = { organisation: organisation(run, by) };
    commands.push({ type, id, data, commandId, actor, scopes: ['write'], at: `${dateOfDay(day)}T12:00:00.000Z`, day });
  };
  const terms = { kind: 'SERVICE', description: 'Made dry.', dueOn: dateOfDay(60) };
  const quantity = (amount: string) => ({ quantity: { amount, unit: 'dwelling' } });
  const [id, promised] = [mission(run, 0), named(run, 0x300)];
  for (const n of [0, 1, 2, 3, 4])
    tell(0, 'RegisterOrganisation', organisation(run, n), n, { name: `Body ${n}`, sector: 'PUBLIC' });
  const declared = { title: 'Homes', challenge: 'No damp home.', hashtag: '#homes', sdgs: [], openInvitation: true };
  tell(0, 'DeclareMission', id, 0, declared);
  for (const n of [1, 2, 3, 4]) tell(0, 'JoinMission', id, n, { role: 'MEMBER' });
  const parties = { promisorIds: [1, 2, 3].map((n) => organisation(run, n)), counterpartyIds: [organisation(run, 4)] };
  tell(0, 'MakeCommitment', promised, 1, { missionId: id, ...parties, ...terms, ...quantity('40') });
  for (const n of order) tell(1, 'AcceptCommitment', promised, n, { termsVersion: 1 });
  tell(50, 'AmendCommitment', promised, 1, { ...terms, ...quantity('30'), reason: 'Rain.' });
  for (const n of order) tell(51, 'AcceptCommitment', promised, n, { termsVersion: 2 });
  return commands;
}

describe('Reputation through the views, over random histories,', () => {
  let runs = 0;

  it('is what the events alone say, at every position and on any day, and stays what was answered then', async () => {
    const nothing = { reviews: 0, calibrated: 0, kept: 0, silent: 0, broken: 0, received: 0 };
    const [weighed, heard] = [{ ...nothing }, { ...nothing }];
    const property = fc.asyncProperty(anyHistory, fc.infiniteStream(fc.nat()), async (history, dice) => {
      const run = (runs += 1);
      const pick = (n: number) => (dice.next().value as number) % Math.max(1, n);
      const events = tell(history, run, pick);
      const versions = new Map<string, bigint>();
      const answered: { moment: Moment; answer: readonly Estimate[] }[] = [];
      for (let from = 0; from < events.length;) {
        const to = from + 1 + pick(24);
        await record(events.slice(from, to), versions);
        await engine.catchUp();
        from = to;
        const told = events.slice(0, to);
        const today = told.at(-1)!.day;
        const [now] = await standpoint.run(engine.database, { keys: [NOW], args: null });
        expect(now).toMatchObject({ position: now!.head });
        for (const day of [today, today + 200, pick(today + 1)]) {
          const moment = { position: now!.position, on: dateOfDay(day) };
          const answer = await answers(run, moment);
          expectAlike(answer, expected(run, told, day));
          answered.push({ moment, answer });
        }
      }
      for (const { moment, answer } of answered) expect(await answers(run, moment)).toStrictEqual(answer);
      // Two hundred days on, form by form.
      for (const [n, { reviews, due }] of answered.at(-2)!.answer.entries()) {
        const form = n % 2 === 0 ? weighed : heard;
        if (reviews.some(({ weight }) => weight > 0)) form.reviews += 1;
        if (reviews.some(({ calibration }) => calibration !== 0.5)) form.calibrated += 1;
        if (due.some(({ due: { receivers } }) => receivers.length > 0)) form.received += 1;
        if (due.some(({ speaksFor }) => speaksFor > 0)) form.kept += 1;
        if (due.some(({ due: { silent } }) => silent > 0 && silent < 1)) form.silent += 1;
        if (due.some(({ speaksAgainst }) => speaksAgainst > 0)) form.broken += 1;
      }
    });
    await fc.assert(property, { numRuns: 10, seed: 4, endOnFailure: true });
    expect(engine.failures).toEqual([]);
    // Or the histories say little that weighs.
    expect(weighed.reviews).toBeGreaterThan(20);
    // Of promises that bind whoever accepted them in time, fewer do.
    expect(Math.min(weighed.kept, weighed.broken, heard.reviews, heard.silent, heard.broken)).toBeGreaterThan(5);
    expect(Math.min(heard.kept, heard.calibrated, heard.received)).toBeGreaterThan(1);
  });

  it('does not depend on the order of events with equal dates', async () => {
    const property = fc.asyncProperty(anyHistory, fc.infiniteStream(fc.nat()), async (history, dice) => {
      const pick = (n: number) => (dice.next().value as number) % Math.max(1, n);
      const answered: unknown[] = [];
      for (const order of [() => 0, pick]) {
        const run = (runs += 1);
        const events = tell(history, run, order);
        await record(events, new Map());
        await engine.catchUp();
        const [now] = await standpoint.run(engine.database, { keys: [NOW], args: null });
        const on = dateOfDay(events.at(-1)!.day + 3);
        const found = await answers(run, { position: now!.position, on });
        // The two tell the same story under names of their own.
        answered.push(renamed(found, run));
      }
      expect(answered[1]).toStrictEqual(answered[0]);
    });
    await fc.assert(property, { numRuns: 20, seed: 5, endOnFailure: true });
  });

  /** The same answers, by the names of the first run. */
  function renamed<Of>(answer: Of, run: number): Of {
    const prefix = organisation(run, 0).slice(0, 8);
    return JSON.parse(JSON.stringify(answer).replaceAll(`"${prefix}-`, '"').replaceAll(`/${prefix}-`, '/')) as Of;
  }

  /** What is answered in the end of what was told under a run of its own, and what was given by then. */
  async function comesTo(told: (run: number) => readonly Told[]) {
    const run = (runs += 1);
    const events = told(run);
    await record(events, new Map());
    await engine.catchUp();
    const [now] = await standpoint.run(engine.database, { keys: [NOW], args: null });
    const day = events.at(-1)!.day + 100;
    const found = await answers(run, { position: now!.position, on: dateOfDay(day) });
    expectAlike(found, expected(run, events, day));
    const { rows } = await engine.database.pool.query<Readonly<Record<string, unknown>>>(
      `select g.commitment_id, g.id, g.contributor_id, g.amount, g.unit, g.milestone, g.retracted_on, c.state
       from contribution g join commitment c on c.id = g.commitment_id
       where g.mission_id = any($1) order by 1, 2`,
      [Array.from({ length: MISSIONS }, (_, n) => mission(run, n))],
    );
    return renamed({ found, given: rows }, run);
  }

  it('is to everybody outside a control group the same, whoever in it did what', async () => {
    let moved = 0;
    const property = fc.asyncProperty(anyHistory, async (history) => {
      const tale = (run: number) =>
        together(
          tell(history, run, () => 0),
          run,
        );
      const [told, swapped] = [await comesTo(tale), await comesTo((run) => permuted(tale(run), run))];
      const sums = ({ found }: typeof told, outside: boolean) =>
        found.map(({ r, s }) => [r, s]).filter((_, n) => places[Math.floor(n / FORMS)]![0] > 1 === outside);
      // In the second form alone groups are connected: the first hears them by name.
      const second = (all: readonly (readonly number[])[]) => all.filter((_, n) => n % 2 === 1);
      expect(second(sums(swapped, true))).toStrictEqual(second(sums(told, true)));
      if (JSON.stringify(sums(swapped, false)) !== JSON.stringify(sums(told, false))) moved += 1;
    });
    await fc.assert(property, { numRuns: 6, seed: 6, endOnFailure: true });
    // Or the two did the same anyway.
    expect(moved).toBeGreaterThan(2);
  });

  it('is the same of what was corrected at once as of what was recorded right at first, and so is what was given', async () => {
    const property = fc.asyncProperty(anyHistory, async (history) => {
      const tale = (run: number) => tell(history, run, () => 0);
      expect(await comesTo((run) => mistyped(tale(run)))).toStrictEqual(await comesTo(tale));
    });
    await fc.assert(property, { numRuns: 8, seed: 7, endOnFailure: true });
  });

  it('has the same terms in force in whichever order those asked accept them on a day', async () => {
    const outcomes = new Set<string>();
    for (const order of [
      [2, 3, 4],
      [2, 4, 3],
      [3, 2, 4],
      [3, 4, 2],
      [4, 2, 3],
      [4, 3, 2],
    ] as const) {
      const run = (runs += 1);
      await record(decided(changedTogether(run, order)), new Map());
      await engine.catchUp();
      const { rows } = await engine.database.pool.query<Readonly<Record<string, unknown>>>(
        `select c.amount, c.terms_version, c.due_on::text, p.organisation_id, p.state, p.accepted_version, p.bound_on::text
         from commitment c join commitment_party p on p.commitment_id = c.id where c.mission_id = $1 order by 4`,
        [mission(run, 0)],
      );
      expect(rows).toMatchObject(
        rows.map(() => ({ amount: '30', terms_version: 2, state: 'ACCEPTED', accepted_version: 2 })),
      );
      const [now] = await standpoint.run(engine.database, { keys: [NOW], args: null });
      const found = await answers(run, { position: now!.position, on: dateOfDay(100) });
      outcomes.add(JSON.stringify(renamed({ rows, found }, run)));
    }
    expect(outcomes.size).toBe(1);
  });

  it('rests on the same rows when the views are rebuilt as when they were folded step by step', async () => {
    const digest = async () => {
      const client = await engine.database.pool.connect();
      try {
        return await digestView(client, reputationFacts);
      } finally {
        client.release();
      }
    };
    const stepByStep = await digest();
    await rebuild(engine.database, engine.ledger, [reputationFacts]);
    expect(await digest()).toBe(stepByStep);
  });
});
