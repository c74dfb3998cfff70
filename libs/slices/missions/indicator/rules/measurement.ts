import { dateOf, isRefusal, refuse, type Instant, type Period, type Refusal } from '@maillage/kernel';
import { sameGroup } from '@maillage/directory';
import { notAMember } from '../../mission/rules/shared.js';
import { hasRole, isMember, type MissionState } from '../../mission/state.js';
import { cellOf } from '../cell.arithmetic.js';
import type { MeasurementInput } from '../commands.js';
import type { Capacity, DefinitionTerms, Dimension, Measured } from '../events.js';
import { quotient } from '../fraction.arithmetic.js';
import { actedOn, type IndicatorState, type MeasurementState } from '../state.js';
import { coded, refuseRetired, refuseUndefined, type IndicatorRule } from './shared.js';

export const recordMeasurement: IndicatorRule<'RecordMeasurement'> = {
  allowed: (asked, state, { mission }) =>
    refuseRetired(asked, state) ??
    (isMember(mission, asked.actor.organisation) ? undefined : notAMember(mission, asked.actor.organisation)),
  decide({ actor, commandId, data, at }, state, { mission }) {
    const measurementId = data.measurementId ?? commandId;
    if (state.measurements[measurementId] !== undefined) {
      return refuse(
        'MEASUREMENT_EXISTS',
        `A measurement is recorded under ${measurementId} already; correct that one, or choose another id.`,
        ['measurementId'],
      );
    }
    const measured = measuredOf(data, at, state.terms, state.terms.dimensions);
    if (isRefusal(measured)) return measured;
    const recordedBy = actor.organisation;
    const clash = clashOf(measured, { measurementId, recordedBy }, state, data);
    if (clash !== undefined) return clash;
    const { missionId, definitionVersion } = state;
    const capacity = capacityOf(recordedBy, state, mission);
    return [
      {
        type: 'MeasurementRecorded',
        data: { missionId, measurementId, recordedBy, definitionVersion, capacity, ...measured },
      },
    ];
  },
};

/** A reporter is one as of its report. */
function capacityOf(organisationId: string, { terms }: IndicatorState, mission: MissionState): Capacity {
  const { reporterIds } = terms;
  const reports =
    reporterIds.length === 0 ? hasRole(mission, organisationId, 'BACKBONE') : reporterIds.includes(organisationId);
  return reports ? 'REPORTER' : 'OTHER';
}

export const correctMeasurement: IndicatorRule<'CorrectMeasurement'> = {
  allowed(asked, state) {
    const { about, actor } = asked;
    const refusal = refuseUndefined(asked, state);
    if (refusal !== undefined) return refusal;
    const found = state.measurements[about];
    if (found === undefined) return unknownMeasurement(about, state);
    // Its author may mend an error even after leaving the mission: a wrong figure is worse than a late correction.
    // Nobody else does: it stands under its author's name, and would be another's word in its mouth.
    return found.recordedBy === actor.organisation
      ? undefined
      : refuse(
          'NOT_YOURS',
          'A measurement is corrected by the organisation that recorded it; record a figure of your own beside it. Where reporters differ, an evaluator confirms one.',
          ['measurementId'],
        );
  },
  decide({ data, at }, state) {
    const { measurementId, reason } = data;
    const before = state.measurements[measurementId] as MeasurementState;
    const dimensions = state.dimensions[before.definitionVersion - 1] ?? state.terms.dimensions;
    const said = measuredOf(data, at, state.terms, dimensions);
    if (isRefusal(said)) return said;
    // Nobody can give the words of before any more: without them, a figure of one group would become everybody's.
    const kept = before.group === undefined || said.categories.length > 0 ? {} : { group: before.group };
    const measured = { ...said, ...kept };
    const clash = clashOf(measured, { measurementId, recordedBy: before.recordedBy }, state, data);
    if (clash !== undefined) return clash;
    const { missionId } = state;
    return [{ type: 'MeasurementCorrected', data: { missionId, measurementId, ...measured, reason } }];
  },
};

export const confirmMeasurement: IndicatorRule<'ConfirmMeasurement'> = {
  allowed(asked, state, { mission, actor, reporters, connections }) {
    const { about, on } = asked;
    const by = asked.actor.organisation;
    const refusal = refuseUndefined(asked, state);
    if (refusal !== undefined) return refusal;
    const found = state.measurements[about];
    if (found === undefined) return unknownMeasurement(about, state);
    if (!hasRole(mission, by, 'EVALUATOR')) {
      return refuse(
        'NOT_AN_EVALUATOR',
        `Of figures that differ, an evaluator of ${mission.title} confirms one; join as one, or record your own figure.`,
      );
    }
    if (othersThan(found, state).length === 0) {
      return refuse(
        'NOT_CONTESTED',
        'No reporter has recorded another figure of the same part and days; only where two differ is one confirmed.',
        ['measurementId'],
      );
    }
    if (reporters.some((each) => sameGroup(actor, each, on, connections))) {
      return refuse(
        'SAME_CONTROL_GROUP',
        'Your organisation shares a control group with one that reported here, or did within the last 365 days, be it by way of others; another evaluator confirms a figure.',
        ['measurementId'],
      );
    }
    return found.confirmedBy.includes(by)
      ? refuse(
          'FIGURE_CONFIRMED',
          'Your organisation confirmed this figure already; it may confirm the other one instead.',
          ['measurementId'],
        )
      : undefined;
  },
  decide(command, state) {
    const { measurementId, evidence } = command.data;
    const { missionId } = state;
    const on = actedOn(command, state);
    const confirmedBy = command.actor.organisation;
    return [{ type: 'MeasurementConfirmed', data: { missionId, measurementId, confirmedBy, evidence, on } }];
  },
};

