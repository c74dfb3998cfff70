import { randomUUID } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import type { Clock, SeatRole } from '@maillage/kernel';
import type { Database } from '../database.js';
import type { Mail } from '../mail/mailer.js';
import { dropAbout } from '../mail/queue.js';
import { newSecret } from '../secrets.js';
import { mailOnce, type NotMailed } from './attempts.js';
import { standingOf, type SeatStanding } from './confirming.js';
import { KEPT_OF_PEOPLE } from './keeping.js';
import { countSent, invitationsLeft } from './sent.js';
import { addStopLink, isStopped } from './stops.js';
import { alone, later, type PeopleTables } from './tables.js';

const INVITATION_MS = KEPT_OF_PEOPLE.seat_invitation.lastsMs;

/** Why nothing was given or taken. */
export type SeatRefusal =
  /** The organisation has, or had, a seat: its ADMINs give the others. */
  | 'HAS_SEATS'
  /** Only an ADMIN of the organisation may. */
  | 'NOT_ADMIN'
  /** The organisation would be left without an ADMIN. */
  | 'LAST_ADMIN'
  /** Whoever has this address has a seat already. */
  | 'ALREADY_SEATED'
  /** No such seat, invitation or key, or it is over; not that of somebody else either. */
  | 'UNKNOWN'
  /** As many as the organisation may send within a day. */
  | 'INVITED_ENOUGH'
  | NotMailed
  /** Whoever has the address asked not to be invited again. */
  | 'NOT_WANTED'
  /** Nobody administers the organisation here, so that nobody could be asked. */
  | 'NO_ADMIN'
  /** As many as wait for one person at a time. */
  | 'ASKED_ENOUGH'
  /** As many keys as an organisation may have at a time. */
  | 'KEYS_ENOUGH'
  /** One with the operator's scope, which no page gives. */
  | 'OPERATOR_KEY';

export interface SeatHolder {
  readonly memberId: string;
  readonly name: string;
  readonly addresses: readonly string[];
  /** Of those, the mailboxes whose servers say that there are none. */
  readonly silent: readonly string[];
  readonly role: SeatRole;
  readonly since: string;
  readonly standing: SeatStanding;
  readonly isSelf: boolean;
}

export interface Invitation {
  readonly id: string;
  readonly organisationId: string;
  readonly address: string;
  readonly role: SeatRole;
  readonly invitedBy: string;
  /** Whoever sent it administers the organisation no more: it is not accepted. */
  readonly isLeftBehind: boolean;
  readonly until: string;
}

type Work<Result> = (transaction: Transaction<PeopleTables>) => Promise<Result | SeatRefusal>;

/** Who may act for an organisation, and how that is given and taken. */
export class Seats {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The organisation's first, for whoever holds its key: what an organisation without people begins with. */
  async takeFirst(personId: string, organisationId: string): Promise<SeatRefusal | undefined> {
    return this.aloneIn(organisationId, async (transaction) => {
      const had = await transaction
        .selectFrom('seat')
        .select('member_id')
        .where('organisation_id', '=', organisationId)
        .executeTakeFirst();
      if (had !== undefined) return 'HAS_SEATS';
      await giveSeat(transaction, { personId, organisationId, role: 'ADMIN' }, this.clock.now());
      return undefined;
    });
  }

  /** By a seat that lapsed as well. */
  isAdmin(organisationId: string, personId: string): Promise<boolean> {
    return isAdmin(this.database.as<PeopleTables>(), organisationId, personId);
  }

  /** For the organisation's ADMINs. */
  async of(
    organisationId: string,
    adminId: string,
  ): Promise<{ readonly holders: readonly SeatHolder[]; readonly invitations: readonly Invitation[] } | SeatRefusal> {
    const tables = this.database.as<PeopleTables>();
    if (!(await isAdmin(tables, organisationId, adminId))) return 'NOT_ADMIN';
    const seats = await tables
      .selectFrom('seat as s')
      .innerJoin('person as p', 'p.id', 's.person_id')
      .leftJoin('person_address as a', 'a.person_id', 'p.id')
      .leftJoin('silent_mailbox as m', 'm.address', 'a.address')
      .select(['s.member_id', 's.role', 's.created_at', 's.confirmed_at', 'p.id', 'p.name'])
      .select(['a.address', 'm.address as none'])
      .where('s.organisation_id', '=', organisationId)
      .where('s.ended_at', 'is', null)
      .orderBy('s.created_at')
      .orderBy('s.member_id')
      .orderBy('a.proved_at')
      .execute();
    const holders = new Map<string, SeatHolder>();
    const now = this.clock.now();
    for (const { member_id: memberId, role, created_at: since, confirmed_at: confirmed, ...person } of seats) {
      const { id, name, address, none } = person;
      const before = holders.get(memberId);
      const addresses = [...(before?.addresses ?? []), ...(address === null ? [] : [address])];
      const silent = [...(before?.silent ?? []), ...(none === null ? [] : [none])];
      const standing = standingOf(confirmed ?? since, now);
      holders.set(memberId, { memberId, name, addresses, silent, role, since, standing, isSelf: id === adminId });
    }
    const sent = await this.invitations().where('i.organisation_id', '=', organisationId).execute();
    return { holders: [...holders.values()], invitations: sent.map(toInvitation) };
  }

