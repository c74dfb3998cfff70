import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { events, type EventTypes } from '@maillage/kernel';
import { canonical, Ledger } from '@maillage/ledger';
import { migrate } from '@maillage/platform';
import { z } from 'zod';
import { openLedger, type OpenLedger } from '../harness/ledger.js';
import { NOON, ORGANISATION, noted, request, types } from './requests.js';

let log: OpenLedger;
beforeAll(async () => {
  log = await openLedger(types);
  for (let n = 0n; n < 4n; n += 1n) {
    const counted = { type: 'Counted', data: { count: Number(n) } };
    await log.ledger.append(request({ 'note/1': [n, noted(`“${n}” é 😀\n`)], 'note/2': [2n * n, counted, noted()] }));
  }
});
afterAll(() => log.close());

const DENIED = /permission denied|must be owner/;
const FORBIDDEN = [
  `insert into event select * from event`,
  `update maillage.log_head set position = 0`,
  `delete from command`,
  `truncate event, command`,
  `alter table event disable trigger all`,
  `update checkpoint set note = ''`,
  `delete from log_tile`,
  `delete from private_value`,
];
/** What the sealer publishes, and that the log takes events. */
const PUBLISHING = [
  `insert into checkpoint values ('a', 1, pg_catalog.sha256('a'), 'a', now())`,
  `insert into cosignature values ('a', 1, 'w', 'a', now())`,
  `insert into log_tile values (0, 0, pg_catalog.sha256('a'))`,
  `update log_seal set origin = 'elsewhere'`,
  'select open_log()',
  'select close_log()',
];

