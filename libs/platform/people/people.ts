import type { Clock, Scope, SeatRole } from '@maillage/kernel';
import type { Database } from '../database.js';
import type { Principal } from '../principal.js';
import type { Proved } from './attempts.js';
import { hashOf } from '../secrets.js';
import { lapsedBefore, standingOf, type SeatStanding } from './confirming.js';
import { accountsOf, aloneWithAccount, findAccount, linkAccount, type Account, type KeptAccount } from './accounts.js';
import { claimedSeats, claimSeat, type Claim, type ClaimedRole } from './claimed-members.js';
import { begin, end, forgetAddresses, newcomer, ownerOf } from './owners.js';
import { isPersonToken, openPersonSession, type OpenedPersonSession } from './person-sessions.js';
import { succeed, type Successor } from './successors.js';
import { alone, type PeopleTables, type PersonLanguage } from './tables.js';

/** Within this time of signing in a person gives and takes what lasts: seats, invitations, herself. */
const FRESH_MS = 10 * 60_000;

const SCOPES: Readonly<Record<SeatRole, readonly Scope[]>> = {
  ADMIN: ['read', 'write'],
  WRITER: ['read', 'write'],
  READER: ['read'],
};

/** Somebody who signed in as herself. */
export interface Person {
  readonly id: string;
  /** Empty until she says it. */
  readonly name: string;
  readonly language: PersonLanguage;
  /** Of her sessions, this one. */
  readonly sessionId: string;
  /** Whether she signed in a moment ago. */
  readonly isFresh: boolean;
  /** Whether she signed in by a passkey that she still has, and not by mail. */
  readonly byPasskey: boolean;
  /** When this session ends. */
  readonly expiresAt: string;
}

export interface Present {
  readonly person: Person;
  /** Where she has a seat in the organisation she named. */
  readonly principal: Principal | undefined;
}

export interface Seat {
  readonly organisationId: string;
  readonly role: SeatRole;
  readonly since: string;
  readonly memberId: string;
  /** One that lapsed serves no more, until an ADMIN confirms it. */
  readonly standing: SeatStanding;
  /** Whether nobody else administers the organisation. */
  readonly isLastAdmin: boolean;
  /** Until when an issuer claims it; null for one that an ADMIN gave. */
  readonly claimedUntil: string | null;
}

/** All that is kept of a person, but what she recorded: that stays in the log, by the member id of a seat. */
export interface Kept {
  readonly name: string;
  readonly language: PersonLanguage;
  readonly addresses: readonly { readonly address: string; readonly provedAt: string }[];
  readonly accounts: readonly KeptAccount[];
  readonly seats: readonly Seat[];
  readonly sessions: readonly {
    readonly id: string;
    readonly since: string;
    readonly until: string;
    readonly isThis: boolean;
  }[];
  /** Access keys that she made, and what she wrote of each. */
  readonly keys: readonly { readonly id: string; readonly label: string; readonly since: string }[];
}

/** Whether she administers the organisation by it: one that lapsed does not serve. */
export function isAdministered({ role, standing }: Seat): boolean {
  return role === 'ADMIN' && standing !== 'LAPSED';
}

/** People who sign in as themselves, and their sessions, which name no organisation: each request does. */
export class People {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private get tables() {
    return this.database.as<PeopleTables>();
  }

  static isToken(token: string): boolean {
    return isPersonToken(token);
  }

