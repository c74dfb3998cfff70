import { plusDays, type CalendarDate } from '@maillage/kernel';
import { FOLLOWING_DAYS, inGoodTimeUntil } from '../commitment/agreement.arithmetic.js';
import type { Completion, SettlementOutcome } from '../commitment/events.js';
import {
  agreementBy,
  settlementsOf,
  withAgreed,
  withDeparted,
  type AgreementFact,
  type SettlementRecord,
  type TermsFact,
} from './agreed.facts.js';
import { delivers, NOTHING, type FoundFact, type GivenFact } from './attested.facts.js';
import { boundBy, boundUnder, boundWith, type Bound } from './bound.facts.js';
import { toldOfGiven, type GivenEntry, type GivenRecord } from './given.facts.js';
import type { PromiseFact } from './promises.js';
import {
  mayPromise,
  mayReceive,
  partiesOf,
  receiversIn,
  successorOf,
  type AnsweringSuccessor,
  type Sides,
} from './successors.facts.js';

// A commitment as its entries tell it, in the second form. Entries are never rewritten, so that those up to a moment tell
// what stood then.

/** What reputation minds of one event of a commitment. */
export type CommitmentEntry =
  | ({
      readonly act: 'MADE';
      readonly missionId: string;
      readonly promisorIds: readonly string[];
      readonly counterpartyIds: readonly string[];
      /** Those that accepted with the making. */
      readonly acceptedBy: readonly string[];
      /** Told by published data: it is no fact about anybody. */
      readonly reported: boolean;
      /** Opened by something given without an earlier promise. */
      readonly gift: boolean;
    } & EntryTerms)
  /** Of the terms in force, or of proposed ones. */
  | { readonly act: 'ACCEPTED'; readonly by: string; readonly version: number }
  | ({
      readonly act: 'AMENDED';
      readonly version: number | null;
      /** Null where all that had accepted before were bound by it. */
      readonly acceptedBy: readonly string[] | null;
      /** Who had to agree and did, where it lessened the promise late. */
      readonly agreedBy: readonly string[] | null;
    } & EntryTerms)
  | { readonly act: 'WITHDRAWN'; readonly agreedBy: readonly string[] | null }
  /** With the settlement that waited for its word, if one did. */
  | { readonly act: 'RELEASED'; readonly by: string; readonly settlementId: string | null }
  | {
      readonly act: 'DISSOLVED';
      readonly by: string;
      readonly dissolvedOn: CalendarDate;
      /** Who may accept the promise in its place. */
      readonly successorId: string | null;
      readonly settlementId: string | null;
    }
  | {
      readonly act: 'SETTLING';
      readonly settlementId: string;
      readonly by: string;
      readonly outcome: SettlementOutcome;
      readonly dueOn: CalendarDate | null;
      readonly mustAccept: readonly string[];
      readonly agreedBySilence: boolean;
    }
  | {
      readonly act: 'SETTLED';
      readonly settlementId: string;
      readonly by: string;
      readonly untiedBackbone: boolean;
    }
  /** Declined or dropped. */
  | { readonly act: 'UNSETTLED'; readonly settlementId: string }
  | GivenEntry;

interface EntryTerms {
  readonly amount: string | null;
  readonly unit: string | null;
  readonly dueOn: CalendarDate | null;
  readonly completion: Completion;
  /** By key. */
  readonly milestones: readonly string[];
}

/** An entry and the day it was recorded on, in UTC. */
export interface DatedEntry {
  readonly day: CalendarDate;
  readonly entry: CommitmentEntry;
}

/** That an organisation left a promise. */
interface LeavingRecord {
  readonly by: string;
  readonly on: CalendarDate;
  /** Since when others could know. */
  readonly heardOn: CalendarDate;
  /** Whether it was bound until then. */
  readonly bound: boolean;
  /** Of a promisor that left late: those that had left, whom it followed. */
  readonly following: readonly string[] | undefined;
  /** It exists no more. */
  readonly dissolved: boolean;
}

/** All that was said of a commitment by then. */
export interface CommitmentRecord extends GivenRecord, Bound, Sides<AnsweringSuccessor> {
  readonly missionId: string;
  readonly madeOn: CalendarDate;
  /** Counterparties that accepted and are still there. */
  readonly acceptedBy: readonly string[];
  /** With those that left when it could no longer be changed in good time: that is no doing of the promisor's. */
  readonly receiverIds: readonly string[];
  readonly reported: boolean;
  /** Which version of the terms is in force. */
  readonly version: number;
  readonly gift: boolean;
  readonly terms: readonly TermsFact[];
  readonly withdrawn: boolean;
  /** Where that was late: who agreed. */
  readonly withdrawnLate: AgreementFact | undefined;
  readonly released: readonly LeavingRecord[];
  readonly settlements: readonly SettlementRecord[];
}

/**
 * @param entries in the order of the log.
 * @throws {Error} where something is said of a commitment, or of a contribution, before it is there.
 */