describe('The log', () => {
  it('is made once, however many processes start on it', async () => {
    expect(await Promise.all([migrate(log.database), migrate(log.database)])).toEqual([[], []]);
  });

  it.each(['update event set type = type', 'delete from event', 'truncate event cascade', 'truncate event, command'])(
    'refuses “%s”, even to its owner',
    async (change) => {
      await expect(log.ask(change)).rejects.toThrow(/append-only/);
    },
  );

  it.each(['update command set events = events', 'delete from command', 'truncate command'])(
    'refuses “%s”, even to its owner',
    async (change) => {
      await expect(log.ask(change)).rejects.toThrow(/append-only/);
    },
  );

  it.each(['delete from log_head', 'truncate log_head'])('refuses “%s”: the head stays', async (change) => {
    await expect(log.ask(change)).rejects.toThrow(/append-only/);
  });

  it('is written through its function by the application’s role, which may do nothing else to it', async () => {
    const client = await log.database.pool.connect();
    try {
      expect((await client.query('select current_user as user')).rows).toEqual([{ user: 'maillage_writer' }]);
      // A trap: were the caller's own tables found first, the owner's rights would work on them.
      await client.query('create temporary table log_head as select true as singleton, 900::bigint as position');
      const { rows } = await client.query(`select * from append_events($1, $2, $3)`, appendArguments());
      expect(rows).toEqual([expect.objectContaining({ outcome: 'appended', first_position: '13' })]);
      for (const forbidden of [...FORBIDDEN, ...PUBLISHING]) {
        await expect(client.query(forbidden)).rejects.toThrow(DENIED);
      }
    } finally {
      client.release(true);
    }
  });

  it('is published by the sealer’s role, which records nothing and makes nothing', async () => {
    const client = await log.sealing.pool.connect();
    try {
      expect((await client.query('select current_user as user')).rows).toEqual([{ user: 'maillage_sealer' }]);
      for (const forbidden of [
        ...FORBIDDEN,
        'select * from access_key',
        'select * from private_value',
        'create table of_mine ()',
        'create function mine() returns integer language sql as $$select 1$$',
      ]) {
        await expect(client.query(forbidden)).rejects.toThrow(DENIED);
      }
      const append = client.query(`select * from append_events($1, $2, $3)`, appendArguments('note/by-sealer'));
      await expect(append).rejects.toThrow(DENIED);
      await client.query('begin');
      for (const allowed of PUBLISHING) await client.query(allowed);
      await client.query('rollback');
    } finally {
      client.release();
    }
  });

  it.each([
    [
      'a function',
      'create function mine() returns integer language sql as $$select 1$$',
      'drop function mine()',
      /holds maillage\.mine\(\)/,
    ],
    [
      'an operator',
      'create operator === (leftarg = text, rightarg = text, function = texteq)',
      'drop operator === (text, text)',
      /holds the operator maillage\.===/,
    ],
  ])('is not migrated with the owner’s rights beside %s of the application’s', async (_, create, drop, why) => {
    const fresh = await openLedger(types);
    try {
      await fresh.database.pool.query(create);
      await fresh.ask(`delete from kysely_migration where name like '0004%'`);
      await expect(migrate(fresh.database)).rejects.toThrow(why);
      await fresh.ask(drop);
      await fresh.ask(`insert into kysely_migration values ('0004_transparency', '2026-11-22T00:00:00.000Z')`);
      expect(await migrate(fresh.database)).toEqual([]);
    } finally {
      await fresh.close();
    }
  });

  it('runs nothing of the application’s with its owner’s rights, though that may make functions beside it', async () => {
    const client = await log.database.pool.connect();
    const steal = `returns $R language plpgsql as $$ begin insert into maillage.log_seal default values; return null; end $$`;
    try {
      // Each fits a call within better than PostgreSQL's own would, were it looked for in the schema.
      for (const [name, result] of [
        ['convert_to(text, text)', 'bytea'],
        ['json_build_array(json)', 'json'],
        ['sha256(bytea)', 'bytea'],
        ['decode(text, text)', 'bytea'],
      ] as const) {
        await client.query(`create function maillage.${name} ${steal.replace('$R', result)}`);
      }
      const { rows } = await client.query(`select * from append_events($1, $2, $3)`, appendArguments('note/trapped'));
      expect(rows).toEqual([expect.objectContaining({ outcome: 'appended' })]);
      const again = await client.query(`select * from append_events($1, $2, $3)`, appendArguments('note/trapped'));
      expect(again.rows).toEqual([expect.objectContaining({ outcome: 'conflict' })]);
      await client.query(`create function maillage.alike(bytea, bytea) returns boolean language sql as 'select true'`);
      await client.query('create operator maillage.= (leftarg = bytea, rightarg = bytea, function = maillage.alike)');
      const sealer = await log.sealing.pool.connect();
      await sealer.query('set search_path = maillage, pg_catalog');
      await sealer.query(`insert into log_tile values (0, 0, pg_catalog.sha256('a'))`);
      await expect(sealer.query(`update log_tile set hashes = pg_catalog.sha256('b')`)).rejects.toThrow(/only grows/);
      sealer.release(true);
    } finally {
      await client.query('reset search_path');
      await log
        .ask(
          `drop function maillage.convert_to(text, text), maillage.json_build_array(json), maillage.sha256(bytea),
        maillage.decode(text, text), maillage.octet_length(bytea)`,
        )
        .catch(() => undefined);
      client.release(true);
    }
  });

  it('is read by the auditors’ role, which may change nothing and sees neither keys nor private values', async () => {
    const reader = log.database.withRole('reader');
    try {
      for (const table of [
        'event',
        'command',
        'log_head',
        'log_tile',
        'checkpoint',
        'cosignature',
        'view_checkpoint',
      ]) {
        await expect(reader.pool.query(`select * from ${table}`)).resolves.toBeDefined();
      }
      for (const forbidden of [
        ...FORBIDDEN,
        'select * from access_key',
        'select value from private_value',
        'create table of_mine ()',
        `select * from append_events('[]', '[]', '[]')`,
      ]) {
        await expect(reader.pool.query(forbidden)).rejects.toThrow(DENIED);
      }
    } finally {
      await reader.close();
    }
  });

  it('tells whoever listens where the head is', async () => {
    const client = await log.database.pool.connect();
    const heard = new Promise((resolve) => client.once('notification', resolve));
    await client.query('listen maillage_log');
    await log.ledger.append(request({ [`note/${randomUUID()}`]: [0n, noted()] }));
    const head = await log.ledger.head();
    expect(await heard).toMatchObject({ channel: 'maillage_log', payload: head.toString() });
    client.release(true);
  });
});

function appendArguments(stream = 'note/by-role'): string[] {
  const { commandId, digest, expected, entries } = request({ [stream]: [0n, noted()] });
  return [
    JSON.stringify([{ n: 0, command: commandId, digest: digest.toString('hex') }]),
    JSON.stringify(expected.map(({ stream, version }) => ({ n: 0, stream, version: version.toString() }))),
    JSON.stringify(
      entries.map(({ version, text, ...entry }) => ({ n: 0, ...entry, version: `${version}`, entry: text })),
    ),
  ];
}