  /**
   * Opens a session for whoever the account is: somebody new, where nobody has signed in with it before. What else it is said to
   * be, an address of somebody's say, leads to nobody.
   * @param endsBy when the issuer's word does, and the session with it.
   */
  async signInByAccount({
    account,
    claim,
    language,
    endsBy,
  }: {
    readonly account: Account;
    readonly claim: Claim | undefined;
    readonly language: PersonLanguage;
    readonly endsBy: string;
  }): Promise<OpenedPersonSession> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      await aloneWithAccount(transaction, account);
      const known = await findAccount(transaction, account);
      const personId = known?.personId ?? (await newcomer(transaction, language, now));
      const id = known?.id ?? (await linkAccount(transaction, personId, account, now));
      await claimSeat(transaction, account, claim, now);
      return openPersonSession(transaction, personId, { account_id: id }, now, endsBy);
    });
  }

  /** Opens a session for whoever owns the mailbox: somebody new, where nobody has proved it before. */
  async signIn({ address, language }: Proved): Promise<OpenedPersonSession> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      await alone(transaction, `address ${address}`);
      const id = (await ownerOf(transaction, address)) ?? (await begin(transaction, { address, language }, now));
      return openPersonSession(transaction, id, { address }, now);
    });
  }

  /**
   * Looked up on every request, so that a seat or a session that is taken away ends with the next one.
   * @param organisationId whom she says she acts for.
   * @returns `undefined` when no such session was opened, or it is over.
   */
  async find(token: string, organisationId: string | undefined): Promise<Present | undefined> {
    if (!isPersonToken(token)) return undefined;
    const now = this.clock.now();
    const row = await this.tables
      .selectFrom('person_session as s')
      .innerJoin('person as p', 'p.id', 's.person_id')
      .leftJoin('seat as t', (join) =>
        join
          .onRef('t.person_id', '=', 'p.id')
          .on('t.organisation_id', '=', organisationId ?? null)
          .on('t.ended_at', 'is', null)
          .on((eb) => eb(eb.fn.coalesce('t.confirmed_at', 't.created_at'), '>', lapsedBefore(now))),
      )
      .leftJoin('person_account as a', 'a.person_id', 'p.id')
      .leftJoin('claimed_member as c', (join) =>
        join
          .onRef('c.account_hash', '=', 'a.account_hash')
          .on('c.organisation_id', '=', organisationId ?? null)
          .on('c.claimed_until', '>', now),
      )
      .select(['s.id as session_id', 's.created_at', 's.expires_at', 's.passkey_id', 'p.id', 'p.name', 'p.language'])
      .select(['t.member_id', 't.role', 'c.member_id as claimed_id', 'c.role as claimed_role'])
      .where('s.token_hash', '=', hashOf(token))
      .where('s.expires_at', '>', now)
      // Of several accounts, the one that is claimed to do more.
      .orderBy('c.role', (order) => order.desc().nullsLast())
      .orderBy('c.created_at')
      .orderBy('c.member_id')
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { id, name, language, session_id: sessionId } = row;
    const isFresh = Date.parse(now) - Date.parse(row.created_at) <= FRESH_MS;
    const seat = servingSeat(row);
    return {
      person: { id, name, language, sessionId, isFresh, byPasskey: row.passkey_id !== null, expiresAt: row.expires_at },
      principal:
        organisationId === undefined || seat === undefined
          ? undefined
          : { organisation: organisationId, member: seat.member, scopes: SCOPES[seat.role], seat: seat.role },
    };
  }

  /** Signs out. */
  async close(token: string): Promise<void> {
    await this.tables.deleteFrom('person_session').where('token_hash', '=', hashOf(token)).execute();
  }

  /** @param sessionId one of hers, or all where it is left out. */
  async endSessions(personId: string, sessionId?: string): Promise<void> {
    const ending = this.tables.deleteFrom('person_session').where('person_id', '=', personId);
    await (sessionId === undefined ? ending : ending.where('id', '=', sessionId)).execute();
  }

  async revise(personId: string, revision: { readonly name: string; readonly language: PersonLanguage }) {
    await this.tables.updateTable('person').set(revision).where('id', '=', personId).execute();
  }

  /** Those that she administers, by seats that did not lapse. */
  async administeredBy(personId: string): Promise<readonly Seat[]> {
    return (await this.seatsOf(personId)).filter(isAdministered);
  }

  /** The organisations she may act for: the oldest seat first, and after those she was given what an issuer claims. */
  async seatsOf(personId: string): Promise<readonly Seat[]> {
    const [given, claimed] = await Promise.all([
      this.seatsGivenTo(personId),
      claimedSeats(this.tables, personId, this.clock.now()),
    ]);
    // Nobody confirms what the issuer says each time.
    return [...given, ...claimed.map((seat) => ({ ...seat, standing: 'CONFIRMED' as const, isLastAdmin: false }))];
  }

  private async seatsGivenTo(personId: string): Promise<readonly Seat[]> {
    const now = this.clock.now();
    const rows = await this.tables
      .selectFrom('seat as s')
      .select(['s.organisation_id', 's.role', 's.created_at', 's.confirmed_at', 's.member_id'])
      .select((eb) =>
        eb
          .exists(
            eb
              .selectFrom('seat as other')
              .select('other.member_id')
              .whereRef('other.organisation_id', '=', 's.organisation_id')
              .whereRef('other.member_id', '<>', 's.member_id')
              .where('other.role', '=', 'ADMIN')
              .where('other.ended_at', 'is', null),
          )
          .as('has_other_admin'),
      )
      .where('s.person_id', '=', personId)
      .where('s.ended_at', 'is', null)
      .orderBy('s.created_at')
      .orderBy('s.member_id')
      .execute();
    return rows.map(({ organisation_id: organisationId, role, created_at: since, member_id: memberId, ...rest }) => ({
      organisationId,
      role,
      since,
      memberId,
      standing: standingOf(rest.confirmed_at ?? since, now),
      isLastAdmin: role === 'ADMIN' && rest.has_other_admin !== true,
      claimedUntil: null,
    }));
  }

  async kept({ id, name, language, sessionId }: Person): Promise<Kept> {
    const [addresses, accounts, seats, sessions, keys] = await Promise.all([
      this.tables.selectFrom('person_address').selectAll().where('person_id', '=', id).orderBy('proved_at').execute(),
      accountsOf(this.tables, id),
      this.seatsOf(id),
      this.tables
        .selectFrom('person_session')
        .selectAll()
        .where('person_id', '=', id)
        .where('expires_at', '>', this.clock.now())
        .orderBy('created_at')
        .execute(),
      this.tables.selectFrom('access_key').selectAll().where('made_by', '=', id).orderBy('created_at').execute(),
    ]);
    return {
      name,
      language,
      addresses: addresses.map(({ address, proved_at: provedAt }) => ({ address, provedAt })),
      accounts,
      seats,
      sessions: sessions.map((session) => ({
        id: session.id,
        since: session.created_at,
        until: session.expires_at,
        isThis: session.id === sessionId,
      })),
      keys: keys.map((key) => ({ id: key.id, label: key.label, since: key.created_at })),
    };
  }

  /**
   * Everything that is kept of her, invitations to her addresses and mails to or about her too. Never refused, but where somebody whom
   * she names to administer an organisation after her cannot: then she names another, or nobody.
   */
  async erase(personId: string, successors: readonly Successor[] = []): Promise<'UNKNOWN' | undefined> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      if (!(await succeed(transaction, personId, successors, now))) return 'UNKNOWN';
      const hers = transaction.selectFrom('person_address').select('address').where('person_id', '=', personId);
      await forgetAddresses(transaction, hers);
      await transaction.deleteFrom('sign_in_attempt').where('address', 'in', hers).execute();
      await transaction.deleteFrom('silent_mailbox').where('address', 'in', hers).execute();
      await end(transaction, personId, now);
      return undefined;
    });
  }
}

interface Held {
  readonly member_id: string | null;
  readonly role: SeatRole | null;
  readonly claimed_id: string | null;
  readonly claimed_role: ClaimedRole | null;
}

/** What she was given, unless the issuer claims that she may do more. */
function servingSeat(held: Held): { readonly member: string; readonly role: SeatRole } | undefined {
  const given = held.member_id === null || held.role === null ? undefined : { member: held.member_id, role: held.role };
  if (held.claimed_id === null || held.claimed_role === null) return given;
  const claimed = { member: held.claimed_id, role: held.claimed_role };
  return given === undefined || (given.role === 'READER' && claimed.role === 'WRITER') ? claimed : given;
}
