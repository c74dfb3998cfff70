import { sql, type RawBuilder } from 'kysely';
import type { Database } from '@maillage/platform';
import { pageOf } from './batch.js';
import { computedAtHead } from './computed.js';
import { oldestFirst } from './ordering.js';
import type { Page, PageInput } from './page.js';
import { query } from './query.js';

/** A row of `event`; `entry` is the source, the others are copies of it. */
export interface LogRow {
  readonly position: string;
  readonly entry: string;
  readonly leaf: Buffer;
}

export interface LogFilter {
  readonly stream?: string | undefined;
  readonly type?: string | undefined;
  /** Who recorded it. */
  readonly organisationId?: string | undefined;
  /** Inclusive. */
  readonly fromPosition?: string | undefined;
}

const COUNTED = { rows: true, otherSide: false, totalCount: true };

/** In the log's order. */
export const logPage = query(
  'logPage',
  [
    {},
    { fromPosition: '1' },
    { stream: 'organisation/1' },
    { type: 'OrganisationRegistered' },
    { organisationId: '1' },
    { type: 'OrganisationRegistered', organisationId: '1' },
    { stream: 'organisation/1', type: 'OrganisationRegistered' },
    { asks: COUNTED },
    { fromPosition: '1', asks: COUNTED },
  ],
  async (database: Database, input: PageInput & LogFilter): Promise<Page<LogRow>> => {
    const { stream, type, organisationId, fromPosition } = input;
    const whole = stream === undefined && type === undefined && organisationId === undefined;
    return pageOf<LogRow>(database, input, {
      at: computedAtHead,
      order: oldestFirst,
      rows: () => {
        const conditions: RawBuilder<unknown>[] = [sql`true`];
        if (fromPosition !== undefined) conditions.push(sql`position >= ${fromPosition}`);
        if (stream !== undefined) conditions.push(sql`stream = ${stream}`);
        if (type !== undefined) conditions.push(sql`type = ${type}`);
        if (organisationId !== undefined) conditions.push(sql`organisation = ${organisationId}`);
        return sql`select position, entry, leaf from event where ${sql.join(conditions, sql` and `)}`;
      },
      // Without gaps, so that its last position is how many events it has.
      ...(whole
        ? { total: sql`(select greatest(position - ${fromPosition ?? '1'} + 1, 0)::integer from log_head)` }
        : {}),
    });
  },
);

/** The position of the last event; "0" when the log is empty. */
export const logHead = query('logHead', [null], async (database: Database, _: null): Promise<string> => {
  const rows = await database.run(sql<{ position: string }>`select position from log_head`);
  return rows[0]?.position ?? '0';
});
