import {
  dateOf,
  existing,
  idOf,
  insert,
  jsonb,
  one,
  table,
  view,
  type CalendarDate,
  type Change,
  type Key,
  type RecordedEvent,
  type Reducer,
  type RowOfColumns,
} from '@maillage/kernel';
import type { CommitmentEvent, CommitmentEventOf } from '../commitment/events.js';
import { delivers } from './attested.facts.js';
import { boundBy, boundUnder, boundWith, type Bound } from './bound.facts.js';
import { entryOf } from './entry.facts.js';
import { earnsVoice, type CommitmentEntry } from './record.facts.js';
import { mayPromise, receiversIn, successorOf, type RecordedSuccessor, type Sides } from './successors.facts.js';

type Of<Type extends CommitmentEvent['type']> = RecordedEvent<CommitmentEventOf<Type>>;

interface Gift {
  readonly contributorId: string;
  readonly givenTo: CalendarDate;
  readonly money: boolean;
  readonly amount: string | null;
  readonly unit: string | null;
}

const partyColumns = {
  id: 'text',
  promisor_ids: jsonb<readonly string[]>(),
  /** Those asked to take the place of one that exists no more. */
  successors: jsonb<readonly RecordedSuccessor[]>(),
  counterparty_ids: jsonb<readonly string[]>(),
  bound: jsonb<Bound>(),
  gift: 'boolean',
  reported: 'boolean',
  due_on: 'date?',
  terms_version: 'integer',
  /** By id. */
  given: jsonb<Readonly<Record<string, Gift>>>(),
  /** Of the last event that says anything of what was given. */
  position: 'bigint',
} as const;
type PartiesRow = RowOfColumns<typeof partyColumns>;

/**
 * What the second form of reputation rests on: what was said of each commitment, entry by entry, so that any moment can be
 * asked about; and what would cost time proportional to the whole network if it were looked for when asked for.
 */
export const reputationRecords = view({
  name: 'reputation_records',
  version: 10,
  tables: {
    /** What reputation minds of each event of a commitment. */
    reputation_entry: table({
      columns: { commitment_id: 'text', position: 'bigint', day: 'date', entry: jsonb<CommitmentEntry>() },
      primaryKey: ['commitment_id', 'position'],
    }).on<CommitmentEvent>(
      Object.fromEntries(
        Object.entries(entryOf).map(([type, make]) => [
          type,
          insert(
            (event) => [idOf(event.stream), event.position.toString()],
            (event: RecordedEvent) => ({
              commitment_id: idOf(event.stream),
              position: event.position.toString(),
              day: dateOf(event.recordedAt),
              entry: (make as (event: RecordedEvent) => CommitmentEntry)(event),
            }),
          ),
        ]),
      ),
    ),

    /** Who stands on which side of a commitment, and what was given, as far as the two tables below mind it. */
    reputation_parties: table({ columns: partyColumns, primaryKey: ['id'] }).on<CommitmentEvent>({
      CommitmentMade: one(ofStream, (_, event) => made(event)),
      CommitmentAccepted: one(ofStream, (row, event) => accepted(existing(row, event), event)),
      CommitmentAmended: one(ofStream, (row, event) => amended(existing(row, event), event)),
      PartyDissolved: one(ofStream, (row, event) => succeeded(existing(row, event), event)),
      ContributionRecorded: one(ofStream, (row, event) => gave(existing(row, event), event)),
      ContributionCorrected: one(ofStream, (row, event) => correctedGift(existing(row, event), event)),
      ContributionDeclared: told(),
      ContributionVerified: told(),
    }),

    /** On which days which evaluators verified what an organisation gave towards a promise it was bound to before. */
    reputation_verification: table({
      columns: { giver_id: 'text', evaluator_id: 'text', day: 'date', position: 'bigint' },
      primaryKey: ['giver_id', 'evaluator_id', 'day'],
    }).following<CommitmentEvent, PartiesRow>('reputation_parties', {
      keys: verificationOf,
      reduce: (row, { event }, [giver, evaluator, day]) =>
        row ?? {
          giver_id: String(giver),
          evaluator_id: String(evaluator),
          day: String(day),
          position: event.position.toString(),
        },
    }),

    /** What evaluators found of what was given towards a commitment; who reviewed it is held against that. */
    reputation_finding: table({
      columns: {
        commitment_id: 'text',
        position: 'bigint',
        day: 'date',
        contribution_id: 'text',
        giver_id: 'text',
        evaluator_id: 'text',
        amount: 'numeric?',
        unit: 'text?',
      },
      primaryKey: ['commitment_id', 'position'],
    }).following<CommitmentEvent, PartiesRow>('reputation_parties', {
      inserts: true,
      keys: (change) => {
        const found = foundIn(change);
        return found === undefined ? [] : [[found.commitment_id, found.position]];
      },
      reduce: (_, change) => foundIn(change),
    }),

    /** Money that organisations say they gave each other. */
    reputation_payment: table({
      columns: {
        giver_id: 'text',
        receiver_id: 'text',
        /** The last of the period it was given in. */
        given_to: 'date',
        position: 'bigint',
        day: 'date',
      },
      primaryKey: ['giver_id', 'receiver_id', 'given_to'],
      indexes: [['receiver_id']],
    }).following<CommitmentEvent, PartiesRow>('reputation_parties', {
      keys: paymentsOf,
      reduce: (row, { event }, [giver, receiver, givenTo]) =>
        row ?? {
          giver_id: String(giver),
          receiver_id: String(receiver),
          given_to: String(givenTo),
          position: event.position.toString(),
          day: dateOf(event.recordedAt),
        },
    }),
  },
});

