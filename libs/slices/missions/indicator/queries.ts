import { sql, type RawBuilder } from 'kysely';
import {
  batchesOf,
  computedAt,
  findBy,
  listsOf,
  orderedBy,
  pagesPerParent,
  query,
  rowsOf,
  type BatchQuery,
  type Page,
  type PageInput,
} from '@maillage/engine';
import type { Direction } from './events.js';
import { indicators, type CorrectionRow, type IndicatorRow, type MeasurementRow, type TargetRow } from './view.js';

export interface MeasurementFilter {
  /** The name or the code of a place, as recorded. */
  readonly place?: string | undefined;
  readonly group?: string | undefined;
}

/** The key of a measurement in batches: its id is unique within its indicator only. */
export function measurementKey({ indicator_id, id }: Pick<MeasurementRow, 'indicator_id' | 'id'>): string {
  return `${indicator_id}/${id}`;
}

export const indicatorById = findBy('indicatorById', indicators.tables.indicator);

/** Every target each indicator has had, the first one first. */
export const targetsOfIndicator: BatchQuery<null, readonly TargetRow[]> = query(
  'targetsOfIndicator',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database
      .reading(indicators)
      .selectFrom('indicator_target')
      .selectAll()
      .where('indicator_id', 'in', keys)
      .orderBy('position')
      .execute();
    return listsOf(keys, rows, (row) => row.indicator_id);
  },
);

/** By the end of the period measured, then as recorded. */
export const measurementsOfIndicator: BatchQuery<PageInput & MeasurementFilter, Page<MeasurementRow>> = query(
  'measurementsOfIndicator',
  batchesOf({}, { place: 'name or code' }, { group: 'name' }, { place: 'name or code', group: 'name' }),
  (database, input) =>
    pagesPerParent<MeasurementRow>(database, input, {
      at: computedAt(indicators),
      order: orderedBy({ name: 'period_to', type: 'date' }),
      rows: (indicator) => {
        const { place, group } = input.args;
        let rows = database
          .reading(indicators)
          .selectFrom('measurement')
          .selectAll()
          .where('indicator_id', '=', indicator);
        if (place !== undefined) {
          rows = rows.where((is) => is.or([is('place_name', '=', place), is('place_code', '=', place)]));
        }
        if (group !== undefined) rows = rows.where('group_name', '=', group);
        return rows;
      },
    }),
);

/** By the end of the period measured, of whatever place and group; of two that end alike, the one recorded later. */
export const latestMeasurementOfIndicator: BatchQuery<null, MeasurementRow | undefined> = query(
  'latestMeasurementOfIndicator',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<MeasurementRow>`
      select latest.* from unnest(${keys}::text[]) as parent(id)
      cross join lateral (${latestOf(sql`parent.id`)}) latest`);
    return rowsOf(keys, rows, (row) => row.indicator_id);
  },
);

/** What progress is computed from. */
export interface Standing extends Pick<IndicatorRow, 'direction' | 'baseline_value' | 'target_value'> {
  /** The latest measurement of everybody everywhere: no place, no group. */
  readonly measurement: MeasurementRow | undefined;
  readonly computedAt: string;
}

interface StandingRow extends MeasurementRow {
  readonly of_id: string;
  readonly of_direction: Direction;
  readonly of_baseline: string | null;
  readonly of_target: string | null;
  readonly computed_at: string;
}

/** Terms and measurement in one statement, so that neither can be newer than the other. */
export const standingOfIndicator: BatchQuery<null, Standing | undefined> = query(
  'standingOfIndicator',
  batchesOf(null),
  async (database, { keys }) => {
    const overall = sql`and place_name is null and group_name is null`;
    const rows = await database.run(sql<StandingRow>`
      select latest.*, i.id as of_id, i.direction as of_direction, i.baseline_value as of_baseline,
        i.target_value as of_target, ${computedAt(indicators)} as computed_at
      from indicator i left join lateral (${latestOf(sql`i.id`, overall)}) latest on true
      where i.id = any(${keys}::text[])`);
    return rowsOf(keys, rows, ({ of_id }) => of_id).map((row) => row && standingFrom(row));
  },
);

function standingFrom({
  of_id: _,
  of_direction,
  of_baseline,
  of_target,
  computed_at,
  ...measured
}: StandingRow): Standing {
  return {
    direction: of_direction,
    baseline_value: of_baseline,
    target_value: of_target,
    // The join leaves all of it null where nothing was measured.
    measurement: (measured.id as string | null) === null ? undefined : measured,
    computedAt: computed_at,
  };
}

function latestOf(indicator: RawBuilder<unknown>, conditions: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  return sql`
    select * from measurement where indicator_id = ${indicator} ${conditions}
    order by period_to desc, position desc limit 1`;
}

/** Under keys as `measurementKey` makes them. */
export const measurementById = findBy('measurementById', indicators.tables.measurement);

/** What each correction made of a measurement, the first one first; under keys as `measurementKey` makes them. */
export const correctionsOfMeasurement: BatchQuery<null, readonly CorrectionRow[]> = query(
  'correctionsOfMeasurement',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database
      .reading(indicators)
      .selectFrom('measurement_correction')
      .selectAll()
      .where(sql<boolean>`(indicator_id, measurement_id) in ${pairs(keys)}`)
      .orderBy('position')
      .execute();
    return listsOf(keys, rows, (row) => measurementKey({ indicator_id: row.indicator_id, id: row.measurement_id }));
  },
);

function pairs(keys: readonly string[]) {
  return sql`(select split_part(key, '/', 1), split_part(key, '/', 2) from unnest(${keys}::text[]) key)`;
}
