import { plusDays, reasonAbout, refuse, type CalendarDate, type Refusal } from '@maillage/kernel';
import { notTheOperator, sameGroup } from '@maillage/directory';
import { FOLLOWING_DAYS } from '../agreement.arithmetic.js';
import { daysToAnswer } from '../events.js';
import {
  actedOn,
  freeUntil,
  hasAccepted,
  isBound,
  openAmendment,
  openSettlement,
  openSuccessions,
  tyingParties,
  type MadeCommitment,
} from '../state.js';
import { agreedWithout, isAskedToAmend } from './amendment.js';
import {
  concernedBy,
  refuseWithdrawn,
  unknownCommitment,
  type CommitmentRule,
  type Consulted,
  type StandingRule,
} from './shared.js';

// How an organisation leaves a promise, for itself alone: a promisor in good time, a counterparty whenever it likes.

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
  decide(command, state, consulted) {
    const organisationId = command.actor.organisation;
    const { missionId } = state;
    const on = actedOn(command, state);
    const said = reasonAbout(concernedBy(state, consulted, organisationId), command.data.reason);
    const data = { missionId, organisationId, ...waitingFor(organisationId, state, on), ...said, on };
    return [{ type: 'PartyReleased', data }, ...agreedWithout(organisationId, state, on)];
  },
};

/** What follows for a promise where one that it names exists no more. The directory knows; here it is put on record. */
export const releaseDissolved: CommitmentRule<'ReleaseDissolved'> = {
  allowed({ id, scopes }, state) {
    if (!scopes.includes('operator')) return notTheOperator();
    return state.made ? refuseWithdrawn(state) : unknownCommitment(id);
  },
  decide(command, state, { judged }) {
    if (!state.made) throw new Error(`${command.type} is decided although no commitment stands.`);
    const { organisationId } = command.data;
    const path = ['organisationId'];
    const party = state.parties[organisationId];
    if (party === undefined)
      return refuse('NOT_A_PARTY', `This promise does not name ${organisationId}; name one of its parties.`, path);
    if (judged.dissolved === undefined) {
      return refuse('NOT_DISSOLVED', `${judged.name} exists; it leaves a promise by itself.`, path);
    }
    if (party.answer === 'DECLINED' || party.answer === 'RELEASED') {
      return refuse(
        'ALREADY_ANSWERED',
        `${judged.name} is out of this promise already; nothing is left to do for it here.`,
        path,
      );
    }
    const on = actedOn(command, state);
    const { on: dissolvedOn, successorId } = judged.dissolved;
    const data = {
      missionId: state.missionId,
      organisationId,
      dissolvedOn,
      ...succession(organisationId, successorId, state, on),
      ...waitingFor(organisationId, state, on),
      on,
    };
    return [{ type: 'PartyDissolved', data }, ...agreedWithout(organisationId, state, on)];
  },
};

/**
 * Who is asked to take the place of one that had accepted, or was asked to take such a place itself, and until when. Nobody
 * is to promise what is due already: that would bind it to nothing.
 */
function succession(
  organisationId: string,
  successorId: string | undefined,
  state: MadeCommitment,
  on: CalendarDate,
): { readonly successorId?: string; readonly until?: CalendarDate } {
  const party = state.parties[organisationId];
  const held = party?.answer === 'ACCEPTED' || openSuccessions(state, on).includes(organisationId);
  if (!held || successorId === undefined || state.parties[successorId] !== undefined) return {};
  const days = daysToAnswer(on, party?.part === 'PROMISOR' ? state.terms.dueOn : undefined);
  return days < 0 ? {} : { successorId, until: plusDays(on, days) };
}

/** What waits for the word of one that is about to leave. */
function waitingFor(
  id: string,
  state: MadeCommitment,
  on: CalendarDate,
): { readonly termsVersion?: number; readonly settlementId?: string } {
  const [amendment, settlement] = [openAmendment(state, on), openSettlement(state, on)];
  const settles =
    settlement?.mustAccept.includes(id) === true &&
    !settlement.accepted.some(({ organisationId }) => organisationId === id);
  return {
    ...(amendment !== undefined && isAskedToAmend(state, id, on) ? { termsVersion: amendment.version } : {}),
    ...(settles ? { settlementId: settlement.id } : {}),
  };
}

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

/**
 * Whom it follows was bound. One of its own group leaving is no reason to: it would be a way out that everybody has at hand.
 * The time begins when others could know.
 */
function mayFollow(on: CalendarDate, state: MadeCommitment, { actor, promisors, connections }: Consulted): boolean {
  return tyingParties(state).promisorIds.some((id, n) => {
    const [party, other] = [state.parties[id], promisors[n]];
    const { boundOn, leavingHeardOn: heardOn } = party ?? {};
    if (boundOn === undefined || heardOn === undefined || other === undefined) return false;
    return on <= plusDays(heardOn, FOLLOWING_DAYS) && !sameGroup(actor, other, on, connections);
  });
}
