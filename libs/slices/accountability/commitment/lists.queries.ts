import { sql, type RawBuilder } from 'kysely';
import {
  batchesOf,
  computedAt,
  holds,
  newestFirst,
  oldestFirst,
  orderedBy,
  pageOf,
  pagesPerParent,
  query,
  type BatchQuery,
  type Ordering,
  type Page,
  type PageInput,
} from '@maillage/engine';
import type { z } from 'zod';
import { enumeration, type CalendarDate } from '@maillage/kernel';
import { stateOn, type StateOnDate } from '../progress/queries.js';
import { whereAll } from '../shared.queries.js';
import type { Kind } from './events.js';
import { withParties, type CommitmentRow } from './queries.js';
import { commitments, type Part } from './view.js';

/** No order is by who promised. */
export const commitmentOrder = enumeration(
  'CommitmentOrder',
  'What a list of commitments is ordered by. No order ranks those who made them.',
  {
    MADE: 'In the order they were made.',
    MADE_LATEST_FIRST: 'Those made last come first.',
    DUE: 'By due date, then in the order they were made; those without one come last.',
  },
);
type CommitmentOrder = z.output<typeof commitmentOrder>;
const ORDERINGS: Readonly<Record<CommitmentOrder, Ordering>> = {
  MADE: oldestFirst,
  MADE_LATEST_FIRST: newestFirst,
  DUE: orderedBy({ name: 'due_on', type: 'date', nullable: true }),
};

/** All that is given holds. */
export interface CommitmentFilter {
  readonly missionId?: string | undefined;
  /** On either side of it; where a part is asked for, on that one. */
  readonly organisationId?: string | undefined;
  /** Of the organisation whose list it is; of `organisationId` in other lists. */
  readonly part?: Part | undefined;
  readonly standing?: { readonly state: readonly StateOnDate[]; readonly on: CalendarDate } | undefined;
  /** Inclusive, as `dueTo`. What has no due date is due on none. */
  readonly dueFrom?: CalendarDate | undefined;
  readonly dueTo?: CalendarDate | undefined;
  /** Something was recorded of it behind this position. */
  readonly changedSince?: string | undefined;
  readonly kind?: readonly Kind[] | undefined;
  /** Words of its description. */
  readonly search?: string | undefined;
}

export interface CommitmentsAsked extends PageInput {
  /** By when they were made, if left out. */
  readonly orderBy?: CommitmentOrder | undefined;
  /** Each of them holds. */
  readonly filters?: readonly CommitmentFilter[] | undefined;
}

const [on, search] = ['2026-12-31', 'part of a description'] as const;
/** Each branch by itself, and some together. */
const FILTERED: readonly CommitmentsAsked[] = [
  { missionId: '1' },
  { organisationId: '1' },
  { organisationId: '1', part: 'PROMISOR' as const },
  { standing: { state: ['DUE' as const], on } },
  { dueFrom: on },
  { dueTo: on },
  { dueFrom: on, dueTo: on },
  { changedSince: '1' },
  { kind: ['MONEY' as const] },
  { search },
  { kind: ['MONEY' as const], search },
  { dueTo: on, search },
].map((filter) => ({ filters: [filter] }));
const ORDERED: readonly CommitmentsAsked[] = commitmentOrder.options.map((orderBy) => ({ orderBy }));
const ORDERED_AND_FILTERED: readonly CommitmentsAsked[] = [
  { orderBy: 'DUE', filters: [{ dueFrom: on }] },
  { orderBy: 'DUE', filters: [{ dueTo: on }] },
  { orderBy: 'DUE', filters: [{ standing: { state: ['OVERDUE'], on } }] },
  { orderBy: 'MADE_LATEST_FIRST', filters: [{ standing: { state: ['WITHDRAWN'], on } }] },
];
const EXAMPLES = [...ORDERED, ...FILTERED, ...ORDERED_AND_FILTERED];

