import { isRefusal, refuse, type CalendarDate, type Refusal } from '@maillage/kernel';
import { notAMember, notBackbone, refuseClosed, unknownMission } from '../../mission/rules/shared.js';
import { hasRole, isMember } from '../../mission/state.js';
import type { DefinitionChanges } from '../commands.js';
import { MOST_TARGETS, type DefinitionTerms, type IndicatorTarget, type TargetGiven } from '../events.js';
import { actedOn, termsOf, type IndicatorState } from '../state.js';
import { boundsOf, coded, faultOf, refuseRetired, refuseSteering, type IndicatorRule } from './shared.js';

export const defineIndicator: IndicatorRule<'DefineIndicator'> = {
  allowed({ actor, about }, state, { mission }) {
    if (state.defined)
      return refuse(
        'INDICATOR_EXISTS',
        `This indicator is defined already, as ${state.terms.name}; revise it, or choose another id.`,
        ['id'],
      );
    if (!mission.declared) return unknownMission(about, ['missionId']);
    return hasRole(mission, actor.organisation, 'BACKBONE')
      ? refuseClosed(mission)
      : notBackbone(mission, 'define its indicators', ['missionId']);
  },
  decide(command, state, { mission }) {
    const { missionId, targets: given, ...terms } = command.data;
    const fault = faultOf(terms, mission);
    if (fault !== undefined) return fault;
    const targets: IndicatorTarget[] = [];
    for (const [index, each] of given.entries()) {
      const target = targetOf(each, terms, [], ['targets', index]);
      if (isRefusal(target)) return target;
      targets.push(target);
    }
    const on = actedOn(command, state);
    return [
      {
        type: 'IndicatorDefined',
        data: { missionId, ...termsOf(terms), targets, definedBy: command.actor.organisation, on },
      },
    ];
  },
};

export const reviseIndicator: IndicatorRule<'ReviseIndicator'> = {
  allowed: (asked, state, consulted) => refuseSteering(asked, state, consulted, 'revise its indicators'),
  decide(command, state, { mission }) {
    const { reason, ...changes } = command.data;
    const terms = revised(state.terms, changes);
    if (JSON.stringify(terms) === JSON.stringify(state.terms)) {
      return refuse('DEFINITION_UNCHANGED', `${state.terms.name} says this already; change something, or let it be.`);
    }
    const fault = fixed(state, terms) ?? faultOf(terms, mission, state.terms);
    if (fault !== undefined) return fault;
    const { missionId, definitionVersion } = state;
    return [
      {
        type: 'IndicatorRevised',
        data: {
          missionId,
          ...terms,
          definitionVersion: definitionVersion + 1,
          revisedBy: command.actor.organisation,
          reason,
          on: actedOn(command, state),
        },
      },
    ];
  },
};

/** Left out stays; `null` clears. */
function revised(terms: DefinitionTerms, changes: DefinitionChanges): DefinitionTerms {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const cleared = { dimensions: [], reporterIds: [], sdgs: [] };
  const next = Object.fromEntries(
    given.map(([name, value]) => [name, value ?? (name in cleared ? [] : undefined)]),
  ) as Partial<DefinitionTerms>;
  return termsOf({ ...terms, ...next });
}

/** What was measured in one unit, or to be put together in one way, would mean something else in another. */
function fixed(
  { measurements, terms: before }: IndicatorState,
  terms: DefinitionTerms,
): Refusal<'UNIT_FIXED' | 'AGGREGATION_FIXED'> | undefined {
  if (Object.keys(measurements).length === 0) return undefined;
  if (terms.unit !== before.unit) {
    return refuse(
      'UNIT_FIXED',
      `Figures are recorded in ${before.unit}; retire this indicator, and define another in ${terms.unit}.`,
      ['unit'],
    );
  }
  return terms.aggregation === before.aggregation
    ? undefined
    : refuse(
        'AGGREGATION_FIXED',
        `Figures are recorded to be put together by ${before.aggregation}; retire this indicator, and define another.`,
        ['aggregation'],
      );
}

