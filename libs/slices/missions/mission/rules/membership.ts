import { reasonAbout, refuse, sourceToRecord, type Refusal } from '@maillage/kernel';
import { unknownOrganisation } from '@maillage/directory';
import { evidenceToRecord } from '@maillage/evidence';
import type { MissionCommandOf } from '../commands.js';
import { ROLES, type Role } from '../events.js';
import { actedOn, backbonesOf, concernedIn, hasRole, holds, isInvited, isMember, type MissionState } from '../state.js';
import { notAMember, refuseClosed, refuseSteering, refuseUndeclared, type MissionRule } from './shared.js';

/** Roles that judge or steer the mission are never simply taken, however open it is. */
const OPEN_ROLES: readonly Role[] = ['MEMBER', 'FUNDER'];

export const inviteOrganisation: MissionRule<'InviteOrganisation'> = {
  allowed: (asked, state) => refuseSteering(asked, state, 'invite organisations') ?? refuseClosed(state),
  decide(command, state, { organisation }) {
    const { organisationId, role } = command.data;
    if (!organisation.registered) return unknownOrganisation(organisationId, ['organisationId']);
    if (isSettledAs(state, organisationId, role)) return alreadyMember(state, organisation.name, role);
    if (isInvited(state, organisationId, role)) {
      return refuse(
        'ALREADY_INVITED',
        `${organisation.name} has an open invitation as ${role} already; wait for its answer, or take that back.`,
        ['role'],
      );
    }
    return [{ type: 'OrganisationInvited', data: { organisationId, role, on: actedOn(command, state) } }];
  },
};

export const withdrawInvitation: MissionRule<'WithdrawInvitation'> = {
  allowed: (asked, state) => refuseSteering(asked, state, 'withdraw an invitation'),
  decide(command, state) {
    const { organisationId, role } = command.data;
    return isInvited(state, organisationId, role)
      ? [{ type: 'InvitationWithdrawn', data: { organisationId, role, on: actedOn(command, state) } }]
      : refuse('NOT_INVITED', `${organisationId} has no open invitation as ${role}; only an open one is withdrawn.`, [
          'organisationId',
        ]);
  },
};

export const declineInvitation: MissionRule<'DeclineInvitation'> = {
  allowed(asked, state) {
    const refusal = refuseUndeclared(asked, state);
    if (refusal !== undefined) return refusal;
    return state.invitations[asked.actor.organisation] === undefined ? nothingToDecline('') : undefined;
  },
  decide(command, state) {
    const { role, reason } = command.data;
    const organisationId = command.actor.organisation;
    if (!isInvited(state, organisationId, role)) return nothingToDecline(` as ${role}`);
    const said = reasonAbout(concernedIn(state, organisationId), reason);
    return [{ type: 'InvitationDeclined', data: { organisationId, role, ...said, on: actedOn(command, state) } }];
  },
};

export const joinMission: MissionRule<'JoinMission'> = {
  allowed(asked, state, { actor }) {
    const by = asked.actor.organisation;
    const refusal = refuseUndeclared(asked, state);
    if (refusal !== undefined) return refusal;
    if (!actor.registered) return unknownOrganisation(by, []);
    if (state.invitations[by] === undefined) {
      const closed = refuseClosed(state);
      if (closed !== undefined) return closed;
    }
    const possible = ROLES.some((role) => !isSettledAs(state, by, role) && isOpenTo(state, by, role));
    return possible ? undefined : notInvited(state, by, '');
  },
  decide(command, state, { actor }) {
    const organisationId = command.actor.organisation;
    const { role } = command.data;
    const byInvitation = isInvited(state, organisationId, role);
    if (hasRole(state, organisationId, role) && !byInvitation) return alreadyMember(state, actor.name, role);
    if (!isOpenTo(state, organisationId, role)) return notInvited(state, organisationId, ` as ${role}`);
    const declaration = declarationOf(command, state);
    if ('code' in declaration) return declaration;
    const data = { organisationId, role, byInvitation, ...declaration, on: actedOn(command, state) };
    return [{ type: 'MissionJoined', data }];
  },
};

