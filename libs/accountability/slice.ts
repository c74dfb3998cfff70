import type { Slice } from '@maillage/engine';
import { commitmentDecider } from './commitment.decider.js';
import { commitmentOf, CommitmentResolver, CommitmentTermsResolver } from './commitment.graphql.js';
import { MissionCommitmentsResolver, OrganisationCommitmentsResolver } from './commitment.lists.graphql.js';
import {
  commitmentById,
  commitmentPage,
  commitmentsOfMission,
  commitmentsOfOrganisation,
  termsOfCommitment,
} from './commitment.queries.js';
import { commitments } from './commitment.view.js';
import {
  CommitmentContributionsResolver,
  contributionOf,
  ContributionResolver,
  ContributionStatementResolver,
  OrganisationContributionsResolver,
} from './contribution.graphql.js';
import {
  contributionById,
  contributionsOfCommitment,
  contributionsOfOrganisation,
  statementsOfContribution,
} from './contribution.queries.js';
import { MissionProgressResolver } from './progress.graphql.js';
import {
  ContributionNoteResolver,
  ReviewTextsResolver,
  ReviewVersionTextsResolver,
  StatementTextResolver,
} from './private.graphql.js';
import { progressOfMission, standingOfCommitment } from './progress.queries.js';
import { CommitmentReviewsResolver, OrganisationReviewsResolver, reviewOf, ReviewResolver } from './review.graphql.js';
import {
  reviewById,
  reviewsByOrganisation,
  reviewsOfCommitment,
  reviewsOfOrganisation,
  versionsOfReview,
} from './review.queries.js';
import { reviews } from './review.view.js';
import { MissionTimelineResolver, TimelineEntryResolver } from './timeline.graphql.js';
import { timelineOfMission, timelineSince } from './timeline.queries.js';
import { TimelineSubscription } from './timeline.subscription.js';
import { timeline } from './timeline.view.js';

export const accountability: Slice = {
  name: 'accountability',
  deciders: [commitmentDecider],
  views: [commitments, reviews, timeline],
  queries: [
    ...[commitmentById, commitmentPage, commitmentsOfMission, commitmentsOfOrganisation, termsOfCommitment],
    ...[contributionById, contributionsOfCommitment, contributionsOfOrganisation, statementsOfContribution],
    ...[progressOfMission, standingOfCommitment],
    ...[reviewById, reviewsByOrganisation, reviewsOfCommitment, reviewsOfOrganisation, versionsOfReview],
    ...[timelineOfMission, timelineSince],
  ],
  resolvers: [
    ...[CommitmentResolver, CommitmentTermsResolver, MissionCommitmentsResolver, OrganisationCommitmentsResolver],
    ...[ContributionResolver, ContributionStatementResolver],
    ...[CommitmentContributionsResolver, OrganisationContributionsResolver],
    ...[MissionProgressResolver],
    ...[ReviewResolver, CommitmentReviewsResolver, OrganisationReviewsResolver],
    ...[ReviewTextsResolver, ReviewVersionTextsResolver, ContributionNoteResolver, StatementTextResolver],
    ...[MissionTimelineResolver, TimelineEntryResolver, TimelineSubscription],
  ],
  nodes: { Commitment: commitmentOf, Contribution: contributionOf, Review: reviewOf },
};
