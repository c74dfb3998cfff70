import { randomBytes, randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import type { Mail } from '../mail/mailer.js';
import { enqueue } from '../mail/queue.js';
import { hashOf, newSecret } from '../secrets.js';
import { contactsOf, type Contact } from './contacts.js';
import { KEPT_OF_PEOPLE } from './keeping.js';
import { openPersonSession, type OpenedPersonSession } from './person-sessions.js';
import type { Person } from './people.js';
import { alone, later, type PeopleTables } from './tables.js';

/** So long a device has to sign what it is asked to. */
export const CHALLENGE_MS = KEPT_OF_PEOPLE.passkey_challenge.lastsMs;
const MOST_PASSKEYS = 10;

/** Why a passkey was not added, renamed or removed. */
export type PasskeyRefusal =
  | 'TOO_MANY_PASSKEYS'
  /** A device that is there already, hers or somebody else's. */
  | 'PASSKEY_TAKEN'
  /** It is not hers, or not any more. */
  | 'UNKNOWN_PASSKEY'
  /** She has no address either, nor an account elsewhere. */
  | 'LAST_WAY_IN';

/** What is mailed of one that was added or removed. @param label as she calls it. */
export type WritePasskeyNews = (contact: Contact, label: string) => Mail;

/** As its owner sees it; instants are RFC 3339. */
export interface KeptPasskey {
  readonly id: string;
  /** As she calls it; empty where she does not. */
  readonly label: string;
  readonly addedAt: string;
  /** Null until she signs in by it. */
  readonly lastUsedAt: string | null;
  /** Whether it is kept by more than the one device. */
  readonly isBackedUp: boolean;
}

/** What a device keeps the other half of. */
export interface PasskeyCredential {
  /** In base64url. */
  readonly credentialId: string;
  /** As CBOR (COSE). */
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly isBackedUp: boolean;
}

/** One that somebody signs in by. */
export interface FoundPasskey {
  readonly id: string;
  readonly personId: string;
  /** Which the device must name her by. */
  readonly handle: Buffer;
  readonly publicKey: Buffer;
  readonly counter: number;
}

/** With what people sign in beside their mailboxes; what devices sign is judged by whoever calls this. */
export class Passkeys {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private get tables() {
    return this.database.as<PeopleTables>();
  }

  /**
   * What a device is to sign: 32 random bytes in base64url.
   * @param browser what the browser that asks was given to keep.
   * @param personId whose the passkey is to be; undefined for signing in.
   */
  async challenge(browser: string, personId?: string): Promise<string> {
    const challenge = newSecret();
    const hashes = { challenge_hash: hashOf(challenge), browser_hash: hashOf(browser) };
    await this.tables
      .insertInto('passkey_challenge')
      .values({ ...hashes, person_id: personId ?? null, expires_at: later(this.clock.now(), CHALLENGE_MS) })
      .execute();
    return challenge;
  }

  /** @returns whether it was asked of this browser, for this, a moment ago; it is then used. */
  async take(challenge: string, browser: string, personId?: string): Promise<boolean> {
    const taken = await this.tables
      .deleteFrom('passkey_challenge')
      .where('challenge_hash', '=', hashOf(challenge))
      .where('browser_hash', '=', hashOf(browser))
      .where('person_id', 'is not distinct from', personId ?? null)
      .where('expires_at', '>', this.clock.now())
      .returning('expires_at')
      .executeTakeFirst();
    return taken !== undefined;
  }

  /** By what her devices are to name her: random, made when it is first asked for. */
  async handleOf(personId: string): Promise<Buffer> {
    const { passkey_handle: handle } = await this.tables
      .updateTable('person')
      .set((eb) => ({ passkey_handle: eb.fn.coalesce('passkey_handle', eb.val(randomBytes(32))) }))
      .where('id', '=', personId)
      .returning('passkey_handle')
      .executeTakeFirstOrThrow();
    if (handle === null) throw new Error('A handle was made and is not there.');
    return handle;
  }

  /** In the order she added them in. */
  async of(personId: string): Promise<readonly KeptPasskey[]> {
    return (await this.rowsOf(personId)).map((row) => ({
      id: row.id,
      label: row.label,
      addedAt: row.created_at,
      lastUsedAt: row.last_used_at,
      isBackedUp: row.backed_up,
    }));
  }

  /** By their names on her devices, so that none is made twice. */
  async credentialIdsOf(personId: string): Promise<readonly string[]> {
    return (await this.rowsOf(personId)).map((row) => row.credential_id);
  }

  private rowsOf(personId: string) {
    return this.tables
      .selectFrom('passkey')
      .select(['id', 'credential_id', 'label', 'created_at', 'last_used_at', 'backed_up'])
      .where('person_id', '=', personId)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
  }

  /** Her addresses are told by the same transaction. @param write the mail to each; none where nobody is written to here. */
  async add(
    personId: string,
    { credential, label }: { readonly credential: PasskeyCredential; readonly label: string },
    write: WritePasskeyNews | undefined,
  ): Promise<PasskeyRefusal | undefined> {
    const now = this.clock.now();
    const { credentialId, publicKey, counter, isBackedUp } = credential;
    return this.tables.transaction().execute(async (transaction) => {
      await alone(transaction, `person ${personId}`);
      const { count } = await transaction
        .selectFrom('passkey')
        .select((eb) => eb.fn.countAll<string>().as('count'))
        .where('person_id', '=', personId)
        .executeTakeFirstOrThrow();
      if (Number(count) >= MOST_PASSKEYS) return 'TOO_MANY_PASSKEYS';
      const added = await transaction
        .insertInto('passkey')
        .values({
          id: randomUUID(),
          person_id: personId,
          credential_id: credentialId,
          public_key: Buffer.from(publicKey),
          counter,
          backed_up: isBackedUp,
          label,
          created_at: now,
          last_used_at: null,
        })
        .onConflict((conflict) => conflict.column('credential_id').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (added === undefined) return 'PASSKEY_TAKEN';
      await tell(transaction, personId, (contact) => write?.(contact, label), now);
      return undefined;
    });
  }

  async rename(personId: string, id: string, label: string): Promise<PasskeyRefusal | undefined> {
    const renamed = await this.tables
      .updateTable('passkey')
      .set({ label })
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .returning('id')
      .executeTakeFirst();
    return renamed === undefined ? 'UNKNOWN_PASSKEY' : undefined;
  }

  /** Sessions that were opened by it end, but for the one it is done in. Her addresses are told by the same transaction. */
  async remove(
    { id: personId, sessionId }: Person,
    id: string,
    write: WritePasskeyNews | undefined,
  ): Promise<PasskeyRefusal | undefined> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      await alone(transaction, `person ${personId}`);
      const hers = await transaction
        .selectFrom('passkey')
        .select(['id', 'label'])
        .where('person_id', '=', personId)
        // Whoever is signing in by it is waited for: that session ends with the others.
        .forUpdate()
        .execute();
      const removed = hers.find((each) => each.id === id);
      if (removed === undefined) return 'UNKNOWN_PASSKEY';
      if (hers.length === 1 && !(await hasOtherWayIn(transaction, personId))) return 'LAST_WAY_IN';
      await transaction
        .deleteFrom('person_session')
        .where('passkey_id', '=', id)
        .where('person_id', '=', personId)
        .where('id', '<>', sessionId)
        .execute();
      await transaction.deleteFrom('passkey').where('id', '=', id).execute();
      await tell(transaction, personId, (contact) => write?.(contact, removed.label), now);
      return undefined;
    });
  }

  async find(credentialId: string): Promise<FoundPasskey | undefined> {
    const row = await this.tables
      .selectFrom('passkey as k')
      .innerJoin('person as p', 'p.id', 'k.person_id')
      .select(['k.id', 'k.person_id', 'k.public_key', 'k.counter', 'p.passkey_handle'])
      .where('k.credential_id', '=', credentialId)
      .executeTakeFirst();
    if (row === undefined || row.passkey_handle === null) return undefined;
    const { id, person_id: personId, passkey_handle: handle, public_key: publicKey, counter } = row;
    return { id, personId, handle, publicKey, counter: Number(counter) };
  }

  /**
   * Opens a session by what a device signed.
   * @param counter as the device has it now: more than ever before, or 0 where it does not count.
   * @returns `undefined` where it is gone by now, or its counter went on meanwhile.
   */
  async signIn(
    id: string,
    { counter, isBackedUp }: Pick<PasskeyCredential, 'counter' | 'isBackedUp'>,
  ): Promise<OpenedPersonSession | undefined> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      const used = await transaction
        .updateTable('passkey')
        .set({ counter, backed_up: isBackedUp, last_used_at: now })
        .where('id', '=', id)
        .where((eb) => eb.or([eb('counter', '<', counter), ...(counter === 0 ? [eb('counter', '=', 0)] : [])]))
        .returning('person_id')
        .executeTakeFirst();
      return used && openPersonSession(transaction, used.person_id, { passkey_id: id }, now);
    });
  }
}

async function hasOtherWayIn(transaction: Transaction<PeopleTables>, personId: string): Promise<boolean> {
  const account = await transaction
    .selectFrom('person_account')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return account !== undefined || (await contactsOf(transaction, personId)).length > 0;
}

async function tell(
  transaction: Transaction<PeopleTables>,
  personId: string,
  write: (contact: Contact) => Mail | undefined,
  now: string,
): Promise<void> {
  for (const contact of await contactsOf(transaction, personId)) {
    const mail = write(contact);
    if (mail !== undefined) await enqueue(transaction, mail, now);
  }
}