export const agreeIndicator: IndicatorRule<'AgreeIndicator'> = {
  allowed(asked, state, { mission }) {
    const by = asked.actor.organisation;
    const refusal = refuseRetired(asked, state) ?? (isMember(mission, by) ? undefined : notAMember(mission, by));
    if (refusal !== undefined) return refusal;
    return state.agreed.includes(by)
      ? refuse('ALREADY_AGREED', 'Your organisation agreed to this version already; nothing more is asked of it.')
      : undefined;
  },
  decide(command, state) {
    const { missionId, definitionVersion } = state;
    if (command.data.definitionVersion !== definitionVersion) {
      return refuse(
        'DEFINITION_SUPERSEDED',
        `Version ${definitionVersion} of ${state.terms.name} is in force; read it, and agree to that one.`,
        ['definitionVersion'],
      );
    }
    const organisationId = command.actor.organisation;
    return [
      {
        type: 'IndicatorAgreed',
        data: { missionId, definitionVersion, organisationId, on: actedOn(command, state) },
      },
    ];
  },
};

export const retireIndicator: IndicatorRule<'RetireIndicator'> = {
  allowed: (asked, state, consulted) => refuseSteering(asked, state, consulted, 'retire its indicators'),
  decide: (command, state) => [
    {
      type: 'IndicatorRetired',
      data: { missionId: state.missionId, reason: command.data.reason, on: actedOn(command, state) },
    },
  ],
};

export const reviseTarget: IndicatorRule<'ReviseIndicatorTarget'> = {
  allowed: (asked, state, consulted) =>
    refuseSteering(asked, state, consulted, 'revise the target') ?? refuseClosed(consulted.mission),
  decide(command, state) {
    const { target: given, reason } = command.data;
    const before = state.targets[given.targetId];
    const target = targetOf(given, state.terms, before?.categories ?? [], ['target']);
    if (isRefusal(target)) return target;
    if (before === undefined && Object.keys(state.targets).length >= MOST_TARGETS) {
      return refuse('TOO_MANY_TARGETS', `There are ${MOST_TARGETS} targets already; replace one of them.`, [
        'target',
        'targetId',
      ]);
    }
    if (before !== undefined && JSON.stringify(before.categories) !== JSON.stringify(target.categories)) {
      return refuse(
        'CATEGORIES_FIXED',
        `The target ${given.targetId} is of another part; set a target of another targetId for this one.`,
        ['target', 'categories'],
      );
    }
    if (before !== undefined && sameTarget(before, target)) {
      return refuse('TARGET_UNCHANGED', 'This is the target already; give another value or another due date.', [
        'target',
      ]);
    }
    const { missionId, definitionVersion } = state;
    const on = actedOn(command, state);
    const fault = refuseDate(target, before, on);
    if (fault !== undefined) return fault;
    return [{ type: 'IndicatorTargetRevised', data: { missionId, definitionVersion, target, reason, on } }];
  },
};

/** What fell due is judged: it is neither put right afterwards nor freed of its date. */
function refuseDate(
  { dueOn }: IndicatorTarget,
  before: IndicatorTarget | undefined,
  on: CalendarDate,
): Refusal<'TARGET_IN_PAST' | 'TARGET_DATE_DROPPED'> | undefined {
  const path = ['target', 'dueOn'];
  if (dueOn === undefined) {
    return before?.dueOn === undefined
      ? undefined
      : refuse('TARGET_DATE_DROPPED', 'A target that has a due date keeps one; name the new date.', path);
  }
  return dueOn > on
    ? undefined
    : refuse('TARGET_IN_PAST', `A target falls due later than the day it is set; name a day after ${on}.`, path);
}

function sameTarget(one: IndicatorTarget, other: IndicatorTarget): boolean {
  return one.value === other.value && one.upper === other.upper && one.from === other.from && one.dueOn === other.dueOn;
}

/** @param usual its categories, where none are given. */
function targetOf(
  given: TargetGiven,
  terms: DefinitionTerms,
  usual: IndicatorTarget['categories'],
  path: readonly (string | number)[],
): IndicatorTarget | Refusal<'BOUNDS_DO_NOT_FIT' | 'CODE_UNKNOWN'> {
  const fault = boundsOf(given, terms, path);
  if (fault !== undefined) return fault;
  const { targetId, value, upper, from, dueOn } = given;
  const categories =
    given.categories === undefined ? usual : coded(given.categories, terms.dimensions, [...path, 'categories']);
  if (isRefusal(categories)) return categories;
  return {
    targetId,
    value,
    ...(upper === undefined ? {} : { upper }),
    ...(from === undefined ? {} : { from }),
    ...(dueOn === undefined ? {} : { dueOn }),
    categories: [...categories],
  };
}
