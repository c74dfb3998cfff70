import { dateOf, refuse, streamOf, type Decider, type Instant, type Period, type Refusal } from '@maillage/kernel';
import { indicatorCommands, type IndicatorCommand, type IndicatorRefusal, type MeasurementInput } from './commands.js';
import {
  indicatorEvents,
  type Direction,
  type IndicatorEvent,
  type IndicatorTarget,
  type IndicatorTerms,
  type Measured,
} from './events.js';
import { hasRole, isMember, notAMember, notBackbone, unknownMission, type MissionState } from '../mission/decider.js';

type DefineIndicator = Extract<IndicatorCommand, { type: 'DefineIndicator' }>;
type ReviseIndicatorTarget = Extract<IndicatorCommand, { type: 'ReviseIndicatorTarget' }>;
type RecordMeasurement = Extract<IndicatorCommand, { type: 'RecordMeasurement' }>;
type CorrectMeasurement = Extract<IndicatorCommand, { type: 'CorrectMeasurement' }>;

export interface IndicatorState {
  readonly defined: boolean;
  readonly missionId: string;
  readonly name: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly baseline?: IndicatorTerms['baseline'];
  readonly target?: IndicatorTarget | undefined;
  /** Which organisation recorded each measurement, by the measurement's id. */
  readonly recordedBy: Readonly<Record<string, string>>;
}

interface Consulted {
  readonly mission: MissionState;
}

const undefinedYet: IndicatorState = {
  defined: false,
  missionId: '',
  name: '',
  unit: '',
  direction: 'INCREASE',
  recordedBy: {},
};

export const indicatorDecider: Decider<IndicatorState, IndicatorCommand, IndicatorEvent, Consulted, IndicatorRefusal> =
  {
    name: 'indicator',
    commands: indicatorCommands,
    events: indicatorEvents,
    initial: undefinedYet,

    consults(command, state) {
      const missionId = command.type === 'DefineIndicator' ? command.data.missionId : state.missionId;
      return { mission: missionId === '' ? undefined : streamOf('mission', missionId) };
    },

    decide(command, state, { mission }) {
      if (command.type === 'DefineIndicator') return define(command, state, mission);
      if (!state.defined) {
        return refuse('UNKNOWN_INDICATOR', `No indicator is defined under ${command.id}; define it first.`, ['id']);
      }
      switch (command.type) {
        case 'ReviseIndicatorTarget':
          return reviseTarget(command, state, mission);
        case 'RecordMeasurement':
          return record(command, state, mission);
        case 'CorrectMeasurement':
          return correct(command, state, mission);
      }
    },

    evolve(state, event) {
      switch (event.type) {
        case 'IndicatorDefined': {
          const { missionId, name, unit, direction, baseline, target } = event.data;
          return { ...undefinedYet, defined: true, missionId, name, unit, direction, baseline, target };
        }
        case 'IndicatorTargetRevised':
          return { ...state, target: event.data.target };
        case 'MeasurementRecorded':
          return {
            ...state,
            recordedBy: { ...state.recordedBy, [event.data.measurementId]: event.data.recordedBy },
          };
        case 'MeasurementCorrected':
          return state;
      }
    },
  };

type Decision = readonly IndicatorEvent[] | Refusal<IndicatorRefusal>;

function define({ actor, data }: DefineIndicator, state: IndicatorState, mission: MissionState): Decision {
  if (state.defined) return refuse('INDICATOR_EXISTS', `This indicator is defined already, as ${state.name}.`, ['id']);
  if (!mission.declared) return unknownMission(data.missionId, ['missionId']);
  return hasRole(mission, actor.organisation, 'BACKBONE')
    ? [{ type: 'IndicatorDefined', data }]
    : notBackbone(mission, 'define its indicators', ['missionId']);
}

function reviseTarget(
  { actor, data: { target, reason } }: ReviseIndicatorTarget,
  state: IndicatorState,
  mission: MissionState,
): Decision {
  if (!hasRole(mission, actor.organisation, 'BACKBONE')) return notBackbone(mission, 'revise the target');
  if (state.target?.value === target.value && state.target.dueOn === target.dueOn) {
    return refuse('TARGET_UNCHANGED', 'This is the target already; give another value or another due date.', [
      'target',
    ]);
  }
  return [{ type: 'IndicatorTargetRevised', data: { missionId: state.missionId, target, reason } }];
}

function record(command: RecordMeasurement, state: IndicatorState, mission: MissionState): Decision {
  const { actor, data } = command;
  const measurementId = data.measurementId ?? command.commandId;
  if (!isMember(mission, actor.organisation)) return notAMember(mission, actor.organisation);
  if (state.recordedBy[measurementId] !== undefined) {
    return refuse(
      'MEASUREMENT_EXISTS',
      `A measurement is recorded under ${measurementId} already; correct that one, or choose another id.`,
      ['measurementId'],
    );
  }
  return (
    inFuture(data, command.at) ?? [
      {
        type: 'MeasurementRecorded',
        data: { missionId: state.missionId, measurementId, recordedBy: actor.organisation, ...measuredOf(data) },
      },
    ]
  );
}

function correct(command: CorrectMeasurement, state: IndicatorState, mission: MissionState): Decision {
  const { actor, data } = command;
  const { measurementId, reason } = data;
  const recordedBy = state.recordedBy[measurementId];
  if (recordedBy === undefined) {
    return refuse('UNKNOWN_MEASUREMENT', `${state.name} has no measurement ${measurementId}; record it first.`, [
      'measurementId',
    ]);
  }
  // Its author may mend an error even after leaving the mission: a wrong figure is worse than a late correction.
  const allowed =
    recordedBy === actor.organisation ||
    hasRole(mission, actor.organisation, 'BACKBONE') ||
    hasRole(mission, actor.organisation, 'EVALUATOR');
  if (!allowed) {
    return refuse(
      'NOT_YOURS',
      'Only the organisation that recorded a measurement, or a backbone or evaluator of the mission, may correct it.',
      ['measurementId'],
    );
  }
  return (
    inFuture(data, command.at) ?? [
      {
        type: 'MeasurementCorrected',
        data: { missionId: state.missionId, measurementId, ...measuredOf(data), reason },
      },
    ]
  );
}

function inFuture(input: MeasurementInput, at: Instant): Refusal<'PERIOD_IN_FUTURE'> | undefined {
  const { to } = periodOf(input);
  if (to <= dateOf(at)) return undefined;
  return refuse(
    'PERIOD_IN_FUTURE',
    `A measurement says what was measured, and ${to} is yet to come; it may end on ${dateOf(at)} (UTC) at the latest.`,
    input.date === undefined ? ['period', 'to'] : ['date'],
  );
}

// Absent facts stay absent: the event is hashed as it is written, without keys that hold nothing.
function measuredOf(input: MeasurementInput): Measured {
  const { value, place, group, evidence, note } = input;
  return {
    value,
    period: periodOf(input),
    ...(place === undefined ? {} : { place }),
    ...(group === undefined ? {} : { group }),
    evidence,
    ...(note === undefined ? {} : { note }),
  };
}

function periodOf({ date, period }: Pick<MeasurementInput, 'date' | 'period'>): Period {
  if (period !== undefined) return period;
  if (date === undefined) throw new Error('The command schema lets no measurement through without a date or a period.');
  return { from: date, to: date };
}