function ofStream(event: RecordedEvent): Key {
  return [idOf(event.stream)];
}

function made(event: Of<'CommitmentMade'>): PartiesRow {
  const { promisorIds, counterpartyIds, acceptedBy, dueOn, source } = event.data;
  const reported = source !== undefined;
  const day = dateOf(event.recordedAt);
  return {
    id: idOf(event.stream),
    promisor_ids: promisorIds,
    successors: [],
    counterparty_ids: counterpartyIds,
    bound: boundBy(day, { promisorIds, acceptedBy, reported }),
    gift: event.data.gift === true || (dueOn !== undefined && dueOn <= day),
    reported,
    due_on: dueOn ?? null,
    terms_version: 1,
    given: {},
    position: event.position.toString(),
  };
}

function accepted(row: PartiesRow, event: Of<'CommitmentAccepted'>): PartiesRow {
  const { data, recordedAt } = event;
  if (data.termsVersion !== row.terms_version) return row;
  const { reported, due_on: dueOn } = row;
  const promisorIds = mayPromise(sidesOf(row));
  const accepting = { by: data.organisationId, day: dateOf(recordedAt), dueOn, promisorIds, reported };
  return {
    ...row,
    bound: boundWith(row.bound, accepting),
    successors: answered(row, [data.organisationId], event),
  };
}

function amended(row: PartiesRow, event: Of<'CommitmentAmended'>): PartiesRow {
  const { data, recordedAt } = event;
  const { reported } = row;
  const promisorIds = mayPromise(sidesOf(row));
  const dueOn = data.dueOn ?? null;
  const { acceptedBy } = data;
  const changed = { ...row, due_on: dueOn, terms_version: data.termsVersion ?? row.terms_version + 1 };
  if (acceptedBy === undefined) return changed;
  const day = dateOf(recordedAt);
  const accepting = { day, dueOn, promisorIds, reported };
  return {
    ...changed,
    bound: acceptedBy.reduce(
      (bound, by) => boundWith(bound, { ...accepting, by }),
      boundUnder(acceptedBy, row.bound, day),
    ),
    successors: answered(row, acceptedBy, event),
  };
}

/** Those who made it stay whom it was first: what was answered of an earlier moment would change else. */
function succeeded(row: PartiesRow, { data: { organisationId, successorId } }: Of<'PartyDissolved'>): PartiesRow {
  if (successorId === undefined) return row;
  const successor = { ...successorOf(sidesOf(row), organisationId, successorId), accepted: null };
  return { ...row, successors: [...row.successors, successor] };
}

