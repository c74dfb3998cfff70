import { decider, streamOf, type AskedOf, type StreamsOf } from '@maillage/kernel';
import { connectionsOf } from '@maillage/directory';
import { commitmentCommands, type CommitmentCommands } from './commands.js';
import { commitmentEvents } from './events.js';
import { acceptCommitment, declineCommitment, noteProgress } from './rules/acceptance.js';
import { amendCommitment, dropAmendment, withdrawCommitment } from './rules/amendment.js';
import { makeCommitment } from './rules/commitment.js';
import {
  contributorOf,
  corroborateContribution,
  declareContribution,
  recordContribution,
} from './rules/contribution.js';
import { correctContribution, retractContribution } from './rules/correction.js';
import { disputeContribution, withdrawDispute } from './rules/dispute.js';
import { answerObjection, noteObjection, withdrawObjection } from './rules/objection.js';
import { releaseDissolved, releaseParty } from './rules/release.js';
import { answerReview, declineReview, markLearned, reviseReview, submitReview } from './rules/review.js';
import { acceptSettlement, declineSettlement, dropSettlement, proposeSettlement } from './rules/settlement.js';
import { otherBackbones, standing, type Consulted } from './rules/shared.js';
import { verifyContribution } from './rules/verification.js';
import { evolve, isParty, notMade, tyingParties, type CommitmentState, type MadeCommitment } from './state.js';

/** A promise, what was given towards it, its evidence and its reviews: one stream, so each rule is decided in one place. */
export const commitmentDecider = decider<CommitmentState, CommitmentCommands, typeof commitmentEvents, Consulted>({
  name: 'commitment',
  commands: commitmentCommands,
  events: commitmentEvents,
  initial: notMade,
  consults,
  // Who may agree where no counterparty is there to do so.
  consultsFurther: ({ type }, state, { mission }) =>
    state.made && AGREEING.includes(type) ? { backbones: otherBackbones(mission, state).map(organisation) } : {},
  rules: {
    MakeCommitment: makeCommitment,
    AcceptCommitment: standing(acceptCommitment),
    DeclineCommitment: standing(declineCommitment),
    NoteProgress: standing(noteProgress),
    AmendCommitment: standing(amendCommitment),
    WithdrawCommitment: standing(withdrawCommitment),
    DropAmendment: standing(dropAmendment),
    ReleaseParty: standing(releaseParty),
    ReleaseDissolved: releaseDissolved,
    ProposeSettlement: standing(proposeSettlement),
    AcceptSettlement: standing(acceptSettlement),
    DeclineSettlement: standing(declineSettlement),
    DropSettlement: standing(dropSettlement),
    RecordContribution: recordContribution,
    DeclareContribution: standing(declareContribution),
    CorroborateContribution: standing(corroborateContribution),
    VerifyContribution: standing(verifyContribution),
    CorrectContribution: standing(correctContribution),
    RetractContribution: standing(retractContribution),
    DisputeContribution: standing(disputeContribution),
    WithdrawDispute: standing(withdrawDispute),
    NoteObjection: standing(noteObjection),
    AnswerObjection: standing(answerObjection),
    WithdrawObjection: standing(withdrawObjection),
    SubmitReview: standing(submitReview),
    ReviseReview: standing(reviseReview),
    AnswerReview: standing(answerReview),
    MarkLearned: standing(markLearned),
    DeclineReview: standing(declineReview),
  },
  evolve,
});

type Asked = AskedOf<CommitmentCommands>;

/** Those that may take the leave of others. */
const AGREEING: readonly Asked['type'][] = ['AmendCommitment', 'WithdrawCommitment', 'ProposeSettlement'];
/** Those of which it matters who is tied to whom. */
const AMONG_PARTIES: readonly Asked['type'][] = [
  ...AGREEING,
  'ReleaseParty',
  'AcceptSettlement',
  'DeclineSettlement',
  'VerifyContribution',
];
/** Those that say something of one that must be another. */
const OF_OTHERS: readonly Asked['type'][] = [
  'CorroborateContribution',
  'DisputeContribution',
  'NoteObjection',
  'SubmitReview',
  'ReviseReview',
  'DeclineReview',
];
/** The answers to a proposal, or to a change of it. */
const ANSWERS: readonly Asked['type'][] = ['AcceptCommitment', 'DeclineCommitment'];

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
    receiving: counterpartyIds.length === 0 || missionId === undefined ? undefined : streamOf('receiving', missionId),
    aims: aimsNamed(asked).map((id) => streamOf('indicator', id)),
    backbones: [],
    evaluators: evaluatorsOf(asked, state).map((id) => streamOf('accreditation', id)),
    speakers: speakersOf(asked, state).map(organisation),
    connections: connectionsAsked(asked, state),
    held: heldAsked(asked),
    firstHand: firstHandOf(asked, state),
  };
}

