import { sql } from 'kysely';
import { batchesOf, query, rowsOf, type BatchQuery } from '@maillage/engine';
import type { ShownTie } from '../commitment/events.js';
import type { ReviewRow } from './view.js';
import { composite, named, stands } from '../shared.queries.js';

/** For so long a payment may still weigh on what one organisation says of the other. */
const PAYMENT_DAYS = 365;

/** All versions of the review `r`, and the day of each. */
const versions = sql`from review_version said where said.commitment_id = r.commitment_id and said.review_id = r.id`;
const saidOn = sql`(said.recorded_at at time zone 'UTC')::date`;

interface TiesRow extends Pick<ReviewRow, 'commitment_id' | 'id' | 'reviewer_id' | 'reviewed_id' | 'ties'> {
  readonly said_at: string;
  readonly paid_commitment_id: string | null;
  readonly paid_id: string | null;
}

/** What this slice knows of the ties beside a review. */
export interface KnownTies {
  readonly reviewerId: string;
  readonly reviewedId: string;
  readonly declared: readonly ShownTie[];
  /** The position of its latest version. */
  readonly saidAt: string;
  /** The latest payment, by its contribution's composite key; null where there was none. */
  readonly payment: string | null;
}

/**
 * What stood between reviewer and reviewed on a day the review was submitted or revised, in UTC, by the review's composite
 * key: who could speak first and be paid before revising would be paid unseen. `undefined` for a review that is not there.
 *
 * A payment is an undisputed contribution of money, not merely recorded on its behalf, by the one towards a commitment that names the other as counterparty,
 * in whatever mission, whose period ended on such a day or in the 365 days before it. It counts by when it was made, not by
 * when it was put on record: recording it late hides nothing. It does not look at control groups: payments within them are
 * tied by more than money. Shared members, whichever slice's events they signed, are asked for by a port.
 */
export const tiesOfReview: BatchQuery<null, KnownTies | undefined> = query(
  'tiesOfReview',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<TiesRow>`
    select r.commitment_id, r.id, r.reviewer_id, r.reviewed_id, r.ties,
      (select max(said.position) ${versions}) as said_at,
      paid.commitment_id as paid_commitment_id, paid.id as paid_id
    from ${named(keys)}
    join review r on r.commitment_id = named.commitment_id and r.id = named.id
    left join lateral (
      select g.commitment_id, g.id
      from (values (r.reviewer_id, r.reviewed_id), (r.reviewed_id, r.reviewer_id)) as way(giver, receiver)
      join contribution g on g.contributor_id = way.giver and g.kind = 'MONEY' and g.retracted_on is null
        and g.evidence <> 'NONE'
        and exists (
          select ${versions}
          and (g.disputed_until is null or g.disputed_until < ${saidOn})
          and g.period_to between ${saidOn} - ${PAYMENT_DAYS}::integer and ${saidOn}
        )
      join commitment_party p
        on p.commitment_id = g.commitment_id and p.organisation_id = way.receiver and p.part = 'COUNTERPARTY'
          and ${stands}
      order by g.period_to desc, g.position desc
      limit 1
    ) paid on true`);
    return rowsOf(keys, rows, (row) => composite(row.commitment_id, row.id)).map((row) => row && knownFrom(row));
  },
);

function knownFrom({ paid_commitment_id, paid_id, ...row }: TiesRow): KnownTies {
  return {
    reviewerId: row.reviewer_id,
    reviewedId: row.reviewed_id,
    declared: row.ties,
    saidAt: row.said_at,
    payment: paid_commitment_id === null || paid_id === null ? null : composite(paid_commitment_id, paid_id),
  };
}
