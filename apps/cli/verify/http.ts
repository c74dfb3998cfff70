import { setMaxListeners } from 'node:events';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as sleep } from 'node:timers/promises';
import { Deadline } from '@maillage/platform';
import { SourceUnreadable } from '@maillage/verifier';
import type { Source } from './source.js';
import { ValuesTold } from './values.js';

const ATTEMPTS = 4;
/** For all attempts at one path together; and a second more for each so many bytes that came. */
const PATIENCE_MS = 30_000;
const BYTES_PER_SECOND = 64 * 1024;
/** A full bundle of the largest entries takes a quarter of it. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A ledger over HTTP. @param base its address; that of its /log is taken as well. */
export function httpSource(base: string, interrupted: AbortSignal, patienceMs = PATIENCE_MS): Source {
  // Several paths are read at a time, and each listens for as long.
  setMaxListeners(0, interrupted);
  const prefix = new URL(base);
  prefix.pathname = prefix.pathname.replace(/(?:\/log)?\/*$/, '/');
  prefix.search = '';
  prefix.hash = '';
  const values = new ValuesTold((path) => fetched(new URL(path, prefix), interrupted, patienceMs));
  return { live: true, read: values.read, beside: async (complete) => (complete ? values.fault() : undefined) };
}

/** @returns the body; `undefined` where the server says that there is nothing. */
async function fetched(url: URL, interrupted: AbortSignal, patienceMs: number): Promise<Buffer | undefined> {
  const deadline = new Deadline(patienceMs, interrupted);
  try {
    let why = '';
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      try {
        if (attempt > 0) await sleep(200 * 4 ** attempt, undefined, { signal: deadline.signal });
        const response = await deadline.within(fetch(url, { signal: deadline.signal }));
        if (response.ok) return await bodyOf(response, deadline);
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

async function bodyOf(response: Response, deadline: Deadline): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
  while (reader !== undefined) {
    const { done, value: part } = await deadline.within(reader.read());
    if (done) break;
    length += part.length;
    if (length > MOST_BYTES) {
      throw new SourceUnreadable(`${response.url} sends more than ${MOST_BYTES} bytes, which no part of a log has.`);
    }
    parts.push(part);
    deadline.extend((part.length * 1000) / BYTES_PER_SECOND);
  }
  return Buffer.concat(parts);
}
