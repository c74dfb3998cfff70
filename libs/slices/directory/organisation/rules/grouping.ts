import { daysBetween, erasable, plusDays, reasonGiven, refuse, type CalendarDate, type Intent } from '@maillage/kernel';
import { openProposal } from '../grouping.arithmetic.js';
import { membershipOn, parentOn } from '../groups.arithmetic.js';
import { someNames } from './names.js';
import type { OrganisationState } from '../state.js';
import {
  dayOn,
  refuseActor,
  refuseGone,
  refuseSpeaking,
  unknownOrganisation,
  type Consulted,
  type OrganisationRule,
} from './shared.js';

/** So many days the side that was declined does not ask the same again. */
const DECLINED_DAYS = 30;

export const proposeGrouping: OrganisationRule<'ProposeGrouping'> = {
  allowed: (asked, state, consulted) =>
    refuseAbsent(asked, state, consulted) ??
    refuseGone(state, ['id']) ??
    refuseAsserted(asked, state) ??
    refuseWithSubsidiaries(consulted),
  decide({ id, actor, at, data: { parentId, reason } }, state, { named: parent }) {
    const path = ['parentId'];
    const by = actor.organisation;
    const on = dayOn(at, state);
    if (by !== id && by !== parentId) {
      return refuse(
        'NOT_YOUR_ORGANISATION',
        'A grouping is proposed by one of the two it joins: by the organisation, or by its parent.',
        path,
      );
    }
    const refusal = refuseParent(parentId, state, parent, on);
    if (refusal !== undefined) return refusal;
    const open = openProposal(state.grouping, parentId, on);
    if (open !== undefined) {
      return refuse(
        'GROUPING_PROPOSED',
        open.by === by
          ? 'You proposed this already; it waits for the other side’s answer.'
          : 'The other side proposed this already; accept its proposal.',
        path,
      );
    }
    const declined = state.grouping.declined[parentId];
    if (declined?.by === by && daysBetween(declined.on, on) <= DECLINED_DAYS) {
      return refuse(
        'GROUPING_DECLINED',
        `This was declined on ${declined.on}; you may propose it again from ${plusDays(declined.on, DECLINED_DAYS + 1)}, the other side at any time.`,
        path,
      );
    }
    return [{ type: 'GroupingProposed', data: { parentId, by, ...reasonGiven(reason), on } }];
  },
};

export const acceptGrouping: OrganisationRule<'AcceptGrouping'> = {
  allowed: (asked, state, consulted) =>
    refuseUnasked(asked, state, consulted) ??
    refuseGone(state, ['id']) ??
    refuseAsserted(asked, state) ??
    refuseWithSubsidiaries(consulted),
  decide({ at, data: { parentId } }, state, { named: parent }) {
    const on = dayOn(at, state);
    const refusal = refuseGone(parent, ['parentId']) ?? refuseLowerParent(parentId, parent, on);
    if (refusal !== undefined) return refusal;
    return [
      { type: 'GroupingAccepted', data: { parentId, on } },
      { type: 'OrganisationGrouped', data: { controlGroupId: parentId, on } },
    ];
  },
};

export const declineGrouping: OrganisationRule<'DeclineGrouping'> = {
  allowed: refuseUnasked,
  decide: ({ at, data: { parentId, reason } }, state) => [
    { type: 'GroupingDeclined', data: { parentId, ...reasonGiven(reason), on: dayOn(at, state) } },
  ],
};

export const dropGrouping: OrganisationRule<'DropGrouping'> = {
  allowed(asked, state, consulted) {
    const refusal = refuseAbsent(asked, state, consulted);
    if (refusal !== undefined) return refusal;
    const open = openProposal(state.grouping, asked.about, asked.on);
    if (open === undefined) return noProposal();
    return open.by === asked.actor.organisation
      ? undefined
      : refuse('NOT_YOUR_PROPOSAL', 'A proposal is taken back by whoever made it; you may decline it.', ['parentId']);
  },
  decide: ({ at, data: { parentId, reason } }, state) => [
    { type: 'GroupingDropped', data: { parentId, ...reasonGiven(reason), on: dayOn(at, state) } },
  ],
};

