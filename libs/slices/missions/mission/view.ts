import {
  existing,
  idOf,
  insert,
  jsonb,
  nullable,
  one,
  oneOf,
  privateColumns,
  privateText,
  someOf,
  table,
  view,
  type Key,
  type RecordedEvent,
  type RowOf,
  type RowOfColumns,
  type RecordedSource,
} from '@maillage/kernel';
import { evidenceHeld, type HeldEvidence } from '@maillage/evidence';
import {
  CLOSINGS,
  inForce,
  PRIVATE_FIELDS,
  RESUMPTIONS,
  ROLES,
  type MissionEvent,
  type MissionTerms,
  type Place,
  type Role,
} from './events.js';

type Of<Type extends MissionEvent['type']> = RecordedEvent<Extract<MissionEvent, { type: Type }>>;
type OfInvitation = Of<'OrganisationInvited' | 'InvitationWithdrawn' | 'InvitationDeclined' | 'MissionJoined'>;

const memberColumns = {
  mission_id: 'text',
  organisation_id: 'text',
  /** Empty once the organisation has left. */
  roles: someOf(ROLES),
  /** Whether it may read what the mission keeps private. */
  by_invitation: 'boolean',
  /** What it said and showed as it joined as an evaluator; null where it never did. */
  qualification: 'text?',
  evidence_links: jsonb<readonly HeldEvidence[]>(),
  /** Of the present membership, or of the last one. */
  joined_at: 'timestamptz',
  left_at: 'timestamptz?',
  ...privateColumns('removal_reason'),
  /** Of the latest suspension, whether it is over, in effect or to come. */
  suspended_from: 'date?',
  suspended_until: 'date?',
  ...privateColumns('suspension_reason'),
  /** Null where it was not lifted before its last day. */
  suspension_lifted_on: 'date?',
  position: 'bigint',
} as const;
export type MemberRow = RowOfColumns<typeof memberColumns>;

