import { describe, expect, it } from '@jest/globals';
import { Registry } from '@maillage/engine';
import { slices } from '../../apps/host/slices.js';
import { LANGUAGES, languages } from '../../apps/web/i18n/language-list.js';

describe('given the types of events that reach a mission’s timeline', () => {
  const types = Object.entries(new Registry(slices).events).flatMap(([type, { facets }]) =>
    facets.timeline ? [type] : [],
  );

  it.each(languages)('the pages have a sentence for each in the language %s', async (language) => {
    const { default: messages } = await LANGUAGES[language].load();
    expect(types).toEqual(expect.arrayContaining(['CommitmentMade', 'MeasurementRecorded', 'ReviewLearned']));
    expect(types.map((type) => `timeline.${type}`).filter((id) => !(id in messages))).toEqual([]);
  });
});
