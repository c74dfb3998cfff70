import type { EvidenceItem } from '@maillage/evidence';
import {
  existing,
  idOf,
  insert,
  jsonb,
  nullable,
  one,
  oneOf,
  table,
  view,
  type Key,
  type RecordedEvent,
  type RowOf,
  type RowOfColumns,
} from '@maillage/kernel';
import { cellOf } from './cell.arithmetic.js';
import {
  AGGREGATIONS,
  CAPACITIES,
  DIRECTIONS,
  MODES,
  type Category,
  type DefinitionTerms,
  type Dimension,
  type IndicatorEvent,
  type IndicatorTarget,
  type Measured,
} from './events.js';

type Of<Type extends IndicatorEvent['type']> = RecordedEvent<Extract<IndicatorEvent, { type: Type }>>;
type OfMeasurement = Of<'MeasurementRecorded' | 'MeasurementCorrected' | 'MeasurementConfirmed'>;
type OfTargets = Of<'IndicatorDefined' | 'IndicatorTargetRevised'>;
type OfDefinition = Of<'IndicatorDefined' | 'IndicatorRevised'>;

const termsColumns = {
  name: 'text',
  description: 'text?',
  unit: 'text',
  mode: oneOf(MODES),
  direction: nullable(oneOf(DIRECTIONS)),
  aggregation: oneOf(AGGREGATIONS),
  dimensions: jsonb<readonly Dimension[]>(),
  reporter_ids: 'text[]',
  baseline_value: 'numeric?',
  baseline_on: 'date?',
  source: 'text?',
  proxy_for: 'text?',
  sdgs: 'text[]',
} as const;
/** What a definition says, by itself. */
export type TermsRow = RowOfColumns<typeof termsColumns>;

const measuredColumns = {
  value: 'numeric',
  numerator: 'numeric?',
  denominator: 'numeric?',
  period_from: 'date',
  period_to: 'date',
  place_name: 'text?',
  place_country: 'text?',
  place_code: 'text?',
  categories: jsonb<readonly Category[]>(),
  /** Free words, of entries before there were dimensions. */
  group_name: 'text?',
  /** Which part of the whole it is of, as one text; see `cellOf`. */
  cell: 'text',
  evidence: jsonb<readonly EvidenceItem[]>(),
  note: 'text?',
} as const;
/** What a measurement says, by itself. */
export type MeasuredRow = RowOfColumns<typeof measuredColumns>;

