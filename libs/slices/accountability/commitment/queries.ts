import { sql, type RawBuilder } from 'kysely';
import {
  batchesOf,
  computedAt,
  listsOf,
  newestFirst,
  pagesPerParent,
  query,
  rowsOf,
  type BatchQuery,
  type Page,
  type PageInput,
} from '@maillage/engine';
import type { RowOf } from '@maillage/kernel';
import { commitments, type PartyFields, type TermsVersionRow } from './view.js';

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

/** Those that stand on either side of a commitment. */
export function partiesStanding({ parties }: CommitmentRow): readonly string[] {
  return Object.values(parties)
    .filter(({ in_place_of, accepted_on }) => in_place_of === null || accepted_on !== null)
    .map(({ organisation_id }) => organisation_id);
}

/** Of which commitments an organisation may see what is kept private: those it is a party to, or of a mission that invited it. */
export const isInCircleOfCommitment: BatchQuery<{ readonly organisationId: string }, boolean> = query(
  'isInCircleOfCommitment',
  batchesOf({ organisationId: '1' }),
  async (database, { keys, args: { organisationId } }) => {
    const rows = await database.run(sql<{ readonly id: string }>`
      select c.id from commitment c where c.id = any(${keys}::text[]) and (
        exists (select from commitment_party p where p.commitment_id = c.id and p.organisation_id = ${organisationId})
        or exists (
          select from mission_member m
          where m.mission_id = c.mission_id and m.organisation_id = ${organisationId} and m.left_at is null and m.by_invitation
        )
      )`);
    const within = new Set(rows.map(({ id }) => id));
    return keys.map((id) => within.has(id));
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
 * What replaced earlier terms of each mission's commitments, the latest first; not of proposals, whose reasons are their
 * parties' alone.
 */
export const termChangesOfMission: BatchQuery<PageInput, Page<TermsVersionRow>> = query(
  'termChangesOfMission',
  batchesOf({}),
  (database, input) =>
    pagesPerParent<TermsVersionRow>(database, input, {
      at: computedAt(commitments),
      order: newestFirst,
      rows: (mission) => sql`
        select t.* from commitment c join commitment_term t on t.commitment_id = c.id
        where c.mission_id = ${mission} and not c.hidden and t.version > 1`,
    }),
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

/** Those that it names, promisors first; in no order of weight. */
export const partiesOfCommitment: BatchQuery<null, readonly PartyFields[]> = query(
  'partiesOfCommitment',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<PartyFields>`
      select * from commitment_party where commitment_id = any(${keys}::text[])
      order by part = 'COUNTERPARTY', organisation_id`);
    return listsOf(keys, rows, (row) => row.commitment_id);
  },
);

export type NoteRow = RowOf<typeof commitments, 'commitment_note'>;

/** What promisors told of how it is going, oldest first. */
export const notesOfCommitment: BatchQuery<null, readonly NoteRow[]> = query(
  'notesOfCommitment',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<NoteRow>`
      select * from commitment_note where commitment_id = any(${keys}::text[]) order by position`);
    return listsOf(keys, rows, (row) => row.commitment_id);
  },
);
