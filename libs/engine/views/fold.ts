import { inFoldOrder, type Change, type Key, type RecordedEvent, type Row, type View } from '@maillage/kernel';
import type { ClientBase } from 'pg';
import { foldedTable, rowAt, type Cell, type FoldedTable } from './folded-table.js';
import { Journal } from './journal.js';
import { KeyFilter } from './key-filter.js';
import { spell } from './table-store.js';

/** What a cause does to one table: a reducer takes events, a follower takes changes. */
interface Rule<Cause> {
  keys(cause: Cause): readonly Key[];
  reduce(row: Row | undefined, cause: Cause, key: Key): Row | undefined;
  readonly inserts?: boolean;
}

interface Step<Cause> {
  readonly table: FoldedTable;
  readonly rule: Rule<Cause>;
}

/** One row that a cause touches. */
interface Touch<Cause> extends Step<Cause> {
  readonly key: Key;
  readonly at: string;
}

interface Planned<Cause> {
  readonly event: RecordedEvent;
  readonly cause: Cause;
  readonly touches: readonly Touch<Cause>[];
}

interface Plan<Cause> {
  readonly planned: readonly Planned<Cause>[];
  readonly failure: ReducerFailure | undefined;
}

/** Where a reducer threw, and what. The events before it are folded. */
export interface ReducerFailure {
  readonly event: RecordedEvent;
  readonly error: Error;
}

/** Lets one statement at a time onto a connection that several folds share. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

export interface Bulk {
  readonly turn: Turn;
  /** About how many are to be folded. */
  readonly events: number;
}

/**
 * Folds events into the rows of one view in memory, between one bulk load and one bulk write per table. A table that follows
 * another is loaded once what happened to that one is known.
 *
 * @param bulk for tables that begin empty, without primary keys, and that nobody else writes (a rebuild): keys that were
 * never written need not be looked for, and their rows are copied in. `turn` is waited for before each use of the
 * connection; folding goes on meanwhile.
 */
export class ViewFold {
  private readonly tables: readonly FoldedTable[];
  private readonly steps = new Map<string, Step<RecordedEvent>[]>();
  /** Each after the table it follows has been folded. */
  private readonly followers: readonly { readonly followed: FoldedTable; readonly steps: readonly Step<Change>[] }[];
  private readonly written: KeyFilter | undefined;
  private spilling: Promise<void> = Promise.resolve();

  constructor(
    view: View,
    tableName: (name: string) => string,
    private readonly bulk: Bulk | false,
  ) {
    this.written = bulk === false ? undefined : new KeyFilter(bulk.events);
    const followed = new Set(Object.values(view.tables).map(({ follows }) => follows?.table));
    const byName = new Map<string, FoldedTable>();
    const followers: (typeof this.followers)[number][] = [];
    for (const name of inFoldOrder(view)) {
      const definition = view.tables[name];
      if (definition === undefined) continue;
      const { on, follows } = definition;
      const held = { bulk: bulk !== false, followed: followed.has(name) };
      const table = foldedTable(tableName(name), name, definition, held);
      byName.set(name, table);
      for (const [type, rule] of Object.entries(on)) {
        this.steps.set(type, [...(this.steps.get(type) ?? []), { table, rule }]);
      }
      const source = follows && byName.get(follows.table);
      if (follows !== undefined && source !== undefined)
        followers.push({ followed: source, steps: [{ table, rule: follows }] });
    }
    this.tables = [...byName.values()];
    this.followers = followers;
  }

  /** Rows held in memory. */
  get size(): number {
    return this.tables.reduce((sum, { cells, lines }) => sum + cells.size + lines.length, 0);
  }

