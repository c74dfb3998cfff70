import { Field, ID, InputType } from '@nestjs/graphql';
import { DateScalar, UuidScalar } from '@maillage/engine';
import { EvidenceFileInput, EvidenceLinkInput } from '@maillage/evidence';
import { PeriodInput } from '@maillage/missions';
import type { Kind } from '../commitment/events.js';
import { KindEnum, QuantityInput, SourceInput } from '../shared.graphql.js';

const NOTE = 'A word on the evidence. Kept out of the public log where the mission asks for private EVIDENCE_NOTES.';

@InputType({
  description: 'Towards a commitment that stands, or with a mission, a kind and a description to open one.',
})
export class RecordContributionInput {
  @Field(() => UuidScalar, { description: 'Chosen by the client; the same one again is the same command again.' })
  commandId!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The commitment it is given towards; its terms need not be repeated.',
  })
  commitmentId?: string;
  @Field(() => ID, { nullable: true, description: 'Your organisation, unless you record for another as a backbone.' })
  contributorId?: string;
  @Field(() => QuantityInput, { nullable: true })
  quantity?: QuantityInput;
  @Field(() => DateScalar, { nullable: true, description: 'The day it was given; or name a period.' })
  date?: string;
  @Field(() => PeriodInput, { nullable: true, description: 'The days over which it was given; or name a date.' })
  period?: PeriodInput;
  @Field(() => String, { nullable: true })
  description?: string;
  @Field(() => [EvidenceLinkInput], { nullable: true })
  evidence?: EvidenceLinkInput[];
  @Field(() => [EvidenceFileInput], { nullable: true })
  files?: EvidenceFileInput[];
  @Field(() => String, { nullable: true, description: NOTE })
  note?: string;
  @Field(() => SourceInput, { nullable: true })
  source?: SourceInput;
  @Field(() => ID, { nullable: true, description: 'To open a commitment: the mission it is to.' })
  missionId?: string;
  @Field(() => KindEnum, { nullable: true, description: 'To open a commitment.' })
  kind?: Kind;
  @Field(() => [ID], { nullable: true, description: 'To open a commitment: who received it.' })
  counterpartyIds?: string[];
}

@InputType({ isAbstract: true })
abstract class OfContributionInput {
  @Field(() => UuidScalar)
  commandId!: string;
  @Field(() => ID)
  contributionId!: string;
}

@InputType()
export class DeclareContributionInput extends OfContributionInput {
  @Field(() => [EvidenceLinkInput], { nullable: true })
  evidence?: EvidenceLinkInput[];
  @Field(() => [EvidenceFileInput], { nullable: true })
  files?: EvidenceFileInput[];
  @Field(() => String, { nullable: true, description: NOTE })
  note?: string;
}

@InputType()
export class CorroborateContributionInput extends OfContributionInput {
  @Field(() => String, { nullable: true })
  statement?: string;
  @Field(() => [EvidenceLinkInput], { nullable: true })
  evidence?: EvidenceLinkInput[];
  @Field(() => [EvidenceFileInput], { nullable: true })
  files?: EvidenceFileInput[];
}

@InputType()
export class VerifyContributionInput extends OfContributionInput {
  @Field(() => String, { nullable: true, description: 'What you found, and how.' })
  finding?: string;
  @Field(() => [EvidenceLinkInput], { nullable: true })
  evidence?: EvidenceLinkInput[];
  @Field(() => [EvidenceFileInput], { nullable: true })
  files?: EvidenceFileInput[];
}

@InputType()
export class DisputeContributionInput extends OfContributionInput {
  @Field()
  reason!: string;
}
