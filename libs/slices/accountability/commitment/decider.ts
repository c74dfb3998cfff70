import { refuse, streamOf, type Decider, type StreamsOf } from '@maillage/kernel';
import { unknownOrganisation } from '@maillage/directory';
import { commitmentCommands, type AccountabilityRefusal, type CommitmentCommand } from './commands.js';
import { commitmentEvents, type CommitmentEvent } from './events.js';
import { amend, make, withdraw, type Consulted, type Verdict } from './rules/commitment.js';
import { evolve, notMade, type CommitmentState } from './state.js';
import {
  contributorOf,
  corroborate,
  declareContribution,
  dispute,
  openByContribution,
  recordContribution,
  verify,
} from './rules/contribution.js';
import { answerReview, declineReview, markLearned, reviseReview, submitReview } from './rules/review.js';

/** A promise, what was given towards it, its evidence and its reviews: one stream, so each rule is decided in one place. */
export const commitmentDecider: Decider<
  CommitmentState,
  CommitmentCommand,
  CommitmentEvent,
  Consulted,
  AccountabilityRefusal
> = {
  name: 'commitment',
  commands: commitmentCommands,
  events: commitmentEvents,
  initial: notMade,
  consults,
  decide,
  evolve,
};

function decide(command: CommitmentCommand, state: CommitmentState, consulted: Consulted): Verdict {
  if (!consulted.actor.registered) return unknownOrganisation(command.actor.organisation, []);
  if (command.type === 'MakeCommitment') {
    return state.made
      ? refuse('COMMITMENT_EXISTS', 'A commitment stands under this id already; choose another.', ['id'])
      : make(command, consulted);
  }
  if (!state.made) {
    return command.type === 'RecordContribution'
      ? openByContribution(command, consulted)
      : refuse('UNKNOWN_COMMITMENT', `No commitment stands under ${command.id}; name one that does.`, ['id']);
  }

  switch (command.type) {
    case 'AmendCommitment':
      return amend(command, state, consulted);
    case 'WithdrawCommitment':
      return withdraw(command, state, consulted);
    case 'RecordContribution':
      return recordContribution(command, state, consulted);
    case 'DeclareContribution':
      return declareContribution(command, state, consulted);
    case 'CorroborateContribution':
      return corroborate(command, state, consulted);
    case 'VerifyContribution':
      return verify(command, state, consulted);
    case 'DisputeContribution':
      return dispute(command, state, consulted);
    case 'SubmitReview':
      return submitReview(command, state, consulted);
    case 'ReviseReview':
      return reviseReview(command, state, consulted);
    case 'AnswerReview':
      return answerReview(command, state, consulted);
    case 'MarkLearned':
      return markLearned(command, state, consulted);
    case 'DeclineReview':
      return declineReview(command, state, consulted);
  }
}

function consults(command: CommitmentCommand, state: CommitmentState): StreamsOf<Consulted> {
  const missionId = state.made ? state.missionId : missionNamed(command);
  const judgedId = judgedBy(command, state);
  const { promisorIds, counterpartyIds } = partiesWeighed(command, state);
  return {
    mission: missionId === undefined ? undefined : streamOf('mission', missionId),
    actor: organisation(command.actor.organisation),
    judged: judgedId === undefined ? undefined : organisation(judgedId),
    promisors: promisorIds.map(organisation),
    counterparties: counterpartyIds.map(organisation),
  };
}

function organisation(id: string): string {
  return streamOf('organisation', id);
}

function missionNamed(command: CommitmentCommand): string | undefined {
  return command.type === 'MakeCommitment' || command.type === 'RecordContribution'
    ? command.data.missionId
    : undefined;
}

function judgedBy(command: CommitmentCommand, state: CommitmentState): string | undefined {
  if (!state.made) return undefined;
  if (command.type === 'SubmitReview' || command.type === 'DeclineReview') return command.data.reviewedId;
  if (command.type === 'ReviseReview') return state.reviews[command.data.reviewId]?.reviewedId;
  if (command.type === 'CorroborateContribution' || command.type === 'DisputeContribution')
    return state.contributions[command.data.contributionId]?.contributorId;
  return undefined;
}

interface Parties {
  readonly promisorIds: readonly string[];
  readonly counterpartyIds: readonly string[];
}

/** Whose registration or control group the decision turns on: up to 40 streams, so only where it does. */
function partiesWeighed(command: CommitmentCommand, state: CommitmentState): Parties {
  if (command.type === 'VerifyContribution' && state.made) return state;
  if (command.type === 'MakeCommitment' && !state.made) {
    const { promisorIds = [command.actor.organisation], counterpartyIds } = command.data;
    return { promisorIds, counterpartyIds };
  }
  if (command.type === 'RecordContribution' && !state.made) {
    return { promisorIds: [contributorOf(command)], counterpartyIds: command.data.counterpartyIds ?? [] };
  }
  return { promisorIds: [], counterpartyIds: [] };
}