/** Whether what they found is the last word on a contribution turns on their accreditation. */
function evaluatorsOf({ type, about }: Asked, state: CommitmentState): readonly string[] {
  const asks = type === 'CorrectContribution' || type === 'RetractContribution';
  if (!asks || !state.made) return [];
  return (state.contributions[about]?.verifications ?? []).map(({ by }) => by);
}

/** Whether one of the actor's control group said the same already turns on theirs. */
function speakersOf({ type, about }: Asked, state: CommitmentState): readonly string[] {
  if (!state.made || (type !== 'DisputeContribution' && type !== 'NoteObjection')) return [];
  const found = state.contributions[about];
  const said = type === 'DisputeContribution' ? found?.disputes : found?.objections;
  return [...new Set((said ?? []).map(({ by }) => by))];
}

function firstHandOf(asked: Asked, state: CommitmentState): string | undefined {
  const { type, about, data } = asked;
  const corrected = type === 'CorrectContribution' && state.made ? state.contributions[about]?.passesOn : undefined;
  const passesOn = type === 'RecordContribution' ? data?.passesOn : corrected;
  return passesOn && streamOf('commitment', passesOn.commitmentId);
}

function aimsNamed({ type, data }: Asked): readonly string[] {
  return type === 'MakeCommitment' ? (data?.aims ?? []) : [];
}

function organisation(id: string): string {
  return streamOf('organisation', id);
}

function missionNamed(asked: Asked): string | undefined {
  if (asked.type === 'MakeCommitment') return asked.about;
  return asked.type === 'RecordContribution' ? asked.data?.missionId : undefined;
}

function judgedBy({ type, about, data }: Asked, state: CommitmentState): string | undefined {
  if (!state.made) return undefined;
  if (type === 'ReleaseDissolved') return data?.organisationId;
  if (type === 'SubmitReview' || type === 'DeclineReview') return about;
  if (type === 'ReviseReview') return state.reviews[about]?.reviewedId;
  if (type === 'CorroborateContribution' || type === 'DisputeContribution' || type === 'NoteObjection') {
    return state.contributions[about]?.contributorId;
  }
  return undefined;
}

/** Of the actor, and of the parties where it matters who else is tied to one of them. */
function connectionsAsked(asked: Asked, state: CommitmentState): string | undefined {
  if (!state.made) return undefined;
  const { type, actor } = asked;
  if (OF_OTHERS.includes(type)) return connectionsOf([actor.organisation]);
  if (!isAmongParties(asked, state)) return undefined;
  const { promisorIds, counterpartyIds } = tyingParties(state);
  return connectionsOf([actor.organisation, ...promisorIds, ...counterpartyIds]);
}

/** What no stream tells, since others hold it: how much the control group holds against the giver. */
function heldAsked({ type, id, about, actor, on }: Asked): string | undefined {
  const name = `${id}/${about}/${actor.organisation}/${on}`;
  if (type === 'DisputeContribution') return streamOf('disputes', name);
  return type === 'NoteObjection' ? streamOf('objections', name) : undefined;
}

interface Parties {
  readonly promisorIds: readonly string[];
  readonly counterpartyIds: readonly string[];
}

/** Whose registration or control group the decision turns on: up to 40 streams, so only where it does. */
function partiesWeighed(asked: Asked, state: CommitmentState): Parties {
  const { type, actor, data } = asked;
  if (state.made && isAmongParties(asked, state)) return tyingParties(state);
  if (type === 'MakeCommitment' && !state.made && data !== undefined) {
    const { promisorIds = [actor.organisation], counterpartyIds } = data;
    return { promisorIds, counterpartyIds };
  }
  if (type === 'RecordContribution' && !state.made && data !== undefined) {
    return { promisorIds: [contributorOf({ actor, data })], counterpartyIds: data.counterpartyIds ?? [] };
  }
  return { promisorIds: [], counterpartyIds: [] };
}

function isAmongParties({ type, actor }: Asked, state: MadeCommitment): boolean {
  return AMONG_PARTIES.includes(type) || isOutsideAnswer(type, actor.organisation, state);
}

/** A backbone answers a change only where it is tied to no party; parties answer whoever they are tied to. */
function isOutsideAnswer(type: Asked['type'], organisationId: string, state: MadeCommitment): boolean {
  return ANSWERS.includes(type) && state.amendment !== undefined && !isParty(state, organisationId);
}
