import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isPassing } from '@maillage/platform';
import { parseTilePath, SourceUnreadable, type Fault, type TileName } from '@maillage/verifier';
import pg from 'pg';
import { SCHEMAS_FOLDER } from '../../host/schemas.js';
import { RowChecks, type EventRow } from './rows.js';
import type { Source } from './source.js';

const HASH_BYTES = 32;
/** Of the checkpoints a database keeps, so many of the newest are compared with what the log is now. */
const MOST_CHECKPOINTS = 1_000;

/** The JSON Schema of an event type as this version of the program publishes it. */
async function publishedSchema(path: string): Promise<Buffer | undefined> {
  const [, type, number] = /^schemas\/([A-Za-z0-9]+)\/([1-9][0-9]*)\.json$/.exec(path) ?? [];
  if (type === undefined || number === undefined) return undefined;
  return readFile(join(SCHEMAS_FOLDER, `${type}.${number}.json`)).catch(() => undefined);
}

/**
 * A ledger straight from its tables, as they are at one moment. Reads only what the reader role may.
 * @param client connected, with the ledger's schema first on its search path; it is ours until it is closed.
 * @throws {SourceUnreadable}
 */
export async function databaseSource(client: pg.ClientBase, interrupted: AbortSignal): Promise<Required<Source>> {
  try {
    await client.query('begin isolation level repeatable read, read only');
    const tables = new Tables(client, interrupted);
    return await tables.open();
  } catch (error) {
    throw unreadable(error);
  }
}

class Tables {
  private checks: RowChecks | undefined;
  private head = 0n;
  private origin = '';
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly client: pg.ClientBase,
    private readonly interrupted: AbortSignal,
  ) {}

  async open(): Promise<Required<Source>> {
    const [opens] = await this.rows<{ opens: boolean }>(
      `select bool_and(has_column_privilege('private_value', name, 'select')) as opens
       from unnest(array['salt', 'value']) as name`,
    );
    const [head] = await this.rows<{ position: string }>('select position from log_head');
    const [seal] = await this.rows<{ origin: string | null }>('select origin from log_seal');
    this.checks = new RowChecks(this.client, opens?.opens === true);
    this.head = BigInt(head?.position ?? 0);
    this.origin = seal?.origin ?? '';
    return {
      // One after the other, as one connection works, and as an erasure is to be met after what it erases.
      read: (path) => {
        const reading = this.last.then(() => this.read(path));
        this.last = reading.catch(() => undefined);
        return reading;
      },
      live: true,
      head: this.head,
      checkpoints: await this.checkpoints(),
      beside: (complete) => this.beside(complete),
    };
  }

  private async read(path: string): Promise<Buffer | undefined> {
    this.interrupted.throwIfAborted();
    try {
      return await this.found(path);
    } catch (error) {
      throw unreadable(error);
    }
  }

  private async found(path: string): Promise<Buffer | undefined> {
    if (path.startsWith('schemas/')) return publishedSchema(path);
    if (path === 'log/checkpoint') return text(await this.newest());
    if (path === 'log/key' || path === 'log/policy') {
      const column = path === 'log/key' ? 'vkey' : 'policy';
      const [seal] = await this.rows<{ said: string | null }>(`select ${column} as said from log_seal`);
      return text(seal?.said ?? undefined);
    }
    const tile = path.startsWith('log/') ? parseTilePath(path.slice('log/'.length)) : undefined;
    if (tile === undefined) return undefined;
    return tile.level === 'entries' ? this.entries(tile) : this.tile(tile);
  }

  /** The newest checkpoint, with the lines of its witnesses. */
  private async newest(): Promise<string | undefined> {
    const [row] = await this.rows<{ note: string }>(
      `select c.note || coalesce((
         select string_agg(s.line, '' order by s.witness) from cosignature s where s.origin = c.origin and s.size = c.size
       ), '') as note
       from checkpoint c where c.origin = $1 order by c.size desc limit 1`,
      [this.origin],
    );
    return row?.note;
  }

  private async checkpoints(): Promise<readonly string[]> {
    const rows = await this.rows<{ note: string }>(
      'select note from checkpoint where origin = $1 order by size desc limit $2',
      [this.origin, MOST_CHECKPOINTS],
    );
    return rows.map(({ note }) => note);
  }

  private async tile({ level, index, width }: TileName): Promise<Buffer | undefined> {
    const [row] = await this.rows<{ hashes: Buffer }>('select hashes from log_tile where level = $1 and index = $2', [
      level,
      index.toString(),
    ]);
    // The last tile of a level has grown since a checkpoint before the newest.
    return row?.hashes.subarray(0, width * HASH_BYTES);
  }

  /** The bundle ends before the first position that has no row: so that is where the fault is found. */
  private async entries({ index, width }: TileName): Promise<Buffer> {
    const after = index * 256n;
    const rows = await this.rows<EventRow>(
      `select position, stream, version, id, type, organisation, entry, leaf from event
       where position > $1 and position <= $2 order by position`,
      [after.toString(), (after + BigInt(width)).toString()],
    );
    await this.checks?.check(rows);
    const gap = rows.findIndex(({ position }, n) => BigInt(position) !== after + BigInt(n) + 1n);
    return bundleOf((gap < 0 ? rows : rows.slice(0, gap)).map(({ entry }) => entry));
  }

  private async beside(complete: boolean): Promise<Fault | undefined> {
    await this.last;
    if (complete) await this.checks?.finish(this.head);
    return this.checks?.fault;
  }

  private async rows<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(sql, [...values])).rows;
  }
}

/** Each entry behind its length in two bytes (C2SP tlog-tiles). */
function bundleOf(entries: readonly string[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const bytes = Buffer.from(entry, 'utf8');
      return [Buffer.of(bytes.length >> 8, bytes.length & 0xff), bytes];
    }),
  );
}

const text = (said: string | undefined) => (said === undefined ? undefined : Buffer.from(said, 'utf8'));

/** The server's refusals, and its absence, as what they are; a fault of ours stays one. */
function unreadable(error: unknown): unknown {
  const { code = '', message } = error as { readonly code?: string; readonly message?: string };
  // 28: who one is; 3D, 3F and 42P01: no such database, schema, table; 42501: may not read it; XX001: a damaged page.
  if (!isPassing(error) && !/^(28|3D|3F|42P01|42501|57|XX)/.test(code)) return error;
  return new SourceUnreadable(`The database cannot be read: ${message ?? code}.`, { cause: error });
}
