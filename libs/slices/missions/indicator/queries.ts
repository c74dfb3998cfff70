import { sql, type RawBuilder } from 'kysely';
import type { CalendarDate } from '@maillage/kernel';
import {
  batchesOf,
  computedAt,
  findBy,
  listsOf,
  orderedBy,
  pagesPerParent,
  query,
  remembered,
  rowsOf,
  type BatchQuery,
  type Page,
  type PageInput,
} from '@maillage/engine';
import { missions } from '../mission/view.js';
import type { Aggregation, Category, Direction, IndicatorMode } from './events.js';
import type { MeasuredFigure } from './headline.js';
import {
  indicators,
  type CorrectionRow,
  type DefinitionRow,
  type IndicatorRow,
  type MeasurementRow,
  type TargetRow,
} from './view.js';

export interface MeasurementFilter {
  /** The name or the code of a place, as recorded. */
  readonly place?: string | undefined;
  readonly group?: string | undefined;
  /** Those that have all of them, whatever else they have. */
  readonly categories?: readonly Category[] | undefined;
  readonly corrected?: boolean | undefined;
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
      .orderBy('turn')
      .execute();
    return listsOf(keys, rows, (row) => row.indicator_id);
  },
);

/** By the end of the period measured, then as recorded. */
export const measurementsOfIndicator: BatchQuery<PageInput & MeasurementFilter, Page<MeasurementRow>> = query(
  'measurementsOfIndicator',
  batchesOf(
    {},
    { place: 'name or code' },
    { group: 'name' },
    { place: 'name or code', group: 'name' },
    { categories: [{ dimension: 'sex', code: 'F' }] },
    { corrected: true },
  ),
  (database, input) =>
    pagesPerParent<MeasurementRow>(database, input, {
      at: computedAt(indicators),
      order: orderedBy({ name: 'period_to', type: 'date' }),
      rows: (indicator) => {
        const { place, group, categories, corrected } = input.args;
        let rows = database
          .reading(indicators)
          .selectFrom('measurement')
          .selectAll()
          .where('indicator_id', '=', indicator);
        if (place !== undefined) {
          rows = rows.where((is) => is.or([is('place_name', '=', place), is('place_code', '=', place)]));
        }
        if (group !== undefined) rows = rows.where('group_name', '=', group);
        if (categories !== undefined) {
          rows = rows.where(sql<boolean>`categories @> ${JSON.stringify(categories)}::jsonb`);
        }
        if (corrected !== undefined) rows = rows.where('corrected', '=', corrected);
        return rows;
      },
    }),
);

export interface MeasuredPlace {
  readonly name: string;
  readonly country: string | null;
  readonly code: string | null;
}

/** Every place that figures of each indicator are of, by name. */
export const placesMeasured: BatchQuery<null, readonly MeasuredPlace[]> = query(
  'placesMeasured',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<MeasuredPlace & { readonly indicator_id: string }>`
      select distinct indicator_id, place_name as name, place_country as country, place_code as code
      from measurement where indicator_id = any(${keys}::text[]) and place_name is not null
      order by indicator_id, name, country, code`);
    return listsOf(keys, rows, (row) => row.indicator_id).map((list) =>
      list.map(({ name, country, code }) => ({ name, country, code })),
    );
  },
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

/** What a figure is judged by: a version of a definition. */
export interface Definition {
  readonly version: number;
  readonly mode: IndicatorMode;
  readonly direction: Direction | null;
  readonly aggregation: Aggregation;
  readonly unit: string;
  readonly baseline: string | null;
}

/** A target as it was set. */
export interface SetTarget {
  readonly targetId: string;
  readonly position: string;
  readonly value: string;
  readonly upper: string | null;
  readonly from: string | null;
  readonly dueOn: CalendarDate | null;
  readonly setOn: CalendarDate;
  readonly categories: readonly Category[];
  readonly definitionVersion: number;
}

/** What progress is computed from. */
export interface Standing extends Pick<IndicatorRow, 'definition_version' | 'retired_on'> {
  readonly definitions: readonly Definition[];
  /** Every one it has had, the first one first. */
  readonly targets: readonly SetTarget[];
  /** All that may make a figure and, of those by others than its reporters, the latest of each part by each. */
  readonly figures: readonly MeasuredFigure[];
  readonly computedAt: string;
}

/** As JSON has it: numbers wider than JavaScript's are texts there as well. */
type FigureJson = Omit<MeasuredFigure, 'confirmedAt' | 'position'> & {
  readonly confirmedAt: string | null;
  readonly position: string;
};

interface StandingRow extends Pick<Standing, 'definition_version' | 'retired_on' | 'definitions' | 'targets'> {
  readonly id: string;
  readonly figures: readonly FigureJson[];
  readonly computed_at: string;
}

const DEFINITIONS = sql`
  select json_agg(json_build_object('version', d.version, 'mode', d.mode, 'direction', d.direction,
    'aggregation', d.aggregation, 'unit', d.unit, 'baseline', d.baseline_value::text) order by d.version)
  from indicator_definition d where d.indicator_id = i.id`;

const TARGETS = sql`
  select json_agg(json_build_object('targetId', t.target_id, 'position', t.position::text, 'value', t.value::text,
    'upper', t.upper::text, 'from', t.from_value::text, 'dueOn', t.due_on, 'setOn', t.set_on, 'categories', t.categories,
    'definitionVersion', t.definition_version) order by t.position, t.turn)
  from indicator_target t where t.indicator_id = i.id`;

