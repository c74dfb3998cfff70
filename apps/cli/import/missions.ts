import { SDG_CODES, type Place } from '@maillage/missions';
import type { CalendarDate } from '@maillage/kernel';
import { projects as layout, type ColumnOf, type deliveryLocations } from './files.js';
import { idFrom, updateIdFrom } from './ids.js';
import { unique } from './organisations.js';
import { groupBy, OTHERWISE, type Attempt, type Recorder } from './recorder.js';
import type { Tally } from './report.js';
import type { Row } from './table.js';
import { cut, firstSentence, hashtagOf, listOf, oneLine, readCountry, readDate, Unreadable } from './values.js';

type Column = ColumnOf<typeof layout>;
type Location = Row<ColumnOf<typeof deliveryLocations>>;

/** A mission that is in the ledger, and what other files' rows need to know of its project. */
export interface KnownMission {
  readonly id: string;
  /** By when everything promised to it should be done. */
  readonly dueOn: CalendarDate | undefined;
}

interface Prepared {
  readonly project: string;
  readonly attempt: Attempt;
  readonly known: KnownMission;
}

const DATES = [
  'serviceStart',
  'signed',
  'actualCompletion',
  'actualEnd',
  'anticipatedCompletion',
  'anticipatedEnd',
] as const;
type Dates = Readonly<Record<(typeof DATES)[number], CalendarDate | undefined>>;

/** @returns the missions that are in the ledger, by their project's id. */
export async function recordMissions(
  rows: readonly Row<Column>[],
  locations: readonly Location[],
  recorder: Recorder,
  tally: Tally,
): Promise<ReadonlyMap<string, KnownMission>> {
  const locationsOf = groupBy(locations, ({ cells }) => cells.project.trim());
  const prepared = unique(rows, tally).map((row) =>
    prepare(row, locationsOf.get(row.cells.id.trim()) ?? [], recorder, tally),
  );
  const outcomes = await recorder.record(
    'missions',
    prepared.map(({ attempt }) => attempt),
  );
  for (const row of locations) {
    if (!tally.isSettled(row)) tally.refused(row, 'project', 'names no project of projects.csv');
  }
  return new Map(
    prepared.flatMap(({ project, attempt, known }) =>
      outcomes.get(attempt.row) === 'refused' ? [] : [[project, known] as const],
    ),
  );
}

function prepare(row: Row<Column>, locations: readonly Location[], recorder: Recorder, tally: Tally): Prepared {
  const { cells } = row;
  const key = cells.id.trim();
  const id = idFrom('project', key);
  const dates = datesOf(row, tally);
  const { places, taken } = placesOf(locations, tally);
  const terms = { ...termsOf(row, dates, tally), places };
  // In the command's id, because places come from another file: when that grows, the project's own row is no other.
  const revised = { ...terms, startsOn: terms.startsOn ?? null, endsOn: terms.endsOn ?? null };
  const where = places.map(({ name, country }) => `${country ?? ''} ${name}`).join('\n');
  return {
    project: key,
    known: { id, dueOn: dates.anticipatedCompletion },
    attempt: {
      row,
      key,
      merged: taken,
      ways: () => [
        { command: recorder.command('DeclareMission', id, idFrom('project', key, 'declare', where), terms) },
        {
          after: 'MISSION_EXISTS',
          command: recorder.command('ReviseMission', id, idFrom('project', key, 'revise', where), {
            ...revised,
            reason: 'The source names other delivery locations than before.',
          }),
        },
      ],
      updates: [
        recorder.command('ReviseMission', id, updateIdFrom(revised, 'project', key), { ...revised, reason: OTHERWISE }),
      ],
      columns: { id: 'id', title: 'name', challenge: 'challenge', hashtag: 'sector', sdgs: 'primaryGoal' },
    },
  };
}

function termsOf(row: Row<Column>, dates: Dates, tally: Tally) {
  const { cells } = row;
  const title = cut(oneLine(cells.name), 300);
  const challenge = oneLine(cells.challenge) || firstSentence(cells.intervention) || title;
  const startsOn = dates.serviceStart ?? dates.signed;
  let endsOn = dates.actualCompletion ?? dates.actualEnd ?? dates.anticipatedCompletion ?? dates.anticipatedEnd;
  if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn) {
    const column = DATES.slice(2).find((each) => dates[each] === endsOn) ?? 'actualCompletion';
    tally.note(row, column, `is before the project starts, on ${startsOn}`);
    endsOn = undefined;
  }
  return {
    title,
    challenge: cut(challenge, 500),
    // Every project of the dataset is an impact bond, whatever else it is.
    hashtag: hashtagOf(cells.sector) ?? '#impact-bond',
    ...(startsOn === undefined ? {} : { startsOn }),
    ...(endsOn === undefined ? {} : { endsOn }),
    sdgs: sdgsOf(row, tally),
    // The publisher describes these missions; it is not its to invite others to them.
    openInvitation: false,
  };
}

function datesOf(row: Row<Column>, tally: Tally): Dates {
  const read = (column: (typeof DATES)[number]): CalendarDate | undefined => {
    const text = row.cells[column].trim();
    if (text === '') return undefined;
    const date = readDate(text, column === 'serviceStart' || column === 'signed' ? 'first' : 'last');
    if (!(date instanceof Unreadable)) return date;
    tally.note(row, column, date.reason);
    return undefined;
  };
  return {
    serviceStart: read('serviceStart'),
    signed: read('signed'),
    actualCompletion: read('actualCompletion'),
    actualEnd: read('actualEnd'),
    anticipatedCompletion: read('anticipatedCompletion'),
    anticipatedEnd: read('anticipatedEnd'),
  };
}

const SDG_COLUMNS = ['primaryGoal', 'secondaryGoals', 'primaryTarget', 'secondaryTargets'] as const;
type SdgColumn = (typeof SDG_COLUMNS)[number];

/** Goals and targets in the order of the columns, each once. */
export function sdgsOf(row: Row<SdgColumn>, tally: Tally): readonly string[] {
  const codes = new Set<string>();
  for (const column of SDG_COLUMNS) {
    for (const code of listOf(row.cells[column])) {
      if (SDG_CODES.has(code)) codes.add(code);
      else tally.note(row, column, `${code} is not a Sustainable Development Goal or target`);
    }
  }
  return [...codes].slice(0, 30);
}

const MOST_PLACES = 100;

/** Sorted and each once, so that the order of the rows says nothing. */
function placesOf(
  rows: readonly Location[],
  tally: Tally,
): { readonly places: readonly Place[]; readonly taken: readonly Location[] } {
  const taken: Location[] = [];
  const places = new Map<string, Place>();
  for (const row of rows) {
    const name = cut(oneLine(row.cells.name), 300);
    const country = row.cells.country.trim() === '' ? undefined : readCountry(row.cells.country);
    const key = `${name}\n${typeof country === 'string' ? country : ''}`;
    if (name === '') {
      tally.refused(row, 'name', 'is missing; a place has at least a name');
    } else if (!places.has(key) && places.size === MOST_PLACES) {
      tally.refused(row, 'name', `is one too many; a mission has at most ${MOST_PLACES} places`);
    } else {
      if (country instanceof Unreadable) tally.note(row, 'country', country.reason);
      places.set(key, typeof country === 'string' ? { name, country } : { name });
      taken.push(row);
    }
  }
  const sorted = [...places].sort(([a], [b]) => (a < b ? -1 : 1));
  return { places: sorted.map(([, place]) => place), taken };
}
