import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { Ledger } from '@maillage/ledger';
import { createKey, Database, Listener, loadConfig, migrate, type Config } from '@maillage/platform';
import { startApi } from '../../apps/api/bootstrap.js';
import { startWorker } from '../../apps/worker/bootstrap.js';
import { Client } from '../acceptance/client.js';
import { until } from '../acceptance/waiting.js';
import { ledgerEnvironment } from '../harness/api.js';
import { urlOf } from '../harness/databases.js';
import { hasOldestPostgres, startOldestPostgres, type DebianServer } from '../harness/debian.js';
import { hasPgbouncer, startPgbouncer, type Pgbouncer } from '../harness/pgbouncer.js';
import { told } from '../harness/told.js';
import { noted, request, types } from '../ledger/requests.js';

// What reads and records, through the real PgBouncer in transaction mode, set as the operator's guide has it, but for two
// sessions that all have to share.

const PASSWORD = 'of-a-test';
const DENIED = { code: '42501' };
const POOLER = /^127\.0\.0\.1:\d+ is a pooler, .* set DATABASE_DIRECT_URL to the address of PostgreSQL itself/;

interface Pooled {
  /** Of the database itself, as whoever may do anything. */
  readonly url: string;
  readonly app: string;
  /** May seal as well. */
  readonly worker: string;
  readonly auditor: string;
  readonly pooler: Pgbouncer;
  close(): Promise<void>;
}

async function pooled(server: string): Promise<Pooled> {
  const name = `pooled_${randomBytes(6).toString('hex')}`;
  const url = urlOf(server, name);
  const [app, worker, auditor] = [`${name}_app`, `${name}_worker`, `${name}_auditor`];
  const say = async (...statements: readonly string[]) => {
    const client = new pg.Client(server);
    await client.connect();
    for (const each of statements) await client.query(each);
    await client.end();
  };
  await say(`create database ${name}`);
  const database = new Database({ url, schema: 'maillage', poolSize: 2 });
  await migrate(database);
  await database.close();
  await say(
    `create role ${app} login password '${PASSWORD}' in role maillage_writer`,
    `create role ${worker} login password '${PASSWORD}' in role maillage_writer, maillage_sealer`,
    `create role ${auditor} login password '${PASSWORD}' in role maillage_reader`,
  );
  const { username, password } = new URL(url);
  const logins = { [username]: password, [app]: PASSWORD, [worker]: PASSWORD, [auditor]: PASSWORD };
  const pooler = await startPgbouncer(server, logins, 'default_pool_size = 2');
  const as = (login: string) => Object.assign(new URL(url), { username: login, password: PASSWORD }).href;
  return {
    url,
    app: as(app),
    worker: as(worker),
    auditor: as(auditor),
    pooler,
    close: async () => {
      await pooler.stop();
      const roles = [app, worker, auditor].map((role) => `drop role ${role}`);
      await say(`drop database ${name} with (force)`, ...roles);
    },
  };
}

const embedded = (): Promise<DebianServer> =>
  Promise.resolve({ url: told('TEST_DATABASE_URL'), stop: () => Promise.resolve() });

const servers = [
  { name: 'PostgreSQL 18', isHere: true, start: embedded },
  { name: 'PostgreSQL 15', isHere: hasOldestPostgres, start: startOldestPostgres },
].filter(({ isHere }) => isHere && hasPgbouncer);

