import type { Change, RecordedEvent, Row } from '@maillage/kernel';
import { rowAt, type Cell, type FoldedTable } from './folded-table.js';

interface Entry {
  readonly position: bigint;
  readonly table: FoldedTable;
  readonly at: string;
  /** What was in memory under the key; undefined where nothing was. */
  readonly cell: Cell | undefined;
  readonly row: Row | undefined;
  readonly dirty: boolean;
  /** How many lines the table had. */
  readonly lines: number;
}

/**
 * What one batch of events does to the rows of a view with followers: the changes they are to hear of, and how to take
 * back the latest events' part, since a follower may throw on an event when its base tables have folded later ones.
 */
export class Journal {
  private readonly entries: Entry[] = [];
  private readonly changes = new Map<FoldedTable, Change[]>();

  /** To be called just before `row` takes its place. */
  note(event: RecordedEvent, table: FoldedTable, at: string, row: Row | undefined): void {
    const cell = table.cells.get(at);
    const before = cell === undefined ? rowAt(table, at) : cell.row;
    const dirty = cell?.dirty ?? false;
    this.entries.push({ position: event.position, table, at, cell, row: before, dirty, lines: table.lines.length });
    if (!table.followed || before === row) return;
    const changes = this.changes.get(table);
    if (changes === undefined) this.changes.set(table, [{ before, after: row, event }]);
    else changes.push({ before, after: row, event });
  }

  /** How the table's rows changed, in order, by events before `end`. */
  changesOf(table: FoldedTable, end: bigint | undefined): readonly Change[] {
    const changes = this.changes.get(table) ?? [];
    return end === undefined ? changes : changes.filter(({ event }) => event.position < end);
  }

  /** Puts the rows back as they were before the event at `position`. */
  undo(position: bigint): void {
    for (const { table, at, cell, ...was } of this.entries.reverse()) {
      if (was.position < position) continue;
      table.lines.length = was.lines;
      if (cell === undefined) table.cells.delete(at);
      else {
        cell.row = was.row;
        cell.dirty = was.dirty;
      }
    }
  }
}
