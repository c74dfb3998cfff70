import { sql, type RawBuilder } from 'kysely';
import { batchesOf, listsOf, query, rowsOf, type BatchQuery } from '@maillage/engine';
import type { RowOf } from '@maillage/kernel';
import type { commitments, TermsVersionRow } from './view.js';

/** A commitment with its parties. */
export type CommitmentRow = RowOf<typeof commitments, 'commitment'> & {
  readonly promisor_ids: readonly string[];
  readonly counterparty_ids: readonly string[];
};

export const commitmentById: BatchQuery<null, CommitmentRow | undefined> = query(
  'commitmentById',
  batchesOf(null),
  async (database, { keys }) => {
    const wanted = sql`select * from commitment where id = any(${keys}::text[])`;
    const rows = await database.run(sql<CommitmentRow>`${withParties(wanted)}`);
    return rowsOf(keys, rows, (row) => row.id);
  },
);

/** Every version of the terms, oldest first. */
export const termsOfCommitment: BatchQuery<null, readonly TermsVersionRow[]> = query(
  'termsOfCommitment',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<TermsVersionRow>`
      select * from commitment_term where commitment_id = any(${keys}::text[]) order by position`);
    return listsOf(keys, rows, (row) => row.commitment_id);
  },
);

/**
 * The parties come with the commitment itself: whoever lists commitments shows whose they are, and one statement for
 * both leaves the organisations to be loaded at once, the contributors among them.
 */
export function withParties(commitments: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select c.*, parties.promisor_ids, parties.counterparty_ids
    from (${commitments}) c cross join lateral (
      select
        coalesce(array_agg(organisation_id order by organisation_id) filter (where part = 'PROMISOR'), '{}')
          as promisor_ids,
        coalesce(array_agg(organisation_id order by organisation_id) filter (where part = 'COUNTERPARTY'), '{}')
          as counterparty_ids
      from commitment_party where commitment_id = c.id
    ) parties`;
}