  /** Those that wait for whoever owns these mailboxes. */
  async invitationsTo(personId: string): Promise<readonly Invitation[]> {
    const hers = this.database
      .as<PeopleTables>()
      .selectFrom('person_address')
      .select('address')
      .where('person_id', '=', personId);
    return (await this.invitations().where('i.address', 'in', hers).execute()).map(toInvitation);
  }

  /**
   * Inviting an address anew takes the place of what was sent before.
   * @param isConfirmed whether the operator has confirmed who invites.
   * @param write the mail, with what refuses further ones, which waits to be sent from then on; none where nobody is written to here.
   */
  async invite(
    organisationId: string,
    adminId: string,
    {
      address,
      role,
      isConfirmed,
      write,
    }: {
      readonly address: string;
      readonly role: SeatRole;
      readonly isConfirmed: boolean;
      readonly write: ((stop: string) => Mail) | undefined;
    },
  ): Promise<SeatRefusal | undefined> {
    const now = this.clock.now();
    return this.aloneIn(organisationId, async (transaction) => {
      if (!(await isAdmin(transaction, organisationId, adminId))) return 'NOT_ADMIN';
      const held = await transaction
        .selectFrom('person_address as a')
        .innerJoin('seat as s', 's.person_id', 'a.person_id')
        .select('s.member_id')
        .where('a.address', '=', address)
        .where('s.organisation_id', '=', organisationId)
        .where('s.ended_at', 'is', null)
        .executeTakeFirst();
      if (held !== undefined) return 'ALREADY_SEATED';
      if ((await invitationsLeft(transaction, { organisationId, isConfirmed }, now)) <= 0) return 'INVITED_ENOUGH';
      if (await isStopped(transaction, address)) return 'NOT_WANTED';
      const [id, stop] = [randomUUID(), newSecret()];
      const why = write && (await mailOnce(transaction, write(stop), now, id));
      if (why !== undefined) return why;
      await countSent(transaction, organisationId, now, 1);
      await addStopLink(transaction, { token: stop, address }, now);
      const before = await transaction
        .deleteFrom('seat_invitation')
        .where('organisation_id', '=', organisationId)
        .where('address', '=', address)
        .returning('id')
        .execute();
      await dropAbout(
        transaction,
        before.map((each) => each.id),
      );
      const invited = { id, organisation_id: organisationId, address, role, invited_by: adminId };
      await transaction
        .insertInto('seat_invitation')
        .values({ ...invited, created_at: now, expires_at: later(now, INVITATION_MS) })
        .execute();
      return undefined;
    });
  }

  async revoke(organisationId: string, adminId: string, invitationId: string): Promise<SeatRefusal | undefined> {
    return this.aloneIn(organisationId, async (transaction) => {
      if (!(await isAdmin(transaction, organisationId, adminId))) return 'NOT_ADMIN';
      const revoked = await transaction
        .deleteFrom('seat_invitation')
        .where('id', '=', invitationId)
        .where('organisation_id', '=', organisationId)
        .returning('id')
        .executeTakeFirst();
      await dropAbout(transaction, [invitationId]);
      return revoked === undefined ? 'UNKNOWN' : undefined;
    });
  }

  /** Works once, for the address it was sent to, and while who sent it may still give seats. @returns what was answered. */
  async answer(personId: string, invitationId: string, accepts: boolean): Promise<Invitation | SeatRefusal> {
    const waiting = (await this.invitationsTo(personId)).find(({ id }) => id === invitationId);
    if (waiting === undefined) return 'UNKNOWN';
    const { organisationId } = waiting;
    return this.aloneIn(organisationId, async (transaction) => {
      const taken = await transaction
        .deleteFrom('seat_invitation')
        .where('id', '=', invitationId)
        .where('expires_at', '>', this.clock.now())
        .returning(['role', 'invited_by'])
        .executeTakeFirst();
      if (taken === undefined) return 'UNKNOWN';
      await dropAbout(transaction, [invitationId]);
      if (!accepts) return waiting;
      if (!(await isAdmin(transaction, organisationId, taken.invited_by))) return 'UNKNOWN';
      await giveSeat(transaction, { personId, organisationId, role: taken.role }, this.clock.now());
      return waiting;
    });
  }

  /** Of another or one's own. */
  async remove(organisationId: string, adminId: string, memberId: string): Promise<SeatRefusal | undefined> {
    return this.alter(organisationId, adminId, memberId, { ended_at: this.clock.now() });
  }

  /** Gives a seat another role; by that it is confirmed, too. */
  async change(
    organisationId: string,
    adminId: string,
    memberId: string,
    role: SeatRole,
  ): Promise<SeatRefusal | undefined> {
    return this.alter(organisationId, adminId, memberId, { role, confirmed_at: this.clock.now(), reminders: 0 });
  }

