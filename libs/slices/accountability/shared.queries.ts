import { sql, type RawBuilder } from 'kysely';

/** The conditions that hold, joined; a list without any takes all rows. */
export function whereAll(conditions: readonly (RawBuilder<unknown> | undefined)[]): RawBuilder<unknown> {
  const given = conditions.filter((each) => each !== undefined);
  return given.length === 0 ? sql`` : sql`where ${sql.join(given, sql` and `)}`;
}

/** Contributions and reviews are named within their commitment: `<commitment>/<id>`. */
export function composite(commitmentId: string, id: string): string {
  return `${commitmentId}/${id}`;
}

export function commitmentIn(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

/** The composite keys as a relation `named(commitment_id, id)`, to join with. */
export function namedBy(keys: readonly string[]): RawBuilder<unknown> {
  const parts = keys.map((key) => key.split('/'));
  const commitments = parts.map(([commitmentId]) => commitmentId ?? '');
  const ids = parts.map(([, id]) => id ?? '');
  return sql`unnest(${commitments}::text[], ${ids}::text[]) as named(commitment_id, id)`;
}