  /**
   * Folds the events in order and stops before the first one a reducer or a follower throws on. The tables that take
   * their rows from events are folded over the whole batch first, then those that follow them, and so on.
   */
  async fold(client: ClientBase, events: readonly RecordedEvent[]): Promise<ReducerFailure | undefined> {
    const journal = this.followers.length === 0 ? undefined : new Journal();
    const plan = planOf(
      events,
      (event) => event,
      ({ type }) => this.steps.get(type),
    );
    let failure = await this.stage(client, plan, journal);
    if (journal === undefined) return failure;
    for (const { followed, steps } of this.followers) {
      const changes = journal.changesOf(followed, failure?.event.position);
      const second = planOf(
        changes,
        ({ event }) => event,
        () => steps,
      );
      // Only changes before the failure known so far are folded: another one is earlier.
      failure = (await this.stage(client, second, journal)) ?? failure;
    }
    if (failure !== undefined) journal.undo(failure.event.position);
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
   * writing goes on while more is folded. Should it fail, the next call throws its error.
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

  private async stage<Cause>(
    client: ClientBase,
    { planned, failure }: Plan<Cause>,
    journal: Journal | undefined,
  ): Promise<ReducerFailure | undefined> {
    await this.load(client, planned);
    for (const each of planned) {
      try {
        this.apply(each, journal);
      } catch (error) {
        return { event: each.event, error: error as Error };
      }
    }
    return failure;
  }

  /** All effects of a cause, or none: they are computed before the first is kept. */
  private apply<Cause>({ event, cause, touches }: Planned<Cause>, journal: Journal | undefined): void {
    const rows = touches.map(({ table, rule, key, at }) => rule.reduce(rowAt(table, at), cause, key));
    for (const [n, { table, key, at }] of touches.entries()) {
      journal?.note(event, table, at, rows[n]);
      this.keep(table, key, at, rows[n]);
    }
  }

  private keep(table: FoldedTable, key: Key, at: string, row: Row | undefined): void {
    if (this.bulk !== false && !table.revisited) {
      if (row !== undefined) table.lines.push(table.store.line(row));
      return;
    }
    const cell = table.cells.get(at);
    if (cell === undefined) {
      // A cell that is leaving is stored by the time this one is written: spills follow one another.
      const left = table.leaving.get(at);
      table.cells.set(at, { key, row, dirty: true, stored: left?.row !== undefined });
    } else {
      cell.row = row;
      cell.dirty = true;
    }
  }

  /** Brings rows into memory that were written earlier, one query per table. */
  private async load<Cause>(client: ClientBase, plan: readonly Planned<Cause>[]): Promise<void> {
    const missing = new Map<FoldedTable, Map<string, Key>>();
    for (const { touches } of plan) {
      for (const { table, rule, key, at } of touches) {
        if (rule.inserts === true || table.cells.has(at) || table.leaving.has(at)) continue;
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

/** Which rows the causes touch, up to the first whose rule cannot tell. */
function planOf<Cause>(
  causes: readonly Cause[],
  eventOf: (cause: Cause) => RecordedEvent,
  stepsOf: (cause: Cause) => readonly Step<Cause>[] | undefined,
): Plan<Cause> {
  const planned: Planned<Cause>[] = [];
  for (const cause of causes) {
    const steps = stepsOf(cause);
    if (steps === undefined) continue;
    const touches: Touch<Cause>[] = [];
    try {
      for (const step of steps) touch(touches, step, cause);
    } catch (error) {
      return { planned, failure: { event: eventOf(cause), error: error as Error } };
    }
    planned.push({ event: eventOf(cause), cause, touches });
  }
  return { planned, failure: undefined };
}

function touch<Cause>(touches: Touch<Cause>[], { table, rule }: Step<Cause>, cause: Cause): void {
  const keys = rule.keys(cause);
  const seen = keys.length > 1 ? new Set<string>() : undefined;
  for (const key of keys) {
    const at = spell(key);
    // A key named twice is one row, touched once.
    if (seen?.has(at) === true) continue;
    seen?.add(at);
    touches.push({ table, rule, key, at });
  }
}
