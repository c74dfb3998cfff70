import type { Database } from '@maillage/platform';

/**
 * Puts entries of another log behind a position, as they are. The function that records commands would give them positions
 * and times of its own; only the owner of the tables may go round it.
 */
export async function putEntries(owner: Database, after: bigint, entries: readonly string[]): Promise<void> {
  await owner.transaction(async (client) => {
    await client.query(
      `insert into event (position, stream, version, id, type, organisation, entry, leaf)
       select $1::bigint + n, e ->> 'stream', (e ->> 'version')::bigint, (e ->> 'id')::uuid, e ->> 'type',
         e -> 'actor' ->> 'organisation', entry, sha256('\\x00'::bytea || convert_to(entry, 'UTF8'))
       from unnest($2::text[]) with ordinality as given(entry, n) cross join lateral (select entry::json as e) parsed`,
      [after.toString(), entries],
    );
    await client.query('update log_head set position = $1', [(after + BigInt(entries.length)).toString()]);
  });
}
