import type { Key, RecordedEvent, Reducer, Row, View, ViewTable } from '@maillage/kernel';
import type { ClientBase } from 'pg';
import { KeyFilter } from './key-filter.js';
import { spell, TableStore } from './table-store.js';

interface Cell {
  readonly key: Key;
  row: Row | undefined;
  dirty: boolean;
  /** Whether the table holds a row under this key, as far as is known. */
  stored: boolean;
}

interface Step {
  readonly table: FoldedTable;
  readonly reducer: Reducer;
}

/** One row that an event touches. */
interface Touch {
  readonly table: FoldedTable;
  readonly reducer: Reducer;
  readonly key: Key;
  readonly at: string;
}

interface Planned {
  readonly event: RecordedEvent;
  readonly touches: readonly Touch[];
}

interface FoldedTable {
  readonly store: TableStore;
  cells: Map<string, Cell>;
  /** On their way to the table, or written lately. They are taken back into `cells` when they are touched again. */
  leaving: Map<string, Cell>;
  /** Whether the table has its primary key, without which it can be copied into but not looked up in. */
  keyed: boolean;
  /** Whether a key, once written, may be touched again. */
  readonly revisited: boolean;
  /**
   * In bulk, the rows of a table whose keys are never touched again, as they are copied in: half the memory of cells, and
   * nothing for the collector to trace.
   */
  lines: string[];
}

const stores = new WeakMap<ViewTable, Map<string, TableStore>>();

/** A live view is folded many times a second: its statements are spelt once. */
function storeOf(name: string, table: ViewTable): TableStore {
  const byName = stores.get(table) ?? new Map<string, TableStore>();
  stores.set(table, byName);
  const store = byName.get(name) ?? new TableStore(name, table);
  byName.set(name, store);
  return store;
}

/** Where a reducer threw, and what. The events before it are folded. */
export interface ReducerFailure {
  readonly event: RecordedEvent;
  readonly error: Error;
}

/** Lets one statement at a time onto a connection that several folds share. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Folds events into the rows of one view in memory, between one bulk load and one bulk write per table.
 *
 * @param bulk for tables that begin empty, without primary keys, and that nobody else writes (a rebuild): keys that were
 * never written need not be looked for, and their rows are copied in. `turn` is waited for before each use of the
 * connection; folding goes on meanwhile.
 */
export class ViewFold {
  private readonly tables: readonly FoldedTable[];
  private readonly steps = new Map<string, Step[]>();
  private readonly written: KeyFilter | undefined;
  private spilling: Promise<void> = Promise.resolve();

  constructor(
    view: View,
    tableName: (name: string) => string,
    private readonly bulk: { readonly turn: Turn } | false,
  ) {
    this.written = bulk === false ? undefined : new KeyFilter();
    this.tables = Object.entries(view.tables).map(([name, table]) => {
      const store = storeOf(tableName(name), table);
      const folded: FoldedTable = {
        ...{ store, cells: new Map(), leaving: new Map(), keyed: bulk === false, lines: [] },
        revisited: Object.values(table.on).some(({ inserts }) => inserts !== true),
      };
      for (const [type, reducer] of Object.entries(table.on)) {
        this.steps.set(type, [...(this.steps.get(type) ?? []), { table: folded, reducer }]);
      }
      return folded;
    });
  }

  /** Rows held in memory. */
  get size(): number {
    return this.tables.reduce((sum, { cells, lines }) => sum + cells.size + lines.length, 0);
  }

  /** Folds the events in order and stops before the first one a reducer throws on. */
  async fold(client: ClientBase, events: readonly RecordedEvent[]): Promise<ReducerFailure | undefined> {
    const { plan, failure } = this.plan(events);
    await this.load(client, plan);
    for (const { event, touches } of plan) {
      try {
        this.apply(event, touches);
      } catch (error) {
        return { event, error: error as Error };
      }
    }
    return failure;
  }

  /** Writes what changed since the last write. */
  async write(client: ClientBase): Promise<void> {
    for (const table of this.tables) await this.writeCells(client, table, table.cells);
  }

  /** Forgets the rows, which must have been written. */
  evict(): void {
    for (const { cells } of this.tables) cells.clear();
  }

