import { sql, type RawBuilder } from 'kysely';
import { batchesOf, listsOf, query, rowsOf, type BatchQuery } from '@maillage/engine';
import type { CalendarDate } from '@maillage/kernel';
import { accreditedOn, oneGroupOn } from '@maillage/directory';
import type { Evidence } from '../commitment/events.js';
import { composite, named, stands } from '../shared.queries.js';

// Whose word on a contribution weighs what, on a day: for every statement that counts what was given.

/** A payment so many days before or after a verification stands between giver and evaluator. */
const PAYMENT_DAYS = 365;
/** By what the log holds now. */
const NOW = sql`9223372036854775807::bigint`;

/** Whether money went between a giver and whoever shares a group with `speaker`, around the day the latter spoke. */
function paidAround(on: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (
    select from (select array(select id from ${oneGroupOn(sql`g.contributor_id`, on)} members) as ids offset 0) giver
    join reputation_payment paid on (paid.giver_id = any(giver.ids) and paid.receiver_id = any(speaker.ids))
      or (paid.giver_id = any(speaker.ids) and paid.receiver_id = any(giver.ids))
    where paid.given_to between said.said_on - ${PAYMENT_DAYS}::integer and said.said_on + ${PAYMENT_DAYS}::integer
  )`;
}

/** Whether the evaluator of the verification `said` of `g` was accredited when it said so. */
export const accredited = accreditedOn(sql`said.organisation_id`, sql`said.said_on`, NOW);

/**
 * Joins to each statement `said` of a contribution `g` who speaks, `speaker`, with the `ids` of its group on a day, and `ties`:
 * whether the giver is `outside` that group, and whether both sides of the promise are, as they must be of a judge.
 */
function speaking(on: RawBuilder<unknown>): RawBuilder<unknown> {
  // Each array is asked for several times and worked out once: `offset 0` keeps PostgreSQL from repeating it.
  return sql`
    cross join lateral (
      select array(select id from ${oneGroupOn(sql`said.organisation_id`, on)} members) as ids offset 0
    ) speaker
    cross join lateral (
      select g.contributor_id <> all(speaker.ids) as outside,
        g.contributor_id <> all(speaker.ids) and not exists (
          select from commitment_party p
          where p.commitment_id = g.commitment_id and p.organisation_id = any(speaker.ids) and ${stands}
        ) as independent
      offset 0
    ) ties`;
}

/**
 * Joins to each contribution `g` what its evidence comes to on a date, as `weighed`: `evidence`, where anybody's verification
 * but an accredited, untied and unpaid evaluator's weighs as a corroboration, and nothing weighs that is said within the
 * giver's own group on that date; `amount`, as the latest such verification found it, or less as a paid one did since: whoever
 * is judged could else undo that by paying afterwards; `found`, the same where an evaluator said how much; `settled`, whether
 * there is such a verification; `verified`, whether anybody outside the giver's group verified it; and `frozen`, whether a
 * dispute holds it up.
 */
export function weighed(on: CalendarDate): RawBuilder<unknown> {
  const day = sql`${on}::date`;
  return sql`
    cross join lateral (
      with word as materialized (
        select said.position, said.act, said.amount, ties.outside, judgement.judges,
          judgement.judges and not ${paidAround(day)} as settles
        from contribution_statement said ${speaking(day)}
        cross join lateral (
          select said.act = 'VERIFIED' and ties.independent and ${accredited} as judges offset 0
        ) judgement
        where g.evidence in ('CORROBORATED', 'VERIFIED') and said.commitment_id = g.commitment_id
          and said.contribution_id = g.id and said.act in ('CORROBORATED', 'VERIFIED')
          and said.version >= g.evidence_since
      ), verdict as (select position, amount from word where settles order by position desc limit 1)
      select verdict.amount, verdict.position is not null as settled,
        (select min(word.amount) from word where judges and position > coalesce(verdict.position, 0)) as bound,
        coalesce((select bool_or(outside) from word), false) as attested,
        coalesce((select bool_or(outside and act = 'VERIFIED') from word), false) as verified
      from (select) alone left join verdict on true
    ) heard
    cross join lateral (
      select least(coalesce(heard.amount, g.amount), heard.bound) as amount, least(heard.amount, heard.bound) as found,
        heard.settled, heard.verified,
        case
          when heard.settled then 'VERIFIED' when heard.attested then 'CORROBORATED'
          when g.declared then 'DECLARED' else 'NONE'
        end as evidence,
        not heard.settled and g.disputed_until is not null and g.disputed_until >= ${day} as frozen
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

export interface ContributionCount {
  readonly evidence: Evidence;
  readonly count: number;
  readonly disputed: number;
}

/** Of each commitment, as a mission's figures count them: of periods that had ended by a date, and not taken back. */
export const contributionCountsOf: BatchQuery<OnDate, readonly ContributionCount[]> = query(
  'contributionCountsOf',
  batchesOf({ on: '2026-12-31' }),
  async (database, { keys, args: { on } }) => {
    const rows = await database.run(sql<ContributionCount & { readonly commitment_id: string }>`
      select g.commitment_id, weighed.evidence, count(*)::integer as count,
        (count(*) filter (where weighed.frozen))::integer as disputed
      from contribution g ${weighed(on)}
      where g.commitment_id = any(${keys}::text[]) and g.period_to <= ${on}::date and g.retracted_on is null
      group by g.commitment_id, weighed.evidence
      order by g.commitment_id, weighed.evidence`);
    return listsOf(keys, rows, (row) => row.commitment_id).map((list) =>
      list.map(({ evidence, count, disputed }) => ({ evidence, count, disputed })),
    );
  },
);

/** What stands behind a corroboration or a verification. */
export interface StatementWeight {
  readonly accredited: boolean;
  readonly paid: boolean;
  /** Its author is of one control group with the giver on the day asked about. */
  readonly tied: boolean;
  /** The same with a party of the promise. */
  readonly tiedToParty: boolean;
}

/** By `<commitment>/<contribution>/<position>` of a corroboration or a verification. */
export const weightOfStatement: BatchQuery<OnDate, StatementWeight | undefined> = query(
  'weightOfStatement',
  batchesOf({ on: '2026-12-31' }),
  async (database, { keys, args: { on } }) => {
    const day = sql`${on}::date`;
    const parts = keys.map((key) => key.split('/'));
    const [commitments, contributions, positions] = [0, 1, 2].map((n) => parts.map((part) => part[n] ?? ''));
    const rows = await database.run(sql<StatementWeight & { readonly key: string }>`
      select named.key, ${accredited} as accredited, ${paidAround(day)} as paid, 
        not ties.outside as tied, not ties.independent as "tiedToParty"
      from unnest(${keys}::text[], ${commitments}::text[], ${contributions}::text[], ${positions}::text[])
        as named(key, commitment_id, contribution_id, position)
      join contribution_statement said on said.commitment_id = named.commitment_id
        and said.contribution_id = named.contribution_id and said.position::text = named.position
      join contribution g on g.commitment_id = said.commitment_id and g.id = said.contribution_id
      ${speaking(day)}`);
    return rowsOf(keys, rows, (row) => row.key).map((row) => row && statementFrom(row));
  },
);

function statementFrom({ accredited, paid, tied, tiedToParty }: StatementWeight): StatementWeight {
  return { accredited, paid, tied, tiedToParty };
}

/** The key of a statement. */
export function statementKey(said: {
  readonly commitment_id: string;
  readonly contribution_id: string;
  readonly position: string;
}): string {
  return `${composite(said.commitment_id, said.contribution_id)}/${said.position}`;
}