export function recordOf(id: string, entries: readonly DatedEntry[]): CommitmentRecord {
  const [first, ...later] = entries;
  if (first?.entry.act !== 'MADE') throw new Error(`What is told of commitment ${id} does not begin with its making.`);
  return later.reduce(told, made(id, first.day, first.entry));
}

function made(id: string, day: CalendarDate, entry: Extract<CommitmentEntry, { act: 'MADE' }>): CommitmentRecord {
  const { missionId, promisorIds, counterpartyIds, acceptedBy, reported, completion } = entry;
  return {
    id,
    missionId,
    madeOn: day,
    promisorIds,
    counterpartyIds,
    successors: [],
    acceptedBy: counterpartyIds.filter((id) => acceptedBy.includes(id)),
    receiverIds: counterpartyIds.filter((id) => acceptedBy.includes(id)),
    ...boundBy(day, entry),
    reported,
    completion,
    version: 1,
    // Entries from before gifts said so are due when they were given: there is nothing left to come of them.
    gift: entry.gift || (!reported && entry.dueOn !== null && entry.dueOn <= day),
    terms: [termsOf(entry)],
    withdrawn: false,
    withdrawnLate: undefined,
    released: [],
    settlements: [],
    given: [],
    former: [],
  };
}

function accepted(record: CommitmentRecord, day: CalendarDate, by: string): CommitmentRecord {
  const { acceptedBy, receiverIds, successors, terms } = record;
  const receives = mayReceive(record).includes(by) && !acceptedBy.includes(by);
  const before = successors.find(({ id }) => id === by)?.of;
  const dueOn = terms.at(-1)?.dueOn ?? null;
  return {
    ...record,
    acceptedBy: receives ? [...acceptedBy, by] : acceptedBy,
    receiverIds: receives ? [...receiverIds.filter((id) => id !== before), by] : receiverIds,
    successors: successors.map((each) => (each.id === by ? { ...each, accepted: true } : each)),
    ...boundWith(record, { ...record, promisorIds: mayPromise(record), by, day, dueOn }),
  };
}

function told(record: CommitmentRecord, { day, entry }: DatedEntry): CommitmentRecord {
  switch (entry.act) {
    case 'MADE':
      throw new Error(`Commitment ${record.id} is made twice.`);
    case 'ACCEPTED':
      return entry.version === record.version ? accepted(record, day, entry.by) : record;
    case 'AMENDED':
      return amended(record, day, entry);
    case 'WITHDRAWN': {
      const withdrawnLate = entry.agreedBy === null ? undefined : agreementBy(entry.agreedBy, receiversIn(record));
      return { ...record, withdrawn: true, withdrawnLate };
    }
    case 'RELEASED':
      return left(record, day, entry);
    case 'DISSOLVED':
      return dissolved(record, day, entry);
    case 'SETTLING':
    case 'SETTLED':
    case 'UNSETTLED':
      return { ...record, settlements: settled(record.settlements, day, entry) };
    case 'GIVEN':
    case 'DECLARED':
    case 'CORROBORATED':
    case 'VERIFIED':
    case 'DISPUTED':
    case 'DISPUTE_WITHDRAWN':
    case 'CORRECTED':
    case 'RETRACTED':
      return toldOfGiven(record, day, entry);
  }
}

function amended(
  record: CommitmentRecord,
  day: CalendarDate,
  entry: Extract<CommitmentEntry, { act: 'AMENDED' }>,
): CommitmentRecord {
  const { completion, version, acceptedBy, agreedBy } = entry;
  const late = agreedBy === null ? {} : { late: agreementBy(agreedBy, receiversIn(record)) };
  const changed: CommitmentRecord = {
    ...record,
    completion,
    version: version ?? record.version + 1,
    terms: [...record.terms, { ...termsOf(entry), milestones: milestonesHeard(record, day, entry), ...late }],
  };
  if (acceptedBy === null) return changed;
  const bound = boundUnder(acceptedBy, record, day);
  return acceptedBy.reduce<CommitmentRecord>((so, by) => accepted(so, day, by), { ...changed, ...bound });
}

/**
 * Milestones that a promisor adds by itself once the promise is free no more are none in its facts: whoever is about to miss one
 * would else add ten that are reached at once.
 */
function milestonesHeard(
  record: CommitmentRecord,
  day: CalendarDate,
  { milestones, agreedBy }: Extract<CommitmentEntry, { act: 'AMENDED' }>,
): readonly string[] {
  const before = record.terms.at(-1)?.milestones ?? [];
  if (agreedBy !== null || before.length === 0 || !isLate(record, day)) return milestones;
  return milestones.filter((key) => before.includes(key));
}

function left(
  record: CommitmentRecord,
  on: CalendarDate,
  entry: Extract<CommitmentEntry, { act: 'RELEASED' }>,
): CommitmentRecord {
  const { by } = entry;
  const late = isLate(record, on);
  const bound = record.boundOn[by] !== undefined;
  const following = late && bound ? followedBy(record, on) : undefined;
  const leaving = { by, on, heardOn: on, bound, following, dissolved: false };
  return { ...without(record, on, entry, late), released: [...record.released, leaving] };
}

