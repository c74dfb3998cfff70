import { sql, type RawBuilder } from 'kysely';
import {
  batchesOf,
  computedAt,
  holds,
  listsOf,
  oldestFirst,
  pageOf,
  pagesPerParent,
  query,
  type BatchQuery,
  type Page,
  type PageInput,
} from '@maillage/engine';
import type { RowOf } from '@maillage/kernel';
import type { Kind } from './events.js';
import { commitments, type Part, type TermsVersionRow } from './view.js';
import { whereAll } from '../shared.queries.js';

const inTheirOrder = { at: computedAt(commitments), order: oldestFirst, complete: withParties };

/** A commitment with its parties. */
export interface CommitmentRow extends RowOf<typeof commitments, 'commitment'> {
  readonly promisor_ids: readonly string[];
  readonly counterparty_ids: readonly string[];
}

export interface CommitmentFilter {
  readonly missionId?: string | undefined;
  /** On either side of it. */
  readonly organisationId?: string | undefined;
  readonly kind?: Kind | undefined;
  /** Part of its description. */
  readonly search?: string | undefined;
}

export const commitmentById: BatchQuery<null, CommitmentRow | undefined> = query(
  'commitmentById',
  batchesOf(null),
  async (database, { keys }) => {
    const wanted = sql`select * from commitment where id = any(${keys}::text[])`;
    const { rows } = await sql<CommitmentRow>`${withParties(wanted)}`.execute(database.as<unknown>());
    const byId = new Map(rows.map((row) => [row.id, row]));
    return keys.map((id) => byId.get(id));
  },
);

export const commitmentPage = query(
  'commitmentPage',
  [
    {},
    { missionId: '1' },
    { organisationId: '1' },
    { kind: 'MONEY' },
    { search: 'part of a description' },
    { kind: 'MONEY', search: 'part of a description' },
  ],
  (database, input: PageInput & CommitmentFilter): Promise<Page<CommitmentRow>> => {
    const { missionId, organisationId, kind, search } = input;
    return pageOf(database, input, {
      ...inTheirOrder,
      rows: () => {
        const conditions = whereAll([
          missionId === undefined ? undefined : sql`mission_id = ${missionId}`,
          organisationId === undefined
            ? undefined
            : sql`id in (select commitment_id from commitment_party where organisation_id = ${organisationId})`,
          kind === undefined ? undefined : sql`kind = ${kind}`,
          search === undefined ? undefined : holds('description', search),
        ]);
        return sql`select * from commitment ${conditions}`;
      },
    });
  },
);

export const commitmentsOfMission: BatchQuery<PageInput, Page<CommitmentRow>> = query(
  'commitmentsOfMission',
  batchesOf({}),
  (database, input) =>
    pagesPerParent<CommitmentRow>(database, input, {
      ...inTheirOrder,
      rows: (parent) => sql`select * from commitment where mission_id = ${parent}`,
    }),
);

export interface PartFilter {
  readonly part?: Part | undefined;
}

export const commitmentsOfOrganisation: BatchQuery<PageInput & PartFilter, Page<CommitmentRow>> = query(
  'commitmentsOfOrganisation',
  batchesOf({}, { part: 'PROMISOR' }),
  (database, input) =>
    pagesPerParent<CommitmentRow>(database, input, {
      ...inTheirOrder,
      rows: (parent) => {
        const { part } = input.args;
        const conditions = whereAll([
          sql`p.organisation_id = ${parent}`,
          part === undefined ? undefined : sql`p.part = ${part}`,
        ]);
        return sql`
          select made.* from commitment_party p join commitment made on made.id = p.commitment_id ${conditions}`;
      },
    }),
);

/** Every version of the terms, oldest first. */
export const termsOfCommitment: BatchQuery<null, readonly TermsVersionRow[]> = query(
  'termsOfCommitment',
  batchesOf(null),
  async (database, { keys }) => {
    const { rows } = await sql<TermsVersionRow>`
      select * from commitment_term where commitment_id = any(${keys}::text[]) order by position`.execute(
      database.as<unknown>(),
    );
    return listsOf(keys, rows, (row) => row.commitment_id);
  },
);

/**
 * The parties come with the commitment itself: whoever lists commitments shows whose they are, and one statement for
 * both leaves the organisations to be loaded at once, the contributors among them.
 */
function withParties(commitments: RawBuilder<unknown>): RawBuilder<unknown> {
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
