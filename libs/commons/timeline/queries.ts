import { sql } from 'kysely';
import {
  batchesOf,
  computedAt,
  newestFirst,
  oldestFirst,
  pagesPerParent,
  query,
  type BatchQuery,
  type Page,
  type PageInput,
} from '@maillage/engine';
import type { RowOf } from '@maillage/kernel';
import { TIMELINE, type timelineOf } from './view.js';

/** What happened in a mission, with the entry the log holds at its position. */
export interface TimelineRow extends Omit<RowOf<ReturnType<typeof timelineOf>, 'mission_timeline'>, 'mission_id'> {
  /** The event as canonical JSON text. */
  readonly entry: string;
}

export interface TimelineOrder {
  readonly newestFirst: boolean;
}

const columns = sql`t.position, t.type, t.stream, t.actor_id, t.recorded_at, e.entry`;

export const timelineOfMission: BatchQuery<PageInput & TimelineOrder, Page<TimelineRow>> = query(
  'timelineOfMission',
  batchesOf({ newestFirst: false }, { newestFirst: true }),
  (database, input) =>
    pagesPerParent<TimelineRow>(database, input, {
      at: computedAt(TIMELINE),
      order: input.args.newestFirst ? newestFirst : oldestFirst,
      rows: (parent) => sql`select * from mission_timeline where mission_id = ${parent}`,
      complete: (page) => sql`select ${columns} from (${page}) t join event e on e.position = t.position`,
    }),
);

export interface TimelineSince {
  readonly missionId: string;
  /** Exclusive. */
  readonly after: bigint;
  readonly limit: number;
}

export interface TimelineStretch {
  readonly rows: readonly TimelineRow[];
  /** Where the view stood when these rows were read: up to there, no others follow unless `limit` cut them off. */
  readonly viewAt: bigint;
}

/** Rows and the view's position from one snapshot: read apart, what was folded between the two would be passed over. */
export const timelineSince = query(
  'timelineSince',
  [{ missionId: '1', after: 0n, limit: 100 }],
  async (database, { missionId, after, limit }: TimelineSince): Promise<TimelineStretch> => {
    const rows = await database.run(sql<{ readonly view_at: string } & (TimelineRow | { readonly position: null })>`
      select at.position as view_at, followed.*
      from view_checkpoint at left join lateral (
        select ${columns} from mission_timeline t join event e on e.position = t.position
        where t.mission_id = ${missionId} and t.position > ${after.toString()}
        order by t.position limit ${limit}
      ) followed on true
      where at.name = ${TIMELINE.name}
      order by followed.position`);
    return { rows: rows.filter((row) => row.position !== null), viewAt: BigInt(rows[0]?.view_at ?? 0) };
  },
);
