import { sql } from 'kysely';
import { holds, query } from '@maillage/engine';
import { foldText } from '@maillage/kernel';
import { numberKey, nameKey, type Identifier, type Sector } from './events.js';

export interface AlikeOrganisation {
  readonly id: string;
  readonly name: string;
  readonly sector: Sector;
  readonly jurisdiction: string | null;
  /** Whether the operator confirmed who it is. */
  readonly confirmed: boolean;
  /** Whether a reader would take one name for the other. */
  readonly same_name: boolean;
  /** Whether it claims a number that was asked for, or has it confirmed. */
  readonly same_number: boolean;
}

interface Asked {
  readonly name: string;
  /** By the keys that numbers are compared by. */
  readonly numbers: readonly string[];
}

/** Letters of other scripts, and digits, that look like these of the Latin one; in lower case, as names are compared. */
const LOOK = {
  from: 'аеорсухіјѕкмнтгвοαρνυκιετβηχ01i',
  to: 'aeopcyxljskmhtrboapvykletbnxoll',
} as const;

const LOOKS = new Map(Array.from(LOOK.from, (letter, index) => [letter, LOOK.to[index] ?? letter]));

/** As {@link organisationsAlike} compares names, of a folded text: whatever looks like a Latin letter is one. */
export function looksOf(folded: string): string {
  return Array.from(folded, (letter) => LOOKS.get(letter) ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

/** {@link looksOf} the key of a name, as the database does it: `vi11e` and `ville` leave the same. */
const LOOKS_OF_KEY = sql<string>`replace(replace(translate(name_key, ${LOOK.from}, ${LOOK.to}), 'rn', 'm'), 'vv', 'w')`;

const MOST = 10;

/**
 * The organisations that one of this name or number may be already: those of the same number first, then those whose name looks
 * the same, then those whose names hold its words; at most ten. Bodies that are no more are left out, and records that are not kept.
 */
export const organisationsAlike = query(
  'organisationsAlike',
  [{ name: 'part of a name', numbers: ['GB-COH 11379025'] }],
  (database, { name, numbers }: Asked): Promise<readonly AlikeOrganisation[]> =>
    database.run(sql<AlikeOrganisation>`
      select * from (
        select id, name, sector, jurisdiction, jsonb_array_length(confirmations) > 0 as confirmed,
          ${LOOKS_OF_KEY} = ${looksOf(nameKey(name))}::text as same_name,
          exists (
            select from organisation_identifier claim
            where claim.organisation_id = organisation.id and claim.number_key = any(${numbers}::text[])
          ) as same_number,
          ${foldText(name) !== ''} and ${holds('organisation', name)} as same_words
        from organisation where duplicate_of is null and dissolved_on is null
      ) alike
      where same_name or same_number or same_words
      order by same_number desc, same_name desc, name, id limit ${MOST}`),
);

/** @param name as it was typed so far. */
export function askedAlike(name: string, identifiers: readonly Identifier[]): Asked {
  return { name, numbers: identifiers.map(numberKey) };
}
