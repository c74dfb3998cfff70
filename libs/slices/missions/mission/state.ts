import { dateOf, erasable, plusDays, secret, type CalendarDate, type Command, type Secret } from '@maillage/kernel';
import {
  HANDOVER_DAYS,
  inForce,
  PRIVACY_DAYS,
  type MissionEvent,
  type MissionTerms,
  type PrivateFields,
  type Role,
} from './events.js';

export type RolesByOrganisation = Readonly<Record<string, readonly Role[]>>;
type ByOrganisation<Value> = Readonly<Record<string, Value>>;

/** Both days included; lifted before it had effect, it ends before it begins. */
export interface Suspension {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

export interface Handover {
  /** The backbone that offers its place. */
  readonly organisationId: string;
  readonly successorId: string;
  readonly on: CalendarDate;
}

/** That further texts stay out of the public log. */
export interface PrivacyProposal {
  /** The backbone that proposes it. */
  readonly organisationId: string;
  /** As they would be, as a whole. */
  readonly privateFields: readonly PrivateFields[];
  /** Who has agreed, whoever proposed it included. */
  readonly accepted: readonly string[];
  readonly reason: string;
  readonly on: CalendarDate;
}

export interface Pause {
  readonly pausedOn: CalendarDate;
  /** Undefined while it lasts. */
  readonly resumedOn: CalendarDate | undefined;
}

export interface MissionState extends MissionTerms {
  readonly declared: boolean;
  /** Organisations that take part now, each with at least one role. */
  readonly members: RolesByOrganisation;
  /** Of those: the day each joined, in whichever role came first. */
  readonly memberSince: ByOrganisation<CalendarDate>;
  /** Of those, who was invited, or declared the mission; the others took a role that is open to all. */
  readonly byInvitation: ByOrganisation<true>;
  /** Every organisation that is a backbone, or was one. */
  readonly steeredBy: readonly string[];
  /** Invitations neither accepted nor declined nor withdrawn, by organisation. */
  readonly invitations: RolesByOrganisation;
  /** Roles that published data gives to organisations which have not joined in them: they may be named, and no more. */
  readonly listed: RolesByOrganisation;
  /** The latest of each, whether or not it takes part now: leaving and coming back ends none. */
  readonly suspensions: ByOrganisation<Suspension>;
  /** Those that come back by invitation alone. */
  readonly removed: ByOrganisation<true>;
  /** The latest that was neither accepted nor declined nor dropped, whether or not it may still be accepted. */
  readonly handover: Handover | undefined;
  /** The latest that has neither come about nor was declined or dropped, whether or not it may still be accepted. */
  readonly privacy: PrivacyProposal | undefined;
  /** The latest, whether or not it lasts. */
  readonly pause: Pause | undefined;
  /** From when on nothing new begins in it. */
  readonly closedOn: CalendarDate | undefined;
  /** The latest day that an event is dated. */
  readonly lastOn: CalendarDate;
}

export const undeclared: MissionState = {
  declared: false,
  title: '',
  challenge: '',
  hashtag: '',
  places: [],
  sdgs: [],
  openInvitation: false,
  privateFields: [],
  members: {},
  memberSince: {},
  byInvitation: {},
  steeredBy: [],
  invitations: {},
  listed: {},
  suspensions: {},
  removed: {},
  handover: undefined,
  privacy: undefined,
  pause: undefined,
  closedOn: undefined,
  lastOn: '0001-01-01',
};

export function evolve(before: MissionState, event: MissionEvent): MissionState {
  const { on } = event.data;
  return evolved(on > before.lastOn ? { ...before, lastOn: on } : before, event);
}

function evolved(state: MissionState, event: MissionEvent): MissionState {
  switch (event.type) {
    case 'MissionDeclared':
      return { ...undeclared, ...termsOf(event.data), declared: true, lastOn: state.lastOn };
    case 'MissionRevised':
      return { ...state, ...termsOf(event.data), privacy: unlessInForce(state.privacy, event.data) };
    case 'MissionPaused':
      return { ...state, pause: { pausedOn: event.data.on, resumedOn: undefined } };
    case 'MissionResumed':
      return { ...state, pause: { pausedOn: event.data.pausedOn, resumedOn: event.data.on } };
    case 'MissionClosed':
      return { ...state, closedOn: event.data.on };
    case 'PrivacyProposed': {
      const { organisationId, privateFields, reason, on } = event.data;
      return { ...state, privacy: { organisationId, privateFields, accepted: [organisationId], reason, on } };
    }
    case 'PrivacyAccepted':
      return { ...state, privacy: state.privacy && withWord(state.privacy, event.data.organisationId) };
    case 'PrivacyDeclined':
    case 'PrivacyDropped':
      return { ...state, privacy: undefined };
    case 'OrganisationInvited':
      return { ...state, invitations: withRole(state.invitations, event.data.organisationId, event.data.role) };
    case 'InvitationWithdrawn':
    case 'InvitationDeclined':
      return { ...state, invitations: withoutRole(state.invitations, event.data.organisationId, event.data.role) };
    case 'MissionJoined': {
      const { organisationId, role, byInvitation } = event.data;
      return {
        ...state,
        members: withRole(state.members, organisationId, role),
        memberSince: { [organisationId]: event.data.on, ...state.memberSince },
        byInvitation: byInvitation ? { ...state.byInvitation, [organisationId]: true } : state.byInvitation,
        steeredBy: role === 'BACKBONE' ? [...new Set([...state.steeredBy, organisationId])] : state.steeredBy,
        invitations: withoutRole(state.invitations, organisationId, role),
        listed: withoutRole(state.listed, organisationId, role),
        removed: without(state.removed, organisationId),
      };
    }
    case 'MissionLeft':
      return departed(state, event.data.organisationId);
    case 'MemberListed':
      return { ...state, listed: withRole(state.listed, event.data.organisationId, event.data.role) };
    case 'MemberSuspended': {
      const { organisationId, from, until } = event.data;
      return { ...state, suspensions: { ...state.suspensions, [organisationId]: { from, until } } };
    }
    case 'SuspensionLifted': {
      const { organisationId, on } = event.data;
      return { ...state, suspensions: { ...state.suspensions, [organisationId]: lifted(state, organisationId, on) } };
    }
    case 'MemberRemoved': {
      const { organisationId } = event.data;
      return {
        ...departed(state, organisationId),
        listed: without(state.listed, organisationId),
        removed: { ...state.removed, [organisationId]: true },
      };
    }
    case 'BackboneHandoverProposed':
      return { ...state, handover: event.data };
    case 'BackboneHandoverDropped':
    case 'BackboneHandoverDeclined':
      return { ...state, handover: undefined };
    case 'BackboneHandedOver':
      return handedOver(state, event.data);
  }
}

function unlessInForce(privacy: PrivacyProposal | undefined, terms: MissionTerms): PrivacyProposal | undefined {
  return privacy !== undefined && inForce(privacy.privateFields, terms) ? undefined : privacy;
}

function withWord(privacy: PrivacyProposal, organisationId: string): PrivacyProposal {
  return { ...privacy, accepted: [...privacy.accepted, organisationId] };
}

function lifted({ suspensions }: MissionState, organisationId: string, on: CalendarDate): Suspension {
  const until = plusDays(on, -1);
  return { from: suspensions[organisationId]?.from ?? on, until };
}

function departed(state: MissionState, organisationId: string): MissionState {
  return {
    ...state,
    members: without(state.members, organisationId),
    memberSince: without(state.memberSince, organisationId),
    byInvitation: without(state.byInvitation, organisationId),
  };
}

/** The successor has joined by then. */
function handedOver(state: MissionState, { organisationId }: Pick<Handover, 'organisationId'>): MissionState {
  const left = withoutRole(state.members, organisationId, 'BACKBONE');
  const members = left[organisationId] === undefined ? withRole(left, organisationId, 'MEMBER') : left;
  return { ...state, members, handover: undefined };
}

/** Takes part now, in whatever role. */
export function isMember(mission: Pick<MissionState, 'members'>, organisationId: string): boolean {
  return mission.members[organisationId] !== undefined;
}

export function hasRole(mission: Pick<MissionState, 'members'>, organisationId: string, role: Role): boolean {
  return holds(mission.members, organisationId, role);
}

/** In the order in which they took part. */
export function backbonesOf(mission: Pick<MissionState, 'members'>): readonly string[] {
  return Object.keys(mission.members).filter((id) => hasRole(mission, id, 'BACKBONE'));
}

/** Whether published data gives it a role in which it has not joined. */
export function isListed({ listed }: Pick<MissionState, 'listed'>, organisationId: string): boolean {
  return listed[organisationId] !== undefined;
}

export function isInvited({ invitations }: MissionState, organisationId: string, role: Role): boolean {
  return holds(invitations, organisationId, role);
}

/** The suspension that has effect on that day. */
export function suspensionOn(
  { suspensions }: Pick<MissionState, 'suspensions'>,
  organisationId: string,
  on: CalendarDate,
): Suspension | undefined {
  const suspension = suspensions[organisationId];
  return suspension !== undefined && suspension.from <= on && on <= suspension.until ? suspension : undefined;
}

/** The pause that lasts. */
export function pauseInForce({ pause, closedOn }: Pick<MissionState, 'pause' | 'closedOn'>): Pause | undefined {
  return pause !== undefined && pause.resumedOn === undefined && closedOn === undefined ? pause : undefined;
}

/** The handover that may be accepted on that day. */
export function openHandover({ handover }: MissionState, on: CalendarDate): Handover | undefined {
  return handover !== undefined && on <= plusDays(handover.on, HANDOVER_DAYS) ? handover : undefined;
}

/** The proposal to keep further texts private that may be accepted on that day. */
export function openPrivacy({ privacy }: MissionState, on: CalendarDate): PrivacyProposal | undefined {
  return privacy !== undefined && on <= plusDays(privacy.on, PRIVACY_DAYS) ? privacy : undefined;
}

/** Words about another, as the mission wants them recorded: for anybody until they are erased, or for those alone to whom it shows them. */
export function recordedWords(
  text: string,
  mission: Pick<MissionState, 'privateFields'>,
  fields: PrivateFields,
): Secret<string> {
  return mission.privateFields.includes(fields) ? secret(text) : erasable(text);
}

/**
 * Whom words said in a mission may speak of: whoever keeps it together, or did, and so invites and proposes there.
 * @param others that are named beside.
 */
export function concernedIn({ steeredBy }: MissionState, by: string, others: readonly string[] = []): string[] {
  return [...new Set([...others, ...steeredBy])].filter((id) => id !== by);
}

/** The day an act is dated: that of its command, and never before what was done last. */
export function actedOn({ at }: Pick<Command, 'at'>, { lastOn }: MissionState): CalendarDate {
  const on = dateOf(at);
  return on > lastOn ? on : lastOn;
}

export function holds(roles: RolesByOrganisation, organisationId: string, role: Role): boolean {
  return roles[organisationId]?.includes(role) ?? false;
}

/** The dates are named, so that a revision which leaves one out clears it. */
export function termsOf(terms: MissionTerms): MissionTerms {
  const { title, challenge, hashtag, startsOn, endsOn, places, sdgs, openInvitation, privateFields } = terms;
  return { title, challenge, hashtag, startsOn, endsOn, places, sdgs, openInvitation, privateFields };
}

function withRole(roles: RolesByOrganisation, organisationId: string, role: Role): RolesByOrganisation {
  const held = roles[organisationId] ?? [];
  return held.includes(role) ? roles : { ...roles, [organisationId]: [...held, role] };
}

function withoutRole(roles: RolesByOrganisation, organisationId: string, role: Role): RolesByOrganisation {
  const held = roles[organisationId];
  if (held === undefined) return roles;
  const left = held.filter((each) => each !== role);
  return left.length === 0 ? without(roles, organisationId) : { ...roles, [organisationId]: left };
}

function without<Value>(values: ByOrganisation<Value>, organisationId: string): ByOrganisation<Value> {
  return Object.fromEntries(Object.entries(values).filter(([id]) => id !== organisationId));
}
