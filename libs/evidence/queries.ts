import { sql } from 'kysely';
import { batchesOf, query, type BatchQuery } from '@maillage/engine';

export const EVIDENCE_FILE_STATES = ['AVAILABLE', 'WITHHELD', 'ERASED', 'MISSING'] as const;
export type EvidenceFileState = (typeof EVIDENCE_FILE_STATES)[number];

/** By SHA-256. Of a file that this server never had, in a restored log say, there is nothing to give either: ERASED. */
export const evidenceFileState: BatchQuery<null, Exclude<EvidenceFileState, 'WITHHELD' | 'MISSING'>> = query(
  'evidenceFileState',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<{ sha256: string }>`
      select sha256 from evidence_file
      where sha256 = any (${keys}::text[]) and stored_at is not null and erased_at is null`);
    const available = new Set(rows.map(({ sha256 }) => sha256));
    return keys.map((sha256) => (available.has(sha256) ? 'AVAILABLE' : 'ERASED'));
  },
);
