import type { Readable } from 'node:stream';
import type { Draft } from './draft.js';

/** In one process. Whoever opens more would leave the store no connections for what else is asked of it. */
export const DOWNLOADS_AT_ONCE = 200;

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
