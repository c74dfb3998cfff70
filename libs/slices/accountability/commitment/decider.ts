import { decider, streamOf, type AskedOf, type StreamsOf } from '@maillage/kernel';
import { commitmentCommands, type CommitmentCommands } from './commands.js';
import { commitmentEvents } from './events.js';
import { amendCommitment, makeCommitment, withdrawCommitment } from './rules/commitment.js';
import {
  contributorOf,
  corroborateContribution,
  declareContribution,
  disputeContribution,
  recordContribution,
  verifyContribution,
} from './rules/contribution.js';
import { answerReview, declineReview, markLearned, reviseReview, submitReview } from './rules/review.js';
import { standing, type Consulted } from './rules/shared.js';
import { evolve, notMade, type CommitmentState } from './state.js';

/** A promise, what was given towards it, its evidence and its reviews: one stream, so each rule is decided in one place. */
export const commitmentDecider = decider<CommitmentState, CommitmentCommands, typeof commitmentEvents, Consulted>({
  name: 'commitment',
  commands: commitmentCommands,
  events: commitmentEvents,
  initial: notMade,
  consults,
  rules: {
    MakeCommitment: makeCommitment,
    AmendCommitment: standing(amendCommitment),
    WithdrawCommitment: standing(withdrawCommitment),
    RecordContribution: recordContribution,
    DeclareContribution: standing(declareContribution),
    CorroborateContribution: standing(corroborateContribution),
    VerifyContribution: standing(verifyContribution),
    DisputeContribution: standing(disputeContribution),
    SubmitReview: standing(submitReview),
    ReviseReview: standing(reviseReview),
    AnswerReview: standing(answerReview),
    MarkLearned: standing(markLearned),
    DeclineReview: standing(declineReview),
  },
  evolve,
});

type Asked = AskedOf<CommitmentCommands>;

function consults(asked: Asked, state: CommitmentState): StreamsOf<Consulted> {
  const missionId = state.made ? state.missionId : missionNamed(asked);
  const judgedId = judgedBy(asked, state);
  const { promisorIds, counterpartyIds } = partiesWeighed(asked, state);
  return {
    mission: missionId === undefined ? undefined : streamOf('mission', missionId),
    actor: organisation(asked.actor.organisation),
    judged: judgedId === undefined ? undefined : organisation(judgedId),
    promisors: promisorIds.map(organisation),
    counterparties: counterpartyIds.map(organisation),
  };
}

function organisation(id: string): string {
  return streamOf('organisation', id);
}

function missionNamed(asked: Asked): string | undefined {
  if (asked.type === 'MakeCommitment') return asked.about;
  return asked.type === 'RecordContribution' ? asked.data?.missionId : undefined;
}

function judgedBy({ type, about }: Asked, state: CommitmentState): string | undefined {
  if (!state.made) return undefined;
  if (type === 'SubmitReview' || type === 'DeclineReview') return about;
  if (type === 'ReviseReview') return state.reviews[about]?.reviewedId;
  if (type === 'CorroborateContribution' || type === 'DisputeContribution') {
    return state.contributions[about]?.contributorId;
  }
  return undefined;
}

interface Parties {
  readonly promisorIds: readonly string[];
  readonly counterpartyIds: readonly string[];
}

/** Whose registration or control group the decision turns on: up to 40 streams, so only where it does. */
function partiesWeighed({ type, actor, data }: Asked, state: CommitmentState): Parties {
  if (type === 'VerifyContribution' && state.made) return state;
  if (type === 'MakeCommitment' && !state.made && data !== undefined) {
    const { promisorIds = [actor.organisation], counterpartyIds } = data;
    return { promisorIds, counterpartyIds };
  }
  if (type === 'RecordContribution' && !state.made && data !== undefined) {
    return { promisorIds: [contributorOf({ actor, data })], counterpartyIds: data.counterpartyIds ?? [] };
  }
  return { promisorIds: [], counterpartyIds: [] };
}
