import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import type { Command, RecordedEvent } from '@maillage/kernel';
import { accepted, SCHEMA, type Network } from './network.js';

/** One way of recording a promise. All of them get the same promises. */
export interface Contestant {
  readonly name: string;
  /** @returns how many events are durable now that were not before. */
  append(): Promise<number>;
  close(): Promise<void>;
}

const MOST_CONNECTIONS = 32;
const ROWS_PER_BATCH = 500;

export const OURS = 'command path';
export const ONE_TRANSACTION = 'one transaction per append';
export const LOOSER = 'one looser transaction per append';
export const EMMETT = 'emmett 0.42';
export const BULK = 'bulk insert';

/** Validate, fold what is consulted, decide, validate the event, make it canonical, group commit, receipt. */
export function commandPath({ executor }: Network, next: () => Command): Contestant {
  return {
    name: OURS,
    append: async () => (await accepted(executor, next())).receipt.events.length,
    close: async () => undefined,
  };
}

/**
 * The log's own contract (expected version, command remembered, positions gapless and in commit order) with each append
 * in a transaction of its own: what group commit is to be measured against. It decides and validates nothing.
 */
export function oneTransaction(url: string, next: () => Command): Contestant {
  const pool = new pg.Pool({ connectionString: url, max: MOST_CONNECTIONS, options: `-c search_path=${SCHEMA}` });
  return {
    name: ONE_TRANSACTION,
    append: async () => {
      const event = eventOf(next());
      const { rows } = await pool.query<{ outcome: string }>({
        name: 'append',
        text: 'select outcome from append_events($1, $2, $3)',
        values: [
          JSON.stringify([{ n: 0, command: event.commandId, digest: '0'.repeat(64) }]),
          JSON.stringify([{ n: 0, stream: event.stream, version: '0' }]),
          JSON.stringify([
            {
              n: 0,
              stream: event.stream,
              version: '1',
              id: event.id,
              type: event.type,
              organisation: event.actor.organisation,
              entry: entryOf(event),
            },
          ]),
        ],
      });
      if (rows[0]?.outcome !== 'appended') throw new Error(`${event.stream} was not appended.`);
      return 1;
    },
    close: () => pool.end(),
  };
}

/**
 * What many an event store does that gives each append a transaction: look up the stream's version, insert, commit. It takes
 * positions from a sequence and so lets commits share a flush, at the price of gaps and of positions out of commit order.
 * It remembers no command, decides and validates nothing.
 */
export async function looserTransaction(url: string, next: () => Command): Promise<Contestant> {
  const pool = new pg.Pool({ connectionString: url, max: MOST_CONNECTIONS });
  await copyOfLog(pool, 'one_tx');
  await pool.query('create sequence one_tx.position');
  return {
    name: LOOSER,
    append: async () => {
      const event = eventOf(next());
      const client = await pool.connect();
      try {
        await client.query('begin');
        const { rows } = await client.query<{ version: unknown }>({
          name: 'version',
          text: 'select coalesce(max(version), 0) as version from one_tx.event where stream = $1',
          values: [event.stream],
        });
        // As text or as a bigint: the event store beside changes pg's parsers for the whole process.
        if (String(rows[0]?.version) !== '0') throw new Error(`${event.stream} is not new.`);
        await client.query({
          name: 'insert',
          text: `insert into one_tx.event (position, stream, version, id, type, organisation, entry, leaf)
            values (nextval('one_tx.position'), $1, $2, $3, $4, $5, $6, sha256('\\x00'::bytea || convert_to($6, 'UTF8')))`,
          values: [event.stream, '1', event.id, event.type, event.actor.organisation, entryOf(event)],
        });
        await client.query('commit');
        return 1;
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

/** The event store by its own API and schema, in a database of its own, on as many connections. */
export async function emmett(url: string, next: () => Command): Promise<Contestant> {
  const pool = new pg.Pool({ connectionString: url, max: MOST_CONNECTIONS });
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pool } });
  await store.schema.migrate();
  return {
    name: EMMETT,
    append: async () => {
      const { id, data } = next();
      const event = { type: 'CommitmentMade', data: data as Record<string, unknown> };
      await store.appendToStream(`commitment-${id}`, [event], { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' });
      return 1;
    },
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
}

/** The same rows into the same indexes and nothing else: what the disk and the indexes allow. One writer, 500 rows a time. */
export async function bulkInsert(url: string, next: () => Command): Promise<Contestant> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  await copyOfLog(pool, 'bulk');
  let position = 0n;
  return {
    name: BULK,
    append: async () => {
      const rows = Array.from({ length: ROWS_PER_BATCH }, () => {
        position += 1n;
        const event = eventOf(next());
        const { id, type, stream, actor } = event;
        return {
          position: String(position),
          stream,
          version: 1,
          id,
          type,
          organisation: actor.organisation,
          entry: entryOf(event),
        };
      });
      await pool.query({
        name: 'bulk',
        text: `insert into bulk.event (position, stream, version, id, type, organisation, entry, leaf)
          select position, stream, version, id, type, organisation, entry,
            sha256('\\x00'::bytea || convert_to(entry, 'UTF8'))
          from json_to_recordset($1) as r(position bigint, stream text, version bigint, id uuid, type text,
            organisation text, entry text)`,
        values: [JSON.stringify(rows)],
      });
      return ROWS_PER_BATCH;
    },
    close: () => pool.end(),
  };
}

/** The log's own columns, checks and indexes. */
async function copyOfLog(pool: pg.Pool, schema: string): Promise<void> {
  await pool.query(`create schema ${schema}`);
  await pool.query(`create table ${schema}.event (like ${SCHEMA}.event including all)`);
}

type Plain = Omit<RecordedEvent, 'position' | 'version'>;

/** The event a decider would make of the promise, without asking one. */
function eventOf(command: Command): Plain {
  const { id, commandId, actor, at, data } = command;
  const promised = { ...(data as object), promisorIds: [actor.organisation], counterpartyIds: [] };
  return {
    id: commandId,
    type: 'CommitmentMade',
    schema: 1,
    stream: `commitment/${id}`,
    actor,
    commandId,
    recordedAt: at,
    data: promised,
  };
}

/** As long as the canonical text; in the order the keys come in, which costs less. */
function entryOf(event: Plain): string {
  return JSON.stringify({ ...event, version: '1' });
}