/** Each mission as it is now, who shares it, whom a source lists, and what is asked of whom. */
export const missions = view({
  name: 'missions',
  version: 8,
  tables: {
    mission: table({
      columns: {
        id: 'text',
        title: 'text',
        challenge: 'text',
        hashtag: 'text',
        starts_on: 'date?',
        ends_on: 'date?',
        places: jsonb<readonly Place[]>(),
        sdgs: 'text[]',
        open_invitation: 'boolean',
        private_fields: someOf(PRIVATE_FIELDS),
        declared_by: 'text',
        declared_at: 'timestamptz',
        /** All null while it is open. */
        closed_on: 'date?',
        closed_as: nullable(oneOf(CLOSINGS)),
        closed_by: 'text?',
        ...privateColumns('learned'),
        position: 'bigint',
      },
      primaryKey: ['id'],
      indexes: [['hashtag'], ['title', 'id'], ['declared_by'], ['position']],
      searched: ['title', 'challenge', 'hashtag'],
    }).on<MissionEvent>({
      MissionDeclared: one(missionKey, (_, event) => declared(event)),
      MissionRevised: one(missionKey, (row, event) => ({ ...existing(row, event), ...terms(event.data) })),
      MissionClosed: one(missionKey, (row, event) => ({
        ...existing(row, event),
        closed_on: event.data.on,
        closed_as: event.data.outcome,
        closed_by: event.data.organisationId,
        ...privateText('learned', event, '/learned'),
      })),
    }),

    /** Every pause: of one that lasts, when and how it ended is null. One that the mission was closed in ended as that. */
    mission_pause: table({
      columns: {
        mission_id: 'text',
        paused_on: 'date',
        reassess_by: 'date',
        ...privateColumns('reason'),
        paused_by: 'text',
        ended_on: 'date?',
        outcome: nullable(oneOf(RESUMPTIONS)),
        ...privateColumns('learned'),
        resumed_by: 'text?',
        position: 'bigint',
      },
      primaryKey: ['mission_id', 'paused_on'],
    }).on<MissionEvent>({
      MissionPaused: insert(
        (event) => [idOf(event.stream), event.data.on],
        (event) => ({
          mission_id: idOf(event.stream),
          paused_on: event.data.on,
          reassess_by: event.data.reassessBy,
          ...privateText('reason', event, '/reason'),
          paused_by: event.data.organisationId,
          ended_on: null,
          outcome: null,
          learned: null,
          learned_private: null,
          resumed_by: null,
          position: event.position.toString(),
        }),
      ),
      MissionResumed: one(
        (event) => [idOf(event.stream), event.data.pausedOn],
        (row, event) => ({
          ...existing(row, event),
          ended_on: event.data.on,
          outcome: event.data.outcome,
          ...privateText('learned', event, '/learned'),
          resumed_by: event.data.organisationId,
        }),
      ),
      MissionClosed: {
        keys: (event) => (event.data.pausedOn === undefined ? [] : [[idOf(event.stream), event.data.pausedOn]]),
        reduce: (row, event) => ({ ...existing(row, event), ended_on: event.data.on }),
      },
    }),

    mission_member: table({
      columns: memberColumns,
      primaryKey: ['mission_id', 'organisation_id'],
      indexes: [['organisation_id'], ['mission_id', 'position']],
    }).on<MissionEvent>({
      // A further role leaves `joined_at` as it is; coming back begins a new membership.
      MissionJoined: one(memberKey, (row, event) => joined(row, event)),
      MissionLeft: one(memberKey, (row, event) => departed(existing(row, event), event)),
      // Of one that a source lists, there may be no row.
      MemberRemoved: one(memberKey, (row, event) =>
        row === undefined ? row : { ...departed(row, event), ...privateText('removal_reason', event, '/reason') },
      ),
      MemberSuspended: one(memberKey, (row, event) => ({
        ...existing(row, event),
        suspended_from: event.data.from,
        suspended_until: event.data.until,
        ...privateText('suspension_reason', event, '/reason'),
        suspension_lifted_on: null,
      })),
      SuspensionLifted: one(memberKey, (row, event) => ({
        ...existing(row, event),
        suspension_lifted_on: event.data.on,
      })),
      BackboneHandedOver: one(memberKey, (row, event) => {
        const before = existing(row, event);
        const left = before.roles.filter((role) => role !== 'BACKBONE');
        return { ...before, roles: left.length === 0 ? ['MEMBER' as const] : left };
      }),
    }),

    mission_invitation: table({
      columns: {
        mission_id: 'text',
        organisation_id: 'text',
        role: oneOf(ROLES),
        invited_at: 'timestamptz',
        state: oneOf(['OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN']),
        position: 'bigint',
      },
      primaryKey: ['mission_id', 'organisation_id', 'role'],
      indexes: [['organisation_id', 'state']],
    }).on<MissionEvent>({
      OrganisationInvited: one(invitationKey, (_, event) => ({
        mission_id: idOf(event.stream),
        organisation_id: event.data.organisationId,
        role: event.data.role,
        invited_at: event.recordedAt,
        state: 'OPEN',
        position: event.position.toString(),
      })),
      InvitationWithdrawn: one(invitationKey, (row, event) => ({ ...existing(row, event), state: 'WITHDRAWN' })),
      InvitationDeclined: one(invitationKey, (row, event) => ({ ...existing(row, event), state: 'DECLINED' })),
      // Most join without an invitation, and one withdrawn earlier is not accepted by joining an open mission later.
      MissionJoined: one(invitationKey, (row) => (row?.state === 'OPEN' ? { ...row, state: 'ACCEPTED' } : row)),
    }),

    /** A row as long as the organisation has not joined in that role. */
    mission_listing: table({
      columns: {
        mission_id: 'text',
        organisation_id: 'text',
        role: oneOf(ROLES),
        source: jsonb<RecordedSource>(),
        listed_on: 'date',
        position: 'bigint',
      },
      primaryKey: ['mission_id', 'organisation_id', 'role'],
      indexes: [['organisation_id'], ['mission_id', 'position']],
    }).on<MissionEvent>({
      MemberListed: one(listingKey, (_, event) => ({
        mission_id: idOf(event.stream),
        organisation_id: event.data.organisationId,
        role: event.data.role,
        source: event.data.source,
        listed_on: event.data.on,
        position: event.position.toString(),
      })),
      MissionJoined: one(listingKey, () => undefined),
      MemberRemoved: {
        keys: ({ stream, data: { organisationId, roles } }) =>
          roles.map((role) => [idOf(stream), organisationId, role]),
        reduce: () => undefined,
      },
    }),

    /** What each mission is proposed to keep private beside, which has neither come about nor was declined or taken back. */
    mission_privacy: table({
      columns: {
        mission_id: 'text',
        private_fields: someOf(PRIVATE_FIELDS),
        proposed_by: 'text',
        accepted_by: jsonb<readonly string[]>(),
        reason: 'text',
        proposed_on: 'date',
        position: 'bigint',
      },
      primaryKey: ['mission_id'],
    }).on<MissionEvent>({
      PrivacyProposed: one(missionKey, (_, event) => ({
        mission_id: idOf(event.stream),
        private_fields: event.data.privateFields,
        proposed_by: event.data.organisationId,
        accepted_by: [event.data.organisationId],
        reason: event.data.reason,
        proposed_on: event.data.on,
        position: event.position.toString(),
      })),
      PrivacyAccepted: one(missionKey, (row, event) => {
        const before = existing(row, event);
        return { ...before, accepted_by: [...before.accepted_by, event.data.organisationId] };
      }),
      PrivacyDeclined: one(missionKey, () => undefined),
      PrivacyDropped: one(missionKey, () => undefined),
      MissionRevised: one(missionKey, (row, event) =>
        row !== undefined && inForce(row.private_fields, event.data) ? undefined : row,
      ),
    }),

    /** The latest offer of each mission that was neither accepted nor declined nor taken back. */
    mission_handover: table({
      columns: {
        mission_id: 'text',
        organisation_id: 'text',
        successor_id: 'text',
        proposed_on: 'date',
        position: 'bigint',
      },
      primaryKey: ['mission_id'],
    }).on<MissionEvent>({
      BackboneHandoverProposed: one(missionKey, (_, event) => ({
        mission_id: idOf(event.stream),
        organisation_id: event.data.organisationId,
        successor_id: event.data.successorId,
        proposed_on: event.data.on,
        position: event.position.toString(),
      })),
      BackboneHandoverDropped: one(missionKey, () => undefined),
      BackboneHandoverDeclined: one(missionKey, () => undefined),
      BackboneHandedOver: one(missionKey, () => undefined),
    }),
  },
});

