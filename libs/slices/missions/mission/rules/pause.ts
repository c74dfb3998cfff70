import { erasable, plusDays, reasonAbout, refuse, type CalendarDate, type Refusal } from '@maillage/kernel';
import { actedOn, concernedIn, pauseInForce, type MissionState } from '../state.js';
import { refuseClosed, refuseSteering, type MissionRule } from './shared.js';

/** From its beginning until the mission is looked at anew. */
const MOST_DAYS = 90;
/** After one has ended: else a mission could be paused for good, a while at a time. */
const REST_DAYS = 30;

export const pauseMission: MissionRule<'PauseMission'> = {
  allowed(asked, state) {
    const refusal = refuseSteering(asked, state, 'pause it') ?? refuseClosed(state);
    if (refusal !== undefined) return refusal;
    const pause = pauseInForce(state);
    return pause === undefined
      ? refuseLately(state, asked.on)
      : refuse('PAUSED_ALREADY', `${state.title} is paused since ${pause.pausedOn}; resume or close it first.`);
  },
  decide(command, state) {
    const { reason, reassessBy } = command.data;
    const organisationId = command.actor.organisation;
    const on = actedOn(command, state);
    return (
      refuseReassessment(reassessBy, on) ?? [
        {
          type: 'MissionPaused',
          data: { organisationId, ...reasonAbout(concernedIn(state, organisationId), reason), reassessBy, on },
        },
      ]
    );
  },
};

function refuseLately({ pause, title }: MissionState, on: CalendarDate): Refusal<'PAUSED_LATELY'> | undefined {
  if (pause?.resumedOn === undefined) return undefined;
  const again = plusDays(pause.resumedOn, REST_DAYS);
  return on >= again
    ? undefined
    : refuse('PAUSED_LATELY', `${title} goes on since ${pause.resumedOn}; it may be paused again from ${again} on.`);
}

function refuseReassessment(
  reassessBy: CalendarDate,
  on: CalendarDate,
): Refusal<'REASSESS_IN_PAST' | 'REASSESS_TOO_LATE'> | undefined {
  const latest = plusDays(on, MOST_DAYS);
  if (reassessBy <= on) {
    return refuse(
      'REASSESS_IN_PAST',
      `A pause ends later than it begins; name a day after ${on}, ${latest} at the latest.`,
      ['reassessBy'],
    );
  }
  return reassessBy <= latest
    ? undefined
    : refuse('REASSESS_TOO_LATE', `A pause is looked at anew within 90 days; name a day up to ${latest}.`, [
        'reassessBy',
      ]);
}

export const resumeMission: MissionRule<'ResumeMission'> = {
  allowed(asked, state) {
    const refusal = refuseSteering(asked, state, 'resume it') ?? refuseClosed(state);
    if (refusal !== undefined) return refusal;
    return pauseInForce(state) === undefined
      ? refuse('NOT_PAUSED', `${state.title} is not paused; it goes on, and there is nothing to resume.`)
      : undefined;
  },
  decide(command, state) {
    const { outcome, learned } = command.data;
    const organisationId = command.actor.organisation;
    const on = actedOn(command, state);
    const pausedOn = pauseInForce(state)?.pausedOn ?? on;
    const said = learnedAmong(state, organisationId, learned);
    return [{ type: 'MissionResumed', data: { organisationId, pausedOn, outcome, ...said, on } }];
  },
};

export const closeMission: MissionRule<'CloseMission'> = {
  allowed: (asked, state) => refuseSteering(asked, state, 'close it') ?? refuseClosed(state),
  decide(command, state) {
    const { outcome, learned } = command.data;
    const organisationId = command.actor.organisation;
    const pause = pauseInForce(state);
    const ended = pause === undefined ? {} : { pausedOn: pause.pausedOn };
    const said = learnedAmong(state, organisationId, learned);
    return [
      { type: 'MissionClosed', data: { organisationId, ...ended, outcome, ...said, on: actedOn(command, state) } },
    ];
  },
};

/** What was learnt may speak of those that steered the mission with it: they may have it erased. */
function learnedAmong(state: MissionState, by: string, learned: string) {
  return { learned: erasable(learned), concernedIds: concernedIn(state, by) };
}
