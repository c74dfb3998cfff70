import {
  existing,
  idOf,
  insert,
  jsonb,
  one,
  privateColumns,
  privateText,
  table,
  view,
  type DomainEvent,
  type Key,
  type RecordedEvent,
  type Reducer,
  type RowOf,
  type RowOfColumns,
} from '@maillage/kernel';
import { evidenceHeld, type HeldEvidence } from '@maillage/evidence';
import { amendmentTable, settlementTable } from './changes.view.js';
import { contributionTables } from './contribution.view.js';
import { commitmentEvents, type CommitmentEvent, type CommitmentEventOf } from './events.js';
import {
  accepted,
  amended,
  amendmentProposed,
  commitmentColumns,
  declined,
  dissolved,
  made,
  partyColumns,
  released,
  termColumns,
  termVersion,
  type CommitmentFields,
} from './promise.view.js';

export { commitmentPart, type Part, type PartyFields } from './promise.view.js';
export type { AmendmentRow, SettlementRow } from './changes.view.js';

type Of<Type extends CommitmentEvent['type']> = RecordedEvent<CommitmentEventOf<Type>>;
const changeColumns = { commitment_id: 'text', position: 'bigint' } as const;
type ChangeRow = RowOfColumns<typeof changeColumns>;

const noted: Reducer<DomainEvent, ChangeRow> = one(commitmentKey, (_, event) => ({
  commitment_id: idOf(event.stream),
  position: event.position.toString(),
}));
const onAnyEvent = Object.fromEntries(Object.keys(commitmentEvents).map((type) => [type, noted]));

/** `commitment`, its parties and earlier terms; `contribution` and what others said of it. Each as it is now. */
export const commitments = view({
  name: 'commitments',
  version: 14,
  tables: {
    commitment: table({
      columns: commitmentColumns,
      primaryKey: ['id'],
      indexes: [['mission_id', 'position'], ['mission_id', 'due_on'], ['position']],
      searched: ['description'],
    }).on<CommitmentEvent>({
      CommitmentMade: one(commitmentKey, (_, event) => made(event)),
      CommitmentAmended: one(commitmentKey, (row, event) => amended(existing(row, event), event.data)),
      AmendmentProposed: one(commitmentKey, (row, event) => amendmentProposed(existing(row, event), event)),
      CommitmentAccepted: one(commitmentKey, (row, event) => accepted(existing(row, event), event)),
      PartyReleased: one(commitmentKey, (row, event) => released(existing(row, event), event)),
      PartyDissolved: one(commitmentKey, (row, event) => dissolved(existing(row, event), event)),
      CommitmentDeclined: one(commitmentKey, (row, event) => declined(existing(row, event), event)),
      CommitmentWithdrawn: one(commitmentKey, (row, event) => ({
        ...existing(row, event),
        state: 'WITHDRAWN',
        withdrawn_at: event.recordedAt,
        withdrawal_reason: event.data.reason,
      })),
    }),

    commitment_party: table({
      columns: partyColumns,
      primaryKey: ['commitment_id', 'organisation_id'],
      indexes: [
        ['organisation_id', 'position'],
        ['mission_id', 'organisation_id'],
      ],
    }).following<CommitmentEvent, CommitmentFields>('commitment', {
      keys: ({ before, after }) =>
        Object.entries(after?.parties ?? {})
          .filter(([id, party]) => before?.parties[id] !== party)
          .map(([id]) => [after?.id ?? '', id]),
      reduce: (_, { after }, [, organisationId]) => after?.parties[String(organisationId)],
    }),

    /** Every version of the terms, the present one included: what was promised earlier stays visible. */
    commitment_term: table({
      columns: {
        commitment_id: 'text',
        position: 'bigint',
        ...termColumns,
        version: 'integer',
        /** Why they replaced the earlier ones; the first terms need none. */
        reason: 'text?',
        recorded_by: 'text',
        recorded_at: 'timestamptz',
      },
      primaryKey: ['commitment_id', 'position'],
    }).following<CommitmentEvent, CommitmentFields>('commitment', {
      inserts: true,
      keys: ({ event }) => (isOfTerms(event) ? [historyKey(event)] : []),
      reduce: (row, { after, event }) => (after !== undefined && isOfTerms(event) ? termVersion(after, event) : row),
    }),

    /** What promisors told of how it is going. */
    commitment_note: table({
      columns: {
        commitment_id: 'text',
        id: 'text',
        organisation_id: 'text',
        ...privateColumns('text'),
        evidence_links: jsonb<readonly HeldEvidence[]>(),
        noted_on: 'date',
        recorded_at: 'timestamptz',
        position: 'bigint',
      },
      primaryKey: ['commitment_id', 'id'],
    }).on<CommitmentEvent>({
      ProgressNoted: insert(
        (event) => [idOf(event.stream), event.data.noteId],
        (event) => ({
          commitment_id: idOf(event.stream),
          id: event.data.noteId,
          organisation_id: event.data.organisationId,
          ...privateText('text', event, '/text'),
          evidence_links: evidenceHeld(event),
          noted_on: event.data.on,
          recorded_at: event.recordedAt,
          position: event.position.toString(),
        }),
      ),
    }),

    /** Changes of the terms that others had to accept. */
    commitment_amendment: amendmentTable,
    /** What was settled once promises were due, or was to be. */
    commitment_settlement: settlementTable,

    /** Where in the log each commitment's stream ends: whoever keeps a copy asks for what changed since. */
    commitment_change: table({
      columns: changeColumns,
      primaryKey: ['commitment_id'],
      indexes: [['position']],
    }).on(onAnyEvent),

    ...contributionTables,
  },
});

export type TermsVersionRow = RowOf<typeof commitments, 'commitment_term'>;
export type ContributionRow = RowOf<typeof commitments, 'contribution'>;
export type ContributionVersionRow = RowOf<typeof commitments, 'contribution_version'>;
export type StatementRow = RowOf<typeof commitments, 'contribution_statement'>;
export type ObjectionRow = RowOf<typeof commitments, 'contribution_objection'>;

function commitmentKey(event: RecordedEvent): Key {
  return [idOf(event.stream)];
}

function isOfTerms(event: RecordedEvent): event is Of<'CommitmentMade' | 'CommitmentAmended'> {
  return event.type === 'CommitmentMade' || event.type === 'CommitmentAmended';
}

function historyKey(event: RecordedEvent): Key {
  return [idOf(event.stream), event.position.toString()];
}
