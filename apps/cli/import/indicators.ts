import { groupBy, OTHERWISE, type Attempt, type Recorder } from './recorder.js';
import type { Command } from '@maillage/kernel';
import { idFrom, keyOf, updateIdFrom } from './ids.js';
import type { ColumnOf, outcomeMetrics, results } from './files.js';
import { sdgsOf } from './missions.js';
import type { Row } from './table.js';
import { cut, firstLine, isFault, listOf, oneLine, readNumber, readPeriod, Unreadable } from './values.js';
import { absent, missionOf, sourceOf, type World } from './world.js';

type Metric = Row<ColumnOf<typeof outcomeMetrics>>;
type Result = Row<ColumnOf<typeof results>>;

/** Indicators that are in the ledger, by project and metric id; `undefined` where several metrics share the id. */
export type Indicators = ReadonlyMap<string, string | undefined>;

/** What the source counts, where it says so in words that are one of the ledger's units. */
const UNIT_OF: Readonly<Record<string, string>> = {
  families: 'household',
  households: 'household',
  'no. of people': 'person',
  children: 'person',
  girls: 'person',
  'bed days': 'day',
  'tonnes of plastic waste': 'tonne',
};

export async function recordIndicators(metrics: readonly Metric[], world: World): Promise<Indicators> {
  const outcomes = await world.recorder.record(
    'indicators',
    metrics.flatMap((row) => define(row, world) ?? []),
  );
  const known = new Map<string, string | undefined>();
  for (const [key, rows] of groupBy(metrics, metricKey)) {
    const isKnown = rows.some((row) => (outcomes.get(row) ?? 'refused') !== 'refused');
    if (isKnown) known.set(key, rows.length === 1 ? idFrom('metric', key, 1) : undefined);
  }
  return known;
}

function metricKey({ cells }: Metric): string {
  return keyOf(cells.project, cells.id);
}

function define(row: Metric, world: World): Attempt | undefined {
  const { recorder, tally } = world;
  const mission = missionOf(row, world);
  if (mission === undefined) return undefined;
  const { cells } = row;
  if (oneLine(cells.definition) === '') {
    tally.refused(row, 'definition', 'is missing; an indicator says what it measures');
    return undefined;
  }
  const key = metricKey(row);
  const unit = unitOf(row);
  const target = targetOf(row, world);
  const source = [cells.validation, cells.dataSource].map(oneLine).filter((part) => part !== '');
  const data = {
    missionId: mission.id,
    name: cut(firstLine(cells.definition), 400),
    description: descriptionOf(row),
    unit,
    // Whatever the outcome is, what is counted is how often it was achieved.
    direction: 'INCREASE',
    // People served are counted from the first one on; where anything else began, the source does not say.
    ...(target !== undefined && (unit === 'person' || unit === 'household') ? { baseline: { value: '0' } } : {}),
    ...(target === undefined ? {} : { targets: [{ value: target }] }),
    ...(source.length === 0 ? {} : { source: cut(source.join('; '), 1000) }),
    sdgs: sdgsOf(row, tally),
  };
  return {
    row,
    key,
    ways: (slot) => [
      {
        command: recorder.command(
          'DefineIndicator',
          idFrom('metric', key, slot),
          idFrom('metric', key, slot, 'define'),
          data,
        ),
      },
    ],
    updates: updatesOf(data, key, recorder),
    columns: { missionId: 'project', id: 'id', name: 'definition', description: 'definition', targets: 'targetNumber' },
  };
}

interface Definition {
  readonly missionId: string;
  readonly targets?: readonly { readonly value: string }[];
}

/** What replaces a definition that the source words or counts otherwise by now, and its target. */
function updatesOf({ missionId: _, targets = [], ...terms }: Definition, key: string, recorder: Recorder): Command[] {
  const id = idFrom('metric', key, 1);
  const definition = { baseline: null, source: null, ...terms };
  const send = (type: string, data: object) =>
    recorder.command(type, id, updateIdFrom(data, 'metric', key, 1), { ...data, reason: OTHERWISE });
  return [send('ReviseIndicator', definition), ...targets.map((target) => send('ReviseIndicatorTarget', { target }))];
}

