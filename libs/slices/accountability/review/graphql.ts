import {
  Args,
  Context,
  Field,
  ID,
  Info,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  AfterArgs,
  ConnectionArgs,
  connectionType,
  dataOf,
  DateTimeScalar,
  localId,
  localIdWithin,
  Node,
  pageAsked,
  PositionScalar,
  ReceiptObject,
  Recorder,
  resultOf,
  toConnection,
  toGlobalId,
  type Connection,
  type GraphqlContext,
  type Page,
  type RefusalObject,
} from '@maillage/engine';
import { Organisation, organisationOf } from '@maillage/directory';
import type { HeldText } from '@maillage/evidence';
import { commitmentCommands } from '../commitment/commands.js';
import { Commitment } from '../commitment/graphql.js';
import {
  AnswerReviewInput,
  DeclineReviewInput,
  MarkLearnedInput,
  ReviseReviewInput,
  SubmitReviewInput,
} from './inputs.js';
import {
  reviewById,
  reviewsByOrganisation,
  reviewsOfCommitment,
  reviewsOfOrganisation,
  versionsOfReview,
} from './queries.js';
import { commitmentIn, composite } from '../shared.queries.js';
import type { OpinionRow, ReviewRow, ReviewVersionRow } from './view.js';

@ObjectType({ description: 'Each from 0 to 4; what each point stands for is in the query `reviewScale`.' })
export class Scores {
  @Field(() => Int)
  results!: number;
  @Field(() => Int)
  reliability!: number;
  @Field(() => Int)
  openness!: number;
  @Field(() => Int)
  learning!: number;
}

function opinionOf({ results, reliability, openness, learning, ...texts }: OpinionRow) {
  return {
    scores: Object.assign(new Scores(), { results, reliability, openness, learning }),
    heldWhatWorked: { plain: texts.what_worked, reference: texts.what_worked_private },
    heldWhatToTry: { plain: texts.what_to_try, reference: texts.what_to_try_private },
  };
}

@ObjectType({ description: 'A review as it was once submitted or revised.' })
export class ReviewVersion {
  @Field()
  scores!: Scores;
  @Field(() => DateTimeScalar)
  recordedAt!: string;
  @Field(() => PositionScalar)
  position!: string;

  commitmentId!: string;
  reviewerId!: string;
  heldWhatWorked!: HeldText;
  heldWhatToTry!: HeldText;

  static of(row: ReviewVersionRow, reviewerId: string): ReviewVersion {
    return Object.assign(new ReviewVersion(), {
      ...opinionOf(row),
      recordedAt: row.recorded_at,
      position: row.position,
      commitmentId: row.commitment_id,
      reviewerId,
    });
  }
}

@ObjectType({ implements: () => [Node], description: 'One organisation’s view of another’s work on one commitment.' })
export class Review extends Node {
  @Field()
  scores!: Scores;
  @Field(() => DateTimeScalar)
  submittedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  revisedAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  answeredAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the reviewer marked its point as learned.' })
  learnedByReviewer!: string | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the reviewed organisation marked its point as learned.',
  })
  learnedByReviewed!: string | null;

  /** Its commitment and its id within it. */
  key!: string;
  commitmentId!: string;
  reviewerId!: string;
  reviewedId!: string;
  heldWhatWorked!: HeldText;
  heldWhatToTry!: HeldText;
  heldAnswer!: HeldText;

  static of(row: ReviewRow): Review {
    const key = composite(row.commitment_id, row.id);
    return Object.assign(new Review(), {
      id: toGlobalId('Review', key),
      ...opinionOf(row),
      submittedAt: row.submitted_at,
      revisedAt: row.revised_at,
      heldAnswer: { plain: row.answer, reference: row.answer_private },
      answeredAt: row.answered_at,
      learnedByReviewer: row.learned_by_reviewer_at,
      learnedByReviewed: row.learned_by_reviewed_at,
      key,
      commitmentId: row.commitment_id,
      reviewerId: row.reviewer_id,
      reviewedId: row.reviewed_id,
    });
  }
}

/** The review under a composite key, in a batch. */
export async function reviewOf(context: GraphqlContext, key: string): Promise<Review | null> {
  const row = await context.loaders.load(reviewById, key, null);
  return row === undefined ? null : Review.of(row);
}

export const ReviewConnection = connectionType(Review);

@ObjectType()
class ReviewRecorded {
  @Field(() => Review, { nullable: true, description: 'Null while the views have not caught up.' })
  review!: Review | null;
  @Field(() => Commitment, { nullable: true, description: 'Null while the views have not caught up.' })
  commitment!: Commitment | null;
  @Field()
  receipt!: ReceiptObject;
}

@ObjectType({ description: 'That an organisation cannot judge what it was asked about.' })
class ReviewDeclined {
  @Field(() => Commitment, { nullable: true, description: 'Null while the views have not caught up.' })
  commitment!: Commitment | null;
  @Field()
  receipt!: ReceiptObject;
}

const ReviewResult = resultOf('ReviewResult', ReviewRecorded, commitmentCommands);
const DeclineReviewResult = resultOf('DeclineReviewResult', ReviewDeclined, commitmentCommands);
type Result = Promise<ReviewRecorded | RefusalObject>;

@Resolver(() => Review)
export class ReviewResolver {
  constructor(private readonly recorder: Recorder) {}

  @Query(() => Review, { nullable: true })
  review(
    @Args('id', { type: () => ID }) id: string,
    @Args() _: AfterArgs,
    @Context() context: GraphqlContext,
  ): Promise<Review | null> {
    const named = localIdWithin('Review', id, ['id']);
    return reviewOf(context, composite(named.owner, named.id));
  }

