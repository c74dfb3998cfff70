import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { directory } from '@maillage/directory';
import { digestView, prepareViews, rebuild, RebuildFailed, status, type Slice } from '@maillage/engine';
import type { View } from '@maillage/kernel';
import type { Ledger, ReadOptions } from '@maillage/ledger';
import { until } from '../acceptance/waiting.js';
import { command, executed, openEngine, register, type TestEngine } from '../harness/engine.js';

const [organisations] = directory.views as readonly [View];

/** The real slice with a reducer made to throw on one name, as a fault in a new version would. */
function broken(on: { name: string }): Slice {
  const table = organisations.tables.organisation;
  const revised = table?.on.OrganisationRevised;
  if (table === undefined || revised === undefined) throw new Error('The organisations view has changed.');
  return {
    ...directory,
    views: [
      {
        ...organisations,
        tables: {
          organisation: {
            ...table,
            on: {
              ...table.on,
              OrganisationRevised: {
                ...revised,
                reduce: (row, event, key) => {
                  if ((event.data as { name: string }).name === on.name) throw new Error('cannot take this name');
                  return revised.reduce(row, event, key);
                },
              },
            },
          },
        },
      },
      // Another view over the same events, sound.
      {
        name: 'names',
        version: 1,
        tables: {
          name_count: {
            columns: { id: 'text', seen: 'integer' },
            primaryKey: ['id'],
            on: {
              OrganisationRevised: {
                keys: () => [['all']],
                reduce: (row) => ({ id: 'all', seen: Number(row?.seen ?? 0) + 1 }),
              },
            },
          },
        },
      },
    ],
  };
}

async function names(engine: TestEngine): Promise<readonly string[]> {
  const { rows } = await engine.database.pool.query<{ name: string }>(
    'select name from organisation order by position',
  );
  return rows.map(({ name }) => name);
}

async function digest(engine: TestEngine, name: string): Promise<string> {
  const view = engine.registry.views.get(name);
  if (view === undefined) throw new Error(`no view ${name}`);
  const client = await engine.database.pool.connect();
  try {
    return await digestView(client, view);
  } finally {
    client.release();
  }
}

