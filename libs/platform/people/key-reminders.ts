import { sql } from 'kysely';
import type { Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import type { Mail } from '../mail/mailer.js';
import { enqueue } from '../mail/queue.js';
import { contactsOfAdmins, type Contact } from './contacts.js';
import { KEY_WARNED_MS } from './organisation-keys.js';
import { later, type PeopleTables } from './tables.js';

export interface ExpiringKey {
  readonly label: string;
  readonly expiresAt: string;
}

/** Whose keys expire; of one that is not registered nothing else is known. */
export interface KeyedOrganisation<Known> {
  readonly id: string;
  readonly organisation: Known | undefined;
  readonly keys: readonly ExpiringKey[];
}

/** Reminds ADMINs of access keys that expire within 30 days: once of each, and of none that was made for so short a time. */
export class KeyReminders {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private get tables() {
    return this.database.as<PeopleTables>();
  }

  /**
   * Marks each key in one transaction with its mails, which wait to be sent from then on: of several processes one reminds.
   * @param write one mail to one of the organisation's ADMINs.
   * @returns whether anybody is reminded.
   */
  async remind<Known>(
    write: (contact: Contact, keyed: KeyedOrganisation<Known>) => Mail,
    known: (organisationId: string) => Promise<Known | undefined>,
  ): Promise<boolean> {
    let isAny = false;
    for (const id of await this.organisations()) {
      const organisation = await known(id);
      const isReminded = await this.remindOne(id, (contact, keys) => write(contact, { id, organisation, keys }));
      isAny = isReminded || isAny;
    }
    return isAny;
  }

  private async organisations(): Promise<readonly string[]> {
    const rows = await this.due().select('organisation_id').distinct().execute();
    return rows.map(({ organisation_id: id }) => id);
  }

  private async remindOne(
    organisationId: string,
    write: (contact: Contact, keys: readonly ExpiringKey[]) => Mail,
  ): Promise<boolean> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      const marked = await transaction
        .updateTable('access_key')
        .set({ reminded_at: now })
        .where('id', 'in', this.due().select('id').where('organisation_id', '=', organisationId))
        // Another process may have, meanwhile.
        .where('reminded_at', 'is', null)
        .returning(['label', 'expires_at'])
        .execute();
      if (marked.length === 0) return false;
      const keys = marked
        .map(({ label, expires_at: expiresAt }) => ({ label, expiresAt: expiresAt ?? now }))
        .sort((a, b) => (a.expiresAt < b.expiresAt ? -1 : 1));
      const contacts = await contactsOfAdmins(transaction, organisationId);
      for (const contact of contacts) await enqueue(transaction, write(contact, keys), now);
      return contacts.length > 0;
    });
  }

  private due() {
    const now = this.clock.now();
    return this.tables
      .selectFrom('access_key')
      .where('revoked_at', 'is', null)
      .where('reminded_at', 'is', null)
      .where('expires_at', '>', now)
      .where('expires_at', '<=', later(now, KEY_WARNED_MS))
      .where(sql<boolean>`created_at < expires_at - make_interval(secs => ${KEY_WARNED_MS / 1000})`);
  }
}
