import { sql, type RawBuilder } from 'kysely';
import {
  batchesOf,
  computedAt,
  listsOf,
  oldestFirst,
  pagesPerParent,
  query,
  rowsOf,
  type BatchQuery,
  type Page,
  type PageInput,
} from '@maillage/engine';
import type { CalendarDate, RowOf } from '@maillage/kernel';
import { accreditations, groupAt, organisations } from '@maillage/directory';
import { EVIDENCE } from '../commitment/events.js';
import { commitments } from '../commitment/view.js';
import { reasonsIn } from '../review/queries.js';
import { reviews } from '../review/view.js';
import { reputationParameters } from '../parameters/view.js';
import { reputationFacts } from './facts.view.js';
import { reputationRecords } from './records.view.js';
import { DIMENSIONS, MOST_POINTS } from './dimension.js';
import type { DueRow, OrganisationRows, PraiseRow, ReviewerRow, ReviewRow } from './facts.js';

/**
 * A moment of the log: what was recorded up to a position, and on or before a day (UTC). Whatever is read below is never
 * rewritten once it is recorded, so that several statements about one moment read one state, however the views move on.
 */
export interface Moment {
  readonly position: string;
  readonly on: CalendarDate;
}

export interface Standpoint {
  /** Up to where the views have everything: the position asked about, or theirs where that is lower. */
  readonly position: string;
  /** The UTC day of the event at the position asked about; null where the log has none there. */
  readonly recordedOn: CalendarDate | null;
  readonly head: string;
}

/** Asks for the views as they are now. */
export const NOW = '';

/** All that an estimate may be read from, in whichever form. */
const READ = [
  organisations,
  accreditations,
  commitments,
  reviews,
  reputationFacts,
  reputationRecords,
  reputationParameters,
] as const;

/** By position, as a string of digits, or {@link NOW}. */
export const standpoint: BatchQuery<null, Standpoint> = query(
  'reputationStandpoint',
  batchesOf(null),
  async (database, { keys }) => {
    const positions = keys.map((key) => (key === NOW ? null : key));
    const rows = await database.run(sql<Standpoint & { readonly key: string }>`
    select asked.key, least(asked.position, ${computedAt(...READ)}) as position,
      left(e.entry::json ->> 'recordedAt', 10) as "recordedOn", (select position from log_head) as head
    from unnest(${keys}::text[], ${positions}::bigint[]) as asked(key, position)
    left join event e on e.position = asked.position`);
    return rowsOf(keys, rows, ({ key }) => key).map((row) => {
      // Every key has a row, whatever the log holds.
      const { position, recordedOn, head } = row as Standpoint;
      return { position, recordedOn, head };
    });
  },
);

/** A moment, and the share of all points beyond which a review says good of somebody. */
export interface Praising extends Moment {
  readonly above: number;
}

/** The reviews an organisation received and gave, in all missions, where they say good of somebody. */
export const praiseAround: BatchQuery<Praising, readonly PraiseRow[]> = query(
  'praiseAround',
  batchesOf({ position: '1', on: '2026-12-31', above: 0.5 }),
  async (database, { keys, args: moment }) => {
    const rows = await database.run(sql<PraiseRow & { readonly key: string }>`
      select asked.key, r.reviewer_id as "reviewerId", r.reviewed_id as "reviewedId", said.points,
        ${daysSince(sql`said.recorded_at`, moment)} as "ageDays"
      from unnest(${keys}::text[]) as asked(key)
      cross join lateral (
        select * from review where reviewed_id = asked.key and position <= ${moment.position}
        union all
        select * from review where reviewer_id = asked.key and position <= ${moment.position}
      ) r
      ${latestVersion(sql`r`, moment)}
      where said.points > ${moment.above * MOST_POINTS * DIMENSIONS.length}::numeric`);
    return listsOf(keys, rows, ({ key }) => key).map((list) => list.map(({ key: _, ...praise }) => praise));
  },
);

/** By {@link within}: what is said of an organisation in a mission, by whom, and what became of its promises there. */
export const factsWithin: BatchQuery<Moment, OrganisationRows> = query(
  'reputationFactsWithin',
  batchesOf({ position: '1', on: '2026-12-31' }),
  async (database, { keys, args: moment }) => {
    const [heard, due] = await Promise.all([
      database.run(sql<HeardRow>`${reviewsWithin(keys, moment)}`),
      database.run(sql<DueRow & { readonly key: string }>`${dueWithin(keys, moment)}`),
    ]);
    const heardBy = listsOf(keys, heard, ({ key }) => key);
    const dueBy = listsOf(keys, due, ({ key }) => key);
    return keys.map((_, n) => ({
      reviews: (heardBy[n] ?? []).map(reviewFrom),
      reviewers: reviewersFrom(heardBy[n] ?? []),
      due: (dueBy[n] ?? []).map(({ key: __, ...row }) => row),
    }));
  },
);

