import {
  existing,
  idOf,
  one,
  someOf,
  table,
  view,
  type DomainEvent,
  type EventTypes,
  type RecordedEvent,
  type Reducer,
  type RowOfColumns,
} from '@maillage/kernel';
import { organisationEvents, type OrganisationEvent } from '@maillage/directory';
import { indicatorEvents, missionEvents, ROLES, type MissionEvent } from '@maillage/missions';
import { commitmentEvents } from '../commitment/events.js';

type OrganisationEventOf<Type extends OrganisationEvent['type']> = RecordedEvent<
  Extract<OrganisationEvent, { type: Type }>
>;
type Seating = RecordedEvent<Extract<MissionEvent, { type: 'MissionJoined' | 'MissionLeft' }>>;

const memberColumns = { member_id: 'text', organisation_id: 'text', position: 'bigint' } as const;
type Acting = Reducer<DomainEvent, RowOfColumns<typeof memberColumns>>;

/**
 * Who takes part, as this slice needs to know it in order to say who is asked for what and what ties two organisations:
 * folded from the other slices' events, so that one statement answers without reading their tables.
 */
export const participants = view({
  name: 'participants',
  version: 1,
  tables: {
    /** Every organisation and the control group it belongs to now. */
    participant: table({
      columns: { organisation_id: 'text', control_group_id: 'text' },
      primaryKey: ['organisation_id'],
      indexes: [['control_group_id']],
    }).on<OrganisationEvent>({
      OrganisationRegistered: one(organisationKey, (_, event) => grouped(event)),
      OrganisationGrouped: one(organisationKey, (_, event) => grouped(event)),
      OrganisationUngrouped: one(organisationKey, (_, event) => grouped(event)),
    }),

    /** Present memberships. */
    participant_seat: table({
      columns: { organisation_id: 'text', mission_id: 'text', roles: someOf(ROLES) },
      primaryKey: ['organisation_id', 'mission_id'],
    }).on<MissionEvent>({
      MissionJoined: one(seatKey, (row, event) => ({
        organisation_id: event.data.organisationId,
        mission_id: idOf(event.stream),
        roles: [...(row?.roles ?? []), event.data.role],
      })),
      MissionLeft: one(seatKey, (row, event) => {
        existing(row, event);
        return undefined;
      }),
    }),

    /** For which organisations each member, an opaque id, ever recorded anything, and where in the log it first did. */
    participant_member: table({
      columns: memberColumns,
      primaryKey: ['organisation_id', 'member_id'],
    }).on({
      ...acting(organisationEvents),
      ...acting(missionEvents),
      ...acting(indicatorEvents),
      ...acting(commitmentEvents),
    }),
  },
});

function organisationKey(event: RecordedEvent): readonly [string] {
  return [idOf(event.stream)];
}

function seatKey(event: Seating): readonly [string, string] {
  return [event.data.organisationId, idOf(event.stream)];
}

function grouped(
  event: OrganisationEventOf<'OrganisationRegistered' | 'OrganisationGrouped' | 'OrganisationUngrouped'>,
) {
  return { organisation_id: idOf(event.stream), control_group_id: event.data.controlGroupId };
}

/** Organisations' own systems record without a member; what people do by signing in has one. */
function acting(types: EventTypes): Readonly<Record<string, Acting>> {
  const reducer: Acting = {
    keys: ({ actor }) => (actor.member === undefined ? [] : [[actor.organisation, actor.member]]),
    reduce: (row, { position }, [organisationId, memberId]) =>
      row ?? {
        member_id: String(memberId),
        organisation_id: String(organisationId),
        position: position.toString(),
      },
  };
  return Object.fromEntries(Object.keys(types).map((type) => [type, reducer]));
}
