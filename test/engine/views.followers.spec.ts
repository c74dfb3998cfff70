import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestView, rebuild, RebuildFailed, Registry, status } from '@maillage/engine';
import { foldText, SEARCH, table, view, type RecordedEvent, type Row, type View } from '@maillage/kernel';
import type { ClientBase } from 'pg';
import { createTable, quote } from '../../libs/engine/views/columns.js';
import { ViewFold, type ReducerFailure } from '../../libs/engine/views/fold.js';
import { command, executed, openEngine, type TestEngine } from '../harness/engine.js';
import { id, projected, recorded } from '../harness/given.js';
import { cards, cardsView, STAGES, type CardEvent, type Stage } from './views.cards.js';

type Deal = CardEvent['data'];
type Tables = Readonly<Record<string, readonly Row[]>>;

const put = (card: string, pile: string | null, points = 1) => ({ card, pile, points });
const deal = (...put: Deal['cards']): Deal => ({ cards: put });
const troubled = (at: Stage, keys = false, ...put: Deal['cards']): Deal => ({ cards: put, trouble: { at, keys } });

/** As the log gives them, at positions 1 and on. */
function dealt(deals: readonly Deal[]): readonly RecordedEvent[] {
  return deals.map((data, n) => ({ ...recorded('dealer/1', { type: 'Dealt', data }), position: BigInt(n + 1) }));
}

