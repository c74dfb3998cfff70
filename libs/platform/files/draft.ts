import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileTooLarge } from './errors.js';

/** A content as it came in, on this machine's disk, for nobody else to read; not kept yet. */
export interface Draft {
  readonly path: string;
  /** Of the content, in lower-case hexadecimal. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

const SHA256 = /^[0-9a-f]{64}$/;

export function isSha256(text: string): boolean {
  return SHA256.test(text);
}

/**
 * Writes a stream to a file in `folder`, hashing it on the way; never more than a chunk of it is in memory. Where it does
 * not come to its end, or is longer than `mostBytes`, nothing is left behind.
 * @throws {FileTooLarge}
 */
export async function draftOf(content: Readable, folder: string, mostBytes: number): Promise<Draft> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  let size = 0;
  const measured = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > mostBytes) throw new FileTooLarge(`The content is longer than ${mostBytes} bytes.`);
      hash.update(chunk);
      yield chunk;
    }
  };
  try {
    // Flushed: what is renamed into its place must be there after a power cut.
    await pipeline(content, measured, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  } catch (error) {
    await discard(path);
    throw error;
  }
  return { path, sha256: hash.digest('hex'), size };
}

/** Removes a draft, unless it was moved into its place. */
export async function discard(path: string): Promise<void> {
  await rm(path, { force: true });
}

/** Removes what a process that was killed left behind. */
export async function discardOlderThan(folder: string, before: Date): Promise<number> {
  const names = await readdir(folder).catch(unlessMissing<readonly string[]>([]));
  let removed = 0;
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path).catch(unlessMissing(undefined));
    if (found === undefined || found.mtime >= before) continue;
    await discard(path);
    removed += 1;
  }
  return removed;
}

/** For `catch`: a file or folder that is not there gives `absent`. */
export function unlessMissing<Value>(absent: Value): (error: unknown) => Value {
  return (error) => {
    if ((error as { readonly code?: string }).code === 'ENOENT') return absent;
    throw error;
  };
}
