import { sql, type RawBuilder } from 'kysely';
import { pageBounds, pagesOf, positionIn, type Page, type PageBounds, type PageInput } from '@maillage/engine';
import type { Database } from '@maillage/platform';

/** What every list of this slice is ordered by: the log's order, which ranks nobody. */
export interface Positioned {
  readonly position: string;
}

/** @returns the position behind which the page begins: a forged cursor must not reach PostgreSQL's parser. */
export function positionAfter({ after }: PageBounds): string | undefined {
  return after === undefined ? undefined : positionIn(after[0]);
}

/** The conditions that hold, joined; a list without any takes all rows. */
export function whereAll(conditions: readonly (RawBuilder<unknown> | undefined)[]): RawBuilder<unknown> {
  const given = conditions.filter((each) => each !== undefined);
  return given.length === 0 ? sql`` : sql`where ${sql.join(given, sql` and `)}`;
}

export interface ChildrenOf<Args> {
  readonly keys: readonly string[];
  readonly args: Args;
}

/**
 * A page of rows for each parent, in one statement.
 * @param rowsOf the rows of one parent, in order, at most `limit`; it is run per parent by a lateral join.
 */
export async function pagesPerParent<Row extends Positioned, Args extends PageInput>(
  database: Database,
  { keys, args }: ChildrenOf<Args>,
  rowsOf: (parent: RawBuilder<string>, after: string | undefined, limit: number) => RawBuilder<unknown>,
  newestFirst = false,
): Promise<readonly Page<Row>[]> {
  const bounds = pageBounds(args, 1);
  const rows = rowsOf(sql<string>`parent.key`, positionAfter(bounds), bounds.limit + 1);
  const answer = await sql<Row & { readonly parent_key: string }>`
    select parent.key as parent_key, child.*
    from unnest(${keys}::text[]) as parent(key) cross join lateral (${rows}) child
    order by child.position ${newestFirst ? sql`desc` : sql``}`.execute(database.as<unknown>());
  return pagesOf<Row & { readonly parent_key: string }>(keys, answer.rows, (row) => row.parent_key, bounds);
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
