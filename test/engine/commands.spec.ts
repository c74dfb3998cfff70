import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { directory } from '@maillage/directory';
import { openCommandPath, type CommandPath } from '@maillage/engine';
import { isRefusal } from '@maillage/kernel';
import { command, executed, openEngine, register, type TestEngine } from '../harness/engine.js';

describe('A command', () => {
  let engine: TestEngine;

  beforeAll(async () => {
    engine = await openEngine([directory]);
  });
  afterAll(() => engine.close());

  /** A second process as far as the log can tell: another pool, another cache. */
  const another = (): CommandPath => openCommandPath(engine.connect(), [directory]);

  it('sent five times at once under one id records once and gives five equal receipts', async () => {
    const id = randomUUID();
    const one = command('RegisterOrganisation', id, { name: 'Cinq', sector: 'PUBLIC' }, id);
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => executed(engine.executor.execute(one))));
    expect(new Set(results.map(({ receipt }) => JSON.stringify(receipt, text))).size).toBe(1);
    expect(results.filter(({ appended }) => appended)).toHaveLength(1);
    expect(await engine.ledger.readStream(`organisation/${id}`)).toHaveLength(1);
  });

  it('sent again later, by another process, after the stream has moved on, gives the original receipt', async () => {
    const id = randomUUID();
    const first = command('RegisterOrganisation', id, { name: 'Avant', sector: 'PUBLIC' }, id);
    const original = await executed(engine.executor.execute(first));
    await executed(engine.executor.execute(command('ReviseOrganisation', id, { name: 'Après', sector: 'PUBLIC' }, id)));
    const other = another();
    const retried = await executed(other.executor.execute(first));
    expect(retried.receipt).toEqual(original.receipt);
    expect(await engine.ledger.readStream(`organisation/${id}`)).toHaveLength(2);
  });

  it('under an id that was used for other content is refused', async () => {
    const id = randomUUID();
    const first = command('RegisterOrganisation', id, { name: 'Une', sector: 'PUBLIC' }, id);
    await executed(engine.executor.execute(first));
    const result = await engine.executor.execute({ ...first, data: { name: 'Autre', sector: 'PUBLIC' } });
    expect(result).toMatchObject({ code: 'COMMAND_ID_REUSED', path: ['commandId'] });
  });

  it('of one hundred on one stream, from two processes, all get an answer and the stream has no gap', async () => {
    const id = await register(engine.executor, 'Disputée');
    const other = another();
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        (n % 2 === 0 ? engine.executor : other.executor).execute(
          command('ReviseOrganisation', id, { name: `Version ${n}`, sector: 'PUBLIC' }, id),
        ),
      ),
    );
    expect(results.filter(isRefusal)).toEqual([]);
    const events = await engine.ledger.readStream(`organisation/${id}`);
    expect(events.map(({ version }) => Number(version))).toEqual(Array.from({ length: 101 }, (_, n) => n + 1));
  });

  it('is not refused on what this process remembers when another has recorded since', async () => {
    const [child, parent] = [await register(engine.executor, 'Fille'), randomUUID()];
    const group = command('ProposeGrouping', child, { parentId: parent }, child);
    expect(await engine.executor.execute(group)).toMatchObject({ code: 'UNKNOWN_ORGANISATION' });
    const other = another();
    await executed(
      other.executor.execute(command('RegisterOrganisation', parent, { name: 'Mère', sector: 'PRIVATE' }, parent)),
    );
    await executed(engine.executor.execute({ ...group, commandId: randomUUID() }));
  });

  it('that a process would accept on a stream it has not read is refused when the stream exists', async () => {
    const id = await register(engine.executor, 'Connue');
    const other = another();
    const again = command('RegisterOrganisation', id, { name: 'Inconnue', sector: 'PUBLIC' }, id);
    const refused = await other.executor.execute(again);
    const revised = await other.executor.execute(
      command('ReviseOrganisation', id, { name: 'Reconnue', sector: 'PUBLIC' }, id),
    );
    expect(refused).toMatchObject({ code: 'ORGANISATION_EXISTS' });
    expect(revised).toMatchObject({ appended: true });
    const events = await engine.ledger.readStream(`organisation/${id}`);
    expect(events.map(({ type }) => type)).toEqual(['OrganisationRegistered', 'OrganisationRevised']);
  });

  it('that a process would refuse on a stream it has not read is accepted when the stream allows it', async () => {
    const id = await register(engine.executor, 'Ailleurs');
    const other = another();
    const revise = command('ReviseOrganisation', id, { name: 'Ici', sector: 'PUBLIC' }, id);
    const revised = await other.executor.execute(revise);
    expect(revised).toMatchObject({ appended: true, receipt: { events: [{ version: 2n }] } });
  });

  it.each([
    ['an unknown field', { name: 'X', sector: 'PUBLIC', colour: 'red' }, []],
    ['a sector that does not exist', { name: 'X', sector: 'ROYAL' }, ['sector']],
    ['an empty name', { name: '   ', sector: 'PUBLIC' }, ['name']],
    ['half a surrogate pair', { name: 'X\uD800', sector: 'PUBLIC' }, ['name']],
    ['NUL', { name: 'X\u0000', sector: 'PUBLIC' }, ['name']],
    ['a link that runs script', { name: 'X', sector: 'PUBLIC', website: 'javascript:alert(1)' }, ['website']],
  ])('with %s is refused with its place, and nothing is recorded', async (_, data, path) => {
    const id = randomUUID();
    const before = await engine.ledger.head();
    const result = await engine.executor.execute(command('RegisterOrganisation', id, data, id));
    expect(result).toMatchObject({ code: 'INVALID_INPUT', path });
    expect(await engine.ledger.head()).toBe(before);
  });

  it('by a key that may only read is refused', async () => {
    const id = randomUUID();
    const result = await engine.executor.execute(
      command('RegisterOrganisation', id, { name: 'X', sector: 'PUBLIC' }, id, { scopes: ['read'] }),
    );
    expect(result).toMatchObject({ code: 'SCOPE_MISSING' });
  });
});

function text(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
