import { insert, oneOf, table, view, type RowOf } from '@maillage/kernel';
import { ground, type ErasureEvent } from './events.js';

/** `erasure`: what was erased, by whom and on what ground. Never what it was. */
export const erasures = view({
  name: 'erasures',
  version: 1,
  tables: {
    erasure: table({
      columns: {
        event_id: 'text',
        path: 'text',
        ground: oneOf(ground.options),
        note: 'text?',
        erased_by: 'text',
        erased_at: 'timestamptz',
        position: 'bigint',
      },
      primaryKey: ['event_id', 'path'],
      indexes: [['position'], ['erased_by', 'position']],
    }).on<ErasureEvent>({
      ValueErased: insert(
        ({ data }) => [data.eventId, data.path],
        ({ data, actor, recordedAt, position }) => ({
          event_id: data.eventId,
          path: data.path,
          ground: data.ground,
          note: data.note ?? null,
          erased_by: actor.organisation,
          erased_at: recordedAt,
          position: position.toString(),
        }),
      ),
    }),
  },
});

export type ErasureRow = RowOf<typeof erasures, 'erasure'>;
