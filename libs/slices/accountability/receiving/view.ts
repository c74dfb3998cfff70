import { one, table, view, type RowOf } from '@maillage/kernel';
import type { ReceivingEvent } from './events.js';

/** Who accepts in bulk what is promised to it, in which mission and until when. */
export const receivings = view({
  name: 'receivings',
  version: 1,
  tables: {
    receiving: table({
      columns: { mission_id: 'text', organisation_id: 'text', since: 'date', until: 'date' },
      primaryKey: ['mission_id', 'organisation_id'],
      indexes: [['organisation_id']],
    }).on<ReceivingEvent>({
      ReceivingAccepted: one(
        ({ data }) => [data.missionId, data.organisationId],
        (_, { data }) => ({
          mission_id: data.missionId,
          organisation_id: data.organisationId,
          since: data.on,
          until: data.until,
        }),
      ),
      ReceivingEnded: one(
        ({ data }) => [data.missionId, data.organisationId],
        () => undefined,
      ),
    }),
  },
});
export type ReceivingRow = RowOf<typeof receivings, 'receiving'>;
