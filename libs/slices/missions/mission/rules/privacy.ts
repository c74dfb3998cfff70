import { reasonGiven, refuse, type Intent, type Refusal } from '@maillage/kernel';
import { PRIVACY_DAYS } from '../events.js';
import { actedOn, openPrivacy, termsOf, type MissionState } from '../state.js';
import { refuseSteering, refuseUndeclared, type MissionRule } from './shared.js';
import { refuseOpenAndPrivate, revised, stillToAgree } from './terms.js';

export const acceptPrivacy: MissionRule<'AcceptPrivacy'> = {
  allowed: (asked, state) => refuseAnswering(asked, state) ?? refuseOpened(asked, state),
  decide(command, state) {
    const organisationId = command.actor.organisation;
    const on = actedOn(command, state);
    const proposed = openPrivacy(state, on);
    if (proposed === undefined) return nothingProposed();
    const { privateFields, reason } = proposed;
    const terms = { ...termsOf(state), privateFields: [...privateFields] };
    const accepted = { type: 'PrivacyAccepted' as const, data: { organisationId, on } };
    const others = stillToAgree(state, [...proposed.accepted, organisationId]);
    return others.length === 0 ? [accepted, revised(terms, reason, on)] : [accepted];
  },
};

export const declinePrivacy: MissionRule<'DeclinePrivacy'> = {
  allowed: refuseAnswering,
  decide(command, state) {
    const on = actedOn(command, state);
    const proposedBy = openPrivacy(state, on)?.organisationId;
    if (proposedBy === undefined) return nothingProposed();
    const organisationId = command.actor.organisation;
    const said = reasonGiven(command.data.reason);
    return [{ type: 'PrivacyDeclined', data: { organisationId, proposedBy, ...said, on } }];
  },
};

export const dropPrivacy: MissionRule<'DropPrivacy'> = {
  allowed(asked, state) {
    const refusal = refuseUndeclared(asked, state);
    if (refusal !== undefined) return refusal;
    return openPrivacy(state, asked.on)?.organisationId === asked.actor.organisation ? undefined : nothingProposed();
  },
  decide(command, state) {
    const data = { organisationId: command.actor.organisation, on: actedOn(command, state) };
    return [{ type: 'PrivacyDropped', data }];
  },
};

function refuseAnswering(asked: Intent, state: MissionState) {
  const refusal = refuseSteering(asked, state, 'answer what is proposed to be private');
  if (refusal !== undefined) return refusal;
  const proposed = openPrivacy(state, asked.on);
  return proposed === undefined || proposed.accepted.includes(asked.actor.organisation) ? nothingProposed() : undefined;
}

/** It may have been opened to all since it was proposed. */
function refuseOpened({ on }: Intent, state: MissionState) {
  const { openInvitation } = state;
  return refuseOpenAndPrivate({ openInvitation, privateFields: [...(openPrivacy(state, on)?.privateFields ?? [])] });
}

function nothingProposed(): Refusal<'NO_PRIVACY_PROPOSED'> {
  return refuse(
    'NO_PRIVACY_PROPOSED',
    `No proposal to keep further texts private waits for your organisation; a backbone makes one by revising the mission, and it stands for ${String(PRIVACY_DAYS)} days.`,
  );
}
