import { erasable, plusDays, refuse, type CalendarDate, type Refusal } from '@maillage/kernel';
import { sameGroup } from '@maillage/directory';
import { FOLLOWING_DAYS } from '../agreement.arithmetic.js';
import { actedOn, freeUntil, isBound, hasAccepted, type MadeCommitment } from '../state.js';
import { refuseWithdrawn, type Consulted, type StandingRule } from './shared.js';

// How an organisation leaves a promise, for itself alone: CONSENT.md, section 1.

export const releaseParty: StandingRule<'ReleaseParty'> = {
  allowed({ actor, on }, state, consulted) {
    const by = actor.organisation;
    const refusal = refuseWithdrawn(state);
    if (refusal !== undefined) return refusal;
    if (!hasAccepted(state, by)) {
      return refuse(
        'NOT_ACCEPTED',
        'Your organisation leaves a promise that it accepted. What it was only asked to accept, it may decline.',
      );
    }
    return isBound(state, by, on) ? refuseLate(on, state, consulted) : undefined;
  },
  decide(command, state) {
    const organisationId = command.actor.organisation;
    const { reason } = command.data;
    const on = actedOn(command, state);
    return [
      { type: 'PartyReleased', data: { missionId: state.missionId, organisationId, reason: erasable(reason), on } },
    ];
  },
};

/** A promisor leaves in good time, or soon after another did, and never once it is due. */
function refuseLate(
  on: CalendarDate,
  state: MadeCommitment,
  consulted: Consulted,
): Refusal<'NOTICE_PASSED' | 'AFTER_DUE'> | undefined {
  const { dueOn } = state.terms;
  const until = freeUntil(state, on);
  if (dueOn === undefined || until === undefined || on <= until) return undefined;
  const instead = 'a promisor may propose a settlement: more time, or to leave it at that.';
  if (on > dueOn)
    return refuse('AFTER_DUE', `This commitment was due on ${dueOn}, and nobody leaves it any more; ${instead}`);
  if (mayFollow(on, state, consulted)) return undefined;
  return refuse(
    'NOTICE_PASSED',
    `The time to leave this promise ended on ${until}. Your organisation may propose a change that the others accept; once it is due, ${instead}`,
  );
}

/** One of its own group leaving is no reason to follow: it would be a way out that everybody has at hand. */
function mayFollow(
  on: CalendarDate,
  { parties, promisorIds }: MadeCommitment,
  { actor, promisors }: Consulted,
): boolean {
  return promisorIds.some((id, n) => {
    const [leftOn, other] = [parties[id]?.releasedOn, promisors[n]];
    if (leftOn === undefined || other === undefined || on > plusDays(leftOn, FOLLOWING_DAYS)) return false;
    return !sameGroup(actor, other, on);
  });
}
