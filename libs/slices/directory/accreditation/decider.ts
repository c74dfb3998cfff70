import {
  dateOf,
  decider,
  erasable,
  plusDays,
  refuse,
  streamOf,
  type CalendarDate,
  type Intent,
  type RuleOf,
} from '@maillage/kernel';
import { connectionsOf, sameGroup, type Connections } from '../organisation/groups.arithmetic.js';
import { notTheOperator, refuseGone, unknownOrganisation } from '../organisation/rules/shared.js';
import type { OrganisationState } from '../organisation/state.js';
import { accreditationCommands, type AccreditationCommands } from './commands.js';
import { accreditationEvents, type AccreditationEvent } from './events.js';
import { isInForce, lasts, type Period } from './periods.arithmetic.js';

/** What other deciders need to know: `isAccredited` answers from it. */
export interface AccreditationState {
  readonly periods: readonly (Period & { readonly id: string })[];
  /** The day of the last entry. */
  readonly on: CalendarDate | undefined;
}

interface Consulted {
  /** The operator. */
  readonly actor: OrganisationState;
  /** Whose accreditation it is. */
  readonly holder: OrganisationState;
  readonly connections: Connections;
}

const none: AccreditationState = { periods: [], on: undefined };

/** Whether what the organisation verifies on a day is an accredited evaluator's word. */
export function isAccredited({ periods }: AccreditationState, on: CalendarDate): boolean {
  return periods.some((period) => isInForce(period, on));
}

type AccreditationRule<Name extends keyof AccreditationCommands> = RuleOf<
  AccreditationState,
  AccreditationCommands,
  Name,
  typeof accreditationEvents,
  Consulted
>;

const accredit: AccreditationRule<'AccreditEvaluator'> = {
  allowed: (asked, _, consulted) =>
    refuseOperating(asked, consulted) ??
    refuseGone(consulted.holder, ['id']) ??
    // Nobody vouches for itself, nor for who is one with it.
    (sameGroup(consulted.actor, consulted.holder, asked.on, consulted.connections)
      ? refuse(
          'OWN_ORGANISATION',
          'The operator accredits others; an organisation of its own group is accredited by another operator.',
        )
      : undefined),
  decide({ id, actor, at, commandId, data }, state) {
    const on = dayOn(at, state);
    if (data.from < on) {
      return refuse('FROM_IN_PAST', `An accreditation begins today, ${on}, or later; what was verified before stays.`, [
        'from',
      ]);
    }
    const other = state.periods.find((each) => lasts(each, data.from) && each.from <= data.until);
    if (other !== undefined) {
      return refuse(
        'ALREADY_ACCREDITED',
        `It is accredited from ${other.from} until ${other.until} already; end that first, or begin on ${plusDays(other.until, 1)}.`,
        ['from'],
      );
    }
    if (data.evidence.length === 0) {
      return refuse(
        'EVIDENCE_MISSING',
        'An evaluator is accredited by something that others can look up; give at least one link or file.',
        ['evidence'],
      );
    }
    const { organisation: by } = actor;
    return [{ type: 'EvaluatorAccredited', data: { accreditationId: commandId, organisationId: id, ...data, by, on } }];
  },
};

const end: AccreditationRule<'EndAccreditation'> = {
  allowed: (asked, state, consulted) =>
    refuseOperating(asked, consulted) ??
    (state.periods.length === 0
      ? refuse('NOT_ACCREDITED', `${consulted.holder.name} was never accredited; there is nothing to end.`)
      : undefined),
  decide({ id, at, data }, state, { holder }) {
    const on = dayOn(at, state);
    const { voidFrom } = data;
    const last = state.periods.filter((each) => lasts(each, on));
    if (voidFrom === undefined && last.length === 0) {
      return refuse(
        'NOT_ACCREDITED',
        `No accreditation of ${holder.name} lasts; give voidFrom to void what it verified while one did.`,
        ['voidFrom'],
      );
    }
    const first = state.periods.map(({ from }) => from).sort()[0] ?? on;
    if (voidFrom !== undefined && (voidFrom < first || voidFrom > on)) {
      return refuse(
        'VOID_OUTSIDE',
        first > on
          ? 'The accreditation has not begun: nothing was verified under it, so leave voidFrom out.'
          : `Give a day from ${first}, when its first accreditation began, to today, ${on}.`,
        ['voidFrom'],
      );
    }
    const ended = state.periods.filter((each) => lasts(each, on) || (voidFrom !== undefined && each.until >= voidFrom));
    if (ended.length === 0) {
      return refuse(
        'NOT_ACCREDITED',
        `${holder.name} was not accredited since ${voidFrom ?? on}; give an earlier day.`,
        ['voidFrom'],
      );
    }
    const accreditationIds = ended.map((each) => each.id);
    const since = voidFrom === undefined ? {} : { voidFrom };
    const reason = erasable(data.reason);
    return [{ type: 'AccreditationEnded', data: { accreditationIds, organisationId: id, reason, ...since, on } }];
  },
};

export const accreditationDecider = decider<
  AccreditationState,
  AccreditationCommands,
  typeof accreditationEvents,
  Consulted
>({
  name: 'accreditation',
  commands: accreditationCommands,
  events: accreditationEvents,
  initial: none,
  consults: ({ id, actor }) => ({
    actor: streamOf('organisation', actor.organisation),
    holder: streamOf('organisation', id),
    connections: connectionsOf([id]),
  }),
  rules: { AccreditEvaluator: accredit, EndAccreditation: end },
  evolve,
});

function evolve({ periods }: AccreditationState, event: AccreditationEvent): AccreditationState {
  const { on } = event.data;
  switch (event.type) {
    case 'EvaluatorAccredited': {
      const { accreditationId: id, from, until } = event.data;
      return { periods: [...periods, { id, from, until, ends: [] }], on };
    }
    case 'AccreditationEnded': {
      const { accreditationIds, voidFrom = null } = event.data;
      const ending = { endedOn: on, voidFrom };
      return {
        periods: periods.map((each) =>
          accreditationIds.includes(each.id) ? { ...each, ends: [...each.ends, ending] } : each,
        ),
        on,
      };
    }
  }
}

function refuseOperating({ id, actor, scopes }: Intent, consulted: Consulted) {
  if (!scopes.includes('operator')) return notTheOperator();
  if (!consulted.actor.registered) return unknownOrganisation(actor.organisation, []);
  return consulted.holder.registered ? undefined : unknownOrganisation(id, ['id']);
}

function dayOn(at: string, { on }: AccreditationState): CalendarDate {
  const today = dateOf(at);
  return on !== undefined && on > today ? on : today;
}
