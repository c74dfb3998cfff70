import type * as layouts from './files.js';
import type { ColumnOf } from './files.js';
import type { Table } from './table.js';

/** The files of the dataset, read. */
export type Tables = {
  readonly [Name in keyof typeof layouts]: Table<ColumnOf<(typeof layouts)[Name]>>;
};
