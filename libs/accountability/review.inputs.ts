import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { UuidScalar } from '@maillage/engine';

@InputType({ description: 'Each from 0 to 4.' })
export class ScoresInput {
  @Field(() => Int)
  results!: number;
  @Field(() => Int)
  reliability!: number;
  @Field(() => Int)
  openness!: number;
  @Field(() => Int)
  learning!: number;
}

@InputType({ isAbstract: true })
abstract class OpinionInput {
  @Field(() => UuidScalar, { description: 'Chosen by the client; the same one again is the same command again.' })
  commandId!: string;
  @Field(() => ScoresInput)
  scores!: ScoresInput;
  @Field()
  whatWorked!: string;
  @Field()
  whatToTry!: string;
}

@InputType()
export class SubmitReviewInput extends OpinionInput {
  @Field(() => ID)
  commitmentId!: string;
  @Field(() => ID, { description: 'A promisor of the commitment, outside your control group.' })
  reviewedId!: string;
}

@InputType()
export class ReviseReviewInput extends OpinionInput {
  @Field(() => ID)
  reviewId!: string;
}

@InputType()
export class AnswerReviewInput {
  @Field(() => UuidScalar)
  commandId!: string;
  @Field(() => ID)
  reviewId!: string;
  @Field()
  answer!: string;
}
