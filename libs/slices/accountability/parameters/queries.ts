import { sql } from 'kysely';
import { batchesOf, query, type BatchQuery } from '@maillage/engine';
import type { CalendarDate } from '@maillage/kernel';
import { parametersOf, VERSION_1, type Parameters } from '../reputation/parameters.js';
import type { Moment } from '../reputation/queries.js';
import type { Form } from './events.js';
import type { ParametersRow } from './view.js';

type Row = Pick<ParametersRow, 'version' | 'parameters' | 'reason'> & { readonly from: CalendarDate };

/** The parameters that hold, and what adopted them; null where nothing did. */
export interface ParametersInForce {
  readonly parameters: Parameters;
  readonly from: CalendarDate | null;
  readonly reason: string | null;
}

const AS_PUBLISHED: ParametersInForce = { parameters: VERSION_1, from: null, reason: null };

/**
 * The parameters in force at a moment, whatever the key: among the sets adopted up to that position, the one whose first
 * day is the latest by then, and of several the one adopted last. Before any was adopted, version 1 as it was published.
 */
export const parametersAt: BatchQuery<Moment, ParametersInForce> = query(
  'reputationParametersAt',
  batchesOf({ position: '1', on: '2026-12-31' }),
  async (database, { keys, args: { position, on } }) => {
    const [row] = await database.run(sql<Row>`
      select version, parameters, from_day as from, reason from reputation_parameters
      where position <= ${position} and from_day <= ${on}::date
      order by from_day desc, position desc limit 1`);
    const inForce = row === undefined ? AS_PUBLISHED : inForceFrom(row);
    return keys.map(() => inForce);
  },
);

function inForceFrom({ version, parameters, ...adopted }: Row): ParametersInForce {
  return { ...adopted, parameters: parametersOf(version as Form, parameters) };
}
