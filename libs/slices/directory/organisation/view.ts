import {
  dateOf,
  existing,
  idOf,
  jsonb,
  one,
  oneOf,
  privateColumns,
  privateText,
  table,
  view,
  type CalendarDate,
  type DomainEvent,
  type RecordedEvent,
  type RowOf,
  type RowOfColumns,
} from '@maillage/kernel';
import type { EvidenceItem } from '@maillage/evidence';
import {
  nameKey,
  numberKey,
  sameNumber,
  SECTORS,
  type Identifier,
  type OrganisationEvent,
  type OrganisationTerms,
} from './events.js';
import { groupingAfter, GROUPING_EVENTS, ungrouped, type Grouping } from './grouping.arithmetic.js';
import { membershipBasis, type FoundedMembership } from './groups.arithmetic.js';
import { proposalColumns, proposalReducers } from './grouping.view.js';

type EventNamed<Name extends OrganisationEvent['type']> = Extract<OrganisationEvent, { type: Name }>;

/** What the operator confirmed, by what and when. */
export interface Confirmation extends Identifier {
  readonly evidence: readonly EvidenceItem[];
  readonly by: string;
  readonly on: CalendarDate;
}

const organisationColumns = {
  id: 'text',
  name: 'text',
  /** By which names are compared. */
  name_key: 'text',
  sector: oneOf(SECTORS),
  jurisdiction: 'text?',
  website: 'text?',
  /** As it says itself. */
  identifiers: jsonb<OrganisationTerms['identifiers']>(),
  /** As the operator says. */
  confirmations: jsonb<readonly Confirmation[]>(),
  /** The record that is kept in place of this one. */
  duplicate_of: 'text?',
  ...privateColumns('duplicate_reason'),
  dissolved_on: 'date?',
  successor_id: 'text?',
  ...privateColumns('dissolution_reason'),
  access_recovered_on: 'date?',
  registered_at: 'timestamptz',
  position: 'bigint',
} as const;
type Organisation = RowOfColumns<typeof organisationColumns>;

const groupingColumns = { organisation_id: 'text', grouping: jsonb<Grouping>(), position: 'bigint' } as const;
type GroupingRow = RowOfColumns<typeof groupingColumns>;

const changed = one<OrganisationEvent, GroupingRow>(key, (row, event) => ({
  organisation_id: idOf(event.stream),
  grouping: groupingAfter(row?.grouping ?? ungrouped, event as unknown as OrganisationEvent),
  position: row?.position ?? event.position.toString(),
}));

export const organisations = view({
  name: 'organisations',
  version: 7,
  tables: {
    /** One row each, as it is now. */
    organisation: table({
      columns: organisationColumns,
      primaryKey: ['id'],
      indexes: [['name', 'id'], ['name_key'], ['duplicate_of']],
      searched: ['name'],
      sorted: ['name'],
    }).on<OrganisationEvent>({
      OrganisationRegistered: one(key, (_, event) => registered(event)),
      OrganisationRevised: one(key, (row, event) => ({ ...existing(row, event), ...terms(event.data) })),
      IdentityConfirmed: one(key, (row, event) => confirmed(existing(row, event), event)),
      IdentityConfirmationWithdrawn: one(key, (row, event) => {
        const before = existing(row, event);
        return { ...before, confirmations: before.confirmations.filter((each) => !sameNumber(each, event.data)) };
      }),
      DuplicateOf: one(key, (row, event) => ({
        ...existing(row, event),
        duplicate_of: event.data.keptId,
        ...privateText('duplicate_reason', event, '/reason'),
      })),
      DuplicateCleared: one(key, (row, event) => ({
        ...existing(row, event),
        duplicate_of: null,
        duplicate_reason: null,
        duplicate_reason_private: null,
      })),
      OrganisationDissolved: one(key, (row, event) => ({
        ...existing(row, event),
        dissolved_on: event.data.on,
        successor_id: event.data.successorId ?? null,
        ...privateText('dissolution_reason', event, '/reason'),
      })),
      AccessRecovered: one(key, (row, event) => ({ ...existing(row, event), access_recovered_on: event.data.on })),
    }),

    /** Each number of a register that an organisation claims, or that is confirmed to be its. */
    organisation_identifier: table({
      columns: {
        organisation_id: 'text',
        /** Its place among the organisation's. */
        nth: 'bigint',
        scheme: 'text',
        value: 'text',
        /** By which numbers are compared. */
        number_key: 'text',
        confirmed: 'boolean',
        confirmed_by: 'text?',
        confirmed_on: 'date?',
        evidence: jsonb<readonly EvidenceItem[]>(),
      },
      primaryKey: ['organisation_id', 'nth'],
      indexes: [['number_key']],
    }).following<OrganisationEvent, Organisation>('organisation', {
      keys: ({ before, after }) =>
        Array.from({ length: Math.max(numbersOf(before).length, numbersOf(after).length) }, (_, nth) => [
          (after ?? before)?.id ?? '',
          String(nth),
        ]),
      reduce: (_, { after }, [, nth]) => numbersOf(after)[Number(nth)],
    }),

    /** Which groups an organisation belongs and belonged to, as the decider has it. */
    organisation_grouping: table({
      columns: groupingColumns,
      primaryKey: ['organisation_id'],
    }).on<OrganisationEvent>(Object.fromEntries(GROUPING_EVENTS.map((type) => [type, changed]))),

    /** Every membership there is or was, dated: whether one counts on a day is a matter of that day. */
    group_membership: table({
      columns: {
        organisation_id: 'text',
        /** Its place among the organisation's, the earliest first. */
        nth: 'bigint',
        group_id: 'text',
        basis: oneOf(membershipBasis.options),
        since: 'date',
        until: 'date?',
        /** Of the event that last changed it. */
        position: 'bigint',
      },
      primaryKey: ['organisation_id', 'nth'],
      indexes: [['group_id']],
    }).following<DomainEvent, GroupingRow>('organisation_grouping', {
      keys: ({ before, after }) => placesOf(before, after).map(([id, nth]) => [id, String(nth)]),
      reduce: (row, { after, event }, [id, nth]) => {
        const membership = after?.grouping.memberships[Number(nth)];
        if (membership === undefined) return undefined;
        const { controlGroupId, basis, from, until } = membership;
        const same =
          row?.group_id === controlGroupId && row.basis === basis && row.since === from && row.until === until;
        if (same) return row;
        return {
          organisation_id: String(id),
          nth: String(nth),
          group_id: controlGroupId,
          basis,
          since: from,
          until,
          position: event.position.toString(),
        };
      },
    }),

    /** The same as the log had it at every position where it changed; no group where there was none any more. */
    group_membership_history: table({
      columns: {
        organisation_id: 'text',
        nth: 'bigint',
        position: 'bigint',
        /** When it was recorded, in UTC. */
        day: 'date',
        group_id: 'text?',
        duplicate: 'boolean',
        since: 'date?',
        until: 'date?',
      },
      primaryKey: ['organisation_id', 'nth', 'position'],
      indexes: [['group_id']],
    }).following<DomainEvent, GroupingRow>('organisation_grouping', {
      inserts: true,
      keys: ({ before, after, event }) =>
        placesOf(before, after)
          .filter(([, nth]) => {
            const then = before?.grouping.memberships[nth];
            const now = after?.grouping.memberships[nth];
            return !sameMembership(then, now);
          })
          .map(([id, nth]) => [id, String(nth), event.position.toString()]),
      reduce: (_, { after, event }, [id, nth, position]) => {
        const membership = after?.grouping.memberships[Number(nth)];
        return {
          organisation_id: String(id),
          nth: String(nth),
          position: String(position),
          day: dateOf(event.recordedAt),
          group_id: membership?.controlGroupId ?? null,
          duplicate: membership?.basis === 'DUPLICATE',
          since: membership?.from ?? null,
          until: membership?.until ?? null,
        };
      },
    }),

    /** What was proposed and asserted of who belongs to whom, the last of each kind between two. */
    grouping_proposal: table({
      columns: proposalColumns,
      primaryKey: ['organisation_id', 'parent_id', 'kind'],
      indexes: [['parent_id']],
    }).on<OrganisationEvent>(proposalReducers),
  },
});

