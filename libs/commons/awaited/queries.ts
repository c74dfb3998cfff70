import { sql } from 'kysely';
import {
  batchesOf,
  computedAt,
  pagesPerParent,
  query,
  type BatchQuery,
  type Ordering,
  type Page,
  type PageInput,
} from '@maillage/engine';
import type { CalendarDate, RowOf } from '@maillage/kernel';
import { missions } from '@maillage/missions';
import { AWAITED, type awaitedOf } from './view.js';

/** A row of `awaited`. */
export type AwaitedRow = RowOf<ReturnType<typeof awaitedOf>, 'awaited'>;

export interface OnDay {
  /** The day asked about, in UTC. */
  readonly on: CalendarDate;
}

const byDueDate: Ordering = {
  columns: [
    { name: 'due_on', type: 'date' },
    { name: 'position', type: 'bigint' },
    { name: 'nth', type: 'bigint' },
  ],
};

/**
 * What awaits an organisation's answer on a day: asked by then, of itself or of a role it holds now, and neither answered
 * nor left out by then, nor lapsed. What is due first comes first.
 */
export const awaitedOfOrganisation: BatchQuery<PageInput & OnDay, Page<AwaitedRow>> = query(
  'awaitedOfOrganisation',
  batchesOf({ on: '2026-03-01' }),
  (database, input) =>
    pagesPerParent<AwaitedRow>(database, input, {
      at: computedAt(AWAITED, missions),
      order: byDueDate,
      rows: (organisation) => {
        const { on } = input.args;
        const open = sql`
          a.asked_on <= ${on}::date
          and (a.answered_on is null or a.answered_on > ${on}::date)
          and (a.left_out_on is null or a.left_out_on > ${on}::date)
          and not (a.lapses and a.due_on < ${on}::date)`;
        return sql`
          select a.* from awaited a where a.asked_of = ${organisation} and not a.by_role and ${open}
          union all
          select a.* from mission_member seat
          join awaited a on a.asked_of = any(seat.roles) and a.by_role and a.mission_id = seat.mission_id
          where seat.organisation_id = ${organisation} and seat.left_at is null and ${open}`;
      },
    }),
);
