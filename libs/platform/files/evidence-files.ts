import type { Readable } from 'node:stream';
import { systemClock } from '../clock.js';
import type { EvidenceConfig } from '../config.js';
import type { Database } from '../database.js';
import { discard, discardOlderThan, draftOf, type Draft } from './draft.js';
import { ACCEPTED_TYPES, mediaTypeOf } from './media-type.js';
import { draftsFolder, openFileStore } from './open-store.js';
import { withoutMetadata, type CleanDraft } from './pictures/index.js';
import type { FileStore } from './store.js';

/** What is known of a file beside its bytes and its names. */
export interface KeptFile {
  readonly sha256: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  /** An operator had its bytes deleted; they are not taken again. */
  readonly erased: boolean;
  /** A record named it privately once: not everybody may have it, unless a public record names it too. */
  readonly keptPrivate: boolean;
}

/** What an organisation uploaded and is kept, and how much that may be. */
export interface Room {
  readonly usedBytes: number;
  readonly quotaBytes: number;
}

export type Keeping =
  /** With whether something of a picture was removed before it was hashed: its hash is then another than of what was sent. */
  | { readonly kept: KeptFile; readonly metadataRemoved: boolean }
  /** Its type is not accepted; why, in a sentence. */
  | { readonly refused: string }
  | { readonly erasedAt: string }
  /** It would be more than its organisation may keep. */
  | { readonly overQuota: Room };

interface Row {
  readonly sha256: string;
  readonly media_type: string;
  readonly size: number;
  readonly stored_at: string | null;
  readonly erased_at: string | null;
  readonly kept_private: boolean;
}

const HOUR_MS = 3_600_000;

/** Files by the hash of their content: bytes in a store, what is known of them in the table `evidence_file`. */
export class EvidenceFiles {
  readonly maxBytes: number;
  private readonly quotaBytes: number;
  private readonly drafts: string;
  private readonly store: FileStore;

  constructor(
    private readonly database: Database,
    config: EvidenceConfig,
  ) {
    this.maxBytes = config.maxBytes;
    this.quotaBytes = config.quotaBytes;
    this.drafts = draftsFolder(config);
    this.store = openFileStore(config);
  }

  /**
   * Writes a content to disk, to be kept next. Where it does not come to its end, nothing is left behind.
   * @throws {FileTooLarge} for more than `maxBytes`.
   */
  async draft(content: Readable): Promise<Draft> {
    return draftOf(content, this.drafts, this.maxBytes);
  }

  /**
   * Takes a draft in, once however often its content comes; pictures without what says where, when and by whom they were
   * taken. The draft itself is gone afterwards, kept or not.
   */
  async keep(draft: Draft, uploadedBy: string): Promise<Keeping> {
    try {
      if (draft.size === 0) return { refused: `The file is empty; accepted are ${ACCEPTED_TYPES}.` };
      const found = await mediaTypeOf(draft.path);
      if ('refused' in found) return notAccepted(found.refused);
      const cleaned = await withoutMetadata(draft, found.mediaType, this.drafts);
      if ('refused' in cleaned) return notAccepted(cleaned.refused);
      return await this.keepCleaned(draft, cleaned, found.mediaType, uploadedBy);
    } finally {
      await discard(draft.path);
    }
  }

  private async keepCleaned(
    { sha256 }: Draft,
    { draft, metadataRemoved }: CleanDraft,
    mediaType: string,
    uploadedBy: string,
  ): Promise<Keeping> {
    try {
      // What was kept, and erased, before pictures were cleaned comes back neither as it was nor cleaned.
      const before = metadataRemoved ? await this.erasedAt(sha256) : undefined;
      if (before !== undefined) return { erasedAt: before };
      const keeping = await this.keepDraft(draft, mediaType, uploadedBy);
      return 'kept' in keeping ? { ...keeping, metadataRemoved } : keeping;
    } finally {
      await discard(draft.path);
    }
  }

  private async erasedAt(sha256: string): Promise<string | undefined> {
    const { rows } = await this.database.pool.query<Row>('select erased_at from evidence_file where sha256 = $1', [
      sha256,
    ]);
    return rows[0]?.erased_at ?? undefined;
  }

  /** The row first and its `stored_at` last, so that whatever ends this half-way, the sweep finds what there is. */
  private async keepDraft(
    draft: Draft,
    mediaType: string,
    uploadedBy: string,
  ): Promise<{ readonly kept: KeptFile } | { readonly erasedAt: string } | { readonly overQuota: Room }> {
    const { sha256 } = draft;
    const row = await this.rowOf(draft, mediaType, uploadedBy);
    if (row === undefined) return { overQuota: await this.roomOf(uploadedBy) };
    if (row.erased_at !== null) return { erasedAt: row.erased_at };
    if (row.stored_at === null || !(await this.store.has(sha256))) await this.store.put(draft);
    const stored = await this.database.pool.query<Row>(
      `update evidence_file set stored_at = coalesce(stored_at, now()) where sha256 = $1
       returning sha256, media_type, size, stored_at, erased_at, kept_private`,
      [sha256],
    );
    const [now] = stored.rows;
    if (now === undefined) throw new Error(`The row of the file ${sha256} went while it was being uploaded.`);
    if (now.erased_at === null) return { kept: keptFile(now) };
    // An operator was faster.
    await this.store.erase(sha256);
    return { erasedAt: now.erased_at };
  }

