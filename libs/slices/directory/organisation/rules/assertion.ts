import { erasable, refuse, type CalendarDate, type Intent } from '@maillage/kernel';
import { countsFrom } from '../grouping.arithmetic.js';
import type { OrganisationState } from '../state.js';
import { refuseAbsent, refuseParent, refuseWithSubsidiaries } from './grouping.js';
import { dayOn, refuseGone, refuseOperating, type OrganisationRule } from './shared.js';

export const assertGrouping: OrganisationRule<'AssertGrouping'> = {
  allowed: (asked, state, consulted) =>
    refuseOperating(asked, state, consulted) ??
    refuseGone(state, ['id']) ??
    refuseOpen(state, asked.on) ??
    refuseWithSubsidiaries(consulted),
  decide({ at, data }, state, { named: parent }) {
    const on = dayOn(at, state);
    return refuseParent(data.parentId, state, parent, on) ?? [{ type: 'GroupingAsserted', data: { ...data, on } }];
  },
};

export const contestGrouping: OrganisationRule<'ContestGrouping'> = {
  allowed(asked, state, consulted) {
    const refusal = refuseAbsent(asked, state, consulted);
    if (refusal !== undefined) return refusal;
    const by = asked.actor.organisation;
    if (by !== asked.id && by !== asked.about) {
      return refuse(
        'NOT_YOUR_ORGANISATION',
        'An assertion is contested by one of the two organisations it joins; tell them, or the operator.',
        ['parentId'],
      );
    }
    return (
      refuseUnasserted(asked, state) ??
      (state.grouping.assertion?.contested === true
        ? refuse(
            'ALREADY_CONTESTED',
            'This is contested already; it does not count unless a case upholds it, and nothing more is needed.',
          )
        : undefined)
    );
  },
  decide: ({ at, data: { parentId, reason } }, state) => [
    { type: 'GroupingContested', data: { parentId, reason: erasable(reason), on: dayOn(at, state) } },
  ],
};

export const dropGroupingAssertion: OrganisationRule<'DropGroupingAssertion'> = {
  allowed: (asked, state, consulted) => refuseOperating(asked, state, consulted) ?? refuseUnasserted(asked, state),
  decide: ({ at, data: { parentId, reason } }, state) => [
    { type: 'GroupingAssertionDropped', data: { parentId, reason: erasable(reason), on: dayOn(at, state) } },
  ],
};

/** One at a time: whoever is asserted to belong to two groups could not tell which to contest. */
function refuseOpen({ grouping: { assertion } }: OrganisationState, on: CalendarDate) {
  return assertion === null || (!assertion.contested && on >= countsFrom(assertion.on))
    ? undefined
    : refuse(
        'ASSERTION_OPEN',
        `You asserted a grouping on ${assertion.on} that ${assertion.contested ? 'is contested' : 'does not count yet'}; take it back first.`,
      );
}

/** A contested one stays where it is until it is taken back, or a case upholds it. */
function refuseUnasserted({ about, on }: Intent, { grouping: { assertion } }: OrganisationState) {
  if (assertion === null || assertion.parentId !== about) {
    return refuse('NO_ASSERTION', 'The operator has asserted no such grouping; there is nothing to contest.', [
      'parentId',
    ]);
  }
  const from = countsFrom(assertion.on);
  return assertion.contested || on < from
    ? undefined
    : refuse(
        'CONTEST_OVER',
        `Nobody contested this in time, and it counts since ${from}; the operator ends it once the register says otherwise.`,
        ['parentId'],
      );
}
