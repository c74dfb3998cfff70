import type { z } from 'zod';
import {
  enumeration,
  existing,
  idOf,
  insert,
  jsonb,
  nullable,
  one,
  oneOf,
  privateColumns,
  privateText,
  table,
  view,
  type DomainEvent,
  type Key,
  type Pointer,
  type Quantity,
  type RecordedEvent,
  type Reducer,
  type Row,
  type RowOf,
  type RowOfColumns,
} from '@maillage/kernel';
import type { EvidenceItem } from '@maillage/evidence';
import {
  commitmentEvents,
  EVIDENCE,
  KINDS,
  type CommitmentEvent,
  type CommitmentEventOf,
  type CommitmentTerms,
  type Evidence,
  type Source,
} from './events.js';

type Of<Type extends CommitmentEvent['type']> = RecordedEvent<CommitmentEventOf<Type>>;
type OfContribution = Of<
  | 'ContributionRecorded'
  | 'ContributionDeclared'
  | 'ContributionCorroborated'
  | 'ContributionVerified'
  | 'ContributionDisputed'
>;
type OfTerms = Of<'CommitmentMade'> | Of<'CommitmentAmended'>;

const termColumns = {
  kind: oneOf(KINDS),
  amount: 'numeric?',
  unit: 'text?',
  description: 'text',
  due_on: 'date?',
} as const;
export type TermsRow = RowOfColumns<typeof termColumns>;

const changeColumns = { commitment_id: 'text', position: 'bigint' } as const;
type ChangeRow = RowOfColumns<typeof changeColumns>;

export const commitmentPart = enumeration('CommitmentPart', 'On which side of a commitment an organisation stands.', {
  PROMISOR: 'It promises.',
  COUNTERPARTY: 'It is promised something, beside the mission.',
});
export type Part = z.output<typeof commitmentPart>;

export const contributionAct = enumeration('ContributionAct', 'What an organisation says of a contribution.', {
  DECLARED: 'It is its own.',
  CORROBORATED: 'It was given.',
  VERIFIED: 'It was found to be as recorded.',
  DISPUTED: 'It was not given as recorded.',
});
export type Act = z.output<typeof contributionAct>;

const noted: Reducer<DomainEvent, ChangeRow> = one(commitmentKey, (_, event) => ({
  commitment_id: idOf(event.stream),
  position: event.position.toString(),
}));
const onAnyEvent = Object.fromEntries(Object.keys(commitmentEvents).map((type) => [type, noted]));

