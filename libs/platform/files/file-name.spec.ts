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
    ['', 'file'],
    ['folder/', 'file'],
  ])('%j becomes %j', (given, name) => {
    expect(safeFileName(given, 'application/pdf')).toBe(name);
  });

  it('keeps its extension when it is cut', () => {
    const name = safeFileName(`${'x'.repeat(500)}.pdf`, 'application/pdf');
    expect([name.length, name.slice(-5)]).toEqual([200, 'x.pdf']);
  });

  it('is plain whatever was given, and given again stays as it is', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ maxLength: 400 }),
      fc.string({ unit: 'grapheme' }),
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