describe('An entry', () => {
  it('is canonical JSON, byte for byte, and the only source of the columns beside it', async () => {
    const rows = await log.ask('select * from event order by position');
    expect(rows.length).toBeGreaterThanOrEqual(12);
    for (const row of rows) {
      const entry = row['entry'] as string;
      const envelope = JSON.parse(entry) as Record<string, unknown>;
      expect(canonical(envelope)).toBe(entry);
      expect(envelope).toMatchObject({
        id: row['id'],
        type: row['type'],
        stream: row['stream'],
        version: row['version'],
        actor: { organisation: row['organisation'] },
      });
    }
  });

  it('has the leaf SHA-256(0x00 ‖ entry), and the receipt says so', async () => {
    const sent = request({ [`note/${randomUUID()}`]: [0n, noted('é\u2028😀')] });
    const outcome = await log.ledger.append(sent);
    const [row] = await log.ask('select entry, leaf from event where id = $1', [sent.entries[0]?.id]);
    const leaf = createHash('sha256')
      .update(Buffer.concat([Buffer.of(0), Buffer.from(row?.['entry'] as string, 'utf8')]))
      .digest();
    expect(row?.['leaf']).toEqual(leaf);
    expect(outcome).toMatchObject({ receipt: { events: [{ hash: leaf.toString('hex') }] } });
  });

  it('comes back in its envelope, with 64-bit numbers whole', async () => {
    const [event] = await log.ledger.readStream('note/1');
    expect(event).toEqual({
      position: 1n,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      type: 'Noted',
      schema: 1,
      stream: 'note/1',
      version: 1n,
      actor: { organisation: ORGANISATION },
      commandId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      recordedAt: NOON,
      data: { note: '“0” é 😀\n' },
    });
  });

  it('recorded under an older schema is read under the current one, and stays as it was', async () => {
    const older: EventTypes = events({
      Counted: {
        says: 'As it was once.',
        data: z.strictObject({ number: z.string() }),
      },
    });
    const stream = `note/${randomUUID()}`;
    const sent = request({ [stream]: [0n, { type: 'Counted', data: { number: '41' } }] }, randomUUID(), older);
    await log.another().append(sent);
    const [event] = await log.ledger.readStream(stream);
    expect(event).toMatchObject({ schema: 1, data: { count: 41 } });
    expect(await log.ask('select entry from event where stream = $1', [stream])).toEqual([
      { entry: sent.entries[0]?.text },
    ]);
  });

  it('of a type or schema that only a later version knows is not misread', async () => {
    const stale = new Ledger(log.database, { Counted: types.Counted });
    await expect(stale.readStream('note/1')).rejects.toThrow(/does not know. Upgrade first/);
    const older = new Ledger(log.database, {
      ...types,
      ...events({ Counted: { says: 'Once.', data: z.strictObject({}) } }),
    });
    await expect(older.readStream('note/2')).rejects.toThrow(/reads up to 1. Upgrade first/);
  });
});

describe('Reading', () => {
  const positions = async (options: Parameters<Ledger['read']>[0]) =>
    (await log.ledger.read(options)).map(({ position }) => Number(position));

  it('goes by position, after one, up to and with another, as many as are asked for', async () => {
    expect(await positions({ after: 0n, limit: 3 })).toEqual([1, 2, 3]);
    expect(await positions({ after: 9n, to: 11n, limit: 100 })).toEqual([10, 11]);
    expect(await positions({ after: 4n, to: 4n, limit: 100 })).toEqual([]);
    expect(await positions({ after: 9_223_372_036_854_775_807n, limit: 1 })).toEqual([]);
  });

  it('goes by type', async () => {
    expect(await positions({ after: 0n, to: 12n, types: ['Counted'], limit: 3 })).toEqual([2, 5, 8]);
    expect(await positions({ after: 5n, to: 12n, types: ['Counted', 'Noted'], limit: 2 })).toEqual([6, 7]);
    expect(await positions({ after: 0n, types: [], limit: 2 })).toEqual([]);
  });

  it('goes by stream, after a version', async () => {
    const versions = async (stream: string, after?: bigint) =>
      (await log.ledger.readStream(stream, after)).map(({ version }) => version);
    const answers = await Promise.all([
      versions('note/1'),
      versions('note/2', 5n),
      versions('note/2', 9n),
      versions('note'),
    ]);
    expect(answers).toEqual([[1n, 2n, 3n, 4n], [6n, 7n, 8n], [], []]);
  });
});
