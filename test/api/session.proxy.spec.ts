import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadConfig, savePersonas, Sessions } from '@maillage/platform';
import type { RunningApi } from '../../apps/api/bootstrap.js';
import { localPath } from '../../apps/api/session/origin.js';
import { PRODUCTION_HOST, startProduction, startTestApi, type TestApi, type TestOrganisation } from '../harness/api.js';
import { openSession, OWN, setCookies, VIEWER, type SetCookie } from './session.browser.js';

describe('Behind a reverse proxy', () => {
  let api: TestApi;
  let organisation: TestOrganisation;
  beforeAll(async () => {
    api = await startTestApi({ env: { TRUST_PROXY: '127.0.0.1' } });
    organisation = await api.registerOrganisation('Ville de Rennes');
  });
  afterAll(() => api.close());

  const proxied = (address: string, proto = 'https') => ({
    'x-forwarded-for': address,
    'x-forwarded-proto': proto,
    'x-forwarded-host': 'ledger.example.org',
  });

  it('with https the cookie goes back by https only, and to this host', async () => {
    const way = proxied('192.0.2.1');
    const answer = await openSession(api, { key: organisation.key }, { ...way, origin: 'https://ledger.example.org' });
    const [cookie] = setCookies(answer) as [SetCookie];
    expect(cookie.name).toBe('__Host-maillage_session');
    expect([...cookie.attributes.keys()].sort()).toEqual(['httponly', 'max-age', 'path', 'samesite', 'secure']);
    const { value } = cookie;
    const viewer = async (headers: Record<string, string>) => (await api.graphql(VIEWER, {}, { headers })).data.viewer;
    expect(await viewer({ ...way, ...OWN, cookie: `__Host-maillage_session=${value}` })).not.toBeNull();
    // A neighbour can plant one under a name without the prefix.
    expect(await viewer({ ...way, ...OWN, cookie: `maillage_session=${value}` })).toBeNull();
    const origin = 'http://ledger.example.org';
    expect(await viewer({ ...way, origin, cookie: `__Host-maillage_session=${value}` })).toBeNull();
    const out = await fetch(`${api.url}/session`, {
      method: 'DELETE',
      headers: { ...way, cookie: `${cookie.name}=${value}` },
    });
    expect(setCookies(out)[0]).toMatchObject({ name: '__Host-maillage_session', value: '' });
    expect(setCookies(out)[0]?.attributes.has('secure')).toBe(true);
  });

  it('keys that fail are answered ten times a minute to one address, which keeps no valid key out', async () => {
    const tried = proxied('192.0.2.2');
    const wrong = { key: `mlg_0123456789ab_${'A'.repeat(43)}` };
    for (let n = 0; n < 3; n += 1) expect((await openSession(api, { key: organisation.key }, tried)).status).toBe(200);
    const statuses = await Promise.all(
      Array.from({ length: 12 }, async () => (await openSession(api, wrong, tried)).status),
    );
    expect(statuses.sort()).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
    expect((await openSession(api, { key: organisation.key }, tried)).status).toBe(200);
    const late = await openSession(api, wrong, tried);
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(((await late.json()) as any).errors[0].message).toMatch(/to sign in without success/);
    expect((await openSession(api, { key: organisation.key }, proxied('192.0.2.3'))).status).toBe(200);
  });

  it('personas are not offered unless the configuration says so', async () => {
    await savePersonas(api.database, [{ organisationId: organisation.id, description: { en: 'x', fr: 'x' } }]);
    const { data } = await api.graphql('{ signInOptions { personas { description } } }');
    expect(data.signInOptions.personas).toEqual([]);
    const answer = await openSession(api, { persona: organisation.id }, proxied('192.0.2.4'));
    expect(answer.status).toBe(401);
    expect(((await answer.json()) as any).errors[0].message).toMatch(/No personas are offered here/);
    // Nor does one go on that was opened while they were.
    const sessions = (offered: boolean) => new Sessions(api.database, 60_000, () => offered);
    const { token } = await sessions(true).open({ persona: organisation.id });
    const mayActAs = { organisation: organisation.id, scopes: ['read', 'write'] };
    expect(await sessions(true).find(token)).toMatchObject({ mayActAs });
    expect(await sessions(false).find(token)).toBeUndefined();
  });
});

