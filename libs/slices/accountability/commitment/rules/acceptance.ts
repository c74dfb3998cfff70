import { erasable, reasonAbout, refuse, type Intent, type Refusal } from '@maillage/kernel';
import { evidenceToRecord } from '@maillage/evidence';
import { hasRole } from '@maillage/missions';
import {
  acceptanceBy,
  actedOn,
  hasAccepted,
  isLapsed,
  isParty,
  isPassedOver,
  lapsesAfter,
  openAmendment,
  partyState,
  type MadeCommitment,
} from '../state.js';
import { acceptedAmendment, isAskedToAmend } from './amendment.js';
import {
  concernedBy,
  isTied,
  refuseDissolved,
  refuseStranger,
  refuseSuspended,
  refuseWithdrawn,
  type Consulted,
  type Objection,
  type StandingRule,
} from './shared.js';

/** What a party says to a promise that names it. Nothing follows from silence, nor from a no. */
export const acceptCommitment: StandingRule<'AcceptCommitment'> = {
  allowed: (asked, state, consulted) =>
    isAskedToAmend(state, asked.actor.organisation, asked.on)
      ? (refuseWithdrawn(state) ?? refuseAsBackbone(asked, state, consulted))
      : refuseAnswer(asked, state, consulted),
  decide(command, state) {
    const { termsVersion } = command.data;
    const [by, on] = [command.actor.organisation, actedOn(command, state)];
    const amendment = openAmendment(state, on);
    if (amendment?.version === termsVersion) {
      return amendment.acceptedBy.includes(by) ? answered() : acceptedAmendment(state, amendment, { by, on });
    }
    const accepted = acceptanceBy(state, by, on);
    return (
      refuseVersion(termsVersion, state, accepted.length > 0 ? state.version : (amendment?.version ?? state.version)) ??
      accepted
    );
  },
};

function refuseAnswer(asked: Intent, state: MadeCommitment, consulted: Consulted) {
  return (
    refuseNoParty(asked, state) ??
    refuseWithdrawn(state) ??
    refuseLapsed(asked, state) ??
    refusePassedOver(asked, state) ??
    refuseReleased(asked, state) ??
    refuseNewPromisor(asked, state, consulted) ??
    (acceptanceBy(state, asked.actor.organisation, asked.on).length > 0 ? undefined : answered())
  );
}

function answered(): Refusal<'ALREADY_ANSWERED'> {
  return refuse('ALREADY_ANSWERED', 'Your organisation has accepted these terms already; nothing is open to accept.');
}

/** A backbone answers a change in the place of counterparties, and so long as it has no tie to any party. */
function refuseAsBackbone(
  { actor: { organisation }, on }: Intent,
  state: MadeCommitment,
  consulted: Consulted,
): Objection<'NOT_A_PARTY' | 'SAME_CONTROL_GROUP'> {
  if (isParty(state, organisation)) return undefined;
  if (!hasRole(consulted.mission, organisation, 'BACKBONE')) {
    return refuse('NOT_A_PARTY', 'Your organisation is no backbone of the mission any more; another one answers.');
  }
  return isTied(consulted, on)
    ? refuse(
        'SAME_CONTROL_GROUP',
        'Your organisation shares a control group with a party to this promise, or did within the last 365 days, be it by way of others; a backbone without such a tie answers.',
      )
    : undefined;
}

export const declineCommitment: StandingRule<'DeclineCommitment'> = {
  allowed: (asked, state, consulted) =>
    isAskedToAmend(state, asked.actor.organisation, asked.on)
      ? (refuseWithdrawn(state) ?? refuseAsBackbone(asked, state, consulted))
      : (refuseNoParty(asked, state) ??
        refuseWithdrawn(state) ??
        refuseLapsed(asked, state) ??
        refusePassedOver(asked, state) ??
        refuseReleased(asked, state) ??
        (partyState(state, asked.actor.organisation, asked.on) === 'PROPOSED'
          ? undefined
          : refuse(
              'ALREADY_ANSWERED',
              'Your organisation has answered this proposal already. What it declined it may still accept.',
            ))),
  decide(command, state, consulted) {
    const { termsVersion, reason } = command.data;
    const [organisationId, on] = [command.actor.organisation, actedOn(command, state)];
    const amendment = isAskedToAmend(state, organisationId, on) ? openAmendment(state, on) : undefined;
    const refusal = refuseVersion(termsVersion, state, amendment?.version ?? state.version);
    if (refusal !== undefined) return refusal;
    const { missionId } = state;
    const said = reasonAbout(concernedBy(state, consulted, organisationId), reason);
    return [{ type: 'CommitmentDeclined', data: { missionId, organisationId, termsVersion, ...said, on } }];
  },
};

