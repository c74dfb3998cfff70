import { sql, type RawBuilder } from 'kysely';
import { batchesOf, listsOf, query, type BatchQuery } from '@maillage/engine';
import type { RowOf } from '@maillage/kernel';
import { accreditationsOf, membershipsAround, type Membership } from '@maillage/directory';
import { reasonsErased } from '../review/queries.js';
import type { HeldReview } from './calibration.js';
import type { StandingReviewRow, StandingRows } from './facts.js';
import { askedWithin, daysSince, latestVersion, recorded, type Moment } from './queries.js';
import { promiseOf, recordOf, type CommitmentRecord } from './record.facts.js';
import type { reputationRecords } from './records.view.js';
import type { Accreditation, Payment, Verification } from './standing.js';
import { answeredBy, partiesOf, type RecordedSuccessor, type Sides } from './successors.facts.js';

type EntryRow = Pick<RowOf<typeof reputationRecords, 'reputation_entry'>, 'commitment_id' | 'entry' | 'day'>;

/**
 * By `within`: what is said of an organisation in a mission, what became of its promises there, and who stands how, for
 * the second form.
 */
export const standingWithin: BatchQuery<Moment, StandingRows> = query(
  'reputationStandingWithin',
  batchesOf({ position: '1', on: '2026-12-31' }),
  async (database, { keys, args: moment }) => {
    const [reviews, promised] = await Promise.all([
      database.run(sql<StandingReviewRow & { readonly key: string }>`${reviewsWithin(keys, moment)}`),
      database.run(sql<{ readonly key: string; readonly commitmentId: string }>`${promisedWithin(keys, moment)}`),
    ]);
    const told = [...new Set([...reviews, ...promised].map(({ commitmentId }) => commitmentId))].sort();
    const reviewers = [...new Set(reviews.map(({ reviewerId }) => reviewerId))].sort();
    const [records, held] = await Promise.all([recordsOf(database, told, moment), heldBy(database, reviewers, moment)]);
    const spoken = spokenOf(keys, reviews, [...records.values()]);
    const background = await backgroundOf(database, spoken, namedIn(held), moment);
    const [reviewsBy, promisedBy] = [listsOf(keys, reviews, keyOf), listsOf(keys, promised, keyOf)];
    return keys.map((key, n) => {
      const own = (reviewsBy[n] ?? []).map(({ key: _, ...review }) => review);
      const about = recordsAmong(records, own);
      const by = new Set(own.map(({ reviewerId }) => reviewerId));
      return {
        reviews: own,
        reviewed: about.map((record) => ({
          commitmentId: record.id,
          parties: partiesOf(record),
          given: record.given,
          former: record.former,
        })),
        held: held.filter(({ reviewerId }) => by.has(reviewerId)),
        promises: recordsAmong(records, promisedBy[n] ?? []).map((record) =>
          promiseOf(record, organisationIn(key), moment.on),
        ),
        background,
      };
    });
  },
);

type Runs = Parameters<typeof standingWithin.run>[0];

function keyOf({ key }: { readonly key: string }): string {
  return key;
}

