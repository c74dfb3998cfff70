import { plusDays, reasonGiven, refuse, type Intent, type Refusal } from '@maillage/kernel';
import { unknownOrganisation } from '@maillage/directory';
import { HANDOVER_DAYS } from '../events.js';
import { actedOn, hasRole, openHandover, type MissionState } from '../state.js';
import { refuseSteering, refuseUndeclared, type MissionRule } from './shared.js';

export const proposeHandover: MissionRule<'ProposeBackboneHandover'> = {
  allowed(asked, state) {
    const refusal = refuseSteering(asked, state, 'hand over its place');
    if (refusal !== undefined) return refusal;
    const open = openHandover(state, asked.on);
    return open === undefined
      ? undefined
      : refuse(
          'HANDOVER_OPEN',
          `A place is offered to ${open.successorId} until ${plusDays(open.on, HANDOVER_DAYS)}; whoever offered it may take it back.`,
        );
  },
  decide(command, state, { organisation }) {
    const { successorId } = command.data;
    const organisationId = command.actor.organisation;
    const path = ['successorId'];
    if (!organisation.registered) return unknownOrganisation(successorId, path);
    if (hasRole(state, successorId, 'BACKBONE')) {
      return refuse(
        'ALREADY_MEMBER',
        `${organisation.name} is a backbone already; name another organisation, or leave the mission to it.`,
        path,
      );
    }
    const on = actedOn(command, state);
    return [{ type: 'BackboneHandoverProposed', data: { organisationId, successorId, on } }];
  },
};

export const dropHandover: MissionRule<'DropBackboneHandover'> = {
  allowed(asked, state) {
    const refusal = refuseUndeclared(asked, state);
    if (refusal !== undefined) return refusal;
    const offered = openHandover(state, asked.on)?.organisationId === asked.actor.organisation;
    return offered ? undefined : nothingOffered('Your organisation offers its place to nobody');
  },
  decide(command, state) {
    const data = { organisationId: command.actor.organisation, on: actedOn(command, state) };
    return [{ type: 'BackboneHandoverDropped', data }];
  },
};

export const acceptHandover: MissionRule<'AcceptBackboneHandover'> = {
  allowed: refuseAnswering,
  decide(command, state) {
    const successorId = command.actor.organisation;
    const organisationId = state.handover?.organisationId;
    if (organisationId === undefined) return nothingOffered(NOT_OFFERED);
    const on = actedOn(command, state);
    return [
      {
        type: 'MissionJoined',
        data: { organisationId: successorId, role: 'BACKBONE', byInvitation: true, evidence: [], on },
      },
      { type: 'BackboneHandedOver', data: { organisationId, successorId, on } },
    ];
  },
};

export const declineHandover: MissionRule<'DeclineBackboneHandover'> = {
  allowed: refuseAnswering,
  decide(command, state) {
    const { reason } = command.data;
    const organisationId = state.handover?.organisationId;
    if (organisationId === undefined) return nothingOffered(NOT_OFFERED);
    const data = {
      organisationId,
      successorId: command.actor.organisation,
      ...reasonGiven(reason),
      on: actedOn(command, state),
    };
    return [{ type: 'BackboneHandoverDeclined', data }];
  },
};

const NOT_OFFERED = 'Nobody offers your organisation the place of a backbone';

function refuseAnswering(asked: Intent, state: MissionState) {
  const refusal = refuseUndeclared(asked, state);
  if (refusal !== undefined) return refusal;
  return openHandover(state, asked.on)?.successorId === asked.actor.organisation
    ? undefined
    : nothingOffered(NOT_OFFERED);
}

function nothingOffered(why: string): Refusal<'NO_HANDOVER_OPEN'> {
  return refuse('NO_HANDOVER_OPEN', `${why}; a backbone may offer its own, for ${String(HANDOVER_DAYS)} days.`);
}
