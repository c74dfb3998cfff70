import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Registry } from '@maillage/engine';
import { secret, type DomainEvent } from '@maillage/kernel';
import { commandDigest, Sealer, signedReceipt, SigningKey, toEntries, Tree, type Receipt } from '@maillage/ledger';
import { parseTilePath, type Fault } from '@maillage/verifier';
import pg from 'pg';
import { databaseSource } from '../../apps/cli/verify/database.js';
import { examine } from '../../apps/cli/verify/examine.js';
import { Memory } from '../../apps/cli/verify/memory.js';
import type { Outcome } from '../../apps/cli/verify/report.js';
import { slices } from '../../apps/host/slices.js';
import { ledgerOf } from '../../libs/verifier/ledger.fixtures.js';
import { run } from '../cli/cli.js';
import { openLedger } from '../harness/ledger.js';
import { NOON, ORGANISATION } from '../ledger/requests.js';

// Everything an operator with all rights can do to the tables, against what an auditor sees with the real command.

const types = new Registry(slices).events;
const key = SigningKey.generate('ledger.example.org/tampered');
const EARLIER = 300;
const SIZE = 364;
const HEAD = 367;
/** The review with two private values; one of them is erased two events later. */
const REVIEW = 302;
const ERASURE = 304;

/** A server's URL, and the name of the database there that is copied for each test. */
let template: URL;
let folder: string;
let files: { readonly checkpoint: string; readonly latest: string; readonly receipt: string };
const PASSWORD = randomBytes(12).toString('hex');
const login = `auditor_${randomBytes(6).toString('hex')}`;
/** The private value that the log says is erased, as it was before. */
let erasedRow: Record<string, unknown>;
const made: string[] = [];

const organisation = (n: number): DomainEvent => ({
  type: 'OrganisationRegistered',
  data: { name: `Organisation ${n}`, sector: 'PUBLIC', identifiers: [], controlGroupId: uuid(n) },
});
const uuid = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

beforeAll(async () => {
  const log = await openLedger(types);
  template = new URL(log.url);
  folder = await mkdtemp(join(tmpdir(), 'maillage-tampering-'));
  const sealer = new Sealer({ database: log.database, key, stateDir: join(folder, 'state') });
  const record = async (...events: readonly (readonly [stream: string, event: DomainEvent])[]): Promise<Receipt> => {
    const commandId = randomUUID();
    const context = { actor: { organisation: ORGANISATION }, commandId, recordedAt: NOON };
    const outcome = await log.ledger.append({
      commandId,
      digest: commandDigest(commandId),
      expected: events.map(([stream]) => ({ stream, version: 0n })),
      entries: events.flatMap(([stream, event]) => toEntries(types, [event], 0n, { ...context, stream })),
    });
    if (outcome.outcome !== 'appended') throw new Error(`It was not appended: ${outcome.outcome}.`);
    return outcome.receipt;
  };
  const register = (from: number, to: number): Promise<Receipt> =>
    record(
      ...Array.from(
        { length: to - from },
        (_, n) => [`organisation/${uuid(from + n)}`, organisation(from + n)] as const,
      ),
    );
  for (let n = 0; n < EARLIER; n += 50) await register(n + 1, n + 51);
  await sealer.seal();
  const [checkpoint, latest, receipt] = ['checkpoint', 'latest', 'receipt'].map((name) => join(folder, name));
  files = { checkpoint: checkpoint!, latest: latest!, receipt: receipt! };
  await writeFile(files.checkpoint, (await new Tree(log.database).latest())!.note);

  await register(1001, 1002);
  const review: DomainEvent = {
    type: 'ReviewSubmitted',
    data: {
      missionId: uuid(1),
      reviewId: uuid(2),
      reviewerId: uuid(3),
      reviewedId: uuid(4),
      scores: { results: 1, reliability: 2, openness: 3, learning: 4 },
      ties: [],
      whatWorked: secret('They came back.'),
      whatToTry: secret('Come earlier.'),
    },
  };
  const reviewed = await record([`commitment/${uuid(5)}`, review]);
  [erasedRow = {}] = await log.ask(`select * from private_value where path = '/whatToTry'`);
  const privateEvent = reviewed.events[0]!.id;
  await register(1002, 1003);
  const erased = { eventId: privateEvent, path: '/whatToTry', ground: 'CONSENT_WITHDRAWN' };
  const erasure: DomainEvent = { type: 'ValueErased', data: erased };
  await record([`erasure/${privateEvent}`, erasure]);
  const receipts = await register(1003, 1063);
  await writeFile(files.receipt, signedReceipt(receipts, key, 60));
  await sealer.seal();
  await writeFile(files.latest, (await new Tree(log.database).latest())!.note);
  await register(2001, 2004);
  await sealer.stop();
  await log.database.close();
  await asSuperuser(template, `create role ${login} login password '${PASSWORD}' in role maillage_reader`);
});

