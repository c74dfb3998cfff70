import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Row, Table } from './table.js';

/** A cell that was not taken. A refused row names the one that decided; a note, one that was left out of a recorded row. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

export interface FileReport {
  readonly file: string;
  readonly rows: number;
  /** In the ledger, be it from this import or an earlier one. */
  readonly recorded: number;
  /** Of the recorded, those for which this import appended nothing. */
  readonly unchanged: number;
  readonly refused: number;
  /** Appended by this import for the rows of this file, the listings they call for included. */
  readonly events: number;
}

export interface ImportReport {
  readonly files: readonly FileReport[];
  readonly totals: Omit<FileReport, 'file'>;
  readonly refused: readonly Finding[];
  readonly notes: readonly Finding[];
}

interface Counts {
  rows: number;
  recorded: number;
  unchanged: number;
  refused: number;
  events: number;
}

/** Keeps the books of an import: every row is settled once, as recorded or as refused. */
export class Tally {
  private readonly files = new Map<string, Counts>();
  private readonly open = new Set<Row>();
  private readonly refusedRows: Finding[] = [];
  private readonly noted: Finding[] = [];

  constructor(tables: readonly Table[]) {
    for (const { file, present, rows } of tables) {
      if (!present) continue;
      this.files.set(file, { rows: rows.length, recorded: 0, unchanged: 0, refused: 0, events: 0 });
      for (const row of rows) this.open.add(row);
    }
  }

  recorded(row: Row, events: number): void {
    const counts = this.settle(row);
    counts.recorded += 1;
    counts.events += events;
    if (events === 0) counts.unchanged += 1;
  }

  refused<Column extends string>(row: Row<Column>, column: Column | undefined, reason: string): void {
    this.settle(row).refused += 1;
    this.refusedRows.push(finding(row, column, reason));
  }

  note<Column extends string>(row: Row<Column>, column: Column, reason: string): void {
    this.noted.push(finding(row, column, reason));
  }

  /** Events that a file's rows call for without being any one row's. */
  alsoRecorded(file: string, events: number): void {
    this.countsOf(file).events += events;
  }

  isSettled(row: Row): boolean {
    return !this.open.has(row);
  }

  report(): ImportReport {
    const [forgotten] = this.open;
    if (forgotten !== undefined) throw new Error(`${forgotten.file}, line ${forgotten.line} was never settled.`);
    const files = [...this.files].map(([file, counts]): FileReport => ({ file, ...counts }));
    const sum = (of: keyof Counts): number => files.reduce((total, file) => total + file[of], 0);
    const totals = {
      rows: sum('rows'),
      recorded: sum('recorded'),
      unchanged: sum('unchanged'),
      refused: sum('refused'),
      events: sum('events'),
    };
    return { files, totals, refused: inOrder(this.refusedRows), notes: inOrder(this.noted) };
  }

  private settle(row: Row): Counts {
    if (!this.open.delete(row)) throw new Error(`${row.file}, line ${row.line} was settled twice.`);
    return this.countsOf(row.file);
  }

  private countsOf(file: string): Counts {
    const counts = this.files.get(file);
    if (counts === undefined) throw new Error(`${file} is not among the files read.`);
    return counts;
  }
}

/** For a terminal: a line per file, the totals, and why rows were refused. */
export function formatReport({ files, totals, refused, notes }: ImportReport): string {
  const columns = ['rows', 'recorded', 'refused', 'events'] as const;
  const body = [...files, { file: 'total', ...totals }];
  const width = Math.max(...body.map(({ file }) => file.length));
  const line = (name: string, cells: readonly string[]): string =>
    [name.padEnd(width), ...cells.map((cell) => cell.padStart(9))].join(' ');
  return [
    line('file', columns),
    ...body.map((row) =>
      line(
        row.file,
        columns.map((column) => String(row[column])),
      ),
    ),
    ...section('Refused:', refused),
    ...section('Left out of recorded rows:', notes),
  ].join('\n');
}

/** Refused rows as CSV. What a spreadsheet would run as a formula is escaped, since cells quote the source. */
export async function writeFindings(path: string, findings: readonly Finding[]): Promise<void> {
  const rows = stringify({
    header: true,
    columns: ['file', 'line', 'column', 'value', 'reason'],
    escape_formulas: true,
  });
  await pipeline(Readable.from(findings), rows, createWriteStream(path));
}

const MOST_LINES = 25;

function section(title: string, findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { file, column, reason } of findings) {
    // Ids and figures within a reason would make a line of its own for each row.
    const kind = `${file}${column === '' ? '' : `, ${column}`}: ${reason.replace(/[0-9a-f-]{36}|INDIGO-[A-Z]+-\d+/g, '…')}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const lines = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${String(count).padStart(6)}  ${kind}`);
  const more = lines.length - MOST_LINES;
  return ['', title, ...lines.slice(0, MOST_LINES), ...(more > 0 ? [`        and ${more} more kinds`] : [])];
}

function finding<Column extends string>(row: Row<Column>, column: Column | undefined, reason: string): Finding {
  const { file, line } = row;
  return column === undefined
    ? { file, line, column: '', value: '', reason }
    : { file, line, column: row.columns[column], value: row.cells[column], reason };
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line);
}
