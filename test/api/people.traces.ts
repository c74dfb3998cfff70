import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Sealer } from '@maillage/ledger';
import { allKept } from '@maillage/platform';
import { exportBundle } from '../../apps/cli/bundle/export.js';
import { openSession } from '../../apps/cli/session.js';
import { lifetime } from '../../apps/host/lifetime.js';
import { TEST_LOG_KEY, type TestApi } from '../harness/api.js';
import { crawl } from '../harness/crawl.js';

/** Those that may hold who somebody is; their rows are erased with her. */
const TABLES_OF_PEOPLE: ReadonlySet<string> = new Set(allKept().map(([table]) => table));
const SEALED_WITHIN_MS = 60_000;

/** Where the ledger tells something to others. Each reads all of it. */
const READERS: Readonly<Record<string, (api: TestApi, logged: readonly string[]) => Promise<readonly string[]>>> = {
  tables: tablesOf,
  log: async ({ url }) => [await text(`${url}/log/events`)],
  bundle: bundleOf,
  api: crawl,
  metrics: async ({ url }) => [await text(`${url}/metrics`)],
  logged: (_, logged) => Promise.resolve(logged),
};

/**
 * Where what is known of people is told outside the tables of people: other tables, the log over HTTP, an exported bundle, all that
 * the public API answers, metrics, and what the server logged.
 * @param logged what the server logged, line by line, at level trace.
 * @returns the readers that found any of the words.
 * @throws {Error} where one of them reads nothing.
 */
export async function tracesOf(
  api: TestApi,
  logged: readonly string[],
  words: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [reader, read] of Object.entries(READERS)) {
    const texts = await read(api, logged);
    if (texts.join('').trim() === '') throw new Error(`There is nothing in ${reader}.`);
    if (texts.some((each) => words.some((word) => each.includes(word)))) found.push(reader);
  }
  return found;
}

export const READ: readonly string[] = Object.keys(READERS);

async function text(url: string): Promise<string> {
  const answer = await fetch(url);
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}.`);
  return answer.text();
}

async function tablesOf({ database: { schema }, superuser: { pool } }: TestApi): Promise<readonly string[]> {
  const { rows: tables } = await pool.query<{ readonly name: string }>(
    `select table_name as name from information_schema.tables where table_schema = $1 and table_type = 'BASE TABLE'`,
    [schema],
  );
  const texts: string[] = [];
  for (const { name } of tables.filter((table) => !TABLES_OF_PEOPLE.has(table.name))) {
    const { rows } = await pool.query<{ readonly row: string }>(
      `select to_jsonb(t)::text as row from ${schema}.${name} t`,
    );
    texts.push(...rows.map(({ row }) => row));
  }
  return texts;
}

/** As `maillage export` writes it, file by file. */
async function bundleOf({ database }: TestApi): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-traces-'));
  const sealer = new Sealer({ database, key: TEST_LOG_KEY, stateDir: join(folder, 'state') });
  try {
    while ((await sealer.seal()).kind === 'sealed');
    const place = join(folder, 'bundle');
    await lifetime(async (life) => {
      const { registry } = openSession(database, life.interrupted);
      const views = [...registry.views.values()];
      const how = { waitMs: SEALED_WITHIN_MS, life, onProgress: () => undefined };
      await exportBundle({ database, events: registry.events, views, place, ...how });
    });
    const entries = await readdir(place, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    return await Promise.all(files.map(async (file) => unpacked(await readFile(file)).toString('utf8')));
  } finally {
    await sealer.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function unpacked(bytes: Buffer): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}
