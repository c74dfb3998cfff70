import { timingSafeEqual } from 'node:crypto';
import type { Transaction } from 'kysely';
import { DAY_MS, type Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import type { Mail } from '../mail/mailer.js';
import { enqueue } from '../mail/queue.js';
import { hashOf, newSecret } from '../secrets.js';
import { accountsOf } from './accounts.js';
import { ATTEMPT_MS, CODES_A_DAY, hashOfCode, newCode, TRIES } from './codes.js';
import { contactsOf, type Contact } from './contacts.js';
import { KEPT_OF_PEOPLE } from './keeping.js';
import { isLockedOut } from './locked-out.js';
import { attach, begin, end, forgetAddresses, ownerOf } from './owners.js';
import type { Person } from './people.js';
import { alone, later, type PeopleTables } from './tables.js';

const UNDO_MS = KEPT_OF_PEOPLE.address_undo.lastsMs;
const MOST_ADDRESSES = 3;

/** Why an address was not added, removed or brought back. */
export type AddressRefusal =
  | 'TOO_MANY_ADDRESSES'
  /** Somebody else signs in with it. */
  | 'ADDRESS_TAKEN'
  /** She would have none to sign in with. */
  | 'LAST_ADDRESS'
  /** It is not hers, or not any more. */
  | 'UNKNOWN_ADDRESS'
  | 'CODE_WRONG'
  | 'LINK_OVER';

type AddressChangeKind = PeopleTables['address_undo']['change'];

/**
 * What is mailed of a change to those who are to know, by the transaction that makes it.
 * @param undo takes it back within three days; told this once.
 */
export type WriteChange = (contact: Contact, change: { readonly address: string; readonly undo: string }) => Mail;

/** What is mailed of what somebody did to an address who is not signed in as her, or no more. */
export type WriteOthers = (contact: Contact, address: string) => Mail;

type Tables = Transaction<PeopleTables>;

/** The mailboxes that a person signs in with: up to three, each proved by whoever reads it. */
export class AddressBook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private get tables() {
    return this.database.as<PeopleTables>();
  }

  async isFull(personId: string): Promise<boolean> {
    return (await contactsOf(this.tables, personId)).length >= MOST_ADDRESSES;
  }

  /**
   * Has a code mailed there, unless the address had enough of them for today.
   * @param write the mail, which waits to be sent from then on.
   */
  async begin(
    personId: string,
    { address, browser }: { readonly address: string; readonly browser: string },
    write: (code: string) => Mail,
  ): Promise<void> {
    const now = this.clock.now();
    await this.tables.transaction().execute(async (transaction) => {
      await alone(transaction, `mails ${address}`);
      const lately = await transaction
        .selectFrom('address_proof')
        .select('browser_hash')
        .where('address', '=', address)
        .where('created_at', '>', later(now, -DAY_MS))
        .execute();
      // Whoever asks: thirty guesses in a million.
      if (lately.length >= CODES_A_DAY) return;
      const code = newCode();
      const hashes = { browser_hash: hashOf(browser), code_hash: hashOfCode(browser, code) };
      await transaction
        .insertInto('address_proof')
        .values({ ...hashes, person_id: personId, address, tries: 0, created_at: now, used_at: null })
        .execute();
      await enqueue(transaction, write(code), now);
    });
  }

  /** In the browser that asked alone, within 15 minutes and three tries. Her other addresses are told. */
  async prove(
    personId: string,
    { browser, code }: { readonly browser: string; readonly code: string },
    write: WriteChange,
  ): Promise<AddressRefusal | undefined> {
    const now = this.clock.now();
    // Counted before it is compared: tries at the same time do not slip through.
    const tried = await this.tables
      .updateTable('address_proof')
      .set((eb) => ({ tries: eb('tries', '+', 1) }))
      .where('browser_hash', '=', hashOf(browser))
      .where('person_id', '=', personId)
      .where('used_at', 'is', null)
      .where('created_at', '>', later(now, -ATTEMPT_MS))
      .where('tries', '<', TRIES)
      .returning(['address', 'code_hash'])
      .executeTakeFirst();
    if (tried === undefined || !timingSafeEqual(tried.code_hash, hashOfCode(browser, code))) return 'CODE_WRONG';
    const { address } = tried;
    return this.aloneWith(personId, address, async (transaction) => {
      const used = await transaction
        .updateTable('address_proof')
        .set({ used_at: now })
        .where('browser_hash', '=', hashOf(browser))
        .where('used_at', 'is', null)
        .returning('address')
        .executeTakeFirst();
      if (used === undefined) return 'CODE_WRONG';
      if ((await ownerOf(transaction, address)) !== undefined) return 'ADDRESS_TAKEN';
      const told = await contactsOf(transaction, personId);
      if (told.length >= MOST_ADDRESSES) return 'TOO_MANY_ADDRESSES';
      await attach(transaction, personId, address, now);
      const undo = await this.undoable(transaction, personId, address, 'ADDED');
      await tell(transaction, told, (each) => write(each, { address, undo }), now);
      return undefined;
    });
  }

  /**
   * Sessions that were opened with it end, but for the one it is done in. Addresses that were added within three days are not
   * told: they may be a thief's, who would use the link.
   */
  async remove({ id, sessionId }: Person, address: string, write: WriteChange): Promise<AddressRefusal | undefined> {
    const now = this.clock.now();
    return this.aloneWith(id, address, async (transaction) => {
      const hers = await contactsOf(transaction, id);
      if (!hers.some((each) => each.address === address)) return 'UNKNOWN_ADDRESS';
      if (hers.length === 1 && (await accountsOf(transaction, id)).length === 0) return 'LAST_ADDRESS';
      const lately = await addedOfLate(transaction, id, now);
      const told = hers.filter((each) => !lately.has(each.address));
      await transaction.deleteFrom('person_address').where('address', '=', address).execute();
      await endSessionsOf(transaction, { personId: id, address, butNot: sessionId });
      const undo = await this.undoable(transaction, id, address, 'REMOVED');
      await tell(transaction, told, (each) => write(each, { address, undo }), now);
      return undefined;
    });
  }

  /** What a link would take back; looking does not use it. */
  async look(token: string): Promise<{ readonly address: string; readonly change: AddressChangeKind } | undefined> {
    return this.tables
      .selectFrom('address_undo')
      .select(['address', 'change'])
      .where('token_hash', '=', hashOf(token))
      .where('expires_at', '>', this.clock.now())
      .executeTakeFirst();
  }

  /**
   * Takes a change back, once, and ends all sessions of hers, and passkeys and accounts added since: whoever made it may hold one. A link
   * that is refused may be tried again. Where an address is hers again, all of them are told.
   */
  async undo(token: string, write: WriteOthers): Promise<AddressRefusal | undefined> {
    const found = await this.tables
      .selectFrom('address_undo')
      .select(['person_id', 'address'])
      .where('token_hash', '=', hashOf(token))
      .executeTakeFirst();
    if (found === undefined) return 'LINK_OVER';
    const { person_id: personId, address } = found;
    return this.aloneWith(personId, address, async (transaction) => {
      const now = this.clock.now();
      const live = await transaction
        .selectFrom('address_undo')
        .select(['change', 'expires_at'])
        .where('token_hash', '=', hashOf(token))
        .where('expires_at', '>', now)
        .executeTakeFirst();
      if (live === undefined) return 'LINK_OVER';
      const { change } = live;
      const changedAt = later(live.expires_at, -UNDO_MS);
      const refused =
        change === 'ADDED'
          ? await takeOut(transaction, personId, address, now)
          : await bringBack(transaction, personId, address, now);
      if (refused !== undefined) return refused;
      const links = transaction.deleteFrom('address_undo').where('person_id', '=', personId);
      // Whoever had it added may have removed it since: that link would let it in again.
      if (change === 'ADDED') await links.where('address', '=', address).execute();
      else await links.where('token_hash', '=', hashOf(token)).execute();
      // Whoever made the change may have added one since, of which she was told no more, or linked an account. They go before the
      // sessions: whoever is signing in with one is waited for, and what that opens ends with the others.
      await transaction
        .deleteFrom('person_account')
        .where('person_id', '=', personId)
        .where('added_at', '>=', changedAt)
        .execute();
      await transaction
        .deleteFrom('passkey')
        .where('person_id', '=', personId)
        .where('created_at', '>=', changedAt)
        .execute();
      await transaction.deleteFrom('person_session').where('person_id', '=', personId).execute();
      if (change === 'REMOVED') {
        await tell(transaction, await contactsOf(transaction, personId), (each) => write(each, address), now);
      }
      return undefined;
    });
  }

  /**
   * "I am not Marie": whoever reads the mailbox now is somebody new, without seats, in this very session, for whom nothing waits
   * that was meant for Marie. From her the address is taken, and nothing else; her others are told. Where she has no way to sign
   * in any more, what is kept of her goes.
   */
  async disown({ id, sessionId, language }: Person, write: WriteOthers): Promise<AddressRefusal | undefined> {
    const session = await this.tables
      .selectFrom('person_session')
      .select('address')
      .where('id', '=', sessionId)
      .executeTakeFirst();
    const address = session?.address ?? undefined;
    if (address === undefined) return 'UNKNOWN_ADDRESS';
    return this.aloneWith(id, address, async (transaction) => {
      if ((await ownerOf(transaction, address)) !== id) return 'UNKNOWN_ADDRESS';
      const now = this.clock.now();
      await transaction.deleteFrom('person_address').where('address', '=', address).execute();
      const newcomer = await begin(transaction, { address, language }, now);
      await transaction.deleteFrom('address_undo').where('address', '=', address).execute();
      await forgetAddresses(transaction, [address]);
      await endSessionsOf(transaction, { personId: id, address, butNot: sessionId });
      await transaction
        .updateTable('person_session')
        .set({ person_id: newcomer })
        .where('id', '=', sessionId)
        .execute();
      await tell(transaction, await contactsOf(transaction, id), (each) => write(each, address), now);
      if (await isLockedOut(transaction, id, now)) await end(transaction, id, now);
      return undefined;
    });
  }

  private aloneWith<Result>(
    personId: string,
    address: string,
    work: (transaction: Tables) => Promise<Result>,
  ): Promise<Result> {
    return this.tables.transaction().execute(async (transaction) => {
      await alone(transaction, `person ${personId}`);
      await alone(transaction, `address ${address}`);
      return work(transaction);
    });
  }

  private async undoable(
    transaction: Tables,
    personId: string,
    address: string,
    change: AddressChangeKind,
  ): Promise<string> {
    const now = this.clock.now();
    const token = newSecret();
    await transaction
      .insertInto('address_undo')
      .values({ token_hash: hashOf(token), person_id: personId, address, change, expires_at: later(now, UNDO_MS) })
      .execute();
    return token;
  }
}