export type OrganisationRow = RowOf<typeof organisations, 'organisation'>;
export type IdentifierRow = RowOf<typeof organisations, 'organisation_identifier'>;
export type MembershipRow = RowOf<typeof organisations, 'group_membership'>;
export type ProposalRow = RowOf<typeof organisations, 'grouping_proposal'>;

/** Every place that a membership of the organisation has or had. */
function placesOf(
  before: GroupingRow | undefined,
  after: GroupingRow | undefined,
): readonly (readonly [string, number])[] {
  const most = Math.max(before?.grouping.memberships.length ?? 0, after?.grouping.memberships.length ?? 0);
  return Array.from({ length: most }, (_, nth) => [(after ?? before)?.organisation_id ?? '', nth]);
}

function sameMembership(a: FoundedMembership | undefined, b: FoundedMembership | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.controlGroupId === b.controlGroupId && a.basis === b.basis && a.from === b.from && a.until === b.until;
}

function key(event: RecordedEvent): readonly [string] {
  return [idOf(event.stream)];
}

function registered(event: RecordedEvent<EventNamed<'OrganisationRegistered'>>): Organisation {
  return {
    id: idOf(event.stream),
    ...terms(event.data),
    confirmations: [],
    duplicate_of: null,
    duplicate_reason: null,
    duplicate_reason_private: null,
    dissolved_on: null,
    successor_id: null,
    dissolution_reason: null,
    dissolution_reason_private: null,
    access_recovered_on: null,
    registered_at: event.recordedAt,
    position: event.position.toString(),
  };
}

function terms(data: OrganisationTerms) {
  return {
    ...named(data.name),
    sector: data.sector,
    jurisdiction: data.jurisdiction ?? null,
    website: data.website ?? null,
    identifiers: data.identifiers,
  };
}

function named(name: string) {
  return { name, name_key: nameKey(name) };
}

function confirmed(row: Organisation, { data }: RecordedEvent<EventNamed<'IdentityConfirmed'>>): Organisation {
  const { scheme, value, evidence, by, on } = data;
  return { ...row, confirmations: [...row.confirmations, { scheme, value, evidence, by, on }] };
}

/** What it claims first, in its order, then what is confirmed without being claimed. */
function numbersOf(row: Organisation | undefined) {
  if (row === undefined) return [];
  const { id, identifiers, confirmations } = row;
  const unclaimed = confirmations.filter((each) => !identifiers.some((claimed) => sameNumber(claimed, each)));
  return [...identifiers, ...unclaimed].map(({ scheme, value }, nth) => {
    const confirmation = confirmations.find((each) => sameNumber(each, { scheme, value }));
    return {
      organisation_id: id,
      nth: String(nth),
      scheme,
      value,
      number_key: numberKey({ scheme, value }),
      confirmed: confirmation !== undefined,
      confirmed_by: confirmation?.by ?? null,
      confirmed_on: confirmation?.on ?? null,
      evidence: confirmation?.evidence ?? [],
    };
  });
}
