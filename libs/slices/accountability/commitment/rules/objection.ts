import { daysBetween, erasable, reasonGiven, refuse, type CalendarDate } from '@maillage/kernel';
import { actedOn, hasAccepted, type MadeCommitment, type Objection as Noted } from '../state.js';
import { refuseOwn, refuseRetracted, unknownContribution } from './attested.js';
import { isOfGroup, MOST_OPEN, refuseGroupOfGiver } from './dispute.js';
import { refuseStranger, type Consulted, type StandingRule } from './shared.js';

/** Whoever joined a mission to say something of one of its members says it later. */
const MEMBER_DAYS = 30;

export const noteObjection: StandingRule<'NoteObjection'> = {
  allowed(asked, state, consulted) {
    const { about, actor, on } = asked;
    const found = state.contributions[about];
    if (found === undefined) return unknownContribution(about);
    return (
      refuseOwn(found, actor.organisation) ??
      refuseGroupOfGiver(asked, consulted) ??
      refuseNewcomer(actor.organisation, on, state, consulted) ??
      refuseRetracted(found) ??
      (isOfGroup(found.objections, found, on, consulted)
        ? refuse(
            'ALREADY_OBJECTED',
            'Your organisation, or one of its control group, objected to this contribution as it stands already; it may object anew once it is corrected.',
            ['contributionId'],
          )
        : undefined) ??
      refuseMore(consulted)
    );
  },
  decide(command, state) {
    const { contributionId, reason, objectionId = command.commandId } = command.data;
    const found = state.contributions[contributionId];
    if (found === undefined) return unknownContribution(contributionId);
    if (objectionOf(state, objectionId) !== undefined) {
      return refuse('OBJECTION_EXISTS', 'An objection has this id already; choose another.', ['objectionId']);
    }
    const { contributorId } = found;
    const objectedBy = command.actor.organisation;
    const on = actedOn(command, state);
    const data = { missionId: state.missionId, contributionId, objectionId, contributorId, objectedBy, on };
    return [{ type: 'ObjectionNoted', data: { ...data, reason: erasable(reason) } }];
  },
};

export const answerObjection: StandingRule<'AnswerObjection'> = {
  allowed({ about, actor }, state) {
    const found = objectionOf(state, about);
    if (found === undefined) return unknownObjection(about);
    if (found.contributorId !== actor.organisation) {
      return refuse(
        'NOT_YOURS_TO_ANSWER',
        'An objection is answered by the organisation whose contribution it is about; yours may note one of its own.',
        ['objectionId'],
      );
    }
    return found.objection.withdrawnOn === undefined ? undefined : objectionWithdrawn(found.objection.withdrawnOn);
  },
  decide(command, state) {
    const { objectionId, answer } = command.data;
    const found = objectionOf(state, objectionId);
    if (found === undefined) return unknownObjection(objectionId);
    const about = { missionId: state.missionId, contributionId: found.contributionId, objectionId };
    const objectedBy = found.objection.by;
    const on = actedOn(command, state);
    return [{ type: 'ObjectionAnswered', data: { ...about, objectedBy, answer: erasable(answer), on } }];
  },
};

export const withdrawObjection: StandingRule<'WithdrawObjection'> = {
  allowed({ about, actor }, state) {
    const found = objectionOf(state, about);
    if (found === undefined) return unknownObjection(about);
    if (found.objection.by !== actor.organisation) {
      return refuse(
        'NOT_YOUR_OBJECTION',
        'An objection is taken back by the organisation that noted it; the giver may answer it.',
        ['objectionId'],
      );
    }
    return found.objection.withdrawnOn === undefined ? undefined : objectionWithdrawn(found.objection.withdrawnOn);
  },
  decide(command, state) {
    const { objectionId, reason } = command.data;
    const found = objectionOf(state, objectionId);
    if (found === undefined) return unknownObjection(objectionId);
    const { contributionId, contributorId } = found;
    const about = { missionId: state.missionId, contributionId, objectionId, contributorId };
    return [{ type: 'ObjectionWithdrawn', data: { ...about, ...reasonGiven(reason), on: actedOn(command, state) } }];
  },
};

/** A party that accepted has a part in it whenever it came; others say what they see once they have been members for a while. */
function refuseNewcomer(by: string, on: CalendarDate, state: MadeCommitment, { mission }: Consulted) {
  if (hasAccepted(state, by)) return undefined;
  const stranger = refuseStranger(by, mission);
  if (stranger !== undefined) return stranger;
  const since = mission.memberSince[by];
  return since !== undefined && daysBetween(since, on) >= MEMBER_DAYS
    ? undefined
    : refuse(
        'MEMBER_TOO_RECENT',
        `An objection is noted by those that have been members for ${MEMBER_DAYS} days; your organisation joined on ${since ?? on}. It may corroborate, review or ask the giver before.`,
        ['contributionId'],
      );
}

/** They are looked up, so that a race may pass it, by no more than the racers. */
function refuseMore({ held: { open } }: Consulted) {
  return open < MOST_OPEN
    ? undefined
    : refuse(
        'TOO_MANY_OBJECTIONS',
        `Your control group has ${open} open objections to this giver; take one back, or wait for an answer.`,
        ['contributionId'],
      );
}

interface Found {
  readonly contributionId: string;
  readonly contributorId: string;
  readonly objection: Noted;
}

function objectionOf({ contributions }: MadeCommitment, id: string): Found | undefined {
  for (const [contributionId, { contributorId, objections }] of Object.entries(contributions)) {
    const objection = objections.find((each) => each.id === id);
    if (objection !== undefined) return { contributionId, contributorId, objection };
  }
  return undefined;
}

function unknownObjection(id: string) {
  return refuse('UNKNOWN_OBJECTION', `No objection ${id} is noted on this commitment; name one that is.`, [
    'objectionId',
  ]);
}

function objectionWithdrawn(on: CalendarDate) {
  return refuse('OBJECTION_WITHDRAWN', `This objection was taken back on ${on}; there is nothing left to say to it.`, [
    'objectionId',
  ]);
}
