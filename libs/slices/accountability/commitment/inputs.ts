import { ArgsType, Field, ID, InputType, IntersectionType, registerEnumType } from '@nestjs/graphql';
import { AfterArgs, ConnectionArgs, DateScalar, UuidScalar } from '@maillage/engine';
import type { Kind } from './events.js';
import { enumOf, KindEnum, QuantityInput, SourceInput } from '../shared.graphql.js';
import { PARTS, type Part } from './view.js';

export const PartEnum = enumOf(PARTS);
registerEnumType(PartEnum, {
  name: 'CommitmentPart',
  description: 'On which side of a commitment an organisation stands.',
});

@ArgsType()
export class CommitmentsArgs extends IntersectionType(ConnectionArgs, AfterArgs) {
  @Field(() => ID, { nullable: true })
  missionId?: string;
  @Field(() => ID, { nullable: true, description: 'On either side of it.' })
  organisationId?: string;
  @Field(() => KindEnum, { nullable: true })
  kind?: Kind;
  @Field(() => String, { nullable: true, description: 'Part of its description, whatever its case and accents.' })
  search?: string;
}

@ArgsType()
export class OrganisationCommitmentsArgs extends ConnectionArgs {
  @Field(() => PartEnum, { nullable: true, description: 'Both sides, if left out.' })
  part?: Part;
}

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
