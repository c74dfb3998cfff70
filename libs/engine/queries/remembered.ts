import { sql, type RawBuilder } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { View } from '@maillage/kernel';
import type { Database } from '@maillage/platform';
import { query, type Batch, type BatchQuery } from './query.js';

/** The latest asked for of each query stay; an answer of size 1 takes a few kilobytes. */
const MOST = 2_000;

/** What was read for a key. */
export interface Answer<Value> {
  readonly value: Value;
  /** Where the views stood that it was read from; `undefined` where nothing was found that could say so. */
  readonly stand: string | undefined;
}

/**
 * A query whose answers are kept in memory for as long as none of the views it reads has moved: for figures that are asked
 * for by everybody, take long, and follow from the views and the input alone. None that is kept is ever older than its views.
 * @param views all that any of its statements reads.
 * @param run asks for `stand` in the statement that reads the rest, and so of the same snapshot.
 * @param sizeOf what an answer takes, in a few kilobytes each: a whole number from 1, which all are without it.
 */
export function remembered<Args, Value>(
  name: string,
  views: readonly Pick<View, 'name'>[],
  examples: readonly NoInfer<Batch<Args>>[],
  run: (database: Database, batch: Batch<Args>, stand: RawBuilder<string>) => Promise<readonly Answer<Value>[]>,
  sizeOf: (answer: NoInfer<Value>) => number = () => 1,
): BatchQuery<Args, Value> {
  const memories = new WeakMap<Database, LRUCache<string, Answer<unknown>>>();
  const names = views.map((view) => view.name);
  return query(name, examples, async (database, { keys, args }) => {
    const memory = memories.get(database) ?? new LRUCache<string, Answer<unknown>>({ maxSize: MOST });
    memories.set(database, memory);
    const askedFor = (key: string) => JSON.stringify([key, args]);
    const known = new Map<string, Value>();
    const kept = keys.flatMap((key) => {
      const answer = memory.get(askedFor(key));
      return answer === undefined ? [] : [{ key, answer }];
    });
    if (kept.length > 0) {
      const stand = await standOfViews.run(database, names);
      for (const { key, answer } of kept) {
        if (answer.stand === stand) known.set(key, answer.value as Value);
      }
    }
    const unknown = [...new Set(keys)].filter((key) => !known.has(key));
    if (unknown.length > 0) {
      const answers = await run(database, { keys: unknown, args }, sql<string>`(${standOf(names)})`);
      for (const [index, key] of unknown.entries()) {
        const answer = answers[index] as Answer<Value>;
        known.set(key, answer.value);
        if (answer.stand !== undefined) memory.set(askedFor(key), answer, { size: sizeOf(answer.value) });
      }
    }
    return keys.map((key) => known.get(key) as Value);
  });
}

/** Another one whenever a transaction has moved, halted or replaced one of the views: `xmin` is the one that did so last. */
export const standOfViews = query('standOfViews', [['organisations']], async (database, views: readonly string[]) => {
  const [row] = await database.run(standOf(views));
  return row?.stand;
});

function standOf(views: readonly string[]): RawBuilder<{ readonly stand: string | null }> {
  return sql<{ readonly stand: string | null }>`
    select string_agg(concat_ws(' ', name, version, position, xmin), ',' order by name) as stand
    from view_checkpoint where name = any(${views}::text[])`;
}