  /**
   * Hands what is in memory over to be written and forgotten, and returns once it may be forgotten at the next call: the
   * writing goes on while more is folded. Its failure is met by whoever calls next.
   */
  async spill(client: ClientBase): Promise<void> {
    await this.spilling;
    for (const table of this.tables) {
      if (table.revisited) for (const at of table.cells.keys()) this.written?.add(table.store.name, at);
      table.leaving = table.cells;
      table.cells = new Map();
    }
    const lines = this.tables.map((table) => table.lines);
    for (const table of this.tables) table.lines = [];
    this.spilling = this.turn(async () => {
      for (const [n, table] of this.tables.entries()) {
        await table.store.copy(client, lines[n] ?? []);
        await this.writeCells(client, table, table.leaving);
      }
    });
    this.spilling.catch(() => undefined);
  }

  /** Writes whatever is left. @returns the names of the tables that have no primary key yet. */
  async finish(client: ClientBase): Promise<readonly string[]> {
    await this.spill(client);
    await this.spilling;
    for (const table of this.tables) table.leaving = new Map();
    return this.tables.flatMap(({ keyed, store }) => (keyed ? [] : [store.name]));
  }

  private async writeCells(client: ClientBase, table: FoldedTable, cells: ReadonlyMap<string, Cell>): Promise<void> {
    const copies: string[] = [];
    const upserts: Row[] = [];
    const deletes: Key[] = [];
    for (const cell of cells.values()) {
      if (!cell.dirty) continue;
      if (cell.row !== undefined) {
        if (this.bulk !== false && !cell.stored) copies.push(table.store.line(cell.row));
        else upserts.push(cell.row);
      } else if (this.bulk === false || cell.stored) deletes.push(cell.key);
      cell.dirty = false;
      cell.stored = cell.row !== undefined;
    }
    if (upserts.length + deletes.length > 0) await this.giveKey(client, table);
    await table.store.delete(client, deletes);
    await table.store.upsert(client, upserts);
    await table.store.copy(client, copies);
  }

  private async giveKey(client: ClientBase, table: FoldedTable): Promise<void> {
    if (table.keyed) return;
    await table.store.addPrimaryKey(client);
    table.keyed = true;
  }

  private turn<T>(work: () => Promise<T>): Promise<T> {
    return this.bulk === false ? work() : this.bulk.turn(work);
  }

  /** Which rows the events touch, up to the first event whose reducer cannot tell. */
  private plan(events: readonly RecordedEvent[]): { plan: readonly Planned[]; failure: ReducerFailure | undefined } {
    const plan: Planned[] = [];
    for (const event of events) {
      const steps = this.steps.get(event.type);
      if (steps === undefined) continue;
      const touches: Touch[] = [];
      try {
        for (const { table, reducer } of steps) {
          for (const key of reducer.keys(event)) touches.push({ table, reducer, key, at: spell(key) });
        }
      } catch (error) {
        return { plan, failure: { event, error: error as Error } };
      }
      plan.push({ event, touches });
    }
    return { plan, failure: undefined };
  }

  /** All effects of an event, or none: they are computed before the first is kept. */
  private apply(event: RecordedEvent, touches: readonly Touch[]): void {
    const rows = touches.map(({ table, reducer, key, at }) =>
      reducer.reduce((table.cells.get(at) ?? table.leaving.get(at))?.row, event, key),
    );
    for (const [n, { table, key, at }] of touches.entries()) {
      if (this.bulk !== false && !table.revisited) {
        const row = rows[n];
        if (row !== undefined) table.lines.push(table.store.line(row));
        continue;
      }
      const cell = table.cells.get(at);
      if (cell === undefined) {
        // A cell that is leaving is stored by the time this one is written: spills follow one another.
        const left = table.leaving.get(at);
        table.cells.set(at, { key, row: rows[n], dirty: true, stored: left?.row !== undefined });
      } else {
        cell.row = rows[n];
        cell.dirty = true;
      }
    }
  }

  /** Brings rows into memory that were written earlier, one query per table. */
  private async load(client: ClientBase, plan: readonly Planned[]): Promise<void> {
    const missing = new Map<FoldedTable, Map<string, Key>>();
    for (const { touches } of plan) {
      for (const { table, reducer, key, at } of touches) {
        if (reducer.inserts === true || table.cells.has(at) || table.leaving.has(at)) continue;
        if (this.written?.mayHave(table.store.name, at) === false) continue;
        const keys = missing.get(table) ?? new Map<string, Key>();
        missing.set(table, keys.set(at, key));
      }
    }
    for (const [table, keys] of missing) {
      await this.spilling;
      const rows = await this.turn(async () => {
        await this.giveKey(client, table);
        return table.store.load(client, [...keys.values()]);
      });
      for (const [at, key] of keys) {
        table.cells.set(at, { key, row: rows.get(at), dirty: false, stored: rows.has(at) });
      }
    }
  }
}
