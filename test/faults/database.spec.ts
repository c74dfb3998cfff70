import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { OwnSession } from '@maillage/platform';
import { startTestApi, type TestApi } from '../harness/api.js';
import { openDatabase, type TestDatabase } from '../harness/ledger.js';

describe('A connection', () => {
  let opened: TestDatabase;
  let name: string;
  beforeAll(async () => {
    opened = await openDatabase();
    name = new URL(opened.url).pathname.slice(1);
    for (const setting of [
      `datestyle = 'German, DMY'`,
      `timezone = 'Asia/Tokyo'`,
      `default_transaction_isolation = 'serializable'`,
      `standard_conforming_strings = off`,
      `search_path = public`,
      `bytea_output = escape`,
      `lock_timeout = 1`,
      `idle_in_transaction_session_timeout = 1`,
      `statement_timeout = '5s'`,
      `transaction_timeout = '5s'`,
      `synchronous_commit = off`,
      `gin_fuzzy_search_limit = 1`,
      `exit_on_error = on`,
    ]) {
      await opened.ask(`alter database ${name} set ${setting}`);
    }
  });
  afterAll(() => opened.close());

  it('has the settings of ours, whatever database, address and environment say, and those of the latter beside', async () => {
    const url = new URL(opened.url);
    url.searchParams.set('options', '-c timezone=Asia/Tokyo -c statement_timeout=77s');
    process.env['PGOPTIONS'] = '-c timezone=Asia/Tokyo -c work_mem=7MB';
    const database = opened.connect(url.href);
    const alone = new OwnSession(database.clientConfig());
    delete process.env['PGOPTIONS'];
    await alone.connect();
    for (const on of [database.pool, database.appends, alone]) {
      const { rows } = await on.query<{ name: string; setting: string }>(
        `select name, setting from pg_settings union all select 'role', current_user`,
      );
      expect(Object.fromEntries(rows.map((row) => [row.name, row.setting]))).toMatchObject({
        DateStyle: 'ISO, YMD',
        TimeZone: 'UTC',
        default_transaction_isolation: 'read committed',
        standard_conforming_strings: 'on',
        search_path: 'maillage,public',
        bytea_output: 'hex',
        lock_timeout: '10000',
        idle_in_transaction_session_timeout: '8000',
        role: 'maillage_writer',
        transaction_timeout: '0',
        synchronous_commit: 'on',
        gin_fuzzy_search_limit: '0',
        exit_on_error: 'off',
        statement_timeout: '77000',
        work_mem: '7168',
      });
    }
    await alone.end();
  });

  it('lets statements take as long as they take, and is as durable as an operator has it, or more', async () => {
    const settings = async () => {
      const database = opened.connect(opened.url);
      const { rows } = await database.pool.query(
        `select current_setting('statement_timeout') as longest, current_setting('synchronous_commit') as durable`,
      );
      return rows[0] as unknown;
    };
    expect(await settings()).toEqual({ longest: '0', durable: 'on' });
    await opened.ask(`alter database ${name} set synchronous_commit = remote_apply`);
    expect(await settings()).toEqual({ longest: '0', durable: 'remote_apply' });
  });

  it('that is one too many is a state that passes', async () => {
    const login = `one_too_many_${name}`;
    await opened.ask(`create role ${login} login password 'secret' connection limit 0 in role maillage_writer`);
    const url = new URL(opened.url);
    [url.username, url.password] = [login, 'secret'];
    const database = opened.connect(url.href);
    const allowed = sleep(100).then(() => opened.ask(`alter role ${login} connection limit -1`));
    await expect(database.ping()).rejects.toMatchObject({ code: '53300' });
    await allowed;
    await database.ping();
    await opened.ask(`drop role ${login}`);
  });
});

describe('A database that takes no writes for a while, as a standby', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const takesWrites = async (takes: boolean) => {
    const name = new URL(api.databaseUrl).pathname.slice(1);
    await api.superuser.pool.query(`set default_transaction_read_only = off`);
    await api.superuser.pool.query(
      `alter database ${name} set default_transaction_read_only = ${takes ? 'off' : 'on'}`,
    );
    await api.superuser.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
  };
  const register = async (key: string, commandId: string) =>
    api.graphql(
      `mutation ($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) {
        ... on OrganisationRecorded { receipt { events { type } } } ... on Refusal { message } } }`,
      { input: { commandId, name: 'Mairie', sector: 'PUBLIC' } },
      { key },
    );
  const readiness = async () => (await (await fetch(`${api.url}/health/ready`)).json()) as any;

  it('has mutations tried again for some seconds, then told so; reading goes on, and readiness names it', async () => {
    const key = await api.createKey(randomUUID(), ['read', 'write', 'operator']);
    await takesWrites(false);
    const { errors } = await register(key, randomUUID());
    expect(errors![0].extensions.code).toBe('SERVICE_UNAVAILABLE');
    expect((await api.graphql('{ organisations { nodes { id } } }')).errors).toBeUndefined();
    const { ready, parts } = await readiness();
    expect(ready).toBe(true);
    expect(parts.recording).toMatchObject({ ok: false, why: expect.stringMatching(/takes no writes/) });

    const tried = register(key, randomUUID());
    await sleep(500);
    await takesWrites(true);
    expect((await tried).data.registerOrganisation.receipt.events).toEqual([{ type: 'OrganisationRegistered' }]);
    expect((await readiness()).parts.recording.ok).toBe(true);
  });
});

describe('A long statement', () => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openDatabase();
    await opened.ask('create table maillage.tried (one text); grant select on maillage.tried to maillage_writer');
  });
  afterAll(() => opened.close());

  const padding = sql.raw(`/* ${'long '.repeat(400)}*/`);
  const named = sql<{ count: number }>`select count(*)::integer from pg_prepared_statements`;

  it('is read and planned once a connection, and short ones each time', async () => {
    await opened.database.kysely.connection().execute(async (on) => {
      for (const value of [1, 2, 3]) {
        expect((await sql`select ${value}::integer as value ${padding}`.execute(on)).rows).toEqual([{ value }]);
        await sql`select ${value}::integer as value`.execute(on);
      }
      expect((await named.execute(on)).rows).toEqual([{ count: 1 }]);
    });
  });

  it('is answered with the columns that its tables have by then', async () => {
    await opened.database.kysely.connection().execute(async (on) => {
      const asked = sql`select * from tried where one is distinct from ${'x'} ${padding}`;
      expect((await asked.execute(on)).rows).toEqual([]);
      await opened.ask(`alter table maillage.tried add column two integer; insert into maillage.tried values ('y', 2)`);
      expect((await asked.execute(on)).rows).toEqual([{ one: 'y', two: 2 }]);
    });
  });

  it('is kept with no more than 200 others, whatever clients ask for', async () => {
    await opened.database.kysely.connection().execute(async (on) => {
      for (let n = 0; n < 210; n += 1) await sql`select ${n}::integer as ${sql.ref(`n${n}`)} ${padding}`.execute(on);
      expect((await named.execute(on)).rows).toEqual([{ count: 200 }]);
    });
  });
});
