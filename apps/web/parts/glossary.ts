import type { Language } from '../i18n/language-list.js';

/** The words of the ledger that are not everybody's, in the order in which they are met. Each has a message, and one that explains it. */
export const TERMS = [
  'mission',
  'backbone',
  'evaluator',
  'indicator',
  'baseline',
  'commitment',
  'contribution',
  'declared',
  'corroborated',
  'verified',
  'disputed',
  'review',
  'controlGroup',
  'reputation',
  'confirmed',
  'log',
] as const;
export type Term = (typeof TERMS)[number];

/** Where a link has no place: within another, in what names a field or a page, in what is read out as it comes, and unseen. */
export const UNTIED = [
  'a',
  'button',
  'label',
  '.react-aria-Label',
  'legend',
  'option',
  'summary',
  'h1',
  '[role="status"]',
  '[role="alert"]',
  '[role="img"]',
  '[aria-hidden="true"]',
  '.visually-hidden',
].join(',');

/** How each is said, as patterns of whole words in whatever case: only where it has the sense that the glossary explains. */
const SAID: Readonly<Record<Language, Readonly<Record<Term, string>>>> = {
  en: {
    mission: 'missions?',
    backbone: 'backbones?',
    evaluator: 'evaluators?',
    indicator: 'indicators?',
    baseline: 'start(?=:)',
    commitment: 'commitments?',
    contribution: 'contributions?',
    declared: '^declared$|declared(?= by the giver)',
    corroborated: 'corroborated',
    verified: '(?<!not )verified',
    disputed: 'disputed',
    review: 'reviews?',
    controlGroup: 'control groups?',
    reputation: 'reputation',
    confirmed: 'confirmed identity|identity confirmed',
    log: 'log',
  },
  fr: {
    mission: 'missions?',
    backbone: 'coordination',
    evaluator: 'évaluations?|évaluateurs?',
    indicator: 'indicateurs?',
    baseline: 'départ',
    commitment: 'engagements?',
    contribution: 'contributions?',
    declared: '^déclarée?s?$|déclarée?s?(?= par qui)',
    corroborated: 'corroborée?s?',
    verified: '(?<!non )vérifiée?s?',
    disputed: 'contestée?s?',
    review: 'avis',
    controlGroup: 'groupes? d’appartenance',
    reputation: 'réputation',
    confirmed: 'identité confirmée',
    log: '(?<!un )registre',
  },
};

/** Of a text: what stands between terms, and each term where it first stands in it. */
export type Piece = string | { readonly term: Term; readonly word: string };

/** Cut where terms first stand. A text without any is one piece. */
export function piecesOf(text: string, language: Language): readonly Piece[] {
  const pieces: Piece[] = [];
  const met = new Set<Term>();
  let end = 0;
  for (const { index, groups = {} } of text.matchAll(patternOf(language))) {
    const term = TERMS.find((each) => groups[each] !== undefined);
    if (term === undefined || met.has(term)) continue;
    const word = groups[term] ?? '';
    met.add(term);
    if (index > end) pieces.push(text.slice(end, index));
    pieces.push({ term, word });
    end = index + word.length;
  }
  if (end < text.length || pieces.length === 0) pieces.push(text.slice(end));
  return pieces;
}

const patterns = new Map<Language, RegExp>();

/** One for all terms, each a group by its name. */
function patternOf(language: Language): RegExp {
  const known = patterns.get(language);
  if (known !== undefined) return known;
  const groups = TERMS.map((term) => `(?<${term}>${SAID[language][term]})`);
  const pattern = new RegExp(`(?<!\\p{L})(?:${groups.join('|')})(?!\\p{L})`, 'giu');
  patterns.set(language, pattern);
  return pattern;
}