async function tell(
  transaction: Tables,
  contacts: readonly Contact[],
  write: (contact: Contact) => Mail,
  now: string,
): Promise<void> {
  for (const contact of contacts) await enqueue(transaction, write(contact), now);
}

/** Those that were added within three days: it may not have been she who did. */
async function addedOfLate(transaction: Tables, personId: string, now: string): Promise<ReadonlySet<string>> {
  const rows = await transaction
    .selectFrom('address_undo')
    .select('address')
    .where('person_id', '=', personId)
    .where('change', '=', 'ADDED')
    .where('expires_at', '>', now)
    .execute();
  return new Set(rows.map(({ address }) => address));
}

/** Of an address that was added. Where she would have none left, those come back that were removed within three days. */
async function takeOut(
  transaction: Tables,
  personId: string,
  address: string,
  now: string,
): Promise<AddressRefusal | undefined> {
  const others = (await contactsOf(transaction, personId)).filter((each) => each.address !== address);
  if (others.length === 0 && !(await bringBackRemoved(transaction, personId, now))) return 'LAST_ADDRESS';
  await transaction
    .deleteFrom('person_address')
    .where('address', '=', address)
    .where('person_id', '=', personId)
    .execute();
  return undefined;
}

/** @returns whether she has any of them again. */
async function bringBackRemoved(transaction: Tables, personId: string, now: string): Promise<boolean> {
  const lately = await addedOfLate(transaction, personId, now);
  const removed = await transaction
    .selectFrom('address_undo')
    .select('address')
    .distinct()
    .where('person_id', '=', personId)
    .where('change', '=', 'REMOVED')
    .where('expires_at', '>', now)
    .orderBy('address')
    .execute();
  let isAny = false;
  for (const { address } of removed.filter((each) => !lately.has(each.address))) {
    await alone(transaction, `address ${address}`);
    isAny = (await bringBack(transaction, personId, address, now)) === undefined || isAny;
  }
  return isAny;
}

