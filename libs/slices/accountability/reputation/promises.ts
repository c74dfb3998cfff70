import Big from 'big.js';
import { daysBetween, type CalendarDate } from '@maillage/kernel';
import type { Completion as RecordedCompletion, Evidence } from '../commitment/events.js';
import type { DeliveredShare, DueFact } from './arithmetic.js';
import { heardTerms, isHeard, type AgreementFact, type SettlementFact, type TermsFact } from './agreed.facts.js';
import { attestedOf, delivers, type Attested, type GivenFact } from './attested.facts.js';
import type { Standing } from './standing.js';

// What a promise says of one that made it, in the second form: how much of it was kept, how well that is attested, and what is missing.

// A constructor of its own: strictness and precision are settings of it, not of each sum.
const Decimal = Big();
Decimal.strict = true;
Decimal.DP = 20;

const NOTHING = new Decimal('0');
const ONE = new Decimal('1');

/** A promise is a fact where it was made and accepted at least so many days before it fell due. */
export const BOUND_DAYS = 14;

/** What keeps a promise: so much of something, each of its milestones, or a contribution that is said to complete it. */
export type Completion = Exclude<RecordedCompletion, 'ANY'>;

/** A promise as it bears on one of its promisors, as the log had it at the moment asked about. */
export interface PromiseFact {
  readonly id: string;
  readonly promisorId: string;
  readonly madeOn: CalendarDate;
  /** The day the promisor accepted it; null while it did not, or where it is only reported. */
  readonly boundOn: CalendarDate | null;
  /** Whether it was let go of it. */
  readonly released: boolean;
  /** Where it exists no more: since when. What was due before stays missed. */
  readonly dissolvedOn?: CalendarDate;
  /** Where it left once the time to do so by itself was over: the promisors that it followed. */
  readonly followed?: readonly string[];
  readonly withdrawn: boolean;
  /** Where that was late: who agreed. */
  readonly withdrawnLate?: AgreementFact;
  /** What was given without an earlier promise, and is none. */
  readonly gift: boolean;
  readonly completion: Completion;
  /** Every version that was accepted, oldest first; the last one is in force. */
  readonly terms: readonly TermsFact[];
  /** Promisors and counterparties, whether or not they accepted; of successors those that did. */
  readonly parties: readonly string[];
  /** Counterparties that accepted it, save those that left in good time. */
  readonly acceptedBy: readonly string[];
  /** Those agreed on, oldest first. */
  readonly settlements: readonly SettlementFact[];
  readonly given: readonly GivenFact[];
}

/**
 * What the promise says, by its shares; `undefined` where it is no fact, or none yet. Only what others attested speaks for
 * it. Its giver's own word is neither for nor against where it was recorded by the due date, and missing where later.
 */
export function dueFactOf(told: PromiseFact, standing: Standing): DueFact | undefined {
  const promise = heardOnly(told, standing);
  const { boundOn, madeOn, gift, terms } = promise;
  const firstDue = terms.at(-1)?.dueOn ?? null;
  if (firstDue === null || boundOn === null || isLetGo(promise, standing) || gift) return undefined;
  if (daysBetween(madeOn > boundOn ? madeOn : boundOn, firstDue) < BOUND_DAYS) return undefined;
  const settlements = promise.settlements.filter((each) => isHeard(each, standing));
  const dueOn = settlements.reduce((due, each) => (each.outcome === 'EXTENDED' ? each.dueOn : due), firstDue);
  const { dissolvedOn } = promise;
  if (dueOn >= standing.on || (dissolvedOn !== undefined && dissolvedOn <= dueOn)) return undefined;

  const { delivered, awaiting, silent, missing } = sharesOf(promise, dueOn, standing);
  const forgiven = settlements.some(({ outcome }) => outcome === 'CLOSED_AS_IS')
    ? missing.div(new Decimal('2'))
    : NOTHING;
  return {
    id: promise.id,
    ageDays: daysBetween(dueOn, standing.on),
    delivered: delivered.map(({ evidence, share }) => ({ evidence, share: numberOf(share) })),
    awaitingRuling: numberOf(awaiting),
    silent: numberOf(silent.plus(forgiven)),
    missing: numberOf(missing.minus(forgiven)),
    receivers: receiversOf(promise, standing),
  };
}

