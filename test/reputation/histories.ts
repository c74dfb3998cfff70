import fc from 'fast-check';
import { DAY_MS } from '@maillage/kernel';
import { departures, leaving, seldom, settled, settlement, type Course, type Told } from './histories.changes.js';

export type { Told };

/** What must stay in its order, behind the first of `after`. Different threads may be told in any order of equal days. */
interface Thread {
  readonly told: readonly Told[];
  readonly after?: Thread;
}

export const ORGANISATIONS = 5;
export const MISSIONS = 2;
export const FIRST_EVALUATOR = ORGANISATIONS - 2;

/** A UUID of one run, so that many runs share a database: within a run they sort by their number, whichever run it is. */
export function named(run: number, number: number): string {
  return `${run.toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

export const organisation = (run: number, n: number): string => named(run, 0x100 + n);
export const mission = (run: number, n: number): string => named(run, 0x200 + n);
const commitment = (run: number, n: number): string => named(run, 0x300 + n);
const gift = (run: number, c: number, n: number): string => named(run, 0x4000 + c * 16 + n);
const review = (run: number, c: number, n: number): string => named(run, 0x5000 + c * 16 + n);
const settling = (run: number, c: number): string => named(run, 0x6000 + c);

const START = Date.UTC(2025, 0, 1);
export const dateOfDay = (day: number): string => new Date(START + day * DAY_MS).toISOString().slice(0, 10);

const few = (max: number) => fc.integer({ min: 0, max });
const who = few(ORGANISATIONS - 1);
const amount = fc.option(fc.integer({ min: 1, max: 20 }));
const scores = fc.record({ results: few(4), reliability: few(4), openness: few(4), learning: few(4) });
const ACTS = [
  'ContributionDeclared',
  'ContributionCorroborated',
  'ContributionVerified',
  'ContributionDisputed',
  'ContributionCorrected',
  'ContributionRetracted',
] as const;

const act = fc.record({
  act: fc.constantFrom(...ACTS, ...ACTS.slice(0, 4), 'ContributionVerified' as const),
  // The last two are evaluators.
  by: fc.integer({ min: FIRST_EVALUATOR, max: ORGANISATIONS - 1 }),
  wait: few(3),
  /** What it is corrected to, and how much of it is found, where that is less than recorded. */
  amount: fc.integer({ min: 1, max: 20 }),
  found: seldom(few(8)),
});
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

const promise = fc.record({
  mission: few(MISSIONS - 1),
  promisors: fc.uniqueArray(who, { minLength: 1, maxLength: 2 }),
  counterparties: fc.uniqueArray(who, { maxLength: 2 }),
  amount,
  // Which of those named had not accepted when it was made, and who did later.
  asked: fc.oneof({ weight: 3, arbitrary: fc.constant<number[]>([]) }, fc.uniqueArray(few(3), { maxLength: 3 })),
  acceptances: fc.array(fc.record({ party: few(3), wait: few(8) }), { maxLength: 2 }),
  day: few(5),
  // Most fall due late enough to be facts, in the second form as well.
  due: fc.option(fc.oneof(few(5), { weight: 3, arbitrary: fc.integer({ min: 13, max: 20 }) }), { freq: 8 }),
  amendments: fc.array(fc.record({ wait: few(3), amount, due: few(20) }), { maxLength: 1 }),
  // Kept in so many milestones, in place of an amount.
  stages: seldom(fc.integer({ min: 1, max: 3 })),
  leavings: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(leaving, { maxLength: 2 })),
  settlement: fc.option(settlement, { freq: 2 }),
  withdrawn: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: few(6) }),
  gifts: fc.array(
    fc.record({
      by: few(1),
      amount,
      otherUnit: fc.boolean(),
      wait: fc.oneof(few(5), few(30)),
      back: few(2),
      money: fc.boolean(),
      declared: fc.boolean(),
      // Of one gift in four, nobody says anything.
      acts: few(3).chain((n) => fc.array(act, { minLength: n, maxLength: n })),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  reviews: fc.array(
    fc.record({
      by: who,
      of: few(1),
      wait: few(6),
      scores,
      revisions: fc.array(fc.record({ wait: few(3), scores }), { maxLength: 2 }),
    }),
    { maxLength: 4 },
  ),
});
const grouping = fc.record({ organisation: who, day: few(12), parent: who });
/** Of the accreditation of one of the two evaluators; with cause, since some days before. */
const ending = fc.record({ evaluator: few(1), day: few(40), back: seldom(few(30)) });

/** What happens, of which {@link tell} makes events: a few promises among five organisations within some days. */
export const anyHistory = fc.record({
  promises: fc.array(promise, { minLength: 2, maxLength: 4 }),
  groupings: fc.array(grouping, { maxLength: 3 }),
  ended: seldom(ending),
});
export type History = typeof anyHistory extends fc.Arbitrary<infer Value> ? Value : never;

/** The events of a history, day by day; those of one day in an order that `pick` (below n) decides. */
export function tell(history: History, run: number, pick: (n: number) => number): readonly Told[] {
  return merged([...foundation(history, run), ...history.promises.flatMap((each, c) => threadsOf(each, c, run))], pick);
}

/** The last two are accredited, for as long as a history lasts and longer. */
function accreditation(n: number, run: number): Told {
  const organisationId = organisation(run, n);
  return {
    day: 0,
    stream: `accreditation/${organisationId}`,
    type: 'EvaluatorAccredited',
    data: {
      accreditationId: named(run, 0x600 + n),
      organisationId,
      scope: 'Housing.',
      from: dateOfDay(0),
      until: dateOfDay(1000),
      evidence: [],
      by: organisation(run, 0),
      on: dateOfDay(0),
    },
  };
}

function endingOf({ evaluator, day, back }: NonNullable<History['ended']>, run: number): Told {
  const n = FIRST_EVALUATOR + evaluator;
  const { stream } = accreditation(n, run);
  return {
    day,
    stream,
    type: 'AccreditationEnded',
    data: {
      accreditationIds: [named(run, 0x600 + n)],
      organisationId: organisation(run, n),
      reason: 'It found what was not there.',
      ...(back === null ? {} : { voidFrom: dateOfDay(Math.max(0, day - back)) }),
      on: dateOfDay(day),
    },
  };
}

function foundation({ groupings, ended }: History, run: number): readonly Thread[] {
  const organisations = Array.from({ length: ORGANISATIONS }, (_, n): Thread => {
    const id = organisation(run, n);
    const stream = `organisation/${id}`;
    const terms = { name: `Organisation ${n}`, sector: 'UNDECLARED', identifiers: [], controlGroupId: id };
    const moved = groupings.filter((each) => each.organisation === n).sort((a, b) => a.day - b.day);
    const group = (day: number, parent: number): Told =>
      parent === n
        ? {
            day,
            stream,
            type: 'OrganisationUngrouped',
            data: { controlGroupId: id, reason: 'Sold.', on: dateOfDay(day) },
          }
        : {
            day,
            stream,
            type: 'OrganisationGrouped',
            data: { controlGroupId: organisation(run, parent), on: dateOfDay(day) },
          };
    return {
      told: [
        { day: 0, stream, type: 'OrganisationRegistered', data: terms },
        ...(n < FIRST_EVALUATOR ? [] : [accreditation(n, run)]),
        ...moved.map(({ day, parent }) => group(day, parent)),
      ],
    };
  });
  // Nobody's accreditation ends on the day on which it began, before it began.
  return ended === null
    ? organisations
    : [...organisations, { told: [endingOf(ended, run)], after: organisations.at(-2 + ended.evaluator)! }];
}

function threadsOf(promised: History['promises'][number], c: number, run: number): readonly Thread[] {
  const stream = `commitment/${commitment(run, c)}`;
  const missionId = mission(run, promised.mission);
  const promisorIds = promised.promisors.map((n) => organisation(run, n));
  const promisor = (n: number) => promisorIds[n % promisorIds.length] ?? '';
  const told = (day: number, type: string, data: object): Told => ({
    day,
    stream,
    type,
    data: { missionId, ...data, ...(type.startsWith('Review') ? {} : { on: dateOfDay(day) }) },
  });
  const terms = (of: number | null, dueOn: number | null, stages: number | null) => ({
    kind: 'SERVICE',
    description: 'Dwellings made dry.',
    ...(of === null || stages !== null ? {} : { quantity: { amount: `${of}`, unit: 'dwelling' } }),
    ...(stages === null ? {} : { milestones: milestonesOf(stages) }),
    ...(dueOn === null ? {} : { dueOn: dateOfDay(dueOn) }),
    completion: stages !== null ? 'MILESTONES' : of === null ? 'ANY' : 'QUANTITY',
  });

  const { day, due, stages } = promised;
  let [at, last] = [day, due === null ? null : day + due];
  const counterpartyIds = promised.counterparties
    .filter((n) => !promised.promisors.includes(n))
    .map((n) => organisation(run, n));
  const parties = [...promisorIds, ...counterpartyIds];
  const asked = promised.asked.map((n) => parties[n % parties.length]!);
  const amended = promised.amendments.map((change) => {
    at += change.wait;
    last = at + change.due;
    // Whether it is counted does not change. Of milestones, a change takes the last one away.
    const amount = promised.amount === null ? null : (change.amount ?? promised.amount);
    const left = stages === null ? null : Math.max(1, stages - 1);
    return told(at, 'CommitmentAmended', { ...terms(amount, last, left), reason: 'Rain.' });
  });
  const withdrawnOn = promised.withdrawn === null ? undefined : at + promised.withdrawn;
  const course: Course = {
    promisorIds,
    counterpartyIds,
    acceptedBy: parties.filter((id) => !asked.includes(id)),
    madeOn: day,
    withdrawnOn,
    everybody: Array.from({ length: ORGANISATIONS }, (_, n) => organisation(run, n)),
    dateOfDay,
    tell: told,
  };
  const accepted = promised.acceptances.map(({ party, wait }) =>
    told(day + wait, 'CommitmentAccepted', { organisationId: parties[party % parties.length]! }),
  );
  const before = departures(promised.leavings, course, accepted);
  const changes = [
    ...amended,
    ...(withdrawnOn === undefined ? [] : [told(withdrawnOn, 'CommitmentWithdrawn', { reason: 'No funds.' })]),
    ...settled(promised.settlement, last, { course, settlementId: settling(run, c), before }),
  ].sort((a, b) => a.day - b.day);
  const made: Thread = {
    told: [
      told(day, 'CommitmentMade', {
        promisorIds,
        counterpartyIds,
        ...terms(promised.amount, due === null ? null : day + due, stages),
        termsVersion: 1,
        acceptedBy: course.acceptedBy,
      }),
      ...changes.map((each, n) => ({ ...each, data: { ...each.data, ...versionOf(each, changes.slice(0, n)) } })),
    ],
  };
  const gifts = promised.gifts.map((each, n): Thread => {
    const contributionId = gift(run, c, n);
    const contributorId = promisor(each.by);
    const recordedOn = day + each.wait;
    let on = recordedOn;
    const unit = each.otherUnit ? 'hour' : 'dwelling';
    const what = (amounts: number | null, from: number) => ({
      completes: false,
      ...(amounts === null ? {} : { quantity: { amount: `${amounts}`, unit } }),
      ...(stages === null ? {} : { milestone: `m${1 + (each.back % stages)}` }),
      period: { from: dateOfDay(from), to: dateOfDay(from) },
    });
    const recorded = told(on, 'ContributionRecorded', {
      contributionId,
      contributorId,
      kind: each.money ? 'MONEY' : 'SERVICE',
      evidence: [],
      recordedBy: contributorId,
      declared: each.declared,
      at: `${dateOfDay(on)}T12:00:00.000Z`,
      ...what(each.amount, on - each.back),
    });
    let amount = each.amount;
    const acts = takenUp(each.acts).map(({ act, by, wait, found, ...corrected }, nth, all) => {
      const slip = nth === 0 && wait === 0;
      on += wait;
      if (act === 'ContributionCorrected') {
        amount = amount === null ? null : corrected.amount;
        const version = 2 + all.slice(0, nth).filter((other) => other.act === act).length;
        const said = { version, correctedBy: contributorId, keepsEvidence: slip, reason: 'Misread.' };
        return told(on, act, { contributionId, ...said, ...what(amount, recordedOn - (corrected.amount % 3)) });
      }
      if (act === 'ContributionRetracted') {
        return told(on, act, { contributionId, retractedBy: contributorId, reason: 'Not ours.' });
      }
      const less = act !== 'ContributionVerified' || amount === null || found === null || found >= amount;
      const part = less ? {} : { found: { amount: `${found}`, unit } };
      return told(on, act, { contributionId, ...SAID[act](organisation(run, by)), ...part });
    });
    return { told: [recorded, ...acts], after: made };
  });
  const reviews = promised.reviews.map((each, n): Thread => {
    const reviewId = review(run, c, n);
    let on = day + each.wait;
    const opinion = { whatWorked: 'Much.', whatToTry: 'More.' };
    const reviewedId = promisor(each.of);
    const own = reviewedId === organisation(run, each.by);
    // Nobody reviews itself.
    const people = { reviewerId: organisation(run, own ? (each.by + 1) % ORGANISATIONS : each.by), reviewedId };
    const submitted = told(on, 'ReviewSubmitted', { reviewId, ...people, scores: each.scores, ...opinion, ties: [] });
    const revised = each.revisions.map((version) => {
      on += version.wait;
      return told(on, 'ReviewRevised', { reviewId, scores: version.scores, ...opinion });
    });
    return { told: [submitted, ...revised], after: made };
  });
  return [made, ...gifts, ...reviews];
}

/** What is accepted is what is in force, and a change makes the next version. */
function versionOf({ type }: Told, before: readonly Told[]) {
  const inForce = 1 + before.filter((each) => each.type === 'CommitmentAmended').length;
  if (type === 'CommitmentAccepted') return { termsVersion: inForce };
  return type === 'CommitmentAmended' ? { termsVersion: inForce + 1 } : {};
}

function milestonesOf(stages: number) {
  return Array.from({ length: stages }, (_, n) => ({ key: `m${n + 1}`, what: 'A stage.' }));
}

/** What an evaluator found is corrected no more, and of what was taken back nothing more is said. */
function takenUp(acts: readonly Act[]): readonly Act[] {
  const verified = acts.findIndex(({ act: each }) => each === 'ContributionVerified');
  const said = acts.filter(({ act: each }, n) => verified === -1 || n <= verified || !AMENDS.includes(each));
  const retracted = said.findIndex(({ act: each }) => each === 'ContributionRetracted');
  return retracted === -1 ? said : said.slice(0, retracted + 1);
}

const AMENDS: readonly Act['act'][] = ['ContributionCorrected', 'ContributionRetracted'];

const SAID: Readonly<
  Record<Exclude<Act['act'], 'ContributionCorrected' | 'ContributionRetracted'>, (by: string) => object>
> = {
  ContributionDeclared: () => ({ evidence: [] }),
  ContributionCorroborated: (corroboratedBy) => ({ corroboratedBy, evidence: [] }),
  ContributionVerified: (verifiedBy) => ({ verifiedBy, evidence: [] }),
  ContributionDisputed: (disputedBy) => ({ disputedBy, reason: 'Wet.' }),
};

function merged(threads: readonly Thread[], pick: (n: number) => number): readonly Told[] {
  const next = new Map(threads.map((thread) => [thread, 0]));
  const due = (thread: Thread) => thread.told[next.get(thread) ?? 0];
  const all: Told[] = [];
  const days = [...new Set(threads.flatMap(({ told }) => told.map(({ day }) => day)))].sort((a, b) => a - b);
  for (const day of days) {
    for (;;) {
      const ready = threads.filter(
        (thread) => due(thread)?.day === day && (thread.after === undefined || (next.get(thread.after) ?? 0) > 0),
      );
      const thread = ready[pick(ready.length)];
      const event = thread && due(thread);
      if (thread === undefined || event === undefined) break;
      all.push(event);
      next.set(thread, (next.get(thread) ?? 0) + 1);
    }
  }
  return all;
}
