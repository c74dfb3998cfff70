import { z } from 'zod';
import type { Database } from './database.js';

/** A fictional organisation to act for without a key. */
export interface Persona {
  readonly organisationId: string;
  /** What it is there to try, for people. */
  readonly description: { readonly en: string; readonly fr: string };
}

const description = z.object({ en: z.string(), fr: z.string() });

interface Tables {
  persona: {
    readonly organisation_id: string;
    /** As JSON where it is written. */
    readonly description: unknown;
    readonly position: number;
  };
}

/** Puts these in the place of whatever personas there were; they are offered in this order. */
export async function savePersonas(database: Database, personas: readonly Persona[]): Promise<void> {
  await database
    .as<Tables>()
    .transaction()
    .execute(async (transaction) => {
      // Those that stay keep the sessions that were opened as them.
      const ids = personas.map(({ organisationId }) => organisationId);
      const gone = transaction.deleteFrom('persona');
      await (ids.length === 0 ? gone : gone.where('organisation_id', 'not in', ids)).execute();
      if (personas.length === 0) return;
      await transaction
        .insertInto('persona')
        .values(
          personas.map((persona, position) => ({
            organisation_id: persona.organisationId,
            description: JSON.stringify(persona.description),
            position,
          })),
        )
        .onConflict((conflict) =>
          conflict.column('organisation_id').doUpdateSet((eb) => ({
            description: eb.ref('excluded.description'),
            position: eb.ref('excluded.position'),
          })),
        )
        .execute();
    });
}

/** In the order they were saved in. */
export async function personas(database: Database): Promise<readonly Persona[]> {
  const rows = await database.as<Tables>().selectFrom('persona').selectAll().orderBy('position').execute();
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    description: description.parse(row.description),
  }));
}
