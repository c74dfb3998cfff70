import fc from 'fast-check';

/** An event of a history before it is recorded: on which day, by whom it does not matter. */
export interface Told {
  readonly day: number;
  readonly stream: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What must stay in its order, behind the first of `after`. Different threads may be told in any order of equal days. */
interface Thread {
  readonly told: readonly Told[];
  readonly after?: Thread;
}

export const ORGANISATIONS = 5;
export const MISSIONS = 2;

/** A UUID of one run, so that many runs share a database: within a run they sort by their number, whichever run it is. */
export function named(run: number, number: number): string {
  return `${run.toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

export const organisation = (run: number, n: number): string => named(run, 0x100 + n);
export const mission = (run: number, n: number): string => named(run, 0x200 + n);
const commitment = (run: number, n: number): string => named(run, 0x300 + n);
const gift = (run: number, c: number, n: number): string => named(run, 0x4000 + c * 16 + n);
const review = (run: number, c: number, n: number): string => named(run, 0x5000 + c * 16 + n);

const START = Date.UTC(2025, 0, 1);
const DAY_MS = 86_400_000;
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
] as const;

const promise = fc.record({
  mission: few(MISSIONS - 1),
  promisors: fc.uniqueArray(who, { minLength: 1, maxLength: 2 }),
  amount,
  day: few(5),
  due: fc.option(few(5)),
  amendments: fc.array(fc.record({ wait: few(3), amount, due: few(5) }), { maxLength: 1 }),
  withdrawn: fc.option(few(6), { freq: 5 }),
  gifts: fc.array(
    fc.record({
      by: few(1),
      amount,
      otherUnit: fc.boolean(),
      wait: few(5),
      declared: fc.boolean(),
      acts: fc.array(fc.record({ act: fc.constantFrom(...ACTS, 'ContributionVerified'), wait: few(3) }), {
        maxLength: 3,
      }),
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

/** What happens, of which {@link tell} makes events: a few promises among five organisations within some days. */
export const anyHistory = fc.record({
  promises: fc.array(promise, { minLength: 2, maxLength: 4 }),
  groupings: fc.array(grouping, { maxLength: 3 }),
});
export type History = typeof anyHistory extends fc.Arbitrary<infer Value> ? Value : never;

/** The events of a history, day by day; those of one day in an order that `pick` (below n) decides. */
export function tell(history: History, run: number, pick: (n: number) => number): readonly Told[] {
  return merged([...foundation(history, run), ...history.promises.flatMap((each, c) => threadsOf(each, c, run))], pick);
}

function foundation({ groupings }: History, run: number): readonly Thread[] {
  return Array.from({ length: ORGANISATIONS }, (_, n): Thread => {
    const id = organisation(run, n);
    const stream = `organisation/${id}`;
    const terms = { name: `Organisation ${n}`, sector: 'UNDECLARED', identifiers: [], controlGroupId: id };
    const moved = groupings.filter((each) => each.organisation === n).sort((a, b) => a.day - b.day);
    const group = (day: number, parent: number): Told =>
      parent === n
        ? { day, stream, type: 'OrganisationUngrouped', data: { controlGroupId: id, reason: 'Sold.' } }
        : { day, stream, type: 'OrganisationGrouped', data: { controlGroupId: organisation(run, parent) } };
    return {
      told: [
        { day: 0, stream, type: 'OrganisationRegistered', data: terms },
        ...moved.map(({ day, parent }) => group(day, parent)),
      ],
    };
  });
}

function threadsOf(promised: History['promises'][number], c: number, run: number): readonly Thread[] {
  const stream = `commitment/${commitment(run, c)}`;
  const missionId = mission(run, promised.mission);
  const promisorIds = promised.promisors.map((n) => organisation(run, n));
  const promisor = (n: number) => promisorIds[n % promisorIds.length] ?? '';
  const told = (day: number, type: string, data: object): Told => ({ day, stream, type, data: { missionId, ...data } });
  const terms = (of: number | null, dueOn: number | null) => ({
    kind: 'SERVICE',
    description: 'Dwellings made dry.',
    ...(of === null ? {} : { quantity: { amount: `${of}`, unit: 'dwelling' } }),
    ...(dueOn === null ? {} : { dueOn: dateOfDay(dueOn) }),
  });

  const { day, due } = promised;
  let at = day;
  const made: Thread = {
    told: [
      told(day, 'CommitmentMade', {
        promisorIds,
        counterpartyIds: [],
        ...terms(promised.amount, due === null ? null : day + due),
      }),
      ...promised.amendments.map((change) => {
        at += change.wait;
        return told(at, 'CommitmentAmended', { ...terms(change.amount, at + change.due), reason: 'Rain.' });
      }),
      ...(promised.withdrawn === null
        ? []
        : [told(at + promised.withdrawn, 'CommitmentWithdrawn', { reason: 'No funds.' })]),
    ],
  };
  const gifts = promised.gifts.map((each, n): Thread => {
    const contributionId = gift(run, c, n);
    const contributorId = promisor(each.by);
    let on = day + each.wait;
    const recorded = told(on, 'ContributionRecorded', {
      contributionId,
      contributorId,
      kind: 'SERVICE',
      evidence: [],
      recordedBy: contributorId,
      declared: each.declared,
      ...(each.amount === null
        ? {}
        : { quantity: { amount: `${each.amount}`, unit: each.otherUnit ? 'hour' : 'dwelling' } }),
      period: { from: dateOfDay(on), to: dateOfDay(on) },
    });
    const acts = each.acts.map(({ act, wait }) => {
      on += wait;
      return told(on, act, { contributionId, ...SAID[act](organisation(run, 4)) });
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

const SAID: Readonly<Record<(typeof ACTS)[number], (by: string) => object>> = {
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
