import type { Messages } from '../../generated/messages/en.js';

/** An indicator that many coalitions measure. What it is called is a message: it is recorded in the words of whoever chose it. */
export interface CommonIndicator {
  readonly id: CommonIndicatorId;
  readonly sdgs: readonly string[];
  readonly unit: string;
  readonly direction: 'INCREASE' | 'DECREASE';
  /** SUM of what is counted as it happens; LATEST of what stands at a time. */
  readonly aggregation: 'SUM' | 'LATEST';
}

type CommonIndicatorId = keyof {
  [Id in keyof Messages as Id extends `commonIndicator.${infer Name}` ? Name : never]: Id;
};

/** More is better, and each figure adds to those before it. */
function counted(id: CommonIndicatorId, unit: string, ...sdgs: readonly string[]): CommonIndicator {
  return { id, sdgs, unit, direction: 'INCREASE', aggregation: 'SUM' };
}

/** The latest figure is the one that counts. */
function standing(
  id: CommonIndicatorId,
  direction: CommonIndicator['direction'],
  unit: string,
  ...sdgs: readonly string[]
): CommonIndicator {
  return { id, sdgs, unit, direction, aggregation: 'LATEST' };
}

/** By goal, the first of each its own. */
export const COMMON_INDICATORS: readonly CommonIndicator[] = [
  counted('peopleHelped', 'person', '1'),
  counted('rightsOpened', 'person', '1.3'),
  counted('mealsServed', 'meal', '2.1'),
  counted('peopleCaredFor', 'person', '3.8'),
  counted('homeVisits', 'visit', '3'),
  counted('peopleTrained', 'person', '4.4'),
  standing('childcarePlaces', 'INCREASE', 'place', '4.2'),
  counted('womenSheltered', 'person', '5.2'),
  standing('waterUsed', 'DECREASE', 'cubic_metre', '6.4'),
  counted('homesRenovated', 'dwelling', '7.3'),
  standing('energyUsed', 'DECREASE', 'kilowatt_hour', '7.3'),
  counted('jobsFound', 'person', '8.5'),
  standing('youngWithoutWork', 'DECREASE', 'percent', '8.6'),
  counted('peopleHelpedOnline', 'person', '9.c'),
  counted('newcomersAccompanied', 'person', '10'),
  counted('peopleHoused', 'person', '11.1'),
  counted('homesMadeSafe', 'dwelling', '11.1'),
  standing('peopleWithoutHome', 'DECREASE', 'person', '11.1'),
  standing('bicycleTrips', 'INCREASE', 'trip', '11.2'),
  counted('foodSaved', 'kilogram', '12.3'),
  standing('householdWaste', 'DECREASE', 'kilogram_per_person', '12.5'),
  standing('emissions', 'DECREASE', 'tonne_co2e', '13'),
  counted('shoreWaste', 'kilogram', '14.1'),
  standing('treesAlive', 'INCREASE', 'tree', '15.2'),
  standing('landRestored', 'INCREASE', 'hectare', '15.1'),
  counted('residentsHeard', 'person', '16.7'),
  counted('dataOpened', 'dataset', '17.18'),
];

/** The goal, 1 to 17, that a goal, a target or an indicator of the framework belongs to. */
export function goalOf(code: string): number {
  return Number.parseInt(code, 10);
}