/** The key of an organisation in a mission. */
export function within(organisationId: string, missionId: string): string {
  return `${organisationId}/${missionId}`;
}

/** A review with what is known of its reviewer. */
type HeardRow = ReviewRow & {
  readonly key: string;
  readonly controlGroupId: string;
  readonly verified: number;
  readonly calibrationCount: number;
  readonly calibrationSum: string;
};

function reviewFrom({ id, reviewerId, evidence, ageDays, results, reliability, openness, learning }: HeardRow) {
  return { id, reviewerId, evidence, ageDays, results, reliability, openness, learning };
}

function reviewersFrom(rows: readonly HeardRow[]): readonly ReviewerRow[] {
  const reviewers = rows.map(({ reviewerId, controlGroupId, verified, calibrationCount, calibrationSum }) => ({
    id: reviewerId,
    controlGroupId,
    verified,
    calibration: { count: calibrationCount, sum: Number(calibrationSum) },
  }));
  return [...new Map(reviewers.map((reviewer) => [reviewer.id, reviewer])).values()];
}

/** Each row is looked up by itself: whatever the planner takes the lists to hold, the cost is linear in them. */
function reviewsWithin(keys: readonly string[], moment: Moment): RawBuilder<unknown> {
  return sql`
    select asked.key, r.commitment_id || '/' || r.id as id, r.reviewer_id as "reviewerId",
      (${EVIDENCE}::text[])[coalesce(backed.level, 1)] as evidence,
      ${daysSince(sql`said.recorded_at`, moment)} as "ageDays",
      said.results, said.reliability, said.openness, said.learning,
      coalesce(belonged.group_id, r.reviewer_id) as "controlGroupId",
      coalesce(voice.verified, 0) as verified,
      coalesce(voice.calibration_count, 0) as "calibrationCount",
      coalesce(voice.calibration_sum, 0) as "calibrationSum"
    from ${askedWithin(keys)}
    join review r on r.reviewed_id = asked.organisation_id and r.mission_id = asked.mission_id
      and r.position <= ${moment.position}
    ${latestVersion(sql`r`, moment)}
    left join lateral (${groupAt(sql`r.reviewer_id`, moment)}) belonged on true
    left join lateral (${voiceAt(sql`r.reviewer_id`, moment)}) voice on true
    cross join lateral (
      select max(given.level) filter (where not given.disputed) as level
      from (${givenTowards(sql`r.commitment_id`, moment)}) given
    ) backed`;
}

/**
 * Past its due date by the terms as they stood, and not withdrawn by then. Whoever was asked since to take the place of a
 * promisor is none in this form: what it answered of a moment before would change.
 */
function dueWithin(keys: readonly string[], moment: Moment): RawBuilder<unknown> {
  return sql`
    select asked.key, promise.commitment_id as "commitmentId", (${moment.on}::date - terms.due_on)::integer as "ageDays",
      terms.amount, given.towards as given
    from ${askedWithin(keys)}
    join commitment_party promise on promise.organisation_id = asked.organisation_id
      and promise.mission_id = asked.mission_id and promise.part = 'PROMISOR' and promise.position <= ${moment.position}
      and promise.in_place_of is null
    cross join lateral (
      select amount, unit, due_on from commitment_term
      where commitment_id = promise.commitment_id and ${recorded(sql``, moment)}
      order by position desc limit 1
    ) terms
    join reputation_commitment c on c.id = promise.commitment_id
    cross join lateral (
      select coalesce(json_agg(level), '[]') as towards from (
        select (${EVIDENCE}::text[])[given.level] as evidence, given.disputed, count(*)::integer as contributions,
          coalesce(sum(given.amount) filter (where given.unit = terms.unit), 0)::text as amount
        from (${givenTowards(sql`promise.commitment_id`, moment)}) given
        group by given.level, given.disputed
      ) level
    ) given
    where terms.due_on < ${moment.on}::date
      and (c.withdrawn_position <= ${moment.position} and c.withdrawn_on <= ${moment.on}::date) is not true`;
}

