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

/** What people are counted by, where they are counted by anything. */
const SEX = {
  key: 'sex',
  name: { en: 'Women and men', fr: 'Femmes et hommes' },
  codes: { women: { en: 'Women', fr: 'Femmes' }, men: { en: 'Men', fr: 'Hommes' } },
} as const;
const WHOM = ['women', 'men'] as const;

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
      data: { target: { targetId: 'main', value: target, dueOn: target_on }, reason: plan.say(reason) },
    });
  }
  for (const { indicator, by: members, on } of plan.tables.agreements) {
    for (const by of members) {
      plan.add({
        kind: 'indicators',
        on,
        by,
        type: 'AgreeIndicator',
        id: indicatorId(indicator),
        name: [indicator, by],
        data: { definitionVersion: 1 },
      });
    }
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
        value,
        date: on,
        ...placeOf(place),
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
      ...(row.aggregation === undefined ? {} : { aggregation: row.aggregation }),
      ...(row.women_target === undefined ? {} : { dimensions: [dimension(plan)] }),
      reporterIds: plan.organisations(row.reporters),
      baseline: { value: row.baseline, on: row.baseline_on },
      targets: targetsOf(row),
      source: plan.say(source),
      ...(proxy === undefined ? {} : { proxyFor: plan.say(proxy) }),
      sdgs,
    },
  });
}

function dimension(plan: Plan) {
  const codes = WHOM.map((code) => ({ code, name: plan.say(SEX.codes[code]) }));
  return { key: SEX.key, name: plan.say(SEX.name), codes };
}

function targetsOf(row: Tables['indicators'][number]) {
  const { target, target_on, women_from, women_target, women_target_on } = row;
  const main = { targetId: 'main', value: target, dueOn: target_on };
  if (women_target === undefined) return [main];
  const categories = [{ dimension: SEX.key, code: 'women' }];
  return [main, { targetId: 'women', value: women_target, from: women_from, dueOn: women_target_on, categories }];
}

function measure(row: Tables['measurements'][number], plan: Plan): void {
  const { indicator, by, on } = row;
  for (const part of [...WHERE, ...WHOM]) {
    const value = row[part];
    if (value === undefined) continue;
    const figure = row.of === undefined ? { value } : { numerator: value, denominator: row.of };
    plan.add({
      kind: 'measurements',
      on: later(on, DAYS_TO_COUNT),
      by,
      type: 'RecordMeasurement',
      id: indicatorId(indicator),
      name: [indicator, on, part],
      data: { measurementId: measurementId(indicator, on, part), ...figure, date: on, ...partOf(part) },
    });
  }
}

function partOf(part: (typeof WHERE)[number] | (typeof WHOM)[number]) {
  return part === 'women' || part === 'men' ? { categories: [{ dimension: SEX.key, code: part }] } : placeOf(part);
}

/** The city as a whole has no place: its figure is the mission's own. */
function placeOf(where: (typeof WHERE)[number]) {
  return where === 'city' ? {} : { place: { name: PLACES[where], country: 'FR' } };
}

export function indicatorId(key: string): string {
  return idFrom('indicator', key);
}

function measurementId(indicator: string, on: string, where: string): string {
  return idFrom('measurement', indicator, on, where);
}
