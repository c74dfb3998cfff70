import { describe, expect, it } from '@jest/globals';
import { addressesIn } from './addresses-in.js';

describe('A pasted list of addresses', () => {
  it.each([
    ['one address', ' a@example.org ', ['a@example.org']],
    [
      'lines and commas',
      'a@example.org, b@example.org\n\nc@example.org',
      ['a@example.org', 'b@example.org', 'c@example.org'],
    ],
    ['a CSV with a heading', 'nom;courriel\r\n"Marie";"m@example.org"\r\n', ['m@example.org']],
    ['names before the address', 'Marie Dupont <m@example.org>', ['m@example.org']],
    ['what is none, kept for the report', 'a@example.org\nno address', ['a@example.org', 'no address']],
    ['nothing', ' \n', []],
  ])('may be %s', (_, text, addresses) => {
    expect(addressesIn(text)).toEqual(addresses);
  });
});
