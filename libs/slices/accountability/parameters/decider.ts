import { dateOf, decider, plusDays, refuse, type CalendarDate, type Command, type Intent } from '@maillage/kernel';
import { parametersCommands, type ParametersCommands } from './commands.js';
import { parametersEvents, type Adoption } from './events.js';

/** There is one set of them at a time, and this is their id: stream `parameters/reputation`. */
export const REPUTATION = 'reputation';

/** Whoever is computed with other constants from a day on knows so many days before. */
export const NOTICE_DAYS = 30;

export interface ParametersState {
  /** The last set that was adopted. */
  readonly latest: Adoption | undefined;
  /** The day of the last entry. */
  readonly on: CalendarDate;
}

export const parametersDecider = decider<ParametersState, ParametersCommands, typeof parametersEvents>({
  name: 'parameters',
  commands: parametersCommands,
  events: parametersEvents,
  initial: { latest: undefined, on: '' },

  rules: {
    BeginReputation: {
      allowed: (asked, { latest }) =>
        refuseOthers(asked) ??
        (latest === undefined
          ? undefined
          : refuse('ALREADY_ADOPTED', 'Reputation has its parameters; adopt others with notice.')),
      decide: (command, state) =>
        command.data.sets.map((set) => ({
          type: 'ReputationParametersAdopted' as const,
          data: { ...set, on: dayOf(command, state) },
        })),
    },
    AdoptReputationParameters: {
      allowed: refuseOthers,
      decide(command, state) {
        const on = dayOf(command, state);
        const earliest = plusDays(on, NOTICE_DAYS);
        if (command.data.from < earliest) {
          return refuse(
            'NOTICE_TOO_SHORT',
            `Parameters are adopted at least ${NOTICE_DAYS} days before they are computed with; name ${earliest} or a later day.`,
            ['from'],
          );
        }
        if (state.latest !== undefined && same(state.latest, command.data)) {
          return refuse(
            'PARAMETERS_UNCHANGED',
            'These are the parameters as they stand; change at least one of them.',
            ['parameters'],
          );
        }
        return [{ type: 'ReputationParametersAdopted', data: { ...command.data, on } }];
      },
    },
  },

  evolve(_, { data: { on, ...latest } }) {
    return { latest, on };
  },
});

function refuseOthers({ id, scopes }: Intent) {
  if (id !== REPUTATION) {
    return refuse('UNKNOWN_PARAMETERS', `There are parameters of "${REPUTATION}"; ${id} has none.`, ['id']);
  }
  return scopes.includes('operator')
    ? undefined
    : refuse('NOT_THE_OPERATOR', 'Only the ledger and its operator adopt parameters; that takes the scope "operator".');
}

/** Never before the last entry's, should a clock run behind. */
function dayOf({ at }: Command, { on }: ParametersState): CalendarDate {
  const today = dateOf(at);
  return today < on ? on : today;
}

function same(a: Adoption, b: Adoption): boolean {
  const told = ({ version, parameters }: Adoption) => {
    const { evidence, ...constants } = parameters;
    return JSON.stringify([version, Object.entries(constants).sort(), Object.entries(evidence).sort()]);
  };
  return told(a) === told(b);
}