  @ResolveField(() => Commitment, { nullable: true, description: 'Null while the views have not caught up.' })
  commitment(@Parent() { commitmentId }: Review, @Context() context: GraphqlContext): Promise<Commitment | null> {
    return Commitment.find(context, commitmentId);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'Null while the views have not caught up.' })
  reviewer(@Parent() { reviewerId }: Review, @Context() context: GraphqlContext): Promise<Organisation | null> {
    return organisationOf(context, reviewerId);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'Null while the views have not caught up.' })
  reviewed(@Parent() { reviewedId }: Review, @Context() context: GraphqlContext): Promise<Organisation | null> {
    return organisationOf(context, reviewedId);
  }

  @ResolveField(() => [ReviewVersion], { description: 'All that was ever said, oldest first; the last one counts.' })
  async versions(@Parent() { key, reviewerId }: Review, @Context() context: GraphqlContext): Promise<ReviewVersion[]> {
    const rows = await context.loaders.load(versionsOfReview, key, null);
    return rows.map((row) => ReviewVersion.of(row, reviewerId));
  }

  @Mutation(() => ReviewResult, {
    description: 'For members of the mission, of a promisor outside their control group.',
  })
  submitReview(@Args('input') input: SubmitReviewInput, @Context() context: GraphqlContext): Result {
    // The review's id is the command's, as the decider has it.
    return this.recorder.record(
      context,
      () => ofCommitment('SubmitReview', input),
      (receipt, id) => recordedOf(context, composite(id, input.commandId), receipt),
    );
  }

  @Mutation(() => DeclineReviewResult, {
    description:
      '“We cannot judge this”, for whoever could review: it is asked no more, and may still review. Nobody gains or loses by it.',
  })
  declineReview(
    @Args('input') input: DeclineReviewInput,
    @Context() context: GraphqlContext,
  ): Promise<ReviewDeclined | RefusalObject> {
    return this.recorder.record(
      context,
      () => ofCommitment('DeclineReview', input),
      async (receipt, id) =>
        Object.assign(new ReviewDeclined(), { commitment: await Commitment.find(context, id), receipt }),
    );
  }

  @Mutation(() => ReviewResult, { description: 'For the reviewer. The latest counts; all stay visible.' })
  reviseReview(@Args('input') input: ReviseReviewInput, @Context() context: GraphqlContext): Result {
    return this.say('ReviseReview', input, context);
  }

  @Mutation(() => ReviewResult, { description: 'For the reviewed organisation. A later answer replaces this one.' })
  answerReview(@Args('input') input: AnswerReviewInput, @Context() context: GraphqlContext): Result {
    return this.say('AnswerReview', input, context);
  }

  @Mutation(() => ReviewResult, {
    description: 'For the reviewer and for the reviewed organisation, once each: the point is taken, on either side.',
  })
  markLearned(@Args('input') input: MarkLearnedInput, @Context() context: GraphqlContext): Result {
    return this.say('MarkLearned', input, context);
  }

  private say(type: string, input: { commandId: string; reviewId: string }, context: GraphqlContext): Result {
    const recording = () => {
      const { owner: commitmentId, id } = localIdWithin('Review', input.reviewId, ['reviewId']);
      return {
        type,
        id: commitmentId,
        idField: 'reviewId',
        data: { ...dataOf(input), reviewId: id },
        commandId: input.commandId,
      };
    };
    return this.recorder.record(context, recording, (receipt) => {
      const { owner: commitmentId, id } = localIdWithin('Review', input.reviewId, ['reviewId']);
      return recordedOf(context, composite(commitmentId, id), receipt);
    });
  }
}

@Resolver(() => Commitment)
export class CommitmentReviewsResolver {
  @ResolveField(() => ReviewConnection, { description: 'In the order they were submitted.' })
  async reviews(
    @Parent() { key }: Commitment,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Review>> {
    return connectionOf(await context.loaders.load(reviewsOfCommitment, key, pageAsked(args, info)));
  }
}

@Resolver(() => Organisation)
export class OrganisationReviewsResolver {
  @ResolveField(() => ReviewConnection, { description: 'Of others’ work, in the order they were submitted.' })
  async reviewsGiven(
    @Parent() { key }: Organisation,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Review>> {
    return connectionOf(await context.loaders.load(reviewsByOrganisation, key, pageAsked(args, info)));
  }

  @ResolveField(() => ReviewConnection, { description: 'Of its own work, in the order they were submitted.' })
  async reviewsReceived(
    @Parent() { key }: Organisation,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Review>> {
    return connectionOf(await context.loaders.load(reviewsOfOrganisation, key, pageAsked(args, info)));
  }
}

function connectionOf(page: Page<ReviewRow>): Connection<Review> {
  return toConnection(page, (row) => Review.of(row));
}

function ofCommitment(type: string, input: { commandId: string; commitmentId: string; reviewedId: string }) {
  const { commitmentId: _, ...data } = dataOf(input);
  return {
    type,
    idField: 'commitmentId',
    id: localId('Commitment', input.commitmentId, ['commitmentId']),
    data: { ...data, reviewedId: localId('Organisation', input.reviewedId, ['reviewedId']) },
    commandId: input.commandId,
  };
}

async function recordedOf(context: GraphqlContext, key: string, receipt: ReceiptObject): Promise<ReviewRecorded> {
  const review = await reviewOf(context, key);
  const commitment = await Commitment.find(context, commitmentIn(key));
  return Object.assign(new ReviewRecorded(), { review, commitment, receipt });
}