export const commitmentPage = query(
  'commitmentPage',
  [
    ...EXAMPLES,
    // What the list took before there was a filter, and goes on to take beside it.
    { filters: [{ search }, { dueTo: on }] },
    { filters: [{ kind: ['MONEY'] }, { kind: ['MONEY'] }] },
    { filters: [{ organisationId: '1' }, { organisationId: '1', part: 'PROMISOR' }] },
    { filters: [{ missionId: '1', organisationId: '1', kind: ['MONEY'], search }] },
  ],
  (database, input: CommitmentsAsked): Promise<Page<CommitmentRow>> =>
    pageOf(database, input, {
      ...inOrderOf(input),
      rows: () => sql`select c.* from commitment c ${whereAll(conditions(input))}`,
    }),
);

export const commitmentsOfMission: BatchQuery<CommitmentsAsked, Page<CommitmentRow>> = query(
  'commitmentsOfMission',
  batchesOf(...EXAMPLES),
  (database, input) =>
    pagesPerParent<CommitmentRow>(database, input, {
      ...inOrderOf(input.args),
      rows: (mission) => sql`
        select c.* from commitment c ${whereAll([sql`c.mission_id = ${mission}`, ...conditions(input.args)])}`,
    }),
);

export const commitmentsOfOrganisation: BatchQuery<CommitmentsAsked, Page<CommitmentRow>> = query(
  'commitmentsOfOrganisation',
  batchesOf(...EXAMPLES, { filters: [{ part: 'COUNTERPARTY' }] }, { filters: [{ part: 'PROMISOR' }, { search }] }),
  (database, input) =>
    pagesPerParent<CommitmentRow>(database, input, {
      ...inOrderOf(input.args),
      rows: (organisation) => sql`
        select c.* from commitment_party mine join commitment c on c.id = mine.commitment_id
        ${whereAll([sql`mine.organisation_id = ${organisation}`, ...conditions(input.args, sql`mine.part`)])}`,
    }),
);

function inOrderOf({ orderBy = 'MADE' }: CommitmentsAsked) {
  return { at: computedAt(commitments), order: ORDERINGS[orderBy], complete: withParties };
}

/**
 * On the commitment `c`.
 * @param own the part in it of the organisation whose list it is.
 */
function conditions({ filters = [] }: CommitmentsAsked, own?: RawBuilder<unknown>): RawBuilder<unknown>[] {
  return filters.flatMap((filter) => conditionsOf(filter, own)).filter((each) => each !== undefined);
}

function conditionsOf(
  { missionId, organisationId, part, standing, dueFrom, dueTo, changedSince, kind, search }: CommitmentFilter,
  own: RawBuilder<unknown> | undefined,
): readonly (RawBuilder<unknown> | undefined)[] {
  const ofParty = own === undefined ? part : undefined;
  return [
    missionId === undefined ? undefined : sql`c.mission_id = ${missionId}`,
    organisationId === undefined ? undefined : isParty(organisationId, ofParty),
    own === undefined || part === undefined ? undefined : sql`${own} = ${part}`,
    kind === undefined ? undefined : sql`c.kind = any(${kind}::text[])`,
    dueFrom === undefined ? undefined : sql`c.due_on >= ${dueFrom}::date`,
    dueTo === undefined ? undefined : sql`c.due_on <= ${dueTo}::date`,
    changedSince === undefined ? undefined : hasChanged(changedSince),
    search === undefined ? undefined : sql`(not c.hidden and ${holds('c', search)})`,
    standing === undefined ? undefined : sql`${stateOn(standing.on)} = any(${standing.state}::text[])`,
  ];
}

function isParty(organisationId: string, part: Part | undefined): RawBuilder<boolean> {
  const onItsSide = part === undefined ? sql`` : sql`and part = ${part}`;
  return sql`c.id in (
    select commitment_id from commitment_party where organisation_id = ${organisationId} ${onItsSide}
  )`;
}

function hasChanged(since: string): RawBuilder<boolean> {
  return sql`c.id in (select commitment_id from commitment_change where position > ${since}::bigint)`;
}
