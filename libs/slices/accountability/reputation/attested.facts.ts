import { plusDays, type CalendarDate } from '@maillage/kernel';
import { Decimal } from '../decimal.arithmetic.js';
import { DISPUTE_DAYS, type Evidence } from '../commitment/events.js';
import type { Standing } from './standing.js';

/** The one spelling of it. */
export const NOTHING = '0';

/** What was given towards a promise, and what others said of it. */
export interface GivenFact {
  readonly id: string;
  readonly contributorId: string;
  /** Null where nothing countable was given. */
  readonly amount: string | null;
  readonly unit: string | null;
  /** Which milestone it reaches, by key. */
  readonly milestone: string | null;
  /** Whether it is said to complete a promise that is neither counted nor in milestones. */
  readonly completes: boolean;
  /** The day the giver accepted the promise; null where it did not. */
  readonly giverBoundOn: CalendarDate | null;
  /** The last day of the period it was given in. */
  readonly givenTo: CalendarDate;
  readonly recordedOn: CalendarDate;
  /** Whether its giver says so itself. */
  readonly declared: boolean;
  /** By whom. */
  readonly corroborations: readonly string[];
  /** Oldest first. */
  readonly verifications: readonly FoundFact[];
  readonly disputes: readonly DisputeFact[];
}

export interface FoundFact {
  readonly evaluatorId: string;
  readonly on: CalendarDate;
  /** How much it found, in the contribution's unit; null where it found it as recorded. */
  readonly found: string | null;
}

/** What was recorded of a contribution until it was corrected or taken back, and what others had said of that. */
export interface FormerFact {
  readonly given: GivenFact;
  readonly endedOn: CalendarDate;
}

export interface DisputeFact {
  readonly by: string;
  readonly on: CalendarDate;
  /** Taken back, or settled otherwise than by a verification or by time. */
  readonly endedOn: CalendarDate | null;
}

/** What a contribution comes to. */
export interface Attested {
  /** VERIFIED by an accredited, independent evaluator; CORROBORATED by a group of standing, or verified by anybody else. */
  readonly evidence: Evidence;
  /** In dispute: it speaks for nothing until that ends. */
  readonly frozen: boolean;
  /** As the latest accredited verification found it. */
  readonly amount: string | null;
  /** Whether that found nothing of it. */
  readonly nothing: boolean;
  /** Whether one of those asked about is among who corroborated it and is heard. */
  corroboratedBy(organisationIds: readonly string[]): boolean;
}

/** Whether it was given towards the promise: what was given before its giver was bound is a gift, and delivers nothing. */
export function delivers({ giverBoundOn, givenTo }: Pick<GivenFact, 'giverBoundOn' | 'givenTo'>): boolean {
  return giverBoundOn !== null && giverBoundOn <= givenTo;
}

/** @param parties of the promise: an evaluator tied to one of them is none. */
export function attestedOf(given: GivenFact, parties: readonly string[], standing: Standing): Attested {
  const { contributorId, verifications } = given;
  const { groupOf, on } = standing;
  const tied = new Set([contributorId, ...parties].map(groupOf));
  const judged = verifications
    .filter(
      ({ evaluatorId, on: day }) =>
        !tied.has(groupOf(evaluatorId)) && standing.isJudge(evaluatorId, contributorId, day),
    )
    .map((each) => ({ ...each, heard: standing.isHeard(each.evaluatorId, contributorId, each.on) }));
  const amount = amountFound(given.amount, judged);
  const outside = (id: string) => groupOf(id) !== groupOf(contributorId);
  const corroborations = given.corroborations.filter(outside);
  const corroborators = corroborations.filter((id) => standing.groupVoiceOf(id) >= 1);
  const verified = judged.some(({ heard }) => heard);
  const level = (): Evidence => {
    if (verified) return 'VERIFIED';
    if (corroborators.length > 0 || verifications.some(({ evaluatorId }) => outside(evaluatorId)))
      return 'CORROBORATED';
    return given.declared || corroborations.length > 0 ? 'DECLARED' : 'NONE';
  };
  return {
    evidence: level(),
    frozen: !verified && given.disputes.some((dispute) => freezes(dispute, on)),
    amount,
    nothing: amount === NOTHING,
    corroboratedBy: (ids) => corroborators.some((id) => ids.includes(id)),
  };
}

/**
 * How much of it counts, as accredited evaluators found it, the latest word last. Money between giver and evaluator takes from
 * what is said for the giver, and never from what is said against it: the one who is judged could else undo the judgement by
 * paying a cent afterwards.
 */
function amountFound(
  recorded: string | null,
  judged: readonly { readonly found: string | null; readonly heard: boolean }[],
): string | null {
  return judged.reduce((amount, { found, heard }) => {
    if (heard) return found ?? recorded;
    return found === null || amount === null || new Decimal(found).gt(new Decimal(amount)) ? amount : found;
  }, recorded);
}

function freezes({ on: since, endedOn }: DisputeFact, on: CalendarDate): boolean {
  return since <= on && (endedOn === null || endedOn > on) && on <= plusDays(since, DISPUTE_DAYS);
}
