import { sql, type RawBuilder } from 'kysely';
import { query, rowsOf, type BatchQuery } from '@maillage/engine';
import type { PrivateReference } from '@maillage/kernel';
import type { Database } from '@maillage/platform';

export interface PrivateValueArgs {
  /** Whether the reader may see values that are not public; otherwise they stay in the database. */
  readonly reveal: boolean;
}

export interface StoredValue {
  /** As it was recorded; `undefined` where it is not revealed. */
  readonly value?: unknown;
  /** Of a public value alone: 64 hexadecimal digits, by which anybody can check it. */
  readonly salt?: string;
}

/** How a value came to be no more: the log says that it was erased, or nothing does. */
export interface LostValue {
  readonly lost: 'ERASED' | 'MISSING';
}

interface StoredRow {
  readonly key: string;
  readonly value: string;
  /** Of a public value alone. */
  readonly salt: string | null;
  readonly opens: boolean;
}

/** The key of `privateValues` for what a view refers to. */
export function keyOf({ sha256, eventId, path }: PrivateReference): string {
  return `${sha256} ${eventId} ${path}`;
}

const EXAMPLE = '0123abcd 00000000-0000-4000-8000-000000000001 /note';

/**
 * Private values by reference, or how they were lost. What is revealed was checked against the
 * salted hash in the log: a table that was tampered with speaks for nobody.
 */
export const privateValues: BatchQuery<PrivateValueArgs, StoredValue | LostValue> = query(
  'privateValues',
  [
    { keys: [EXAMPLE], args: { reveal: false } },
    { keys: [EXAMPLE], args: { reveal: true } },
  ],
  async (database, { keys, args: { reveal } }) => {
    const found = reveal
      ? rowsOf(keys, await read(database, keys), ({ key }) => key).map((row) => row && storedValue(row))
      : await openlyStored(database, keys);
    return orLost(database, keys, found);
  },
);

/** What is public; of the rest that it is there, for values that are not public are not even read. */
async function openlyStored(
  database: Database,
  keys: readonly string[],
): Promise<readonly (StoredValue | undefined)[]> {
  const there = await database.run(sql<{ readonly key: string; readonly is_public: boolean }>`
      select named.key, stored.is_public ${named(keys)} ${STORED}`);
  const open = there.filter(({ is_public }) => is_public).map(({ key }) => key);
  const shown = new Map(
    (open.length === 0 ? [] : await read(database, open)).map((row) => [row.key, storedValue(row)]),
  );
  return rowsOf(keys, there, ({ key }) => key).map((row) => row && (shown.get(row.key) ?? {}));
}

/**
 * A relation (path, erased_by, position, day) of what was erased of an event, in parentheses, as the log itself has it: no view
 * need have heard of it.
 */
export function erasedOf(eventId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select erasure.entry::jsonb #>> '{data,path}' as path, erasure.organisation as erased_by, erasure.position,
      left(erasure.entry::json ->> 'recordedAt', 10)::date as day
    from event erasure where erasure.stream = 'erasure/' || ${eventId}
  )`;
}

/** Asks the log itself, by the stream of each event's erasures, about those that are gone: a row that somebody deleted is not to pass for one that was erased. */
async function orLost(
  database: Database,
  keys: readonly string[],
  found: readonly (StoredValue | undefined)[],
): Promise<readonly (StoredValue | LostValue)[]> {
  const gone = keys.filter((_, index) => found[index] === undefined);
  if (gone.length === 0) return found.map((value) => value ?? { lost: 'MISSING' });
  const said = await database.run(sql<{ readonly key: string }>`
    select named.key ${named(gone)}
    join lateral ${erasedOf(sql`named.event_id`)} erased on erased.path = named.path`);
  const erased = new Set(said.map(({ key }) => key));
  return keys.map((key, index) => found[index] ?? { lost: erased.has(key) ? 'ERASED' : 'MISSING' });
}

function read(database: Database, keys: readonly string[]): Promise<readonly StoredRow[]> {
  const domain = sql`convert_to('maillage/private/v1' || chr(10), 'UTF8')`;
  return database.run(sql<StoredRow>`
    select named.key, stored.value, case when stored.is_public then encode(stored.salt, 'hex') end as salt,
      sha256(${domain} || stored.salt || convert_to(stored.value, 'UTF8')) = decode(named.sha256, 'hex') as opens
    ${named(keys)} ${STORED}`);
}

const STORED = sql`join private_value stored on stored.event_id = named.event_id and stored.path = named.path`;

/** Where the keys say that values stand. */
function named(keys: readonly string[]): RawBuilder<unknown> {
  const parts = keys.map((key) => key.split(' '));
  const column = (index: number) => parts.map((part) => part[index] ?? '');
  // A path may hold spaces itself.
  const paths = parts.map((part) => part.slice(2).join(' '));
  return sql`from unnest(${keys}::text[], ${column(0)}::text[], ${column(1)}::uuid[], ${paths}::text[])
      as named(key, sha256, event_id, path)`;
}

function storedValue({ key, value, salt, opens }: StoredRow): StoredValue {
  if (!opens) {
    const [, eventId, ...path] = key.split(' ');
    throw new Error(
      `The private value at ${path.join(' ')} of event ${eventId} does not open the salted hash in the log; it was altered.`,
    );
  }
  const revealed = { value: JSON.parse(value) as unknown };
  return salt === null ? revealed : { ...revealed, salt };
}
