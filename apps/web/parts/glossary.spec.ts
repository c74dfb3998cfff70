import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, languages } from '../i18n/language-list.js';
import { piecesOf, TERMS } from './glossary.js';

describe.each(languages)('given the glossary in %s', (language) => {
  it('each of its words is found by the name that it is explained under', async () => {
    const messages = (await LANGUAGES[language].load()).default;
    const missed = TERMS.filter((term) => {
      const name = messages[`glossary.${term}`];
      // The value before a mission is called so before a colon alone.
      const [first] = piecesOf(term === 'baseline' ? `${name}: 3` : name, language);
      return typeof first !== 'object' || first.term !== term || first.word !== name;
    });
    expect(missed).toEqual([]);
  });
});

describe('given a text', () => {
  it('it is cut where a word of the glossary first stands in it', () => {
    expect(piecesOf('Missions have members; a mission has indicators.', 'en')).toEqual([
      { term: 'mission', word: 'Missions' },
      ' have members; a mission has ',
      { term: 'indicator', word: 'indicators' },
      '.',
    ]);
    expect(piecesOf('Nothing of it.', 'en')).toEqual(['Nothing of it.']);
    expect(piecesOf('', 'en')).toEqual(['']);
  });

  it('what is written alike and means something else is left alone', () => {
    for (const text of ['To be submitted', 'Declared by a town', 'Not verified', 'Start over', 'Logged']) {
      expect(piecesOf(text, 'en')).toEqual([text]);
    }
    for (const text of ['D’après un registre officiel', 'Non vérifié', 'Déclaré par une ville']) {
      expect(piecesOf(text, 'fr')).toEqual([text]);
    }
  });
});
