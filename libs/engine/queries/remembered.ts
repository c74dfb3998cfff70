import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { View } from '@maillage/kernel';
import type { Database } from '@maillage/platform';
import { query, type Batch, type BatchQuery } from './query.js';

/** The latest asked for of each query stay; an answer takes a few kilobytes. */
const MOST = 2_000;

interface Remembered {
  /** Where the views stood that it was read from. */
  readonly stand: string;
  readonly answer: unknown;
}

/**
 * A query whose answers are kept in memory for as long as none of the views it reads has moved: for figures that are asked
 * for by everybody, take long, and follow from the views and the input alone. None that is kept is ever older than its views.
 * @param views all that any of its statements reads.
 */
export function remembered<Args, Value>(
  name: string,
  views: readonly Pick<View, 'name'>[],
  examples: readonly NoInfer<Batch<Args>>[],
  run: (database: Database, batch: Batch<Args>) => Promise<readonly Value[]>,
): BatchQuery<Args, Value> {
  const memories = new WeakMap<Database, LRUCache<string, Remembered>>();
  const names = views.map((view) => view.name);
  return query(name, examples, async (database, { keys, args }) => {
    const memory = memories.get(database) ?? new LRUCache<string, Remembered>({ max: MOST });
    memories.set(database, memory);
    const askedFor = (key: string) => JSON.stringify([key, args]);
    const stand = await standOf(database, names);
    const known = new Map<string, Value>();
    for (const key of keys) {
      const found = memory.get(askedFor(key));
      if (found?.stand === stand) known.set(key, found.answer as Value);
    }
    const unknown = [...new Set(keys)].filter((key) => !known.has(key));
    if (unknown.length > 0) {
      const answers = await run(database, { keys: unknown, args });
      // Where a view has moved meanwhile, that stand is over and never comes again: nobody is given what is kept under it.
      for (const [index, key] of unknown.entries()) {
        const answer = answers[index] as Value;
        known.set(key, answer);
        memory.set(askedFor(key), { stand, answer });
      }
    }
    return keys.map((key) => known.get(key) as Value);
  });
}

/** Another one whenever a transaction has moved, halted or replaced one of the views: `xmin` is the one that did so last. */
async function standOf(database: Database, names: readonly string[]): Promise<string> {
  const [row] = await database.run(sql<{ readonly stand: string | null }>`
    select string_agg(concat_ws(' ', name, version, position, xmin), ',' order by name) as stand
    from view_checkpoint where name = any(${names}::text[])`);
  return row?.stand ?? '';
}
