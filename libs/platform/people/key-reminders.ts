import { sql, type Transaction } from 'kysely';
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
   * Marks each key in one transaction with its mails, which wait to be sent from then on: of several processes one reminds. Where
   * nobody is told, none is marked. What somebody called hers goes with her, so that each mail tells of the keys of one maker.
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
      // Locked: another process waits until they are marked, and whoever erases herself until their mails are there.
      const due = await this.due(transaction)
        .select(['id', 'label', 'made_by', 'expires_at'])
        .where('organisation_id', '=', organisationId)
        .orderBy('expires_at')
        .orderBy('id')
        .forUpdate()
        .execute();
      const contacts = await contactsOfAdmins(transaction, organisationId);
      let isTold = false;
      for (const maker of new Set(due.map((row) => row.made_by))) {
        const rows = due.filter((row) => row.made_by === maker);
        const keys = rows.map(({ label, expires_at: expiresAt }) => ({ label, expiresAt: expiresAt ?? now }));
        for (const contact of contacts) {
          const isQueued = await enqueue(transaction, write(contact, keys), now, maker);
          isTold = isQueued || isTold;
        }
      }
      if (!isTold) return false;
      const ids = due.map(({ id }) => id);
      await transaction.updateTable('access_key').set({ reminded_at: now }).where('id', 'in', ids).execute();
      return true;
    });
  }

  private due(tables: Pick<Transaction<PeopleTables>, 'selectFrom'> = this.tables) {
    const now = this.clock.now();
    return tables
      .selectFrom('access_key')
      .where('revoked_at', 'is', null)
      .where('reminded_at', 'is', null)
      .where('expires_at', '>', now)
      .where('expires_at', '<=', later(now, KEY_WARNED_MS))
      .where(sql<boolean>`created_at < expires_at - make_interval(secs => ${KEY_WARNED_MS / 1000})`);
  }
}
