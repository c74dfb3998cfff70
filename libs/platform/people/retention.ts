import { sql } from 'kysely';
import type { Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import { allKept } from './keeping.js';
import { endLockedOut } from './locked-out.js';
import { later, type PeopleTables } from './tables.js';

/** What is kept of people goes once it is over, whether or not anybody does the same kind of thing again. */
export class Retention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async clean(): Promise<void> {
    const tables = this.database.as<PeopleTables>();
    const now = this.clock.now();
    for (const [table, { lastsMs, since, unless = sql`false` }] of allKept()) {
      if (lastsMs === undefined) continue;
      const isOver =
        since === undefined ? sql`expires_at <= ${now}` : sql`${sql.ref(since)} <= ${later(now, -lastsMs)}`;
      await sql`delete from ${sql.table(table)} where ${isOver} and not (${unless})`.execute(tables);
    }
    await tables.transaction().execute((transaction) => endLockedOut(transaction, now));
  }
}
