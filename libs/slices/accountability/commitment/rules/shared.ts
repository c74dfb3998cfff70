import {
  refuse,
  type CalendarDate,
  type Command,
  type Intent,
  type Refusal,
  type Rule,
  type RuleOf,
} from '@maillage/kernel';
import {
  sameGroup,
  unknownOrganisation,
  type AccreditationState,
  type Connections,
  type OrganisationState,
} from '@maillage/directory';
import { backbonesOf, concernedIn, hasRole, isMember, suspensionOn, type MissionState } from '@maillage/missions';
import type { ReceivingState } from '../../receiving/state.js';
import type { CommitmentCommands } from '../commands.js';
import type { CommitmentEvent, commitmentEvents } from '../events.js';
import { isParty, type CommitmentState, type MadeCommitment } from '../state.js';

/** What a decision reads of other streams. Lists are in the order of the ids they were asked by. */
export interface Consulted {
  readonly mission: MissionState;
  readonly actor: OrganisationState;
  /** Whose work is judged: the contributor of a contribution, or the organisation reviewed. */
  readonly judged: OrganisationState;
  readonly promisors: readonly OrganisationState[];
  readonly counterparties: readonly OrganisationState[];
  /** Who accepts as a receiver whatever is promised to it in the mission. */
  readonly receiving: ReceivingState;
  /** The indicators that a promise is to move. */
  readonly aims: readonly { readonly missionId: string }[];
  /** Backbones of the mission that are no party, where one may have to agree. */
  readonly backbones: readonly OrganisationState[];
  /** Of those that verified the contribution it is about, verification by verification. */
  readonly evaluators: readonly AccreditationState[];
  /** Those that disputed the contribution it is about, or objected to it. */
  readonly speakers: readonly OrganisationState[];
  /** Of the actor and the parties, where it matters who is tied to whom. */
  readonly connections: Connections;
  /** What is open by now where a contribution is to be disputed, or objected to. */
  readonly held: Held;
  /** The commitment that what is handed on was given towards. */
  readonly firstHand: CommitmentState;
}

/** What a control group holds against a giver, of all missions' contributions, and of the one it is about. */
export interface Held {
  /** How many disputes, or objections, of the control group are open against the giver. */
  readonly open: number;
  /** Whether the word of an accredited evaluator settles what is disputed. */
  readonly settled: boolean;
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
        return unknownCommitment(asked.id);
      }
      return rule.allowed?.(asked, state, consulted);
    },
    decide(command, state, consulted) {
      if (!state.made) throw new Error(`${command.type} is decided although no commitment stands.`);
      return rule.decide(command, state, consulted);
    },
  };
}

/** Of a command about a promise that nobody made. */
export function unknownCommitment(id: string): Refusal<'UNKNOWN_COMMITMENT'> {
  return refuse('UNKNOWN_COMMITMENT', `No commitment stands under ${id}; name one that does.`, ['id']);
}

/** What exists no more promises nothing, and is promised nothing. */
export function refuseDissolved(
  { name, dissolved }: OrganisationState,
  path: readonly (string | number)[],
): Objection<'ORGANISATION_DISSOLVED'> {
  if (dissolved === undefined) return undefined;
  const { on, successorId } = dissolved;
  const instead = successorId === undefined ? 'name another organisation' : `its successor is ${successorId}`;
  return refuse('ORGANISATION_DISSOLVED', `${name} was dissolved on ${on}; ${instead}.`, path);
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

/** While a member is suspended it makes no new promise and gives no new review; everything else stays open to it. */
export function refuseSuspended(
  organisation: string,
  on: CalendarDate,
  mission: MissionState,
  path: readonly (string | number)[] = [],
): Objection<'MEMBER_SUSPENDED'> {
  const suspension = suspensionOn(mission, organisation, on);
  return suspension === undefined
    ? undefined
    : refuse(
        'MEMBER_SUSPENDED',
        `${organisation} is suspended in ${mission.title} until ${suspension.until}; it may promise and review again after that, and keep what it promised at any time.`,
        path,
      );
}

export function refuseWithdrawn(state: MadeCommitment): Objection<'COMMITMENT_WITHDRAWN'> {
  return state.withdrawn
    ? refuse('COMMITMENT_WITHDRAWN', 'This commitment was withdrawn; make a new one instead.', ['id'])
    : undefined;
}

/** Whether an actor counts as one group with a party, by whomever they are tied. */
export function isTied({ actor, promisors, counterparties, connections }: Consulted, on: CalendarDate): boolean {
  return [...promisors, ...counterparties].some((party) => sameGroup(actor, party, on, connections));
}

/** Backbones of the mission that are no party to the commitment, in the order they are consulted. */
export function otherBackbones(mission: Pick<MissionState, 'members'>, state: MadeCommitment): readonly string[] {
  return backbonesOf(mission)
    .filter((id) => !isParty(state, id))
    .sort();
}

/** Of these, those that count as one group with no party. */
export function untiedBackbones(state: MadeCommitment, consulted: Consulted, on: CalendarDate): readonly string[] {
  const parties = [...consulted.promisors, ...consulted.counterparties];
  return otherBackbones(consulted.mission, state).filter((_, n) => {
    const backbone = consulted.backbones[n];
    return backbone !== undefined && !parties.some((party) => sameGroup(backbone, party, on, consulted.connections));
  });
}

/** Whom words of one of them may speak of: the other parties, and who proposed it, which is one of them or a backbone. */
export function concernedBy(
  { parties }: MadeCommitment,
  { mission }: Pick<Consulted, 'mission'>,
  by: string,
): string[] {
  return concernedIn(mission, by, Object.keys(parties));
}

/** For itself, or for others as the one that keeps the mission's books: imports and pledges on paper. */
export function speaksFor(organisation: string, those: readonly string[], mission: MissionState): boolean {
  return those.includes(organisation) || hasRole(mission, organisation, 'BACKBONE');
}
