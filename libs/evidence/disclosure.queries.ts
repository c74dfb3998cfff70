import { sql } from 'kysely';
import { query, rowsOf, type BatchQuery } from '@maillage/engine';
import type { PrivateReference } from '@maillage/kernel';

export interface PrivateValueArgs {
  /** Whether the reader may see the values; otherwise they stay in the database. */
  readonly reveal: boolean;
}

export interface StoredValue {
  /** As it was recorded; `undefined` where it is not revealed. */
  readonly value?: unknown;
}

interface StoredRow {
  readonly key: string;
  readonly value: string | null;
  readonly opens: boolean;
}

/** The key of `privateValues` for what a view refers to. */
export function keyOf({ sha256, eventId, path }: PrivateReference): string {
  return `${sha256} ${eventId} ${path}`;
}

const EXAMPLE = '0123abcd 00000000-0000-4000-8000-000000000001 /note';

/**
 * Private values by reference; `undefined` where there is none any more. What is revealed was checked against the
 * salted hash in the log: a table that was tampered with speaks for nobody.
 */
export const privateValues: BatchQuery<PrivateValueArgs, StoredValue | undefined> = query(
  'privateValues',
  [
    { keys: [EXAMPLE], args: { reveal: false } },
    { keys: [EXAMPLE], args: { reveal: true } },
  ],
  async (database, { keys, args: { reveal } }) => {
    const parts = keys.map((key) => key.split(' '));
    const column = (index: number) => parts.map((part) => part[index] ?? '');
    // A path may hold spaces itself.
    const paths = parts.map((part) => part.slice(2).join(' '));
    const domain = sql`convert_to('maillage/private/v1' || chr(10), 'UTF8')`;
    const revealed = sql`stored.value, sha256(${domain} || stored.salt || convert_to(stored.value, 'UTF8')) = decode(named.sha256, 'hex') as opens`;
    const rows = await database.run(sql<StoredRow>`
      select named.key, ${reveal ? revealed : sql`null as value, true as opens`}
      from unnest(${keys}::text[], ${column(0)}::text[], ${column(1)}::uuid[], ${paths}::text[])
        as named(key, sha256, event_id, path)
      join private_value stored on stored.event_id = named.event_id and stored.path = named.path`);
    return rowsOf(keys, rows, ({ key }) => key).map((row) => row && storedValue(row, reveal));
  },
);

function storedValue({ key, value, opens }: StoredRow, reveal: boolean): StoredValue {
  if (!opens) {
    const [, eventId, ...path] = key.split(' ');
    throw new Error(
      `The private value at ${path.join(' ')} of event ${eventId} does not open the salted hash in the log; it was altered.`,
    );
  }
  return reveal && value !== null ? { value: JSON.parse(value) as unknown } : {};
}
