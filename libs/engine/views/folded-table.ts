import type { Key, Row, ViewTable } from '@maillage/kernel';
import { TableStore } from './table-store.js';

/** One row in memory. */
export interface Cell {
  readonly key: Key;
  row: Row | undefined;
  dirty: boolean;
  /** Whether the table holds a row under this key, as far as is known. */
  stored: boolean;
}

/** A view's table and what a fold holds of it in memory. */
export interface FoldedTable {
  readonly store: TableStore;
  cells: Map<string, Cell>;
  /** On their way to the table, or written lately. They are taken back into `cells` when they are touched again. */
  leaving: Map<string, Cell>;
  /** Whether the table has its primary key, without which it can be copied into but not looked up in. */
  keyed: boolean;
  /** Whether a key, once written, may be touched again. */
  readonly revisited: boolean;
  /** Whether another table takes its rows from the changes of this one. */
  readonly followed: boolean;
  /**
   * In bulk, the rows of a table whose keys are never touched again, as they are copied in: half the memory of cells, and
   * nothing for the collector to trace.
   */
  lines: string[];
}

/** @param name in the database, of what is `of` in the view. */
export function foldedTable(
  name: string,
  of: string,
  table: ViewTable,
  held: { bulk: boolean; followed: boolean },
): FoldedTable {
  const rules = table.follows === undefined ? Object.values(table.on) : [table.follows];
  return {
    store: storeOf(name, of, table),
    cells: new Map(),
    leaving: new Map(),
    keyed: !held.bulk,
    revisited: rules.some(({ inserts }) => inserts !== true),
    followed: held.followed,
    lines: [],
  };
}

/** The row under a key, where it is in memory. */
export function rowAt({ cells, leaving }: FoldedTable, at: string): Row | undefined {
  return (cells.get(at) ?? leaving.get(at))?.row;
}

const stores = new WeakMap<ViewTable, Map<string, TableStore>>();

/** A live view is folded many times a second: its statements are spelt once. */
function storeOf(name: string, of: string, table: ViewTable): TableStore {
  const byName = stores.get(table) ?? new Map<string, TableStore>();
  stores.set(table, byName);
  const store = byName.get(name) ?? new TableStore(name, table, of);
  byName.set(name, store);
  return store;
}