/**
 * The groups that hear it, apart from the promisor's own. One whose voice is 0 adds none, as it adds none to what it says
 * in reviews: groups that cost nothing to make would otherwise each hear the same dust anew.
 */
function receiversOf({ acceptedBy, promisorId }: PromiseFact, { groupOf, groupVoiceOf }: Standing): readonly string[] {
  const heard = acceptedBy.filter((id) => groupOf(id) !== groupOf(promisorId) && groupVoiceOf(id) >= 1);
  return [...new Set(heard.map(groupOf))].sort();
}

/**
 * Leaving late, after another left, is heard where that one is of standing: a promise would else be got rid of on its last day
 * by a creature of one's own, that promises along and leaves in good time.
 */
function isLetGo({ promisorId, released, followed }: PromiseFact, { groupOf, voiceOf }: Standing): boolean {
  if (!released || followed === undefined) return released;
  return followed.some((id) => groupOf(id) !== groupOf(promisorId) && voiceOf(id) >= 1);
}

/** Without what changed it late and nobody of standing agreed to. */
function heardOnly(promise: PromiseFact, standing: Standing): PromiseFact {
  const { withdrawn, withdrawnLate, terms } = promise;
  const taken = withdrawnLate === undefined || isHeard(withdrawnLate, standing);
  return { ...promise, terms: heardTerms(terms, standing), withdrawn: withdrawn && taken };
}

/** They add up to 1. */
interface Shares {
  readonly delivered: readonly { readonly evidence: DeliveredShare['evidence']; readonly share: Big }[];
  readonly awaiting: Big;
  readonly silent: Big;
  readonly missing: Big;
}

function sharesOf(promise: PromiseFact, dueOn: CalendarDate, standing: Standing): Shares {
  const heard = promise.given.filter(delivers).map((given) => heardOf(given, promise, dueOn, standing));
  switch (promise.completion) {
    case 'QUANTITY':
      return byQuantity(promise, heard);
    case 'MILESTONES':
      return byMilestones(promise, heard);
    case 'DECLARED':
      return declared(promise, heard);
  }
}

/** Which way a contribution counts. What is `UNHEARD` counts in none. */
type Way = Extract<Evidence, 'VERIFIED' | 'CORROBORATED'> | 'AWAITING' | 'SILENT' | 'UNHEARD';

/** Each takes its part of the promise before those behind it. */
const WAYS = ['VERIFIED', 'CORROBORATED', 'AWAITING', 'SILENT'] as const satisfies readonly Way[];

interface HeardGift {
  readonly given: GivenFact;
  readonly attested: Attested;
  readonly way: Way;
  /** Which way its giver's own word counts: not at all where it came late. */
  readonly word: Way;
}

function heardOf(given: GivenFact, promise: PromiseFact, dueOn: CalendarDate, standing: Standing): HeardGift {
  const attested = attestedOf(given, promise.parties, standing);
  const { evidence, frozen } = attested;
  const word: Way = given.recordedOn <= dueOn ? 'SILENT' : 'UNHEARD';
  const heard = { given, attested, word };
  if (frozen) return { ...heard, way: 'AWAITING' };
  // What was looked for and not found reaches no milestone, and completes nothing.
  if (attested.nothing) return { ...heard, way: 'UNHEARD' };
  if (evidence !== 'VERIFIED' && evidence !== 'CORROBORATED') return { ...heard, way: word };
  // What another promisor gave keeps the promise, and is not this one's doing.
  return { ...heard, way: given.contributorId === promise.promisorId ? evidence : 'SILENT' };
}

