import { Args, Query, Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import { LanguageEnum, shapeType, type Language } from '@maillage/engine';
import { shape } from '@maillage/kernel';
import { dimension, DIMENSIONS } from '../reputation/dimension.js';
import { SCALES } from './scale.js';

const scaleAnchor = shape(
  'ScaleAnchor',
  'What one score in one dimension stands for.',
  z.strictObject({
    score: z.int().describe('0 to 4'),
    sentence: z.string().describe('What a reviewer would have seen'),
  }),
);

const dimensionScale = shape(
  'DimensionScale',
  'What a reviewer is asked in one dimension.',
  z.strictObject({
    dimension: dimension.describe('Which one'),
    question: z.string().describe('What the score answers'),
    anchors: z.array(scaleAnchor).describe('From 0 to 4'),
  }),
);

const DimensionScale = shapeType(dimensionScale);

@Resolver()
export class ReviewScaleResolver {
  @Query(() => [DimensionScale], {
    description:
      'The four questions of a review and what each score stands for, so that reviewers mean the same by it.',
  })
  reviewScale(
    @Args('language', { type: () => LanguageEnum, defaultValue: 'EN', description: 'In which they are told.' })
    language: Language,
  ): readonly z.output<typeof dimensionScale>[] {
    return DIMENSIONS.map((each) => {
      const { question, anchors } = SCALES[language][each];
      return { dimension: each, question, anchors: anchors.map((sentence, score) => ({ score, sentence })) };
    });
  }
}
