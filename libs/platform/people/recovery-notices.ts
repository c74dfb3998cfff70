import type { Transaction } from 'kysely';
import { DAY_MS } from '@maillage/kernel';
import { later, type PeopleTables, type PersonLanguage } from './tables.js';

/** So long each of those who are told may object before anything is done. */
export const OBJECTING_MS = 3 * DAY_MS;

type Tables = Pick<Transaction<PeopleTables>, 'selectFrom'>;

/** Somebody to be told, at each of her addresses; one may be nobody's by now. */
export interface ToBeTold {
  readonly personId: string;
  readonly language: PersonLanguage;
  /** None where she signs in by a device alone. */
  readonly addresses: readonly string[];
}

/** Who has a seat in the organisation, and who administers these others; each once. */
export async function peopleAround(
  tables: Tables,
  organisationId: string,
  others: readonly string[],
): Promise<readonly ToBeTold[]> {
  const rows = await tables
    .selectFrom('seat as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .leftJoin('person_address as a', 'a.person_id', 'p.id')
    .distinct()
    .select(['p.id', 'p.language', 'a.address'])
    .where('s.ended_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('s.organisation_id', '=', organisationId),
        ...(others.length === 0 ? [] : [eb.and([eb('s.organisation_id', 'in', others), eb('s.role', '=', 'ADMIN')])]),
      ]),
    )
    .orderBy('a.address')
    .execute();
  const told = new Map<string, ToBeTold>();
  for (const { id: personId, language, address } of rows) {
    const addresses = [...(told.get(personId)?.addresses ?? []), ...(address === null ? [] : [address])];
    told.set(personId, { personId, language, addresses });
  }
  return [...told.values()];
}

/** A mailbox of somebody who is told of a recovery took the mail: her three days count from now. */
export async function reached(
  transaction: Transaction<PeopleTables>,
  recoveryId: string,
  address: string,
  now: string,
): Promise<void> {
  const first = await transaction
    .updateTable('recovery_notice')
    .set({ reached_at: now })
    .where('recovery_id', '=', recoveryId)
    .where('reached_at', 'is', null)
    .where('person_id', 'in', (eb) =>
      eb.selectFrom('person_address').select('person_id').where('address', '=', address),
    )
    .returning('person_id')
    .executeTakeFirst();
  if (first === undefined) return;
  const readyAt = later(now, OBJECTING_MS);
  await transaction
    .updateTable('access_recovery')
    .set({ ready_at: readyAt })
    .where('id', '=', recoveryId)
    .where('ready_at', '<', readyAt)
    .execute();
}

/** How many were told, of those how many the mail waits for, and how many no mailbox of theirs took it. */
export interface Told {
  readonly people: number;
  readonly waiting: number;
  readonly unreached: number;
}

/** Of each of these recoveries. */
export async function toldOf(tables: Tables, recoveryIds: readonly string[]): Promise<ReadonlyMap<string, Told>> {
  const told = new Map<string, Told>(recoveryIds.map((id) => [id, { people: 0, waiting: 0, unreached: 0 }]));
  if (recoveryIds.length === 0) return told;
  const rows = await tables
    .selectFrom('recovery_notice as n')
    .select(['n.recovery_id', 'n.reached_at'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('mail as m')
            .innerJoin('person_address as a', 'a.address', 'm.address')
            .select('m.id')
            .whereRef('m.about', '=', 'n.recovery_id')
            .whereRef('a.person_id', '=', 'n.person_id'),
        )
        .as('waits'),
    )
    .where('n.recovery_id', 'in', recoveryIds)
    .execute();
  for (const { recovery_id: id, reached_at: reachedAt, waits } of rows) {
    const { people, waiting, unreached } = told.get(id) ?? { people: 0, waiting: 0, unreached: 0 };
    const isWaitedFor = reachedAt === null && waits === true;
    told.set(id, {
      people: people + 1,
      waiting: waiting + (isWaitedFor ? 1 : 0),
      unreached: unreached + (reachedAt === null && !isWaitedFor ? 1 : 0),
    });
  }
  return told;
}
