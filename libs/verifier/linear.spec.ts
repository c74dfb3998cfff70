import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linearPattern } from './linear.js';

const native = (pattern: string) => new RegExp(pattern, 'u');
/** Texts that match; of characters by their property the generator knows nothing. */
const alike = (pattern: string) =>
  pattern === '' || pattern.includes('\\p') ? fc.constantFrom('#été-2026', '#é') : fc.stringMatching(native(pattern));

/** Forms that schemas of the ledger have, and others like them. */
const PATTERNS = [
  '^[0-9a-f]{8}-[0-9a-f]{4}$',
  '^-?(0|[1-9][0-9]{0,14})(\\.[0-9]{0,5}[1-9])?$',
  '^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26])-02-29|\\d{4}-(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01]))$',
  '^[a-z]+\\/[a-z0-9][a-z0-9.+-]*$',
  '^#[\\p{Ll}\\p{Lo}\\p{M}\\p{Nd}][\\p{Ll}\\p{Lo}\\p{M}\\p{Nd}-]*$',
  '^(\\/([^~/]|~[01])*)+$',
  '^(a|ab)(c|bcd)*$',
  '^(a*)*b?$',
  '^(a?){3}a{3}$',
  '^a{2,}$',
  '^.\\u{1F600}?[^é]$',
  'b+c',
  'a$',
  '^b',
  '',
  '^$',
  'a|bc',
];

describe('A pattern matched in linear time', () => {
  it.each(PATTERNS)('says what Node says: %s', (pattern) => {
    const ours = linearPattern(pattern);
    const near = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'd', '0', '1', '2', '9', '-', '.', '/', '~', '#', 'é', '😀', '\n'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.oneof(near, alike(pattern), fc.string({ unit: 'grapheme' })), (text) => {
        expect(ours.test(text)).toBe(native(pattern).test(text));
      }),
    );
  });

  const part: fc.Arbitrary<string> = fc.letrec<{ part: string; one: string; many: string }>((tie) => ({
    one: fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '\\d', '\\w'),
    many: fc.tuple(tie('part'), fc.constantFrom('*', '+', '?', '{2}', '{0,3}', '{1,}')).map(([p, n]) => `(?:${p})${n}`),
    part: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('one'),
      tie('many'),
      fc.tuple(tie('part'), tie('part')).map(([p, q]) => `(${p}|${q})`),
      fc.tuple(tie('part'), tie('part')).map(([p, q]) => `${p}${q}`),
    ),
  })).part;

  it('says what Node says, whatever the pattern is made of', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '-'), maxLength: 7 });
    fc.assert(
      fc.property(part, fc.boolean(), fc.boolean(), text, (inner, begins, ends, said) => {
        const pattern = `${begins ? '^' : ''}(${inner})${ends ? '$' : ''}`;
        expect(linearPattern(pattern).test(said)).toBe(native(pattern).test(said));
      }),
      { numRuns: 500 },
    );
  });

  it.each(['^(a+)+$', '(a+)+$', '^(a|a)*$', '^(a|aa)+$', '^(a?){100}a{100}$', '^(.*)*x$', '^(\\w+\\s?)*$'])(
    'comes to an end, where Node would try for ever: %s',
    (pattern) => {
      expect(linearPattern(pattern).test(`${'a'.repeat(60_000)}!`)).toBe(false);
    },
  );

  it('forgets what it learned rather than fill the memory', () => {
    const pattern = linearPattern('^(?:[^é]*é)?[^ü]*$');
    const every = Array.from({ length: 50_000 }, (_, n) => String.fromCodePoint(n + 0x400)).join('');
    expect(pattern.test(every)).toBe(true);
    expect(pattern.test(`${every}ü`)).toBe(false);
  });

  it.each([
    '(?=a)',
    '(?!a)',
    '(?<=a)b',
    '(?<name>a)',
    '(a)\\1',
    '\\bword',
    'a*?',
    'a**',
    '^a|b$',
    'a^b',
    'a$b',
    '\\ud83d\\ude00',
    '[\\b]',
    '[a',
    '(a',
    'a)',
    'a{1001}',
    'a{3,2}',
    'a{,3}',
    '(a{100}){100}',
    '((){1000}){1000}',
    '('.repeat(30) + ')'.repeat(30),
    '*',
    '\\',
  ])('is refused where that could not be promised, or it is none: %s', (pattern) => {
    expect(() => linearPattern(pattern)).toThrow(SyntaxError);
  });
});
