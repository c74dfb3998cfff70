import { z } from 'zod';
import {
  calendarDate,
  concernedIds,
  daysBetween,
  events,
  privately,
  recordedSource,
  ref,
  same,
  text,
  uuid,
  type CalendarDate,
  type Provenance,
} from '@maillage/kernel';
import { recordedEvidence } from '@maillage/evidence';
import {
  completed,
  dated,
  erasableReason,
  ofMission,
  on,
  organisations,
  parties,
  promisors,
  reason,
  recordedTerms,
  termsVersion,
} from './shared.events.js';

/** A proposal nobody accepted lapses after so many days, or once it is due. */
export const PROPOSAL_DAYS = 60;
/** A change that others must accept is open for so many days. */
export const AMENDMENT_DAYS = 14;

export const aims = z
  .array(ref('Indicator'))
  .max(5, { error: 'are too many; at most 5 indicators are accepted' })
  .refine((ids) => new Set(ids).size === ids.length, { error: 'names an indicator twice; name each once' });

export const actionId = uuid.describe('An action of the mission’s plan that it is part of, by its id');

/** Said of a change that lessens late. Others than those that promised it had to agree, and facts ask who they are. */
const agreedBy = organisations.describe(
  'Where it lessens a promise late: the counterparties that agreed to it or, where there was none, a backbone without a tie',
);

/**
 * Whether it names others as having promised something, which they have not accepted. One that asks counterparties alone is no
 * such proposal: its promisors are bound by their own word, and that is what its text is.
 */
export function isProposed({
  promisorIds,
  acceptedBy,
  source: published,
}: Pick<Asking, 'promisorIds' | 'acceptedBy' | 'source'>): boolean {
  // Published data is for anybody to read already.
  return published === undefined && promisorIds.some((id) => !acceptedBy.includes(id));
}

interface Asking {
  readonly promisorIds: readonly string[];
  readonly counterpartyIds: readonly string[];
  readonly acceptedBy: readonly string[];
  readonly dueOn?: CalendarDate | undefined;
  readonly source?: unknown;
  readonly gift?: true | undefined;
  readonly on: CalendarDate;
}

/** Those named that have not accepted yet. */
function askedBy({ promisorIds, counterpartyIds, acceptedBy }: Asking): readonly string[] {
  return [...promisorIds, ...counterpartyIds].filter((id) => !acceptedBy.includes(id));
}

/**
 * Whom it asks, and until when: the day before it is due, at the latest. Published data asks nobody; of what was given,
 * its giver and its receivers are asked for their own word on that.
 */
function answersAsked(data: Asking) {
  const { dueOn, source: published, gift, on: day } = data;
  if (published !== undefined || gift === true) return [];
  const days = daysToAnswer(day, dueOn);
  return days < 0 ? [] : [{ of: askedBy(data), days }];
}

/** Who is bound by terms that a change set aside answers the new ones as a proposal. */
function answersAskedAnew({ askedAnew = [], dueOn, on: day }: AskingAnew) {
  const days = daysToAnswer(day, dueOn);
  return days < 0 ? [] : [{ of: askedAnew, days }];
}

/** Where older entries say no last day, the successor was on no desk. */
function successionAsked({ successorId, until, on: day }: Succeeding) {
  if (successorId === undefined || until === undefined) return [];
  return [{ of: [successorId], days: daysBetween(day, until), ref: successorId }];
}

interface Succeeding {
  readonly successorId?: string | undefined;
  readonly until?: CalendarDate | undefined;
  readonly on: CalendarDate;
}

interface AskingAnew {
  readonly askedAnew?: readonly string[] | undefined;
  readonly dueOn?: CalendarDate | undefined;
  readonly on: CalendarDate;
}

/** How long somebody asked on a day may answer: until the day before it is due, at the latest; less than 0 where that is over. */
export function daysToAnswer(day: CalendarDate, dueOn: CalendarDate | undefined): number {
  return dueOn === undefined ? PROPOSAL_DAYS : Math.min(PROPOSAL_DAYS, daysBetween(day, dueOn) - 1);
}