  /** Says that seats are right, her own among them: for another year. Those that are over by now are passed over. */
  async confirm(
    organisationId: string,
    adminId: string,
    memberIds: readonly string[],
  ): Promise<SeatRefusal | undefined> {
    return this.aloneIn(organisationId, async (transaction) => {
      if (!(await isAdmin(transaction, organisationId, adminId))) return 'NOT_ADMIN';
      if (memberIds.length === 0) return undefined;
      await transaction
        .updateTable('seat')
        .set({ confirmed_at: this.clock.now(), reminders: 0 })
        .where('organisation_id', '=', organisationId)
        .where('member_id', 'in', memberIds)
        .where('ended_at', 'is', null)
        .execute();
      return undefined;
    });
  }

  private alter(
    organisationId: string,
    adminId: string,
    memberId: string,
    change: Partial<Pick<Selectable<PeopleTables['seat']>, 'role' | 'confirmed_at' | 'reminders' | 'ended_at'>>,
  ): Promise<SeatRefusal | undefined> {
    return this.aloneIn(organisationId, async (transaction) => {
      if (!(await isAdmin(transaction, organisationId, adminId))) return 'NOT_ADMIN';
      const seats = await transaction
        .selectFrom('seat')
        .select(['member_id', 'role'])
        .where('organisation_id', '=', organisationId)
        .where('ended_at', 'is', null)
        .execute();
      const seat = seats.find((each) => each.member_id === memberId);
      if (seat === undefined) return 'UNKNOWN';
      const isLast = seat.role === 'ADMIN' && seats.filter(({ role }) => role === 'ADMIN').length === 1;
      if (isLast && change.role !== 'ADMIN') return 'LAST_ADMIN';
      await transaction.updateTable('seat').set(change).where('member_id', '=', memberId).execute();
      return undefined;
    });
  }

  private invitations() {
    return this.database
      .as<PeopleTables>()
      .selectFrom('seat_invitation as i')
      .innerJoin('person as p', 'p.id', 'i.invited_by')
      .leftJoin('seat as s', (join) =>
        join
          .onRef('s.person_id', '=', 'i.invited_by')
          .onRef('s.organisation_id', '=', 'i.organisation_id')
          .on('s.role', '=', 'ADMIN')
          .on('s.ended_at', 'is', null),
      )
      .select(['i.id', 'i.organisation_id', 'i.address', 'i.role', 'i.expires_at', 'p.name', 's.member_id'])
      .where('i.expires_at', '>', this.clock.now())
      .orderBy('i.created_at');
  }

  private aloneIn<Result>(organisationId: string, work: Work<Result>): Promise<Result | SeatRefusal> {
    return this.database
      .as<PeopleTables>()
      .transaction()
      .execute(async (transaction) => {
        await alone(transaction, `seats ${organisationId}`);
        return work(transaction);
      });
  }
}

/** Whoever has one already keeps it, with the member id that the log knows her by. */
export async function giveSeat(
  transaction: Transaction<PeopleTables>,
  {
    personId,
    organisationId,
    role,
  }: { readonly personId: string; readonly organisationId: string; readonly role: SeatRole },
  now: string,
): Promise<void> {
  const held = { person_id: personId, organisation_id: organisationId };
  await transaction
    .insertInto('seat')
    .values({ ...held, member_id: randomUUID(), role, created_at: now, ended_at: null })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'organisation_id']).where('ended_at', 'is', null).doNothing(),
    )
    .execute();
}

/** By a seat that lapsed as well: whoever has it may confirm it. */
export async function isAdmin(tables: Asked, organisationId: string, personId: string): Promise<boolean> {
  return (await adminSeat(tables, organisationId, personId)) !== undefined;
}

/** By a seat that did not lapse: for what an ADMIN does beyond the seats. */
export async function isServingAdmin(
  tables: Asked,
  organisationId: string,
  personId: string,
  now: string,
): Promise<boolean> {
  const seat = await adminSeat(tables, organisationId, personId);
  return seat !== undefined && standingOf(seat.confirmed_at ?? seat.created_at, now) !== 'LAPSED';
}

type Asked = Pick<Transaction<PeopleTables>, 'selectFrom'>;

function adminSeat(tables: Asked, organisationId: string, personId: string) {
  return tables
    .selectFrom('seat')
    .select(['created_at', 'confirmed_at'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('role', '=', 'ADMIN')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

function toInvitation(row: {
  readonly id: string;
  readonly organisation_id: string;
  readonly address: string;
  readonly role: SeatRole;
  readonly expires_at: string;
  readonly name: string;
  readonly member_id: string | null;
}): Invitation {
  const { id, organisation_id: organisationId, address, role, expires_at: until, name: invitedBy } = row;
  return { id, organisationId, address, role, invitedBy, isLeftBehind: row.member_id === null, until };
}
