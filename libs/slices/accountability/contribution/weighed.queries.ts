import { sql, type RawBuilder } from 'kysely';
import { batchesOf, query, rowsOf, type BatchQuery } from '@maillage/engine';
import type { CalendarDate } from '@maillage/kernel';
import { accreditedOn, oneGroupOn } from '@maillage/directory';
import type { Evidence } from '../commitment/events.js';
import { composite, named } from '../shared.queries.js';

// Whose word on a contribution weighs what, on a day: for every statement that counts what was given.

/** A payment so many days before or after a verification stands between giver and evaluator. */
const PAYMENT_DAYS = 365;
/** By what the log holds now. */
const NOW = sql`9223372036854775807::bigint`;

/** Whether money went between the control groups of the giver of `g` and the evaluator of `said`, around that day. */
function paidAround(on: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (
    select from (
      select array(select id from ${oneGroupOn(sql`g.contributor_id`, on)} members) as giver,
        array(select id from ${oneGroupOn(sql`said.organisation_id`, on)} members) as evaluator
    ) of_group
    join reputation_payment paid on (paid.giver_id = any(of_group.giver) and paid.receiver_id = any(of_group.evaluator))
      or (paid.giver_id = any(of_group.evaluator) and paid.receiver_id = any(of_group.giver))
    where paid.given_to between said.said_on - ${PAYMENT_DAYS}::integer and said.said_on + ${PAYMENT_DAYS}::integer
  )`;
}

/** Whether the evaluator of the verification `said` of `g` was accredited when it said so. */
export const accredited = accreditedOn(sql`said.organisation_id`, sql`said.said_on`, NOW);

/**
 * Joins to each contribution `g` what its evidence comes to on a date, as `weighed`: `evidence`, where anybody's verification
 * but an accredited and unpaid evaluator's weighs as a corroboration; `amount`, as the latest of these found it, or less as a
 * paid one did since: whoever is judged could else undo that by paying afterwards; `found`, the same where an evaluator said
 * how much; `settled`, whether there is such a verification; and `frozen`, whether a dispute holds it up.
 */
export function weighed(on: CalendarDate): RawBuilder<unknown> {
  return sql`
    left join lateral (
      select said.amount, said.position, true as holds
      from contribution_statement said
      where g.evidence = 'VERIFIED' and said.commitment_id = g.commitment_id and said.contribution_id = g.id
        and said.act = 'VERIFIED' and said.version >= g.evidence_since
        and ${accredited} and not ${paidAround(sql`${on}::date`)}
      order by said.position desc limit 1
    ) verdict on true
    cross join lateral (
      select min(said.amount) as amount
      from contribution_statement said
      where g.evidence = 'VERIFIED' and said.commitment_id = g.commitment_id and said.contribution_id = g.id
        and said.act = 'VERIFIED' and said.version >= g.evidence_since
        and said.position > coalesce(verdict.position, 0) and ${accredited}
    ) bound
    cross join lateral (
      select least(coalesce(verdict.amount, g.amount), bound.amount) as amount, least(verdict.amount, bound.amount) as found,
        verdict.holds is not null as settled,
        case when g.evidence = 'VERIFIED' and verdict.holds is null then 'CORROBORATED' else g.evidence end as evidence,
        verdict.holds is null and g.disputed_until is not null and g.disputed_until >= ${on}::date as frozen
    ) weighed`;
}

interface OnDate {
  readonly on: CalendarDate;
}

export interface WeighedContribution {
  readonly evidence: Evidence;
  readonly disputed: boolean;
  /** Whether an accredited evaluator to whom no money ties the giver verified it: that settles disputes. */
  readonly settled: boolean;
  /** How much an accredited evaluator found, where that is less than was recorded. */
  readonly found: string | null;
}

/** By composite key: what the evidence of a contribution comes to on a day. */
export const weightOfContribution: BatchQuery<OnDate, WeighedContribution | undefined> = query(
  'weightOfContribution',
  batchesOf({ on: '2026-12-31' }),
  async (database, { keys, args: { on } }) => {
    const rows = await database.run(sql<WeighedContribution & { readonly key: string }>`
      select g.commitment_id || '/' || g.id as key, weighed.evidence, weighed.frozen and g.retracted_on is null as disputed, weighed.settled,
        trim_scale(weighed.found) as found
      from ${named(keys)}
      join contribution g on g.commitment_id = named.commitment_id and g.id = named.id
      ${weighed(on)}`);
    return rowsOf(keys, rows, (row) => row.key).map((row) => row && weightFrom(row));
  },
);

function weightFrom({ evidence, disputed, settled, found }: WeighedContribution): WeighedContribution {
  return { evidence, disputed, settled, found };
}

/** What stands behind a verification. */
export interface VerificationWeight {
  readonly accredited: boolean;
  readonly paid: boolean;
}

/** By `<commitment>/<contribution>/<position>` of a verification. */
export const weightOfVerification: BatchQuery<OnDate, VerificationWeight | undefined> = query(
  'weightOfVerification',
  batchesOf({ on: '2026-12-31' }),
  async (database, { keys, args: { on } }) => {
    const parts = keys.map((key) => key.split('/'));
    const [commitments, contributions, positions] = [0, 1, 2].map((n) => parts.map((part) => part[n] ?? ''));
    const rows = await database.run(sql<VerificationWeight & { readonly key: string }>`
      select named.key, ${accredited} as accredited, ${paidAround(sql`${on}::date`)} as paid
      from unnest(${keys}::text[], ${commitments}::text[], ${contributions}::text[], ${positions}::text[])
        as named(key, commitment_id, contribution_id, position)
      join contribution_statement said on said.commitment_id = named.commitment_id
        and said.contribution_id = named.contribution_id and said.position::text = named.position
      join contribution g on g.commitment_id = said.commitment_id and g.id = said.contribution_id`);
    return rowsOf(keys, rows, (row) => row.key).map((row) => row && { accredited: row.accredited, paid: row.paid });
  },
);

/** The key of a verification. */
export function verificationKey(said: {
  readonly commitment_id: string;
  readonly contribution_id: string;
  readonly position: string;
}): string {
  return `${composite(said.commitment_id, said.contribution_id)}/${said.position}`;
}
