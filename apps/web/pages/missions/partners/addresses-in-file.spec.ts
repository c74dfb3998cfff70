import { describe, expect, it } from '@jest/globals';
import { addressesInCsv } from './addresses-in-file.js';

describe('A CSV of addresses', () => {
  it.each([
    ['one column', 'a@example.org\nb@example.org\n', ['a@example.org', 'b@example.org']],
    [
      'saved by a spreadsheet, with a mark of its encoding and semicolons',
      '\uFEFFAssociation;Courriel\r\n"Les Amis; ""du toit""";amis@example.org\r\n',
      ['amis@example.org'],
    ],
    [
      'with a cell of several lines, which a pasted list would tear apart',
      'name,mail\n"Rue du Port,\n35000 Rennes",port@example.org\n',
      ['port@example.org'],
    ],
    ['of what is none, kept for the report', 'a@example.org\nLes Amis\n', ['a@example.org', 'Les Amis']],
    ['with a quote that nothing ends', 'a@example.org\nLes "Amis,b@example.org\n', ['a@example.org', 'b@example.org']],
    ['of nothing', '\n', []],
  ])('may be %s', (_, content, addresses) => {
    expect(addressesInCsv(content)).toEqual(addresses);
  });
});