export type MissionRow = RowOf<typeof missions, 'mission'>;
export type PauseRow = RowOf<typeof missions, 'mission_pause'>;
export type InvitationRow = RowOf<typeof missions, 'mission_invitation'>;
export type ListingRow = RowOf<typeof missions, 'mission_listing'>;
export type PrivacyRow = RowOf<typeof missions, 'mission_privacy'>;
export type HandoverRow = RowOf<typeof missions, 'mission_handover'>;

function missionKey(event: Pick<RecordedEvent, 'stream'>): Key {
  return [idOf(event.stream)];
}

interface OfMember {
  readonly stream: string;
  readonly data: { readonly organisationId: string };
}

function memberKey({ stream, data }: OfMember): Key {
  return [idOf(stream), data.organisationId];
}

function invitationKey(event: OfInvitation): Key {
  return [idOf(event.stream), event.data.organisationId, event.data.role];
}

function listingKey(event: Of<'MemberListed'> | Of<'MissionJoined'>): Key {
  return [idOf(event.stream), event.data.organisationId, event.data.role];
}

function declared(event: Of<'MissionDeclared'>) {
  return {
    id: idOf(event.stream),
    ...terms(event.data),
    declared_by: event.data.declaredBy,
    declared_at: event.recordedAt,
    closed_on: null,
    closed_as: null,
    closed_by: null,
    learned: null,
    learned_private: null,
    position: event.position.toString(),
  };
}

function terms(data: MissionTerms) {
  return {
    title: data.title,
    challenge: data.challenge,
    hashtag: data.hashtag,
    starts_on: data.startsOn ?? null,
    ends_on: data.endsOn ?? null,
    places: data.places,
    sdgs: data.sdgs,
    open_invitation: data.openInvitation,
    private_fields: data.privateFields,
  };
}

function joined(row: MemberRow | undefined, event: Of<'MissionJoined'>): MemberRow {
  const { role, byInvitation, qualification } = event.data;
  const said = qualification === undefined ? {} : { qualification, evidence_links: evidenceHeld(event) };
  if (row?.left_at !== null) return { ...membership(event), ...said, ...suspensionOf(row) };
  const roles: readonly Role[] = row.roles.includes(role) ? row.roles : [...row.roles, role];
  return { ...row, ...said, roles, by_invitation: row.by_invitation || byInvitation };
}

function membership(event: Of<'MissionJoined'>): MemberRow {
  return {
    mission_id: idOf(event.stream),
    organisation_id: event.data.organisationId,
    roles: [event.data.role],
    by_invitation: event.data.byInvitation,
    qualification: null,
    evidence_links: [],
    joined_at: event.recordedAt,
    left_at: null,
    removal_reason: null,
    removal_reason_private: null,
    suspended_from: null,
    suspended_until: null,
    suspension_reason: null,
    suspension_reason_private: null,
    suspension_lifted_on: null,
    position: event.position.toString(),
  };
}

/** Leaving and coming back ends none. */
function suspensionOf(row: MemberRow | undefined) {
  if (row === undefined) return {};
  const { suspended_from, suspended_until, suspension_reason, suspension_reason_private, suspension_lifted_on } = row;
  return { suspended_from, suspended_until, suspension_reason, suspension_reason_private, suspension_lifted_on };
}

function departed(row: MemberRow, event: Of<'MissionLeft'> | Of<'MemberRemoved'>): MemberRow {
  return { ...row, roles: [], by_invitation: false, left_at: event.recordedAt };
}
