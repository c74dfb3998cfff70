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
  plusDays,
  privateColumns,
  privateText,
  table,
  type CalendarDate,
  type Key,
  type Pointer,
  type RecordedEvent,
  type RowOfColumns,
  type RecordedSource,
} from '@maillage/kernel';
import { evidenceHeld, type HeldEvidence } from '@maillage/evidence';
import {
  DISPUTE_DAYS,
  EVIDENCE,
  KINDS,
  type CommitmentEvent,
  type CommitmentEventOf,
  type contributionEvents,
  type Evidence,
} from './events.js';
import { measure } from './promise.view.js';

// What was given towards a commitment, as it is now and as it was, and what was said of it.

type Of<Type extends CommitmentEvent['type']> = RecordedEvent<CommitmentEventOf<Type>>;
type OfContribution = Of<keyof typeof contributionEvents>;
type OfVersion = Of<'ContributionRecorded' | 'ContributionCorrected'>;

export const contributionAct = enumeration('ContributionAct', 'What an organisation says of a contribution.', {
  DECLARED: 'It is its own.',
  CORROBORATED: 'It was given.',
  VERIFIED: 'It was found to be as recorded, or so much of it.',
  DISPUTED: 'It was not given as recorded.',
  DISPUTE_WITHDRAWN: 'It disputes it no more.',
});
export type Act = z.output<typeof contributionAct>;

interface OpenDispute {
  readonly by: string;
  readonly on: CalendarDate;
}

/** What a correction replaces. */
const versionColumns = {
  amount: 'numeric?',
  unit: 'text?',
  period_from: 'date',
  period_to: 'date',
  description: 'text?',
  milestone: 'text?',
  /** Whether it is said to complete the promise. */
  completes: 'boolean',
  version: 'integer',
  /** Statements about this version and later ones speak for it; earlier ones are about what was corrected since. */
  evidence_since: 'integer',
} as const;

const contributionColumns = {
  id: 'text',
  commitment_id: 'text',
  mission_id: 'text',
  contributor_id: 'text',
  kind: oneOf(KINDS),
  ...versionColumns,
  /** The best level that anybody's word gave it; whose word weighs so much follows from the day asked about. */
  evidence: oneOf(EVIDENCE),
  declared: 'boolean',
  /** Links and files, as the event has them. */
  evidence_links: jsonb<readonly HeldEvidence[]>(),
  ...privateColumns('note'),
  /** Not taken back. */
  disputes: jsonb<readonly OpenDispute[]>(),
  /** The last day on which one of these holds it up, unless it is settled before. */
  disputed_until: 'date?',
  retracted_on: 'date?',
  retracted_position: 'bigint?',
  retraction_reason: 'text?',
  /** The contribution that is handed on with it. */
  passes_on_commitment_id: 'text?',
  passes_on_id: 'text?',
  source: nullable(jsonb<RecordedSource>()),
  recorded_by: 'text',
  recorded_at: 'timestamptz',
  /** Of the last event about it. */
  changed_position: 'bigint',
  position: 'bigint',
} as const;
type ContributionFields = RowOfColumns<typeof contributionColumns>;

