// No spec of the project's own: unlisted.spec.ts runs it and looks at which of these tests fail.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { directory } from '@maillage/directory';
import { query, type AnyQuery } from '@maillage/engine';
import type { RecordedEvent, View } from '@maillage/kernel';
import { ViewFold } from '../../../libs/engine/views/fold.js';
import { openEngine, register, type TestEngine } from '../engine.js';
import { watchedProgram } from '../programs.js';
import { UNLISTED_STATEMENTS } from './unlisted.js';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openEngine([directory]);
});
afterAll(() => engine.close());

const organisationById = directory.queries.find(({ name }) => name === 'organisationById') as AnyQuery;
const [organisations] = directory.views as readonly [View];

function sending(name: string, statement: string): Promise<unknown> {
  const made = query(name, [], (database, _: null) => sql.raw(statement).execute(database.kysely));
  return made.run(engine.database, null);
}

it('a query sends what its file holds, for a list of another length', async () => {
  await organisationById.run(engine.database, { keys: [randomUUID(), randomUUID(), randomUUID()], args: null });
});

it('a view sends what its file holds', async () => {
  await register(engine.executor, 'Mairie');
  await engine.catchUp();
  expect(engine.failures).toEqual([]);
});

it('a query sends what its file does not hold', async () => {
  await sending('organisationById', 'select id from organisation');
});

it('a query sends what the file of another query holds', async () => {
  await sending('organisationById', 'select position from log_head');
});

it('a query that no slice lists sends something', async () => {
  await sending('madeUp', 'select id from organisation');
});

it('nobody’s statement is sent, listed or not', async () => {
  await engine.database.pool.query('select id from organisation');
});

it('a view’s table is written to in another way', async () => {
  const { organisation } = organisations.tables;
  if (organisation === undefined) throw new Error('The view of organisations has another table now.');
  const { name: _, ...columns } = organisation.columns;
  const view = { ...organisations, tables: { organisation: { ...organisation, columns } } };
  const client = await engine.database.pool.connect();
  try {
    const fold = new ViewFold(view, (table) => table, false);
    const [event] = (await engine.ledger.read({ after: 0n, limit: 1 })) as [RecordedEvent];
    await fold.fold(client, [event]);
  } finally {
    client.release();
  }
});

it('a process of the test’s own sends what no file holds', async () => {
  const args = [...watchedProgram('test/harness/statements/example.child.ts'), engine.url];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env['PATH'], [UNLISTED_STATEMENTS]: process.env[UNLISTED_STATEMENTS] },
  });
  expect(await once(child, 'close')).toEqual([0, null]);
});
