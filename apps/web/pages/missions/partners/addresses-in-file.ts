import { parse } from 'csv-parse/browser/esm/sync';
import { addressesOf } from './addresses-in.js';

/** As spreadsheets save them, by country. */
const DELIMITERS = [',', ';', '\t'];

/** @param content of a CSV; a line that breaks its rules is told of by the report, and not by none being read. */
export function addressesInCsv(content: string): readonly string[] {
  const rows = parse(content, {
    delimiter: DELIMITERS,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  return addressesOf(rows);
}
