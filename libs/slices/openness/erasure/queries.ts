import { sql } from 'kysely';
import {
  batchesOf,
  computedAt,
  oldestFirst,
  pageOf,
  query,
  rowsOf,
  type BatchQuery,
  type Page,
  type PageInput,
} from '@maillage/engine';
import { idOf, isSaltedHash, uuid, valueAt, type Actor, type PrivatePlace } from '@maillage/kernel';
import type { Database } from '@maillage/platform';
import { erasures, type ErasureRow } from './view.js';

export interface ErasureFilter {
  /** The event that had the value. */
  readonly eventId?: string | undefined;
  /** Who erased it. */
  readonly organisationId?: string | undefined;
}

/** In the log's order. */
export const erasurePage = query(
  'erasurePage',
  [{}, { eventId: '1' }, { organisationId: '1' }],
  (database, input: PageInput & ErasureFilter): Promise<Page<ErasureRow>> => {
    const { eventId, organisationId } = input;
    return pageOf<ErasureRow>(database, input, {
      at: computedAt(erasures),
      order: oldestFirst,
      rows: () => {
        const conditions = [sql`true`];
        if (eventId !== undefined) conditions.push(sql`event_id = ${eventId}`);
        if (organisationId !== undefined) conditions.push(sql`erased_by = ${organisationId}`);
        return sql`select * from erasure where ${sql.join(conditions, sql` and `)}`;
      },
    });
  },
);

/** Keyed by event id and path, with a space between. */
export const erasureAt: BatchQuery<null, ErasureRow | undefined> = query(
  'erasureAt',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<ErasureRow>`
    select * from erasure where event_id || ' ' || path = any(${keys}::text[])
      and event_id = any(${keys.map((key) => key.slice(0, key.indexOf(' ')))}::text[])`);
    return rowsOf(keys, rows, (row) => `${row.event_id} ${row.path}`);
  },
);

export interface RecordedValue {
  readonly organisationId: string;
  /** Whether the log holds a salted hash there. */
  readonly committed: boolean;
  /** Of words: the ids of its stream and in its data, those of the organisations that it names among them. Of a file, none. */
  readonly names: readonly string[];
}

interface RecordedRow {
  readonly key: string;
  readonly path: string;
  readonly entry: string;
}

/** What the log says of places in events' data, by event id and path with a space between; `undefined` where it has no such event. */
export const recordedValues: BatchQuery<null, RecordedValue | undefined> = query(
  'recordedValues',
  [{ keys: ['00000000-0000-4000-8000-000000000001 /note'], args: null }],
  async (database, { keys }) => {
    // A path may hold spaces itself.
    const places = keys.map((key) => [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)] as const);
    const rows = await database.run(sql<RecordedRow>`
      select named.key, named.path, e.entry
      from unnest(${keys}::text[], ${places.map(([id]) => id)}::uuid[], ${places.map(([, path]) => path)}::text[])
        as named(key, event_id, path)
      join event e on e.id = named.event_id`);
    return rowsOf(keys, rows, ({ key }) => key).map((row) => row && recordedIn(row));
  },
);

/** The same of one place. */
export async function recordedValue(
  database: Database,
  { eventId, path }: PrivatePlace,
): Promise<RecordedValue | undefined> {
  return (await recordedValues.run(database, { keys: [`${eventId} ${path}`], args: null }))[0];
}

/** Files stand in a list of that name, and words in no list. What is read of an event is read of the log alone, which stays. */
const A_FILE = /\/evidence\/\d+$/;

function recordedIn({ path, entry }: RecordedRow): RecordedValue {
  const { actor, stream, data } = JSON.parse(entry) as {
    readonly actor: Actor;
    readonly stream: string;
    readonly data: unknown;
  };
  const committed = isSaltedHash(valueAt(data, path));
  return { organisationId: actor.organisation, committed, names: A_FILE.test(path) ? [] : idsIn([idOf(stream), data]) };
}

function idsIn(data: unknown): readonly string[] {
  if (typeof data === 'string') return uuid.safeParse(data).success ? [data] : [];
  if (typeof data !== 'object' || data === null) return [];
  return [...new Set(Object.values(data).flatMap(idsIn))];
}
