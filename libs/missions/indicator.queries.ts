import { sql, type SelectQueryBuilder } from 'kysely';
import { calendarDate } from '@maillage/kernel';
import {
  listsOf,
  pageBounds,
  PageError,
  pagesOf,
  positionIn,
  query,
  type BatchQuery,
  type Page,
  type PageBounds,
  type PageInput,
} from '@maillage/engine';
import type { Direction, EvidenceLink } from './indicator.events.js';

/** A row of `indicator`, in the view `indicators`. */
export interface IndicatorRow {
  readonly id: string;
  readonly mission_id: string;
  readonly name: string;
  readonly description: string | null;
  readonly unit: string;
  readonly direction: Direction;
  readonly baseline_value: string | null;
  readonly baseline_on: string | null;
  readonly target_value: string | null;
  readonly target_due_on: string | null;
  readonly source: string | null;
  readonly proxy_for: string | null;
  readonly sdgs: readonly string[];
  readonly defined_by: string;
  readonly defined_at: string;
  readonly position: string;
}

export interface TargetRow {
  readonly indicator_id: string;
  readonly position: string;
  readonly value: string;
  readonly due_on: string | null;
  readonly reason: string | null;
  readonly set_by: string;
  readonly set_at: string;
}

/** What a measurement says, by itself. */
export interface MeasuredRow {
  readonly value: string;
  readonly period_from: string;
  readonly period_to: string;
  readonly place_name: string | null;
  readonly place_country: string | null;
  readonly place_code: string | null;
  readonly group_name: string | null;
  readonly evidence: readonly EvidenceLink[];
  readonly note: string | null;
}

export interface MeasurementRow extends MeasuredRow {
  readonly id: string;
  readonly indicator_id: string;
  readonly mission_id: string;
  readonly recorded_by: string;
  readonly recorded_at: string;
  readonly corrected: boolean;
  readonly original: MeasuredRow | null;
  readonly position: string;
}

export interface CorrectionRow extends MeasuredRow {
  readonly indicator_id: string;
  readonly measurement_id: string;
  readonly position: string;
  readonly reason: string;
  readonly corrected_by: string;
  readonly corrected_at: string;
}

interface Tables {
  indicator: IndicatorRow;
  indicator_target: TargetRow;
  measurement: MeasurementRow;
  measurement_correction: CorrectionRow;
}

export interface MeasurementFilter {
  /** The name or the code of a place, as recorded. */
  readonly place?: string | undefined;
  readonly group?: string | undefined;
}

/** The key of a measurement in batches: its id is unique within its indicator only. */
export function measurementKey({ indicator_id, id }: Pick<MeasurementRow, 'indicator_id' | 'id'>): string {
  return `${indicator_id}/${id}`;
}

export const indicatorById: BatchQuery<null, IndicatorRow | undefined> = query(
  'indicatorById',
  async (database, { keys }) => {
    const rows = await database.as<Tables>().selectFrom('indicator').selectAll().where('id', 'in', keys).execute();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return keys.map((id) => byId.get(id));
  },
);

/** In the order of their definition. */
export const indicatorsOfMission: BatchQuery<PageInput, Page<IndicatorRow>> = query(
  'indicatorsOfMission',
  async (database, { keys, args }) => {
    const bounds = pageBounds(args, 1);
    const after = bounds.after === undefined ? undefined : positionIn(bounds.after[0]);
    const rows = await database
      .as<Tables>()
      .selectFrom(sql<{ id: string }>`unnest(${keys}::text[])`.as<'mission'>(sql`mission(id)`))
      .crossJoinLateral((db) => {
        let page = db.selectFrom('indicator').selectAll('indicator').whereRef('mission_id', '=', 'mission.id');
        if (after !== undefined) page = page.where('position', '>', after);
        return page
          .orderBy('position')
          .limit(bounds.limit + 1)
          .as('page');
      })
      .selectAll('page')
      .orderBy('page.position')
      .execute();
    return pagesOf(keys, rows, (row) => row.mission_id, bounds);
  },
);

