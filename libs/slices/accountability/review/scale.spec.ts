import { describe, it, expect } from '@jest/globals';
import { DIMENSIONS } from '../reputation/dimension.js';
import { ReviewScaleResolver } from './scale.graphql.js';
import { SCALES } from './scale.js';

describe('The scale of a review', () => {
  const sentences = Object.values(SCALES).flatMap((scales) =>
    Object.values(scales).flatMap(({ question, anchors }) => [question, ...anchors]),
  );

  it('asks one question in each dimension and says what every score from 0 to 4 stands for, in either language', () => {
    for (const language of ['EN', 'FR'] as const) {
      const scale = new ReviewScaleResolver().reviewScale(language);
      expect(scale.map(({ dimension }) => dimension)).toEqual(DIMENSIONS);
      for (const { question, anchors } of scale) {
        expect(question).toMatch(/\?$/);
        expect(anchors.map(({ score }) => score)).toEqual([0, 1, 2, 3, 4]);
      }
    }
    expect(new ReviewScaleResolver().reviewScale('FR')[0]?.question).toBe(SCALES.FR.RESULTS.question);
  });

  it('says something else each time, in one sentence short enough for a phone', () => {
    expect(new Set(sentences).size).toBe(48);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-ZÀ-Ý].{20,160}[.?]$/u);
      expect(sentence.match(/[.?!](\s|$)/g)).toHaveLength(1);
    }
  });

  it('is set in French as French is set', () => {
    for (const { question, anchors } of Object.values(SCALES.FR)) {
      // No break before high punctuation, and no straight apostrophe.
      for (const sentence of [question, ...anchors]) expect(sentence).not.toMatch(/ [?!;:]|[^\s\u202f\u00a0][?!;:]|'/);
    }
  });
});
