import { join } from 'node:path';
import type { EvidenceConfig } from '../config.js';
import { FolderStore } from './folder-store.js';
import { S3Store } from './s3-store.js';
import type { FileStore } from './store.js';

/** Where uploads are written before they are kept: on the folder store's own disk, so that a rename moves them. */
export function draftsFolder({ dir }: EvidenceConfig): string {
  return join(dir, 'incoming');
}

/** As configured: a folder on this machine, or an S3-compatible store. */
export function openFileStore(config: EvidenceConfig): FileStore {
  return config.s3 === undefined ? new FolderStore(config.dir) : new S3Store(config.s3);
}
