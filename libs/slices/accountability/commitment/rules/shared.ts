import { refuse, type Command, type Intent, type Refusal, type Rule, type RuleOf } from '@maillage/kernel';
import { unknownOrganisation, type OrganisationState } from '@maillage/directory';
import { hasRole, isMember, type MissionState } from '@maillage/missions';
import type { CommitmentCommands } from '../commands.js';
import type { CommitmentEvent, commitmentEvents } from '../events.js';
import type { CommitmentState, MadeCommitment } from '../state.js';

/** What a decision reads of other streams. Lists are in the order of the ids they were asked by. */
export interface Consulted {
  readonly mission: MissionState;
  readonly actor: OrganisationState;
  /** Whose work is judged: the contributor of a contribution, or the organisation reviewed. */
  readonly judged: OrganisationState;
  readonly promisors: readonly OrganisationState[];
  readonly counterparties: readonly OrganisationState[];
}

export type CommitmentRule<Name extends keyof CommitmentCommands, State = CommitmentState> = RuleOf<
  State,
  CommitmentCommands,
  Name,
  typeof commitmentEvents,
  Consulted
>;
/** The rule of a command to a commitment that stands; {@link standing} sees to it that it does. */
export type StandingRule<Name extends keyof CommitmentCommands> = CommitmentRule<Name, MadeCommitment>;

export type Objection<Code extends string> = Refusal<Code> | undefined;

/** Asks a rule about commitments that stand of any: of none under that id, or for nobody known, its command is refused. */
export function standing<Asked extends Intent, Cmd extends Command, Code extends string>(
  rule: Rule<MadeCommitment, Asked, Cmd, CommitmentEvent, Consulted, Code>,
): Rule<CommitmentState, Asked, Cmd, CommitmentEvent, Consulted, Code | 'UNKNOWN_ORGANISATION' | 'UNKNOWN_COMMITMENT'> {
  return {
    allowed(asked, state, consulted) {
      const refusal = refuseUnregistered(asked, consulted);
      if (refusal !== undefined) return refusal;
      if (!state.made) {
        return refuse('UNKNOWN_COMMITMENT', `No commitment stands under ${asked.id}; name one that does.`, ['id']);
      }
      return rule.allowed?.(asked, state, consulted);
    },
    decide(command, state, consulted) {
      if (!state.made) throw new Error(`${command.type} is decided although no commitment stands.`);
      return rule.decide(command, state, consulted);
    },
  };
}

export function refuseUnregistered(
  { actor: { organisation } }: Intent,
  { actor }: Consulted,
): Objection<'UNKNOWN_ORGANISATION'> {
  return actor.registered ? undefined : unknownOrganisation(organisation, []);
}

/** Members of the mission, in whatever role, take part in it; others do not. */
export function refuseStranger(organisation: string, mission: MissionState): Objection<'NOT_A_MEMBER'> {
  return isMember(mission, organisation)
    ? undefined
    : refuse('NOT_A_MEMBER', `Your organisation is no member of ${mission.title}; it must join first.`);
}

export function refuseWithdrawn(state: MadeCommitment): Objection<'COMMITMENT_WITHDRAWN'> {
  return state.withdrawn
    ? refuse('COMMITMENT_WITHDRAWN', 'This commitment was withdrawn; make a new one instead.', ['id'])
    : undefined;
}

export function sameGroup(a: OrganisationState, b: OrganisationState): boolean {
  return a.controlGroupId === b.controlGroupId;
}

/** For itself, or for others as the one that keeps the mission's books: imports and pledges on paper. */
export function speaksFor(organisation: string, those: readonly string[], mission: MissionState): boolean {
  return those.includes(organisation) || hasRole(mission, organisation, 'BACKBONE');
}
