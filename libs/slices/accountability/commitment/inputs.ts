import { Field, ID, InputType } from '@nestjs/graphql';
import { DateScalar, UuidScalar } from '@maillage/engine';
import type { Kind } from './events.js';
import { KindEnum, QuantityInput, SourceInput } from '../shared.graphql.js';

@InputType({ isAbstract: true })
abstract class CommitmentTermsInput {
  @Field(() => UuidScalar, { description: 'Chosen by the client; the same one again is the same command again.' })
  commandId!: string;
  @Field(() => KindEnum)
  kind!: Kind;
  @Field(() => QuantityInput, {
    nullable: true,
    description: 'None for a promise that is kept or not, without a share.',
  })
  quantity?: QuantityInput;
  @Field()
  description!: string;
  @Field(() => DateScalar, { nullable: true })
  dueOn?: string;
}

@InputType()
export class MakeCommitmentInput extends CommitmentTermsInput {
  @Field(() => ID)
  missionId!: string;
  @Field(() => [ID], { nullable: true, description: 'Your organisation alone, if left out.' })
  promisorIds?: string[];
  @Field(() => [ID], { nullable: true, description: 'To whom it is promised, beside the mission.' })
  counterpartyIds?: string[];
  @Field(() => SourceInput, { nullable: true })
  source?: SourceInput;
}

@InputType({ description: 'The terms as a whole: what is left out is no longer promised.' })
export class AmendCommitmentInput extends CommitmentTermsInput {
  @Field(() => ID)
  commitmentId!: string;
  @Field()
  reason!: string;
}

@InputType()
export class WithdrawCommitmentInput {
  @Field(() => UuidScalar)
  commandId!: string;
  @Field(() => ID)
  commitmentId!: string;
  @Field()
  reason!: string;
}
