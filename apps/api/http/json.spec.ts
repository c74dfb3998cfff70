import { describe, expect, it } from '@jest/globals';
import { refuseDoubleKeys } from './json.js';

describe('A body of JSON', () => {
  it.each([
    '{"variables":{"input":{"quantity":"1","quantity":"1000"}}}',
    '{"query":"a","query":"b"}',
    '[{"a":{"b":1,"b":[2]}}]',
    String.raw`{"a":1,"\u0061":2}`,
  ])('is refused where a key has two values: %s', (text) => {
    expect(() => refuseDoubleKeys(text)).toThrow(/^The key "[a-z]+" comes twice in one object, with two values, near/);
  });

  it.each(['{"a":{"b":1},"c":{"b":2}}', '[{"a":1},{"a":2}]', '{"__proto__":1}', 'nonsense', '', '['.repeat(100_000)])(
    'is left to its parser where no key has: %.40s',
    (text) => {
      expect(() => refuseDoubleKeys(text)).not.toThrow();
    },
  );
});
