import { setMaxListeners } from 'node:events';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as sleep } from 'node:timers/promises';
import { Deadline } from '@maillage/platform';
import { MOST_SCHEMA_BYTES, SourceUnreadable, TILE_WIDTH } from '@maillage/verifier';
import type { Source } from './source.js';
import { ValuesTold } from './values.js';

const ATTEMPTS = 4;
/** For all attempts at one path together; and a second more for each so many bytes that came. */
const PATIENCE_MS = 30_000;
const BYTES_PER_SECOND = 64 * 1024;
/** A full bundle of entries of the largest size, each with its length. */
const MOST_BYTES_OF_ENTRIES = TILE_WIDTH * (2 + 0xffff);
/** What has no more bytes than a schema may have: checkpoints, keys, policies and tiles of hashes as well. */
const SMALL = /^(?:schemas\/|log\/(?:checkpoint|key|policy)$|log\/tile\/[0-9])/;
const MOST_BYTES = 64 * 1024 * 1024;
/**
 * There may be thousands of schemas. So many times the patience for one is had for all of them together; those that come within
 * a thirtieth of it, a second, are not counted.
 */
const PATIENCE_WITH_SCHEMAS = 10;
const PROMPTLY = 1 / 30;

/** A ledger over HTTP. @param base its address; that of its /log is taken as well. */
export function httpSource(base: string, interrupted: AbortSignal, patienceMs = PATIENCE_MS): Source {
  // Several paths are read at a time, and each listens for as long.
  setMaxListeners(0, interrupted);
  const prefix = new URL(base);
  prefix.pathname = prefix.pathname.replace(/(?:\/log)?\/*$/, '/');
  prefix.search = '';
  prefix.hash = '';
  let forSchemas = PATIENCE_WITH_SCHEMAS * patienceMs;
  const read = async (path: string) => {
    const url = new URL(path, prefix);
    const get = () => fetched(url, interrupted, patienceMs, mostBytesOf(path));
    if (!path.startsWith('schemas/')) return get();
    if (forSchemas <= 0) throw new SourceUnreadable(`${url.href} is not read: too many schemas before came slowly.`);
    const begun = performance.now();
    try {
      return await get();
    } finally {
      forSchemas -= Math.max(0, performance.now() - begun - PROMPTLY * patienceMs);
    }
  };
  const values = new ValuesTold(read);
  return { live: true, read: values.read, beside: async (complete) => (complete ? values.fault() : undefined) };
}

function mostBytesOf(path: string): number {
  if (SMALL.test(path)) return MOST_SCHEMA_BYTES;
  return path.startsWith('log/tile/entries/') ? MOST_BYTES_OF_ENTRIES : MOST_BYTES;
}

/** @returns the body; `undefined` where the server says that there is nothing. */
async function fetched(
  url: URL,
  interrupted: AbortSignal,
  patienceMs: number,
  mostBytes: number,
): Promise<Buffer | undefined> {
  const deadline = new Deadline(patienceMs, interrupted);
  try {
    let why = '';
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      try {
        if (attempt > 0) await sleep(200 * 4 ** attempt, undefined, { signal: deadline.signal });
        const response = await deadline.within(fetch(url, { signal: deadline.signal }));
        if (response.ok) return await bodyOf(response, deadline, mostBytes);
        await response.body?.cancel();
        if (response.status === 404 || response.status === 410) return undefined;
        why = `it answers with status ${response.status}`;
        if (response.status < 500 && response.status !== 429) break;
      } catch (error) {
        interrupted.throwIfAborted();
        if (error instanceof SourceUnreadable) throw error;
        if (deadline.passed) {
          const before = why === '' ? '' : `${why}, and `;
          why = `${before}it does not answer in full within ${patienceMs / 1000} s`;
          break;
        }
        why = ((error as Error).cause as Error | undefined)?.message ?? (error as Error).message;
      }
    }
    throw new SourceUnreadable(`${url.href} cannot be read: ${why}.`);
  } finally {
    deadline.end();
  }
}

async function bodyOf(response: Response, deadline: Deadline, mostBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
  while (reader !== undefined) {
    const { done, value: part } = await deadline.within(reader.read());
    if (done) break;
    length += part.length;
    if (length > mostBytes) {
      throw new SourceUnreadable(
        `${response.url} sends more than ${mostBytes} bytes, which no such part of a log has.`,
      );
    }
    parts.push(part);
    deadline.extend((part.length * 1000) / BYTES_PER_SECOND);
  }
  return Buffer.concat(parts);
}