/** `indicator` and its versions, targets and measurements, and what those said before. */
export const indicators = view({
  name: 'indicators',
  version: 2,
  tables: {
    /** As it is now. */
    indicator: table({
      columns: {
        id: 'text',
        mission_id: 'text',
        definition_version: 'integer',
        ...termsColumns,
        retired_on: 'date?',
        retirement_reason: 'text?',
        defined_by: 'text',
        defined_at: 'timestamptz',
        position: 'bigint',
      },
      primaryKey: ['id'],
      indexes: [['mission_id', 'position'], ['position']],
    }).on<IndicatorEvent>({
      IndicatorDefined: one(indicatorKey, (_, event) => ({
        id: idOf(event.stream),
        mission_id: event.data.missionId,
        definition_version: 1,
        ...terms(event.data),
        retired_on: null,
        retirement_reason: null,
        defined_by: event.data.definedBy,
        defined_at: event.recordedAt,
        position: event.position.toString(),
      })),
      IndicatorRevised: one(indicatorKey, (row, event) => ({
        ...existing(row, event),
        definition_version: event.data.definitionVersion,
        ...terms(event.data),
      })),
      IndicatorRetired: one(indicatorKey, (row, event) => ({
        ...existing(row, event),
        retired_on: event.data.on,
        retirement_reason: event.data.reason,
      })),
    }),

    /** Every version of what an indicator says of itself. */
    indicator_definition: table({
      columns: {
        indicator_id: 'text',
        version: 'integer',
        ...termsColumns,
        /** The first one needs none. */
        reason: 'text?',
        made_by: 'text',
        made_on: 'date',
        position: 'bigint',
      },
      primaryKey: ['indicator_id', 'position'],
    }).on<IndicatorEvent>({
      IndicatorDefined: insert(historyKey, (event) => definitionRow(event, 1, event.data.definedBy, null)),
      IndicatorRevised: insert(historyKey, (event) =>
        definitionRow(event, event.data.definitionVersion, event.data.revisedBy, event.data.reason),
      ),
    }),

    /** Who agreed to which version, whoever wrote it included. */
    indicator_agreement: table({
      columns: {
        indicator_id: 'text',
        version: 'integer',
        organisation_id: 'text',
        agreed_on: 'date',
        position: 'bigint',
      },
      primaryKey: ['indicator_id', 'position'],
      indexes: [['indicator_id', 'version']],
    }).on<IndicatorEvent>({
      IndicatorDefined: insert(historyKey, (event) => agreement(event, 1, event.data.definedBy)),
      IndicatorRevised: insert(historyKey, (event) =>
        agreement(event, event.data.definitionVersion, event.data.revisedBy),
      ),
      IndicatorAgreed: insert(historyKey, (event) =>
        agreement(event, event.data.definitionVersion, event.data.organisationId),
      ),
    }),

    /** Every target the indicator has had, the first ones included. */
    indicator_target: table({
      columns: {
        indicator_id: 'text',
        target_id: 'text',
        position: 'bigint',
        value: 'numeric',
        upper: 'numeric?',
        from_value: 'numeric?',
        due_on: 'date?',
        categories: jsonb<readonly Category[]>(),
        /** The definition it was set in, by which it is judged. */
        definition_version: 'integer',
        /** Of several in one event, in which order. */
        turn: 'integer',
        /** Those of the definition need none. */
        reason: 'text?',
        set_by: 'text',
        set_at: 'timestamptz',
        set_on: 'date',
      },
      primaryKey: ['indicator_id', 'target_id', 'position'],
    }).on<IndicatorEvent>({
      IndicatorDefined: {
        inserts: true,
        keys: (event) => event.data.targets.map((target) => targetKey(event, target)),
        reduce: (row, event, [, targetId]) => {
          const turn = event.data.targets.findIndex((each) => each.targetId === targetId);
          const target = event.data.targets[turn];
          return target === undefined
            ? row
            : targetRow(event, target, { turn, definition_version: 1, reason: null, set_by: event.data.definedBy });
        },
      },
      IndicatorTargetRevised: insert(
        (event) => targetKey(event, event.data.target),
        (event) =>
          targetRow(event, event.data.target, {
            turn: 0,
            definition_version: event.data.definitionVersion,
            reason: event.data.reason,
            set_by: event.actor.organisation,
          }),
      ),
    }),

    /** Each measurement as it stands now. */
    measurement: table({
      columns: {
        id: 'text',
        indicator_id: 'text',
        mission_id: 'text',
        definition_version: 'integer',
        capacity: oneOf(CAPACITIES),
        ...measuredColumns,
        recorded_by: 'text',
        recorded_at: 'timestamptz',
        corrected: 'boolean',
        /** What was first recorded, once corrected: the same columns from `value` to `note`. */
        original: nullable(jsonb<MeasuredRow>()),
        /** The evaluator that said last that it is right, as it stands. */
        confirmed_by: 'text?',
        confirmed_on: 'date?',
        confirmed_evidence: jsonb<readonly EvidenceItem[]>(),
        confirmed_position: 'bigint?',
        position: 'bigint',
      },
      // Clients may choose measurement ids, which are unique within the indicator only.
      primaryKey: ['indicator_id', 'id'],
      indexes: [['indicator_id', 'period_to', 'position'], ['mission_id', 'position'], ['id']],
    }).on<IndicatorEvent>({
      MeasurementRecorded: one(measurementKey, (_, event) => recorded(event)),
      MeasurementCorrected: one(measurementKey, (row, event) => {
        const before = existing(row, event);
        const original = before.original ?? saidBy(before);
        return { ...before, ...measured(event.data), ...UNCONFIRMED, corrected: true, original };
      }),
      MeasurementConfirmed: one(measurementKey, (row, event) => ({
        ...existing(row, event),
        confirmed_by: event.data.confirmedBy,
        confirmed_on: event.data.on,
        confirmed_evidence: event.data.evidence,
        confirmed_position: event.position.toString(),
      })),
    }),

    /** What each correction made of the measurement, and why; `measurement.original` holds what came before the first. */
    measurement_correction: table({
      columns: {
        indicator_id: 'text',
        measurement_id: 'text',
        position: 'bigint',
        ...measuredColumns,
        reason: 'text',
        corrected_by: 'text',
        corrected_at: 'timestamptz',
      },
      primaryKey: ['indicator_id', 'measurement_id', 'position'],
    }).on<IndicatorEvent>({
      MeasurementCorrected: insert(
        (event) => [...measurementKey(event), event.position.toString()],
        (event) => ({
          indicator_id: idOf(event.stream),
          measurement_id: event.data.measurementId,
          position: event.position.toString(),
          ...measured(event.data),
          reason: event.data.reason,
          corrected_by: event.actor.organisation,
          corrected_at: event.recordedAt,
        }),
      ),
    }),
  },
});

