import { erasable, plusDays, reasonGiven, refuse, type CalendarDate, type Intent } from '@maillage/kernel';
import { sameGroup } from '@maillage/directory';
import { hasRole } from '@maillage/missions';
import { DISPUTE_DAYS } from '../events.js';
import {
  acceptedCounterparties,
  actedOn,
  isBound,
  type ContributionState,
  type MadeCommitment,
  type Statement,
} from '../state.js';
import { refuseOwn, refuseRetracted, unknownContribution } from './attested.js';
import type { Consulted, Objection, StandingRule } from './shared.js';

/** Open at one time, of one control group, against one giver: disputes of one mission, objections of all. */
export const MOST_OPEN = 3;

export const disputeContribution: StandingRule<'DisputeContribution'> = {
  allowed(asked, state, consulted) {
    const { about, actor, on } = asked;
    const found = state.contributions[about];
    if (found === undefined) return unknownContribution(about);
    return (
      refuseOwn(found, actor.organisation) ??
      refuseGroupOfGiver(asked, consulted) ??
      refuseBystander(actor.organisation, on, state, consulted) ??
      refuseRetracted(found) ??
      refuseRepeated(found, on, consulted) ??
      refuseSettled(consulted) ??
      refuseMore(consulted)
    );
  },
  decide(command, state) {
    const { contributionId, reason } = command.data;
    const contributorId = state.contributions[contributionId]?.contributorId;
    return [
      {
        type: 'ContributionDisputed',
        data: {
          missionId: state.missionId,
          contributionId,
          ...(contributorId === undefined ? {} : { contributorId }),
          reason: erasable(reason),
          disputedBy: command.actor.organisation,
          on: actedOn(command, state),
        },
      },
    ];
  },
};

export const withdrawDispute: StandingRule<'WithdrawDispute'> = {
  allowed({ about, actor, on }, state) {
    const found = state.contributions[about];
    if (found === undefined) return unknownContribution(about);
    const open = found.disputes.find((each) => each.by === actor.organisation && isOpen(each, on));
    return open === undefined
      ? refuse(
          'NOT_DISPUTED',
          'Your organisation has no open dispute about this contribution; there is nothing to take back.',
          ['contributionId'],
        )
      : undefined;
  },
  decide(command, state) {
    const { contributionId, reason } = command.data;
    const found = state.contributions[contributionId];
    if (found === undefined) return unknownContribution(contributionId);
    const { contributorId } = found;
    const withdrawnBy = command.actor.organisation;
    const about = { missionId: state.missionId, contributionId, contributorId };
    return [
      {
        type: 'DisputeWithdrawn',
        data: { ...about, withdrawnBy, ...reasonGiven(reason), on: actedOn(command, state) },
      },
    ];
  },
};

/** Whether a dispute still holds something up, as far as time and its author say. */
function isOpen({ on: since, withdrawnOn }: ContributionState['disputes'][number], on: CalendarDate): boolean {
  return withdrawnOn === undefined && on <= plusDays(since, DISPUTE_DAYS);
}

/** What is in dispute backs no review: a group could silence what is said of its own work. */
export function refuseGroupOfGiver({ on }: Pick<Intent, 'on'>, { actor, judged, connections }: Consulted) {
  return sameGroup(actor, judged, on, connections)
    ? refuse(
        'SAME_CONTROL_GROUP',
        'Your organisation shares a control group with the contributor, or did within the last 365 days, be it by way of others; somebody from outside it must say this.',
        ['contributionId'],
      )
    : undefined;
}

/** Whoever freezes what another gave has a stake in the promise, or keeps the mission's books, or its judgement. */
function refuseBystander(
  by: string,
  on: CalendarDate,
  state: MadeCommitment,
  { mission }: Consulted,
): Objection<'NO_STANDING'> {
  const stands =
    isBound(state, by, on) ||
    acceptedCounterparties(state, on).includes(by) ||
    hasRole(mission, by, 'EVALUATOR') ||
    hasRole(mission, by, 'BACKBONE');
  return stands
    ? undefined
    : refuse(
        'NO_STANDING',
        'A contribution is disputed by a bound promisor, by a receiver that accepted the promise, or by an evaluator or a backbone of the mission; note an objection instead, which stands beside it and is answered.',
        ['contributionId'],
      );
}

function refuseRepeated(found: ContributionState, on: CalendarDate, consulted: Consulted) {
  return isOfGroup(found.disputes, found, on, consulted)
    ? refuse(
        'ALREADY_DISPUTED',
        'Your organisation, or one of its control group, disputed this contribution as it stands already; it may be disputed anew once it is corrected. An objection may be noted beside.',
        ['contributionId'],
      )
    : undefined;
}

/** Whether a verification settles it turns on payments as well, which are looked up. */
function refuseSettled({ held }: Consulted): Objection<'ALREADY_VERIFIED'> {
  return held.settled
    ? refuse(
        'ALREADY_VERIFIED',
        'An accredited evaluator verified this contribution, and what it found stands. An objection may be noted at any time.',
        ['contributionId'],
      )
    : undefined;
}

/** They are looked up, so that a race may pass it, by no more than the racers. */
function refuseMore({ held: { open } }: Consulted): Objection<'TOO_MANY_DISPUTES'> {
  return open < MOST_OPEN
    ? undefined
    : refuse(
        'TOO_MANY_DISPUTES',
        `Your control group has ${open} open disputes with this giver in the mission; take one back, or wait until one is settled. An objection may be noted at any time.`,
        ['contributionId'],
      );
}

/** Whether one of these is about the contribution as it stands now, and by the actor's group. */
export function isOfGroup(
  statements: readonly Statement[],
  { versions }: ContributionState,
  on: CalendarDate,
  { actor, speakers, connections }: Consulted,
): boolean {
  const current = statements.filter(({ version }) => version === versions.length);
  return current.some(({ by }) => speakers.some((each) => each.id === by && sameGroup(actor, each, on, connections)));
}