/** What an evaluator says of itself as it joins; nobody else is asked. */
function declarationOf({ data }: MissionCommandOf<'JoinMission'>, { privateFields }: MissionState) {
  const { role, noTies, qualification, evidence } = data;
  if (role !== 'EVALUATOR') return { evidence: [] };
  if (noTies !== true) {
    return refuse(
      'TIES_NOT_DENIED',
      'An evaluator says that nothing ties it to those whose work it verifies: join with `noTies: true`, or in another role.',
      ['noTies'],
    );
  }
  if (qualification === undefined) {
    return refuse(
      'QUALIFICATION_MISSING',
      'An evaluator says in up to 500 characters what makes it one: give its `qualification`.',
      ['qualification'],
    );
  }
  if (evidence.length === 0) {
    return refuse(
      'QUALIFICATION_NOT_SHOWN',
      'An evaluator shows that it is qualified: give a link or a file as `evidence`.',
      ['evidence'],
    );
  }
  return { noTies, qualification, evidence: evidenceToRecord(evidence, privateFields.length > 0) } as const;
}

export const leaveMission: MissionRule<'LeaveMission'> = {
  allowed(asked, state) {
    const by = asked.actor.organisation;
    const refusal = refuseUndeclared(asked, state);
    if (refusal !== undefined) return refusal;
    if (!isMember(state, by)) return notAMember(state, by);
    return hasRole(state, by, 'BACKBONE') && backbonesOf(state).length === 1
      ? refuse(
          'LAST_BACKBONE',
          `${state.title} would be left without a backbone; hand over to another organisation, which must accept first.`,
        )
      : undefined;
  },
  decide(command, state) {
    const { reason } = command.data;
    const organisationId = command.actor.organisation;
    const roles = [...(state.members[organisationId] ?? [])];
    const on = actedOn(command, state);
    const said = reasonAbout(concernedIn(state, organisationId), reason);
    const offered = state.handover?.organisationId === organisationId;
    return [
      ...(offered ? [{ type: 'BackboneHandoverDropped' as const, data: { organisationId, on } }] : []),
      { type: 'MissionLeft', data: { organisationId, roles, ...said, on } },
    ];
  },
};

export const listMember: MissionRule<'ListMember'> = {
  allowed: (asked, state) => refuseSteering(asked, state, 'list members of published data') ?? refuseClosed(state),
  decide(command, state, { organisation }) {
    const { organisationId, role, source } = command.data;
    if (!organisation.registered) return unknownOrganisation(organisationId, ['organisationId']);
    if (hasRole(state, organisationId, role)) return alreadyMember(state, organisation.name, role);
    if (holds(state.listed, organisationId, role)) {
      return refuse(
        'ALREADY_LISTED',
        `${organisation.name} is listed as ${role} already; invite it, so that it may join.`,
        ['role'],
      );
    }
    return [
      {
        type: 'MemberListed',
        data: { organisationId, role, source: sourceToRecord(source, command.scopes), on: actedOn(command, state) },
      },
    ];
  },
};

/** Whether nothing is to be gained by joining in that role: whoever took an open one may yet be invited to it. */
function isSettledAs(state: MissionState, organisationId: string, role: Role): boolean {
  return hasRole(state, organisationId, role) && state.byInvitation[organisationId] === true;
}

/** Whether an organisation may take the role by itself. */
function isOpenTo(state: MissionState, organisationId: string, role: Role): boolean {
  if (isInvited(state, organisationId, role)) return true;
  return state.openInvitation && OPEN_ROLES.includes(role) && state.removed[organisationId] !== true;
}

function notInvited(state: MissionState, organisationId: string, as: string): Refusal<'NOT_INVITED'> {
  const { title, openInvitation, removed } = state;
  const open =
    removed[organisationId] === true
      ? 'your organisation was removed, and comes back by invitation alone.'
      : openInvitation
        ? `${OPEN_ROLES.join(' and ')} are open to all.`
        : 'ask one of them for it.';
  return refuse(
    'NOT_INVITED',
    `Joining ${title}${as} needs an invitation by one of its backbone organisations; ${open}`,
    ['role'],
  );
}

function nothingToDecline(as: string): Refusal<'NOT_INVITED'> {
  return refuse(
    'NOT_INVITED',
    `Your organisation has no open invitation${as} to this mission; only an open one is declined.`,
    ['role'],
  );
}

function alreadyMember({ title }: MissionState, name: string, role: Role): Refusal<'ALREADY_MEMBER'> {
  return refuse('ALREADY_MEMBER', `${name} takes part in ${title} as ${role} already; name another role.`, ['role']);
}
