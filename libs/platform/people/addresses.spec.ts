import { describe, expect, it } from '@jest/globals';
import { mailAddress, maskedAddress } from './addresses.js';

describe('A mail address', () => {
  it.each([
    ['Marie.Dupont@Example.ORG', 'marie.dupont@example.org'],
    ['  marie@example.org ', 'marie@example.org'],
    // Mailboxes of their own, wherever a provider makes one of them.
    ['marie.dupont+maillage@example.org', 'marie.dupont+maillage@example.org'],
    ['mariedupont@example.org', 'mariedupont@example.org'],
    ['marie@Bücher.example', 'marie@xn--bcher-kva.example'],
    ["o'neil@example.org", "o'neil@example.org"],
  ])('%s is kept as %s', (written, kept) => {
    expect(mailAddress(written)).toBe(kept);
  });

  it.each([
    '',
    'marie',
    '@example.org',
    'marie@',
    'marie@localhost',
    'marie@127.0.0.1',
    'marie@[127.0.0.1]',
    'marié@example.org',
    'İ@example.org',
    'marie@example.org\r\nBcc: other@example.org',
    'marie\n@example.org',
    'marie@other@example.org',
    '"marie"@example.org',
    'Marie <marie@example.org>',
    'marie@example.org,other@example.org',
    'marie..dupont@example.org',
    'marie@example.org/path',
    'marie@example.org:25',
    `${'m'.repeat(65)}@example.org`,
    `m@${'e'.repeat(260)}.org`,
  ])('is not %j', (written) => {
    expect(mailAddress(written)).toBeUndefined();
  });

  it('is shown so that whoever has it knows it again, and others do not learn it', () => {
    expect(maskedAddress('marie@example.org')).toBe('m…@e….org');
  });
});