/** `commitment`, its parties and earlier terms; `contribution` and what others said of it. Each as it is now. */
export const commitments = view({
  name: 'commitments',
  version: 3,
  tables: {
    commitment: table({
      columns: {
        id: 'text',
        mission_id: 'text',
        ...termColumns,
        state: oneOf(['MADE', 'WITHDRAWN']),
        withdrawn_at: 'timestamptz?',
        withdrawal_reason: 'text?',
        amended: 'boolean',
        made_by: 'text',
        made_at: 'timestamptz',
        source: nullable(jsonb<Source>()),
        position: 'bigint',
      },
      primaryKey: ['id'],
      indexes: [['mission_id', 'position'], ['mission_id', 'due_on'], ['position']],
    }).on<CommitmentEvent>({
      CommitmentMade: one(commitmentKey, (_, event) => made(event)),
      CommitmentAmended: one(commitmentKey, (row, event) => ({
        ...existing(row, event),
        ...terms(event.data),
        amended: true,
      })),
      CommitmentWithdrawn: one(commitmentKey, (row, event) => ({
        ...existing(row, event),
        state: 'WITHDRAWN',
        withdrawn_at: event.recordedAt,
        withdrawal_reason: event.data.reason,
      })),
    }),

    commitment_party: table({
      columns: {
        commitment_id: 'text',
        organisation_id: 'text',
        part: oneOf(commitmentPart.options),
        mission_id: 'text',
        position: 'bigint',
      },
      primaryKey: ['commitment_id', 'organisation_id'],
      indexes: [
        ['organisation_id', 'position'],
        ['mission_id', 'organisation_id'],
      ],
    }).on<CommitmentEvent>({
      CommitmentMade: {
        keys: (event) => [...event.data.promisorIds, ...event.data.counterpartyIds].map((id) => partyKey(event, id)),
        reduce: (_, event, [commitmentId, organisationId]) =>
          party(event, String(commitmentId), String(organisationId)),
      },
    }),

    /** Every version of the terms, the present one included: what was promised earlier stays visible. */
    commitment_term: table({
      columns: {
        commitment_id: 'text',
        position: 'bigint',
        ...termColumns,
        /** Why they replaced the earlier ones; the first terms need none. */
        reason: 'text?',
        recorded_by: 'text',
        recorded_at: 'timestamptz',
      },
      primaryKey: ['commitment_id', 'position'],
    }).on<CommitmentEvent>({
      CommitmentMade: insert(historyKey, (event) => termVersion(event, null)),
      CommitmentAmended: insert(historyKey, (event) => termVersion(event, event.data.reason)),
    }),

    /** Where in the log each commitment's stream ends: whoever keeps a copy asks for what changed since. */
    commitment_change: table({
      columns: changeColumns,
      primaryKey: ['commitment_id'],
      indexes: [['position']],
    }).on(onAnyEvent),

    contribution: table({
      columns: {
        id: 'text',
        commitment_id: 'text',
        mission_id: 'text',
        contributor_id: 'text',
        kind: oneOf(KINDS),
        amount: 'numeric?',
        unit: 'text?',
        period_from: 'date',
        period_to: 'date',
        description: 'text?',
        /** The best level reached. */
        evidence: oneOf(EVIDENCE),
        /** Links and files, as the event has them. */
        evidence_links: jsonb<readonly EvidenceItem[]>(),
        ...privateColumns('note'),
        /** Waiting for its ruling. */
        disputed: 'boolean',
        source: nullable(jsonb<Source>()),
        recorded_by: 'text',
        recorded_at: 'timestamptz',
        position: 'bigint',
      },
      // Clients may choose contribution ids, which are unique within the commitment only.
      primaryKey: ['commitment_id', 'id'],
      indexes: [
        ['id'],
        ['commitment_id', 'position'],
        ['mission_id', 'position'],
        ['contributor_id', 'position'],
        ['position'],
      ],
    }).on<CommitmentEvent>({
      ContributionRecorded: one(contributionKey, (_, event) => recorded(event)),
      ContributionDeclared: one(contributionKey, (row, event) => raised(row, event, 'DECLARED')),
      ContributionCorroborated: one(contributionKey, (row, event) => raised(row, event, 'CORROBORATED')),
      // A verification is also the ruling on any dispute, so it lifts it.
      ContributionVerified: one(contributionKey, (row, event) => ({
        ...raised(row, event, 'VERIFIED'),
        disputed: false,
      })),
      ContributionDisputed: one(contributionKey, (row, event) => ({ ...existing(row, event), disputed: true })),
    }),

    /** Who said what of a contribution, in order. */
    contribution_statement: table({
      columns: {
        commitment_id: 'text',
        contribution_id: 'text',
        position: 'bigint',
        organisation_id: 'text',
        act: oneOf(contributionAct.options),
        ...privateColumns('text'),
        evidence_links: jsonb<readonly EvidenceItem[]>(),
        recorded_at: 'timestamptz',
      },
      primaryKey: ['commitment_id', 'contribution_id', 'position'],
      indexes: [['organisation_id', 'position']],
    }).on<CommitmentEvent>({
      // Only a giver that records for itself declares in the same breath.
      ContributionRecorded: {
        inserts: true,
        keys: (event) => (event.data.declared ? [statementKey(event)] : []),
        reduce: (_, event) => statement(event, event.data.contributorId, 'DECLARED', '/note', event.data.evidence),
      },
      ContributionDeclared: insert(statementKey, (event) =>
        statement(event, event.actor.organisation, 'DECLARED', '/note', event.data.evidence),
      ),
      ContributionCorroborated: insert(statementKey, (event) =>
        statement(event, event.data.corroboratedBy, 'CORROBORATED', '/statement', event.data.evidence),
      ),
      ContributionVerified: insert(statementKey, (event) =>
        statement(event, event.data.verifiedBy, 'VERIFIED', '/finding', event.data.evidence),
      ),
      ContributionDisputed: insert(statementKey, (event) =>
        statement(event, event.data.disputedBy, 'DISPUTED', '/reason', []),
      ),
    }),
  },
});

