import { sql, type RawBuilder } from 'kysely';
import {
  batchesOf,
  computedAt,
  listsOf,
  orderedBy,
  pageOf,
  pagesPerParent,
  query,
  rowsOf,
  type BatchQuery,
  type Ordering,
  type Page,
  type PageInput,
} from '@maillage/engine';
import type { CalendarDate } from '@maillage/kernel';
import { accreditations, type AccreditationRow, type EndingRow } from './view.js';

/**
 * Whether an organisation is an accredited evaluator on a day, by what the log held at a position: for statements that
 * weigh what it verified.
 * @param on a date, cast as one.
 * @param position a bigint; of what was recorded later, nothing is known.
 */
export function accreditedOn(
  organisation: RawBuilder<unknown>,
  on: RawBuilder<unknown>,
  position: RawBuilder<unknown>,
): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from accreditation a
    where a.organisation_id = ${organisation} and a.position <= ${position} and a.since <= ${on} and a.until >= ${on}
      and not exists (
        select from accreditation_ending e
        where e.accreditation_id = a.id and e.position <= ${position} and (e.ended_on < ${on} or e.void_from <= ${on})
      )
  )`;
}

/**
 * The accreditations of those organisations by what the log held at a position and on a day, as `organisationId`, `from`,
 * `until`, and, where one ended before its time, `endedOn` and `voidFrom`.
 */
export function accreditationsOf(
  organisations: readonly string[],
  position: RawBuilder<unknown>,
  on: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    select a.organisation_id as "organisationId", a.since as "from", a.until,
      min(e.ended_on) as "endedOn", min(e.void_from) as "voidFrom"
    from accreditation a
    left join accreditation_ending e
      on e.accreditation_id = a.id and e.position <= ${position} and e.ended_on <= ${on}
    where a.organisation_id = any(${organisations}::text[]) and a.position <= ${position} and a.accredited_on <= ${on}
    group by a.id
    order by a.position`;
}

export interface AccreditedAsked {
  /** The day asked about, in UTC. */
  readonly on: CalendarDate;
  /** As of which position in the log. */
  readonly position: string;
}

/** Of each organisation: whether it is an accredited evaluator on a day, as of a position. */
export const accredited: BatchQuery<AccreditedAsked, boolean> = query(
  'accredited',
  batchesOf({ on: '2026-03-01', position: '1000' }),
  async (database, { keys, args: { on, position } }) => {
    const holds = accreditedOn(sql`asked.id`, sql`${on}::date`, sql`${position}::bigint`);
    const rows = await database.run(sql<{ readonly id: string; readonly holds: boolean }>`
      select asked.id, ${holds} as holds from unnest(${keys}::text[]) as asked(id)`);
    return rowsOf(keys, rows, (row) => row.id).map((row) => row?.holds === true);
  },
);

export interface AccreditationFilter {
  /** Of that organisation only. */
  readonly organisationId?: string | null | undefined;
  /** Those in force on that day only. */
  readonly inForceOn?: CalendarDate | null | undefined;
}

const latestFirst: Ordering = { ...orderedBy({ name: 'since', type: 'date' }), descending: true };

function accreditationsWhere({ inForceOn }: AccreditationFilter, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  const on = inForceOn ?? undefined;
  const inForce =
    on === undefined
      ? sql``
      : sql`and a.since <= ${on}::date and a.until >= ${on}::date and not exists (
          select from accreditation_ending e
          where e.accreditation_id = a.id and (e.ended_on < ${on}::date or e.void_from <= ${on}::date)
        )`;
  return sql`select a.* from accreditation a where ${condition} ${inForce}`;
}

/** Every accreditation there is or was, by the day it counts from, the latest first. */
export const accreditationPage = query(
  'accreditationPage',
  [{}, { organisationId: '1' }, { inForceOn: '2026-03-01' }],
  (database, input: PageInput & AccreditationFilter): Promise<Page<AccreditationRow>> =>
    pageOf<AccreditationRow>(database, input, {
      at: computedAt(accreditations),
      order: latestFirst,
      rows: () => {
        const { organisationId } = input;
        const holder = typeof organisationId === 'string' ? sql`a.organisation_id = ${organisationId}` : sql`true`;
        return accreditationsWhere(input, holder);
      },
    }),
);

/** The same of each organisation. */
export const accreditationsOfOrganisation: BatchQuery<PageInput & AccreditationFilter, Page<AccreditationRow>> = query(
  'accreditationsOfOrganisation',
  batchesOf({}, { inForceOn: '2026-03-01' }),
  (database, input) =>
    pagesPerParent<AccreditationRow>(database, input, {
      at: computedAt(accreditations),
      order: latestFirst,
      rows: (organisation) => accreditationsWhere(input.args, sql`a.organisation_id = ${organisation}`),
    }),
);

/** How each accreditation ended before its time, in the order of the log. */
export const endingsOfAccreditation: BatchQuery<null, readonly EndingRow[]> = query(
  'endingsOfAccreditation',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<EndingRow>`
      select * from accreditation_ending where accreditation_id = any(${keys}::text[]) order by position`);
    return listsOf(keys, rows, (row) => row.accreditation_id);
  },
);