describe('In production, behind a proxy that ends https', () => {
  const NAME = PRODUCTION_HOST;
  let api: TestApi;
  let running: RunningApi;
  beforeAll(async () => {
    api = await startTestApi({ projects: false });
    running = await startProduction(api.databaseUrl);
  });
  afterAll(async () => {
    await running.close();
    await api.close();
  });

  const get = (path: string, host?: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (host !== undefined) headers.set('x-forwarded-host', host);
    return fetch(`${running.url}${path}`, { ...init, headers });
  };

  it('answers under the name that PUBLIC_URL says, and no other', async () => {
    for (const [host, status] of [
      [NAME, 200],
      [`${NAME.toUpperCase()}:443`, 200],
      [`${NAME}:8443`, 421],
      [`${NAME}.evil.example`, 421],
      [`${NAME}, evil.example`, 421],
      // As the proxy itself asks, of the machine's own address.
      [undefined, 421],
    ] as const) {
      const answer = await get('/graphql?query=%7B__typename%7D', host, {
        headers: { 'content-type': 'application/json' },
      });
      expect([host, answer.status]).toEqual([host, status]);
    }
    const refused = await get('/', 'evil.example');
    expect(((await refused.json()) as any).errors[0].extensions.code).toBe('MISDIRECTED_REQUEST');
    expect(refused.headers.get('cache-control')).toBe('no-store');
  });

  it('opens WebSockets under that name alone as well', async () => {
    const outcome = (host: string) =>
      new Promise<number>((resolve, reject) => {
        const headers = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
        const key = { 'sec-websocket-key': Buffer.alloc(16).toString('base64'), 'x-forwarded-host': host };
        const protocol = { 'sec-websocket-protocol': 'graphql-transport-ws' };
        request(`${running.url}/graphql`, { headers: { ...headers, ...key, ...protocol } })
          .on('upgrade', (_, socket) => {
            socket.destroy();
            resolve(101);
          })
          .on('response', (answer) => {
            resolve(answer.resume().statusCode ?? 0);
          })
          .on('error', reject)
          .end();
      });
    expect([await outcome(NAME), await outcome('evil.example')]).toEqual([101, 421]);
  });

  it('tells visitors whether it is ready, and why and how much at the metrics port alone, by whatever name', async () => {
    const ready = await get('/health/ready', NAME);
    expect([ready.status, await ready.json()]).toEqual([503, { ready: false }]);
    expect(await (await get('/health/live', NAME)).json()).toEqual({ live: true });
    expect((await get('/metrics', NAME)).status).toBe(404);
    const inDetail = await fetch(`${running.healthUrl}/health/ready`);
    expect(await inDetail.json()).toMatchObject({
      ready: false,
      parts: { database: { ok: true }, views: { ok: false } },
    });
    expect(await (await fetch(`${running.healthUrl}/metrics`)).text()).toMatch(/maillage_seal_lag_events/);
    expect((await fetch(`${running.healthUrl}/graphql`)).status).toBe(404);
  });

  it('has no page for trying queries', async () => {
    for (const path of ['/graphiql', '/graphiql/']) expect((await get(path, NAME)).status).toBe(404);
  });

  it('tells browsers to come by https alone, and to keep others out of its windows', async () => {
    for (const path of ['/graphql', '/nothing', '/missions/%ff']) {
      const { headers } = await get(path, NAME);
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    }
    expect((await fetch(`${api.url}/nothing`)).headers.get('strict-transport-security')).toBeNull();
  });

  it('gives cookies that go back by https alone, whatever the proxy says of it', async () => {
    const body = JSON.stringify({ key: await api.createKey(randomUUID()) });
    const headers = { 'content-type': 'application/json', origin: `https://${NAME}`, 'x-forwarded-proto': 'http' };
    const answer = await get('/session', NAME, { method: 'POST', headers, body });
    expect(answer.status).toBe(200);
    const [cookie] = setCookies(answer) as [SetCookie];
    expect([cookie.name, cookie.attributes.has('secure')]).toEqual(['__Host-maillage_session', true]);
    const foreign = await get('/session', NAME, {
      method: 'POST',
      headers: { ...headers, origin: `http://${NAME}` },
      body,
    });
    expect(foreign.status).toBe(403);
  });
});

describe('Personas', () => {
  it.each([
    [{}, true],
    [{ HOST: '127.0.0.2' }, true],
    [{ HOST: '::1' }, true],
    [{ HOST: 'localhost' }, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '::' }, false],
    [{ HOST: '127.example.org' }, false],
    [{ TRUST_PROXY: '10.0.0.1' }, false],
    [{ HOST: '0.0.0.0', PERSONAS: 'on' }, true],
    [{ PERSONAS: 'off' }, false],
    [{ PERSONAS: '' }, true],
  ])('are offered with %j: %j', (env, offered) => {
    expect(loadConfig(env).personas).toBe(offered);
  });
});

describe('An issuer to sign in at', () => {
  it.each([
    [{ OIDC_CLIENT_ID: 'pages' }, /OIDC_ISSUER: is missing/],
    [{ OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'pages' }, /PUBLIC_URL: is missing/],
    [{ PUBLIC_URL: 'https://ledger.example/somewhere' }, /PUBLIC_URL: is not an address of a host/],
    [{ OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_SECRET: 'x' }, /OIDC_CLIENT_ID: is missing/],
    [{ SESSION_HOURS: '0' }, /SESSION_HOURS/],
  ])('is configured whole: %j', (env, fault) => {
    expect(() => loadConfig(env)).toThrow(fault);
    expect(loadConfig({ OIDC_ISSUER: 'https://id.example' }).oidc?.client).toBeUndefined();
    const whole = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'pages', PUBLIC_URL: 'https://ledger.example/' };
    expect(loadConfig(whole).oidc?.client).toEqual({ id: 'pages', publicUrl: 'https://ledger.example' });
  });
});

describe('Where a sign-in may lead', () => {
  it.each([
    ['/desk', '/desk'],
    ['/missions/x?tab=progress#places', '/missions/x?tab=progress#places'],
    ['/search?q=//evil.example', '/search?q=//evil.example'],
    ['/a/../desk', '/desk'],
  ])('is a path of this host: %s', (to, path) => {
    expect(localPath(to)).toBe(path);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:',
    'https://evil.example',
    'https:evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/./\\evil.example',
    'javascript:alert(1)',
    'desk',
    '',
    ' /desk',
    '?',
    `/${'x'.repeat(1_000)}`,
    undefined,
  ])('is nowhere else: %j', (to) => {
    expect(localPath(to)).toBeUndefined();
  });

  it('is this host, whatever is asked for', () => {
    const part = fc.oneof(
      fc.constantFrom('/', '\\', '.', '..', '\t', '\r\n', '@', ':', '?', '#', '%2f', 'evil'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const path = localPath(`/${parts.join('')}`);
        if (path !== undefined) {
          expect(new URL(path, 'https://ledger.example.org/session').origin).toBe('https://ledger.example.org');
          expect(path).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
