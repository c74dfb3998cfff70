import type { KnownMission } from './missions.js';
import type { Recorder } from './recorder.js';
import type { Tally } from './report.js';
import type { Row } from './table.js';

/** What is in the ledger already when the rows that depend on it come. All maps are by the source's ids. */
export interface World {
  readonly recorder: Recorder;
  readonly tally: Tally;
  readonly organisations: ReadonlyMap<string, string>;
  readonly missions: ReadonlyMap<string, KnownMission>;
}

/** The dataset as a record of it names it. Part of what is recorded: another name would be other content. */
const DATASET = 'INDIGO 2025-05';

export function sourceOf(...record: readonly string[]): { readonly dataset: string; readonly record: string } {
  return {
    dataset: DATASET,
    record: record
      .filter((part) => part !== '')
      .join('/')
      .slice(0, 300),
  };
}

/** The row's mission. Without one the row is refused, and `undefined` comes back. */
export function missionOf(row: Row<'project'>, { missions, tally }: World): KnownMission | undefined {
  const id = row.cells.project.trim();
  const mission = missions.get(id);
  if (mission === undefined) tally.refused(row, 'project', absent(id, 'project', 'projects.csv'));
  return mission;
}

/** The UUID of the organisation a cell names. Without one the row is refused, and `undefined` comes back. */
export function organisationOf<Column extends string>(
  row: Row<Column>,
  column: NoInfer<Column>,
  { organisations, tally }: World,
): string | undefined {
  const id = row.cells[column].trim();
  const organisation = organisations.get(id);
  if (organisation === undefined) tally.refused(row, column, absent(id, 'organisation', 'organisations.csv'));
  return organisation;
}

export function absent(id: string, what: string, file: string): string {
  return id === '' ? 'is missing' : `${id} names no ${what} of ${file} that is recorded`;
}
