import { sql, type RawBuilder } from 'kysely';
import { namedBy } from '@maillage/engine';

/** The conditions that hold, joined; a list without any takes all rows. */
export function whereAll(conditions: readonly (RawBuilder<unknown> | undefined)[]): RawBuilder<unknown> {
  const given = conditions.filter((each) => each !== undefined);
  return given.length === 0 ? sql`` : sql`where ${sql.join(given, sql` and `)}`;
}

/** Contributions and reviews are named within their commitment: `<commitment>/<id>`. */
export function composite(commitmentId: string, id: string): string {
  return `${commitmentId}/${id}`;
}

/** The composite keys as a relation `named(commitment_id, id)`, to join with. */
export function named(keys: readonly string[]): RawBuilder<unknown> {
  return namedBy(['commitment_id', 'id'], keys);
}

/** Whether the party `p` stands on its side of the promise: whoever is named as a successor does once it accepted. */
export const stands = sql`(p.in_place_of is null or p.accepted_on is not null)`;
