import { describe, expect, it } from '@jest/globals';
import { PasskeySites } from './passkey-sites.js';

const sites = (given: { publicUrl?: string; host?: string; production?: boolean }) =>
  new PasskeySites({ publicUrl: undefined, host: '127.0.0.1', production: false, ...given });
const asked = (host: string) => ({ protocol: 'http', host }) as const;

describe('Passkeys', () => {
  it.each([
    ['https://ledger.example.org', { rpId: 'ledger.example.org', origin: 'https://ledger.example.org' }],
    ['https://ledger.example.org:8443', { rpId: 'ledger.example.org', origin: 'https://ledger.example.org:8443' }],
    ['http://localhost:3000', { rpId: 'localhost', origin: 'http://localhost:3000' }],
    ['http://ledger.example.org', undefined],
    ['https://192.0.2.7', undefined],
    ['https://[2001:db8::7]', undefined],
  ])('are for the name that people find this server by, not for an address or in the open (%s)', (publicUrl, site) => {
    expect(sites({ publicUrl }).at(asked('evil.example'))).toEqual(site);
    expect(sites({ publicUrl }).areAny).toBe(site !== undefined);
  });

  it.each([
    ['127.0.0.1', 'localhost:3000', { rpId: 'localhost', origin: 'http://localhost:3000' }],
    ['127.0.0.1', '127.0.0.1:3000', undefined],
    ['127.0.0.1', 'evil.example', undefined],
    ['0.0.0.0', 'localhost:3000', undefined],
  ])('are at localhost where only this machine is listened to (%s, asked for as %s)', (host, name, site) => {
    expect(sites({ host }).at(asked(name))).toEqual(site);
  });

  it('are needed by the operator wherever they can be had, and in production always', () => {
    const [here, elsewhere] = [asked('localhost:3000'), asked('127.0.0.1:3000')];
    expect([sites({}).areNeededAt(here), sites({}).areNeededAt(elsewhere)]).toEqual([true, false]);
    expect(sites({ publicUrl: 'https://192.0.2.7', production: true }).areNeededAt(elsewhere)).toBe(true);
  });
});
