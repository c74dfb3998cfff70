import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { certificateOf, SigningKey, signedReceipt, sealStatus, type Receipt } from '@maillage/ledger';
import { createKey, Database } from '@maillage/platform';
import { Client } from '../acceptance/client.js';
import { maillage, startServer, type Environment, type ServerProcess } from '../acceptance/processes.js';
import { until } from '../acceptance/waiting.js';
import { ledgerEnvironment, TEST_LOG_KEY } from '../harness/api.js';
import { freshDatabase, type FreshDatabase } from '../harness/services.js';

const NEW_NAME = 'ledger.example.org/after-the-fire';

describe('A backup restored from before the last checkpoint', () => {
  let fresh: FreshDatabase;
  let env: Environment;
  let key: string;
  let renamed: Environment;
  /** Where the backup ends, and what was signed after it was made. */
  let kept: bigint;
  let signed: bigint;
  let goingOn: { readonly api: ServerProcess; readonly worker: ServerProcess };
  const running: ServerProcess[] = [];

  beforeAll(async () => {
    fresh = await freshDatabase();
    env = ledgerEnvironment(fresh.url);
    expect(await maillage(['migrate'], env)).toMatchObject({ code: 0 });
    const database = open();
    key = (
      await createKey(database, { organisationId: randomUUID(), label: 'test', scopes: ['read', 'write', 'operator'] })
    ).key;
    await database.close();
  });
  afterAll(async () => {
    await Promise.all(running.map((each) => each.kill()));
    await sql(`drop database if exists ${backup()} with (force)`);
    await fresh.drop();
    await rm(env['MAILLAGE_DATA_DIR'] ?? '', { recursive: true, force: true });
  });

  const name = () => new URL(fresh.url).pathname.slice(1);
  const backup = () => `${name()}_backup`;
  const open = () => new Database({ url: fresh.url, schema: 'maillage', poolSize: 2 });

  /** On the server, beside the database. */
  async function sql(...statements: readonly string[]): Promise<void> {
    const url = new URL(fresh.url);
    url.pathname = '/postgres';
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  }

  async function start(environment: Environment): Promise<{ api: ServerProcess; worker: ServerProcess }> {
    // The log's key is the worker's alone.
    const withoutKey = { ...environment, LOG_SIGNING_KEY: '' };
    const [api, worker] = await Promise.all([startServer('api', withoutKey), startServer('worker', environment)]);
    running.push(api, worker);
    await until('Receipts are signed', async () => (await receiptsOf(api)).ok);
    return { api, worker };
  }

  /** How the key stands that a server signs receipts with, by its own word. */
  async function receiptsOf({ url }: ServerProcess) {
    const { parts } = (await (await fetch(`${url}/health/ready`)).json()) as {
      readonly parts: { readonly receipts: { readonly ok: boolean; readonly key: string } };
    };
    return parts.receipts;
  }

  async function stop(...processes: readonly ServerProcess[]): Promise<void> {
    await Promise.all(processes.map((each) => each.stop()));
  }

  async function register(api: ServerProcess, how: string) {
    return new Client(api.url, key).sendMutation('registerOrganisation', { name: how, sector: 'UNDECLARED' });
  }

  async function standing() {
    const database = open();
    try {
      return await sealStatus(database);
    } finally {
      await database.close();
    }
  }

  /** Until a checkpoint covers everything. */
  async function sealed(): Promise<bigint> {
    return until('All is sealed', async () => {
      const { head, sealed: size } = await standing();
      return size === head && head > 0n ? size : undefined;
    });
  }

  it('is made, and the ledger goes on for a while', async () => {
    const before = await start(env);
    for (const each of ['One', 'Two', 'Three']) expect((await register(before.api, each)).errors).toBeUndefined();
    kept = await sealed();
    expect(kept).toBeGreaterThanOrEqual(3n);
    await stop(before.api, before.worker);
    await sql(
      // A connection that was just closed may be there a moment longer.
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name()}'`,
      `create database ${backup()} template ${name()}`,
    );
    goingOn = await start(env);
    for (const each of ['Four', 'Five']) expect((await register(goingOn.api, each)).errors).toBeUndefined();
    expect(await sealed()).toBe(kept + 2n);
  });

  it('while receipts are signed by an API that never had the log’s key, and hold by that key alone', async () => {
    const folder = env['MAILLAGE_DATA_DIR'] ?? '';
    const client = new Client(goingOn.api.url, key);
    const recorded = async (how: string) => {
      const commandId = randomUUID();
      await client.record('registerOrganisation', { commandId, name: how, sector: 'UNDECLARED' });
      const asked =
        'query ($id: UUID!) { receipt(commandId: $id) { commandId recordedAt events { position hash } signed } }';
      return (await client.ask(asked, { id: commandId })).receipt as Receipt & { readonly signed: string | null };
    };
    const judged = async (receipt: string) => {
      const file = join(folder, 'receipt');
      await writeFile(file, receipt);
      const by = ['--key', TEST_LOG_KEY.vkey, '--receipt', file, '--no-remember'];
      return maillage(['verify', goingOn.api.url, ...by], env);
    };
    const { signed: sixth } = await recorded('Six');
    await sealed();
    expect(await judged(sixth ?? '')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Valid: /) });
    const [own = '', ...others] = (await readdir(folder)).filter((file) => file.endsWith('.key'));
    expect([own, others]).toEqual(['localhost-maillage-receipts.key', []]);

    const stolen = SigningKey.parse(await readFile(join(folder, own), 'utf8'));
    expect((await receiptsOf(goingOn.api)).key).toBe(stolen.vkey);
    const revoked = await maillage(['keys', 'receipts', '--revoke', stolen.vkey, '--reason', 'A disk was lost.'], env);
    expect(revoked).toMatchObject({ code: 0, stdout: expect.stringContaining(`  ${stolen.vkey}\n`) });
    expect(revoked.stdout).toMatch(/^revoked at \d+ /m);
    await until('The API hears of it', async () => !(await receiptsOf(goingOn.api)).ok);
    const seventh = await recorded('Seven');
    expect(seventh.signed).toBeNull();
    signed = await sealed();
    expect(signed).toBe(kept + 5n);
    const forged = await judged(signedReceipt(seventh, stolen, 60, certificateOf(stolen.vkey, TEST_LOG_KEY)));
    expect([forged.code, forged.stdout]).toEqual([
      1,
      expect.stringMatching(/SIGNATURE at position .* was revoked at position/),
    ]);
    await stop(goingOn.api, goingOn.worker);
  });

  it('put in place, takes nothing: neither before the sealer has seen it nor after it refused', async () => {
    await sql(`drop database ${name()} with (force)`, `alter database ${backup()} rename to ${name()}`);
    const api = await startServer('api', env);
    running.push(api);
    const early = await register(api, 'Too early');
    expect(early.errors?.[0]?.extensions.code).toBe('LOG_CLOSED');
    expect(early.errors?.[0]?.message).toMatch(/not yet compared/);
    const worker = await startServer('worker', env);
    running.push(worker);
    await until('The sealer says no', async () => (await standing()).refusal !== undefined);
    const refused = await register(api, 'Refused');
    expect(refused.errors?.[0]?.extensions.code).toBe('LOG_CLOSED');
    expect(refused.errors?.[0]?.message).toMatch(
      new RegExp(
        `ends at ${kept}, but a checkpoint of size ${signed} was signed.*from ${kept + 1n} to ${signed} are missing`,
      ),
    );
    expect(worker.output()).toMatch(/the log is closed/);
    expect(await fetch(`${worker.url}/metrics`).then((answer) => answer.text())).toMatch(/maillage_log_closed 1/);
    const status = await maillage(['status'], env);
    expect([status.code, status.stdout]).toEqual([
      1,
      expect.stringContaining(`The log is closed: The log ends at ${kept},`),
    ]);
    // Reading goes on.
    expect((await new Client(api.url).ask('{ head }')).head).toBeDefined();
    await stop(api, worker);
  });

  it('does not go on under the name that promised otherwise', async () => {
    const same = await maillage(['reopen', '--reason', 'The disk burnt.'], env);
    expect([same.code, same.stderr]).toEqual([
      2,
      expect.stringMatching(/cannot go on as localhost\/maillage.*LOG_ORIGIN/),
    ]);
    const trusting = await maillage(['reopen', '--trust-database', '--reason', 'The disk burnt.'], env);
    expect([trusting.code, trusting.stderr]).toEqual([2, expect.stringMatching(/says what was signed last/)]);
    expect((await standing()).state).toBe('CLOSED');
  });

  it('goes on once the operator chooses so, under a new name and on record', async () => {
    renamed = { ...env, LOG_ORIGIN: NEW_NAME, LOG_SIGNING_KEY: SigningKey.generate(NEW_NAME).secret };
    const unasked = startServer('worker', renamed);
    await expect(unasked).rejects.toThrow(/signed as localhost\/maillage.*maillage reopen/s);
    const chosen = await maillage(['reopen', '--reason', 'The disk burnt.'], renamed);
    expect([chosen.code, chosen.stdout]).toEqual([
      0,
      expect.stringMatching(new RegExp(`goes on as .*after position ${kept}; .* had signed ${signed}`)),
    ]);
    const { api, worker } = await start(renamed);
    expect((await register(api, 'Afterwards')).errors).toBeUndefined();
    // Receipts under the new name are signed with another key, which was proposed and certified.
    expect(await sealed()).toBe(kept + 4n);
    const { nodes } = (
      await new Client(api.url).ask('{ events(first: 1, type: "LogReopened") { nodes { position entry } } }')
    ).events as { nodes: { position: string; entry: string }[] };
    expect(nodes[0]?.position).toBe(String(kept + 1n));
    expect(JSON.parse(nodes[0]?.entry ?? '{}')).toMatchObject({
      stream: 'ledger/log',
      data: {
        previousOrigin: 'localhost/maillage',
        previousSize: String(signed),
        keptPosition: String(kept),
        reason: 'The disk burnt.',
      },
    });
    expect(await standing()).toMatchObject({ origin: NEW_NAME, state: 'OPEN', refusal: undefined });
    const beside = await maillage(['reopen', '--reason', 'Once more.'], renamed);
    expect([beside.code, beside.stderr]).toEqual([2, expect.stringMatching(/A sealer runs on this log/)]);
    await stop(api, worker);
    const again = await maillage(['reopen', '--reason', 'Once more.'], renamed);
    expect([again.code, again.stderr]).toEqual([2, expect.stringMatching(/nothing to reopen/)]);
  });

  it('keeps what the old name signed outside the database, for whoever asks', async () => {
    const status = await maillage(['status', '--json'], renamed);
    expect(JSON.parse(status.stdout).seal).toMatchObject({ origin: NEW_NAME, state: 'OPEN' });
    expect(await readdir(join(env['MAILLAGE_DATA_DIR'] ?? '', 'sealed'))).toHaveLength(2);
  });
});