function inOrder(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

async function tablesOf(client: Pick<ClientBase, 'query'>, view: View, named = (name: string) => name) {
  const tables: Record<string, readonly Row[]> = {};
  for (const [name, { columns, searched }] of Object.entries(view.tables)) {
    const written = [...Object.keys(columns), ...(searched === undefined ? [] : [SEARCH])];
    const list = written.map(quote).join(', ');
    tables[name] = inOrder((await client.query<Row>(`select ${list} from ${quote(named(name))}`)).rows);
  }
  return tables;
}

function expected(events: readonly RecordedEvent[]): Tables {
  return Object.fromEntries(
    Object.entries(projected(cardsView(true), events)).map(([name, rows]) => [
      name,
      inOrder(rows.map(withSearch(name))),
    ]),
  );
}

/** What is searched of a row is kept beside it. */
const withSearch =
  (table: string) =>
  (row: Row): Row => {
    const { searched = [] } = cardsView().tables[table] ?? {};
    if (searched.length === 0) return row;
    return { ...row, [SEARCH]: searched.map((column) => foldText(row[column] as string)).join('\n') };
  };

describe('A table that follows another', () => {
  it('makes its rows from how the rows of that one change, and may itself be followed', () => {
    const events = dealt([
      deal(put('ace', 'left', 11), put('king', 'left', 4)),
      deal(put('ace', 'right', 11)),
      // The very row again: nobody hears of it.
      deal(put('ace', 'right', 11)),
      // Named twice, touched once.
      deal(put('king', 'right', 4), put('king', 'right', 4)),
      deal(put('ace', null), put('king', 'right', 5)),
    ]);
    expect(projected(cardsView(), events)).toEqual({
      card: [{ card: 'king', pile: 'right', points: 5 }],
      pile: [{ pile: 'right', cards: 1, points: 5, trail: ' ace@2 king@4 ace@5 king@5' }],
      // left +1, left, left and right, left gone and right, right, right: eight changes.
      summit: [{ id: 'all', piles: 1, highest: 15, heard: 8 }],
      move: [
        { position: '1', card: 'ace', from_pile: null, to_pile: 'left' },
        { position: '1', card: 'king', from_pile: null, to_pile: 'left' },
        { position: '2', card: 'ace', from_pile: 'left', to_pile: 'right' },
        { position: '4', card: 'king', from_pile: 'left', to_pile: 'right' },
        { position: '5', card: 'ace', from_pile: 'right', to_pile: null },
      ],
      tally: [
        { card: 'ace', moves: 3 },
        { card: 'king', moves: 2 },
      ],
    });
  });

  const following = (name: string, follows?: string) =>
    follows === undefined
      ? { [name]: table({ columns: { id: 'text' }, primaryKey: ['id'] }).on({}) }
      : {
          [name]: table({
            columns: { id: 'text' },
            primaryKey: ['id'],
          }).following(follows, { keys: () => [], reduce: () => undefined }),
        };
  const viewOf = (...tables: readonly View['tables'][]) => ({
    name: 'v',
    version: 1,
    tables: Object.assign({}, ...tables) as View['tables'],
  });

  it('is refused where it follows a table that the view does not have', () => {
    expect(() => view(viewOf(following('a', 'b')))).toThrow('View v: a follows b, which is no table of this view.');
  });

  it('is refused where it follows itself, by whatever detour', () => {
    expect(() => view(viewOf(following('a', 'a')))).toThrow('View v: a follows a; one of them must take its rows');
    const circle = viewOf(following('base'), following('a', 'c'), following('b', 'a'), following('c', 'b'));
    expect(() => view(circle)).toThrow('View v: a follows c follows b follows a; one of them must take its rows');
    // Not written with view(): the start finds it.
    expect(() => new Registry([{ ...cards(), views: [circle] }])).toThrow('View v: a follows c follows b follows a');
  });

  it('is refused where it has reducers of events as well', () => {
    const { a } = following('a', 'b');
    const both = { a: { ...a, on: cardsView().tables.card?.on } } as View['tables'];
    expect(() => view(viewOf(following('b'), both))).toThrow(
      'View v: a takes its rows from events or from b, not from both.',
    );
  });
});

describe('A view with followers', () => {
  let engine: TestEngine;

  beforeAll(async () => {
    engine = await openEngine([cards()]);
  });
  afterAll(() => engine.close());

  /** A fresh log and views at its beginning. */
  async function afresh(deals: readonly Deal[], mended = false): Promise<TestEngine> {
    const fresh = await openEngine([cards(mended)]);
    for (const data of deals) await executed(fresh.executor.execute(command('Deal', id(1), data, id(1))));
    return fresh;
  }

  const [cardView] = [cardsView()];
  const one = (engine: TestEngine): View => engine.views()[0] ?? cardView;
  const past = (engine: TestEngine) => engine.ledger.read({ after: 0n, limit: 1_000 });

  async function digest(engine: TestEngine): Promise<string> {
    const client = await engine.database.pool.connect();
    try {
      return await digestView(client, one(engine));
    } finally {
      client.release();
    }
  }

  it('answers alike whether it was folded live, event by event or at once, or rebuilt', async () => {
    const deals = Array.from({ length: 60 }, (_, n) =>
      deal(
        put(`card ${n % 7}`, n % 11 === 5 ? null : `pile ${(n * 5) % 3}`, n),
        put(`card ${(n * 3) % 5}`, `pile ${n % 4}`, n % 6),
      ),
    );
    const fresh = await afresh(deals);
    try {
      for (let n = 0; n < 20; n += 1) await fresh.runner.advance(one(fresh), 1);
      await fresh.catchUp();
      const live = await digest(fresh);
      expect(await tablesOf(fresh.database.pool, one(fresh))).toEqual(expected(await past(fresh)));
      await rebuild(fresh.database, fresh.ledger, fresh.views());
      expect(await digest(fresh)).toBe(live);
      // It goes on from what the rebuild left.
      await executed(fresh.executor.execute(command('Deal', id(2), deal(put('card 1', 'pile 0', 9)), id(1))));
      await fresh.catchUp();
      expect(await tablesOf(fresh.database.pool, one(fresh))).toEqual(expected(await past(fresh)));
    } finally {
      await fresh.close();
    }
  });

  it('halts where a follower throws, with everything before it applied and nothing of it or after it', async () => {
    const fresh = await afresh([
      deal(put('a', 'left', 3), put('b', 'left', 4)),
      deal(put('a', 'right', 3)),
      // In the order of events a table of the last stage fails first, then another of that stage that is folded after it.
      troubled('summit', false, put('b', 'right', 4), put('c', 'left', 5)),
      troubled('tally', false, put('a', 'left', 3)),
      troubled('pile', true, put('a', 'left', 8)),
      troubled('card', false, put('a', 'left', 8)),
      deal(put('d', 'left', 2)),
    ]);
    try {
      await fresh.catchUp();
      const [halted] = (await status(fresh.database, fresh.ledger, fresh.views())).views;
      expect(halted).toMatchObject({ state: 'HALTED', position: 2n, errorPosition: 3n });
      expect(halted?.error).toBe('summit cannot take this deal');
      const events = await past(fresh);
      expect(await tablesOf(fresh.database.pool, one(fresh))).toEqual(expected(events.slice(0, 2)));

      await expect(rebuild(fresh.database, fresh.ledger, fresh.views())).rejects.toThrow(RebuildFailed);
      await expect(rebuild(fresh.database, fresh.ledger, fresh.views())).rejects.toThrow(
        'View cards cannot be rebuilt: Dealt at 3: summit cannot take this deal',
      );
      expect(await tablesOf(fresh.database.pool, one(fresh))).toEqual(expected(events.slice(0, 2)));

      const mended = await openEngine([cards(true)], { url: fresh.url });
      await mended.catchUp();
      expect(await tablesOf(fresh.database.pool, one(fresh))).toEqual(expected(events));
      const live = await digest(mended);
      await rebuild(mended.database, mended.ledger, mended.views());
      expect(await digest(mended)).toBe(live);
      await mended.close();
    } finally {
      await fresh.close();
    }
  });

  it('halts at the very event by which a follower makes a row that its table cannot take', async () => {
    const fresh = await afresh([
      deal(put('a', 'left', 2_000_000_000)),
      deal(put('b', 'right', 1)),
      deal(put('c', 'left', 2_000_000_000)),
      deal(put('d', 'right', 1)),
    ]);
    try {
      await fresh.catchUp();
      const [halted] = (await status(fresh.database, fresh.ledger, fresh.views())).views;
      expect(halted).toMatchObject({ state: 'HALTED', position: 2n, errorPosition: 3n });
      expect(await tablesOf(fresh.database.pool, one(fresh))).toEqual(expected((await past(fresh)).slice(0, 2)));
    } finally {
      await fresh.close();
    }
  });

  const name = fc.constantFrom('a', 'b', 'c', 'd');
  const pile = fc.option(fc.constantFrom('left', 'middle', 'right'), { freq: 4 });
  const puts = fc.array(fc.record({ card: name, pile, points: fc.integer({ min: 0, max: 3 }) }), {
    minLength: 1,
    maxLength: 4,
  });
  const trouble = fc.oneof(
    { weight: 20, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.record({ at: fc.constantFrom(...STAGES), keys: fc.boolean() }) },
  );
  const history = fc.array(
    fc.tuple(puts, trouble).map(([cards, trouble]): Deal => ({ cards, ...(trouble === undefined ? {} : { trouble }) })),
    { maxLength: 30 },
  );
  /** The sizes of the batches, over and over; after each, whether a rebuild writes what it has. */
  const batches = fc.array(fc.record({ size: fc.integer({ min: 1, max: 12 }), spill: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  });

  it('does the same whatever the size of its batches, live and in a rebuild, up to where a reducer throws', async () => {
    const client = await engine.database.pool.connect();
    const seen = { sound: 0, halted: 0 };
    try {
      await fc.assert(
        fc.asyncProperty(history, batches, async (deals, sizes) => {
          const events = dealt(deals);
          await client.query('begin');
          try {
            const live = await inBatches(events, sizes, async (batch) => {
              const fold = new ViewFold(cardView, (table) => table, false);
              const failure = await fold.fold(client, batch);
              await fold.write(client);
              return failure;
            });
            const end = live === undefined ? events.length : Number(live.event.position) - 1;
            seen[live === undefined ? 'sound' : 'halted'] += 1;
            const right = expected(events.slice(0, end));
            expect(await tablesOf(client, cardView)).toEqual(right);
            // Nothing but the failing reducer stands in the way.
            if (live !== undefined)
              expect(() => projected(cardView, events.slice(0, end + 1))).toThrow(live.error.message);
            expect(() => projected(cardView, events.slice(0, end))).not.toThrow();

            const bulk = await inBulk(client, events, sizes);
            expect(bulk.failure?.event.position).toBe(live?.event.position);
            expect(bulk.failure?.error.message).toBe(live?.error.message);
            expect(bulk.tables).toEqual(right);
          } finally {
            await client.query('rollback');
          }
        }),
        // So many that hardly ever fewer than six of them are sound, or halt.
        { numRuns: 120 },
      );
    } finally {
      client.release();
    }
    expect(Math.min(seen.sound, seen.halted)).toBeGreaterThan(5);
  });

  type Batches = readonly { readonly size: number; readonly spill: boolean }[];

  async function inBatches(
    events: readonly RecordedEvent[],
    batches: Batches,
    fold: (batch: readonly RecordedEvent[], spill: boolean) => Promise<ReducerFailure | undefined>,
  ): Promise<ReducerFailure | undefined> {
    for (let at = 0, n = 0; at < events.length; n += 1) {
      const { size, spill } = batches[n % batches.length] ?? { size: 1, spill: false };
      const failure = await fold(events.slice(at, at + size), spill);
      if (failure !== undefined) return failure;
      at += size;
    }
    return undefined;
  }

  /** As a rebuild folds, spilling at the will of the test; it would throw the tables away where a reducer throws. */
  async function inBulk(client: ClientBase, events: readonly RecordedEvent[], batches: Batches) {
    const beside = (name: string) => `${name}__beside`;
    for (const [name, table] of Object.entries(cardView.tables)) {
      await client.query(createTable(beside(name), table));
      await client.query(`alter table ${beside(name)} drop constraint ${beside(name)}_pkey`);
    }
    const fold = new ViewFold(cardView, beside, { turn: (work) => work(), events: 1_000 });
    const failure = await inBatches(events, batches, async (batch, spill) => {
      const failed = await fold.fold(client, batch);
      if (spill) await fold.spill(client);
      return failed;
    });
    const keyless = new Set(await fold.finish(client));
    for (const [name, { primaryKey }] of Object.entries(cardView.tables)) {
      // No row was copied in twice.
      if (keyless.has(beside(name)))
        await client.query(`alter table ${beside(name)} add primary key (${primaryKey.join()})`);
    }
    return { failure, tables: await tablesOf(client, cardView, beside) };
  }
});
