import { setTimeout as sleep } from 'node:timers/promises';
import { SourceUnreadable } from '@maillage/verifier';
import type { Source } from './source.js';

const ATTEMPTS = 4;
const PATIENCE_MS = 30_000;
/** A full bundle of the largest entries takes a quarter of it. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A ledger over HTTP. @param base its address; that of its /log is taken as well. */
export function httpSource(base: string, interrupted: AbortSignal): Source {
  const prefix = new URL(base);
  prefix.pathname = prefix.pathname.replace(/(?:\/log)?\/*$/, '/');
  prefix.search = '';
  prefix.hash = '';
  return { read: (path) => fetched(new URL(path, prefix), interrupted) };
}

/** @returns the body; `undefined` where the server says that there is nothing. */
async function fetched(url: URL, interrupted: AbortSignal): Promise<Buffer | undefined> {
  let why = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await sleep(200 * 4 ** attempt, undefined, { signal: interrupted });
    try {
      const signal = AbortSignal.any([interrupted, AbortSignal.timeout(PATIENCE_MS)]);
      const response = await fetch(url, { signal });
      if (response.ok) return await bodyOf(response);
      await response.body?.cancel();
      if (response.status === 404 || response.status === 410) return undefined;
      why = `it answers with status ${response.status}`;
      if (response.status < 500 && response.status !== 429) break;
    } catch (error) {
      interrupted.throwIfAborted();
      if (error instanceof SourceUnreadable) throw error;
      why = ((error as Error).cause as Error | undefined)?.message ?? (error as Error).message;
    }
  }
  throw new SourceUnreadable(`${url.href} cannot be read: ${why}.`);
}

async function bodyOf(response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > MOST_BYTES) {
      throw new SourceUnreadable(`${response.url} sends more than ${MOST_BYTES} bytes, which no part of a log has.`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