export type IndicatorRow = RowOf<typeof indicators, 'indicator'>;
export type DefinitionRow = RowOf<typeof indicators, 'indicator_definition'>;
export type TargetRow = RowOf<typeof indicators, 'indicator_target'>;
export type MeasurementRow = RowOf<typeof indicators, 'measurement'>;
export type CorrectionRow = RowOf<typeof indicators, 'measurement_correction'>;

const UNCONFIRMED = { confirmed_by: null, confirmed_on: null, confirmed_evidence: [], confirmed_position: null };

function indicatorKey(event: RecordedEvent): Key {
  return [idOf(event.stream)];
}

function historyKey(event: RecordedEvent): Key {
  return [idOf(event.stream), event.position.toString()];
}

function targetKey(event: RecordedEvent, { targetId }: IndicatorTarget): Key {
  return [idOf(event.stream), targetId, event.position.toString()];
}

function measurementKey(event: OfMeasurement): Key {
  return [idOf(event.stream), event.data.measurementId];
}

function terms(data: DefinitionTerms) {
  return {
    name: data.name,
    description: data.description ?? null,
    unit: data.unit,
    mode: data.mode,
    direction: data.direction ?? null,
    aggregation: data.aggregation,
    dimensions: data.dimensions,
    reporter_ids: data.reporterIds,
    baseline_value: data.baseline?.value ?? null,
    baseline_on: data.baseline?.on ?? null,
    source: data.source ?? null,
    proxy_for: data.proxyFor ?? null,
    sdgs: data.sdgs,
  };
}

function definitionRow(event: OfDefinition, version: number, madeBy: string, reason: string | null) {
  return {
    indicator_id: idOf(event.stream),
    version,
    ...terms(event.data),
    reason,
    made_by: madeBy,
    made_on: event.data.on,
    position: event.position.toString(),
  };
}

function agreement(event: OfDefinition | Of<'IndicatorAgreed'>, version: number, organisationId: string) {
  return {
    indicator_id: idOf(event.stream),
    version,
    organisation_id: organisationId,
    agreed_on: event.data.on,
    position: event.position.toString(),
  };
}

function targetRow(
  event: OfTargets,
  target: IndicatorTarget,
  beside: Readonly<{ turn: number; definition_version: number; reason: string | null; set_by: string }>,
) {
  return {
    indicator_id: idOf(event.stream),
    target_id: target.targetId,
    position: event.position.toString(),
    value: target.value,
    upper: target.upper ?? null,
    from_value: target.from ?? null,
    due_on: target.dueOn ?? null,
    categories: target.categories,
    ...beside,
    set_at: event.recordedAt,
    set_on: event.data.on,
  };
}

function recorded(event: Of<'MeasurementRecorded'>) {
  return {
    id: event.data.measurementId,
    indicator_id: idOf(event.stream),
    mission_id: event.data.missionId,
    definition_version: event.data.definitionVersion,
    capacity: event.data.capacity,
    ...measured(event.data),
    recorded_by: event.data.recordedBy,
    recorded_at: event.recordedAt,
    corrected: false,
    original: null,
    ...UNCONFIRMED,
    position: event.position.toString(),
  };
}

/** What the measurement says, of all that its row holds. */
function saidBy(row: MeasuredRow): MeasuredRow {
  const names = Object.keys(measuredColumns) as (keyof MeasuredRow)[];
  return Object.fromEntries(names.map((name) => [name, row[name]])) as unknown as MeasuredRow;
}

function measured(data: Measured): MeasuredRow {
  return {
    value: data.value,
    numerator: data.numerator ?? null,
    denominator: data.denominator ?? null,
    period_from: data.period.from,
    period_to: data.period.to,
    place_name: data.place?.name ?? null,
    place_country: data.place?.country ?? null,
    place_code: data.place?.code ?? null,
    categories: data.categories,
    group_name: data.group ?? null,
    cell: cellOf(data),
    evidence: data.evidence,
    note: data.note ?? null,
  };
}