describe('A view', () => {
  let engine: TestEngine;
  const fault = { name: 'Faulty' };

  beforeEach(async () => {
    engine = await openEngine([broken(fault)]);
  });
  afterEach(() => engine.close());

  const revise = (id: string, name: string) =>
    executed(engine.executor.execute(command('ReviseOrganisation', id, { name, sector: 'PUBLIC' }, id)));

  it('follows the log to its head and has the same digest as a replay from position 1', async () => {
    const id = await register(engine.executor, 'A');
    for (let n = 0; n < 20; n += 1) await register(engine.executor, `Org ${n}`);
    await engine.catchUp();
    await revise(id, 'B');
    await engine.catchUp();
    expect((await names(engine))[0]).toBe('B');
    const before = await digest(engine, 'organisations');
    await rebuild(engine.database, engine.ledger, engine.views());
    expect(await digest(engine, 'organisations')).toBe(before);
  });

  it('halts alone at the event its reducer throws on, says so, and resumes where it stood once mended', async () => {
    const id = await register(engine.executor, 'Sound');
    await revise(id, 'Still sound');
    await revise(id, 'Faulty');
    await revise(id, 'After');
    await engine.catchUp();

    const halted = await status(engine.database, engine.ledger, engine.views());
    expect(halted.views).toEqual([
      expect.objectContaining({
        name: 'organisations',
        state: 'HALTED',
        position: 2n,
        lag: 2n,
        errorPosition: 3n,
        error: 'cannot take this name',
      }),
      expect.objectContaining({ name: 'names', state: 'RUNNING', position: 4n, lag: 0n }),
    ]);
    expect(await names(engine)).toEqual(['Still sound']);

    // Ringing on changes nothing; it is skipped by nobody.
    await engine.catchUp();
    expect(await names(engine)).toEqual(['Still sound']);

    const mended = await openEngine([broken({ name: 'Nobody' })], { url: engine.url });
    await mended.catchUp();
    expect(await names(mended)).toEqual(['After']);
    const after = await status(mended.database, mended.ledger, mended.views());
    expect(after.views.map(({ state, position }) => [state, position])).toEqual([
      ['RUNNING', 4n],
      ['RUNNING', 4n],
    ]);
    await mended.close();
  });

  it('halts at the very event whose row its table cannot take', async () => {
    const id = await register(engine.executor, 'A');
    await engine.database.pool.query(`alter table organisation add check (name <> 'Unacceptable')`);
    await revise(id, 'B');
    await revise(id, 'Unacceptable');
    await engine.catchUp();
    await revise(id, 'C');
    await engine.catchUp();
    const [view] = (await status(engine.database, engine.ledger, engine.views())).views;
    expect(view).toMatchObject({ state: 'HALTED', position: 2n, errorPosition: 3n });
    expect(await names(engine)).toEqual(['B']);
  });

  it('cannot be rebuilt by a reducer that throws, and is left as it was', async () => {
    const id = await register(engine.executor, 'A');
    await engine.catchUp();
    await revise(id, 'Faulty');
    await expect(rebuild(engine.database, engine.ledger, engine.views())).rejects.toThrow(RebuildFailed);
    await expect(rebuild(engine.database, engine.ledger, engine.views())).rejects.toThrow(
      /organisations .* OrganisationRevised at 2: cannot take this name/,
    );
    expect(await names(engine)).toEqual(['A']);
  });

  it('of another version is rebuilt at start, by one of several processes', async () => {
    await register(engine.executor, 'A');
    await engine.catchUp();
    const raised = engine.views().map((view) => ({ ...view, version: view.version + 1 }));
    const built = await Promise.all([1, 2, 3].map(() => prepareViews(engine.database, engine.ledger, raised)));
    expect(built.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await names(engine)).toEqual(['A']);
    // Whoever still runs the older version leaves the new tables alone.
    await register(engine.executor, 'B');
    await engine.catchUp();
    expect(await names(engine)).toEqual(['A']);
  });

  it('moves with those that have the same events before them, in one transaction, and not with one that is held', async () => {
    const transactions = async () => {
      const { rows } = await engine.database.pool.query<{ name: string; by: string }>(
        'select name, xmin::text as by from view_checkpoint order by name',
      );
      return rows;
    };
    const id = await register(engine.executor, 'A');
    await revise(id, 'B');
    await engine.catchUp();
    const [counting, listing] = await transactions();
    expect(counting?.by).toBe(listing?.by);

    await revise(id, 'C');
    const holder = await engine.database.pool.connect();
    try {
      await holder.query(`begin; select from view_checkpoint where name = 'names' for update`);
      void engine.catchUp();
      await until('The view that is free has moved', async () => (await names(engine))[0] === 'C');
      expect((await transactions())[0]).toEqual(counting);
    } finally {
      await holder.query('rollback');
      holder.release();
    }
    await engine.catchUp();
    const { rows } = await engine.database.pool.query('select seen from name_count');
    expect(rows).toEqual([{ seen: 2 }]);
    expect(engine.failures).toEqual([]);
  });

  it('moved by two runners at once folds each event once', async () => {
    const other = await openEngine([broken(fault)], { url: engine.url });
    const id = await register(engine.executor, 'A');
    for (let n = 0; n < 30; n += 1) {
      await revise(id, `Name ${n}`);
      engine.runner.ringAll();
      other.runner.ringAll();
    }
    await Promise.all([engine.catchUp(), other.catchUp()]);
    const { rows } = await engine.database.pool.query('select seen from name_count');
    expect(rows).toEqual([{ seen: 30 }]);
    expect([...engine.failures, ...other.failures]).toEqual([]);
    await other.close();
  });

  it('passes events that none of its tables folds, though not once it is halted, of another version or elsewhere', async () => {
    const [, counting] = engine.views();
    if (counting === undefined) throw new Error('The slice has lost a view.');
    const stands = async () => (await status(engine.database, engine.ledger, engine.views())).views[1]?.position;
    const set = (column: string) =>
      engine.database.pool.query(`update view_checkpoint set ${column} where name = 'names'`);
    const pass = (left: bigint) => engine.runner.advance(counting, 1_000, left);
    await register(engine.executor, 'A');
    await engine.catchUp();
    await register(engine.executor, 'B');

    for (const [changed, back] of [
      [
        `state = 'HALTED', error = 'made to', error_position = 2, halted_at = now()`,
        `state = 'RUNNING', error = null, error_position = null, halted_at = null`,
      ],
      ['version = 2', 'version = 1'],
    ] as const) {
      await set(changed);
      expect(await pass(1n)).toEqual({ kind: 'held' });
      await set(back);
      expect(await stands()).toBe(1n);
    }
    expect(await pass(0n)).toEqual({ kind: 'held' });
    expect(await stands()).toBe(1n);
    expect(await pass(1n)).toEqual({ kind: 'moved', to: 2n, events: 1 });
    expect(await stands()).toBe(2n);
    expect(await pass(2n)).toEqual({ kind: 'idle' });
  });

  it('is rebuilt by another where whoever rebuilds is frozen, who can write nothing more then', async () => {
    await register(engine.executor, 'A');
    await engine.catchUp();
    let thaw: (() => void) | undefined;
    const frozen = Object.assign(Object.create(engine.ledger) as Ledger, {
      read: async (options: ReadOptions) => {
        await new Promise<void>((resolve) => (thaw = resolve));
        return engine.ledger.read(options);
      },
    });
    const first = rebuild(engine.database, frozen, engine.views()).catch((error: unknown) => error);
    await until('It reads the log', () => Promise.resolve(thaw !== undefined));
    await rebuild(engine.database, engine.ledger, engine.views());
    thaw?.();
    expect(await first).toMatchObject({ message: expect.stringMatching(/not queryable|terminat/) });
    expect(await names(engine)).toEqual(['A']);
  });

  it('is never seen empty and no query fails while all views are rebuilt again and again under live writes', async () => {
    for (let n = 0; n < 200; n += 1) await register(engine.executor, `Org ${n}`);
    await engine.catchUp();
    let rebuilding = true;
    const seen: number[] = [];
    const reader = async () => {
      while (rebuilding) {
        const { rows } = await engine.database.pool.query<{ n: number }>(
          'select count(*)::integer as n from organisation o cross join (select count(*) from name_count) c',
        );
        seen.push(rows[0]?.n ?? -1);
      }
    };
    const writer = async () => {
      for (let n = 0; rebuilding; n += 1) {
        await register(engine.executor, `More ${n}`);
        engine.runner.ringAll();
      }
    };
    const live = Promise.all([reader(), reader(), reader(), writer()]);
    for (let n = 0; n < 5; n += 1) await rebuild(engine.database, engine.ledger, engine.views());
    rebuilding = false;
    await live;
    await engine.catchUp();
    expect(seen.length).toBeGreaterThan(10);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(200);
    expect(engine.failures).toEqual([]);
    expect((await names(engine)).length).toBe(Number(await engine.ledger.head()));
  });
});
