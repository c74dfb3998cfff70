import { decider, streamOf } from '@maillage/kernel';
import { connectionsOf } from '@maillage/directory';
import { indicatorCommands, type IndicatorCommands } from './commands.js';
import { indicatorEvents } from './events.js';
import { agreeIndicator, defineIndicator, retireIndicator, reviseIndicator, reviseTarget } from './rules/definition.js';
import { confirmMeasurement, correctMeasurement, recordMeasurement, reportersOf } from './rules/measurement.js';
import type { Consulted } from './rules/shared.js';
import { evolve, undefinedYet, type IndicatorState } from './state.js';

export const indicatorDecider = decider<IndicatorState, IndicatorCommands, typeof indicatorEvents, Consulted>({
  name: 'indicator',
  commands: indicatorCommands,
  events: indicatorEvents,
  initial: undefinedYet,

  consults(asked, state) {
    const missionId = asked.type === 'DefineIndicator' ? asked.about : state.missionId;
    const confirms = asked.type === 'ConfirmMeasurement';
    const reporters = confirms ? reportersOf(asked.about, state) : [];
    return {
      mission: missionId === '' ? undefined : streamOf('mission', missionId),
      actor: confirms ? streamOf('organisation', asked.actor.organisation) : undefined,
      connections: confirms ? connectionsOf([asked.actor.organisation]) : undefined,
      reporters: reporters.map((each) => streamOf('organisation', each)),
    };
  },

  rules: {
    DefineIndicator: defineIndicator,
    ReviseIndicator: reviseIndicator,
    AgreeIndicator: agreeIndicator,
    RetireIndicator: retireIndicator,
    ReviseIndicatorTarget: reviseTarget,
    RecordMeasurement: recordMeasurement,
    CorrectMeasurement: correctMeasurement,
    ConfirmMeasurement: confirmMeasurement,
  },

  evolve,
});
