import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import { hashOf, newSecret } from '../secrets.js';
import { giveAdminSeat } from './admin-seat.js';
import { KEPT_OF_PEOPLE } from './keeping.js';
import type { SeatRefusal } from './seats.js';
import { alone, later, type PeopleTables } from './tables.js';

const LASTS_MS = KEPT_OF_PEOPLE.operator_link.lastsMs;

/** Links that whoever starts a server is shown, to be the first who acts for the organisation that operates it. */
export class OperatorLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private get tables() {
    return this.database.as<PeopleTables>();
  }

  /** @returns a token, once, for a day; `undefined` where the organisation has an ADMIN. */
  async issue(organisationId: string): Promise<string | undefined> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      if (await hasAdmin(transaction, organisationId)) return undefined;
      const token = newSecret();
      const link = { token_hash: hashOf(token), expires_at: later(now, LASTS_MS) };
      await transaction.insertInto('operator_link').values(link).execute();
      return token;
    });
  }

  /** Whether it would still be taken; looking does not use it. */
  async look(token: string): Promise<boolean> {
    const found = await this.tables
      .selectFrom('operator_link')
      .select('expires_at')
      .where('token_hash', '=', hashOf(token))
      .where('expires_at', '>', this.clock.now())
      .executeTakeFirst();
    return found !== undefined;
  }

  /** Works once, and ends all others. @param memberId of the seat. */
  async take(
    personId: string,
    { organisationId, token, memberId }: { organisationId: string; token: string; memberId?: string },
  ): Promise<SeatRefusal | undefined> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      await alone(transaction, `seats ${organisationId}`);
      const taken = await transaction
        .deleteFrom('operator_link')
        .where('token_hash', '=', hashOf(token))
        .where('expires_at', '>', now)
        .returning('expires_at')
        .executeTakeFirst();
      if (taken === undefined) return 'UNKNOWN';
      if (await hasAdmin(transaction, organisationId)) return 'HAS_SEATS';
      await transaction.deleteFrom('operator_link').execute();
      await giveAdminSeat(transaction, { memberId: memberId ?? randomUUID(), personId, organisationId }, now);
      return undefined;
    });
  }
}

async function hasAdmin(transaction: Transaction<PeopleTables>, organisationId: string): Promise<boolean> {
  const admin = await transaction
    .selectFrom('seat')
    .select('member_id')
    .where('organisation_id', '=', organisationId)
    .where('role', '=', 'ADMIN')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return admin !== undefined;
}