/** @param late whoever received it stays one of those that hear it: it is gone by no doing of the promisor's. */
function without(
  record: CommitmentRecord,
  on: CalendarDate,
  { by, settlementId }: Extract<CommitmentEntry, { act: 'RELEASED' | 'DISSOLVED' }>,
  late: boolean,
): CommitmentRecord {
  const { acceptedBy, receiverIds, settlements } = record;
  const others = (ids: readonly string[]) => ids.filter((id) => id !== by);
  return {
    ...record,
    acceptedBy: others(acceptedBy),
    receiverIds: late ? receiverIds : others(receiverIds),
    settlements: settlementId === null ? settlements : withDeparted(settlements, settlementId, by, on),
  };
}

/** What it had promised is over from that day on; a successor is bound once it accepts it. */
function dissolved(
  record: CommitmentRecord,
  on: CalendarDate,
  entry: Extract<CommitmentEntry, { act: 'DISSOLVED' }>,
): CommitmentRecord {
  const { by, dissolvedOn, successorId } = entry;
  const { boundOn, successors } = record;
  const heardOn = dissolvedOn > on ? dissolvedOn : on;
  const bound = boundOn[by] !== undefined;
  const leaving = { by, on: dissolvedOn, heardOn, bound, following: undefined, dissolved: true };
  return {
    ...without(record, on, entry, isLate(record, dissolvedOn)),
    successors:
      successorId === null ? successors : [...successors, { ...successorOf(record, by, successorId), accepted: false }],
    released: [...record.released, leaving],
  };
}

/** Whether what is left on that day is left once it could be changed in good time. */
function isLate({ madeOn, terms, acceptedBy }: CommitmentRecord, on: CalendarDate): boolean {
  const dueOn = terms.at(-1)?.dueOn ?? null;
  return dueOn !== null && on > inGoodTimeUntil(madeOn, dueOn, acceptedBy.length > 0);
}

/** Those bound that had left, as others could know for so many days. */
function followedBy({ released }: CommitmentRecord, on: CalendarDate): readonly string[] {
  return released.filter(({ bound, heardOn }) => bound && on <= plusDays(heardOn, FOLLOWING_DAYS)).map(({ by }) => by);
}

function settled(
  settlements: readonly SettlementRecord[],
  day: CalendarDate,
  entry: Extract<CommitmentEntry, { act: 'SETTLING' | 'SETTLED' | 'UNSETTLED' }>,
): readonly SettlementRecord[] {
  switch (entry.act) {
    case 'SETTLING': {
      const { settlementId: id, by, dueOn, mustAccept, agreedBySilence } = entry;
      const asked = { id, by, mustAccept, departures: [], agreedBySilence, on: day };
      const proposed = { ...asked, accepted: [], ended: false };
      return [
        ...settlements,
        dueOn === null ? { ...proposed, outcome: 'CLOSED_AS_IS' } : { ...proposed, outcome: 'EXTENDED', dueOn },
      ];
    }
    case 'SETTLED': {
      const { settlementId, by: organisationId, untiedBackbone } = entry;
      return withAgreed(settlements, settlementId, { agreed: { organisationId, untiedBackbone, on: day } });
    }
    case 'UNSETTLED':
      return withAgreed(settlements, entry.settlementId, { ended: true });
  }
}

function termsOf({ amount, unit, dueOn, milestones }: EntryTerms): TermsFact {
  return { amount, unit, dueOn, milestones };
}

/**
 * What it says of one that promised it.
 * @param on the day asked about: silence agrees to a settlement as days pass.
 */
export function promiseOf(record: CommitmentRecord, promisorId: string, on: CalendarDate): PromiseFact {
  const { id, madeOn, boundOn, gift, terms, withdrawn, withdrawnLate, completion, receiverIds, given } = record;
  const leaving = record.released.find(({ by }) => by === promisorId);
  return {
    id,
    promisorId,
    madeOn,
    gift,
    terms,
    withdrawn,
    given,
    boundOn: boundOn[promisorId] ?? null,
    released: leaving?.dissolved === false,
    ...(leaving?.dissolved === true ? { dissolvedOn: leaving.on } : {}),
    ...(leaving?.following === undefined ? {} : { followed: leaving.following }),
    completion: completion === 'ANY' ? 'DECLARED' : completion,
    parties: partiesOf(record),
    acceptedBy: receiverIds,
    settlements: settlementsOf(record.settlements, promisorId, on),
    ...(withdrawnLate === undefined ? {} : { withdrawnLate }),
  };
}

/**
 * Whether having it verified earns the giver a voice: it was bound to the promise before it gave, and something was found.
 * What is promised and given on one day is a gift by another name.
 */
export function earnsVoice(
  { gift }: { readonly gift: boolean },
  given: Pick<GivenFact, 'giverBoundOn' | 'givenTo'>,
  { found }: Pick<FoundFact, 'found'>,
): boolean {
  return !gift && delivers(given) && given.giverBoundOn !== given.givenTo && found !== NOTHING;
}
