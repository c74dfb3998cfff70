import { isOtherUnit, refuse, type Intent, type Refusal, type RuleOf } from '@maillage/kernel';
import type { Connections, OrganisationState } from '@maillage/directory';
import { notBackbone } from '../../mission/rules/shared.js';
import { hasRole, isMember, type MissionState } from '../../mission/state.js';
import type { IndicatorCommands } from '../commands.js';
import type { Category, DefinitionTerms, Dimension, indicatorEvents, TargetGiven } from '../events.js';
import { compare, fraction } from '../fraction.arithmetic.js';
import type { IndicatorState } from '../state.js';

export interface Consulted {
  readonly mission: MissionState;
  /** Whoever confirms a figure. */
  readonly actor: OrganisationState;
  /** Those whose figures differ. */
  readonly reporters: readonly OrganisationState[];
  /** Of whoever confirms. */
  readonly connections: Connections;
}

export type IndicatorRule<Name extends keyof IndicatorCommands> = RuleOf<
  IndicatorState,
  IndicatorCommands,
  Name,
  typeof indicatorEvents,
  Consulted
>;

type Path = readonly (string | number)[];

export function refuseUndefined({ id }: Intent, { defined }: IndicatorState) {
  return defined
    ? undefined
    : refuse('UNKNOWN_INDICATOR', `No indicator is defined under ${id}; define it first.`, ['id']);
}

export function refuseRetired(asked: Intent, state: IndicatorState) {
  return (
    refuseUndefined(asked, state) ??
    (state.retired
      ? refuse(
          'INDICATOR_RETIRED',
          `${state.terms.name} is retired, and neither measured nor changed any more; define another indicator.`,
          ['id'],
        )
      : undefined)
  );
}

/** `act` completes "Only a backbone of … may …". */
export function refuseSteering(asked: Intent, state: IndicatorState, { mission }: Consulted, act: string) {
  return (
    refuseRetired(asked, state) ??
    (hasRole(mission, asked.actor.organisation, 'BACKBONE') ? undefined : notBackbone(mission, act))
  );
}

/** What of a definition does not go together; one that was defined before a rule there is now may keep what it has. */
export function faultOf(
  terms: DefinitionTerms,
  mission: MissionState,
  before?: DefinitionTerms,
): Refusal<'DIRECTION_MISSING' | 'UNIT_NOT_ADDED' | 'REPORTER_NOT_MEMBER'> | undefined {
  if (terms.mode === 'REACH' && terms.direction === undefined) {
    return refuse(
      'DIRECTION_MISSING',
      'Say which way is better, INCREASE or DECREASE; or choose a mode that keeps a threshold, which needs none.',
      ['direction'],
    );
  }
  const asBefore = before?.unit === terms.unit && before.aggregation === terms.aggregation;
  // SUM, MEAN and RATIO all add figures up; only LATEST does not.
  if (terms.aggregation !== 'LATEST' && isOtherUnit(terms.unit) && !asBefore) {
    return refuse(
      'UNIT_NOT_ADDED',
      `Figures in ${terms.unit} are never added up, as ${terms.aggregation} does; choose a unit of the list, such as item or count, or LATEST.`,
      ['aggregation'],
    );
  }
  const stranger = terms.reporterIds.findIndex((each) => !isMember(mission, each));
  return stranger === -1
    ? undefined
    : refuse(
        'REPORTER_NOT_MEMBER',
        `${terms.reporterIds[stranger] ?? ''} is no member of ${mission.title}, so it cannot report; invite it first, or name a member.`,
        ['reporterIds', stranger],
      );
}

/** A target whose bounds do not fit the mode it is set in. */
export function boundsOf(
  { value, upper }: Pick<TargetGiven, 'value' | 'upper'>,
  { mode }: DefinitionTerms,
  path: Path,
): Refusal<'BOUNDS_DO_NOT_FIT'> | undefined {
  if (mode !== 'KEEP_WITHIN') {
    return upper === undefined
      ? undefined
      : refuse('BOUNDS_DO_NOT_FIT', `A target of ${mode} is one value; leave out \`upper\`.`, [...path, 'upper']);
  }
  if (upper === undefined) {
    return refuse('BOUNDS_DO_NOT_FIT', 'A target of KEEP_WITHIN has two bounds; give `upper` as well.', [
      ...path,
      'upper',
    ]);
  }
  return compare(fraction(value), fraction(upper)) <= 0
    ? undefined
    : refuse('BOUNDS_DO_NOT_FIT', `The lower bound, ${value}, is above the upper one, ${upper}; exchange them.`, [
        ...path,
        'upper',
      ]);
}

/** The categories by the codes that the definition has for them, in its order; or what it does not have. */
export function coded(
  given: readonly Category[],
  dimensions: readonly Dimension[],
  path: Path,
): readonly Category[] | Refusal<'CODE_UNKNOWN'> {
  for (const [index, { dimension, code }] of given.entries()) {
    const found = dimensions.find(({ key }) => key === dimension);
    if (found === undefined) return unknownDimension(dimension, dimensions, [...path, index, 'dimension']);
    if (codeIn(found, code) === undefined) {
      const codes = found.codes.map((each) => `${each.code} (${each.name})`).join(', ');
      return refuse('CODE_UNKNOWN', `${code} is no code of ${found.key}; write one of: ${codes}.`, [
        ...path,
        index,
        'code',
      ]);
    }
  }
  return dimensions.flatMap((dimension) => {
    const one = given.find((each) => each.dimension === dimension.key);
    const code = one === undefined ? undefined : codeIn(dimension, one.code);
    return code === undefined ? [] : [{ dimension: dimension.key, code }];
  });
}

function unknownDimension(dimension: string, dimensions: readonly Dimension[], path: Path) {
  const keys = dimensions.map(({ key }) => key).join(', ');
  return refuse(
    'CODE_UNKNOWN',
    dimensions.length === 0
      ? `The indicator has no dimensions, so there is no ${dimension}; leave it out, or have a backbone revise the indicator.`
      : `The indicator has no dimension ${dimension}; it has: ${keys}.`,
    path,
  );
}

/** By the code itself, or by its name, in whatever case. */
function codeIn({ codes }: Dimension, given: string): string | undefined {
  const folded = (words: string) => words.normalize('NFC').toLowerCase();
  const meant = folded(given);
  return codes.find(({ code, name }) => folded(code) === meant || folded(name) === meant)?.code;
}
