import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { LanguageEnum, type Language } from '@maillage/engine';
import { DIMENSIONS, type Dimension } from '../reputation/dimension.js';
import { DimensionEnum } from '../reputation/dimension.graphql.js';
import { SCALES } from './scale.js';

@ObjectType({ description: 'What one score in one dimension stands for.' })
export class ScaleAnchor {
  @Field(() => Int, { description: '0 to 4.' })
  score!: number;
  @Field({ description: 'What a reviewer would have seen.' })
  sentence!: string;
}

@ObjectType({ description: 'What a reviewer is asked in one dimension.' })
export class DimensionScale {
  @Field(() => DimensionEnum)
  dimension!: Dimension;
  @Field()
  question!: string;
  @Field(() => [ScaleAnchor], { description: 'From 0 to 4.' })
  anchors!: readonly ScaleAnchor[];
}

@Resolver(() => DimensionScale)
export class ReviewScaleResolver {
  @Query(() => [DimensionScale], {
    description:
      'The four questions of a review and what each score stands for, so that reviewers mean the same by it.',
  })
  reviewScale(
    @Args('language', { type: () => LanguageEnum, defaultValue: 'EN' }) language: Language,
  ): readonly DimensionScale[] {
    return DIMENSIONS.map((dimension) => {
      const { question, anchors } = SCALES[language][dimension];
      return Object.assign(new DimensionScale(), {
        dimension,
        question,
        anchors: anchors.map((sentence, score) => Object.assign(new ScaleAnchor(), { score, sentence })),
      });
    });
  }
}
