import { foldText, refuse, type Refusal } from '@maillage/kernel';
import type { Database } from '@maillage/platform';
import { askedAlike, looksOf, organisationsAlike } from './alike.queries.js';
import { nameKey, type Sector } from './events.js';
import { organisationById } from './queries.js';

/** Why somebody looks at a name before it is recorded. */
export type NameReason =
  /** It is, or is called like, a part of a state. */
  | 'PUBLIC_BODY'
  /** There is one by a name that looks the same. */
  | 'NAME_ALIKE';

/** How states and their parts are called, folded. */
const PUBLIC_WORDS = new Set(
  wordsOf(
    'agglomeration ambassade ars authority caf canton city commune communaute conseil council cpam departement embassy etat ' +
      'federal government gouvernement mairie metropole ministere ministry municipality municipalite police prefecture ' +
      'province rectorat region republic republique senate senat state town ville',
  ),
);

/** Whether a word of it says that it is a part of a state. */
export function isCalledPublic(name: string): boolean {
  return wordsOf(name).some((word) => PUBLIC_WORDS.has(word));
}

/**
 * Why an organisation does not take a name by its own word alone; nothing where it may. In other capitals, accents and spaces it
 * has the name already, unless a space makes a word of a state's parts.
 */
export async function whyNameWaits(
  database: Database,
  organisationId: string,
  name: string,
): Promise<readonly NameReason[]> {
  const [own] = await organisationById.run(database, { keys: [organisationId], args: null });
  if (own === undefined) return [];
  const isSame = nameKey(name) === nameKey(own.name);
  const alike = isSame ? [] : await organisationsAlike.run(database, askedAlike(name, []));
  return [
    ...(isCalledPublic(name) && !(isSame && isCalledPublic(own.name)) ? (['PUBLIC_BODY'] as const) : []),
    ...(alike.some((each) => each.same_name && each.id !== organisationId) ? (['NAME_ALIKE'] as const) : []),
  ];
}

/** Asked of the views, so that a race may pass it: both names are then flagged on their pages. */
export async function refuseUnseenName(
  database: Database,
  organisationId: string,
  name: string,
): Promise<Refusal<'NAME_WAITS'> | undefined> {
  const [reason] = await whyNameWaits(database, organisationId, name);
  if (reason === undefined) return undefined;
  const why = {
    PUBLIC_BODY: 'says that the organisation is a public body',
    NAME_ALIKE: 'looks like the name of another organisation',
  };
  return refuse(
    'NAME_WAITS',
    `${name} ${why[reason]}, which the operator looks at first; an administrator puts it to the operator on the organisation’s page, and the rest is recorded under the name as it is.`,
    ['name'],
  );
}

/** Asked of the views, as names are. Whoever is a public body already may say so again. */
export async function refuseUnseenSector(
  database: Database,
  organisationId: string,
  sector: Sector,
): Promise<Refusal<'SECTOR_WAITS'> | undefined> {
  if (sector !== 'PUBLIC') return undefined;
  const [own] = await organisationById.run(database, { keys: [organisationId], args: null });
  if (own === undefined || own.sector === 'PUBLIC') return undefined;
  return refuse(
    'SECTOR_WAITS',
    `Whether ${own.name} is a public body the operator looks at first; ask the operator to record it, and send the rest with the sector as it is.`,
    ['sector'],
  );
}

/** Its words by how they look, whatever stands between them. */
function wordsOf(name: string): readonly string[] {
  return foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => looksOf(word));
}