/** Every target each indicator has had, the first one first. */
export const targetsOfIndicator: BatchQuery<null, readonly TargetRow[]> = query(
  'targetsOfIndicator',
  async (database, { keys }) => {
    const rows = await database
      .as<Tables>()
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
  async (database, { keys, args }) => {
    const bounds = pageBounds(args, 2);
    const after = afterMeasurement(bounds);
    const { place, group } = args;
    const rows = await database
      .as<Tables>()
      .selectFrom(sql<{ id: string }>`unnest(${keys}::text[])`.as<'parent'>(sql`parent(id)`))
      .crossJoinLateral((db) => {
        let page = db.selectFrom('measurement').selectAll('measurement').whereRef('indicator_id', '=', 'parent.id');
        if (place !== undefined) {
          page = page.where((is) => is.or([is('place_name', '=', place), is('place_code', '=', place)]));
        }
        if (group !== undefined) page = page.where('group_name', '=', group);
        if (after !== undefined) {
          page = page.where(sql<boolean>`(period_to, position) > (${after.periodTo}::date, ${after.position}::bigint)`);
        }
        return page
          .orderBy('period_to')
          .orderBy('position')
          .limit(bounds.limit + 1)
          .as('page');
      })
      .selectAll('page')
      .orderBy('page.period_to')
      .orderBy('page.position')
      .execute();
    return pagesOf(keys, rows, (row) => row.indicator_id, bounds);
  },
);

export interface LatestOf {
  /** Only what was measured of everybody everywhere: no place, no group. */
  readonly overall: boolean;
}

/** By the end of the period measured; of two that end alike, the one recorded later. */
export const latestMeasurementOfIndicator: BatchQuery<LatestOf, MeasurementRow | undefined> = query(
  'latestMeasurementOfIndicator',
  async (database, { keys, args }) => {
    const rows = await database
      .as<Tables>()
      .selectFrom(sql<{ id: string }>`unnest(${keys}::text[])`.as<'parent'>(sql`parent(id)`))
      .crossJoinLateral((db) => {
        let latest = db.selectFrom('measurement').selectAll('measurement').whereRef('indicator_id', '=', 'parent.id');
        if (args.overall) latest = latest.where('place_name', 'is', null).where('group_name', 'is', null);
        return latest.orderBy('period_to', 'desc').orderBy('position', 'desc').limit(1).as('latest');
      })
      .selectAll('latest')
      .execute();
    const byIndicator = new Map(rows.map((row) => [row.indicator_id, row]));
    return keys.map((id) => byIndicator.get(id));
  },
);

/** Under keys as `measurementKey` makes them. */
export const measurementById: BatchQuery<null, MeasurementRow | undefined> = query(
  'measurementById',
  async (database, { keys }) => {
    const rows: SelectQueryBuilder<Tables, 'measurement', MeasurementRow> = database
      .as<Tables>()
      .selectFrom('measurement')
      .selectAll()
      .where(sql<boolean>`(indicator_id, id) in ${pairs(keys)}`);
    const byKey = new Map((await rows.execute()).map((row) => [measurementKey(row), row]));
    return keys.map((key) => byKey.get(key));
  },
);

/** What each correction made of a measurement, the first one first; under keys as `measurementKey` makes them. */
export const correctionsOfMeasurement: BatchQuery<null, readonly CorrectionRow[]> = query(
  'correctionsOfMeasurement',
  async (database, { keys }) => {
    const rows = await database
      .as<Tables>()
      .selectFrom('measurement_correction')
      .selectAll()
      .where(sql<boolean>`(indicator_id, measurement_id) in ${pairs(keys)}`)
      .orderBy('position')
      .execute();
    return listsOf(keys, rows, (row) => measurementKey({ indicator_id: row.indicator_id, id: row.measurement_id }));
  },
);

export const byPeriod = ({ period_to, position }: MeasurementRow): readonly string[] => [period_to, position];

function pairs(keys: readonly string[]) {
  return sql`(select split_part(key, '/', 1), split_part(key, '/', 2) from unnest(${keys}::text[]) key)`;
}

function afterMeasurement({ after }: PageBounds): { periodTo: string; position: string } | undefined {
  if (after === undefined) return undefined;
  const periodTo = calendarDate.safeParse(after[0]);
  if (!periodTo.success) {
    throw new PageError(
      'after: this is not a cursor of measurements; take it from pageInfo.endCursor of the same list.',
    );
  }
  return { periodTo: periodTo.data, position: positionIn(after[1]) };
}