export const contributionTables = {
  contribution: table({
    columns: contributionColumns,
    // Clients may choose contribution ids, which are unique within the commitment only.
    primaryKey: ['commitment_id', 'id'],
    indexes: [
      ['id'],
      ['commitment_id', 'position'],
      ['mission_id', 'position'],
      ['contributor_id', 'position'],
      ['passes_on_commitment_id', 'passes_on_id'],
      ['position'],
    ],
  }).on<CommitmentEvent>({
    ContributionRecorded: one(contributionKey, (_, event) => recorded(event)),
    ContributionDeclared: one(contributionKey, (row, event) => ({ ...raised(row, event, 'DECLARED'), declared: true })),
    ContributionCorroborated: one(contributionKey, (row, event) => raised(row, event, 'CORROBORATED')),
    ContributionVerified: one(contributionKey, (row, event) => raised(row, event, 'VERIFIED')),
    ContributionCorrected: one(contributionKey, (row, event) => corrected(touched(row, event), event)),
    ContributionRetracted: one(contributionKey, (row, event) => ({
      ...touched(row, event),
      retracted_on: event.data.on,
      retracted_position: event.position.toString(),
      retraction_reason: event.data.reason,
    })),
    ContributionDisputed: one(contributionKey, (row, event) => {
      const { disputedBy: by, on } = event.data;
      const before = touched(row, event);
      return disputed(before, [...before.disputes, { by, on }]);
    }),
    DisputeWithdrawn: one(contributionKey, (row, event) => {
      const before = touched(row, event);
      return disputed(
        before,
        before.disputes.filter(({ by }) => by !== event.data.withdrawnBy),
      );
    }),
  }),

  /** Every version, the present one included: what was recorded earlier stays visible. */
  contribution_version: table({
    columns: {
      commitment_id: 'text',
      contribution_id: 'text',
      position: 'bigint',
      ...versionColumns,
      /** Why it replaced the one before; the first needs none, nor does a slip that was mended at once. */
      reason: 'text?',
      recorded_by: 'text',
      recorded_at: 'timestamptz',
    },
    primaryKey: ['commitment_id', 'contribution_id', 'position'],
  }).following<CommitmentEvent, ContributionFields>('contribution', {
    inserts: true,
    keys: ({ event }) => (isVersion(event) ? [statementKey(event)] : []),
    reduce: (_, { after, event }) => (after !== undefined && isVersion(event) ? versionRow(after, event) : undefined),
  }),

  /** Who said what of a contribution, in order. */
  contribution_statement: table({
    columns: {
      commitment_id: 'text',
      contribution_id: 'text',
      position: 'bigint',
      organisation_id: 'text',
      act: oneOf(contributionAct.options),
      /** Of the contribution, as it stood when this was said. */
      version: 'integer',
      said_on: 'date',
      /** How much an evaluator found, where it is less than was recorded. */
      amount: 'numeric?',
      unit: 'text?',
      /** Of an evaluator that verified it: whether it denied ties to the parties. */
      no_ties: 'boolean',
      ...privateColumns('text'),
      evidence_links: jsonb<readonly HeldEvidence[]>(),
      recorded_at: 'timestamptz',
    },
    primaryKey: ['commitment_id', 'contribution_id', 'position'],
    indexes: [['organisation_id', 'position']],
  }).following<CommitmentEvent, ContributionFields>('contribution', {
    inserts: true,
    keys: ({ event }) => (saidBy(event) === undefined ? [] : [statementKey(event as OfContribution)]),
    reduce: (_, { after, event }) => (after === undefined ? undefined : saidBy(event, after.version)),
  }),

  /** What members see otherwise, and the answers to it. */
  contribution_objection: table({
    columns: {
      commitment_id: 'text',
      id: 'text',
      contribution_id: 'text',
      mission_id: 'text',
      contributor_id: 'text',
      organisation_id: 'text',
      noted_on: 'date',
      ...privateColumns('reason'),
      ...privateColumns('answer'),
      answered_on: 'date?',
      withdrawn_on: 'date?',
      ...privateColumns('withdrawal_reason'),
      position: 'bigint',
    },
    primaryKey: ['commitment_id', 'id'],
    indexes: [
      ['commitment_id', 'contribution_id', 'position'],
      ['mission_id', 'contributor_id'],
    ],
  }).on<CommitmentEvent>({
    ObjectionNoted: insert(objectionKey, (event: Of<'ObjectionNoted'>) => ({
      commitment_id: idOf(event.stream),
      id: event.data.objectionId,
      contribution_id: event.data.contributionId,
      mission_id: event.data.missionId,
      contributor_id: event.data.contributorId,
      organisation_id: event.data.objectedBy,
      noted_on: event.data.on,
      ...privateText('reason', event, '/reason'),
      answer: null,
      answer_private: null,
      answered_on: null,
      withdrawn_on: null,
      withdrawal_reason: null,
      withdrawal_reason_private: null,
      position: event.position.toString(),
    })),
    ObjectionAnswered: one(objectionKey, (row, event: Of<'ObjectionAnswered'>) => ({
      ...existing(row, event),
      ...privateText('answer', event, '/answer'),
      answered_on: event.data.on,
    })),
    ObjectionWithdrawn: one(objectionKey, (row, event: Of<'ObjectionWithdrawn'>) => ({
      ...existing(row, event),
      ...privateText('withdrawal_reason', event, '/reason'),
      withdrawn_on: event.data.on,
    })),
  }),
} as const;

function contributionKey(event: OfContribution): Key {
  return [idOf(event.stream), event.data.contributionId];
}

function statementKey(event: OfContribution): Key {
  return [...contributionKey(event), event.position.toString()];
}

function objectionKey(event: Of<'ObjectionNoted' | 'ObjectionAnswered' | 'ObjectionWithdrawn'>): Key {
  return [idOf(event.stream), event.data.objectionId];
}

function isVersion(event: RecordedEvent): event is OfVersion {
  return event.type === 'ContributionRecorded' || event.type === 'ContributionCorrected';
}

