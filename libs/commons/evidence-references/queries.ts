import { sql } from 'kysely';
import { batchesOf, listsOf, query, type BatchQuery, type Query } from '@maillage/engine';
import type { Database } from '@maillage/platform';

/** The streams whose events refer to a file, by its SHA-256, in the order they first did. */
export const streamsReferringTo: BatchQuery<null, readonly string[]> = query(
  'streamsReferringTo',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<{ sha256: string; stream: string }>`
      select sha256, stream from evidence_reference where sha256 = any (${keys}::text[])
      group by sha256, stream order by min(position)`);
    return listsOf(keys, rows, ({ sha256 }) => sha256).map((list) => list.map(({ stream }) => stream));
  },
);

/** Bytes an organisation uploaded that no event refers to yet. */
export const unreferencedBytes: Query<{ readonly organisationId: string }, number> = query(
  'unreferencedBytes',
  [{ organisationId: '1' }],
  async (database, { organisationId }) => {
    const rows = await database.run(sql<{ bytes: string }>`
      select coalesce(sum(file.size), 0) as bytes from evidence_file file
      where file.uploaded_by = ${organisationId} and file.erased_at is null
        and not exists (select from evidence_reference reference where reference.sha256 = file.sha256)`);
    return Number(rows[0]?.bytes ?? 0);
  },
);

/** Asked about in one statement. */
const BATCH = 1000;

/** Of these hashes, those of files that an event refers to: no sweep may take them. Views must have caught up. */
export async function referredTo(database: Database, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const referred = new Set<string>();
  for (let from = 0; from < hashes.length; from += BATCH) {
    const keys = hashes.slice(from, from + BATCH);
    const streams = await streamsReferringTo.run(database, { keys, args: null });
    for (const [index, sha256] of keys.entries()) if ((streams[index] ?? []).length > 0) referred.add(sha256);
  }
  return referred;
}
