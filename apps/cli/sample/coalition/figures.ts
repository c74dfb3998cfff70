import { idFrom, later, type Plan } from './plan.js';
import type { Tables } from './tables.js';

/** The neighbourhoods of Rivemont, which no map has. */
const PLACES = {
  ecluses: 'Les Écluses',
  verrerie: 'La Verrerie',
  saint_aubrac: 'Saint-Aubrac',
  hauts_fours: 'Les Hauts-Fours',
  port_neuf: 'Port-Neuf',
} as const;
type PlaceKey = keyof typeof PLACES;
const WHERE = ['city', ...(Object.keys(PLACES) as PlaceKey[])] as const;

/** Figures come in some days after the day they are of. */
const DAYS_TO_COUNT = 9;

/** What the missions measure, and what was measured. */
export function planFigures(plan: Plan): void {
  for (const row of plan.tables.indicators) define(row, plan);
  for (const { indicator, by, target, target_on, on, reason } of plan.tables.targets) {
    plan.add({
      kind: 'indicators',
      on,
      by,
      type: 'ReviseIndicatorTarget',
      id: indicatorId(indicator),
      name: [indicator, on],
      data: { target: { value: target, dueOn: target_on }, reason: plan.say(reason) },
    });
  }
  for (const row of plan.tables.measurements) measure(row, plan);
  for (const { indicator, by, on, place, value, corrected_on, reason } of plan.tables.corrections) {
    plan.add({
      kind: 'measurements',
      on: corrected_on,
      by,
      type: 'CorrectMeasurement',
      id: indicatorId(indicator),
      name: [indicator, on, place, corrected_on],
      data: {
        measurementId: measurementId(indicator, on, place),
        ...figure(value, on, place),
        reason: plan.say(reason),
      },
    });
  }
}

function define(row: Tables['indicators'][number], plan: Plan): void {
  const { key, mission, defined_on, unit, direction, sdgs, name, description, source, proxy } = row;
  const declaredBy = plan.tables.missions.find((each) => each.key === mission)?.declared_by ?? mission;
  plan.add({
    kind: 'indicators',
    on: defined_on,
    by: declaredBy,
    type: 'DefineIndicator',
    id: indicatorId(key),
    name: [key],
    data: {
      missionId: plan.mission(mission),
      name: plan.say(name),
      description: plan.say(description),
      unit,
      direction,
      baseline: { value: row.baseline, on: row.baseline_on },
      target: { value: row.target, dueOn: row.target_on },
      source: plan.say(source),
      ...(proxy === undefined ? {} : { proxyFor: plan.say(proxy) }),
      sdgs,
    },
  });
}

function measure(row: Tables['measurements'][number], plan: Plan): void {
  const { indicator, by, on } = row;
  for (const where of WHERE) {
    const value = row[where];
    if (value === undefined) continue;
    plan.add({
      kind: 'measurements',
      on: later(on, DAYS_TO_COUNT),
      by,
      type: 'RecordMeasurement',
      id: indicatorId(indicator),
      name: [indicator, on, where],
      data: { measurementId: measurementId(indicator, on, where), ...figure(value, on, where) },
    });
  }
}

/** The city as a whole has no place: its figure is the mission's own. */
function figure(value: string, date: string, where: (typeof WHERE)[number]) {
  return { value, date, ...(where === 'city' ? {} : { place: { name: PLACES[where], country: 'FR' } }) };
}

function indicatorId(key: string): string {
  return idFrom('indicator', key);
}

function measurementId(indicator: string, on: string, where: string): string {
  return idFrom('measurement', indicator, on, where);
}
