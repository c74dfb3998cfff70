import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { DAY_MS, type Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import type { Mail } from '../mail/mailer.js';
import { dropAbout, invitationOfMail } from '../mail/queue.js';
import { aloneWithMails, mailOnce, type NotMailed } from './attempts.js';
import { hashOf, newSecret } from '../secrets.js';
import { lapsedBefore } from './confirming.js';
import { invitationStandingOf, OVER, type InvitationStanding } from './invitation-standing.js';
import { KEPT_OF_PEOPLE } from './keeping.js';
import { languageOf } from './contacts.js';
import { begin, ownerOf } from './owners.js';
import { openPersonSession, type OpenedPersonSession } from './person-sessions.js';
import { isServingAdmin, type SeatRefusal } from './seats.js';
import { countSent, invitationsLeft } from './sent.js';
import { addStopLink, isStopped } from './stops.js';
import { alone, later, type PeopleTables, type PersonLanguage } from './tables.js';

/** So long an invitation waits, and its address is kept. */
const WAITS_MS = KEPT_OF_PEOPLE.partner_invitation.lastsMs;
const LINK_MS = 14 * DAY_MS;

/** To what an organisation is invited, and by whom. */
export interface Invited {
  readonly id: string;
  readonly missionId: string;
  readonly role: string;
  /** The backbone. */
  readonly inviterId: string;
  /** Of it, who; empty where she has said no name. */
  readonly by: string;
  readonly since: string;
  readonly until: string;
}

/** As its senders see it. */
export interface SentInvitation extends Invited {
  /** Of a link to be passed on there is none, nor of one that was accepted. */
  readonly address: string | null;
  readonly isLink: boolean;
  readonly standing: InvitationStanding;
  /** How many organisations came by it. */
  readonly taken: number;
  /** The organisation that accepted a mailed one. */
  readonly acceptedBy: string | null;
  /** Whoever sent it administers the organisation no more: it is not accepted. */
  readonly isLeftBehind: boolean;
}

/** To whom, in which language, and what its mail tells her alone. */
export interface MailedInvitation {
  readonly invitationId: string;
  readonly address: string;
  readonly language: PersonLanguage;
  /** Proves the address of somebody new. */
  readonly proof: string;
  /** Refuses further ones. */
  readonly stop: string;
}

export interface Inviting {
  readonly missionId: string;
  readonly role: string;
  readonly inviterId: string;
  readonly adminId: string;
}

/** What became of one line of a list. */
export type LineResult = 'SENT' | 'INVITED_ALREADY' | 'NOT_WANTED' | 'ENOUGH_TODAY' | NotMailed;

/** Invitations of organisations to missions, outside the log: by mail for one address, or by a link that is passed on. */
export class Partners {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private get tables() {
    return this.database.as<PeopleTables>();
  }

  /**
   * In their order, a result each.
   * @param inviting with the language for those who are not known here: who is, is written to in hers.
   * @param isConfirmed whether the operator has confirmed who invites.
   * @param write the mail, which waits to be sent from then on.
   */
  async invite(
    inviting: Inviting & { readonly language: PersonLanguage },
    addresses: readonly string[],
    isConfirmed: boolean,
    write: (mailed: MailedInvitation) => Mail,
  ): Promise<readonly LineResult[] | SeatRefusal> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      await alone(transaction, `partners ${inviting.inviterId}`);
      if (!(await isServingAdmin(transaction, inviting.inviterId, inviting.adminId, now))) return 'NOT_ADMIN';
      const organisationId = inviting.inviterId;
      let left = await invitationsLeft(transaction, { organisationId, isConfirmed }, now);
      // Ten thousand lines are not looked at one by one.
      if (left <= 0) return addresses.map(() => 'ENOUGH_TODAY');
      await aloneWithMails(transaction, addresses);
      const results: LineResult[] = [];
      for (const address of addresses) {
        const [stop, proof] = [newSecret(), newSecret()];
        const language = (await languageOf(transaction, address)) ?? inviting.language;
        const row = { ...rowOf(inviting, now), address, language, expires_at: later(now, WAITS_MS) };
        const mailed = { invitationId: row.id, address, language, stop, proof };
        const why =
          (await notToInvite(transaction, inviting, address, now)) ??
          (left <= 0 ? 'ENOUGH_TODAY' : await mailOnce(transaction, write(mailed), now, row.id));
        results.push(why ?? 'SENT');
        if (why !== undefined) continue;
        left -= 1;
        await addStopLink(transaction, { token: stop, address }, now);
        await transaction
          .insertInto('partner_invitation')
          .values({ ...row, proof_hash: hashOf(proof) })
          .execute();
      }
      await countSent(transaction, organisationId, now, results.filter((result) => result === 'SENT').length);
      return results;
    });
  }

  /** @returns the token of a link, once. */
  async link(inviting: Inviting, isConfirmed: boolean): Promise<{ readonly token: string } | SeatRefusal> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      await alone(transaction, `partners ${inviting.inviterId}`);
      if (!(await isServingAdmin(transaction, inviting.inviterId, inviting.adminId, now))) return 'NOT_ADMIN';
      const { inviterId: organisationId } = inviting;
      if ((await invitationsLeft(transaction, { organisationId, isConfirmed }, now)) <= 0) return 'INVITED_ENOUGH';
      await countSent(transaction, organisationId, now, 1);
      const token = newSecret();
      const row = { ...rowOf(inviting, now), token_hash: hashOf(token), expires_at: later(now, LINK_MS) };
      await transaction.insertInto('partner_invitation').values(row).execute();
      return { token };
    });
  }

  /** For the ADMINs of whoever invites: those that wait and, for as long as they are kept, those that are over. */
  async sent({
    missionId,
    inviterId,
    adminId,
  }: Omit<Inviting, 'role'>): Promise<readonly SentInvitation[] | SeatRefusal> {
    const now = this.clock.now();
    if (!(await isServingAdmin(this.tables, inviterId, adminId, now))) return 'NOT_ADMIN';
    const rows = await this.invitations()
      .leftJoin('seat as s', (join) =>
        join
          .onRef('s.person_id', '=', 'i.invited_by')
          .onRef('s.organisation_id', '=', 'i.inviter_id')
          .on('s.role', '=', 'ADMIN')
          .on('s.ended_at', 'is', null),
      )
      .leftJoin('mail', (join) => join.on(invitationOfMail, '=', (eb) => eb.ref('i.id')))
      .select(['i.address', 'i.language', 'i.taken', 'i.outcome', 'i.accepted_by', 'i.undelivered_at'])
      .select(['s.member_id', 'mail.id as mail_id'])
      .where('i.inviter_id', '=', inviterId)
      .where('i.mission_id', '=', missionId)
      .where('i.created_at', '>', later(now, -WAITS_MS))
      // Of those that ended before it was kept how, nothing is left to tell.
      .where((eb) =>
        eb.or([eb('i.outcome', 'is not', null), eb('i.ended_at', 'is', null), eb('i.address', 'is not', null)]),
      )
      .execute();
    return rows.map((row) => {
      const isLink = row.language === null && row.address === null;
      const standing = invitationStandingOf(row, isLink, now);
      const isLeftBehind = row.member_id === null && !OVER.has(standing);
      const { address, taken, accepted_by: acceptedBy } = row;
      return { ...toInvited(row), address, isLink, standing, taken, acceptedBy, isLeftBehind };
    });
  }

  async revoke(inviterId: string, adminId: string, id: string): Promise<SeatRefusal | undefined> {
    if (!(await isServingAdmin(this.tables, inviterId, adminId, this.clock.now()))) return 'NOT_ADMIN';
    const isEnded = await this.end(id, 'REVOKED', (ending) => ending.where('inviter_id', '=', inviterId));
    return isEnded ? undefined : 'UNKNOWN';
  }

  /** Those that wait for whoever owns these mailboxes. */
  async to(personId: string): Promise<readonly Invited[]> {
    const hers = this.tables.selectFrom('person_address').select('address').where('person_id', '=', personId);
    return (await this.open().where('i.address', 'in', hers).execute()).map(toInvited);
  }

  /** Of those, which may still have somebody registered without waiting: each once. */
  async vouching(personId: string): Promise<readonly Invited[]> {
    const hers = this.tables.selectFrom('person_address').select('address').where('person_id', '=', personId);
    return (await this.open().where('i.address', 'in', hers).where('i.vouched_at', 'is', null).execute()).map(
      toInvited,
    );
  }

  async byToken(token: string): Promise<Invited | undefined> {
    const row = await this.open().where('i.token_hash', '=', hashOf(token)).executeTakeFirst();
    return row && toInvited(row);
  }

  /** Whose mailbox the mail with that was for; nobody's any more once that was done, or the invitation is over. */
  async provable(proof: string): Promise<{ readonly address: string } | undefined> {
    const row = await this.open().select('i.address').where('i.proof_hash', '=', hashOf(proof)).executeTakeFirst();
    return row === undefined || row.address === null ? undefined : { address: row.address };
  }

  /**
   * Opens a session for somebody new, whose mailbox it proves: once. Nobody who is known is signed in by it, as whoever a mail
   * was passed on to has it too, for as long as the invitation waits.
   * @returns `KNOWN` where somebody signs in with the address already; `undefined` for what proves nothing any more.
   */
  async prove(proof: string): Promise<OpenedPersonSession | 'KNOWN' | undefined> {
    const found = await this.provable(proof);
    if (found === undefined) return undefined;
    const { address } = found;
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      await alone(transaction, `address ${address}`);
      if ((await ownerOf(transaction, address)) !== undefined) return 'KNOWN';
      const used = await transaction
        .updateTable('partner_invitation')
        .set({ proof_hash: null })
        .where('proof_hash', '=', hashOf(proof))
        .where('ended_at', 'is', null)
        .where('expires_at', '>', now)
        .returning('language')
        .executeTakeFirst();
      if (used === undefined || used.language === null) return undefined;
      const id = await begin(transaction, { address, language: used.language }, now);
      return openPersonSession(transaction, id, { address }, now);
    });
  }

  /** The seat by which it was sent, if whoever sent it may still invite. */
  async senderOf(id: string): Promise<{ readonly memberId: string } | undefined> {
    const seat = await this.tables
      .selectFrom('partner_invitation as i')
      .innerJoin('seat as s', (join) =>
        join.onRef('s.person_id', '=', 'i.invited_by').onRef('s.organisation_id', '=', 'i.inviter_id'),
      )
      .select('s.member_id')
      .where('i.id', '=', id)
      .where('s.role', '=', 'ADMIN')
      .where('s.ended_at', 'is', null)
      .where((eb) => eb(eb.fn.coalesce('s.confirmed_at', 's.created_at'), '>', lapsedBefore(this.clock.now())))
      .executeTakeFirst();
    return seat && { memberId: seat.member_id };
  }

  /** Of two who accept a mailed one at the same time, one does. @returns whether it was still open. */
  async claim(id: string): Promise<boolean> {
    const now = this.clock.now();
    const claimed = await this.tables
      .updateTable('partner_invitation')
      .set({ ended_at: now })
      .where('id', '=', id)
      .where('address', 'is not', null)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('id')
      .executeTakeFirst();
    return claimed !== undefined;
  }

  /** What it was claimed for did not come about. */
  async unclaim(id: string): Promise<void> {
    await this.tables
      .updateTable('partner_invitation')
      .set({ ended_at: null })
      .where('id', '=', id)
      .where('address', 'is not', null)
      .execute();
  }

  /** An organisation came by a link, which goes on. */
  async taken(id: string): Promise<void> {
    await this.tables
      .updateTable('partner_invitation')
      .set((eb) => ({ taken: eb('taken', '+', 1) }))
      .where('id', '=', id)
      .execute();
  }

  /** One that was claimed is used up; whose address it was need not be known any more. */
  async accepted(id: string, organisationId: string): Promise<void> {
    const ended = { outcome: 'ACCEPTED', accepted_by: organisationId } as const;
    await this.tables
      .updateTable('partner_invitation')
      .set({ ...ended, taken: 1, address: null, proof_hash: null })
      .where('id', '=', id)
      .execute();
  }

  async decline(personId: string, id: string): Promise<void> {
    const hers = this.tables.selectFrom('person_address').select('address').where('person_id', '=', personId);
    await this.end(id, 'DECLINED', (ending) => ending.where('address', 'in', hers));
  }

  private open() {
    return this.invitations().where('i.ended_at', 'is', null).where('i.expires_at', '>', this.clock.now());
  }

  private invitations() {
    return this.tables
      .selectFrom('partner_invitation as i')
      .innerJoin('person as p', 'p.id', 'i.invited_by')
      .select(['i.id', 'i.mission_id', 'i.role', 'i.inviter_id', 'i.created_at', 'i.expires_at', 'p.name'])
      .orderBy('i.created_at')
      .orderBy('i.id');
  }

  /** Nobody comes by it any more, and its mail goes if it waits still. @returns whether it was open. */
  private async end(
    id: string,
    outcome: 'DECLINED' | 'REVOKED',
    which: (ending: ReturnType<typeof endingOf>) => ReturnType<typeof endingOf>,
  ): Promise<boolean> {
    return this.tables.transaction().execute(async (transaction) => {
      const ended = await which(endingOf(transaction, id, outcome, this.clock.now()))
        .returning('id')
        .executeTakeFirst();
      if (ended !== undefined) await dropAbout(transaction, [id]);
      return ended !== undefined;
    });
  }
}