export type TermsVersionRow = RowOf<typeof commitments, 'commitment_term'>;
export type ContributionRow = RowOf<typeof commitments, 'contribution'>;
export type StatementRow = RowOf<typeof commitments, 'contribution_statement'>;

function commitmentKey(event: RecordedEvent): Key {
  return [idOf(event.stream)];
}

function historyKey(event: RecordedEvent): Key {
  return [idOf(event.stream), event.position.toString()];
}

function partyKey(event: RecordedEvent, organisationId: string): Key {
  return [idOf(event.stream), organisationId];
}

function contributionKey(event: OfContribution): Key {
  return [idOf(event.stream), event.data.contributionId];
}

function statementKey(event: OfContribution): Key {
  return [...contributionKey(event), event.position.toString()];
}

function made(event: Of<'CommitmentMade'>) {
  return {
    id: idOf(event.stream),
    mission_id: event.data.missionId,
    ...terms(event.data),
    state: 'MADE' as const,
    withdrawn_at: null,
    withdrawal_reason: null,
    amended: false,
    made_by: event.actor.organisation,
    made_at: event.recordedAt,
    source: event.data.source ?? null,
    position: event.position.toString(),
  };
}

function terms(data: CommitmentTerms): TermsRow {
  return {
    kind: data.kind,
    ...measure(data.quantity),
    description: data.description,
    due_on: data.dueOn ?? null,
  };
}

function measure(quantity: Quantity | undefined): Pick<TermsRow, 'amount' | 'unit'> {
  return { amount: quantity?.amount ?? null, unit: quantity?.unit ?? null };
}

function party(event: Of<'CommitmentMade'>, commitmentId: string, organisationId: string) {
  return {
    commitment_id: commitmentId,
    organisation_id: organisationId,
    part: event.data.promisorIds.includes(organisationId) ? ('PROMISOR' as const) : ('COUNTERPARTY' as const),
    mission_id: event.data.missionId,
    position: event.position.toString(),
  };
}

function termVersion(event: OfTerms, reason: string | null) {
  return {
    commitment_id: idOf(event.stream),
    position: event.position.toString(),
    ...terms(event.data),
    reason,
    recorded_by: event.actor.organisation,
    recorded_at: event.recordedAt,
  };
}

function recorded(event: Of<'ContributionRecorded'>) {
  const { data } = event;
  return {
    id: data.contributionId,
    commitment_id: idOf(event.stream),
    mission_id: data.missionId,
    contributor_id: data.contributorId,
    kind: data.kind,
    ...measure(data.quantity),
    period_from: data.period.from,
    period_to: data.period.to,
    description: data.description ?? null,
    evidence: data.declared ? ('DECLARED' as const) : ('NONE' as const),
    evidence_links: data.evidence,
    ...privateText('note', event, '/note'),
    disputed: false,
    source: data.source ?? null,
    recorded_by: data.recordedBy,
    recorded_at: event.recordedAt,
    position: event.position.toString(),
  };
}

function raised<Contribution extends { readonly evidence: Evidence } & Row>(
  row: Contribution | undefined,
  event: OfContribution,
  level: Evidence,
) {
  const before = existing(row, event);
  return { ...before, evidence: better(before.evidence, level) };
}

/** A giver may declare what others attested before: that takes nothing back. */
function better(a: Evidence, b: Evidence): Evidence {
  return EVIDENCE.indexOf(a) > EVIDENCE.indexOf(b) ? a : b;
}

function statement(
  event: OfContribution,
  organisationId: string,
  act: Act,
  text: Pointer,
  evidence: readonly EvidenceItem[],
) {
  return {
    commitment_id: idOf(event.stream),
    contribution_id: event.data.contributionId,
    position: event.position.toString(),
    organisation_id: organisationId,
    act,
    ...privateText('text', event, text),
    evidence_links: evidence,
    recorded_at: event.recordedAt,
  };
}
