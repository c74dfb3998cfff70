import { hash } from 'node:crypto';
import type { View } from '@maillage/kernel';
import { canonical } from '@maillage/ledger';

/** What a view makes of the fixture log up to the end of one of its segments. */
export interface FoldedSegment {
  readonly segment: string;
  /** SHA-256 of the segment itself, in hex. */
  readonly log: string;
  /** Of the view's rows, as `maillage status` gives it for a log; see `digestView`. */
  readonly digest: string;
}

/** What a version of a view is, for all that can be told without reading its code. */
export interface Fingerprint {
  readonly view: string;
  readonly version: number;
  /** SHA-256 over tables, columns, keys, indexes, and what is searched and sorted by, in hex. */
  readonly shape: string;
  readonly rows: readonly FoldedSegment[];
}

export function fingerprintOf({ name, version, tables }: View, rows: readonly FoldedSegment[]): Fingerprint {
  const shape = Object.entries(tables).map(([table, { columns, primaryKey, indexes, searched, sorted }]) => ({
    table,
    // In their order, which is the table's.
    columns: Object.entries(columns),
    primaryKey,
    indexes: indexes ?? [],
    ...(searched === undefined ? {} : { searched }),
    ...(sorted === undefined ? {} : { sorted }),
  }));
  return { view: name, version, shape: sha256(canonical(shape)), rows };
}

export function segmentHash(entries: readonly string[]): string {
  return sha256(entries.map((entry) => `${entry}\n`).join(''));
}

/**
 * What is wrong with a view beside what was written down of it: its tables or its rows differ and its number does not, so
 * that running ledgers would keep what the old one had made.
 */
export function complaintsOf(written: Fingerprint, now: Fingerprint): readonly string[] {
  if (now.version < written.version) {
    return [`View ${now.view} is version ${now.version} and was ${written.version} already; numbers only rise.`];
  }
  const edited = written.rows.filter(
    ({ segment, log }) => now.rows.find((each) => each.segment === segment)?.log !== log,
  );
  if (edited.length > 0) {
    const names = edited.map(({ segment }) => segment).join(', ');
    return [
      `The fixture log’s ${names} is not what view ${now.view} was folded over: real logs are never edited. Take it back ` +
        'from git and add what is new in a segment of its own.',
    ];
  }
  if (now.version > written.version) return [];
  const changed = [
    ...(now.shape === written.shape ? [] : ['its tables, columns, keys or indexes']),
    ...written.rows
      .filter(({ segment, digest }) => now.rows.find((each) => each.segment === segment)?.digest !== digest)
      .map(({ segment }) => `its rows after ${segment}`),
  ];
  if (changed.length === 0) return [];
  return [
    `View ${now.view} has changed (${changed.join(', ')}) and is still version ${now.version}: raise its version, or ` +
      'running ledgers keep the old rows. Where that version was never published, take ' +
      `infra/generated/views/${now.view}.json back from git instead, and generate again.`,
  ];
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