(servers.length > 0 ? describe.each(servers) : describe.skip.each([{ name: 'PostgreSQL', start: embedded }]))(
  'Through PgBouncer, on $name,',
  ({ start }) => {
    let server: DebianServer;
    let there: Pooled;
    const closers: (() => Promise<unknown>)[] = [];
    beforeAll(async () => {
      server = await start();
      there = await pooled(server.url);
    });
    afterAll(async () => {
      for (const close of closers.reverse()) await close();
      await there.close();
      await server.stop();
    });

    const closing = <Opened extends { close(): Promise<unknown> }>(opened: Opened): Opened => {
      closers.push(() => opened.close());
      return opened;
    };
    /** As the login, and the role, that an address leads to. */
    const open = (address: string, role: 'writer' | 'reader' = 'writer') => {
      const config = { url: there.pooler.through(address), directUrl: address, schema: 'maillage', poolSize: 4 };
      return closing(new Database(config, undefined, undefined, role));
    };
    const note = (database: Database) =>
      new Ledger(database, types).append(request({ [`note/${randomUUID()}`]: [0n, noted()] }));

    // First, as it takes a log without the types of the others.
    it('API and worker record, rebuild, seal and answer', async () => {
      const configOf = (login: string) =>
        loadConfig({
          ...ledgerEnvironment(login),
          DATABASE_URL: there.pooler.through(login),
          DATABASE_DIRECT_URL: login,
          LOG_LEVEL: 'silent',
          PORT: '0',
          METRICS_PORT: '0',
        });
      const config = configOf(there.app);
      closers.push(() => rm(config.dataDir, { recursive: true, force: true }));
      await expect(startWorker({ config })).rejects.toThrow(/may not seal the log: .*grant maillage_sealer to/);
      const worker = closing(await startWorker({ config: configOf(there.worker) }));
      const api = closing(await startApi({ config, projects: false }));
      const key = await createKey(open(there.app), {
        organisationId: randomUUID(),
        label: 'test',
        scopes: ['read', 'write', 'operator'],
      });
      const client = new Client(api.url, key.key);
      const ask = client.ask.bind(client);
      const { registerOrganisation } = await ask(
        `mutation ($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) {
          ... on OrganisationRecorded { organisation { name } } } }`,
        { input: { commandId: randomUUID(), name: 'Mairie', sector: 'PUBLIC' } },
      );
      expect(registerOrganisation.organisation).toEqual({ name: 'Mairie' });
      expect((await ask('{ organisations { nodes { name } } }')).organisations.nodes).toEqual([{ name: 'Mairie' }]);
      await until('It is sealed', async () => (await ask('{ seal { lag } }')).seal.lag === '0');
      for (const { url } of [api, worker]) {
        await until(
          'Its parts are well',
          async () => ((await (await fetch(`${url}/health/ready`)).json()) as any).ready,
        );
      }
    });

    it.each(['of its own', 'of whoever may do anything'])(
      'the writer adds to the log and changes nothing of it, by a login %s',
      async (login) => {
        const writer = open(login === 'of its own' ? there.app : there.url);
        expect(await note(writer)).toMatchObject({ outcome: 'appended' });
        for (const pool of [writer.pool, writer.appends]) {
          await expect(pool.query(`update event set entry = 'x' where position > $1`, [0])).rejects.toMatchObject(
            DENIED,
          );
          await expect(pool.query('delete from event')).rejects.toMatchObject(DENIED);
          await expect(pool.query('truncate event')).rejects.toMatchObject(DENIED);
          await expect(pool.query('update log_head set position = 0')).rejects.toMatchObject(DENIED);
        }
        const within = writer.transaction((client) => client.query('delete from event'));
        await expect(within).rejects.toMatchObject(DENIED);
        expect((await writer.pool.query('select from event')).rowCount).toBeGreaterThan(0);
      },
    );

    it.each(['of its own', 'of whoever may do anything'])(
      'the reader reads the log and adds nothing to it, by a login %s',
      async (login) => {
        await note(open(there.app));
        const reader = open(login === 'of its own' ? there.auditor : there.url, 'reader');
        expect((await reader.pool.query('select from event')).rowCount).toBeGreaterThan(0);
        await expect(note(reader)).rejects.toMatchObject(DENIED);
        await expect(reader.pool.query('insert into event default values')).rejects.toMatchObject(DENIED);
        await expect(reader.pool.query('create table mine (a integer)')).rejects.toMatchObject(DENIED);
      },
    );

    it('each statement has our role and settings, whatever others leave with the sessions, and leaves none of them', async () => {
      const stranger = new pg.Client(there.pooler.through(there.url));
      await stranger.connect();
      const database = open(there.url);
      const settings = [
        'role',
        'search_path',
        'TimeZone',
        'transaction_isolation',
        'datestyle',
        'lock_timeout',
        'statement_timeout',
        'synchronous_commit',
      ];
      const all = sql<Record<string, string>>`select pg_backend_pid()::text as session, ${sql.join(
        settings.map((each) => sql`current_setting(${each}) as ${sql.ref(each)}`),
      )}, (select position::text from log_head) as head, pg_sleep(0.005)`;
      const asked: Promise<Record<string, string> | undefined>[] = [];
      for (let n = 0; n < 20; n += 1) {
        // On whichever of the two sessions is free just then.
        await stranger.query(
          `set search_path = pg_temp; set lock_timeout = 1; set datestyle = 'German'; set timezone = 'Asia/Tokyo';
           set default_transaction_isolation = 'serializable'; reset role;
           set statement_timeout = '1min'; set synchronous_commit = off;
           create temporary table if not exists log_head as select 900::bigint as position; grant select on log_head to public`,
        );
        const alone = all.execute(database.kysely);
        const within = database.kysely.transaction().execute((on) => all.execute(on));
        asked.push(...[alone, within].map((each) => each.then(({ rows }) => rows[0])));
      }
      const seen = await Promise.all(asked);
      expect(new Set(seen.map((row) => row?.['session'])).size).toBe(2);
      for (const row of seen) {
        expect(row).toMatchObject({
          role: 'maillage_writer',
          search_path: 'maillage, public, pg_temp',
          TimeZone: 'UTC',
          lock_timeout: '10s',
          statement_timeout: '0',
          synchronous_commit: 'on',
          transaction_isolation: 'read committed',
          datestyle: 'ISO, YMD',
          head: expect.not.stringMatching('900'),
        });
      }
      const after = await stranger.query<{ role: string }>(`select current_setting('role') as role`);
      expect(after.rows).toEqual([{ role: 'none' }]);
      await stranger.end();
    });

    it('a statement that fails or takes too long leaves the session to the next, a transaction is all or nothing', async () => {
      const database = open(there.app);
      const slow = closing(database.bounded(100));
      await expect(slow.run(sql`select pg_sleep(20)`)).rejects.toMatchObject({ code: '57014' });
      await expect(database.run(sql`select nothing from nowhere where ${1} = 1`)).rejects.toMatchObject({
        code: '42P01',
      });
      await expect(
        database.transaction(async (client) => {
          await client.query('create table halves (a integer)');
          await client.query('select * from nowhere');
        }),
      ).rejects.toMatchObject({ code: '42P01' });
      await database.transaction((client) => client.query('create table whole (a integer)'));
      expect(await database.run(sql`select to_regclass('halves') as halves, to_regclass('whole') as whole`)).toEqual([
        { halves: null, whole: 'whole' },
      ]);
      expect(await database.run(sql`select current_setting('statement_timeout') as timeout`)).toEqual([
        { timeout: '0' },
      ]);
    });

    it('a long statement is not named, so that any session answers it', async () => {
      const long = sql<{ value: number }>`select ${1}::integer as value ${sql.raw(`/* ${'long '.repeat(400)}*/`)}`;
      const database = open(there.app);
      const ask = () => database.run(sql`select from pg_sleep(0.01)`).then(() => database.run(long));
      expect(await Promise.all(Array.from({ length: 30 }, ask))).toEqual(Array(30).fill([{ value: 1 }]));
      const names = sql`select name from pg_prepared_statements`;
      expect((await Promise.all(Array.from({ length: 10 }, () => database.run(names)))).flat()).toEqual([]);
    });

    it.each(['', 'ignore_startup_parameters = options'])(
      'an address too few is said in a sentence, by each who needs a session of its own (%s)',
      async (more) => {
        const { username, password } = new URL(there.url);
        const other = await startPgbouncer(server.url, { [username]: password }, more);
        closers.push(() => other.stop());
        const address = other.through(there.url);
        const alone = closing(new Database({ url: address, schema: 'maillage', poolSize: 2 }));
        const both = closing(new Database({ url: address, directUrl: address, schema: 'maillage', poolSize: 2 }));
        await expect(alone.ping()).rejects.toThrow(POOLER);
        await expect(alone.ping()).rejects.toMatchObject({ name: 'ConfigurationError' });
        await expect(migrate(alone)).rejects.toThrow(POOLER);
        await expect(migrate(both)).rejects.toThrow(POOLER);
        const quiet = () => undefined;
        await expect(new Listener(both, ['maillage_log'], quiet, quiet, quiet).start()).rejects.toThrow(POOLER);
        const config: Config = loadConfig({ ...ledgerEnvironment(address), LOG_LEVEL: 'silent', PORT: '0' });
        await expect(startApi({ config, projects: false })).rejects.toThrow(POOLER);
      },
    );
  },
);
