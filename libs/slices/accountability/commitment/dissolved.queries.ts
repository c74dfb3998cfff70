import { sql } from 'kysely';
import { query } from '@maillage/engine';
import { standing, type OnDate } from '../progress/queries.js';

/** A party to an open promise that exists no more. */
export interface DissolvedParty {
  readonly commitment_id: string;
  readonly organisation_id: string;
}

/** So many at a time. */
const MOST_AT_ONCE = 100;

/**
 * Parties that were dissolved and are not let go yet of promises that wait for somebody: those that are kept wait for nobody.
 * Where nobody is bound any more, a successor may be asked still: it has a successor itself.
 */
export const dissolvedParties = query(
  'dissolvedParties',
  [{ on: '2026-12-31' }],
  (database, { on }: OnDate): Promise<readonly DissolvedParty[]> =>
    database.run(sql<DissolvedParty>`
      select p.commitment_id, p.organisation_id
      from organisation gone
      join commitment_party p on p.organisation_id = gone.id and p.state in ('PROPOSED', 'ACCEPTED')
      join commitment c on c.id = p.commitment_id ${standing(on)}
      where gone.dissolved_on <= ${on}::date and not c.gift and (
        judged.state in ('PROPOSED', 'DUE', 'OVERDUE') or judged.state = 'RELEASED' and p.state = 'PROPOSED'
          and p.in_place_of is not null and (p.answer_until is null or p.answer_until >= ${on}::date)
      )
      order by c.position, p.organisation_id
      limit ${MOST_AT_ONCE}`),
);