function recorded(event: Of<'ContributionRecorded'>): ContributionFields {
  const { data } = event;
  return {
    id: data.contributionId,
    commitment_id: idOf(event.stream),
    mission_id: data.missionId,
    contributor_id: data.contributorId,
    kind: data.kind,
    ...given(data),
    version: 1,
    evidence_since: 1,
    evidence: data.declared ? 'DECLARED' : 'NONE',
    declared: data.declared,
    evidence_links: evidenceHeld(event),
    ...privateText('note', event, '/note'),
    disputes: [],
    disputed_until: null,
    retracted_on: null,
    retracted_position: null,
    retraction_reason: null,
    passes_on_commitment_id: data.passesOn?.commitmentId ?? null,
    passes_on_id: data.passesOn?.contributionId ?? null,
    source: data.source ?? null,
    recorded_by: data.recordedBy,
    recorded_at: event.recordedAt,
    changed_position: event.position.toString(),
    position: event.position.toString(),
  };
}

function given({ quantity, period, description, milestone, completes }: OfVersion['data']) {
  return {
    ...measure(quantity),
    period_from: period.from,
    period_to: period.to,
    description: description ?? null,
    milestone: milestone ?? null,
    completes,
  };
}

/** Every event about it is followed by what is kept of it elsewhere. */
function touched(row: ContributionFields | undefined, event: OfContribution): ContributionFields {
  return { ...existing(row, event), changed_position: event.position.toString() };
}

function raised(row: ContributionFields | undefined, event: OfContribution, level: Evidence): ContributionFields {
  const before = touched(row, event);
  return { ...before, evidence: better(before.evidence, level) };
}

/** A giver may declare what others attested before: that takes nothing back. */
function better(a: Evidence, b: Evidence): Evidence {
  return EVIDENCE.indexOf(a) > EVIDENCE.indexOf(b) ? a : b;
}

/** What others said was about the version before; the giver's own word stays. */
function corrected(before: ContributionFields, { data }: Of<'ContributionCorrected'>): ContributionFields {
  const { keepsEvidence, version } = data;
  const fallen = { evidence: before.declared ? ('DECLARED' as const) : ('NONE' as const), evidence_since: version };
  return { ...before, ...given(data), version, ...(keepsEvidence ? {} : fallen) };
}

function disputed(before: ContributionFields, disputes: readonly OpenDispute[]): ContributionFields {
  const last = disputes.map(({ on }) => on).sort();
  const until = last.at(-1);
  return { ...before, disputes, disputed_until: until === undefined ? null : plusDays(until, DISPUTE_DAYS) };
}

function versionRow(row: ContributionFields, event: OfVersion) {
  return {
    commitment_id: row.commitment_id,
    contribution_id: row.id,
    position: event.position.toString(),
    ...given(event.data),
    version: row.version,
    evidence_since: row.evidence_since,
    reason: 'reason' in event.data ? (event.data.reason ?? null) : null,
    recorded_by: event.actor.organisation,
    recorded_at: event.recordedAt,
  };
}

type StatementFields = ReturnType<typeof statement>;
type Saying<Type extends CommitmentEvent['type']> = (event: Of<Type>, version: number) => StatementFields | undefined;

/** Which events are statements. Only a giver that records for itself declares in the same breath. */
const SAYINGS: { readonly [Type in keyof typeof contributionEvents]?: Saying<Type> } = {
  ContributionRecorded: (event, version) =>
    event.data.declared ? statement(event, event.data.contributorId, 'DECLARED', '/note', version) : undefined,
  ContributionDeclared: (event, version) => statement(event, event.actor.organisation, 'DECLARED', '/note', version),
  ContributionCorroborated: (event, version) =>
    statement(event, event.data.corroboratedBy, 'CORROBORATED', '/statement', version),
  ContributionVerified: (event, version) => ({
    ...statement(event, event.data.verifiedBy, 'VERIFIED', '/finding', version),
    ...measure(event.data.found),
    no_ties: event.data.noTies === true,
  }),
  ContributionDisputed: (event, version) => statement(event, event.data.disputedBy, 'DISPUTED', '/reason', version),
  DisputeWithdrawn: (event, version) =>
    statement(event, event.data.withdrawnBy, 'DISPUTE_WITHDRAWN', '/reason', version),
};

function saidBy(event: RecordedEvent, version = 0): StatementFields | undefined {
  const saying = SAYINGS[event.type as keyof typeof SAYINGS] as
    ((event: RecordedEvent, version: number) => StatementFields | undefined) | undefined;
  return saying?.(event, version);
}

function statement(event: OfContribution, organisationId: string, act: Act, text: Pointer, version: number) {
  return {
    commitment_id: idOf(event.stream),
    contribution_id: event.data.contributionId,
    position: event.position.toString(),
    organisation_id: organisationId,
    act,
    version,
    said_on: event.data.on,
    ...measure(undefined),
    no_ties: false,
    ...privateText('text', event, text),
    evidence_links: 'evidence' in event.data ? evidenceHeld(event) : [],
    recorded_at: event.recordedAt,
  };
}
