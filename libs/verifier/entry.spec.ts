import { describe, expect, it } from '@jest/globals';
import canonicalizeModule from 'canonicalize';
import fc from 'fast-check';
import { EntryChecker } from './entry.js';
import { bundleOf, entryOf, leafOf, SCHEMAS, uuid } from './ledger.fixtures.js';

const canonicalize = canonicalizeModule as unknown as (value: unknown) => string;

const checker = new EntryChecker();
for (const [path, schema] of Object.entries(SCHEMAS)) checker.addSchema(path, JSON.stringify(schema));

function isValid(text: string): boolean {
  const { fault, wanted } = checker.check({
    first: 1n,
    width: 1,
    bundle: bundleOf([text]),
    exact: true,
    sealed: 1,
    leaves: leafOf(text),
  });
  return fault === undefined && wanted === undefined;
}

const TEXTS = [
  entryOf(1, {}),
  entryOf(2, { actor: { member: uuid(2), organisation: uuid(1) }, data: { note: 'Été', on: '2026-01-31' } }),
  entryOf(3, { type: 'ValueErased', stream: `erasure/${uuid(1)}`, data: { eventId: uuid(1), path: '/note' } }),
];

describe('An entry that is found valid', () => {
  it('is JSON in its canonical form, however it came about', () => {
    const piece = fc.oneof(
      fc.constantFrom('', '"a":1,', ',"z":1', 'null', '\\u0041', '😀'),
      fc.constantFrom(...Array.from('\u0000\u0001\t\n\r\u001f \u007f\u2028\ufeff"\\/{},:01-.eaé')),
    );
    const change = fc.record({ at: fc.nat(), drop: fc.integer({ min: 0, max: 3 }), piece });
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), fc.array(change, { maxLength: 3 }), (good, changes) => {
        const changed = changes.reduce((before, { at, drop, piece: put }) => {
          const place = at % before.length;
          return before.slice(0, place) + put + before.slice(place + drop);
        }, good);
        // As it comes, in bytes: half of a surrogate pair has none of its own.
        const text = Buffer.from(changed, 'utf8').toString('utf8');
        if (!isValid(text)) return;
        expect(canonicalize(JSON.parse(text))).toBe(text);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is one of those it was made from', () => {
    expect(TEXTS.map(isValid)).toEqual([true, true, true]);
  });
});
