/** Letters that are no letter with a mark to Unicode, though whoever types without them writes them so. In lower case. */
const SPELLED_OUT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'q',
  // As a word ends in it, and is nowhere else written with it.
  ς: 'σ',
};
const SPELLED = new RegExp(`[${Object.keys(SPELLED_OUT).join('')}]`, 'gu');
/** Accents and the like, once a text is decomposed, and what only tells how to lay it out: soft hyphens, joiners. */
const MARKS = /[\p{M}\p{Cf}]/gu;
/** Quotes, apostrophes, hyphens and dashes of whatever kind: two words on either side of one. */
const BLANKS = /[\s\p{Pd}\p{Pi}\p{Pf}'"`‚„′″ʹʺʻʼʽˈ\u2212\u05F3\u05F4]+/gu;
// eslint-disable-next-line no-control-regex -- these are all of ASCII
const PLAIN = /^[\u0000-\u007F]*$/;

/**
 * What searches compare of a text: decomposed (NFKD), without marks, ligatures and the like spelled out, in lower case, with
 * single blanks for quotes and hyphens. `Cœur de l’Été` gives `coeur de l ete`. Folding twice gives the same.
 */
export function foldText(text: string): string {
  // Most texts are short and many are plain: nothing of them is decomposed or spelled out.
  const letters = PLAIN.test(text)
    ? text.toLowerCase()
    : text
        // Those there are already: many in a row are put in order in a time that grows with their square.
        .replace(MARKS, '')
        .normalize('NFKD')
        .toLowerCase()
        // Some letters come apart only once they are in lower case.
        .normalize('NFKD')
        .replace(MARKS, '')
        .replace(SPELLED, (letter) => SPELLED_OUT[letter] ?? letter);
  return letters.replace(BLANKS, ' ').trim();
}

/** As many words are looked for each by itself. */
const MOST_WORDS = 16;

/**
 * What a text must hold, folded, to be found by what somebody typed: each of its words, in any order. Beyond
 * {@link MOST_WORDS} the rest is one part, as it was typed, since each is looked for in every text.
 */
export function foldedWords(typed: string): readonly string[] {
  const words = foldText(typed).split(' ');
  const rest = words.slice(MOST_WORDS).join(' ');
  return [...new Set([...words.slice(0, MOST_WORDS), rest])].filter((word) => word !== '');
}
