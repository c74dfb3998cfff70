import {
  existing,
  idOf,
  jsonb,
  one,
  oneOf,
  someOf,
  table,
  view,
  type Key,
  type RecordedEvent,
  type RowOf,
} from '@maillage/kernel';
import { PRIVATE_FIELDS, ROLES, type MissionEvent, type MissionTerms, type Place } from './events.js';

type Of<Type extends MissionEvent['type']> = RecordedEvent<Extract<MissionEvent, { type: Type }>>;
type OfInvitation = Of<'OrganisationInvited' | 'InvitationWithdrawn' | 'MissionJoined'>;

/** `mission`, `mission_member`, `mission_invitation`: each mission as it is now, and who shares it. */
export const missions = view({
  name: 'missions',
  version: 2,
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
        position: 'bigint',
      },
      primaryKey: ['id'],
      indexes: [['hashtag'], ['title', 'id'], ['declared_by'], ['position']],
    }).on<MissionEvent>({
      MissionDeclared: one(missionKey, (_, event) => declared(event)),
      MissionRevised: one(missionKey, (row, event) => ({ ...existing(row, event), ...terms(event.data) })),
    }),

    mission_member: table({
      columns: {
        mission_id: 'text',
        organisation_id: 'text',
        /** Empty once the organisation has left. */
        roles: someOf(ROLES),
        /** Of the present membership, or of the last one. */
        joined_at: 'timestamptz',
        left_at: 'timestamptz?',
        position: 'bigint',
      },
      primaryKey: ['mission_id', 'organisation_id'],
      indexes: [['organisation_id'], ['mission_id', 'position']],
    }).on<MissionEvent>({
      // A further role leaves `joined_at` as it is; coming back begins a new membership.
      MissionJoined: one(memberKey, (row, event) =>
        row?.left_at === null ? { ...row, roles: [...row.roles, event.data.role] } : membership(event),
      ),
      MissionLeft: one(memberKey, (row, event) => ({
        ...existing(row, event),
        roles: [],
        left_at: event.recordedAt,
      })),
    }),

    mission_invitation: table({
      columns: {
        mission_id: 'text',
        organisation_id: 'text',
        role: oneOf(ROLES),
        invited_at: 'timestamptz',
        state: oneOf(['OPEN', 'ACCEPTED', 'WITHDRAWN']),
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
      // Most join without an invitation, and one withdrawn earlier is not accepted by joining an open mission later.
      MissionJoined: one(invitationKey, (row) => (row?.state === 'OPEN' ? { ...row, state: 'ACCEPTED' } : row)),
    }),
  },
});

export type MissionRow = RowOf<typeof missions, 'mission'>;
export type MemberRow = RowOf<typeof missions, 'mission_member'>;
export type InvitationRow = RowOf<typeof missions, 'mission_invitation'>;

function missionKey(event: RecordedEvent): Key {
  return [idOf(event.stream)];
}

function memberKey(event: Of<'MissionJoined'> | Of<'MissionLeft'>): Key {
  return [idOf(event.stream), event.data.organisationId];
}

function invitationKey(event: OfInvitation): Key {
  return [idOf(event.stream), event.data.organisationId, event.data.role];
}

function declared(event: Of<'MissionDeclared'>) {
  return {
    id: idOf(event.stream),
    ...terms(event.data),
    declared_by: event.data.declaredBy,
    declared_at: event.recordedAt,
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

function membership(event: Of<'MissionJoined'>) {
  return {
    mission_id: idOf(event.stream),
    organisation_id: event.data.organisationId,
    roles: [event.data.role],
    joined_at: event.recordedAt,
    left_at: null,
    position: event.position.toString(),
  };
}
