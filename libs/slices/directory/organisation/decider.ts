import { decider, streamOf, type AskedOf } from '@maillage/kernel';
import { organisationCommands, type OrganisationCommands } from './commands.js';
import { organisationEvents, sameNumber, type OrganisationEvent } from './events.js';
import { groupingAfter } from './grouping.arithmetic.js';
import { assertGrouping, contestGrouping, dropGroupingAssertion } from './rules/assertion.js';
import {
  acceptGrouping,
  declineGrouping,
  dropGrouping,
  proposeGrouping,
  ungroupOrganisation,
} from './rules/grouping.js';
import {
  clearDuplicate,
  confirmIdentity,
  markDuplicate,
  recoverAccess,
  withdrawIdentityConfirmation,
} from './rules/identity.js';
import { dissolveOrganisation, registerOrganisation, reviseOrganisation } from './rules/registration.js';
import type { Consulted } from './rules/shared.js';
import { unregistered, type OrganisationState } from './state.js';

export const organisationDecider = decider<
  OrganisationState,
  OrganisationCommands,
  typeof organisationEvents,
  Consulted
>({
  name: 'organisation',
  commands: organisationCommands,
  events: organisationEvents,
  initial: unregistered,

  consults(asked) {
    const { id, type, actor } = asked;
    const named = namedBy(asked);
    const matters = !ALONE.has(type) && actor.organisation !== id;
    return {
      actor: matters ? streamOf('organisation', actor.organisation) : undefined,
      named: named === undefined || named === id ? undefined : streamOf('organisation', named),
      subsidiaries: JOINING.has(type) ? streamOf('subsidiaries', `${id}/${asked.on}`) : undefined,
      duplicates: type === 'MarkDuplicate' ? streamOf('duplicates', id) : undefined,
    };
  },

  rules: {
    RegisterOrganisation: registerOrganisation,
    ReviseOrganisation: reviseOrganisation,
    ProposeGrouping: proposeGrouping,
    AcceptGrouping: acceptGrouping,
    DeclineGrouping: declineGrouping,
    DropGrouping: dropGrouping,
    AssertGrouping: assertGrouping,
    ContestGrouping: contestGrouping,
    DropGroupingAssertion: dropGroupingAssertion,
    UngroupOrganisation: ungroupOrganisation,
    ConfirmIdentity: confirmIdentity,
    WithdrawIdentityConfirmation: withdrawIdentityConfirmation,
    MarkDuplicate: markDuplicate,
    ClearDuplicate: clearDuplicate,
    DissolveOrganisation: dissolveOrganisation,
    RecoverAccess: recoverAccess,
  },

  evolve,
});

/** What turns on nobody else: an operator may do these before any organisation is registered. */
const ALONE = new Set<keyof OrganisationCommands>([
  'RegisterOrganisation',
  'ReviseOrganisation',
  'UngroupOrganisation',
  'DissolveOrganisation',
]);

/** What a parent does not do while it has subsidiaries. */
const JOINING = new Set<keyof OrganisationCommands>(['ProposeGrouping', 'AcceptGrouping', 'AssertGrouping']);

/** The other organisation whose state the decision reads. */
function namedBy({ data }: AskedOf<OrganisationCommands>): string | undefined {
  if (data === undefined) return undefined;
  if ('parentId' in data) return data.parentId;
  if ('keptId' in data) return data.keptId;
  return 'successorId' in data ? data.successorId : undefined;
}

function evolve(before: OrganisationState, event: OrganisationEvent): OrganisationState {
  const grouping = groupingAfter(before.grouping, event);
  const on = 'on' in event.data ? event.data.on : before.on;
  const state = { ...before, grouping, memberships: grouping.memberships, on };
  switch (event.type) {
    case 'OrganisationRegistered':
      return { ...state, registered: true, id: event.data.controlGroupId, name: event.data.name };
    case 'OrganisationRevised':
      return { ...state, name: event.data.name };
    case 'IdentityConfirmed': {
      const { scheme, value } = event.data;
      return { ...state, confirmed: [...state.confirmed, { scheme, value }] };
    }
    case 'IdentityConfirmationWithdrawn':
      return { ...state, confirmed: state.confirmed.filter((each) => !sameNumber(each, event.data)) };
    case 'DuplicateOf':
      return { ...state, duplicateOf: event.data.keptId };
    case 'DuplicateCleared':
      return { ...state, duplicateOf: undefined };
    case 'OrganisationDissolved':
      return { ...state, dissolved: { on: event.data.on, successorId: event.data.successorId } };
    case 'GroupingProposed':
    case 'GroupingAccepted':
    case 'GroupingDeclined':
    case 'GroupingDropped':
    case 'GroupingAsserted':
    case 'GroupingContested':
    case 'GroupingAssertionDropped':
    case 'OrganisationGrouped':
    case 'OrganisationUngrouped':
    case 'AccessRecovered':
      return state;
  }
}
