import { may, type Slice } from '@maillage/engine';
import { Amendment, changesOnCommitment, Settlement, settlementMutations } from './commitment/changes.graphql.js';
import {
  amendmentsOfCommitment,
  settlementById,
  settlementsOfCommitment,
  untiedBackbonesOf,
} from './commitment/changes.queries.js';
import { commitmentDecider } from './commitment/decider.js';
import { releaseThoseDissolved } from './commitment/dissolved.js';
import { dissolvedParties } from './commitment/dissolved.queries.js';
import { Commitment, commitmentMutations, CommitmentTerms } from './commitment/graphql.js';
import { commitmentPage, commitmentsOfMission, commitmentsOfOrganisation } from './commitment/lists.queries.js';
import { CommitmentParty, ProgressNote, readsTextOf } from './commitment/parties.graphql.js';
import { outsiders, tooOftenAsked } from './commitment/proposals.js';
import {
  commitmentById,
  isInCircleOfCommitment,
  notesOfCommitment,
  partiesOfCommitment,
  termChangesOfMission,
  termsOfCommitment,
} from './commitment/queries.js';
import { promisorsOf } from './commitment/state.js';
import { commitments } from './commitment/view.js';
import {
  Contribution,
  contributionMutations,
  ContributionStatement,
  ContributionVersion,
  Objection,
  objectionMutations,
} from './contribution/graphql.js';
import { tiesDenied } from './contribution/denial.queries.js';
import { disputesHeld, leftToPassOn, objectionsHeld, openDisputes, openObjections } from './contribution/limits.js';
import {
  contributionById,
  contributionsOfCommitment,
  contributionsOfOrganisation,
  contributionsToPassOn,
  objectionById,
  objectionsOfContribution,
  statementsOfContribution,
  versionsOfContribution,
} from './contribution/queries.js';
import { contributionCountsOf, weightOfContribution, weightOfStatement } from './contribution/weighed.queries.js';
import { accountabilityDesk } from './desk/graphql.js';
import {
  commitmentsToDeliver,
  contributionsToCorroborate,
  contributionsToDeclare,
  contributionsToVerify,
  reviewRequestsOf,
  reviewsToAnswer,
  settlementsToStandIn,
} from './desk/queries.js';
import { commitmentCountsOf } from './progress/counts.queries.js';
import { countsOnCommitment, countsOnOrganisation, progressOnMission } from './progress/graphql.js';
import { shareAMember } from './ports.js';
import { parametersDecider } from './parameters/decider.js';
import { beginReputation } from './parameters/first.js';
import { parametersAt } from './parameters/queries.js';
import { reputationParameters } from './parameters/view.js';
import { milestonesReached, progressOfMission, standingOfCommitment } from './progress/queries.js';
import { usualPromisesOf } from './progress/usual.queries.js';
import { receivingDecider } from './receiving/decider.js';
import { Receiver, receiversOnMission, receivingMutations } from './receiving/graphql.js';
import { receiversOfMission } from './receiving/queries.js';
import { receivings } from './receiving/view.js';
import { reputationFacts } from './reputation/facts.view.js';
import { Reputation, reputationOnOrganisation } from './reputation/graphql.js';
import { ReputationEstimate, WeighedCommitment, WeighedReview } from './reputation/types.graphql.js';
import { factsWithin, missionsJoined, praiseAround, standpoint } from './reputation/queries.js';
import { standingWithin } from './reputation/records.queries.js';
import { reputationRecords } from './reputation/records.view.js';
import { Review, reviewMutations, ReviewVersion } from './review/graphql.js';
import {
  reviewById,
  reviewsByOrganisation,
  reviewsOfCommitment,
  reviewsOfMission,
  reviewsOfOrganisation,
  silencedSince,
  versionsOfReview,
} from './review/queries.js';
import { ReviewScaleResolver } from './review/scale.graphql.js';
import { ReviewTie } from './review/ties.graphql.js';
import { tiesOfReview } from './review/ties.queries.js';
import { reviews } from './review/view.js';

export const accountability: Slice = {
  name: 'accountability',
  deciders: [commitmentDecider, parametersDecider, receivingDecider],
  views: [commitments, receivings, reviews, reputationFacts, reputationParameters, reputationRecords],
  queries: [
    commitmentById,
    amendmentsOfCommitment,
    settlementById,
    settlementsOfCommitment,
    untiedBackbonesOf,
    commitmentPage,
    commitmentsOfMission,
    commitmentsOfOrganisation,
    isInCircleOfCommitment,
    notesOfCommitment,
    partiesOfCommitment,
    termsOfCommitment,
    termChangesOfMission,
    tooOftenAsked,
    outsiders,
    dissolvedParties,
    receiversOfMission,
    milestonesReached,
    contributionById,
    contributionsOfCommitment,
    contributionsOfOrganisation,
    contributionsToPassOn,
    statementsOfContribution,
    versionsOfContribution,
    objectionById,
    objectionsOfContribution,
    contributionCountsOf,
    weightOfContribution,
    weightOfStatement,
    tiesDenied,
    leftToPassOn,
    openDisputes,
    openObjections,
    progressOfMission,
    usualPromisesOf,
    commitmentCountsOf,
    standingOfCommitment,
    reviewById,
    reviewsByOrganisation,
    reviewsOfCommitment,
    reviewsOfMission,
    reviewsOfOrganisation,
    silencedSince,
    versionsOfReview,
    tiesOfReview,
    reviewRequestsOf,
    reviewsToAnswer,
    commitmentsToDeliver,
    contributionsToDeclare,
    contributionsToCorroborate,
    contributionsToVerify,
    settlementsToStandIn,
    factsWithin,
    missionsJoined,
    parametersAt,
    praiseAround,
    standingWithin,
    standpoint,
  ],
  begins: beginReputation,
  follows: releaseThoseDissolved,
  circles: { commitment: isInCircleOfCommitment },
  readers: { commitment: readsTextOf },
  lookups: { disputes: disputesHeld, objections: objectionsHeld },
  ports: [shareAMember],
  desk: accountabilityDesk,
  graphql: [
    Commitment,
    CommitmentParty,
    CommitmentTerms,
    ProgressNote,
    commitmentMutations,
    Amendment,
    Settlement,
    changesOnCommitment,
    settlementMutations,
    Receiver,
    receiversOnMission,
    receivingMutations,
    Contribution,
    ContributionStatement,
    ContributionVersion,
    contributionMutations,
    Objection,
    objectionMutations,
    progressOnMission,
    countsOnCommitment,
    countsOnOrganisation,
    Review,
    ReviewVersion,
    reviewMutations,
    ReviewTie,
    reputationOnOrganisation,
    Reputation,
    ReputationEstimate,
    WeighedReview,
    WeighedCommitment,
    may(Commitment, commitmentDecider, { SubmitReview: promisorsOf, DeclineReview: promisorsOf }),
    may(Contribution, commitmentDecider),
    may(Objection, commitmentDecider),
    may(Review, commitmentDecider),
    may(Settlement, commitmentDecider),
  ],
  resolvers: [ReviewScaleResolver],
};
