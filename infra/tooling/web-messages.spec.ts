import { describe, expect, it } from '@jest/globals';
import { mergedMessages } from './web-messages.js';

const common = { path: 'common', exports: { common: { 'app.name': 'Maillage' } } };
const gatherings = {
  path: 'slices/gatherings',
  exports: { gatherings: { 'gathering.title': 'Réunions' }, refusals: { HELD_IN_THE_PAST: 'C’est passé.' } },
};

describe('The messages of a language', () => {
  it('are those of all its files, whichever there are', () => {
    expect(mergedMessages('fr', [common, gatherings]).ids).toEqual(['app.name', 'gathering.title']);
  });

  it('are told apart from what the server says', () => {
    const { text } = mergedMessages('fr', [common, gatherings]);
    expect(text).toContain("import * as inSlicesGatherings from '../../i18n/messages/fr/slices/gatherings.js';");
    const [messages, refusals] = text.split('export const refusals');
    expect(messages).toContain('...inSlicesGatherings.gatherings,');
    expect(messages).not.toContain('...inSlicesGatherings.refusals,');
    expect(refusals).toContain('...inSlicesGatherings.refusals,');
  });

  it('are refused where two files give a text to one id', () => {
    const again = { path: 'home', exports: { home: { 'app.name': 'Réseau' } } };
    expect(() => mergedMessages('fr', [common, again])).toThrow(
      'app.name has a text in fr/common.ts and in fr/home.ts: keep one.',
    );
  });

  it('are refused where two files give a sentence to one code', () => {
    const again = { path: 'refusals', exports: { refusals: { HELD_IN_THE_PAST: 'Trop tard.' } } };
    expect(() => mergedMessages('fr', [again, gatherings])).toThrow(/^HELD_IN_THE_PAST has a text in fr\/refusals\.ts/);
  });
});
