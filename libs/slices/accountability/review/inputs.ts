import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { UuidScalar } from '@maillage/engine';
import { TIE_KINDS, type TieKind } from '../commitment/events.js';
import { enumOf } from '../shared.graphql.js';

export const TieKindEnum = enumOf(TIE_KINDS);
registerEnumType(TieKindEnum, {
  name: 'TieKind',
  description: 'What may stand between a reviewer and the organisation it reviews.',
  valuesMap: {
    SAME_CONTROL_GROUP: { description: 'Both belong to one control group. Such a review is refused.' },
    PAYMENT: { description: 'Money went from the one to the other within the 365 days before the review.' },
    SHARED_MEMBER: { description: 'One and the same person acts for both.' },
  },
});

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
  @Field(() => [TieKindEnum], {
    nullable: true,
    description: 'Ties you know of, each once; they stay with the review when it is revised.',
  })
  ties?: TieKind[];
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

@InputType()
export class DeclineReviewInput {
  @Field(() => UuidScalar)
  commandId!: string;
  @Field(() => ID)
  commitmentId!: string;
  @Field(() => ID, { description: 'The promisor you were asked to review.' })
  reviewedId!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Enters the log, kept private where the mission keeps review comments so.',
  })
  reason?: string;
}

@InputType()
export class MarkLearnedInput {
  @Field(() => UuidScalar)
  commandId!: string;
  @Field(() => ID)
  reviewId!: string;
}