/** Of the largest amount accepted; what a change took away is neither for nor against. */
function byQuantity({ terms, withdrawn }: PromiseFact, heard: readonly HeardGift[]): Shares {
  const unit = terms.at(-1)?.unit ?? null;
  const amounts = terms.filter((each) => each.unit === unit).map(({ amount }) => new Decimal(amount ?? '0'));
  const largest = amounts.reduce((most, each) => (each.gt(most) ? each : most), NOTHING);
  const inForce = withdrawn ? NOTHING : (amounts.at(-1) ?? NOTHING);
  let open = largest;
  const take = (amount: Big) => {
    const taken = amount.gt(open) ? open : amount;
    open = open.minus(taken);
    return taken.div(largest);
  };
  const amountOf = (way: Way) =>
    heard
      .filter((each) => each.way === way && each.given.unit === unit)
      .reduce((total, { attested }) => total.plus(new Decimal(attested.amount ?? '0')), NOTHING);
  const [verified, corroborated, awaiting, silent] = WAYS.map((way) => take(amountOf(way))) as [Big, Big, Big, Big];
  const takenAway = take(largest.minus(inForce));
  return {
    delivered: spoken(verified, corroborated),
    awaiting,
    silent: silent.plus(takenAway),
    missing: open.div(largest),
  };
}

/** Of all milestones ever accepted, each once. Where no counterparty accepted, nobody sees a part: all or nothing. */
function byMilestones({ terms, acceptedBy, withdrawn }: PromiseFact, heard: readonly HeardGift[]): Shares {
  const all = new Set(terms.flatMap(({ milestones }) => milestones));
  const inForce = new Set(withdrawn ? [] : terms.at(-1)?.milestones);
  const reached = [...all].map((key) => {
    const way = WAYS.find((each) => heard.some((gift) => gift.way === each && gift.given.milestone === key));
    return { key, way };
  });
  const share = (some: readonly unknown[]) => new Decimal(some.length.toString()).div(new Decimal(all.size.toString()));
  const by = (way: Way) => reached.filter((each) => each.way === way);
  const spokenFor = [...by('VERIFIED'), ...by('CORROBORATED')];
  const whole = acceptedBy.length > 0 || spokenFor.length === all.size;
  const open = [...reached.filter(({ way }) => way === undefined), ...(whole ? [] : spokenFor)];
  const missing = open.filter(({ key }) => inForce.has(key));
  return {
    delivered: whole ? spoken(share(by('VERIFIED')), share(by('CORROBORATED'))) : [],
    awaiting: share(by('AWAITING')),
    silent: share([...by('SILENT'), ...open.filter(({ key }) => !inForce.has(key))]),
    missing: share(missing),
  };
}

/** Whole or not at all, once it was verified or one it was made to confirmed that it is complete. */
function declared({ acceptedBy, withdrawn }: PromiseFact, heard: readonly HeardGift[]): Shares {
  const completing = heard.filter(({ given }) => given.completes).map((each) => ({ ...each, way: completed(each) }));
  const way = WAYS.find((each) => completing.some((gift) => gift.way === each));
  const share = (of: Way) => (way === of ? ONE : NOTHING);
  const untold = way === undefined && withdrawn ? ONE : NOTHING;
  return {
    delivered: spoken(share('VERIFIED'), share('CORROBORATED')),
    awaiting: share('AWAITING'),
    silent: share('SILENT').plus(untold),
    missing: way === undefined && !withdrawn ? ONE : NOTHING,
  };

  /** What only onlookers corroborated completes nothing. */
  function completed({ given, attested, way: counted, word }: HeardGift): Way {
    if (counted !== 'CORROBORATED' || given.verifications.length > 0) return counted;
    return attested.corroboratedBy(acceptedBy) ? counted : word;
  }
}

function spoken(verified: Big, corroborated: Big): Shares['delivered'] {
  return [
    { evidence: 'VERIFIED' as const, share: verified },
    { evidence: 'CORROBORATED' as const, share: corroborated },
  ].filter(({ share }) => share.gt(NOTHING));
}

function numberOf(share: Big): number {
  return Number(share.toFixed());
}
