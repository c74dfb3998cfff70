import { may, type Slice } from '@maillage/engine';
import { commitmentDecider } from './commitment/decider.js';
import { Commitment, commitmentMutations, CommitmentTerms } from './commitment/graphql.js';
import { commitmentPage, commitmentsOfMission, commitmentsOfOrganisation } from './commitment/lists.queries.js';
import { commitmentById, termsOfCommitment } from './commitment/queries.js';
import { promisorsOf } from './commitment/state.js';
import { commitments } from './commitment/view.js';
import { Contribution, contributionMutations, ContributionStatement } from './contribution/graphql.js';
import {
  contributionById,
  contributionsOfCommitment,
  contributionsOfOrganisation,
  statementsOfContribution,
} from './contribution/queries.js';
import { accountabilityDesk } from './desk/graphql.js';
import {
  commitmentsToDeliver,
  contributionsToCorroborate,
  contributionsToDeclare,
  contributionsToVerify,
  reviewRequestsOf,
  reviewsToAnswer,
} from './desk/queries.js';
import { progressOnMission } from './progress/graphql.js';
import { shareAMember } from './ports.js';
import { progressOfMission, standingOfCommitment } from './progress/queries.js';
import { reputationFacts } from './reputation/facts.view.js';
import { Reputation, reputationOnOrganisation } from './reputation/graphql.js';
import { ReputationEstimate, WeighedCommitment, WeighedReview } from './reputation/types.graphql.js';
import { factsWithin, missionsJoined, praiseAround, standpoint } from './reputation/queries.js';
import { Review, reviewMutations, ReviewVersion } from './review/graphql.js';
import {
  reviewById,
  reviewsByOrganisation,
  reviewsOfCommitment,
  reviewsOfOrganisation,
  versionsOfReview,
} from './review/queries.js';
import { ReviewScaleResolver } from './review/scale.graphql.js';
import { ReviewTie } from './review/ties.graphql.js';
import { tiesOfReview } from './review/ties.queries.js';
import { reviews } from './review/view.js';

export const accountability: Slice = {
  name: 'accountability',
  deciders: [commitmentDecider],
  views: [commitments, reviews, reputationFacts],
  queries: [
    commitmentById,
    commitmentPage,
    commitmentsOfMission,
    commitmentsOfOrganisation,
    termsOfCommitment,
    contributionById,
    contributionsOfCommitment,
    contributionsOfOrganisation,
    statementsOfContribution,
    progressOfMission,
    standingOfCommitment,
    reviewById,
    reviewsByOrganisation,
    reviewsOfCommitment,
    reviewsOfOrganisation,
    versionsOfReview,
    tiesOfReview,
    reviewRequestsOf,
    reviewsToAnswer,
    commitmentsToDeliver,
    contributionsToDeclare,
    contributionsToCorroborate,
    contributionsToVerify,
    factsWithin,
    missionsJoined,
    praiseAround,
    standpoint,
  ],
  ports: [shareAMember],
  desk: accountabilityDesk,
  graphql: [
    Commitment,
    CommitmentTerms,
    commitmentMutations,
    Contribution,
    ContributionStatement,
    contributionMutations,
    progressOnMission,
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
    may(Review, commitmentDecider),
  ],
  resolvers: [ReviewScaleResolver],
};