  /**
   * The row of a content, which is there afterwards; `undefined` where a new one would be more than its organisation may keep.
   * One after the other of one organisation, so that several at once do not pass together.
   */
  private rowOf({ sha256, size }: Draft, mediaType: string, uploadedBy: string): Promise<Row | undefined> {
    return this.database.transaction(async (client) => {
      await client.query(`select pg_advisory_xact_lock(hashtextextended('evidence_file ' || $1, 0))`, [uploadedBy]);
      const { rows } = await client.query<Row>(
        `insert into evidence_file (sha256, media_type, size, uploaded_by)
         select $1::text, $2::text, $3::integer, $4::text
         where $3::integer + (select coalesce(sum(size), 0) from evidence_file where uploaded_by = $4 and erased_at is null) <= $5::bigint
           or exists (select from evidence_file where sha256 = $1)
         on conflict (sha256) do update set named_at = now()
         returning sha256, media_type, size, stored_at, erased_at, kept_private`,
        [sha256, mediaType, size, uploadedBy, this.quotaBytes],
      );
      return rows[0];
    });
  }

  /** What an organisation has room for. A file that several uploaded is that of the first. */
  async roomOf(organisationId: string): Promise<Room> {
    const { rows } = await this.database.pool.query<{ bytes: string }>(
      'select coalesce(sum(size), 0) as bytes from evidence_file where uploaded_by = $1 and erased_at is null',
      [organisationId],
    );
    return { usedBytes: Number(rows[0]?.bytes ?? 0), quotaBytes: this.quotaBytes };
  }

  /** What is known of a file that is kept, or was until it was erased. */
  async find(sha256: string): Promise<KeptFile | undefined> {
    const { rows } = await this.database.pool.query<Row>(
      `select sha256, media_type, size, erased_at, kept_private from evidence_file where sha256 = $1 and stored_at is not null`,
      [sha256],
    );
    return rows[0] === undefined ? undefined : keptFile(rows[0]);
  }

  /** To be read or destroyed. */
  async open({ sha256 }: KeptFile): Promise<Readable | undefined> {
    return this.store.get(sha256);
  }

  /**
   * Deletes a file's bytes for good; its row stays, with the reason. Once more does no harm, and changes no reason.
   * @returns `undefined` where no such file was uploaded.
   */
  async erase(sha256: string, reason: string): Promise<{ readonly erasedBefore: boolean } | undefined> {
    // First the row, which ends its being served; whatever happens then, erasing again finishes it.
    const { rows } = await this.database.pool.query<{ erased_before: boolean }>(
      `with before as (select sha256, erased_at from evidence_file where sha256 = $1 for update)
       update evidence_file f set erased_at = coalesce(f.erased_at, now()), erasure_reason = coalesce(f.erasure_reason, $2)
       from before where f.sha256 = before.sha256
       returning before.erased_at is not null as erased_before`,
      [sha256, reason],
    );
    if (rows[0] === undefined) return undefined;
    await this.store.erase(sha256);
    return { erasedBefore: rows[0].erased_before };
  }

  /**
   * Deletes what was last uploaded or named `olderThanHours` ago or earlier and is not referred to, row and bytes, and what
   * uploads that were cut off left on this machine.
   * @param referred of these hashes, those that a recorded event names; views must have caught up.
   */
  async sweep(
    olderThanHours: number,
    referred: (hashes: readonly string[]) => Promise<ReadonlySet<string>>,
  ): Promise<{ readonly files: number; readonly bytes: number; readonly drafts: number }> {
    // By the machine's clock, as the stamps that this is compared with are.
    const before = new Date(Date.parse(systemClock.now()) - olderThanHours * HOUR_MS);
    const drafts = await discardOlderThan(this.drafts, before);
    const { rows } = await this.database.pool.query<Row>(
      'select sha256, size from evidence_file where named_at <= $1 and erased_at is null',
      [before],
    );
    const inUse = await referred(rows.map(({ sha256 }) => sha256));
    let [files, bytes] = [0, 0];
    for (const { sha256, size } of rows) {
      if (inUse.has(sha256) || !(await this.sweepOne(sha256, before))) continue;
      files += 1;
      bytes += size;
    }
    return { files, bytes, drafts };
  }

  /** Whoever names or uploads it meanwhile was faster, or waits until it is gone and has to upload it again. */
  private async sweepOne(sha256: string, before: Date): Promise<boolean> {
    return this.database.transaction(async (client) => {
      const { rowCount } = await client.query(
        'delete from evidence_file where sha256 = $1 and named_at <= $2 and erased_at is null',
        [sha256, before],
      );
      if (rowCount === 0) return false;
      await this.store.erase(sha256);
      return true;
    });
  }
}

/** The files of these hashes, which no sweep takes for the time being: a command that names them is about to be recorded. */
export async function claimFiles(
  { pool }: Database,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, KeptFile>> {
  const { rows } = await pool.query<Row>(
    // In the order of the hashes, so that two commands that name the same files do not lock each other out.
    `update evidence_file set named_at = now()
     where sha256 in (select sha256 from evidence_file where sha256 = any ($1::text[]) and stored_at is not null order by sha256 for update)
     returning sha256, media_type, size, erased_at, kept_private`,
    [hashes],
  );
  return new Map(rows.map((row) => [row.sha256, keptFile(row)]));
}

function notAccepted(why: string): Keeping {
  return { refused: `The file is not accepted: ${why}; accepted are ${ACCEPTED_TYPES}.` };
}

function keptFile({ sha256, media_type, size, erased_at, kept_private }: Omit<Row, 'stored_at'>): KeptFile {
  return { sha256, mediaType: media_type, size, erased: erased_at !== null, keptPrivate: kept_private };
}
