import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { safeFileName } from './file-name.js';

const TYPES = ['application/pdf', 'image/jpeg', 'text/plain', 'text/csv'];

describe('The name of a file', () => {
  it.each([
    ['../../x', 'x'],
    ['..\\..\\x.pdf', 'x.pdf'],
    ['/etc/passwd', 'passwd'],
    ['C:\\Users\\a\\Attestation é.PDF', 'Attestation é.PDF'],
    ['a\u202Efdp.exe', 'afdp.exe.pdf'],
    ['re\u0000port\u001b[31m.pdf', 'report[31m.pdf'],
    ['  two   words .pdf', 'two words.pdf'],
    ['page.html', 'page.html.pdf'],
    ['v1.2', 'v1.2.pdf'],
    ['..', 'file'],
    // Windows drops dots at the end: what would be left is run.
    ['run.bat.', 'run.bat.pdf'],
    ['run.bat. . ', 'run.bat.pdf'],
    ['report.pdf...', 'report.pdf'],
    ['', 'file'],
    ['folder/', 'file'],
  ])('%j becomes %j', (given, name) => {
    expect(safeFileName(given, 'application/pdf')).toBe(name);
  });

  it('keeps its extension when it is cut', () => {
    const name = safeFileName(`${'x'.repeat(500)}.pdf`, 'application/pdf');
    expect([name.length, name.slice(-5)]).toEqual([200, 'x.pdf']);
  });

  it('is not cut down to an extension of another type', () => {
    const name = safeFileName(`${'x'.repeat(196)}.bat and more`, 'text/plain');
    expect([name.length, name.slice(-6)]).toEqual([200, 'xx.txt']);
    expect(safeFileName(`${'x'.repeat(190)}.bat ${'y'.repeat(50)}`, 'text/plain')).toMatch(/^x{190}\.bat y+$/);
  });

  it('is plain whatever was given, and given again stays as it is', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ maxLength: 400 }),
      fc.string({ unit: 'grapheme' }),
      // Around where it is cut.
      fc
        .tuple(fc.nat(30), fc.array(fc.constantFrom('.', ' ', 'b', '.bat', '.txt', '\u{1F600}'), { maxLength: 12 }))
        .map(([short, parts]) => `${'x'.repeat(200 - short)}${parts.join('')}`),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom(...TYPES), (given, type) => {
        const name = safeFileName(given, type);
        expect(name).toMatch(/^[^/\\\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]{1,200}$/u);
        expect(name === name.trim() && !['.', '..'].includes(name)).toBe(true);
        expect(() => encodeURIComponent(name)).not.toThrow();
        expect(safeFileName(name, type)).toBe(name);
      }),
      { numRuns: 500 },
    );
  });
});
