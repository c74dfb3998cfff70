import type { CalendarDate } from '@maillage/kernel';
import type { Identifier } from './events.js';
import { ungrouped, type Grouping } from './grouping.arithmetic.js';
import type { FoundedMembership } from './groups.arithmetic.js';

/** What other deciders need to know of an organisation. */
export interface OrganisationState {
  readonly registered: boolean;
  /** Its own; empty before it is registered. */
  readonly id: string;
  readonly name: string;
  /** Dated; see `sameGroup`. */
  readonly memberships: readonly FoundedMembership[];
  readonly grouping: Grouping;
  /** The numbers that the operator confirmed. */
  readonly confirmed: readonly Identifier[];
  /** The record that is kept in place of this one. */
  readonly duplicateOf: string | undefined;
  readonly dissolved: Dissolution | undefined;
  /** The day of the last entry that says one. */
  readonly on: CalendarDate | undefined;
}

export interface Dissolution {
  readonly on: CalendarDate;
  /** Who takes over what it promised, once it accepts that. */
  readonly successorId: string | undefined;
}

export const unregistered: OrganisationState = {
  registered: false,
  id: '',
  name: '',
  memberships: [],
  grouping: ungrouped,
  confirmed: [],
  duplicateOf: undefined,
  dissolved: undefined,
  on: undefined,
};
