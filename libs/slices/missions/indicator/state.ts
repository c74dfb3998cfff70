import { dateOf, type CalendarDate, type Command, type Period } from '@maillage/kernel';
import {
  type Capacity,
  type DefinitionTerms,
  type IndicatorEvent,
  type IndicatorTarget,
  type Measured,
} from './events.js';
import { cellOf } from './cell.arithmetic.js';

/** A measurement as it stands. */
export interface MeasurementState {
  readonly recordedBy: string;
  readonly capacity: Capacity;
  readonly definitionVersion: number;
  readonly value: string;
  readonly period: Period;
  /** Which part of the whole is measured; see `cellOf`. */
  readonly cell: string;
  readonly group?: string | undefined;
  /** Evaluators that said it was right, as it stands. */
  readonly confirmedBy: readonly string[];
}

export interface IndicatorState {
  readonly defined: boolean;
  readonly missionId: string;
  /** What it says of itself now. */
  readonly terms: DefinitionTerms;
  readonly definitionVersion: number;
  /** By version: what codes measurements of it may have. */
  readonly dimensions: readonly DefinitionTerms['dimensions'][];
  /** Those in force, by id. */
  readonly targets: Readonly<Record<string, IndicatorTarget>>;
  readonly measurements: Readonly<Record<string, MeasurementState>>;
  /** Members that agreed to the present version; whoever wrote it has. */
  readonly agreed: readonly string[];
  readonly retired: boolean;
  /** The latest day that an event is dated. */
  readonly lastOn: CalendarDate;
}

export const undefinedYet: IndicatorState = {
  defined: false,
  missionId: '',
  terms: {
    name: '',
    unit: '',
    mode: 'REACH',
    aggregation: 'LATEST',
    dimensions: [],
    reporterIds: [],
    sdgs: [],
  },
  definitionVersion: 0,
  dimensions: [],
  targets: {},
  measurements: {},
  agreed: [],
  retired: false,
  lastOn: '0001-01-01',
};

/** The day an act is dated: that of its command, and never before what was done last. */
export function actedOn({ at }: Pick<Command, 'at'>, { lastOn }: IndicatorState): CalendarDate {
  const on = dateOf(at);
  return on > lastOn ? on : lastOn;
}

/** What a definition says, without what is said beside it. */
export function termsOf(data: DefinitionTerms): DefinitionTerms {
  const { name, description, unit, mode, direction, aggregation, dimensions, reporterIds, baseline } = data;
  const { source, proxyFor, sdgs } = data;
  return {
    name,
    ...(description === undefined ? {} : { description }),
    unit,
    mode,
    ...(direction === undefined ? {} : { direction }),
    aggregation,
    dimensions,
    reporterIds,
    ...(baseline === undefined ? {} : { baseline }),
    ...(source === undefined ? {} : { source }),
    ...(proxyFor === undefined ? {} : { proxyFor }),
    sdgs,
  };
}

export function evolve(before: IndicatorState, event: IndicatorEvent): IndicatorState {
  const on = 'on' in event.data ? event.data.on : before.lastOn;
  return evolved(on > before.lastOn ? { ...before, lastOn: on } : before, event);
}

function evolved(state: IndicatorState, event: IndicatorEvent): IndicatorState {
  switch (event.type) {
    case 'IndicatorDefined': {
      const { missionId, targets, definedBy } = event.data;
      const terms = termsOf(event.data);
      return {
        ...undefinedYet,
        lastOn: state.lastOn,
        defined: true,
        missionId,
        terms,
        definitionVersion: 1,
        dimensions: [terms.dimensions],
        targets: Object.fromEntries(targets.map((target) => [target.targetId, target])),
        agreed: [definedBy],
      };
    }
    case 'IndicatorRevised': {
      const terms = termsOf(event.data);
      const { definitionVersion, revisedBy } = event.data;
      const dimensions = [...state.dimensions, terms.dimensions];
      return { ...state, terms, definitionVersion, dimensions, agreed: [revisedBy] };
    }
    case 'IndicatorAgreed':
      return { ...state, agreed: [...state.agreed, event.data.organisationId] };
    case 'IndicatorRetired':
      return { ...state, retired: true };
    case 'IndicatorTargetRevised':
      return { ...state, targets: { ...state.targets, [event.data.target.targetId]: event.data.target } };
    case 'MeasurementRecorded': {
      const { measurementId, recordedBy, capacity, definitionVersion } = event.data;
      return withMeasurement(state, measurementId, {
        recordedBy,
        capacity,
        definitionVersion,
        ...standing(event.data),
      });
    }
    case 'MeasurementCorrected': {
      const found = state.measurements[event.data.measurementId];
      if (found === undefined) return state;
      return withMeasurement(state, event.data.measurementId, { ...found, ...standing(event.data) });
    }
    case 'MeasurementConfirmed': {
      const { measurementId, confirmedBy } = event.data;
      const found = state.measurements[measurementId];
      if (found === undefined) return state;
      return withMeasurement(state, measurementId, { ...found, confirmedBy: [...found.confirmedBy, confirmedBy] });
    }
  }
}

/** Whoever confirmed it confirmed what it said then. */
function standing(data: Measured): Pick<MeasurementState, 'value' | 'period' | 'cell' | 'group' | 'confirmedBy'> {
  return { value: data.value, period: data.period, cell: cellOf(data), group: data.group, confirmedBy: [] };
}

function withMeasurement(state: IndicatorState, id: string, measurement: MeasurementState): IndicatorState {
  return { ...state, measurements: { ...state.measurements, [id]: measurement } };
}
