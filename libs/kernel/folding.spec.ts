import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldedWords, foldText } from './folding.js';

const finds = (typed: string, text: string) => foldedWords(typed).every((word) => foldText(text).includes(word));

describe('What was typed finds a text', () => {
  it.each([
    ['coeur', 'Cœur de ville'],
    ['CŒUR', 'coeur de ville'],
    ['habitat', 'Pour l’habitat'],
    ["l'habitat", 'Pour l’habitat'],
    ['l’habitat', "Pour l'habitat"],
    ['lodz', 'Miasto Łódź'],
    ['ΟΔΟΣ', 'Κάθε οδός'],
    ['οδοσ', 'ΟΔΟΣ'],
    ['strasse', 'Große Straße'],
    ['STRASSE', 'straße'],
    ['evreux', 'E\u0301vreux'],
    ['istanbul', 'İSTANBUL'],
    ['diyarbakir', 'Diyarbakır'],
    ['oresund', 'Øresund'],
    ['thing', 'Þing'],
    ['dong', 'Đồng'],
    ['office', 'O\uFB03ce'],
    ['saint denis', 'Saint-Denis'],
    ['saint-denis', 'Saint\u2011Denis'],
    ['logement', 'loge\u00ADment'],
    ['digne logement', 'Logement digne pour tous'],
    ['"logement digne"', '« Logement digne »'],
    ['gement di', 'Logement digne'],
  ])('%s in %s', (typed, text) => {
    expect(finds(typed, text)).toBe(true);
  });

  it('only where it holds each of the words', () => {
    expect(finds('logement indigne', 'Logement digne')).toBe(false);
    expect(finds('l%ment', 'Logement')).toBe(false);
  });

  it('with many words as with few, the last of them as they were typed', () => {
    const letters = 'a b c d e f g h i j k l m n o p q r s t'.split(' ');
    expect(foldedWords(letters.join(' '))).toHaveLength(17);
    expect(finds(letters.join(' '), `x ${letters.join(' ')}`)).toBe(true);
    expect(finds(letters.join(' '), letters.toReversed().join(' '))).toBe(false);
  });

  it('however its letters are composed, and in capitals as in small ones', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(text, fc.string({ unit: 'binary', maxLength: 30 }), (one, other) => {
        for (const each of [one, other]) {
          const folded = foldText(each);
          expect(foldText(folded)).toBe(folded);
          for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) expect(foldText(each.normalize(form))).toBe(folded);
          expect(finds(each, `before ${each} behind`)).toBe(true);
        }
        expect(foldText(one.toLowerCase())).toBe(foldText(one));
      }),
      { numRuns: 200 },
    );
  });
});