/** Of measurements `m` as they stand. */
const FIGURE = sql`json_build_object('id', m.id, 'recordedBy', m.recorded_by, 'capacity', m.capacity,
    'period', json_build_object('from', m.period_from, 'to', m.period_to), 'everywhere', m.place_name is null,
    'group', m.group_name, 'categories', m.categories, 'cell', m.cell, 'value', m.value::text,
    'numerator', m.numerator::text, 'denominator', m.denominator::text,
    'confirmedAt', m.confirmed_position::text, 'recordedOn', (m.recorded_at at time zone 'UTC')::date,
    'position', m.position::text)`;

/** Of what makes no sum or mean, only what ends last is needed; of what others report, only what each reported last. */
const FIGURES = sql`
  select json_agg(${FIGURE} order by m.position)
  from (
    select *, rank() over (partition by cell, capacity = 'OTHER' order by period_to desc) as turn,
      row_number() over (partition by cell, capacity = 'OTHER', recorded_by order by period_to desc, position desc) as own
    from measurement where indicator_id = i.id
  ) m
  where case when m.capacity = 'OTHER' then m.own = 1 else m.turn = 1 or exists (
    select from indicator_definition d where d.indicator_id = i.id and d.aggregation in ('SUM', 'MEAN')) end`;

const EVERY_FIGURE = sql`
  select json_agg(${FIGURE} order by m.position) from measurement m where m.indicator_id = i.id`;

/** A figure takes some hundred bytes; see `remembered`. */
const FIGURES_OF_A_SIZE = 10;

export const standingOfIndicator = standingQuery('standingOfIndicator', FIGURES);

/** The same with every measurement, which tells what became of each target. */
export const historyOfIndicator = standingQuery('historyOfIndicator', EVERY_FIGURE);

/** Terms, targets and figures in one statement, so that none can be newer than another. */
function standingQuery(name: string, figures: RawBuilder<unknown>): BatchQuery<null, Standing | undefined> {
  return remembered(
    name,
    [indicators],
    batchesOf(null),
    async (database, { keys }, stand) => {
      const rows = await database.run(sql<StandingRow & { readonly stand: string }>`
        select ${stand} as stand, i.id, i.definition_version, i.retired_on, (${DEFINITIONS}) as definitions,
          coalesce((${TARGETS}), '[]') as targets, coalesce((${figures}), '[]') as figures,
          ${computedAt(indicators)} as computed_at
        from indicator i where i.id = any(${keys}::text[])`);
      return rowsOf(keys, rows, ({ id }) => id).map((row) => ({ value: row && standingFrom(row), stand: row?.stand }));
    },
    (standing) => 1 + Math.ceil((standing?.figures.length ?? 0) / FIGURES_OF_A_SIZE),
  );
}

function standingFrom({ figures, computed_at: computedAt, ...row }: StandingRow): Standing {
  const { definition_version, retired_on, definitions, targets } = row;
  return {
    definition_version,
    retired_on,
    definitions,
    targets,
    figures: figures.map(({ confirmedAt, position, ...each }) => ({
      ...each,
      confirmedAt: confirmedAt === null ? null : BigInt(confirmedAt),
      position: BigInt(position),
    })),
    computedAt,
  };
}

/** By mission, in the order of definition. */
export const indicatorIdsOfMission: BatchQuery<null, readonly string[]> = query(
  'indicatorIdsOfMission',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database
      .reading(indicators)
      .selectFrom('indicator')
      .select(['id', 'mission_id'])
      .where('mission_id', 'in', keys)
      .orderBy('position')
      .execute();
    return listsOf(keys, rows, (row) => row.mission_id).map((list) => list.map(({ id }) => id));
  },
);

/** How many of those that take part now agreed to the present version. */
export interface AgreementRow {
  readonly indicator_id: string;
  readonly members: number;
  /** Of those, in the order of agreeing. */
  readonly agreed: readonly string[];
  readonly computed_at: string;
}

export const agreementOfIndicator: BatchQuery<null, AgreementRow | undefined> = query(
  'agreementOfIndicator',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<AgreementRow>`
      select i.id as indicator_id, count(member.organisation_id)::integer as members,
        coalesce(array_agg(a.organisation_id order by a.position) filter (where a.position is not null), '{}') as agreed,
        ${computedAt(indicators, missions)} as computed_at
      from indicator i
      left join mission_member member on member.mission_id = i.mission_id and member.left_at is null
      left join indicator_agreement a on a.indicator_id = i.id and a.version = i.definition_version
        and a.organisation_id = member.organisation_id
      where i.id = any(${keys}::text[])
      group by i.id`);
    return rowsOf(keys, rows, (row) => row.indicator_id);
  },
);

/** Every version of what each indicator says of itself, the first one first. */
export const definitionsOfIndicator: BatchQuery<null, readonly DefinitionRow[]> = query(
  'definitionsOfIndicator',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database
      .reading(indicators)
      .selectFrom('indicator_definition')
      .selectAll()
      .where('indicator_id', 'in', keys)
      .orderBy('version')
      .execute();
    return listsOf(keys, rows, (row) => row.indicator_id);
  },
);

function latestOf(indicator: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select * from measurement where indicator_id = ${indicator}
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