/** Of whoever leaves a promise: what waited for its word. The names are those by which windows are told apart. */
const waitedFor = {
  termsVersion: termsVersion.optional().describe('Which proposed version waits for its word no more'),
  settlementId: uuid.optional().describe('Which settlement waits for its word no more'),
};
export const freed = { PartyReleased: 'organisationId', PartyDissolved: 'organisationId' };

/** Under the rules of their day, whoever was named was bound. */
function acceptedByAll(
  data: { readonly promisorIds: readonly string[]; readonly counterpartyIds?: readonly string[] },
  recorded: Provenance,
) {
  const acceptedBy = [...data.promisorIds, ...(data.counterpartyIds ?? [])];
  return dated(completed({ ...data, termsVersion: 1, acceptedBy }), recorded);
}

/** Of stream `commitment/<id>`: what is promised, who accepted it, and how it changed. */
export const promiseEvents = events({
  CommitmentMade: {
    says: 'One or more organisations are to have promised something to a mission, and optionally to named counterparties. It binds those that accepted it.',
    data: z
      .strictObject({
        ...ofMission,
        promisorIds: promisors,
        counterpartyIds: parties.default([]),
        ...recordedTerms,
        termsVersion: z.literal(1).describe('The first version of the terms'),
        acceptedBy: organisations.describe(
          'Those that have accepted with this: whoever made it, where it is a party, and receivers that accept whatever is promised to them there',
        ),
        aims: aims.optional().describe('Indicators of the mission that it is to move'),
        actionId: actionId.optional(),
        gift: z.literal(true).optional().describe('It was opened by something given without an earlier promise'),
        source: recordedSource.optional().describe('Published data tells of it: it is never overdue'),
        on,
      })
      .refine(({ promisorIds, counterpartyIds }) => !counterpartyIds.some((id) => promisorIds.includes(id)), {
        error: 'names a promisor; an organisation stands on one side of a commitment',
        path: ['counterpartyIds'],
      }),
    schema: 4,
    // Until then no action was named, and then no source said whether it was verified.
    upcast: { 1: acceptedByAll, 2: same, 3: same },
    mission: 'missionId',
    withholds: { words: ['/description', '/milestones'], where: isProposed },
    asks: {
      windows: answersAsked,
      ends: ['CommitmentAccepted', 'CommitmentDeclined'],
      drops: ['CommitmentWithdrawn'],
      frees: freed,
      lapses: true,
    },
  },
  CommitmentAccepted: {
    says: 'An organisation accepted a version of the terms: the one in force, which then binds it, or the one proposed.',
    data: z.strictObject({ ...ofMission, organisationId: ref('Organisation'), termsVersion, on }),
    mission: 'missionId',
  },
  CommitmentDeclined: {
    says: 'An organisation said no to a promise that names it, or to a change of the terms. Nothing follows for it.',
    data: z.strictObject({
      ...ofMission,
      organisationId: ref('Organisation'),
      termsVersion,
      reason: erasableReason.optional(),
      concernedIds,
      on,
    }),
    schema: 2,
    upcast: { 1: same },
    mission: 'missionId',
  },
  PartyReleased: {
    says: 'An organisation left the promise, for itself alone. Those left stay bound.',
    data: z.strictObject({
      ...ofMission,
      organisationId: ref('Organisation'),
      ...waitedFor,
      reason: erasableReason,
      concernedIds,
      on,
    }),
    schema: 3,
    // At first, what waited for it went on waiting.
    upcast: { 1: same, 2: same },
    mission: 'missionId',
  },
  PartyDissolved: {
    says: 'An organisation that the promise names exists no more, and is thereby let go of it. Its successor is asked to take its place, and may for so long.',
    data: z.strictObject({
      ...ofMission,
      organisationId: ref('Organisation'),
      dissolvedOn: calendarDate.describe('The day it ceased to exist: what was due before stays missed'),
      successorId: ref('Organisation')
        .optional()
        .describe(
          'Of one that had accepted, or was itself asked to take such a place: who is asked to, where it is no party already',
        ),
      until: calendarDate
        .optional()
        .describe('The last day on which the successor may accept; where older entries say none, it may on any'),
      ...waitedFor,
      on,
    }),
    schema: 2,
    // Before, the successors of promisors alone were named, and were on no desk.
    upcast: { 1: same },
    mission: 'missionId',
    authorship: 'LEDGER',
    asks: {
      kind: 'SUCCESSION',
      windows: successionAsked,
      ref: 'organisationId',
      refs: { CommitmentWithdrawn: 'successorIds' },
      ends: ['CommitmentAccepted', 'CommitmentDeclined'],
      drops: ['CommitmentWithdrawn'],
      frees: freed,
      lapses: true,
    },
  },
  AmendmentProposed: {
    says: 'A promisor proposed other terms, or to take the promise back, which others must accept first.',
    data: z.strictObject({
      ...ofMission,
      termsVersion,
      proposedBy: ref('Organisation').describe('It has accepted by this'),
      terms: z
        .strictObject(recordedTerms)
        .optional()
        .describe('The new terms as a whole; none to take the promise back'),
      reason,
      mustAccept: organisations.describe('Those whose acceptance it takes; of backbones that are no party, any one'),
      until: calendarDate
        .optional()
        .describe(
          `The last day on which it may be accepted; where older entries say none, ${AMENDMENT_DAYS} days after`,
        ),
      on,
    }),
    schema: 2,
    upcast: { 1: same },
    mission: 'missionId',
    withholds: { words: ['/terms/description', '/terms/milestones', '/reason'] },
    asks: {
      kind: 'AMENDMENT',
      ref: 'termsVersion',
      of: 'mustAccept',
      days: ({ until, on: day }) => (until === undefined ? AMENDMENT_DAYS : daysBetween(day, until)),
      lapses: true,
      ends: ['CommitmentAccepted'],
      frees: freed,
      drops: ['CommitmentDeclined', 'AmendmentDropped', 'CommitmentAmended', 'CommitmentWithdrawn'],
    },
  },
  AmendmentDropped: {
    says: 'A proposed change was taken back by whoever proposed it; the terms in force stay.',
    data: z.strictObject({ ...ofMission, termsVersion, on }),
    mission: 'missionId',
  },
  CommitmentAmended: {
    says: 'The terms were replaced as a whole; the earlier ones stay visible.',
    data: z.strictObject({
      ...ofMission,
      ...recordedTerms,
      termsVersion: termsVersion
        .optional()
        .describe('Which version it is; where entries from before they had numbers say none, the next'),
      acceptedBy: organisations
        .optional()
        .describe('Those that have accepted it; of entries from before they were asked, all that had accepted before'),
      askedAnew: organisations
        .optional()
        .describe(
          'Promisors that accepted the terms before and not these, and so are asked again; older entries do not say',
        ),
      agreedBy: agreedBy.optional(),
      reason,
      on,
    }),
    schema: 3,
    upcast: { 1: (old: object, recorded) => dated(completed(old), recorded), 2: same },
    mission: 'missionId',
    withholds: { words: ['/description', '/milestones', '/reason'] },
    asks: {
      kind: 'CHANGED_TERMS',
      windows: answersAskedAnew,
      ends: ['CommitmentAccepted', 'CommitmentDeclined'],
      drops: ['CommitmentWithdrawn'],
      frees: freed,
      lapses: true,
    },
  },
  CommitmentWithdrawn: {
    says: 'The promise was taken back, for the reason given.',
    data: z.strictObject({
      ...ofMission,
      termsVersion: termsVersion
        .optional()
        .describe('Under which number it was proposed, where others had to accept it'),
      agreedBy: agreedBy.optional(),
      successorIds: organisations
        .optional()
        .describe('Those that were asked to take the place of one that exists no more: nobody waits for them now'),
      reason,
      on,
    }),
    schema: 3,
    // Until then, no successor was asked.
    upcast: { 1: dated, 2: same },
    mission: 'missionId',
    withholds: { words: ['/reason'] },
  },
  ProgressNoted: {
    says: 'A promisor told how it is going. That delivers nothing and counts for nothing.',
    data: z.strictObject({
      ...ofMission,
      noteId: uuid,
      organisationId: ref('Organisation'),
      text: privately(text(2000)),
      concernedIds,
      evidence: recordedEvidence,
      on,
    }),
    schema: 2,
    upcast: { 1: same },
    mission: 'missionId',
  },
});