afterAll(async () => {
  const server = new URL(template);
  server.pathname = '/postgres';
  for (const name of [...made, template.pathname.slice(1)]) {
    await asSuperuser(server, `drop database if exists ${name} with (force)`);
  }
  await asSuperuser(server, `drop role if exists ${login}`);
  await rm(folder, { recursive: true, force: true });
});

/** Statements on one connection with the triggers off, in the ledger's schema. */
async function asSuperuser(url: URL, ...statements: readonly (string | readonly [string, readonly unknown[]])[]) {
  const client = new pg.Client({ connectionString: url.href, options: '-c search_path=maillage' });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    const rows: Record<string, unknown>[] = [];
    for (const each of statements) {
      const [sql, values] = typeof each === 'string' ? [each, []] : each;
      const result = await client.query<Record<string, unknown>>(sql, [...values]);
      rows.push(...result.rows);
    }
    return rows;
  } finally {
    await client.end();
  }
}

/** A ledger of a test's own, as it was left by the set-up. */
async function copied(): Promise<URL> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  made.push(name);
  const server = new URL(template);
  server.pathname = '/postgres';
  await asSuperuser(server, `create database ${name} template ${template.pathname.slice(1)}`);
  const url = new URL(template);
  url.pathname = `/${name}`;
  return url;
}

async function verified(url: URL, ...args: readonly string[]) {
  const dataDir = join(folder, randomUUID());
  const { code, stdout, stderr } = await run(['verify', url.href, '--json', ...args], { MAILLAGE_DATA_DIR: dataDir });
  return { code, stderr, verdict: stdout === '' ? undefined : JSON.parse(stdout) };
}

const told = (kind: string, position?: number) => ({
  code: 1,
  verdict: { valid: false, fault: { kind, ...(position === undefined ? {} : { position: String(position) }) } },
});

const hash = `sha256('\\x00'::bytea || convert_to(entry, 'UTF8'))`;
const renamed = `entry = replace(entry, '"name":"Organisation ', '"name":"Organization ')`;

describe('A ledger as it was recorded', () => {
  it('is valid, its erased value too, though the login may only read', async () => {
    const url = await copied();
    url.username = login;
    url.password = PASSWORD;
    const outcome = await verified(
      url,
      '--checkpoint',
      files.checkpoint,
      '--receipt',
      files.receipt,
      '--key',
      key.vkey,
    );
    expect(outcome).toMatchObject({
      code: 0,
      verdict: { valid: true, size: String(SIZE), erased: '1', keyFrom: 'given', grownFrom: [String(EARLIER)] },
    });
  });

  it('tells nothing to whom it does not let in', async () => {
    const url = new URL(template);
    for (const password of ['', 'wrong']) {
      [url.username, url.password] = [login, password];
      const outcome = await verified(url);
      expect(outcome).toMatchObject({
        code: 3,
        verdict: undefined,
        stderr: expect.stringContaining('cannot be reached'),
      });
    }
    [url.username, url.password] = [login, PASSWORD];
    expect(await verified(url, '--schema', 'nobodys')).toMatchObject({ code: 3, verdict: undefined });
  });

  it('is valid to whoever owns it, and remembered', async () => {
    const url = await copied();
    const env = { MAILLAGE_DATA_DIR: join(folder, randomUUID()), DATABASE_URL: url.href };
    const first = await run(['verify', '--json'], env);
    expect([first.code, JSON.parse(first.stdout)]).toMatchObject([0, { valid: true, keyFrom: 'ledger' }]);
    const again = await run(['verify'], env);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining(`grown from  size ${SIZE}`) });
    expect(again.stdout).toContain('1 value erased');
    await asSuperuser(url, `delete from checkpoint where size > ${EARLIER}`);
    expect(await run(['verify'], env)).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^Not valid: ROLLBACK\./),
    });
  });
});

