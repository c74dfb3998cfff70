import { refuse, type Intent, type Refusal, type RuleOf } from '@maillage/kernel';
import type { OrganisationState } from '@maillage/directory';
import type { MissionCommands } from '../commands.js';
import type { missionEvents } from '../events.js';
import { hasRole, type MissionState } from '../state.js';

export interface Consulted {
  /** The one that is invited, listed, suspended or removed, or to succeed a backbone. */
  readonly organisation: OrganisationState;
  /** The one that declares or joins. */
  readonly actor: OrganisationState;
}

export type MissionRule<Name extends keyof MissionCommands> = RuleOf<
  MissionState,
  MissionCommands,
  Name,
  typeof missionEvents,
  Consulted
>;

type Path = readonly (string | number)[];

/** The one wording, for every slice that names a mission. */
export function unknownMission(id: string, path: Path): Refusal<'UNKNOWN_MISSION'> {
  return refuse('UNKNOWN_MISSION', `No mission is declared under ${id}; declare it first.`, path);
}

/** `act` completes "Only a backbone of … may …". */
export function notBackbone(mission: MissionState, act: string, path: Path = []): Refusal<'NOT_BACKBONE'> {
  return refuse(
    'NOT_BACKBONE',
    `Only a backbone organisation of ${mission.title} may ${act}; ask one of them to.`,
    path,
  );
}

export function notAMember(mission: MissionState, organisationId: string, path: Path = []): Refusal<'NOT_A_MEMBER'> {
  return refuse('NOT_A_MEMBER', `${organisationId} is no member of ${mission.title}; it must join first.`, path);
}

export function refuseUndeclared({ id }: Intent, { declared }: MissionState) {
  return declared ? undefined : unknownMission(id, ['id']);
}

/** What is open may still be answered and ended: this is for what begins something. */
export function refuseClosed({ title, closedOn }: MissionState): Refusal<'MISSION_CLOSED'> | undefined {
  return closedOn === undefined
    ? undefined
    : refuse(
        'MISSION_CLOSED',
        `${title} was closed on ${closedOn}, and nothing new begins in it; declare another mission, or join one that is open.`,
      );
}

/** `act` completes "Only a backbone of … may …". */
export function refuseSteering(asked: Intent, state: MissionState, act: string) {
  return (
    refuseUndeclared(asked, state) ??
    (hasRole(state, asked.actor.organisation, 'BACKBONE') ? undefined : notBackbone(state, act))
  );
}
