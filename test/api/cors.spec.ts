import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigurationError, loadConfig } from '@maillage/platform';
import { startTestApi, type TestApi, type TestOrganisation } from '../harness/api.js';
import { JSON_TYPE, OWN, signedIn, VIEWER } from './session.browser.js';

const APP = 'https://app.example.org';
const FOREIGN = 'https://elsewhere.example.net';

/** What a browser sends before it lets a page of an origin send a key to the API. */
const preflight = (api: TestApi, origin: string, path = '/graphql') =>
  fetch(`${api.url}${path}`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,maillage-after',
    },
  });

/** As a browser sends it for a page of another origin. */
const ask = (api: TestApi, origin: string, headers: Record<string, string> = {}, query = VIEWER) =>
  fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { ...JSON_TYPE, origin, 'sec-fetch-site': 'cross-site', ...headers },
    body: JSON.stringify({ query }),
  });

const allowed = ({ headers }: Response) => headers.get('access-control-allow-origin');
const withCredentials = ({ headers }: Response) => headers.has('access-control-allow-credentials');

describe('Without CORS_ORIGINS', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  it('no page of another origin may read an answer, and none is let ask', async () => {
    expect([...(await ask(api, APP)).headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    const answer = await preflight(api, APP);
    expect([answer.ok, allowed(answer)]).toEqual([false, null]);
  });
});

describe.each([
  ['a list of origins', `${APP}, http://localhost:5173`],
  ['all origins', '*'],
])('With CORS_ORIGINS for %s', (_, CORS_ORIGINS) => {
  let api: TestApi;
  let organisation: TestOrganisation;
  const all = CORS_ORIGINS === '*';
  const named = all ? '*' : APP;

  beforeAll(async () => {
    api = await startTestApi({ env: { CORS_ORIGINS } });
    organisation = await api.registerOrganisation('Ville de Rennes');
  });
  afterAll(() => api.close());

  it('a preflight says what may be sent, for how long, and nothing of credentials', async () => {
    const answer = await preflight(api, APP);
    expect(answer.status).toBe(204);
    expect(allowed(answer)).toBe(named);
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST');
    expect(answer.headers.get('access-control-allow-headers')).toBe('authorization,content-type,maillage-after');
    expect(answer.headers.get('access-control-max-age')).toBe('600');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(withCredentials(answer)).toBe(false);
    expect(allowed(await preflight(api, APP, '/evidence'))).toBe(named);
  });

  it('a page asks by a key, and may read the answer, be it a refusal', async () => {
    const answer = await ask(api, APP, { authorization: `Bearer ${organisation.key}` });
    expect([answer.status, allowed(answer), withCredentials(answer)]).toEqual([200, named, false]);
    expect(answer.headers.get('access-control-expose-headers')).toContain('X-Request-Id');
    const { data } = (await answer.json()) as { data: { viewer: { organisation: { id: string } } } };
    expect(data.viewer.organisation.id).toBe(organisation.globalId);
    const refused = await ask(api, APP, { authorization: 'Bearer mlg_nonsense' });
    expect([refused.status, allowed(refused)]).toEqual([401, named]);
    const malformed = await ask(api, APP, {}, '{ nothing }');
    expect([malformed.status, allowed(malformed)]).toEqual([400, named]);
    const unread = await fetch(`${api.url}/evidence/${'0'.repeat(64)}`, { headers: { origin: APP } });
    expect([unread.status, allowed(unread)]).toEqual([404, named]);
  });

  it('a page of an origin that was not named may not read', async () => {
    expect(allowed(await preflight(api, FOREIGN))).toBe(all ? '*' : null);
    expect(allowed(await ask(api, FOREIGN))).toBe(all ? '*' : null);
    // A cache must not hand one origin what was meant for another.
    expect((await ask(api, APP)).headers.get('vary') ?? '').toMatch(/\borigin\b/i);
  });

  it('a session counts for pages of this server alone, even where a browser sends its cookie along', async () => {
    const { 'sec-fetch-site': _, ...sent } = await signedIn(api, { key: organisation.key });
    const viewerOf = async (answer: Response) => ((await answer.json()) as { data: { viewer: unknown } }).data.viewer;
    expect(await viewerOf(await ask(api, APP, sent))).toBeNull();
    expect(await viewerOf(await ask(api, APP, { ...sent, 'sec-fetch-site': 'same-site' }))).toBeNull();
    const own = await ask(api, api.url, { ...sent, ...OWN });
    expect(await viewerOf(own)).toMatchObject({ organisation: { id: organisation.globalId } });
    expect(withCredentials(own)).toBe(false);
  });

  it('no session is opened from another origin, nor a page of this server read', async () => {
    const opened = await fetch(`${api.url}/session`, {
      method: 'POST',
      headers: { ...JSON_TYPE, origin: APP, 'sec-fetch-site': 'cross-site' },
      body: JSON.stringify({ key: organisation.key }),
    });
    expect([opened.status, opened.headers.getSetCookie(), allowed(opened)]).toEqual([403, [], null]);
    const asked = await preflight(api, APP, '/session');
    expect([asked.status, allowed(asked)]).toEqual([404, null]);
    const besides = await preflight(api, APP, '/graphql-of-another');
    expect([besides.status, allowed(besides)]).toEqual([404, null]);
  });

  it('leaves what was open to all pages as it was', async () => {
    for (const origin of [APP, FOREIGN]) {
      const log = await fetch(`${api.url}/log/events`, { headers: { origin } });
      expect([log.status, allowed(log)]).toEqual([200, '*']);
    }
  });
});

describe('CORS_ORIGINS', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['*', '*'],
    [' https://app.example.org ,http://localhost:5173', ['https://app.example.org', 'http://localhost:5173']],
  ])('%j means %j', (CORS_ORIGINS, expected) => {
    expect(loadConfig({ CORS_ORIGINS }).corsOrigins).toEqual(expected);
  });

  it.each([
    'https://app.example.org/',
    'https://app.example.org/path',
    'app.example.org',
    'HTTPS://APP.example.org',
    'ftp://app.example.org',
    '*, https://app.example.org',
    'https://*.example.org',
    'null',
  ])('is refused as %j, saying what would be accepted', (CORS_ORIGINS) => {
    const load = () => loadConfig({ CORS_ORIGINS });
    expect(load).toThrow(ConfigurationError);
    expect(load).toThrow(/CORS_ORIGINS: .* is not an origin: write scheme, host and any port as in https:/);
  });
});