/** Its address is kept as long as any, as whoever sent it sees how it ended. */
function endingOf(transaction: Transaction<PeopleTables>, id: string, outcome: 'DECLINED' | 'REVOKED', now: string) {
  return transaction
    .updateTable('partner_invitation')
    .set({ ended_at: now, outcome, token_hash: null, proof_hash: null })
    .where('id', '=', id)
    .where('ended_at', 'is', null);
}

async function notToInvite(
  transaction: Transaction<PeopleTables>,
  { missionId, role }: Inviting,
  address: string,
  now: string,
): Promise<'INVITED_ALREADY' | 'NOT_WANTED' | undefined> {
  if (await isStopped(transaction, address)) return 'NOT_WANTED';
  const before = await transaction
    .selectFrom('partner_invitation')
    .select('id')
    .where('address', '=', address)
    .where('mission_id', '=', missionId)
    .where('role', '=', role)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return before && 'INVITED_ALREADY';
}

function rowOf({ missionId, role, inviterId, adminId }: Inviting, now: string) {
  const nobodys = { address: null, language: null, proof_hash: null, token_hash: null };
  const waiting = {
    taken: 0,
    ended_at: null,
    vouched_at: null,
    undelivered_at: null,
    outcome: null,
    accepted_by: null,
  };
  const sent = { id: randomUUID(), mission_id: missionId, role, inviter_id: inviterId, invited_by: adminId };
  return { ...sent, ...nobodys, ...waiting, created_at: now };
}

function toInvited(row: {
  readonly id: string;
  readonly mission_id: string;
  readonly role: string;
  readonly inviter_id: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly name: string;
}): Invited {
  const { id, mission_id: missionId, role, inviter_id: inviterId, name: by } = row;
  return { id, missionId, role, inviterId, by, since: row.created_at, until: row.expires_at };
}
