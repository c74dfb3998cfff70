import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, loadConfig } from './config.js';

const WHOLE = {
  MAILLAGE_PROFILE: 'production',
  PUBLIC_URL: 'https://ledger.example.org',
  DATABASE_URL: 'postgres://maillage_app:secret@postgres:5432/maillage',
  LOG_ORIGIN: 'ledger.example.org/housing',
  TRUST_PROXY: '10.0.0.1',
  MAILLAGE_DATA_DIR: '/var/lib/maillage',
  PUBLISHER: 'City of Rivemont, 1 Town Hall Square, 00000 Rivemont',
  HOSTING_PROVIDER: 'Rivemont Computing, 2 Mill Lane, 00000 Rivemont, +33 0 00 00 00 00',
  DATA_CONTROLLER: 'City of Rivemont, 1 Town Hall Square, 00000 Rivemont',
};

const load = (env: Readonly<Record<string, string>>) => loadConfig(env, { serves: 'sealer' });

function refusal(env: Readonly<Record<string, string>>): string {
  try {
    load(env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
  }
  throw new Error('It was accepted.');
}

describe('A server in production', () => {
  it('starts with all that it needs, and opens nothing that is only for trying things out', () => {
    expect(load(WHOLE)).toMatchObject({
      production: true,
      publicUrl: 'https://ledger.example.org',
      personas: false,
      personasByAnyName: false,
      graphiql: false,
    });
    expect(load({ ...WHOLE, GRAPHIQL: 'on' }).graphiql).toBe(true);
    // Even where it listens as a machine at home does.
    expect(load({ ...WHOLE, HOST: 'localhost' }).personas).toBe(false);
  });

  it('is told all that is missing or wrong at once', () => {
    const lines = refusal({ MAILLAGE_PROFILE: 'production', PORT: 'many', PERSONAS: 'on', PUBLIC_URL: '' }).split('\n');
    expect(lines.slice(1).map((line) => line.trim().split(':')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'DATABASE_URL',
      'LOG_ORIGIN',
      'TRUST_PROXY',
      'PUBLISHER',
      'HOSTING_PROVIDER',
      'DATA_CONTROLLER',
      'LOG_SIGNING_KEY_FILE',
      'PERSONAS',
    ]);
  });

  it.each([
    'PUBLIC_URL',
    'DATABASE_URL',
    'LOG_ORIGIN',
    'TRUST_PROXY',
    'PUBLISHER',
    'HOSTING_PROVIDER',
    'DATA_CONTROLLER',
  ])('does not start without %s', (name) => {
    expect(refusal({ ...WHOLE, [name]: '' })).toMatch(new RegExp(`^[^\\n]*\\n  ${name}: is missing; [^\\n]*$`));
  });

  it('has the key that it signs with, and the API not the log’s', () => {
    const { MAILLAGE_DATA_DIR: _, ...rest } = WHOLE;
    const asApi = (env: Readonly<Record<string, string>>) => loadConfig(env, { serves: 'api' });
    expect(() => asApi(rest)).toThrow(/^[^\n]*\n {2}RECEIPT_SIGNING_KEY_FILE: is missing; [^\n]*$/);
    expect(() => load(rest)).toThrow(/^[^\n]*\n {2}LOG_SIGNING_KEY_FILE: is missing; [^\n]*$/);
    expect(asApi({ ...rest, RECEIPT_SIGNING_KEY: 'k' }).seal.receiptKey).toBe('k');
    expect(load({ ...rest, LOG_SIGNING_KEY: 'k' }).seal.signingKey).toBe('k');
    expect(() => asApi({ ...WHOLE, LOG_SIGNING_KEY: 'k' })).toThrow(/LOG_SIGNING_KEY: is for workers alone/);
    expect(loadConfig({ LOG_SIGNING_KEY: 'k' }, { serves: 'api' }).production).toBe(false);
  });

  it('is reached by https', () => {
    expect(refusal({ ...WHOLE, PUBLIC_URL: 'http://ledger.example.org' })).toMatch(/PUBLIC_URL: .* https:/);
  });
});

describe('Reverse proxies', () => {
  it.each(['10.0.0.7', '10.0.0.7, 172.16.0.0/12', 'fd00::/8', 'loopback'])('are addresses and networks: %s', (text) => {
    expect(loadConfig({ TRUST_PROXY: text }).trustProxy).toEqual(text.split(', '));
  });

  it.each([
    ['proxy.local', 'proxy.local'],
    ['10.0.0.7, 10.0.0.0/99', '10.0.0.0/99'],
    [',', ','],
  ])('are not names, nor anything else: %s', (text, fault) => {
    const about = `TRUST_PROXY: ${fault} is no address or network: write those of the reverse proxies as in 10.0.0.7`;
    expect(() => loadConfig({ TRUST_PROXY: text })).toThrow(about);
  });
});

describe('What is said of whoever runs a server', () => {
  it('is nothing unless it is set', () => {
    expect(loadConfig({}).publication).toEqual({
      publisher: undefined,
      director: undefined,
      hostingProvider: undefined,
      dataController: undefined,
      contact: undefined,
      backupDays: undefined,
      timeZone: undefined,
      audit: undefined,
      noticesDir: undefined,
    });
  });

  it.each(['ledger@example.org', 'https://example.org/contact'])('may be reached at %s', (contact) => {
    expect(loadConfig({ CONTACT: contact }).publication.contact).toBe(contact);
  });

  it.each(['me', 'javascript:alert(1)', 'ftp://example.org'])('is not reached at %s', (contact) => {
    expect(() => loadConfig({ CONTACT: contact })).toThrow(
      /CONTACT: is neither an e-mail address nor an http\(s\) address/,
    );
  });

  it('tells the time in a zone that there is', () => {
    expect(loadConfig({ TIME_ZONE: 'Europe/Paris' }).publication.timeZone).toBe('Europe/Paris');
    expect(() => loadConfig({ TIME_ZONE: 'Europe/Rivemont' })).toThrow(/TIME_ZONE: is no time zone .* Europe\/Paris/);
  });

  it('tells of an audit whole, or not at all', () => {
    const day = { ACCESSIBILITY_AUDITED_ON: '2026-05-04' };
    expect(() => loadConfig(day)).toThrow(
      /ACCESSIBILITY_AUDITOR: is missing; an audit is told whole[^]*ACCESSIBILITY_RATE: is missing/,
    );
    expect(() => loadConfig({ ACCESSIBILITY_REPORT: 'https://example.org/report' })).toThrow(/AUDITED_ON: is missing/);
    expect(() => loadConfig({ ACCESSIBILITY_AUDITED_ON: '2026-02-30' })).toThrow(/AUDITED_ON: is not a day/);
    const whole = { ...day, ACCESSIBILITY_AUDITOR: 'A11y & Co', ACCESSIBILITY_RATE: '100' };
    expect(loadConfig(whole).publication.audit).toEqual({
      on: '2026-05-04',
      auditor: 'A11y & Co',
      rate: 100,
      report: undefined,
    });
  });
});

describe('Whatever is no server, or not in production', () => {
  it('needs nothing', () => {
    expect(loadConfig({ MAILLAGE_PROFILE: 'production' }).production).toBe(true);
    expect(load({})).toMatchObject({ production: false, graphiql: true, personas: true });
    expect(load({ MAILLAGE_PROFILE: '', GRAPHIQL: 'off' })).toMatchObject({ production: false, graphiql: false });
    expect(() => loadConfig({ MAILLAGE_PROFILE: 'prod' })).toThrow(/MAILLAGE_PROFILE/);
  });
});

describe('What receipts promise', () => {
  it('is not sooner than the log is sealed, wherever both are known', () => {
    for (const env of [{}, WHOLE]) {
      expect(refusal({ ...env, SEAL_SECONDS: '20.5', SEAL_PROMISE_SECONDS: '20' })).toMatch(
        /SEAL_PROMISE_SECONDS: is 20, which is less than SEAL_SECONDS, 20\.5: .* set it to 21 or more, or SEAL_SECONDS to 20 or less$/,
      );
      expect(load({ ...env, SEAL_SECONDS: '20', SEAL_PROMISE_SECONDS: '20' }).seal.promiseSeconds).toBe(20);
    }
    expect(() => loadConfig({ SEAL_SECONDS: '2', SEAL_PROMISE_SECONDS: '1' })).toThrow(ConfigurationError);
  });
});