describe('Tampering by a superuser with triggers off is caught:', () => {
  it.each<readonly [what: string, kind: string, position: number | undefined, ...statements: string[]]>([
    ['a changed entry', 'LEAF', 43, `update event set ${renamed} where position = 43`],
    [
      'a changed entry with its leaf',
      'LEAF',
      43,
      `update event set ${renamed} where position = 43`,
      `update event set leaf = ${hash} where position = 43`,
    ],
    ['a changed leaf', 'COLUMN', 43, `update event set leaf = sha256('x') where position = 43`],
    [
      'swapped rows',
      'LEAF',
      10,
      'update event set position = 1000000 where position = 10',
      'update event set position = 10 where position = 20',
      'update event set position = 20 where position = 1000000',
    ],
    ['a deleted row', 'MISSING', 77, 'delete from event where position = 77'],
    [
      'the last sealed rows deleted, and the head put back',
      'MISSING',
      SIZE - 1,
      `delete from event where position >= ${SIZE - 1}`,
      `update log_head set position = ${SIZE - 2}`,
    ],
    [
      'an appended row behind the head',
      'HEAD',
      HEAD + 1,
      `insert into event select ${HEAD + 1}, 'organisation/x', 1, gen_random_uuid(), type, organisation, entry, leaf
       from event where position = 5`,
    ],
    [
      'an appended row with a forged position, and the head moved',
      'MISSING',
      HEAD + 1,
      `insert into event select ${HEAD + 5}, 'organisation/x', 1, gen_random_uuid(), type, organisation, entry, leaf
       from event where position = 5`,
      `update log_head set position = ${HEAD + 5}`,
    ],
    [
      'an appended row that copies another, and the head moved',
      'VERSION',
      HEAD + 1,
      `insert into event select ${HEAD + 1}, 'organisation/x', 1, gen_random_uuid(), type, organisation, entry, leaf
       from event where position = 5`,
      `update log_head set position = ${HEAD + 1}`,
    ],
    [
      'an appended row that no command recorded',
      'COMMAND',
      HEAD + 1,
      `insert into event select ${HEAD + 1}, 'organisation/${uuid(9)}', 2, '${uuid(77)}', type, organisation,
         replace(replace(entry, '"version":"1"', '"version":"2"'), id::text, '${uuid(77)}'), leaf
       from event where position = 9`,
      `update event set leaf = ${hash} where position = ${HEAD + 1}`,
      `update log_head set position = ${HEAD + 1}`,
    ],
    [
      'a changed tile of leaves',
      'LEAF',
      2,
      `update log_tile set hashes = overlay(hashes placing sha256('x') from 33) where level = 0 and index = 0`,
    ],
    [
      'a changed tile above them',
      'TILE',
      1,
      `update log_tile set hashes = overlay(hashes placing sha256('x') from 1) where level = 1 and index = 0`,
    ],
    ['a deleted tile', 'TILE', 257, 'delete from log_tile where level = 0 and index = 1'],
    ['a changed checkpoint', 'SIGNATURE', undefined, `update checkpoint set note = replace(note, '${SIZE}', '363')`],
    [
      'a changed checkpoint before the last',
      'SIGNATURE',
      undefined,
      `update checkpoint set note = replace(note, E'\\n${EARLIER}\\n', E'\\n299\\n') where size = ${EARLIER}`,
    ],
    ['no checkpoint any more', 'ROLLBACK', undefined, 'delete from checkpoint'],
    ['another name of the log', 'ROLLBACK', undefined, `update log_seal set origin = 'else.example.org'`],
    ['another key', 'SIGNATURE', undefined, `update log_seal set vkey = '${SigningKey.generate(key.name).vkey}'`],
  ])('%s', async (_, kind, position, ...statements) => {
    const url = await copied();
    await asSuperuser(url, ...statements);
    const outcome = await verified(url, '--checkpoint', files.checkpoint);
    expect(outcome).toMatchObject(told(kind, position));
    if (position === undefined) expect(outcome.verdict.fault).not.toHaveProperty('position');
  });

  it('a checkpoint that went back', async () => {
    const url = await copied();
    await asSuperuser(url, `delete from checkpoint where size > ${EARLIER}`);
    expect(await verified(url, '--checkpoint', files.latest)).toMatchObject(told('ROLLBACK'));
  });

  it('a whole log rebuilt with one event altered, and signed by its own key', async () => {
    const url = await copied();
    await asSuperuser(
      url,
      `update event set ${renamed} where position = 340`,
      `update event set leaf = ${hash} where position = 340`,
      'delete from checkpoint',
      'delete from log_tile',
    );
    const entries = await asSuperuser(url, `select entry from event where position <= ${SIZE} order by position`);
    const rebuilt = ledgerOf(
      entries.map(({ entry }) => entry as string),
      key,
    );
    for (const [path, bytes] of rebuilt) {
      const tile = parseTilePath(path.replace('log/', ''));
      if (tile === undefined || tile.level === 'entries') continue;
      await asSuperuser(url, ['insert into log_tile values ($1, $2, $3)', [tile.level, tile.index.toString(), bytes]]);
    }
    const note = rebuilt.get('log/checkpoint')!.toString('utf8');
    const root = Buffer.from(note.split('\n')[2]!, 'base64');
    const insert = 'insert into checkpoint values ($1, $2, $3, $4, now())';
    await asSuperuser(url, [insert, [key.name, SIZE, root, note]]);

    // By itself it is a log like any other, and it has grown out of what it was before the altered event.
    expect(await verified(url, '--checkpoint', files.checkpoint)).toMatchObject({ code: 0 });
    expect(await verified(url, '--checkpoint', files.checkpoint, '--checkpoint', files.latest)).toMatchObject({
      code: 1,
      verdict: { fault: { kind: 'CONSISTENCY', message: expect.stringContaining(`positions 301 to ${SIZE}`) } },
    });
    // Whoever holds a receipt of the event knows the very place.
    const receipt = await verified(url, '--checkpoint', files.latest, '--receipt', files.receipt);
    expect(receipt).toMatchObject(told('OMISSION', 340));
  });
});

