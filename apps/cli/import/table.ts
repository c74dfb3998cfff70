import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { FileLayout } from './files.js';

/** The folder cannot be imported at all. Nothing was recorded: every file is read whole before the first command. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/** A row of a file, with the line it begins on; cells by the layout's short names, as written. */
export interface Row<Column extends string = string> {
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
  /** The file's own names of the columns. */
  readonly columns: Readonly<Record<Column, string>>;
}

export interface Table<Column extends string = string> {
  readonly file: string;
  /** False where an optional file is not in the folder. */
  readonly present: boolean;
  readonly rows: readonly Row<Column>[];
}

// A quotation mark that is never closed would otherwise take the rest of the file for one cell.
const MOST_CHARACTERS = 1_000_000;

interface Parsed {
  readonly record: readonly string[];
  readonly raw: string;
}

/** Reads one file as a stream, keeping only the columns of the layout. */
export async function readTable<Column extends string>(
  folder: string,
  { file, required, columns }: FileLayout<Column>,
): Promise<Table<Column>> {
  const path = join(folder, file);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) {
    if (required) throw new ImportError(`${file} is missing from ${folder}; name a folder with the INDIGO data.`);
    return { file, present: false, rows: [] };
  }
  const reader = new Reader(file, columns);
  try {
    // Fatal: text that is not UTF-8 is an error to be told, not to be recorded as replacement characters for ever.
    const decoder = new TextDecoderStream('utf-8', { fatal: true });
    const parser = parse({
      raw: true,
      record_delimiter: ['\r\n', '\n'],
      // Fields are counted by the reader, which knows the line.
      relax_column_count: true,
      max_record_size: MOST_CHARACTERS,
      bom: true,
      // Called as the parser goes. Records read from the stream would lag behind an error it meets.
      on_record: (parsed: unknown) => {
        reader.take(parsed as Parsed);
        return null;
      },
    });
    await pipeline(createReadStream(path), Duplex.fromWeb(decoder as never), parser, drain);
  } catch (error) {
    throw malformed(file, reader.line, error);
  }
  if (!reader.hasHeader) throw new ImportError(`${file} is empty; its first line must name the columns.`);
  return { file, present: true, rows: reader.rows };
}

async function drain(nothing: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of nothing);
}

/** Makes rows of records, and knows the line on which the next one begins. */
class Reader<Column extends string> {
  readonly rows: Row<Column>[] = [];
  line = 1;
  private header: { readonly fields: number; readonly indexes: Readonly<Record<Column, number>> } | undefined;

  constructor(
    private readonly file: string,
    private readonly columns: Readonly<Record<Column, string>>,
  ) {}

  get hasHeader(): boolean {
    return this.header !== undefined;
  }

  take({ record, raw }: Parsed): void {
    const { file, line, columns, header } = this;
    const blank = record.length === 1 && record[0] === '';
    if (!blank && header === undefined) {
      this.header = { fields: record.length, indexes: locate(file, columns, record) };
    } else if (!blank && header !== undefined) {
      if (record.length !== header.fields) {
        const counted = `the row has ${record.length} fields, and the first line names ${header.fields} columns`;
        throw new ImportError(`${file}, line ${line}: ${counted}.`);
      }
      this.rows.push({ file, line, columns, cells: mapValues(header.indexes, (index) => record[index] ?? '') });
    }
    this.line += linesOf(raw);
  }
}

function locate<Column extends string>(
  file: string,
  columns: Readonly<Record<Column, string>>,
  header: readonly string[],
): Readonly<Record<Column, number>> {
  const names = header.map((name) => name.trim());
  return mapValues(columns, (name) => {
    const index = names.indexOf(name);
    if (index < 0) throw new ImportError(`${file} has no column "${name}"; its first line must name it.`);
    return index;
  });
}

/** That a record takes up. Its raw text ends with its delimiter, or with the first half of one, or with the file. */
function linesOf(raw: string): number {
  return raw.replace(/(\r\n|\n|\r)$/, '').split('\n').length;
}

/** The parser tells where it noticed; a reader looks for where the record begins. */
function malformed(file: string, begins: number, error: unknown): Error {
  if (error instanceof ImportError) return error;
  if (error instanceof CsvError) {
    return new ImportError(`${file}, line ${begins}: ${faultOf(error)}`, { cause: error });
  }
  if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return new ImportError(`${file} is not UTF-8 text; save it as UTF-8.`, { cause: error });
  }
  return error instanceof Error ? error : new Error(`${file} cannot be read.`, { cause: error });
}

function faultOf({ code, message }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') {
    return 'a quotation mark is opened here and never closed.';
  }
  if (code === 'INVALID_OPENING_QUOTE' || code === 'CSV_INVALID_CLOSING_QUOTE') {
    return 'a quotation mark stands within a field; put the field in quotation marks and double the one inside.';
  }
  return `the file is not well-formed CSV (${message}).`;
}

function mapValues<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  change: (value: From) => To,
): Readonly<Record<Key, To>> {
  return Object.fromEntries(Object.entries<From>(record).map(([key, value]) => [key, change(value)])) as Record<
    Key,
    To
  >;
}
