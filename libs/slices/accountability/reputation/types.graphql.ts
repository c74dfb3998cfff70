import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ComputedAt, connectionType, DateScalar, enumType } from '@maillage/engine';
import type { Organisation } from '@maillage/directory';
import { evidenceLevel, type Evidence } from '../commitment/events.js';
import { enumOf } from '../shared.graphql.js';
import { dimension, type Dimension } from './dimension.js';
import type { Estimate, WeighedDue, WeighedReview as Weighed } from './arithmetic.js';
import type { Moment } from './queries.js';

const PUBLICATIONS = ['PUBLISHED', 'INSUFFICIENT_EVIDENCE'] as const;
type Publication = (typeof PUBLICATIONS)[number];
const PublicationEnum = enumOf(PUBLICATIONS);
registerEnumType(PublicationEnum, {
  name: 'ReputationPublication',
  description: 'Whether an estimate rests on enough to be shown.',
  valuesMap: {
    PUBLISHED: { description: 'At least 3 independent control groups weigh, and the mass is 3 or more.' },
    INSUFFICIENT_EVIDENCE: { description: 'Withheld; `shortfall` says what would change that.' },
  },
});

@ObjectType({
  description:
    'How an organisation’s work in a mission is found, with how uncertain that is and why: an estimate for those who work ' +
    'with it, never a rank. Computed when asked for, from reviews and from what became of its promises.',
})
export class Reputation {
  @Field(() => DateScalar, { description: 'The day asked about: decay counts to it.' })
  on!: string;
  @ComputedAt()
  computedAt!: string;

  parent!: Organisation;
  organisationId!: string;
  missionId!: string;
  moment!: Moment;
}

export const ReputationConnection = connectionType(Reputation);

@ObjectType({ description: 'What an estimate lacks to be published.' })
export class ReputationShortfall {
  @Field(() => Int, { description: 'Further control groups whose reviews weigh.' })
  groups!: number;
  @Field(() => Float, { description: 'Further mass.' })
  mass!: number;
}

@ObjectType({
  description: 'One review and what it weighs: anchor · calibration · reciprocity · evidenceWeight · decay.',
})
export class WeighedReview {
  @Field(() => Float, { description: 'x: the points in this dimension as a share of 4.' })
  score!: number;
  @Field(() => Float, {
    description:
      'u = V/(V+2), V the reviewer’s own verified contributions in all missions: who has given nothing weighs nothing.',
  })
  anchor!: number;
  @Field(() => Float, {
    description:
      'a: how near the reviewer’s scores of results came to what was verified later. Consensus plays no part.',
  })
  calibration!: number;
  @Field(() => Float, { description: 'q: lower, the more good the two say of each other.' })
  reciprocity!: number;
  @Field(() => enumType(evidenceLevel), {
    description: 'The best among the undisputed contributions to the commitment it is about.',
  })
  evidence!: Evidence;
  @Field(() => Float, { description: 'e: 0, 0.3, 0.6 or 1.' })
  evidenceWeight!: number;
  @Field(() => Float, { description: 'd: halves with every 365 days since the review.' })
  decay!: number;
  @Field(() => Float, { description: 'The product of the five.' })
  weight!: number;
  @Field(() => Float, {
    description:
      'Its share of the mass, once its control group’s reviews have shared what the group may weigh: 2 at most.',
  })
  share!: number;

  key!: string;

  static of({ review, ...weighed }: Weighed): WeighedReview {
    return Object.assign(new WeighedReview(), { ...weighed, evidence: review.evidence, key: review.id });
  }
}

@ObjectType({ description: 'The share of a promise that was delivered with one level of evidence.' })
export class DeliveredShare {
  @Field(() => enumType(evidenceLevel), { description: 'How well it is attested.' })
  evidence!: Evidence;
  @Field(() => Float, { description: 'From 0 to 1, of what was promised.' })
  share!: number;
}

@ObjectType({
  description: 'One commitment past its due date and what it says of the organisation. Facts count double.',
})
export class WeighedCommitment {
  @Field(() => Float, { description: 'd: halves with every 365 days since the due date.' })
  decay!: number;
  @Field(() => [DeliveredShare], { description: 'Best evidence first; 1 at most in all.' })
  delivered!: readonly DeliveredShare[];
  @Field(() => Float, {
    description: 'What contributions in dispute would add: it waits for the ruling and speaks for nothing.',
  })
  awaitingRuling!: number;
  @Field(() => Float, { description: 'The share not delivered.' })
  missing!: number;
  @Field(() => Float, { description: 'Twice the decay times each share delivered by the weight of its evidence.' })
  speaksFor!: number;
  @Field(() => Float, { description: 'Twice the decay times the share not delivered.' })
  speaksAgainst!: number;
  @Field(() => Float, { description: 'Its share of the mass.' })
  share!: number;

  commitmentId!: string;

  static of({ due, ...weighed }: WeighedDue): WeighedCommitment {
    const { id: commitmentId, delivered, awaitingRuling, missing } = due;
    return Object.assign(new WeighedCommitment(), { ...weighed, commitmentId, delivered, awaitingRuling, missing });
  }
}

@ObjectType({ description: 'The reputation in one dimension, with its reasons.' })
export class ReputationEstimate {
  @Field(() => enumType(dimension), { description: 'What of its work it is about.' })
  dimension!: Dimension;
  @Field(() => PublicationEnum, { description: 'Whether there is evidence enough to show an estimate.' })
  publication!: Publication;
  @Field(() => Float, {
    nullable: true,
    description: 'E = r/(r+s), from 0 to 1; null while the evidence is insufficient.',
  })
  estimate!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'U = 2/(r+s): 1 where nothing is known, nearing 0 with evidence.',
  })
  uncertainty!: number | null;
  @Field(() => Float, { nullable: true, description: 'E − 1.645·√(E(1−E)/(r+s+1)), not below 0.' })
  lower!: number | null;
  @Field(() => Float, { description: 'r+s−2: how much evidence there is.' })
  mass!: number;
  @Field(() => Int, { description: 'Independent control groups whose reviews weigh.' })
  groups!: number;
  @Field(() => ReputationShortfall, { nullable: true, description: 'Null where the estimate is published.' })
  shortfall!: ReputationShortfall | null;
  @Field(() => Int, { description: 'How many reviews bear on it, those that weigh nothing included.' })
  reviewCount!: number;
  @Field(() => Int, { description: 'How many commitments past their due date bear on it.' })
  commitmentCount!: number;

  weighed!: Estimate;

  static of(which: Dimension, weighed: Estimate): ReputationEstimate {
    const { shortfall = null, mass, groups } = weighed;
    const { estimate, uncertainty, lower } = weighed;
    const shown =
      shortfall === null ? { estimate, uncertainty, lower } : { estimate: null, uncertainty: null, lower: null };
    return Object.assign(new ReputationEstimate(), {
      dimension: which,
      mass,
      groups,
      shortfall,
      weighed,
      ...shown,
      publication: shortfall === null ? 'PUBLISHED' : 'INSUFFICIENT_EVIDENCE',
      reviewCount: weighed.reviews.length,
      commitmentCount: weighed.due.length,
    });
  }
}
