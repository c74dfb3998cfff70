import { describe, expect, it } from '@jest/globals';
import { refuseDoubleKeys, textOf } from './json.js';

describe('A body of JSON', () => {
  it.each([
    '{"variables":{"input":{"quantity":"1","quantity":"1000"}}}',
    '{"query":"a","query":"b"}',
    '[{"a":{"b":1,"b":[2]}}]',
    String.raw`{"a":1,"\u0061":2}`,
    '{"a":[],"a":{}}',
    '{"a":[1],"a" : {"0":1}}',
    '{"a":1,"b":{"c":[{}]},"a":1}',
  ])('is refused where a key comes twice, whatever its values: %s', (text) => {
    expect(() => refuseDoubleKeys(text)).toThrow(/^The key "[a-z]+" comes twice in one object, near/);
  });

  it('is refused where it is too deep to be looked through', () => {
    const deep = `{"x":${'['.repeat(200_000)}${']'.repeat(200_000)},"a":1,"a":2}`;
    expect(() => refuseDoubleKeys(deep)).toThrow('The JSON is nested too deeply; send it flatter.');
  });

  it('is looked through behind a byte order mark', () => {
    expect(() => refuseDoubleKeys(textOf(Buffer.from('\ufeff{"a":1,"a":2}')))).toThrow(/comes twice/);
  });

  it.each([
    '{"a":{"b":1},"c":{"b":2}}',
    '[{"a":1},{"a":2}]',
    String.raw`{"a":"\"b\":1,","b":["b","b"]}`,
    '{"__proto__":1}',
    'nonsense',
    '',
  ])('is left to its parser where no key has: %.40s', (text) => {
    expect(() => refuseDoubleKeys(text)).not.toThrow();
  });
});
