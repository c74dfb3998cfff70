import { randomUUID } from 'node:crypto';
import type { Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import { hashOf, newSecret } from '../secrets.js';
import { KEPT_OF_PEOPLE } from './keeping.js';
import { isServingAdmin, type SeatRefusal } from './seats.js';
import { countSent, invitationsLeft } from './sent.js';
import { alone, later, type LinkedRole, type PeopleTables } from './tables.js';

const LASTS_MS = KEPT_OF_PEOPLE.seat_link.lastsMs;

/** By which whoever has it asks for a seat. */
export interface SeatLink {
  readonly id: string;
  readonly organisationId: string;
  /** That she is asked to be given; the ADMIN who admits her says. */
  readonly role: LinkedRole;
  /** Whoever made it, by name; empty where she has said none. */
  readonly by: string;
  readonly until: string;
  /** Whoever made it administers the organisation no more: nobody asks by it. */
  readonly isLeftBehind: boolean;
}

/** Links to be copied. They give nothing: whoever follows one asks, and an ADMIN admits. */
export class SeatLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private get tables() {
    return this.database.as<PeopleTables>();
  }

  /**
   * @param isConfirmed whether the operator has confirmed who invites.
   * @returns the token, once.
   */
  async make(
    organisationId: string,
    adminId: string,
    { role, isConfirmed }: { readonly role: LinkedRole; readonly isConfirmed: boolean },
  ): Promise<{ readonly token: string } | SeatRefusal> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      await alone(transaction, `seats ${organisationId}`);
      if (!(await isServingAdmin(transaction, organisationId, adminId, now))) return 'NOT_ADMIN';
      if ((await invitationsLeft(transaction, { organisationId, isConfirmed }, now)) <= 0) return 'INVITED_ENOUGH';
      await countSent(transaction, organisationId, now, 1);
      const token = newSecret();
      const made = { id: randomUUID(), organisation_id: organisationId, role, made_by: adminId };
      await transaction
        .insertInto('seat_link')
        .values({ ...made, token_hash: hashOf(token), created_at: now, expires_at: later(now, LASTS_MS) })
        .execute();
      return { token };
    });
  }

  /** For the organisation's ADMINs. */
  async of(organisationId: string, adminId: string): Promise<readonly SeatLink[] | SeatRefusal> {
    if (!(await isServingAdmin(this.tables, organisationId, adminId, this.clock.now()))) return 'NOT_ADMIN';
    return (await this.links().where('l.organisation_id', '=', organisationId).execute()).map(toLink);
  }

  /** @returns `undefined` for one that nobody asks by. */
  async byToken(token: string): Promise<SeatLink | undefined> {
    const row = await this.links().where('l.token_hash', '=', hashOf(token)).executeTakeFirst();
    const link = row && toLink(row);
    return link === undefined || link.isLeftBehind ? undefined : link;
  }

  async revoke(organisationId: string, adminId: string, id: string): Promise<SeatRefusal | undefined> {
    if (!(await isServingAdmin(this.tables, organisationId, adminId, this.clock.now()))) return 'NOT_ADMIN';
    const revoked = await this.tables
      .deleteFrom('seat_link')
      .where('id', '=', id)
      .where('organisation_id', '=', organisationId)
      .returning('id')
      .executeTakeFirst();
    return revoked === undefined ? 'UNKNOWN' : undefined;
  }

  private links() {
    return this.tables
      .selectFrom('seat_link as l')
      .innerJoin('person as p', 'p.id', 'l.made_by')
      .leftJoin('seat as s', (join) =>
        join
          .onRef('s.person_id', '=', 'l.made_by')
          .onRef('s.organisation_id', '=', 'l.organisation_id')
          .on('s.role', '=', 'ADMIN')
          .on('s.ended_at', 'is', null),
      )
      .select(['l.id', 'l.organisation_id', 'l.role', 'l.expires_at', 'p.name', 's.member_id'])
      .where('l.expires_at', '>', this.clock.now())
      .orderBy('l.created_at')
      .orderBy('l.id');
  }
}

function toLink(row: {
  readonly id: string;
  readonly organisation_id: string;
  readonly role: LinkedRole;
  readonly expires_at: string;
  readonly name: string;
  readonly member_id: string | null;
}): SeatLink {
  const { id, organisation_id: organisationId, role, expires_at: until, name: by } = row;
  return { id, organisationId, role, by, until, isLeftBehind: row.member_id === null };
}
