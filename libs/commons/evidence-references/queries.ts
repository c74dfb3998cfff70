import { sql } from 'kysely';
import { batchesOf, query, type BatchQuery, type Query } from '@maillage/engine';

/** The streams whose events refer to a file, by its SHA-256, in the order they first did. */
export const streamsReferringTo: BatchQuery<null, readonly string[]> = query(
  'streamsReferringTo',
  batchesOf(null),
  async (database, { keys }) => {
    const { rows } = await sql<{ sha256: string; stream: string }>`
      select sha256, stream from evidence_reference where sha256 = any (${keys}::text[])
      group by sha256, stream order by min(position)`.execute(database.as<unknown>());
    const byKey = new Map<string, string[]>(keys.map((key) => [key, []]));
    for (const { sha256, stream } of rows) byKey.get(sha256)?.push(stream);
    return keys.map((key) => byKey.get(key) ?? []);
  },
);

/** Bytes an organisation uploaded that no event refers to yet. */
export const unreferencedBytes: Query<{ readonly organisationId: string }, number> = query(
  'unreferencedBytes',
  [{ organisationId: '1' }],
  async (database, { organisationId }) => {
    const { rows } = await sql<{ bytes: string }>`
      select coalesce(sum(file.size), 0) as bytes from evidence_file file
      where file.uploaded_by = ${organisationId} and file.erased_at is null
        and not exists (select from evidence_reference reference where reference.sha256 = file.sha256)`.execute(
      database.as<unknown>(),
    );
    return Number(rows[0]?.bytes ?? 0);
  },
);
