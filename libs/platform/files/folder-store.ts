import { constants } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { syncFolder } from '../durable-file.js';
import { isSha256, unlessMissing, type Draft } from './draft.js';
import type { FileStore } from './store.js';

/** A folder, readable for its owner alone: `ab/abcd…` for what hashes to `abcd…`. */
export class FolderStore implements FileStore {
  constructor(private readonly folder: string) {}

  async put({ path, sha256 }: Draft): Promise<void> {
    const place = this.placeOf(sha256);
    const shard = dirname(place);
    const made = await mkdir(shard, { recursive: true, mode: 0o700 });
    if (made !== undefined) await syncFolder(dirname(made));
    await rename(path, place);
    await syncFolder(shard);
  }

  async has(sha256: string): Promise<boolean> {
    return access(this.placeOf(sha256), constants.R_OK).then(() => true, unlessMissing(false));
  }

  async get(sha256: string): Promise<Readable | undefined> {
    const file = await open(this.placeOf(sha256), 'r').catch(unlessMissing(undefined));
    return file?.createReadStream();
  }

  async erase(sha256: string): Promise<void> {
    const place = this.placeOf(sha256);
    await rm(place, { force: true });
    await syncFolder(dirname(place)).catch(unlessMissing(undefined));
  }

  /** @throws {Error} for what is no hash, whoever let it through: no other name reaches the disk. */
  private placeOf(sha256: string): string {
    if (!isSha256(sha256)) throw new Error('A file is kept under its SHA-256 in hexadecimal.');
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}
