import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { EvidenceConfig } from '../config.js';
import type { Draft } from './draft.js';
import { FolderStore } from './folder-store.js';
import { S3Store } from './s3-store.js';

/**
 * Keeps contents under their SHA-256, in lower-case hexadecimal. Any number of processes may share one. Each method throws
 * `StoreUnavailable` where the store does not answer.
 */
export interface FileStore {
  /** Keeps a draft's content, which may be there already. May move the draft's file. */
  put(draft: Draft): Promise<void>;
  has(sha256: string): Promise<boolean>;
  /** The content as a stream, to be read or destroyed; `undefined` where it is not kept. */
  get(sha256: string): Promise<Readable | undefined>;
  /** Deletes the content, if it is there. */
  erase(sha256: string): Promise<void>;
}

/** Where uploads are written before they are kept: on the folder store's own disk, so that a rename moves them. */
export function draftsFolder({ dir }: EvidenceConfig): string {
  return join(dir, 'incoming');
}

/** As configured: a folder on this machine, or an S3-compatible store. */
export function openFileStore(config: EvidenceConfig): FileStore {
  return config.s3 === undefined ? new FolderStore(config.dir) : new S3Store(config.s3);
}