/** Who reported a figure, or another of the same: whoever confirms one of them is tied to none. */
export function reportersOf(measurementId: string, state: IndicatorState): readonly string[] {
  const found = state.measurements[measurementId];
  if (found === undefined) return [];
  return [...new Set([found, ...othersThan(found, state)].map(({ recordedBy }) => recordedBy))];
}

/** What others reported of the same part and days, and differs. */
function othersThan(found: MeasurementState, { measurements, terms }: IndicatorState): readonly MeasurementState[] {
  if (found.capacity === 'OTHER') return [];
  // Figures that are added up differ over all the days that one of them is of.
  const same = terms.aggregation === 'SUM' ? overlaps : equals;
  return Object.values(measurements).filter(
    (each) =>
      each.capacity !== 'OTHER' &&
      // Of what was recorded before indicators had reporters, the latest stands for all.
      !(each.capacity === 'ANYONE' && found.capacity === 'ANYONE') &&
      each.recordedBy !== found.recordedBy &&
      each.cell === found.cell &&
      same(each.period, found.period) &&
      (each.value !== found.value || !equals(each.period, found.period)),
  );
}

function unknownMeasurement(id: string, { terms }: IndicatorState): Refusal<'UNKNOWN_MEASUREMENT'> {
  return refuse('UNKNOWN_MEASUREMENT', `${terms.name} has no measurement ${id}; record it first.`, ['measurementId']);
}

/** Why one reporter's figure cannot stand beside those that it recorded before. */
function clashOf(
  measured: Measured,
  { measurementId, recordedBy }: { readonly measurementId: string; readonly recordedBy: string },
  { measurements, terms }: IndicatorState,
  input: MeasurementInput,
): Refusal<'MEASUREMENT_EXISTS' | 'PERIOD_OVERLAPS'> | undefined {
  const cell = cellOf(measured);
  const own = Object.entries(measurements).filter(
    ([id, each]) => id !== measurementId && each.recordedBy === recordedBy && each.cell === cell,
  );
  const path = input.date === undefined ? ['period'] : ['date'];
  const same = own.find(([, { period }]) => equals(period, measured.period));
  if (same !== undefined) {
    return refuse(
      'MEASUREMENT_EXISTS',
      `Your organisation recorded ${same[1].value} for the same part and days already, as ${same[0]}; correct that one.`,
      path,
    );
  }
  const across =
    terms.aggregation === 'SUM' ? own.find(([, { period }]) => overlaps(period, measured.period)) : undefined;
  if (across === undefined) return undefined;
  const { from, to } = across[1].period;
  return refuse(
    'PERIOD_OVERLAPS',
    `The figures of ${terms.name} are added up, and ${from} to ${to} is reported already, as ${across[0]}; choose other days, or correct that one.`,
    path,
  );
}

function equals(one: Period, other: Period): boolean {
  return one.from === other.from && one.to === other.to;
}

function overlaps(one: Period, other: Period): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** Absent facts stay absent: the event is hashed as it is written, without keys that hold nothing. */
function measuredOf(
  input: MeasurementInput,
  at: Instant,
  terms: DefinitionTerms,
  dimensions: readonly Dimension[],
): Measured | Refusal<'PERIOD_IN_FUTURE' | 'VALUE_DOES_NOT_FIT' | 'CODE_UNKNOWN'> {
  const early = inFuture(input, at);
  if (early !== undefined) return early;
  const figure = figureOf(input, terms);
  if (isRefusal(figure)) return figure;
  const categories = coded(input.categories, dimensions, ['categories']);
  if (isRefusal(categories)) return categories;
  const { place, evidence, note } = input;
  return {
    ...figure,
    period: periodOf(input),
    ...(place === undefined ? {} : { place }),
    categories: [...categories],
    evidence,
    ...(note === undefined ? {} : { note }),
  };
}

function figureOf(
  { value, numerator, denominator }: MeasurementInput,
  { aggregation, unit }: DefinitionTerms,
): Pick<Measured, 'value' | 'numerator' | 'denominator'> | Refusal<'VALUE_DOES_NOT_FIT'> {
  if (aggregation !== 'RATIO') {
    if (numerator !== undefined || denominator !== undefined) {
      return refuse(
        'VALUE_DOES_NOT_FIT',
        'This indicator is no ratio; give its value, without numerator and denominator.',
        [numerator === undefined ? 'denominator' : 'numerator'],
      );
    }
    return value === undefined
      ? refuse('VALUE_DOES_NOT_FIT', `This indicator is no ratio; say how much was measured, in ${unit}.`, ['value'])
      : { value };
  }
  if (value !== undefined) {
    return refuse(
      'VALUE_DOES_NOT_FIT',
      'This indicator is a ratio; give numerator and denominator, without the value.',
      ['value'],
    );
  }
  if (numerator === undefined || denominator === undefined) {
    return refuse('VALUE_DOES_NOT_FIT', 'This indicator is a ratio; give both numerator and denominator.', [
      numerator === undefined ? 'numerator' : 'denominator',
    ]);
  }
  return { value: quotient(numerator, denominator, unit), numerator, denominator };
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

function periodOf({ date, period }: Pick<MeasurementInput, 'date' | 'period'>): Period {
  if (period !== undefined) return period;
  if (date === undefined) throw new Error('The command schema lets no measurement through without a date or a period.');
  return { from: date, to: date };
}
