import { sql, type RawBuilder } from 'kysely';
import {
  batchesOf,
  computedAt,
  listsOf,
  namedBy,
  newestFirst,
  pagesPerParent,
  query,
  rowsOf,
  type BatchQuery,
  type Lookup,
  type Page,
  type PageInput,
} from '@maillage/engine';
import type { CalendarDate } from '@maillage/kernel';
import { LOOK_BACK_DAYS, type Connections, type Membership } from './groups.arithmetic.js';
import { organisations, type MembershipRow, type ProposalRow } from './view.js';

export interface OnDay {
  /** The day asked about, in UTC. */
  readonly on: CalendarDate;
}

/** Whether a membership `m` is in force at the end of a day: as `membershipOn` has it. */
function inForce(on: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`m.basis <> 'DUPLICATE' and m.since <= ${on} and (m.until is null or m.until > ${on})`;
}

/**
 * The ids of all that count as one group with an organisation on a day, itself among them, as a relation of one column,
 * `id`, in parentheses: the rule of `groupsOn`, for statements that filter by it.
 * @param on a date, cast as one.
 */
export function oneGroupOn(organisation: RawBuilder<unknown>, on: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    with recursive one(id) as (
      select ${organisation}::text
      union
      select case when m.organisation_id = one.id then m.group_id else m.organisation_id end
      from one join group_membership m on m.organisation_id = one.id or m.group_id = one.id
      where m.since <= ${on} and (m.until is null or m.until >= ${on} - ${LOOK_BACK_DAYS}::integer)
    ) select id from one
  )`;
}

/** A moment of the log: what was recorded up to a position, and on or before a day (UTC). */
interface Moment extends OnDay {
  readonly position: string;
}

/**
 * The group that an organisation belonged to at a moment, by what the log held then, as a statement of one row with one
 * column, `group_id`: that of the record kept, where it was a duplicate; null where it stood by itself. It does not look
 * back, as the first form of reputation does not.
 */
export function groupAt(organisation: RawBuilder<unknown>, moment: Moment): RawBuilder<unknown> {
  const kept = belonging(organisation, moment, sql`m.duplicate`);
  const parent = belonging(sql`coalesce((${kept}), ${organisation})`, moment, sql`not m.duplicate`);
  return sql`select coalesce((${parent}), (${kept})) as group_id`;
}

function belonging(
  organisation: RawBuilder<unknown>,
  { position, on }: Moment,
  condition: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    select m.group_id from (
      select distinct on (nth) nth, group_id, duplicate, since, until from group_membership_history
      where organisation_id = ${organisation} and position <= ${position} and day <= ${on}::date
      order by nth, position desc
    ) m
    where ${condition} and m.since <= ${on}::date and (m.until is null or m.until > ${on}::date)
    order by m.nth desc limit 1`;
}

/**
 * The memberships of these organisations, and of everybody they are connected with however far back, by what the log held
 * at a moment, as a statement of rows like {@link Membership}.
 */
export function membershipsAround(organisations: readonly string[], { position, on }: Moment): RawBuilder<unknown> {
  const byThen = sql`position <= ${position} and day <= ${on}::date`;
  return sql`
    with recursive reached(id) as (
      select unnest(${organisations}::text[])
      union
      select beside.id from reached cross join lateral (
        select group_id as id from group_membership_history
        where organisation_id = reached.id and group_id is not null and ${byThen}
        union all
        select organisation_id from group_membership_history where group_id = reached.id and ${byThen}
      ) beside
    )
    select m.organisation_id as "organisationId", m.group_id as "controlGroupId", m.since as from, m.until from (
      select distinct on (organisation_id, nth) organisation_id, nth, group_id, since, until
      from group_membership_history
      where organisation_id in (select id from reached) and ${byThen}
      order by organisation_id, nth, position desc
    ) m
    where m.group_id is not null
    order by m.organisation_id, m.nth`;
}

/** By ids between commas: the memberships of these and of everybody connected with them, on whatever day. */
export const connectionsAround: BatchQuery<null, Connections> = query(
  'connectionsAround',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<Membership & { readonly key: string }>`
      select named.key, tied.* from unnest(${keys}::text[]) as named(key) cross join lateral (
        with recursive one(id) as (
          select unnest(string_to_array(named.key, ','))
          union
          select case when m.organisation_id = one.id then m.group_id else m.organisation_id end
          from one join group_membership m on m.organisation_id = one.id or m.group_id = one.id
        )
        select m.organisation_id as "organisationId", m.group_id as "controlGroupId", m.since as from, m.until
        from one join group_membership m on m.organisation_id = one.id
        order by m.organisation_id, m.nth
      ) tied`);
    return listsOf(keys, rows, ({ key }) => key).map((memberships) => ({ memberships }));
  },
);

/** Of each pair `<one id>/<other id>`: whether the two count as one group on a day, by everybody's memberships. */
export const areOneGroup: BatchQuery<OnDay, boolean> = query(
  'areOneGroup',
  batchesOf({ on: '2026-03-01' }),
  async (database, { keys, args: { on } }) => {
    const group = oneGroupOn(sql`named.one`, sql`${on}::date`);
    const rows = await database.run(sql<{ readonly key: string; readonly alike: boolean }>`
      select named.one || '/' || named.other as key, named.other in ${group} as alike
      from ${namedBy(['one', 'other'], keys)}`);
    return rowsOf(keys, rows, (row) => row.key).map((row) => row?.alike === true);
  },
);

