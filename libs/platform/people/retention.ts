import type { Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import { later, type PeopleTables } from './tables.js';

const DAY_MS = 86_400_000;
/** So long what leads to somebody invited to a mission is kept, whatever became of the invitation. */
export const PARTNERS_KEPT_MS = 30 * DAY_MS;
/** So long it is kept of an address with which nobody signs in that its server says that there is no such mailbox. */
const NOBODYS_MS = 7 * DAY_MS;

/** What is kept of people goes once it is over, whether or not anybody does the same kind of thing again. */
export class Retention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async clean(): Promise<void> {
    const tables = this.database.as<PeopleTables>();
    const now = this.clock.now();
    const yesterday = later(now, -DAY_MS);
    for (const over of [
      'seat_invitation',
      'seat_request',
      'person_session',
      'address_undo',
      'passkey_challenge',
      'operator_link',
      'mail',
    ] as const) {
      await tables.deleteFrom(over).where('expires_at', '<=', now).execute();
    }
    for (const counted of ['sign_in_attempt', 'address_proof'] as const) {
      await tables.deleteFrom(counted).where('created_at', '<=', yesterday).execute();
    }
    await tables.deleteFrom('seat_invitation_sent').where('sent_at', '<=', yesterday).execute();
    await tables.deleteFrom('partner_invitation').where('created_at', '<=', later(now, -PARTNERS_KEPT_MS)).execute();
    await tables
      .deleteFrom('silent_mailbox')
      .where('since', '<=', later(now, -NOBODYS_MS))
      .where('address', 'not in', (eb) => eb.selectFrom('person_address').select('address'))
      .execute();
    // One that is completed, or approved, is on its way into the log.
    await tables.deleteFrom('access_recovery').where('expires_at', '<=', now).where('member_id', 'is', null).execute();
    await tables.deleteFrom('registration').where('expires_at', '<=', now).where('approved_at', 'is', null).execute();
  }
}
