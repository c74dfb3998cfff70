import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { uuid } from '@maillage/kernel';
import { saltedHashesIn, type Fault, type Read } from '@maillage/verifier';
import type { PoolClient } from 'pg';
import { hashOf } from '../verify/rows.js';
import { BundleError, WORDS_FILE } from './layout.js';
import { entriesOf } from './read.js';
import type { Writing } from './write.js';

const ROWS_PER_READ = 1_000;

/** A line of the file: words that stand beside the log, and what it takes to check them. */
const word = z.strictObject({
  eventId: uuid,
  path: z.string(),
  salt: z.string().regex(/^[0-9a-f]{64}$/),
  /** Canonical JSON. */
  value: z.string(),
});
type Word = z.output<typeof word>;

/** What anybody may read of the values that the log holds salted hashes of, up to a position and in the log's order. */
export async function writeWords({ folder, interrupted }: Writing, client: PoolClient, size: bigint): Promise<void> {
  const file = await open(join(folder, WORDS_FILE), 'w');
  await client.query('begin read only');
  try {
    await client.query({
      text: `declare words no scroll cursor for
        select v.event_id as "eventId", v.path, encode(v.salt, 'hex') as salt, v.value
        from private_value v join event e on e.id = v.event_id
        where v.is_public and e.position <= ${size} order by e.position, v.path`,
    });
    for (;;) {
      interrupted.throwIfAborted();
      const { rows } = await client.query<Word>(`fetch ${ROWS_PER_READ} from words`);
      if (rows.length === 0) break;
      await file.writeFile(rows.map((row) => `${JSON.stringify(row)}\n`).join(''), 'utf8');
    }
  } finally {
    await client.query('rollback');
    await file.close();
  }
}

/**
 * What is amiss with a bundle's words: that one is not what the log has the salted hash of, or was erased.
 * @param size of the log, which was verified.
 * @throws {BundleError} where the file cannot be read.
 */
export async function faultOfWords(read: Read, size: bigint): Promise<Fault | undefined> {
  const words = await wordsOf(read);
  if (words.size === 0) return undefined;
  const opened = new Set<string>();
  let position = 0n;
  for await (const text of entriesOf(read, 0n, size, size)) {
    position += 1n;
    const { id, type, data } = JSON.parse(text) as {
      readonly id: string;
      readonly type: string;
      readonly data: unknown;
    };
    if (type === 'ValueErased') {
      const { eventId, path } = data as Pick<Word, 'eventId' | 'path'>;
      if (words.has(keyOf(eventId, path))) return fault(`holds the value at data${path}, which was erased`, position);
    }
    for (const { path, sha256 } of text.includes('"sha256"') ? saltedHashesIn(data) : []) {
      const key = keyOf(id, path);
      const found = words.get(key);
      if (found === undefined) continue;
      if (hashOf(Buffer.from(found.salt, 'hex'), found.value) !== sha256) {
        return fault(`has another value at data${path} than the entry commits to`, position);
      }
      opened.add(key);
    }
  }
  const left = [...words].find(([key]) => !opened.has(key));
  return left === undefined
    ? undefined
    : fault(`has a value of event ${left[1].eventId} at data${left[1].path}, where the log has no salted hash`);
}

function fault(says: string, position?: bigint): Fault {
  return { kind: 'PRIVATE', message: `${WORDS_FILE} ${says}.`, ...(position === undefined ? {} : { position }) };
}

const keyOf = (eventId: string, path: string): string => `${eventId} ${path}`;

/** None where the bundle has no such file, as those of before had none. */
async function wordsOf(read: Read): Promise<ReadonlyMap<string, Word>> {
  const text = (await read(WORDS_FILE))?.toString('utf8') ?? '';
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line, index) => {
      const found = wordIn(line);
      if (found === undefined) {
        throw new BundleError(`${WORDS_FILE}, line ${index + 1}: is not {"eventId", "path", "salt", "value"} as JSON.`);
      }
      return [keyOf(found.eventId, found.path), found];
    }),
  );
}

function wordIn(line: string): Word | undefined {
  try {
    return word.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