/** Of successors, with those that accept by the event, where they have not before. */
function answered(
  { successors }: PartiesRow,
  acceptedBy: readonly string[],
  { position, recordedAt }: RecordedEvent,
): readonly RecordedSuccessor[] {
  const now = { position: position.toString(), day: dateOf(recordedAt) };
  return successors.map((each) => (acceptedBy.includes(each.id) ? { ...each, accepted: each.accepted ?? now } : each));
}

function sidesOf({ promisor_ids, counterparty_ids, successors }: PartiesRow): Sides<RecordedSuccessor> {
  return { promisorIds: promisor_ids, counterpartyIds: counterparty_ids, successors };
}

function gave(row: PartiesRow, { data, position }: Of<'ContributionRecorded'>): PartiesRow {
  const gift: Gift = {
    contributorId: data.contributorId,
    givenTo: data.period.to,
    money: data.kind === 'MONEY',
    amount: data.quantity?.amount ?? null,
    unit: data.quantity?.unit ?? null,
  };
  return { ...row, given: { ...row.given, [data.contributionId]: gift }, position: position.toString() };
}

function correctedGift(row: PartiesRow, { data, position }: Of<'ContributionCorrected'>): PartiesRow {
  const before = row.given[data.contributionId];
  if (before === undefined) throw new Error(`Contribution ${data.contributionId} is corrected before it is recorded.`);
  const { quantity, period } = data;
  const gift = {
    ...before,
    givenTo: period.to,
    amount: quantity?.amount ?? null,
    unit: quantity?.unit ?? null,
  };
  return { ...row, given: { ...row.given, [data.contributionId]: gift }, position: position.toString() };
}

/** Changes nothing but the position, so that those that follow hear of it. */
function told(): Reducer<CommitmentEventOf<'ContributionDeclared' | 'ContributionVerified'>, PartiesRow> {
  return one(ofStream, (row, event) => ({ ...existing(row, event), position: event.position.toString() }));
}

type Told = Change<CommitmentEvent, PartiesRow>;

function verificationOf({ after: row, event }: Told): readonly Key[] {
  if (row === undefined || event.type !== 'ContributionVerified') return [];
  const { contributionId, verifiedBy, found } = event.data;
  const gift = row.given[contributionId];
  if (gift === undefined) return [];
  const giverBoundOn = row.bound.firstBoundOn[gift.contributorId] ?? null;
  if (!earnsVoice(row, { giverBoundOn, givenTo: gift.givenTo }, { found: found?.amount ?? null })) return [];
  return [[gift.contributorId, verifiedBy, dateOf(event.recordedAt)]];
}

/** What was given before its giver was bound is a gift, and tells nothing of the promise. */
function foundIn({ after: row, event }: Told) {
  if (row === undefined || event.type !== 'ContributionVerified') return undefined;
  const { contributionId, verifiedBy, found } = event.data;
  const gift = row.given[contributionId];
  if (gift === undefined) return undefined;
  const { contributorId, givenTo, unit } = gift;
  const amount = found?.amount ?? gift.amount;
  if (!delivers({ giverBoundOn: row.bound.firstBoundOn[contributorId] ?? null, givenTo })) return undefined;
  return {
    commitment_id: row.id,
    position: event.position.toString(),
    day: dateOf(event.recordedAt),
    contribution_id: contributionId,
    giver_id: contributorId,
    evaluator_id: verifiedBy,
    amount,
    unit,
  };
}

/**
 * What its giver does not say itself is no payment: others could tie it to whomever they like. What it takes back later ties
 * it still: who could undo a tie by taking it back would do so once it was verified.
 */
function paymentsOf({ after: row, event }: Told): readonly Key[] {
  if (row === undefined) return [];
  const { type } = event;
  if (type !== 'ContributionDeclared' && type !== 'ContributionRecorded' && type !== 'ContributionCorrected') return [];
  if (type === 'ContributionRecorded' && !event.data.declared) return [];
  const gift = row.given[event.data.contributionId];
  if (gift?.money !== true) return [];
  if (type === 'ContributionCorrected' && event.data.correctedBy !== gift.contributorId) return [];
  const sides = sidesOf(row);
  const successors = sides.successors.map((each) => ({ ...each, accepted: each.accepted !== null }));
  const receivers = receiversIn({ ...sides, successors });
  return receivers.map((receiver) => [gift.contributorId, receiver, gift.givenTo]);
}