function organisationIn(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

/** Of those told by then. Nothing is of an earlier day than what came before it, should a clock run behind. */
async function recordsOf(
  database: Runs,
  ids: readonly string[],
  { position, on }: Moment,
): Promise<ReadonlyMap<string, CommitmentRecord>> {
  const entries = await database.run(sql<EntryRow>`
    select commitment_id, entry, day from (
      select commitment_id, position, entry,
        max(day) over (partition by commitment_id order by position) as day
      from reputation_entry where commitment_id = any(${ids}::text[]) and position <= ${position}
    ) told
    where day <= ${on}::date
    order by commitment_id, position`);
  const lists = listsOf(ids, entries, (row) => row.commitment_id);
  const records = ids.flatMap((id, n) => {
    const list = lists[n] ?? [];
    return list.length === 0 ? [] : [[id, recordOf(id, list)] as const];
  });
  return new Map(records);
}

/** The commitments named, each once. */
function recordsAmong(
  records: ReadonlyMap<string, CommitmentRecord>,
  named: readonly { readonly commitmentId: string }[],
): readonly CommitmentRecord[] {
  return [...new Set(named.map(({ commitmentId }) => commitmentId))].flatMap((id) => records.get(id) ?? []);
}

/** Everybody whose standing or group matters. */
function spokenOf(
  keys: readonly string[],
  reviews: readonly StandingReviewRow[],
  records: readonly CommitmentRecord[],
): readonly string[] {
  const said = records.flatMap((record) => [
    ...partiesOf(record),
    ...[...record.given, ...record.former.map(({ given }) => given)].flatMap(({ corroborations, verifications }) => [
      ...corroborations,
      ...verifications.map(({ evaluatorId }) => evaluatorId),
    ]),
  ]);
  return [...new Set([...keys.map(organisationIn), ...reviews.map(({ reviewerId }) => reviewerId), ...said])].sort();
}

/** Everybody whose tie to an evaluator would void what it found. */
function namedIn(held: readonly HeldReview[]): readonly string[] {
  const named = held.flatMap(({ parties, findings }) => [
    ...parties,
    ...findings.flatMap(({ giverId, evaluatorId }) => [giverId, evaluatorId]),
  ]);
  return [...new Set(named)].sort();
}

/** @param beside those whose group and payments matter, and whose voice does not. */
async function backgroundOf(database: Runs, spoken: readonly string[], beside: readonly string[], moment: Moment) {
  const memberships = await database.run(sql<Membership>`${membershipsAround(spoken, moment)}`);
  const givers = membersOf(spoken, memberships);
  const verifications = await database.run(sql<Verification>`
    select giver_id as "giverId", evaluator_id as "evaluatorId", day as on from reputation_verification
    where giver_id = any(${givers}::text[]) and ${byThen(moment)}
    order by giver_id, evaluator_id, day`);
  const known = new Set(givers);
  const named = [...new Set([...beside, ...verifications.map(({ evaluatorId }) => evaluatorId)])];
  const further = named.filter((id) => !known.has(id)).sort();
  const others = further.length === 0 ? [] : await database.run(sql<Membership>`${membershipsAround(further, moment)}`);
  const everybody = membersOf([...givers, ...further], others);
  const payments = await database.run(sql<Payment>`
    select giver_id as "giverId", receiver_id as "receiverId", given_to as on from reputation_payment
    where giver_id = any(${everybody}::text[]) and receiver_id = any(${everybody}::text[]) and ${byThen(moment)}
    order by giver_id, receiver_id, given_to`);
  const accreditations = await database.run(
    sql<Accreditation>`${accreditationsOf(everybody, sql`${moment.position}::bigint`, sql`${moment.on}::date`)}`,
  );
  return { on: moment.on, memberships: [...memberships, ...others], accreditations, payments, verifications };
}

/** All that may be of one group with one of these: those themselves, and everybody in the memberships around them. */
function membersOf(ids: readonly string[], memberships: readonly Membership[]): readonly string[] {
  return [...new Set([...ids, ...memberships.map(({ organisationId }) => organisationId)])].sort();
}

/** Scores whose reasons are gone weigh nothing from then on, unless it was the reviewed that had them erased. */
function reviewsWithin(keys: readonly string[], moment: Moment): RawBuilder<unknown> {
  return sql`
    select asked.key, r.commitment_id || '/' || r.id as id, r.commitment_id as "commitmentId",
      r.reviewer_id as "reviewerId", (r.submitted_at at time zone 'UTC')::date as "submittedOn",
      ${daysSince(sql`said.recorded_at`, moment)} as "ageDays",
      said.results, said.reliability, said.openness, said.learning
    from ${askedWithin(keys)}
    join review r on r.reviewed_id = asked.organisation_id and r.mission_id = asked.mission_id
      and r.position <= ${moment.position}
    ${latestVersion(sql`r`, moment)}
    where not exists (
      select from ${reasonsErased(sql`said.event_id`, sql`r.reviewed_id`)} gone
      where gone.position <= ${moment.position} and gone.day <= ${moment.on}::date
    )`;
}

type HeldRow = Omit<HeldReview, 'parties'> & Sides<RecordedSuccessor>;

/** By each of these, in all missions, of commitments of which somebody who was ever accredited verified something. */
async function heldBy(database: Runs, reviewers: readonly string[], moment: Moment): Promise<readonly HeldReview[]> {
  const rows = await database.run(sql<HeldRow>`${heldRows(reviewers, moment)}`);
  return rows.map(({ promisorIds, counterpartyIds, successors, ...held }) => {
    const parties = partiesOf({ promisorIds, counterpartyIds, successors: answeredBy(successors, moment) });
    return { ...held, parties };
  });
}

function heldRows(reviewers: readonly string[], moment: Moment): RawBuilder<unknown> {
  return sql`
    select r.commitment_id || '/' || r.id as id, r.reviewer_id as "reviewerId",
      parties.promisor_ids as "promisorIds", parties.counterparty_ids as "counterpartyIds", parties.successors,
      found.findings, version.said,
      json_build_object('amount', terms.amount::text, 'unit', terms.unit) as promised
    from review r
    join reputation_parties parties on parties.id = r.commitment_id
    cross join lateral (
      select json_agg(json_build_object('contributionId', contribution_id, 'giverId', giver_id,
        'evaluatorId', evaluator_id, 'on', day, 'amount', amount::text, 'unit', unit) order by position) as findings
      from reputation_finding where commitment_id = r.commitment_id and ${byThen(moment)}
        and evaluator_id in (select organisation_id from accreditation)
    ) found
    cross join lateral (
      select json_agg(json_build_object('on', (recorded_at at time zone 'UTC')::date, 'results', results)
        order by position) as said
      from review_version where commitment_id = r.commitment_id and review_id = r.id and ${recorded(sql``, moment)}
    ) version
    cross join lateral (
      select amount, unit from commitment_term where commitment_id = r.commitment_id and ${recorded(sql``, moment)}
      order by position desc limit 1
    ) terms
    where r.reviewer_id = any(${reviewers}::text[]) and r.position <= ${moment.position}
      and found.findings is not null and version.said is not null`;
}

function promisedWithin(keys: readonly string[], moment: Moment): RawBuilder<unknown> {
  return sql`
    select asked.key, promise.commitment_id as "commitmentId"
    from ${askedWithin(keys)}
    join commitment_party promise on promise.organisation_id = asked.organisation_id
      and promise.mission_id = asked.mission_id and promise.part = 'PROMISOR' and promise.position <= ${moment.position}`;
}

/** Whether the row was recorded by then. */
function byThen({ position, on }: Moment): RawBuilder<unknown> {
  return sql`(position <= ${position} and day <= ${on}::date)`;
}
