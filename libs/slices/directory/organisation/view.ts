import { existing, idOf, jsonb, one, oneOf, table, view, type RecordedEvent, type RowOf } from '@maillage/kernel';
import { SECTORS, type OrganisationEvent, type OrganisationTerms } from './events.js';

type Registered = Extract<OrganisationEvent, { type: 'OrganisationRegistered' }>;

/** `organisation`: one row each, as it is now. */
export const organisations = view({
  name: 'organisations',
  version: 1,
  tables: {
    organisation: table({
      columns: {
        id: 'text',
        name: 'text',
        sector: oneOf(SECTORS),
        jurisdiction: 'text?',
        website: 'text?',
        identifiers: jsonb<OrganisationTerms['identifiers']>(),
        control_group_id: 'text',
        registered_at: 'timestamptz',
        position: 'bigint',
      },
      primaryKey: ['id'],
      indexes: [['control_group_id'], ['name', 'id']],
    }).on<OrganisationEvent>({
      OrganisationRegistered: one(key, (_, event) => registered(event)),
      OrganisationRevised: one(key, (row, event) => ({ ...existing(row, event), ...terms(event.data) })),
      OrganisationGrouped: one(key, (row, event) => ({
        ...existing(row, event),
        control_group_id: event.data.controlGroupId,
      })),
      OrganisationUngrouped: one(key, (row, event) => ({
        ...existing(row, event),
        control_group_id: event.data.controlGroupId,
      })),
    }),
  },
});

export type OrganisationRow = RowOf<typeof organisations, 'organisation'>;

function key(event: RecordedEvent): readonly [string] {
  return [idOf(event.stream)];
}

function registered(event: RecordedEvent<Registered>) {
  return {
    id: idOf(event.stream),
    ...terms(event.data),
    control_group_id: event.data.controlGroupId,
    registered_at: event.recordedAt,
    position: event.position.toString(),
  };
}

function terms(data: OrganisationTerms) {
  return {
    name: data.name,
    sector: data.sector,
    jurisdiction: data.jurisdiction ?? null,
    website: data.website ?? null,
    identifiers: data.identifiers,
  };
}
