import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Clock, SeatRole } from '@maillage/kernel';
import type { Database } from '../database.js';
import type { Proved } from './attempts.js';
import { KEPT_OF_PEOPLE } from './keeping.js';
import { giveSeat, isAdmin, type SeatRefusal } from './seats.js';
import { alone, later, type LinkedRole, type PeopleTables } from './tables.js';

const WAITS_MS = KEPT_OF_PEOPLE.seat_request.lastsMs;
/** Of one person at a time. */
const MOST_REQUESTS = 5;

/** Somebody asks an organisation's ADMINs for a seat. */
export interface SeatRequest {
  readonly id: string;
  readonly name: string;
  readonly addresses: readonly string[];
  /** What the link that she followed is for; nothing where she found the organisation herself. */
  readonly role: LinkedRole | null;
  readonly since: string;
  /** Then it is gone. */
  readonly until: string;
}

export interface Admitted {
  readonly id: string;
  readonly name: string;
}

export interface OwnRequest {
  readonly id: string;
  readonly organisationId: string;
  readonly until: string;
}

/** Who asks for a seat in an organisation that is there already; its ADMINs say whether she has one. */
export class SeatRequests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private get tables() {
    return this.database.as<PeopleTables>();
  }

  /**
   * Asking again is asking once.
   * @param role that a link which she followed is for.
   * @returns whom to tell: the organisation's ADMINs, each at her first address, where she has one.
   */
  async ask(
    personId: string,
    organisationId: string,
    role?: LinkedRole,
  ): Promise<{ readonly tell: readonly Proved[] } | SeatRefusal> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      await alone(transaction, `requests ${personId}`);
      // One of hers that is over would stand in the way of another.
      await transaction
        .deleteFrom('seat_request')
        .where('person_id', '=', personId)
        .where('expires_at', '<=', now)
        .execute();
      const seats = await seatsIn(transaction, organisationId);
      if (seats.some((seat) => seat.person_id === personId)) return 'ALREADY_SEATED';
      const admins = seats.filter(({ role }) => role === 'ADMIN');
      if (admins.length === 0) return 'NO_ADMIN';
      const before = await transaction
        .selectFrom('seat_request')
        .select('organisation_id')
        .where('person_id', '=', personId)
        .execute();
      const asked = before.some((each) => each.organisation_id === organisationId);
      if (asked) return { tell: [] };
      if (before.length >= MOST_REQUESTS) return 'ASKED_ENOUGH';
      const request = { id: randomUUID(), person_id: personId, organisation_id: organisationId, role: role ?? null };
      await transaction
        .insertInto('seat_request')
        .values({ ...request, created_at: now, expires_at: later(now, WAITS_MS) })
        .execute();
      return { tell: admins.flatMap(({ address, language }) => (address === null ? [] : [{ address, language }])) };
    });
  }

  async ofPerson(personId: string): Promise<readonly OwnRequest[]> {
    const rows = await this.tables
      .selectFrom('seat_request')
      .select(['id', 'organisation_id', 'expires_at'])
      .where('person_id', '=', personId)
      .where('expires_at', '>', this.clock.now())
      .orderBy('created_at')
      .execute();
    return rows.map(({ id, organisation_id: organisationId, expires_at: until }) => ({ id, organisationId, until }));
  }

  async withdraw(personId: string, id: string): Promise<void> {
    await this.tables.deleteFrom('seat_request').where('id', '=', id).where('person_id', '=', personId).execute();
  }

  /** Who it is that asks the organisation. */
  async askedBy(organisationId: string, id: string): Promise<string | undefined> {
    const row = await this.tables
      .selectFrom('seat_request')
      .select('person_id')
      .where('id', '=', id)
      .where('organisation_id', '=', organisationId)
      .executeTakeFirst();
    return row?.person_id;
  }

  /** For the organisation's ADMINs. */
  async of(organisationId: string, adminId: string): Promise<readonly SeatRequest[] | SeatRefusal> {
    if (!(await isAdmin(this.tables, organisationId, adminId))) return 'NOT_ADMIN';
    const rows = await this.tables
      .selectFrom('seat_request as r')
      .innerJoin('person as p', 'p.id', 'r.person_id')
      .leftJoin('person_address as a', 'a.person_id', 'p.id')
      .select(['r.id', 'r.role', 'r.created_at', 'r.expires_at', 'p.name', 'a.address'])
      .where('r.organisation_id', '=', organisationId)
      .where('r.expires_at', '>', this.clock.now())
      .orderBy('r.created_at')
      .orderBy('a.proved_at')
      .execute();
    const requests = new Map<string, SeatRequest>();
    for (const { id, name, address, role, created_at: since, expires_at: until } of rows) {
      const addresses = [...(requests.get(id)?.addresses ?? []), ...(address === null ? [] : [address])];
      requests.set(id, { id, name, addresses, role, since, until });
    }
    return [...requests.values()];
  }

  /**
   * @param role that she is given; nothing is where it is left out.
   * @returns who was admitted, if anybody was.
   */
  async answer(
    organisationId: string,
    adminId: string,
    { id, role }: { readonly id: string; readonly role: SeatRole | undefined },
  ): Promise<{ readonly admitted: Admitted | undefined } | SeatRefusal> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      await alone(transaction, `seats ${organisationId}`);
      if (!(await isAdmin(transaction, organisationId, adminId))) return 'NOT_ADMIN';
      const taken = await transaction
        .deleteFrom('seat_request')
        .where('id', '=', id)
        .where('organisation_id', '=', organisationId)
        .where('expires_at', '>', now)
        .returning('person_id')
        .executeTakeFirst();
      if (taken === undefined) return 'UNKNOWN';
      if (role === undefined) return { admitted: undefined };
      await giveSeat(transaction, { personId: taken.person_id, organisationId, role }, now);
      const admitted = await transaction
        .selectFrom('person')
        .select(['id', 'name'])
        .where('id', '=', taken.person_id)
        .executeTakeFirstOrThrow();
      return { admitted };
    });
  }
}

/** Who holds them, each by the first address; none where she signs in otherwise. */
function seatsIn(transaction: Transaction<PeopleTables>, organisationId: string) {
  return transaction
    .selectFrom('seat as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .leftJoin('person_address as a', 'a.person_id', 'p.id')
    .distinctOn('p.id')
    .select(['s.person_id', 's.role', 'p.language', 'a.address'])
    .where('s.organisation_id', '=', organisationId)
    .where('s.ended_at', 'is', null)
    .orderBy('p.id')
    .orderBy('a.proved_at')
    .execute();
}
