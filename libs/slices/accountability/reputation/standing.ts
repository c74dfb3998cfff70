import { daysBetween, type CalendarDate } from '@maillage/kernel';
import { groupsOn, type GroupOf, type Membership } from '@maillage/directory';

// Who is heard how on the day asked about, in the second form. Everything here is as the log had it at the moment asked
// about; what was recorded later is not among it.

/** The network's word that an organisation is an evaluator. */
export interface Accreditation {
  readonly organisationId: string;
  /** The first and the last day on which what it verifies is an accredited evaluator's word. */
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** The day it ended before its time. */
  readonly endedOn: CalendarDate | null;
  /** Where it ended with cause: since that day nothing it verified was. */
  readonly voidFrom: CalendarDate | null;
}

/** Money that one organisation gave to another. */
export interface Payment {
  readonly giverId: string;
  readonly receiverId: string;
  readonly on: CalendarDate;
}

/** That an evaluator verified what an organisation gave towards a promise it was bound to before it gave. */
export interface Verification {
  readonly giverId: string;
  readonly evaluatorId: string;
  readonly on: CalendarDate;
}

/** What the log knows of the organisations that are spoken of. */
export interface Background {
  /** The day asked about. */
  readonly on: CalendarDate;
  readonly memberships: readonly Membership[];
  readonly accreditations: readonly Accreditation[];
  readonly payments: readonly Payment[];
  readonly verifications: readonly Verification[];
}

export interface Standing {
  readonly on: CalendarDate;
  readonly groupOf: GroupOf;
  /** V: distinct control groups of accredited evaluators that verified what it gave, without a payment between the two. */
  readonly voiceOf: (organisationId: string) => number;
  /** The same of everybody in its group together. */
  readonly groupVoiceOf: (organisationId: string) => number;
  /** Whether that evaluator was accredited on that day, and shares no control group with that giver. */
  readonly isJudge: (evaluatorId: string, giverId: string, on: CalendarDate) => boolean;
  /** The same, and no money went between the two: what it says for the giver is an independent one's word. */
  readonly isHeard: (evaluatorId: string, giverId: string, on: CalendarDate) => boolean;
}

/** A payment so many days before or after the verification stands between giver and evaluator. */
const PAYMENT_DAYS = 365;

export function standingOf(background: Background): Standing {
  const known = standings.get(background);
  if (known !== undefined) return known;
  const standing = standingIn(background);
  standings.set(background, standing);
  return standing;
}

/** Everybody asked about together has the same background. */
const standings = new WeakMap<Background, Standing>();

function standingIn({ on, memberships, accreditations, payments, verifications }: Background): Standing {
  const groupOf = groupsOn(memberships, on);
  const periods = grouped(accreditations, ({ organisationId }) => organisationId);
  const between = (one: string, other: string) => [groupOf(one), groupOf(other)].sort().join(' ');
  const paid = grouped(payments, ({ giverId, receiverId }) => between(giverId, receiverId));

  const isJudge = (evaluatorId: string, giverId: string, day: CalendarDate) =>
    groupOf(evaluatorId) !== groupOf(giverId) && (periods.get(evaluatorId) ?? []).some((period) => covers(period, day));
  const isHeard = (evaluatorId: string, giverId: string, day: CalendarDate) =>
    isJudge(evaluatorId, giverId, day) &&
    !(paid.get(between(evaluatorId, giverId)) ?? []).some(
      (payment) => Math.abs(daysBetween(payment.on, day)) <= PAYMENT_DAYS,
    );

  const heard = verifications.filter(({ giverId, evaluatorId, on: day }) => isHeard(evaluatorId, giverId, day));
  const voices = distinct(heard, ({ giverId }) => giverId);
  const groupVoices = distinct(heard, ({ giverId }) => groupOf(giverId));
  return {
    on,
    groupOf,
    isJudge,
    isHeard,
    voiceOf: (id) => voices.get(id)?.size ?? 0,
    groupVoiceOf: (id) => groupVoices.get(groupOf(id))?.size ?? 0,
  };

  /** The groups of evaluators, by whom they verified. */
  function distinct(all: readonly Verification[], keyOf: (each: Verification) => string) {
    const byKey = [...grouped(all, keyOf)];
    return new Map(byKey.map(([key, each]) => [key, new Set(each.map(({ evaluatorId }) => groupOf(evaluatorId)))]));
  }
}

function covers({ from, until, endedOn, voidFrom }: Accreditation, day: CalendarDate): boolean {
  const last = endedOn !== null && endedOn < until ? endedOn : until;
  return from <= day && day <= last && (voidFrom === null || day < voidFrom);
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known === undefined) groups.set(keyOf(item), [item]);
    else known.push(item);
  }
  return groups;
}
