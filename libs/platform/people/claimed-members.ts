import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { dateOf, type Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import { hashOfAccount, type Account } from './accounts.js';
import type { PeopleTables } from './tables.js';

/** What an issuer says of an account as somebody signs in with it: whom she acts for, and how. */
export interface Claim {
  readonly organisation: string;
  readonly role: ClaimedRole;
  /** As long as the ID token holds; RFC 3339. */
  readonly until: string;
}

/** An issuer says that somebody acts for an organisation, and never that she administers it. */
export type ClaimedRole = PeopleTables['claimed_member']['role'];

/**
 * The member ids of people whom an OIDC issuer claims: random, one for each account and organisation, given at first sight. By
 * what is claimed as she signs in, such a one is a seat for as long.
 */
export class ClaimedMembers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** For a token that is sent along. Looked up each time: whoever was erased is somebody new with the next request. */
  async idOf(account: Account, organisationId: string): Promise<string> {
    const tables = this.database.as<PeopleTables>();
    const found = await tables
      .selectFrom('claimed_member')
      .select(['member_id', 'last_met_on'])
      .where('account_hash', '=', hashOfAccount(account))
      .where('organisation_id', '=', organisationId)
      .executeTakeFirst();
    const now = this.clock.now();
    if (found?.last_met_on === dateOf(now)) return found.member_id;
    return meet(tables, account, organisationId, {}, now);
  }
}

/** Has the claim be a seat, and any other of the account none: it is claimed no more. */
export async function claimSeat(
  transaction: Transaction<PeopleTables>,
  account: Account,
  claim: Claim | undefined,
  now: string,
): Promise<void> {
  await transaction
    .updateTable('claimed_member')
    .set({ claimed_until: now })
    .where('account_hash', '=', hashOfAccount(account))
    .where('claimed_until', '>', now)
    .execute();
  if (claim === undefined) return;
  const { organisation, role, until } = claim;
  await meet(transaction, account, organisation, { role, claimed_until: until }, now);
}

/** For an organisation, as long as an issuer says so. */
export interface ClaimedSeat {
  readonly organisationId: string;
  readonly role: ClaimedRole;
  /** Since when she has been known by its id. */
  readonly since: string;
  readonly memberId: string;
  readonly claimedUntil: string | null;
}

/** What is claimed of a person's accounts at present. */
export async function claimedSeats(
  tables: Pick<Transaction<PeopleTables>, 'selectFrom'>,
  personId: string,
  now: string,
): Promise<readonly ClaimedSeat[]> {
  const rows = await tables
    .selectFrom('claimed_member as c')
    .innerJoin('person_account as a', 'a.account_hash', 'c.account_hash')
    .select(['c.organisation_id', 'c.role', 'c.created_at', 'c.member_id', 'c.claimed_until'])
    .where('a.person_id', '=', personId)
    .where('c.claimed_until', '>', now)
    .orderBy('c.created_at')
    .orderBy('c.member_id')
    .execute();
  return rows.map(({ organisation_id: organisationId, role, created_at: since, ...rest }) => ({
    organisationId,
    role,
    since,
    memberId: rest.member_id,
    claimedUntil: rest.claimed_until,
  }));
}

/** @returns the id that whoever was first gave, where two processes meet her at once. */
async function meet(
  tables: Pick<Transaction<PeopleTables>, 'insertInto'>,
  account: Account,
  organisationId: string,
  claimed: Partial<Pick<PeopleTables['claimed_member'], 'role' | 'claimed_until'>>,
  now: string,
): Promise<string> {
  const met = { ...claimed, last_met_on: dateOf(now) };
  const { member_id: id } = await tables
    .insertInto('claimed_member')
    .values({
      member_id: randomUUID(),
      account_hash: hashOfAccount(account),
      organisation_id: organisationId,
      created_at: now,
      role: 'WRITER',
      claimed_until: null,
      ...met,
    })
    .onConflict((conflict) => conflict.columns(['account_hash', 'organisation_id']).doUpdateSet(met))
    .returning('member_id')
    .executeTakeFirstOrThrow();
  return id;
}