export const ungroupOrganisation: OrganisationRule<'UngroupOrganisation'> = {
  allowed(asked, state) {
    const parentId = parentOn(state, asked.on);
    const asParent = asked.actor.organisation === parentId && state.registered;
    const refusal = asParent ? undefined : refuseSpeaking(asked, state);
    if (refusal !== undefined) return refusal;
    return parentId === asked.id
      ? refuse('NOT_IN_A_GROUP', 'This organisation stands by itself already; there is no group to leave.')
      : refuseAsserted(asked, state);
  },
  decide({ id, at, data: { reason } }, state) {
    const on = dayOn(at, state);
    const parentId = parentOn(state, on);
    return [{ type: 'OrganisationUngrouped', data: { controlGroupId: id, parentId, reason: erasable(reason), on } }];
  },
};

/** Both must be there: the organisation, and whoever acts. */
export function refuseAbsent(asked: Intent, state: OrganisationState, consulted: Consulted) {
  return state.registered ? refuseActor(asked, state, consulted) : unknownOrganisation(asked.id, ['id']);
}

/** Whether the parent can be one, and this one's. */
export function refuseParent(parentId: string, state: OrganisationState, parent: OrganisationState, on: CalendarDate) {
  const path = ['parentId'];
  if (parentId === state.id) {
    return refuse('OWN_PARENT', 'An organisation is not its own parent; name the one that owns it.', path);
  }
  if (!parent.registered) return unknownOrganisation(parentId, path);
  const refusal = refuseGone(parent, path) ?? refuseLowerParent(parentId, parent, on);
  if (refusal !== undefined) return refusal;
  return parentOn(state, on) === parentId
    ? refuse(
        'ALREADY_IN_GROUP',
        `This organisation is in the control group of ${parent.name} already; it may leave that, or name another parent.`,
        path,
      )
    : undefined;
}

/** A parent joins no other group while it has subsidiaries. They are looked up, so that a race may pass it. */
export function refuseWithSubsidiaries({ subsidiaries }: Consulted) {
  return subsidiaries.names.length === 0
    ? undefined
    : refuse(
        'HAS_SUBSIDIARIES',
        `This organisation is the parent of ${someNames(subsidiaries)}; group these under the new parent first.`,
        ['id'],
      );
}

/** Groups are one level deep: everyone names the ultimate parent. */
function refuseLowerParent(parentId: string, parent: OrganisationState, on: CalendarDate) {
  const head = parentOn(parent, on);
  return head === parentId
    ? undefined
    : refuse(
        'PARENT_IN_ANOTHER_GROUP',
        `${parent.name} belongs to the control group of ${head} itself; name that ultimate parent.`,
        ['parentId'],
      );
}

function refuseUnasked(asked: Intent & { readonly about: string }, state: OrganisationState, consulted: Consulted) {
  const refusal = refuseAbsent(asked, state, consulted);
  if (refusal !== undefined) return refusal;
  const open = openProposal(state.grouping, asked.about, asked.on);
  if (open === undefined) return noProposal();
  const other = open.by === asked.about ? asked.id : asked.about;
  return other === asked.actor.organisation
    ? undefined
    : refuse('NOT_ASKED', 'A proposed grouping is answered by the other side; yours may take its own back.', [
        'parentId',
      ]);
}

function noProposal() {
  return refuse(
    'NO_PROPOSAL',
    'No such grouping is proposed, or the proposal has lapsed; either side may propose it, and the other accepts.',
    ['parentId'],
  );
}

/** What rests on a register is not undone by those it speaks of. */
function refuseAsserted({ scopes, on }: Intent, { memberships }: OrganisationState) {
  return membershipOn(memberships, on)?.basis !== 'ASSERTED' || scopes.includes('operator')
    ? undefined
    : refuse(
        'ASSERTED_GROUP',
        'This organisation’s group rests on a public register; the operator ends it once the register says otherwise.',
      );
}
