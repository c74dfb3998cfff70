import { sql, type RawBuilder } from 'kysely';
import type { View } from '@maillage/kernel';

/**
 * Where the views stand that a statement reads, as a scalar subquery of that very statement: rows and position come from
 * one snapshot, and views move both in one transaction, so that the figure is exactly what the log up to there says. Of
 * several views the lowest position is given: up to it, all of them have everything.
 */
export function computedAt(...views: readonly [Pick<View, 'name'>, ...Pick<View, 'name'>[]]): RawBuilder<string> {
  const names = views.map(({ name }) => name);
  return sql<string>`(select coalesce(min(position), 0) from view_checkpoint where name = any(${names}::text[]))`;
}

/** The same for what is read from the log itself. */
export const computedAtHead: RawBuilder<string> = sql<string>`(select position from log_head)`;
