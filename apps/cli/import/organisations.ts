import type { Sector } from '@maillage/directory';
import { organisations as layout, type ColumnOf } from './files.js';
import { idFrom } from './ids.js';
import type { Attempt, Recorder } from './recorder.js';
import type { Tally } from './report.js';
import type { Row } from './table.js';
import { oneLine, readCountry, Unreadable } from './values.js';

type Column = ColumnOf<typeof layout>;

const SECTOR_OF_TYPE: Readonly<Record<string, Sector>> = {
  'government body': 'PUBLIC',
  'multilateral, bilateral or intergovernmental body': 'PUBLIC',
  'registered non-profit organisation, charity or foundation': 'CIVIL_SOCIETY',
  'registered company, partnership or commercial association': 'PRIVATE',
};

/** What a role tells of the body that plays it. `Other` and `Impact Investor`, which a foundation may be, tell nothing. */
const SECTOR_OF_CATEGORY: Readonly<Record<string, Sector>> = {
  'government/public sector/public bank': 'PUBLIC',
  'multilateral/bilateral/intergovernmental financial institution': 'PUBLIC',
  'nonprofit/ngo': 'CIVIL_SOCIETY',
  'foundation/philanthropist': 'CIVIL_SOCIETY',
  'for-profit': 'PRIVATE',
  'investment fund': 'PRIVATE',
  'high net worth individual/family office/private bank': 'PRIVATE',
  'corporate giving': 'PRIVATE',
  commercia: 'PRIVATE',
  commercial: 'PRIVATE',
};

/** Register codes by org-id.guide begin with a country, `GB-CHC-1044940`; the publisher's own ids do not. */
const REGISTERED = /^([A-Z]{2}-[A-Z][A-Z0-9]*)-([A-Z0-9./-]+)$/;

type Categorised = Row<'organisation' | 'category'>;

/** @returns the UUIDs of the organisations that are in the ledger, by the source's ids. */
export async function recordOrganisations(
  rows: readonly Row<Column>[],
  categorised: readonly Categorised[],
  recorder: Recorder,
  tally: Tally,
): Promise<ReadonlyMap<string, string>> {
  const evidence = sectorsByCategory(categorised);
  const attempts = unique(rows, tally).map((row) => attemptOf(row, evidence.get(row.cells.id.trim()), recorder, tally));
  const outcomes = await recorder.record('organisations', attempts);
  const known = new Map<string, string>();
  for (const row of rows) {
    const id = row.cells.id.trim();
    // A row that shares its id with an earlier one was never attempted.
    if ((outcomes.get(row) ?? 'refused') !== 'refused') known.set(id, idFrom('organisation', id));
  }
  return known;
}

/** A file whose rows are named by their id: one without an id, or with an earlier row's, cannot be told from others. */
export function unique<Named extends Row<'id'>>(rows: readonly Named[], tally: Tally): readonly Named[] {
  const first = new Map<string, number>();
  return rows.filter((row) => {
    const id = row.cells.id.trim();
    const line = first.get(id);
    if (id !== '' && line === undefined) {
      first.set(id, row.line);
      return true;
    }
    tally.refused(row, 'id', line === undefined ? 'is missing' : `is the ID of line ${line} already`);
    return false;
  });
}

function attemptOf(row: Row<Column>, evidence: Sector | undefined, recorder: Recorder, tally: Tally): Attempt {
  const { cells } = row;
  const key = cells.id.trim();
  const id = idFrom('organisation', key);
  const jurisdiction = jurisdictionOf(row, tally);
  const identifier = identifierOf(row, tally);
  const register = (sector: Sector) =>
    recorder.command('RegisterOrganisation', id, idFrom('organisation', key, 'register'), {
      name: oneLine(cells.name),
      sector,
      ...(jurisdiction === undefined ? {} : { jurisdiction }),
      identifiers: identifier === undefined ? [] : [identifier],
    });
  const own = SECTOR_OF_TYPE[cells.type.trim().toLowerCase()];
  const preferred = own ?? evidence ?? 'UNDECLARED';
  // Evidence comes from other files, which grow: what was registered on less of it is this row all the same. It is left
  // as it stands, since the organisation may by then speak for itself.
  const others = (['PUBLIC', 'CIVIL_SOCIETY', 'PRIVATE', 'UNDECLARED'] as const).filter((each) => each !== preferred);
  return {
    row,
    key,
    ways: () => [
      { command: register(preferred) },
      ...(own === undefined
        ? others.map((sector) => ({ command: register(sector), after: 'COMMAND_ID_REUSED' as const }))
        : []),
    ],
    columns: { id: 'id', name: 'name', sector: 'type', jurisdiction: 'jurisdiction', identifiers: 'register' },
  };
}

/** By organisation, where all role categories that tell a sector tell the same one. */
function sectorsByCategory(rows: readonly Categorised[]): ReadonlyMap<string, Sector> {
  const told = new Map<string, Set<Sector>>();
  for (const { cells } of rows) {
    const sector = SECTOR_OF_CATEGORY[cells.category.trim().toLowerCase()];
    if (sector === undefined) continue;
    const id = cells.organisation.trim();
    told.set(id, (told.get(id) ?? new Set()).add(sector));
  }
  const agreed = new Map<string, Sector>();
  for (const [id, sectors] of told) {
    const [only] = sectors;
    if (sectors.size === 1 && only !== undefined) agreed.set(id, only);
  }
  return agreed;
}

/** `Country` stands in where it holds a code; the names and places in it are no codes, and are left out with a note. */
function jurisdictionOf(row: Row<Column>, tally: Tally): string | undefined {
  for (const column of ['jurisdiction', 'country'] as const) {
    const text = row.cells[column].trim();
    if (text === '') continue;
    const code = readCountry(text);
    if (!(code instanceof Unreadable)) return code;
    tally.note(row, column, code.reason);
  }
  return undefined;
}

function identifierOf(row: Row<Column>, tally: Tally): { scheme: string; value: string } | undefined {
  const text = row.cells.register.trim();
  if (text === '') return undefined;
  const [, scheme, value] = REGISTERED.exec(text) ?? [];
  if (scheme !== undefined && value !== undefined) return { scheme, value };
  tally.note(row, 'register', 'is not an org-id.guide identifier such as GB-CHC-1044940');
  return undefined;
}
