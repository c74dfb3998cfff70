import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { createLogger } from '@maillage/platform';
import { OfferedPersonas } from './offered-personas.js';

const came = (headers: Readonly<Record<string, string>>, httpVersion = '1.1') =>
  ({ raw: { headers, httpVersion }, headers, hostname: 'localhost' }) as unknown as FastifyRequest;

const offering = (personasByAnyName = false) =>
  new OfferedPersonas({ personas: true, personasByAnyName, mail: 'kept' }, createLogger('silent'));

describe('Personas', () => {
  it('and mails that were not sent are for this machine, whatever is said of personas', () => {
    const offered = offering(true);
    const here = came({ origin: 'http://localhost:3000' });
    const told = (hostname: string) => offered.isFromHere({ hostname, headers: {} });
    expect([offered.isFromHere(here), told('[::1]'), told('ledger.example.org')]).toEqual([true, true, false]);
    offered.notice(came({ 'x-real-ip': '192.0.2.1' }));
    expect([offered.open, offered.isFromHere(here)]).toEqual([true, false]);
  });

  it.each([
    'forwarded',
    'via',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded-anything',
    'x-real-ip',
    'x-client-ip',
    'true-client-ip',
    'cf-connecting-ip',
    'cf-ray',
    'cdn-loop',
    'x-original-forwarded-for',
    'x-amzn-trace-id',
  ])('are closed by one request with the header %s, and stay closed', (header) => {
    const offered = offering();
    offered.notice(came({ [header]: '' }));
    offered.notice(came({}));
    expect([offered.open, offered.refusal(came({}))]).toEqual([
      false,
      expect.stringMatching(/No personas are offered/),
    ]);
  });

  it('are closed by HTTP/1.0, which proxies speak and browsers do not', () => {
    const offered = offering();
    offered.notice(came({}, '1.0'));
    expect(offered.open).toBe(false);
  });

  it('stay open for what browsers send', () => {
    const offered = offering();
    const headers = { host: 'localhost:3000', origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' };
    offered.notice(came({ ...headers, cookie: 'a=b', accept: '*/*', 'x-request-id': '1', referer: 'http://x/' }));
    expect([offered.open, offered.refusal(came(headers))]).toEqual([true, undefined]);
  });

  it('are for whoever comes by a proxy where the configuration says so', () => {
    const offered = offering(true);
    offered.notice(came({ 'x-forwarded-for': '192.0.2.1' }));
    expect([offered.open, offered.refusal(came({ origin: 'https://demo.example.org' }))]).toEqual([true, undefined]);
  });
});
