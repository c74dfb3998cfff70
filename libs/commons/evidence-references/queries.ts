import { sql } from 'kysely';
import { batchesOf, listsOf, query, type BatchQuery, type Query, type Slice } from '@maillage/engine';
import { idOf, ownerOf } from '@maillage/kernel';
import type { Database } from '@maillage/platform';

/** The content that a private value of a file names. */
const NAMED = sql`(v.value::jsonb ->> 'sha256')`;

/** The streams whose events refer to a file, publicly or privately, by its SHA-256, in the order they first did. */
export const streamsReferringTo: BatchQuery<null, readonly string[]> = query(
  'streamsReferringTo',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<{ sha256: string; stream: string }>`
      select sha256, stream from (
        select sha256, stream, position from evidence_reference where sha256 = any (${keys}::text[])
        union all
        select ${NAMED}, e.stream, e.position from private_value v join event e on e.id = v.event_id
        where v.value like '{%' and ${NAMED} = any (${keys}::text[])
      ) named group by sha256, stream order by min(position)`);
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
        and not exists (select from evidence_reference reference where reference.sha256 = file.sha256)
        and not exists (select from private_value v where v.value like '{%' and ${NAMED} = file.sha256)`);
    return Number(rows[0]?.bytes ?? 0);
  },
);

/** Where a record names a file privately. */
interface PrivateUse {
  readonly stream: string;
  /** Who recorded it. */
  readonly organisation: string;
}

interface UsesOfFile {
  readonly isPublic: boolean;
  readonly privately: readonly PrivateUse[];
}

/** Who names a file, by its SHA-256. */
export const usesOfFile: BatchQuery<null, UsesOfFile> = query(
  'usesOfFile',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<{ sha256: string; stream: string | null; organisation: string | null }>`
    select distinct sha256, null as stream, null as organisation from evidence_reference where sha256 = any (${keys}::text[])
    union
    select ${NAMED}, e.stream, e.organisation from private_value v join event e on e.id = v.event_id
    where v.value like '{%' and ${NAMED} = any (${keys}::text[])`);
    return listsOf(keys, rows, ({ sha256 }) => sha256).map((list) => ({
      isPublic: list.some(({ stream }) => stream === null),
      privately: list.flatMap(({ stream, organisation }) =>
        stream === null || organisation === null ? [] : [{ stream, organisation }],
      ),
    }));
  },
);

/**
 * Whether an organisation, or the public, may have a file that a record names privately: whoever recorded it, and those
 * that may see what is kept private where it stands. What a public record names, anybody may have.
 */
export async function mayHaveFile(
  database: Database,
  slices: readonly Slice[],
  sha256: string,
  organisationId: string | undefined,
): Promise<boolean> {
  const [uses] = await usesOfFile.run(database, { keys: [sha256], args: null });
  if (uses?.isPublic === true) return true;
  if (uses === undefined || organisationId === undefined) return false;
  for (const { stream, organisation } of uses.privately) {
    if (organisation === organisationId) return true;
    const circle = slices.find(({ circles }) => circles?.[ownerOf(stream)] !== undefined)?.circles?.[ownerOf(stream)];
    const [within] = (await circle?.run(database, { keys: [idOf(stream)], args: { organisationId } })) ?? [];
    if (within === true) return true;
  }
  return false;
}

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