/** Keys of {@link within} as a relation `asked(key, organisation_id, mission_id)`. */
export function askedWithin(keys: readonly string[]): RawBuilder<unknown> {
  const parts = keys.map((key) => key.split('/'));
  const organisations = parts.map(([organisationId]) => organisationId ?? '');
  const missions = parts.map(([, missionId]) => missionId ?? '');
  return sql`unnest(${keys}::text[], ${organisations}::text[], ${missions}::text[])
    as asked(key, organisation_id, mission_id)`;
}

/** Joins to each review what it said at that moment, `said`; one that did not exist by then falls away. */
export function latestVersion(review: RawBuilder<unknown>, moment: Moment): RawBuilder<unknown> {
  return sql`
    cross join lateral (
      select results, reliability, openness, learning, results + reliability + openness + learning as points, recorded_at,
        ${reasonsIn(sql`version`)} as event_id
      from review_version version
      where version.commitment_id = ${review}.commitment_id and version.review_id = ${review}.id
        and ${recorded(sql`version.`, moment)}
      order by version.position desc limit 1
    ) said`;
}

/** The contributions to a commitment with their level (1 for NONE to 4 for VERIFIED), and whether they are in dispute. */
function givenTowards(commitmentId: RawBuilder<unknown>, moment: Moment): RawBuilder<unknown> {
  return sql`
    select stood.amount, stood.unit, attested.level, attested.disputed and attested.level < ${EVIDENCE.length} as disputed
    from contribution g
    cross join lateral (
      select v.amount, v.unit, v.evidence_since from contribution_version v
      where v.commitment_id = g.commitment_id and v.contribution_id = g.id and ${recorded(sql`v.`, moment)}
      order by v.position desc limit 1
    ) stood
    cross join lateral (
      select coalesce(max(array_position(${EVIDENCE}::text[], s.act)), 1) as level,
        coalesce(bool_or(s.act = 'DISPUTED'), false) as disputed
      from contribution_statement s
      where s.commitment_id = g.commitment_id and s.contribution_id = g.id and ${recorded(sql`s.`, moment)}
        and (s.act in ('DECLARED', 'DISPUTED') or s.version >= stood.evidence_since)
    ) attested
    where g.commitment_id = ${commitmentId} and ${recorded(sql`g.`, moment)}
      and (g.retracted_position <= ${moment.position} and g.retracted_on <= ${moment.on}::date) is not true`;
}

/**
 * The last row of the voice's history at that moment. Days never fall as positions rise, so it is the lower of the last
 * by position and the last by day, each one step into an index.
 */
function voiceAt(organisationId: RawBuilder<unknown>, moment: Moment): RawBuilder<unknown> {
  return sql`
    select last.* from (
      (select * from reputation_voice_history
        where organisation_id = ${organisationId} and position <= ${moment.position} order by position desc limit 1)
      union all
      (select * from reputation_voice_history
        where organisation_id = ${organisationId} and day <= ${moment.on}::date
        order by day desc, position desc limit 1)
    ) last
    where last.position <= ${moment.position} and last.day <= ${moment.on}::date
    order by last.position limit 1`;
}

/** Whether the row under this prefix was recorded by then. */
export function recorded(prefix: RawBuilder<unknown>, { position, on }: Moment): RawBuilder<unknown> {
  const nextDay = sql`((${on}::date + 1)::timestamp at time zone 'UTC')`;
  return sql`(${prefix}position <= ${position} and ${prefix}recorded_at < ${nextDay})`;
}

export function daysSince(at: RawBuilder<unknown>, { on }: Moment): RawBuilder<number> {
  return sql<number>`(${on}::date - (${at} at time zone 'UTC')::date)::integer`;
}

export type MissionOfOrganisationRow = Pick<
  RowOf<typeof reputationFacts, 'reputation_mission'>,
  'mission_id' | 'position'
>;

/** Every mission an organisation had joined by that moment, whether or not it has left since, in the order it did. */
export const missionsJoined: BatchQuery<
  PageInput & { readonly moment: Moment },
  Page<MissionOfOrganisationRow>
> = query('missionsJoined', batchesOf({ moment: { position: '1', on: '2026-12-31' } }), (database, input) => {
  const { moment } = input.args;
  return pagesPerParent<MissionOfOrganisationRow>(database, input, {
    at: sql<string>`${moment.position}::bigint`,
    order: oldestFirst,
    rows: (parent) => sql`
      select mission_id, position from reputation_mission
      where organisation_id = ${parent} and position <= ${moment.position} and day <= ${moment.on}::date`,
  });
});
