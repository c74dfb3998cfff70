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

/** Links that whoever has the server is shown, to act for the organisation that operates it: as the first, or beside others. */
export class OperatorLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private get tables() {
    return this.database.as<PeopleTables>();
  }

  /** For the first. @returns a token, once, for a day; `undefined` where the organisation has an ADMIN. */
  async issue(organisationId: string): Promise<string | undefined> {
    return this.tables.transaction().execute(async (transaction) => {
      if (await hasAdmin(transaction, organisationId)) return undefined;
      return this.issued(transaction, false);
    });
  }

  /** For one more, or one who lost the device that she signs in with: taken though the organisation has ADMINs. */
  async issueBesideOthers(): Promise<string> {
    return this.tables.transaction().execute((transaction) => this.issued(transaction, true));
  }

  private async issued(transaction: Transaction<PeopleTables>, besideOthers: boolean): Promise<string> {
    const token = newSecret();
    const expiresAt = later(this.clock.now(), LASTS_MS);
    await transaction
      .insertInto('operator_link')
      .values({ token_hash: hashOf(token), expires_at: expiresAt, beside_others: besideOthers })
      .execute();
    return token;
  }

  /** Whether it would still be taken for the organisation; looking does not use it. */
  async look(organisationId: string, token: string): Promise<boolean> {
    const found = await this.tables
      .selectFrom('operator_link')
      .select('beside_others')
      .where('token_hash', '=', hashOf(token))
      .where('expires_at', '>', this.clock.now())
      .executeTakeFirst();
    return found !== undefined && (found.beside_others || !(await hasAdmin(this.tables, organisationId)));
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
        .returning('beside_others')
        .executeTakeFirst();
      if (taken === undefined) return 'UNKNOWN';
      if (!taken.beside_others && (await hasAdmin(transaction, organisationId))) return 'HAS_SEATS';
      await transaction.deleteFrom('operator_link').execute();
      await giveAdminSeat(transaction, { memberId: memberId ?? randomUUID(), personId, organisationId }, now);
      return undefined;
    });
  }
}

async function hasAdmin(
  tables: Pick<Transaction<PeopleTables>, 'selectFrom'>,
  organisationId: string,
): Promise<boolean> {
  const admin = await tables
    .selectFrom('seat')
    .select('member_id')
    .where('organisation_id', '=', organisationId)
    .where('role', '=', 'ADMIN')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return admin !== undefined;
}
