import { daysBetween, plusDays, type CalendarDate } from '@maillage/kernel';
import { CONTEST_DAYS, GROUPING_DAYS, type OrganisationEvent } from './events.js';
import { leaving, oneAfterAnother, type Basis, type FoundedMembership } from './groups.arithmetic.js';

/** A grouping that one side proposed to the other, or that was declined. */
export interface Proposal {
  readonly by: string;
  readonly on: CalendarDate;
}

/** What the operator asserts from a register. */
export interface Assertion {
  readonly parentId: string;
  readonly on: CalendarDate;
  readonly contested: boolean;
}

/** All that is kept of which groups an organisation belongs and belonged to. */
export interface Grouping {
  readonly id: string;
  /** As each was begun, whatever came after it. */
  readonly joined: readonly FoundedMembership[];
  /** The same, each ended by the next at the latest; an assertion not contested by now is among them from the day it counts. */
  readonly memberships: readonly FoundedMembership[];
  /** By the parent's id. */
  readonly proposals: Readonly<Record<string, Proposal>>;
  readonly declined: Readonly<Record<string, Proposal>>;
  /** The last one, as long as it was not taken back. */
  readonly assertion: Assertion | null;
}

export const ungrouped: Grouping = {
  id: '',
  joined: [],
  memberships: [],
  proposals: {},
  declined: {},
  assertion: null,
};

type Folds = {
  readonly [Type in OrganisationEvent['type']]?: (
    grouping: Grouping,
    data: Extract<OrganisationEvent, { type: Type }>['data'],
  ) => Grouping;
};

/** What becomes of it by each type of event that bears on it. */
const FOLDS = {
  OrganisationRegistered: (grouping, { controlGroupId }) => ({ ...grouping, id: controlGroupId }),
  GroupingProposed: (grouping, { parentId, by, on }) => ({
    ...grouping,
    proposals: { ...grouping.proposals, [parentId]: { by, on } },
  }),
  GroupingAccepted: answered,
  GroupingDropped: answered,
  GroupingDeclined: (grouping, { parentId, on }) => {
    const by = grouping.proposals[parentId]?.by ?? parentId;
    return answered({ ...grouping, declined: { ...grouping.declined, [parentId]: { by, on } } }, { parentId });
  },
  GroupingAsserted: (grouping, { parentId, on }) =>
    joins({ ...grouping, assertion: { parentId, on, contested: false } }, parentId, 'ASSERTED', countsFrom(on)),
  GroupingContested: (grouping) => {
    const { assertion } = grouping;
    const contested = assertion === null ? null : { ...assertion, contested: true };
    return withJoined({ ...grouping, assertion: contested }, withoutAsserted(grouping));
  },
  GroupingAssertionDropped: (grouping) => withJoined({ ...grouping, assertion: null }, withoutAsserted(grouping)),
  OrganisationGrouped: (grouping, { controlGroupId, on }) => joins(grouping, controlGroupId, 'AGREED', on),
  OrganisationUngrouped: (grouping, { on }) => withJoined(grouping, leaving(grouping.joined, on)),
  DuplicateOf: (grouping, { keptId, on }) => joins(grouping, keptId, 'DUPLICATE', on),
  DuplicateCleared: (grouping, { on }) =>
    withJoined(
      grouping,
      grouping.joined.map((each) =>
        each.basis === 'DUPLICATE' && each.until === null ? { ...each, until: on } : each,
      ),
    ),
} satisfies Folds;

/** The types of event that bear on who belongs to whom. */
export type GroupingEvent = Extract<OrganisationEvent, { type: keyof typeof FOLDS }>;
export const GROUPING_EVENTS = Object.keys(FOLDS) as readonly GroupingEvent['type'][];

/** The grouping itself where the event does not bear on it. */
export function groupingAfter(grouping: Grouping, { type, data }: OrganisationEvent): Grouping {
  const fold = (FOLDS as Readonly<Record<string, (grouping: Grouping, data: never) => Grouping>>)[type];
  return fold === undefined ? grouping : fold(grouping, data as never);
}

/** The first day on which an assertion counts: all days to contest it have passed. */
export function countsFrom(on: CalendarDate): CalendarDate {
  return plusDays(on, CONTEST_DAYS + 1);
}

/** Proposed, and not lapsed by that day. */
export function openProposal(grouping: Grouping, parentId: string, on: CalendarDate): Proposal | undefined {
  const proposal = grouping.proposals[parentId];
  return proposal !== undefined && daysBetween(proposal.on, on) <= GROUPING_DAYS ? proposal : undefined;
}

function answered(grouping: Grouping, { parentId }: { readonly parentId: string }): Grouping {
  return { ...grouping, proposals: without(grouping.proposals, parentId) };
}

function joins(grouping: Grouping, controlGroupId: string, basis: Basis, from: CalendarDate): Grouping {
  const joined = { organisationId: grouping.id, controlGroupId, basis, from, until: null };
  return withJoined(grouping, [...grouping.joined, joined]);
}

/** What is asserted and does not count yet. */
function withoutAsserted({ joined, assertion }: Grouping): readonly FoundedMembership[] {
  if (assertion === null) return joined;
  const from = countsFrom(assertion.on);
  return joined.filter((each) => each.basis !== 'ASSERTED' || each.from !== from);
}

function withJoined(grouping: Grouping, joined: readonly FoundedMembership[]): Grouping {
  return { ...grouping, joined, memberships: oneAfterAnother(joined) };
}

function without(proposals: Grouping['proposals'], parentId: string): Grouping['proposals'] {
  return Object.fromEntries(Object.entries(proposals).filter(([id]) => id !== parentId));
}
