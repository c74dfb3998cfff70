import { describe, expect, it } from '@jest/globals';
import { checkDkim, checkDmarc, checkSpf, type TxtResolver } from './domain-check.js';

/** Answers as DNS does, of these names alone; a text in pieces where it has a bar. */
function dns(records: Readonly<Record<string, readonly string[] | string>>): TxtResolver {
  return {
    resolveTxt: async (name) => {
      const found = records[name];
      if (typeof found === 'string') throw Object.assign(new Error(name), { code: found });
      if (found === undefined) throw Object.assign(new Error(name), { code: 'ENOTFOUND' });
      return found.map((text) => text.split('|'));
    },
  };
}

describe('Of the domain that mails come from, it is told', () => {
  it.each([
    [['v=spf1 include:mail.example.net -all'], 'PASSES'],
    [['google-site-verification=x', 'v=spf1 ip4:192.0.2.1| ~all'], 'PASSES'],
    [['v=spf1 redirect=_spf.example.net'], 'PASSES'],
    [['v=spf1 mx ?all'], 'WARNS'],
    [['v=spf1 mx'], 'WARNS'],
    [['v=spf1 +all'], 'FAILS'],
    [['v=spf1 all'], 'FAILS'],
    [['v=spf1 mx -all', 'v=spf1 a -all'], 'FAILS'],
    [['v=spf10 -all'], 'FAILS'],
    ['ENODATA', 'FAILS'],
    ['ESERVFAIL', 'FAILS'],
  ])('who may send for it: %j %s', async (records, outcome) => {
    expect(await checkSpf(dns({ 'ledger.example.org': records }), 'ledger.example.org')).toMatchObject({
      check: 'SPF',
      outcome,
    });
  });

  it.each([
    [['v=DKIM1; k=rsa; p=MIIB|IjAN'], 'PASSES'],
    [['p=MIIBIjAN'], 'PASSES'],
    [['v=DKIM1; p='], 'FAILS'],
    [['v=DKIM1; p=a', 'v=DKIM1; p=b'], 'FAILS'],
    ['ENOTFOUND', 'FAILS'],
  ])('whether the key is there that they are signed with: %j %s', async (records, outcome) => {
    const resolver = dns({ 's1._domainkey.example.org': records });
    expect(await checkDkim(resolver, 'example.org', 's1')).toMatchObject({ check: 'DKIM', outcome });
  });

  it('that no key was looked at where nobody says which', async () => {
    expect(await checkDkim(dns({}), 'example.org', undefined)).toMatchObject({ outcome: 'SKIPPED' });
  });

  it.each([
    [{ '_dmarc.ledger.example.org': ['v=DMARC1; p=reject'] }, 'PASSES'],
    [{ '_dmarc.ledger.example.org': ['v=DMARC1; p=none; rua=mailto:a@example.org'] }, 'WARNS'],
    [{ '_dmarc.ledger.example.org': ['v=DMARC1; p=anything'] }, 'FAILS'],
    [{ '_dmarc.ledger.example.org': ['v=DMARC1; p=none'], '_dmarc.example.org': ['v=DMARC1; p=reject'] }, 'WARNS'],
    [{ '_dmarc.example.org': ['v=DMARC1; p=quarantine'] }, 'PASSES'],
    [{ '_dmarc.example.org': ['v=DMARC1; p=reject; sp=none'] }, 'WARNS'],
    [{ '_dmarc.org': ['v=DMARC1; p=reject'] }, 'FAILS'],
    [{ '_dmarc.ledger.example.org': 'ETIMEOUT' }, 'FAILS'],
    [{}, 'FAILS'],
  ] as const)('what becomes of mails that only claim to be from it: %j %s', async (records, outcome) => {
    expect(await checkDmarc(dns(records), 'ledger.example.org')).toMatchObject({ check: 'DMARC', outcome });
  });
});
