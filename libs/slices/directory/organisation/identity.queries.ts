import { sql } from 'kysely';
import { batchesOf, listsOf, query, type BatchQuery, type Lookup } from '@maillage/engine';
import { refuse, type Refusal } from '@maillage/kernel';
import type { Database } from '@maillage/platform';
import { numberKey, type Identifier } from './events.js';
import type { IdentifierRow } from './view.js';

/** The numbers of registers of each organisation: what it claims, in its order, and what is confirmed besides. */
export const identifiersOfOrganisation: BatchQuery<null, readonly IdentifierRow[]> = query(
  'identifiersOfOrganisation',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<IdentifierRow>`
      select * from organisation_identifier where organisation_id = any(${keys}::text[]) order by organisation_id, nth`);
    return listsOf(keys, rows, (row) => row.organisation_id);
  },
);

/** Who claims a number or has it confirmed, by name; the records of one body that are not kept are left out. */
export const claimantsOfNumber: BatchQuery<null, readonly string[]> = query(
  'claimantsOfNumber',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<{ readonly number_key: string; readonly organisation_id: string }>`
      select claim.number_key, claim.organisation_id from organisation_identifier claim
      join organisation on organisation.id = claim.organisation_id and organisation.duplicate_of is null
      where claim.number_key = any(${keys}::text[])
      order by organisation.name, organisation.id`);
    return listsOf(keys, rows, (row) => row.number_key).map((found) => found.map((row) => row.organisation_id));
  },
);

/** By the key of a name, who bears it, the oldest first; records that are not kept, and bodies that are no more, are left out. */
export const bearersOfName: BatchQuery<null, readonly string[]> = query(
  'bearersOfName',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<{ readonly name_key: string; readonly id: string }>`
      select name_key, id from organisation
      where name_key = any(${keys}::text[]) and duplicate_of is null and dissolved_on is null
      order by position`);
    return listsOf(keys, rows, (row) => row.name_key).map((found) => found.map(({ id }) => id));
  },
);

interface Holder {
  readonly number_key: string;
  readonly id: string;
  readonly name: string;
}

interface NumbersAsked {
  readonly numbers: readonly string[];
  /** Whose own numbers are not in its way. */
  readonly organisationId: string;
}

/** Who else has a number confirmed. Two records of one body are not in each other's way. */
export const holdersOfNumbers = query(
  'holdersOfNumbers',
  [{ numbers: ['GB-COH 11379025'], organisationId: '1' }],
  (database, { numbers, organisationId }: NumbersAsked): Promise<readonly Holder[]> =>
    database.run(sql<Holder>`
      select held.number_key, holder.id, holder.name from organisation_identifier held
      join organisation holder on holder.id = held.organisation_id
      left join organisation own on own.id = ${organisationId}
      where held.number_key = any(${numbers}::text[]) and held.confirmed and holder.id <> ${organisationId}
        and holder.duplicate_of is distinct from ${organisationId} and own.duplicate_of is distinct from holder.id
      order by holder.name, holder.id`),
);

/** A number that is confirmed to be another's is claimed by nobody else. Asked of the views, so that a race may pass it. */
export async function refuseTaken(
  database: Database,
  organisationId: string,
  identifiers: readonly { readonly number: Identifier; readonly path: readonly (string | number)[] }[],
): Promise<Refusal<'IDENTIFIER_TAKEN'> | undefined> {
  if (identifiers.length === 0) return undefined;
  const numbers = identifiers.map(({ number }) => numberKey(number));
  const holders = await holdersOfNumbers.run(database, { numbers, organisationId });
  for (const { number, path } of identifiers) {
    const holder = holders.find((each) => each.number_key === numberKey(number));
    if (holder !== undefined) {
      return refuse(
        'IDENTIFIER_TAKEN',
        `${number.scheme} ${number.value} is confirmed to be the number of ${holder.name} (${holder.id}); correct it, or show the operator that it is yours.`,
        path,
      );
    }
  }
  return undefined;
}

/** The names of the records that lead to one, at most four. */
export const fewDuplicates = query(
  'fewDuplicates',
  [{ keptId: '1' }],
  (database, { keptId }: { readonly keptId: string }): Promise<readonly { readonly name: string }[]> =>
    database.run(sql<{ readonly name: string }>`
      select name from organisation where duplicate_of = ${keptId} order by name, id limit 4`),
);

/** By organisation, some names of the records that lead to it. */
export const duplicatesOf: Lookup = (database, names) =>
  Promise.all(
    names.map(async (keptId) => ({
      names: (await fewDuplicates.run(database, { keptId })).map(({ name }) => name),
    })),
  );
