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
import { DIRECTIONS, type IndicatorEvent, type IndicatorTarget, type Measured } from './events.js';

type Of<Type extends IndicatorEvent['type']> = RecordedEvent<Extract<IndicatorEvent, { type: Type }>>;
type OfMeasurement = Of<'MeasurementRecorded'> | Of<'MeasurementCorrected'>;

const measuredColumns = {
  value: 'numeric',
  period_from: 'date',
  period_to: 'date',
  place_name: 'text?',
  place_country: 'text?',
  place_code: 'text?',
  group_name: 'text?',
  evidence: jsonb<readonly EvidenceItem[]>(),
  note: 'text?',
} as const;
/** What a measurement says, by itself. */
export type MeasuredRow = RowOfColumns<typeof measuredColumns>;

/** `indicator`, `measurement` and what they said before: `indicator_target`, `measurement_correction`. */
export const indicators = view({
  name: 'indicators',
  version: 1,
  tables: {
    indicator: table({
      columns: {
        id: 'text',
        mission_id: 'text',
        name: 'text',
        description: 'text?',
        unit: 'text',
        direction: oneOf(DIRECTIONS),
        baseline_value: 'numeric?',
        baseline_on: 'date?',
        target_value: 'numeric?',
        target_due_on: 'date?',
        source: 'text?',
        proxy_for: 'text?',
        sdgs: 'text[]',
        defined_by: 'text',
        defined_at: 'timestamptz',
        position: 'bigint',
      },
      primaryKey: ['id'],
      indexes: [['mission_id', 'position'], ['position']],
    }).on<IndicatorEvent>({
      IndicatorDefined: one(indicatorKey, (_, event) => defined(event)),
      IndicatorTargetRevised: one(indicatorKey, (row, event) => ({
        ...existing(row, event),
        target_value: event.data.target.value,
        target_due_on: event.data.target.dueOn ?? null,
      })),
    }),

    /** Every target the indicator has had, the first one included. */
    indicator_target: table({
      columns: {
        indicator_id: 'text',
        position: 'bigint',
        value: 'numeric',
        due_on: 'date?',
        /** The first target needs none. */
        reason: 'text?',
        set_by: 'text',
        set_at: 'timestamptz',
      },
      primaryKey: ['indicator_id', 'position'],
    }).on<IndicatorEvent>({
      IndicatorDefined: {
        inserts: true,
        keys: (event) => (event.data.target === undefined ? [] : [historyKey(event)]),
        reduce: (row, event) => (event.data.target === undefined ? row : targetRow(event, event.data.target, null)),
      },
      IndicatorTargetRevised: insert(historyKey, (event) => targetRow(event, event.data.target, event.data.reason)),
    }),

    /** Each measurement as it stands now. */
    measurement: table({
      columns: {
        id: 'text',
        indicator_id: 'text',
        mission_id: 'text',
        ...measuredColumns,
        recorded_by: 'text',
        recorded_at: 'timestamptz',
        corrected: 'boolean',
        /** What was first recorded, once corrected: the same columns from `value` to `note`. */
        original: nullable(jsonb<MeasuredRow>()),
        position: 'bigint',
      },
      // Clients may choose measurement ids, which are unique within the indicator only.
      primaryKey: ['indicator_id', 'id'],
      indexes: [['indicator_id', 'period_to', 'position'], ['mission_id', 'position'], ['id']],
    }).on<IndicatorEvent>({
      MeasurementRecorded: one(measurementKey, (_, event) => recorded(event)),
      MeasurementCorrected: one(measurementKey, (row, event) => {
        const before = existing(row, event);
        return { ...before, ...measured(event.data), corrected: true, original: before.original ?? saidBy(before) };
      }),
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
export type TargetRow = RowOf<typeof indicators, 'indicator_target'>;
export type MeasurementRow = RowOf<typeof indicators, 'measurement'>;
export type CorrectionRow = RowOf<typeof indicators, 'measurement_correction'>;

function indicatorKey(event: RecordedEvent): Key {
  return [idOf(event.stream)];
}

function historyKey(event: RecordedEvent): Key {
  return [idOf(event.stream), event.position.toString()];
}

function measurementKey(event: OfMeasurement): Key {
  return [idOf(event.stream), event.data.measurementId];
}

function defined(event: Of<'IndicatorDefined'>) {
  const { data } = event;
  return {
    id: idOf(event.stream),
    mission_id: data.missionId,
    name: data.name,
    description: data.description ?? null,
    unit: data.unit,
    direction: data.direction,
    baseline_value: data.baseline?.value ?? null,
    baseline_on: data.baseline?.on ?? null,
    target_value: data.target?.value ?? null,
    target_due_on: data.target?.dueOn ?? null,
    source: data.source ?? null,
    proxy_for: data.proxyFor ?? null,
    sdgs: data.sdgs,
    defined_by: event.actor.organisation,
    defined_at: event.recordedAt,
    position: event.position.toString(),
  };
}

function targetRow(event: RecordedEvent, target: IndicatorTarget, reason: string | null) {
  return {
    indicator_id: idOf(event.stream),
    position: event.position.toString(),
    value: target.value,
    due_on: target.dueOn ?? null,
    reason,
    set_by: event.actor.organisation,
    set_at: event.recordedAt,
  };
}

function recorded(event: Of<'MeasurementRecorded'>) {
  return {
    id: event.data.measurementId,
    indicator_id: idOf(event.stream),
    mission_id: event.data.missionId,
    ...measured(event.data),
    recorded_by: event.data.recordedBy,
    recorded_at: event.recordedAt,
    corrected: false,
    original: null,
    position: event.position.toString(),
  };
}

/** What the measurement says, of all that its row holds. */
function saidBy(row: MeasuredRow): MeasuredRow {
  return {
    value: row.value,
    period_from: row.period_from,
    period_to: row.period_to,
    place_name: row.place_name,
    place_country: row.place_country,
    place_code: row.place_code,
    group_name: row.group_name,
    evidence: row.evidence,
    note: row.note,
  };
}

function measured(data: Measured): MeasuredRow {
  return {
    value: data.value,
    period_from: data.period.from,
    period_to: data.period.to,
    place_name: data.place?.name ?? null,
    place_country: data.place?.country ?? null,
    place_code: data.place?.code ?? null,
    group_name: data.group ?? null,
    evidence: data.evidence,
    note: data.note ?? null,
  };
}
