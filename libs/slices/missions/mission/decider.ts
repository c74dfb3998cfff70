import {
  decider,
  refuse,
  streamOf,
  type AskedOf,
  type CalendarDate,
  type Intent,
  type Refusal,
  type RuleOf,
} from '@maillage/kernel';
import { unknownOrganisation, type OrganisationState } from '@maillage/directory';
import { missionCommands, type MissionCommands } from './commands.js';
import { missionEvents, ROLES, type MissionTerms, type PrivateFields, type Role } from './events.js';

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
  /** The one that is invited or joins. */
  readonly organisation: OrganisationState;
  /** The one that declares or joins, or lets another join. */
  readonly actor: OrganisationState;
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

type MissionRule<Name extends keyof MissionCommands> = RuleOf<
  MissionState,
  MissionCommands,
  Name,
  typeof missionEvents,
  Consulted
>;

const declare: MissionRule<'DeclareMission'> = {
  allowed(asked, state, { actor }) {
    if (state.declared) {
      return refuse('MISSION_EXISTS', `This mission is declared already, as ${state.title}.`, ['id']);
    }
    return actor.registered ? undefined : unknownOrganisation(asked.actor.organisation, []);
  },
  decide: ({ actor, data }, state) => [
    { type: 'MissionDeclared', data: { ...terms(data, state), declaredBy: actor.organisation } },
    { type: 'MissionJoined', data: { organisationId: actor.organisation, role: 'BACKBONE' } },
  ],
};

const revise: MissionRule<'ReviseMission'> = {
  allowed: (asked, state) => refuseSteering(asked, state, 'revise it'),
  decide: ({ data }, state) => [{ type: 'MissionRevised', data: terms(data, state) }],
};

const invite: MissionRule<'InviteOrganisation'> = {
  allowed: (asked, state) => refuseSteering(asked, state, 'invite organisations'),
  decide({ data }, state, { organisation }) {
    const { organisationId, role } = data;
    if (!organisation.registered) return unknownOrganisation(organisationId, ['organisationId']);
    if (hasRole(state, organisationId, role)) return alreadyMember(state, organisation, role);
    if (isInvited(state, organisationId, role)) {
      return refuse('ALREADY_INVITED', `${organisation.name} has an open invitation as ${role} already.`, ['role']);
    }
    return [{ type: 'OrganisationInvited', data }];
  },
};

const withdraw: MissionRule<'WithdrawInvitation'> = {
  allowed: (asked, state) => refuseSteering(asked, state, 'withdraw an invitation'),
  decide: ({ data }, state) =>
    isInvited(state, data.organisationId, data.role)
      ? [{ type: 'InvitationWithdrawn', data }]
      : refuse(
          'NOT_INVITED',
          `${data.organisationId} has no open invitation as ${data.role}; only an open one is withdrawn.`,
          ['organisationId'],
        ),
};

const join: MissionRule<'JoinMission'> = {
  allowed(asked, state, { actor }) {
    const by = asked.actor.organisation;
    const refusal = refuseUndeclared(asked, state);
    if (refusal !== undefined) return refusal;
    if (hasRole(state, by, 'BACKBONE')) return undefined;
    if (!actor.registered) return unknownOrganisation(by, []);
    const possible = ROLES.some((role) => !hasRole(state, by, role) && isOpenTo(state, by, role));
    return possible ? undefined : notInvited(state, '');
  },
  decide({ actor, data }, state, { organisation }) {
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
    if (!enrolled && !isOpenTo(state, organisationId, data.role)) return notInvited(state, ` as ${data.role}`);
    return [{ type: 'MissionJoined', data: { organisationId, role: data.role } }];
  },
};

const leave: MissionRule<'LeaveMission'> = {
  allowed(asked, state) {
    const by = asked.actor.organisation;
    const refusal = refuseUndeclared(asked, state);
    if (refusal !== undefined) return refusal;
    if (!isMember(state, by)) return notAMember(state, by);
    const backbones = Object.values(state.members).filter((held) => held.includes('BACKBONE'));
    return hasRole(state, by, 'BACKBONE') && backbones.length === 1
      ? refuse(
          'LAST_BACKBONE',
          `${state.title} would be left without a backbone; invite another organisation as one, which must join first.`,
        )
      : undefined;
  },
  decide({ actor, data: { reason } }, state) {
    const { organisation: organisationId } = actor;
    const roles = [...(state.members[organisationId] ?? [])];
    return [{ type: 'MissionLeft', data: { organisationId, roles, ...(reason === undefined ? {} : { reason }) } }];
  },
};

export const missionDecider = decider<MissionState, MissionCommands, typeof missionEvents, Consulted>({
  name: 'mission',
  commands: missionCommands,
  events: missionEvents,
  initial: undeclared,

  consults(asked) {
    const by = asked.type === 'DeclareMission' || asked.type === 'JoinMission' ? asked.actor.organisation : undefined;
    const organisation = organisationNamed(asked) ?? by;
    return {
      organisation: organisation === undefined ? undefined : streamOf('organisation', organisation),
      actor: by === undefined ? undefined : streamOf('organisation', by),
    };
  },

  rules: {
    DeclareMission: declare,
    ReviseMission: revise,
    InviteOrganisation: invite,
    WithdrawInvitation: withdraw,
    JoinMission: join,
    LeaveMission: leave,
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
});

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

function organisationNamed({ type, data }: AskedOf<MissionCommands>): string | undefined {
  return type === 'InviteOrganisation' || type === 'JoinMission' ? data?.organisationId : undefined;
}

function refuseUndeclared({ id }: Intent, { declared }: MissionState) {
  return declared ? undefined : unknownMission(id, ['id']);
}

/** `act` completes "Only a backbone of … may …". */
function refuseSteering(asked: Intent, state: MissionState, act: string) {
  return (
    refuseUndeclared(asked, state) ??
    (hasRole(state, asked.actor.organisation, 'BACKBONE') ? undefined : notBackbone(state, act))
  );
}

/** Whether an organisation may take the role by itself. */
function isOpenTo(state: MissionState, organisationId: string, role: Role): boolean {
  return (state.openInvitation && OPEN_ROLES.includes(role)) || isInvited(state, organisationId, role);
}

function notInvited({ title, openInvitation }: MissionState, as: string): Refusal<'NOT_INVITED'> {
  const open = openInvitation ? `; ${OPEN_ROLES.join(' and ')} are open to all.` : '.';
  return refuse(
    'NOT_INVITED',
    `Joining ${title}${as} needs an invitation by one of its backbone organisations${open}`,
    ['role'],
  );
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