/** How it is going. A promisor that left the mission, or is suspended, still tells. */
export const noteProgress: StandingRule<'NoteProgress'> = {
  allowed(asked, state) {
    const by = asked.actor.organisation;
    const refusal = refuseWithdrawn(state);
    if (refusal !== undefined) return refusal;
    return state.promisorIds.includes(by) && hasAccepted(state, by)
      ? undefined
      : refuse(
          'NOT_A_PROMISOR',
          'Progress is told by a promisor that has accepted the promise; accept it first, or object to what was given.',
        );
  },
  decide(command, state, consulted) {
    const organisationId = command.actor.organisation;
    const { noteId = command.commandId, text, evidence } = command.data;
    if (state.notes.includes(noteId)) {
      return refuse('NOTE_EXISTS', 'A note has this id already; choose another.', ['noteId']);
    }
    return [
      {
        type: 'ProgressNoted',
        data: {
          missionId: state.missionId,
          noteId,
          organisationId,
          text: erasable(text),
          concernedIds: concernedBy(state, consulted, organisationId),
          evidence: evidenceToRecord(evidence, consulted.mission.privateFields.length > 0),
          on: actedOn(command, state),
        },
      },
    ];
  },
};

function refuseNoParty({ actor }: Intent, { parties }: MadeCommitment): Objection<'NOT_A_PARTY'> {
  return parties[actor.organisation] === undefined
    ? refuse('NOT_A_PARTY', 'This promise does not name your organisation; it has nothing to answer here.')
    : undefined;
}

export function refuseLapsed({ on }: Pick<Intent, 'on'>, state: MadeCommitment): Objection<'PROPOSAL_LAPSED'> {
  return isLapsed(state, on)
    ? refuse(
        'PROPOSAL_LAPSED',
        `Nobody accepted this proposal by ${lapsesAfter(state)}, so it binds nobody; make a promise of your own instead.`,
      )
    : undefined;
}

/** Whoever did not take the place of one that exists no more in its time. */
export function refusePassedOver(
  { actor, on }: Pick<Intent, 'actor' | 'on'>,
  { parties }: MadeCommitment,
): Objection<'PROPOSAL_LAPSED'> {
  const party = parties[actor.organisation];
  if (party === undefined || !isPassedOver(party, on)) return undefined;
  return refuse(
    'PROPOSAL_LAPSED',
    `Your organisation was asked until ${party.answerUntil} to take the place of ${party.inPlaceOf}, and did not accept by then; make a promise of your own, or have one made to you.`,
  );
}

function refuseReleased({ actor }: Intent, { parties }: MadeCommitment): Objection<'PARTY_RELEASED'> {
  return parties[actor.organisation]?.answer === 'RELEASED'
    ? refuse('PARTY_RELEASED', 'Your organisation left this promise; make a new one instead.')
    : undefined;
}

/** Accepting as a promisor is promising, and so is acting as one: it takes a member that is not suspended. */
export function refuseNewPromisor(
  { actor: { organisation }, on }: Pick<Intent, 'actor' | 'on'>,
  state: MadeCommitment,
  { mission, actor }: Consulted,
) {
  const party = state.parties[organisation];
  if (party?.part !== 'PROMISOR' || party.answer === 'ACCEPTED') return undefined;
  return (
    refuseDissolved(actor, []) ?? refuseStranger(organisation, mission) ?? refuseSuspended(organisation, on, mission)
  );
}

/**
 * Acting on a promise accepts what is in force: whoever says what it has read accepts nothing else.
 * @param accepting what the act accepts; where that is nothing, whatever was read will do.
 */
export function refuseOther(
  version: number | undefined,
  accepting: readonly unknown[],
  state: MadeCommitment,
): Objection<'VERSION_SUPERSEDED'> {
  return version === undefined || accepting.length === 0 ? undefined : refuseVersion(version, state, state.version);
}

/** What is accepted or declined is what is in force, or the change that is open: whoever was shown other terms reads those. */
function refuseVersion(version: number, state: MadeCommitment, answerable: number): Objection<'VERSION_SUPERSEDED'> {
  if (version === answerable) return undefined;
  const which = answerable === state.version ? 'in force' : 'proposed';
  return refuse(
    'VERSION_SUPERSEDED',
    `Version ${answerable} of the terms is ${which}, not ${version}; read it, and answer that one.`,
    ['termsVersion'],
  );
}