/** The id of each organisation's ultimate parent on a day; its own while it stands by itself. */
export const parentOfOrganisation: BatchQuery<OnDay, string> = query(
  'parentOfOrganisation',
  batchesOf({ on: '2026-03-01' }),
  async (database, { keys, args: { on } }) => {
    const rows = await database.run(sql<Pick<MembershipRow, 'organisation_id' | 'group_id'>>`
      select distinct on (m.organisation_id) m.organisation_id, m.group_id from group_membership m
      where m.organisation_id = any(${keys}::text[]) and ${inForce(sql`${on}::date`)}
      order by m.organisation_id, m.nth desc`);
    return rowsOf(keys, rows, (row) => row.organisation_id).map((row, index) => row?.group_id ?? keys[index] ?? '');
  },
);

/** Each organisation's memberships, the earliest first. */
export const membershipsInGroups: BatchQuery<PageInput, Page<MembershipRow>> = query(
  'membershipsInGroups',
  batchesOf({}),
  (database, input) =>
    pagesPerParent<MembershipRow>(database, input, {
      at: computedAt(organisations),
      order: { columns: [{ name: 'nth', type: 'bigint' }] },
      rows: (organisation) => sql`select * from group_membership where organisation_id = ${organisation}`,
    }),
);

/** The ids of those whose ultimate parent an organisation is on a day, by name. */
export const subsidiariesOfOrganisation: BatchQuery<OnDay, readonly string[]> = query(
  'subsidiariesOfOrganisation',
  batchesOf({ on: '2026-03-01' }),
  async (database, { keys, args: { on } }) => {
    const rows = await database.run(sql<Pick<MembershipRow, 'organisation_id' | 'group_id'>>`
      select m.organisation_id, m.group_id from group_membership m
      join organisation child on child.id = m.organisation_id
      where m.group_id = any(${keys}::text[]) and ${inForce(sql`${on}::date`)}
      order by child.name, child.id`);
    return listsOf(keys, rows, (row) => row.group_id).map((found) => found.map((row) => row.organisation_id));
  },
);

/** What was proposed or asserted of an organisation, as the one that belongs or as the parent; the latest first. */
export const proposalsAboutOrganisation: BatchQuery<PageInput & ProposalFilter, Page<ProposalRow>> = query(
  'proposalsAboutOrganisation',
  batchesOf(
    {},
    { openOn: '2026-03-01' },
    { toAnswerOn: '2026-03-01' },
    { otherId: '1' },
    { kind: 'PROPOSED' },
    { kind: 'PROPOSED', openOn: '2026-03-01', otherId: '1' },
  ),
  (database, input) =>
    pagesPerParent<ProposalRow>(database, input, {
      at: computedAt(organisations),
      order: newestFirst,
      rows: (organisation) => {
        const { kind, openOn, toAnswerOn, otherId } = input.args;
        const conditions = (other: RawBuilder<unknown>) =>
          [
            kind === undefined ? undefined : sql`kind = ${kind}`,
            openOn === undefined ? undefined : isOpen(openOn),
            toAnswerOn === undefined
              ? undefined
              : sql`${isOpen(toAnswerOn)} and (kind = 'ASSERTED' or said_by <> ${organisation})`,
            otherId === undefined ? undefined : sql`${other} = ${otherId}`,
          ].map((each) => (each === undefined ? sql`` : sql` and ${each}`));
        const [ofIt, ofOthers] = [conditions(sql`parent_id`), conditions(sql`organisation_id`)];
        return sql`
        select * from grouping_proposal where organisation_id = ${organisation}${sql.join(ofIt, sql``)}
        union all
        select * from grouping_proposal where parent_id = ${organisation}${sql.join(ofOthers, sql``)}`;
      },
    }),
);

export interface ProposalFilter {
  readonly kind?: ProposalRow['kind'] | undefined;
  /** Waits for an answer on that day. */
  readonly openOn?: CalendarDate | undefined;
  /** Waits then for that of the organisation whose list it is. */
  readonly toAnswerOn?: CalendarDate | undefined;
  /** Is between it and this one. */
  readonly otherId?: string | undefined;
}

/** As `standingOfProposal` has it. */
function isOpen(on: CalendarDate): RawBuilder<unknown> {
  return sql`due_on >= ${on}::date and (answer = 'WAITING' or answered_on is null or answered_on > ${on}::date)`;
}

interface ParentAsked extends OnDay {
  readonly parentId: string;
}

/** The names of those whose parent an organisation is on a day, at most four. */
export const fewSubsidiaries = query(
  'fewSubsidiaries',
  [{ parentId: '1', on: '2026-03-01' }],
  (database, { parentId, on }: ParentAsked): Promise<readonly { readonly name: string }[]> =>
    database.run(sql<{ readonly name: string }>`
      select child.name from group_membership m join organisation child on child.id = m.organisation_id
      where m.group_id = ${parentId} and ${inForce(sql`${on}::date`)}
      order by child.name, child.id limit 4`),
);

/** By `<organisation>/<day>`, some names of those whose parent it is then. */
export const subsidiariesOn: Lookup = (database, names) =>
  Promise.all(
    names.map(async (name) => {
      const [parentId = '', on = ''] = name.split('/');
      return { names: (await fewSubsidiaries.run(database, { parentId, on })).map(({ name: each }) => each) };
    }),
  );
