import { refuse, streamOf, type CalendarDate, type Decider, type Refusal } from '@maillage/kernel';
import { unknownOrganisation, type OrganisationState } from '@maillage/directory';
import { missionCommands, type MissionCommand, type MissionRefusal } from './commands.js';
import { missionEvents, type MissionEvent, type MissionTerms, type PrivateFields, type Role } from './events.js';

type JoinMission = Extract<MissionCommand, { type: 'JoinMission' }>;
type NamesInvitation = Extract<MissionCommand, { type: 'InviteOrganisation' | 'WithdrawInvitation' }>;

type RolesByOrganisation = Readonly<Record<string, readonly Role[]>>;

export interface MissionState {
  readonly declared: boolean;
  readonly title: string;
  readonly hashtag: string;
  readonly openInvitation: boolean;
  /** Texts that enter the log as commitments only, from now on. */
  readonly privateFields: readonly PrivateFields[];
  readonly startsOn?: CalendarDate | undefined;
  readonly endsOn?: CalendarDate | undefined;
  /** Organisations that take part now, each with at least one role. */
  readonly members: RolesByOrganisation;
  /** Invitations neither accepted nor withdrawn, by organisation. */
  readonly invitations: RolesByOrganisation;
}

interface Consulted {
  /** The one that declares, is invited or joins. */
  readonly organisation: OrganisationState;
}

const undeclared: MissionState = {
  declared: false,
  title: '',
  hashtag: '',
  openInvitation: false,
  privateFields: [],
  members: {},
  invitations: {},
};

/** Roles that judge or steer the mission are never simply taken, however open it is. */
const OPEN_ROLES: readonly Role[] = ['MEMBER', 'FUNDER'];

export const missionDecider: Decider<MissionState, MissionCommand, MissionEvent, Consulted, MissionRefusal> = {
  name: 'mission',
  commands: missionCommands,
  events: missionEvents,
  initial: undeclared,

  consults: (command) => ({ organisation: consultedOrganisation(command) }),

  decide(command, state, { organisation }) {
    const actor = command.actor.organisation;
    if (command.type === 'DeclareMission') {
      if (state.declared) {
        return refuse('MISSION_EXISTS', `This mission is declared already, as ${state.title}.`, ['id']);
      }
      if (!organisation.registered) return unknownOrganisation(actor, []);
      return [
        { type: 'MissionDeclared', data: { ...terms(command.data, state), declaredBy: actor } },
        { type: 'MissionJoined', data: { organisationId: actor, role: 'BACKBONE' } },
      ];
    }
    if (!state.declared) return unknownMission(command.id, ['id']);

    switch (command.type) {
      case 'ReviseMission':
        return hasRole(state, actor, 'BACKBONE')
          ? [{ type: 'MissionRevised', data: terms(command.data, state) }]
          : notBackbone(state, 'revise it');
      case 'InviteOrganisation':
        return invite(command, state, organisation);
      case 'WithdrawInvitation':
        return withdraw(command, state);
      case 'JoinMission':
        return join(command, state, organisation);
      case 'LeaveMission':
        return leave(actor, command.data.reason, state);
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'MissionDeclared':
        return { ...undeclared, ...described(event.data), declared: true };
      case 'MissionRevised':
        return { ...state, ...described(event.data) };
      case 'OrganisationInvited':
        return { ...state, invitations: withRole(state.invitations, event.data.organisationId, event.data.role) };
      case 'InvitationWithdrawn':
        return { ...state, invitations: withoutRole(state.invitations, event.data.organisationId, event.data.role) };
      case 'MissionJoined':
        return {
          ...state,
          members: withRole(state.members, event.data.organisationId, event.data.role),
          invitations: withoutRole(state.invitations, event.data.organisationId, event.data.role),
        };
      case 'MissionLeft':
        return { ...state, members: without(state.members, event.data.organisationId) };
    }
  },
};

/** Takes part now, in whatever role. */
export function isMember(mission: MissionState, organisationId: string): boolean {
  return mission.members[organisationId] !== undefined;
}

export function hasRole(mission: MissionState, organisationId: string, role: Role): boolean {
  return mission.members[organisationId]?.includes(role) ?? false;
}

export function keepsPrivate(mission: MissionState, fields: PrivateFields): boolean {
  return mission.privateFields.includes(fields);
}

/** The one wording, for every slice that names a mission. */
export function unknownMission(id: string, path: readonly (string | number)[]): Refusal<'UNKNOWN_MISSION'> {
  return refuse('UNKNOWN_MISSION', `No mission is declared under ${id}; declare it first.`, path);
}

/** `act` completes "Only a backbone of … may …". */
export function notBackbone(
  mission: MissionState,
  act: string,
  path: readonly (string | number)[] = [],
): Refusal<'NOT_BACKBONE'> {
  return refuse('NOT_BACKBONE', `Only a backbone organisation of ${mission.title} may ${act}.`, path);
}

export function notAMember(
  mission: MissionState,
  organisationId: string,
  path: readonly (string | number)[] = [],
): Refusal<'NOT_A_MEMBER'> {
  return refuse('NOT_A_MEMBER', `${organisationId} is no member of ${mission.title}; it must join first.`, path);
}