describe('What a database keeps beside the log is compared with it:', () => {
  /** As the command does, in this very process. */
  async function examined(url: URL): Promise<Outcome> {
    const client = new pg.Client({ connectionString: url.href, options: '-c search_path=maillage' });
    await client.connect();
    try {
      const source = await databaseSource(client, new AbortController().signal);
      const checkpoints = [await readFile(files.checkpoint, 'utf8')];
      const options = { forget: false, remember: false, threads: 0, onProgress: () => undefined };
      return await examine(source, { checkpoints, receipts: [] }, new Memory(folder), options);
    } finally {
      await client.end();
    }
  }

  it.each<readonly [what: string, kind: string, position: number | undefined, ...statements: string[]]>([
    ['another stream in the index', 'COLUMN', 9, `update event set stream = 'organisation/x' where position = 9`],
    ['another version in the index', 'COLUMN', 9, 'update event set version = 2 where position = 9'],
    ['another id in the index', 'COLUMN', 9, 'update event set id = gen_random_uuid() where position = 9'],
    ['another type in the index', 'COLUMN', 9, `update event set type = 'MissionLeft' where position = 9`],
    ['another organisation in the index', 'COLUMN', 9, `update event set organisation = 'x' where position = 9`],
    [
      'an entry behind the checkpoint that its schema refuses',
      'SCHEMA',
      HEAD,
      `update event set entry = replace(entry, '"sector":"PUBLIC"', '"sector":"SECRET"') where position = ${HEAD}`,
      `update event set leaf = ${hash} where position = ${HEAD}`,
    ],
    [
      'a command that points elsewhere',
      'COMMAND',
      51,
      'update command set first_position = 52 where first_position = 51',
    ],
    ['a forgotten command', 'COMMAND', 51, 'delete from command where first_position = 51'],
    [
      'a command that recorded nothing',
      'COMMAND',
      undefined,
      `insert into command values ('${uuid(1)}', sha256('x'), 1, 50)`,
    ],
    ['a private value gone without a word', 'PRIVATE', REVIEW, 'delete from private_value'],
    ['a private value changed', 'PRIVATE', REVIEW, `update private_value set value = '"They never came."'`],
    [
      'a private value under another commitment',
      'PRIVATE',
      REVIEW,
      `update private_value set commitment = sha256('x'), value = 'x'`,
    ],
    [
      'a private value that belongs to nothing',
      'PRIVATE',
      undefined,
      `insert into private_value select '${uuid(1)}', path, commitment, salt, value from private_value`,
    ],
  ])('%s', async (_, kind, position, ...statements) => {
    const url = await copied();
    expect(await examined(url)).toMatchObject({ valid: true });
    await asSuperuser(url, ...statements);
    const outcome = await examined(url);
    expect(outcome).toMatchObject({ valid: false, fault: { kind } });
    expect((outcome as { fault: Fault }).fault.position).toBe(position === undefined ? undefined : BigInt(position));
  });

  it('an erased value that is still there', async () => {
    const url = await copied();
    const { event_id, path, commitment, salt, value } = erasedRow;
    const values = [event_id, path, commitment, salt, value];
    await asSuperuser(url, ['insert into private_value values ($1, $2, $3, $4, $5)', values]);
    expect(await examined(url)).toMatchObject({ fault: { kind: 'PRIVATE', position: BigInt(ERASURE) } });
  });
});