function unitOf({ cells }: Metric): string {
  const described = UNIT_OF[oneLine(cells.unitDescription).toLowerCase()];
  return described ?? (cells.unitType.trim() === 'Individual' ? 'person' : 'count');
}

function targetOf(row: Metric, { tally }: World): string | undefined {
  if (row.cells.targetNumber.trim() === '') return undefined;
  const value = readNumber(row.cells.targetNumber);
  if (value === '0') tally.note(row, 'targetNumber', 'is 0, which is no target to reach');
  else if (value instanceof Unreadable) tally.note(row, 'targetNumber', value.reason);
  else return value;
  return undefined;
}

/** All the source says of the outcome in words, so that nothing of the definition is lost in the name. */
function descriptionOf({ cells }: Metric): string {
  const parts = [
    oneLine(cells.definition),
    labelled('Target', cells.target),
    labelled('Target population', cells.population),
  ];
  return cut(parts.filter((part) => part !== '').join('\n'), 4000);
}

function labelled(label: string, text: string): string {
  const line = oneLine(text);
  return line === '' ? '' : `${label}: ${line}`;
}

/** Results become measurements of their metric's indicator. */
export async function recordMeasurements(rows: readonly Result[], indicators: Indicators, world: World): Promise<void> {
  await world.recorder.record(
    'measurements',
    rows.flatMap((row) => measure(row, indicators, world) ?? []),
  );
}

function measure(row: Result, indicators: Indicators, world: World): Attempt | undefined {
  const { recorder, tally } = world;
  const { cells } = row;
  if (missionOf(row, world) === undefined) return undefined;
  const indicatorId = indicatorOf(row, indicators, world);
  if (indicatorId === undefined) return undefined;
  const value = valueOf(row, world);
  if (value === undefined) return undefined;
  const period = readPeriod(cells.from, cells.to);
  if (isFault(period)) {
    tally.refused(row, period.end, period.reason);
    return undefined;
  }
  for (const id of listOf(cells.validators)) {
    if (!world.organisations.has(id)) tally.note(row, 'validators', absent(id, 'organisation', 'organisations.csv'));
  }
  const key = keyOf(cells.project, cells.metric, cells.type, cells.from, cells.to);
  const { dataset, record } = sourceOf(cells.project.trim(), cells.metric.trim());
  const type = oneLine(cells.type);
  return {
    row,
    key,
    ways: (slot) => {
      const measurementId = idFrom('result', key, slot);
      return [
        {
          command: recorder.command('RecordMeasurement', indicatorId, idFrom('result', key, slot, 'record'), {
            measurementId,
            value,
            period,
            evidence: [],
            note: `${type === '' ? 'Result' : `${type} result`}, from ${dataset}, ${record}.`,
          }),
        },
      ];
    },
    columns: { period: 'to', value: 'achieved', id: 'metric' },
  };
}

function indicatorOf(row: Result, indicators: Indicators, { tally }: World): string | undefined {
  const metric = row.cells.metric.trim();
  const key = keyOf(row.cells.project, metric);
  const id = indicators.get(key);
  if (id !== undefined) return id;
  if (metric === '') {
    tally.refused(row, 'metric', 'is missing; a result of the project as a whole measures no one indicator');
  } else if (indicators.has(key)) {
    tally.refused(
      row,
      'metric',
      `${metric} is the id of several metrics of the project, so which was measured is uncertain`,
    );
  } else {
    tally.refused(row, 'metric', absent(metric, 'metric of the project', 'projects_outcome_metrics.csv'));
  }
  return undefined;
}

/** The number achieved or, where that is told in words, the number of people with a positive outcome. */
function valueOf(row: Result, { tally }: World): string | undefined {
  const { achieved, positive } = row.cells;
  const value = readNumber(achieved);
  if (!(value instanceof Unreadable)) return value;
  const people = positive.trim() === '' ? undefined : readNumber(positive);
  if (typeof people === 'string') return people;
  if (people !== undefined) tally.refused(row, 'positive', people.reason);
  else tally.refused(row, 'achieved', achieved.trim() === '' ? 'is missing' : value.reason);
  return undefined;
}