/** Whoever was new with it meanwhile, and has nothing else here, was she herself who looked for her seats: that person goes. */
async function bringBack(
  transaction: Tables,
  personId: string,
  address: string,
  now: string,
): Promise<AddressRefusal | undefined> {
  const owner = await ownerOf(transaction, address);
  if (owner === personId) return undefined;
  if (owner !== undefined) {
    if (await hasMore(transaction, owner, address)) return 'ADDRESS_TAKEN';
    await end(transaction, owner, now);
  }
  await attach(transaction, personId, address, now);
  return undefined;
}

/** Whether somebody has more than the address: another way to sign in, a seat, or an organisation that is to be registered. */
async function hasMore(transaction: Tables, personId: string, address: string): Promise<boolean> {
  const found = await transaction
    .selectFrom('person as p')
    .select('p.id')
    .where('p.id', '=', personId)
    .where((eb) => {
      const others = eb.selectFrom('person_address as a').select('a.address').whereRef('a.person_id', '=', 'p.id');
      const seats = eb.selectFrom('seat as s').select('s.member_id').whereRef('s.person_id', '=', 'p.id');
      return eb.or([
        eb.exists(others.where('a.address', '<>', address)),
        eb.exists(eb.selectFrom('person_account as c').select('c.id').whereRef('c.person_id', '=', 'p.id')),
        eb.exists(eb.selectFrom('passkey as k').select('k.id').whereRef('k.person_id', '=', 'p.id')),
        eb.exists(seats.where('s.ended_at', 'is', null)),
        eb.exists(eb.selectFrom('registration as r').select('r.member_id').whereRef('r.person_id', '=', 'p.id')),
      ]);
    })
    .executeTakeFirst();
  return found !== undefined;
}

async function endSessionsOf(
  transaction: Tables,
  { personId, address, butNot }: { readonly personId: string; readonly address: string; readonly butNot: string },
): Promise<void> {
  await transaction
    .deleteFrom('person_session')
    .where('person_id', '=', personId)
    .where('address', '=', address)
    .where('id', '<>', butNot)
    .execute();
}
