import {
  dateOf,
  decider,
  refuse,
  streamOf,
  type Instant,
  type Period,
  type Intent,
  type Refusal,
  type RuleOf,
} from '@maillage/kernel';
import { indicatorCommands, type IndicatorCommands, type MeasurementInput } from './commands.js';
import { indicatorEvents, type Direction, type IndicatorTarget, type IndicatorTerms, type Measured } from './events.js';
import { hasRole, isMember, notAMember, notBackbone, unknownMission, type MissionState } from '../mission/decider.js';

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

type IndicatorRule<Name extends keyof IndicatorCommands> = RuleOf<
  IndicatorState,
  IndicatorCommands,
  Name,
  typeof indicatorEvents,
  Consulted
>;

const define: IndicatorRule<'DefineIndicator'> = {
  allowed({ actor, about }, state, { mission }) {
    if (state.defined)
      return refuse('INDICATOR_EXISTS', `This indicator is defined already, as ${state.name}.`, ['id']);
    if (!mission.declared) return unknownMission(about, ['missionId']);
    return hasRole(mission, actor.organisation, 'BACKBONE')
      ? undefined
      : notBackbone(mission, 'define its indicators', ['missionId']);
  },
  decide: ({ data }) => [{ type: 'IndicatorDefined', data }],
};

const reviseTarget: IndicatorRule<'ReviseIndicatorTarget'> = {
  allowed: (asked, state, { mission }) =>
    refuseUndefined(asked, state) ??
    (hasRole(mission, asked.actor.organisation, 'BACKBONE') ? undefined : notBackbone(mission, 'revise the target')),
  decide({ data: { target, reason } }, state) {
    if (state.target?.value === target.value && state.target.dueOn === target.dueOn) {
      return refuse('TARGET_UNCHANGED', 'This is the target already; give another value or another due date.', [
        'target',
      ]);
    }
    return [{ type: 'IndicatorTargetRevised', data: { missionId: state.missionId, target, reason } }];
  },
};

const record: IndicatorRule<'RecordMeasurement'> = {
  allowed: (asked, state, { mission }) =>
    refuseUndefined(asked, state) ??
    (isMember(mission, asked.actor.organisation) ? undefined : notAMember(mission, asked.actor.organisation)),
  decide({ actor, commandId, data, at }, state) {
    const measurementId = data.measurementId ?? commandId;
    if (state.recordedBy[measurementId] !== undefined) {
      return refuse(
        'MEASUREMENT_EXISTS',
        `A measurement is recorded under ${measurementId} already; correct that one, or choose another id.`,
        ['measurementId'],
      );
    }
    return (
      inFuture(data, at) ?? [
        {
          type: 'MeasurementRecorded',
          data: { missionId: state.missionId, measurementId, recordedBy: actor.organisation, ...measuredOf(data) },
        },
      ]
    );
  },
};

const correct: IndicatorRule<'CorrectMeasurement'> = {
  allowed(asked, state, { mission }) {
    const { about, actor } = asked;
    const refusal = refuseUndefined(asked, state);
    if (refusal !== undefined) return refusal;
    const recordedBy = state.recordedBy[about];
    if (recordedBy === undefined) {
      return refuse('UNKNOWN_MEASUREMENT', `${state.name} has no measurement ${about}; record it first.`, [
        'measurementId',
      ]);
    }
    // Its author may mend an error even after leaving the mission: a wrong figure is worse than a late correction.
    const by = actor.organisation;
    return recordedBy === by || hasRole(mission, by, 'BACKBONE') || hasRole(mission, by, 'EVALUATOR')
      ? undefined
      : refuse(
          'NOT_YOURS',
          'Only the organisation that recorded a measurement, or a backbone or evaluator of the mission, may correct it.',
          ['measurementId'],
        );
  },
  decide: ({ data, at }, { missionId }) =>
    inFuture(data, at) ?? [
      {
        type: 'MeasurementCorrected',
        data: { missionId, measurementId: data.measurementId, ...measuredOf(data), reason: data.reason },
      },
    ],
};

export const indicatorDecider = decider<IndicatorState, IndicatorCommands, typeof indicatorEvents, Consulted>({
  name: 'indicator',
  commands: indicatorCommands,
  events: indicatorEvents,
  initial: undefinedYet,

  consults(asked, state) {
    const missionId = asked.type === 'DefineIndicator' ? asked.about : state.missionId;
    return { mission: missionId === '' ? undefined : streamOf('mission', missionId) };
  },

  rules: {
    DefineIndicator: define,
    ReviseIndicatorTarget: reviseTarget,
    RecordMeasurement: record,
    CorrectMeasurement: correct,
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
});

function refuseUndefined({ id }: Intent, { defined }: IndicatorState) {
  return defined
    ? undefined
    : refuse('UNKNOWN_INDICATOR', `No indicator is defined under ${id}; define it first.`, ['id']);
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
