import type { Key, RecordedEvent, Reducer, Row, View } from '@maillage/kernel';
import type { ClientBase } from 'pg';
import { spell, TableStore } from './table-store.js';

interface Cell {
  readonly key: Key;
  row: Row | undefined;
  dirty: boolean;
}

interface Step {
  readonly table: FoldedTable;
  readonly reducer: Reducer;
}

interface FoldedTable {
  readonly store: TableStore;
  readonly cells: Map<string, Cell>;
}

/** Where a reducer threw, and what. The events before it are folded. */
export interface ReducerFailure {
  readonly event: RecordedEvent;
  readonly error: Error;
}

/**
 * Folds events into the rows of one view in memory, between one bulk load and one bulk write per table.
 *
 * @param complete every row the tables hold is in memory (a rebuild that began with empty tables and has evicted
 * nothing), so that what is not in memory does not exist and nothing need be loaded.
 */
export class ViewFold {
  private readonly tables: readonly FoldedTable[];
  private readonly steps = new Map<string, Step[]>();

  constructor(
    view: View,
    tableName: (name: string) => string,
    private complete: boolean,
  ) {
    this.tables = Object.entries(view.tables).map(([name, table]) => {
      const folded: FoldedTable = { store: new TableStore(tableName(name), table), cells: new Map() };
      for (const [type, reducer] of Object.entries(table.on)) {
        this.steps.set(type, [...(this.steps.get(type) ?? []), { table: folded, reducer }]);
      }
      return folded;
    });
  }

  /** Rows held in memory. */
  get size(): number {
    return this.tables.reduce((sum, { cells }) => sum + cells.size, 0);
  }

  /** Folds the events in order and stops before the first one a reducer throws on. */
  async fold(client: ClientBase, events: readonly RecordedEvent[]): Promise<ReducerFailure | undefined> {
    const failure = await this.load(client, events);
    for (const event of events) {
      if (failure?.event === event) return failure;
      try {
        this.apply(event);
      } catch (error) {
        return { event, error: error as Error };
      }
    }
    return undefined;
  }

  /** Writes what changed since the last write. */
  async write(client: ClientBase): Promise<void> {
    for (const { store, cells } of this.tables) {
      const upserts: Row[] = [];
      const deletes: Key[] = [];
      for (const cell of cells.values()) {
        if (!cell.dirty) continue;
        if (cell.row === undefined) deletes.push(cell.key);
        else upserts.push(cell.row);
        cell.dirty = false;
      }
      await store.delete(client, deletes);
      await store.upsert(client, upserts);
    }
  }

  /** Forgets the rows, which must have been written. */
  evict(): void {
    for (const { cells } of this.tables) cells.clear();
    this.complete = false;
  }

  /** All effects of an event, or none: they are computed before the first is kept. */
  private apply(event: RecordedEvent): void {
    const effects: [FoldedTable, Key, Row | undefined][] = [];
    for (const { table, reducer } of this.steps.get(event.type) ?? []) {
      for (const key of reducer.keys(event)) {
        effects.push([table, key, reducer.reduce(table.cells.get(spell(key))?.row, event, key)]);
      }
    }
    for (const [{ cells }, key, row] of effects) {
      const at = spell(key);
      const cell = cells.get(at);
      if (cell === undefined) cells.set(at, { key, row, dirty: true });
      else {
        cell.row = row;
        cell.dirty = true;
      }
    }
  }

  private async load(client: ClientBase, events: readonly RecordedEvent[]): Promise<ReducerFailure | undefined> {
    if (this.complete) return undefined;
    const missing = new Map<FoldedTable, Map<string, Key>>(this.tables.map((table) => [table, new Map<string, Key>()]));
    let failure: ReducerFailure | undefined;
    for (const event of events) {
      try {
        for (const { table, reducer } of this.steps.get(event.type) ?? []) {
          if (reducer.inserts === true) continue;
          for (const key of reducer.keys(event)) {
            const at = spell(key);
            if (!table.cells.has(at)) missing.get(table)?.set(at, key);
          }
        }
      } catch (error) {
        failure = { event, error: error as Error };
        break;
      }
    }
    for (const [{ store, cells }, keys] of missing) {
      const rows = await store.load(client, [...keys.values()]);
      for (const [at, key] of keys) cells.set(at, { key, row: rows.get(at), dirty: false });
    }
    return failure;
  }
}