function consultedOrganisation(command: MissionCommand): string | undefined {
  switch (command.type) {
    case 'DeclareMission':
      return streamOf('organisation', command.actor.organisation);
    case 'InviteOrganisation':
      return streamOf('organisation', command.data.organisationId);
    case 'JoinMission':
      return streamOf('organisation', command.data.organisationId ?? command.actor.organisation);
    case 'ReviseMission':
    case 'WithdrawInvitation':
    case 'LeaveMission':
      return undefined;
  }
}

type Decision = readonly MissionEvent[] | Refusal<MissionRefusal>;

function invite({ actor, data }: NamesInvitation, state: MissionState, organisation: OrganisationState): Decision {
  const { organisationId, role } = data;
  if (!hasRole(state, actor.organisation, 'BACKBONE')) return notBackbone(state, 'invite organisations');
  if (!organisation.registered) return unknownOrganisation(organisationId, ['organisationId']);
  if (hasRole(state, organisationId, role)) return alreadyMember(state, organisation, role);
  if (isInvited(state, organisationId, role)) {
    return refuse('ALREADY_INVITED', `${organisation.name} has an open invitation as ${role} already.`, ['role']);
  }
  return [{ type: 'OrganisationInvited', data }];
}

function withdraw({ actor, data }: NamesInvitation, state: MissionState): Decision {
  if (!hasRole(state, actor.organisation, 'BACKBONE')) return notBackbone(state, 'withdraw an invitation');
  return isInvited(state, data.organisationId, data.role)
    ? [{ type: 'InvitationWithdrawn', data }]
    : refuse(
        'NOT_INVITED',
        `${data.organisationId} has no open invitation as ${data.role}; only an open one is withdrawn.`,
        ['organisationId'],
      );
}

function join({ actor, data }: JoinMission, state: MissionState, organisation: OrganisationState): Decision {
  const organisationId = data.organisationId ?? actor.organisation;
  const enrolled = organisationId !== actor.organisation;
  if (enrolled && !hasRole(state, actor.organisation, 'BACKBONE')) {
    return notBackbone(state, 'enrol another organisation; leave `organisationId` out to join for your own', [
      'organisationId',
    ]);
  }
  // A backbone answers for the mission: nobody is made one without saying so itself.
  if (enrolled && data.role === 'BACKBONE') {
    return refuse(
      'BACKBONE_NOT_ENROLLED',
      'Nobody is enrolled as a backbone by another; invite the organisation, which then joins for itself.',
      ['role'],
    );
  }
  if (!organisation.registered) {
    return unknownOrganisation(organisationId, data.organisationId === undefined ? [] : ['organisationId']);
  }
  if (hasRole(state, organisationId, data.role)) return alreadyMember(state, organisation, data.role);

  const open = state.openInvitation && OPEN_ROLES.includes(data.role);
  if (!open && !enrolled && !isInvited(state, organisationId, data.role)) {
    return refuse(
      'NOT_INVITED',
      `Joining ${state.title} as ${data.role} needs an invitation by one of its backbone organisations` +
        (state.openInvitation ? `; ${OPEN_ROLES.join(' and ')} are open to all.` : '.'),
      ['role'],
    );
  }
  return [{ type: 'MissionJoined', data: { organisationId, role: data.role } }];
}

function leave(organisationId: string, reason: string | undefined, state: MissionState): Decision {
  const roles = state.members[organisationId];
  if (roles === undefined) return notAMember(state, organisationId);
  const backbones = Object.values(state.members).filter((held) => held.includes('BACKBONE'));
  if (roles.includes('BACKBONE') && backbones.length === 1) {
    return refuse(
      'LAST_BACKBONE',
      `${state.title} would be left without a backbone; invite another organisation as one, which must join first.`,
    );
  }
  return [
    {
      type: 'MissionLeft',
      data: { organisationId, roles: [...roles], ...(reason === undefined ? {} : { reason }) },
    },
  ];
}

function alreadyMember(state: MissionState, { name }: OrganisationState, role: Role): Refusal<'ALREADY_MEMBER'> {
  return refuse('ALREADY_MEMBER', `${name} takes part in ${state.title} as ${role} already.`, ['role']);
}

function isInvited(state: MissionState, organisationId: string, role: Role): boolean {
  return state.invitations[organisationId]?.includes(role) ?? false;
}

function terms<Given extends { readonly privateFields?: readonly PrivateFields[] | undefined }>(
  given: Given,
  { privateFields }: MissionState,
) {
  return { ...given, privateFields: [...(given.privateFields ?? privateFields)] };
}

// The dates are named, so that a revision which leaves one out clears it.
function described({ title, hashtag, openInvitation, privateFields, startsOn, endsOn }: MissionTerms) {
  return { title, hashtag, openInvitation, privateFields, startsOn, endsOn };
}

function withRole(roles: RolesByOrganisation, organisationId: string, role: Role): RolesByOrganisation {
  return { ...roles, [organisationId]: [...(roles[organisationId] ?? []), role] };
}

function withoutRole(roles: RolesByOrganisation, organisationId: string, role: Role): RolesByOrganisation {
  const held = roles[organisationId];
  if (held === undefined) return roles;
  const left = held.filter((each) => each !== role);
  return left.length === 0 ? without(roles, organisationId) : { ...roles, [organisationId]: left };
}

function without(roles: RolesByOrganisation, organisationId: string): RolesByOrganisation {
  return Object.fromEntries(Object.entries(roles).filter(([id]) => id !== organisationId));
}
