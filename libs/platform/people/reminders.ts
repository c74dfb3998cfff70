import type { Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import type { Mail } from '../mail/mailer.js';
import { enqueue } from '../mail/queue.js';
import { lapsedBefore, lapsingBefore, toConfirmBefore } from './confirming.js';
import { contactsOfAdmins, type Contact } from './contacts.js';
import type { PeopleTables } from './tables.js';

/** That seats are to be confirmed, and that they lapse within a week. */
export type Reminder = 'TO_CONFIRM' | 'LAPSING';

/** Whose seats they are; of one that is not registered nothing else is known. */
interface SeatedOrganisation<Known> {
  readonly id: string;
  readonly organisation: Known | undefined;
}

/** How often ADMINs were reminded by then. */
const REMINDERS: Readonly<Record<Reminder, number>> = { TO_CONFIRM: 1, LAPSING: 2 };

/** Reminds ADMINs of seats that nobody has confirmed for a year: once as they are to be, and once before they lapse. */
export class Reminders {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private get tables() {
    return this.database.as<PeopleTables>();
  }

  /**
   * Counts a reminder of each seat, and has its mails wait to be sent with that: of several processes one reminds.
   * @param write one mail to one of the organisation's ADMINs.
   * @returns whether anybody is reminded.
   */
  async remind<Known>(
    write: (contact: Contact, of: Reminder, seated: SeatedOrganisation<Known>) => Mail,
    known: (organisationId: string) => Promise<Known | undefined>,
  ): Promise<boolean> {
    let isAny = false;
    // Those that lapse first: where nobody was reminded in time, one mail is enough.
    for (const reminder of ['LAPSING', 'TO_CONFIRM'] as const) {
      for (const organisationId of await this.organisationsWith(reminder)) {
        const seated = { id: organisationId, organisation: await known(organisationId) };
        const isReminded = await this.remindOne(organisationId, reminder, (contact) =>
          write(contact, reminder, seated),
        );
        isAny = isReminded || isAny;
      }
    }
    return isAny;
  }

  private async organisationsWith(of: Reminder): Promise<readonly string[]> {
    const rows = await this.due(of).select('organisation_id').distinct().execute();
    return rows.map(({ organisation_id: id }) => id);
  }

  private async remindOne(organisationId: string, of: Reminder, write: (contact: Contact) => Mail): Promise<boolean> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      const counted = await transaction
        .updateTable('seat')
        .set({ reminders: REMINDERS[of] })
        .where('member_id', 'in', this.due(of).select('member_id').where('organisation_id', '=', organisationId))
        // Another process may have, meanwhile.
        .where('reminders', '<', REMINDERS[of])
        .returning('member_id')
        .execute();
      if (counted.length === 0) return false;
      const contacts = await contactsOfAdmins(transaction, organisationId);
      for (const contact of contacts) await enqueue(transaction, write(contact), now);
      return contacts.length > 0;
    });
  }

  private due(of: Reminder) {
    const now = this.clock.now();
    const before = of === 'LAPSING' ? lapsingBefore(now) : toConfirmBefore(now);
    return this.tables
      .selectFrom('seat')
      .where('ended_at', 'is', null)
      .where('reminders', '<', REMINDERS[of])
      .where((eb) => {
        const confirmedAt = eb.fn.coalesce('confirmed_at', 'created_at');
        return eb.and([eb(confirmedAt, '<=', before), eb(confirmedAt, '>', lapsedBefore(now))]);
      });
  }
}
