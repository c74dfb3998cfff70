import { insert, jsonb, table, view, type RowOf } from '@maillage/kernel';
import type { Constants, ParametersEvent } from './events.js';

/** `reputation_parameters`: every set of constants that was adopted. */
export const reputationParameters = view({
  name: 'reputation_parameters',
  version: 1,
  tables: {
    reputation_parameters: table({
      columns: {
        position: 'bigint',
        version: 'integer',
        parameters: jsonb<Constants>(),
        /** The first day that is asked about with them. */
        from_day: 'date',
        reason: 'text',
        adopted_on: 'date',
        adopted_by: 'text',
      },
      primaryKey: ['position'],
    }).on<ParametersEvent>({
      ReputationParametersAdopted: insert(
        ({ position }) => [position.toString()],
        ({ position, data, actor }) => ({
          position: position.toString(),
          version: data.version,
          parameters: data.parameters,
          from_day: data.from,
          reason: data.reason,
          adopted_on: data.on,
          adopted_by: actor.organisation,
        }),
      ),
    }),
  },
});

export type ParametersRow = RowOf<typeof reputationParameters, 'reputation_parameters'>;
