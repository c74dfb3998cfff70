import { randomUUID } from 'node:crypto';
import { createServer, request, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';
import { Client } from '../acceptance/client.js';
import { MISSION, promise } from '../acceptance/mission.js';
import { startTestApi, type TestApi, type TestOrganisation } from '../harness/api.js';
import { Browser, setCookies, VIEWER } from './session.browser.js';
import { freePort } from '../harness/ports.js';

const PROMISE = `mutation ($input: MakeCommitmentInput!) {
  makeCommitment(input: $input) { __typename ... on Refusal { code: reason } }
}`;
const REVISE = `mutation ($input: ReviseOrganisationInput!) {
  reviseOrganisation(input: $input) { __typename ... on Refusal { code: reason } }
}`;
const SECRET = 'a secret between the ledger and its issuer';
const ID_TOKEN_SECONDS = 1_800;

/** A real issuer on a port of its own; its people sign in with any name, and are asked whether they agree. */
describe('Signing in at an OIDC issuer', () => {
  let api: TestApi;
  let organisation: TestOrganisation;
  let server: Server;
  let issuer: string;
  let serve: RequestListener | undefined;
  /** What the issuer says of a person, in the ID token or at the user-info endpoint. */
  const claimsOf = new Map<string, (use: string) => Readonly<Record<string, unknown>>>();
  let sign: (audience: string, subject: string) => Promise<string>;

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (serve === undefined) response.destroy();
      else serve(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const port = await freePort();
    api = await startTestApi({
      env: {
        OIDC_ISSUER: issuer,
        OIDC_CLIENT_ID: 'maillage-pages',
        OIDC_CLIENT_SECRET: SECRET,
        PORT: String(port),
        PUBLIC_URL: `http://127.0.0.1:${port}`,
      },
    });
    organisation = await api.registerOrganisation('Ville de Brest');
    const acting = { maillage_organisation: organisation.id };
    claimsOf.set('ana', () => acting);
    claimsOf.set('noone', () => ({}));
    claimsOf.set('misnamed', () => ({ maillage_organisation: 'Brest' }));
    claimsOf.set('told', (use) => (use === 'userinfo' ? acting : {}));
  });
  afterAll(async () => {
    await api.close();
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    serve = provider;
  });

  let provider: RequestListener;
  beforeAll(async () => {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
    // That it is for development only is what it is here for.
    const warnings = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const made = new Provider(issuer, {
      clients: [
        {
          client_id: 'maillage-pages',
          client_secret: SECRET,
          redirect_uris: [`${api.url}/session/oidc/callback`],
        },
      ],
      jwks: { keys: [jwk] },
      cookies: { keys: [randomUUID()] },
      claims: { openid: ['sub', 'maillage_organisation'] },
      ttl: { IdToken: ID_TOKEN_SECONDS, AccessToken: 600, Grant: 600, Interaction: 600, Session: 600 },
      findAccount: (_, id) => ({ accountId: id, claims: (use) => ({ sub: id, ...claimsOf.get(id)?.(use) }) }),
    });
    warnings.mockRestore();
    const callback = made.callback();
    provider = (request, response) => void callback(request, response);
    sign = (audience, subject) =>
      new SignJWT({ maillage_organisation: organisation.id })
        .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setExpirationTime('5m')
        .sign(privateKey);
  });

  let passed = 0;
  const now = performance.now.bind(performance);
  afterAll(() => {
    jest.restoreAllMocks();
  });
  const fiveSecondsPass = () => {
    passed += 5_001;
    jest.spyOn(performance, 'now').mockImplementation(() => now() + passed);
  };

  const atCallback = (address: string) => address.startsWith(`${api.url}/session/oidc/callback`);

  /** Until the issuer asks who is there. */
  async function asked(browser: Browser, to?: string): Promise<string> {
    const from = `${api.url}/session/oidc${to === undefined ? '' : `?to=${encodeURIComponent(to)}`}`;
    const { address } = await browser.follow(from, () => false);
    expect(address).toMatch(/\/interaction\//);
    return address;
  }

  /** Signs in and agrees. @returns the address the issuer sends the browser back to. */
  async function agreed(browser: Browser, name: string, to?: string): Promise<string> {
    const form = (fields: Record<string, string>): RequestInit => ({
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
    const login = await asked(browser, to);
    const who = form({ prompt: 'login', login: name, password: 'x' });
    const consent = await browser.follow(login, atCallback, who);
    if (atCallback(consent.address)) return consent.address;
    return (await browser.follow(consent.address, atCallback, form({ prompt: 'consent' }))).address;
  }

  /** Where the browser is led in the end, on this server. */
  async function ledTo(browser: Browser, callback: string): Promise<string> {
    const answer = await browser.ask(callback);
    expect(answer.status).toBe(303);
    return answer.headers.get('location') ?? '';
  }

  const headersOf = (browser: Browser) => ({
    cookie: [...browser.cookies(api.url)].map(([name, value]) => `${name}=${value}`).join('; '),
    'sec-fetch-site': 'same-origin',
  });

  /** Changes what the browser was told to bring back. */
  function tamper(browser: Browser, change: Readonly<Record<string, string>>): void {
    const cookies = browser.cookies(api.url);
    const attempt = JSON.parse(Buffer.from(cookies.get('maillage_sign_in') ?? '', 'base64url').toString('utf8'));
    cookies.set('maillage_sign_in', Buffer.from(JSON.stringify({ ...attempt, ...change })).toString('base64url'));
  }

  it('waits for an issuer that is away, and says so', async () => {
    serve = undefined;
    const browser = new Browser();
    const away = await browser.ask(`${api.url}/session/oidc?to=/review/x`);
    expect(away.headers.get('location')).toBe('/sign-in?error=issuer_unavailable&to=%2Freview%2Fx');
    expect(setCookies(away)).toEqual([]);
    expect((await api.graphql('{ signInOptions { oidc } }')).data.signInOptions.oidc).toBe(true);
    serve = provider;
    fiveSecondsPass();
    expect(await asked(browser)).toContain(issuer);
  });

  it('is asked who it is every five seconds at most, whatever answers are brought back', async () => {
    const requests: (string | undefined)[] = [];
    const forged = async () => {
      const browser = new Browser();
      const attempt = { state: 's', nonce: 'n', verifier: 'v', to: '/desk' };
      browser.cookies(api.url).set('maillage_sign_in', Buffer.from(JSON.stringify(attempt)).toString('base64url'));
      const callback = `${api.url}/session/oidc/callback?state=s&code=x&iss=${encodeURIComponent(issuer)}`;
      expect(await ledTo(browser, callback)).toMatch(/error=(invalid_answer|issuer_unavailable)/);
    };
    const discoveries = () => requests.filter((path) => path?.startsWith('/.well-known/')).length;
    serve = (request, response) => {
      requests.push(request.url);
      provider(request, response);
    };
    for (let n = 0; n < 5; n += 1) await forged();
    expect([requests.length, discoveries()]).toEqual([5, 0]);
    fiveSecondsPass();
    await forged();
    serve = (request, response) => {
      requests.push(request.url);
      response.writeHead(502).end();
    };
    for (let n = 0; n < 5; n += 1) await forged();
    expect(discoveries()).toBe(1);
    fiveSecondsPass();
  });

  it('asks it with PKCE, state and nonce, kept in a cookie for ten minutes', async () => {
    const answer = await new Browser().ask(`${api.url}/session/oidc`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([303, 'no-store']);
    const sent = new URL(answer.headers.get('location') ?? '').searchParams;
    expect(Object.fromEntries(sent)).toEqual({
      client_id: 'maillage-pages',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${api.url}/session/oidc/callback`,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    const [cookie] = setCookies(answer);
    expect(cookie?.name).toBe('maillage_sign_in');
    expect(Object.fromEntries(cookie?.attributes ?? [])).toEqual({
      'max-age': '600',
      path: '/',
      httponly: '',
      samesite: 'Lax',
    });
  });

  it('has people sent back to the address that is configured, whatever Host they came by', async () => {
    const { port } = new URL(api.url);
    const sent = await new Promise<string>((resolve, reject) => {
      request({ port, host: '127.0.0.1', path: '/session/oidc', headers: { host: 'evil.example' } }, (answer) => {
        answer.resume();
        resolve(answer.headers.location ?? '');
      })
        .on('error', reject)
        .end();
    });
    expect(new URL(sent).searchParams.get('redirect_uri')).toBe(`${api.url}/session/oidc/callback`);
  });

  it('opens a session for the organisation it names, and goes where the person wanted to', async () => {
    const browser = new Browser();
    const callback = await agreed(browser, 'ana', '/review/x?from=desk');
    expect(await ledTo(browser, callback)).toBe('/review/x?from=desk');
    expect([...browser.cookies(api.url).keys()]).toEqual(['maillage_session']);
    const headers = headersOf(browser);
    const { viewer } = (await api.graphql(VIEWER, {}, { headers })).data;
    expect(viewer).toMatchObject({ organisation: { id: organisation.globalId }, canWrite: true });
    // Not longer than the token it rests on.
    const left = (Date.parse(viewer.expiresAt as string) - Date.now()) / 1000;
    expect(left).toBeGreaterThan(ID_TOKEN_SECONDS - 60);
    expect(left).toBeLessThanOrEqual(ID_TOKEN_SECONDS);
    // The answer serves once.
    expect(await ledTo(browser, callback)).toMatch(/error=interrupted/);
    expect((await api.graphql(VIEWER, {}, { headers })).data.viewer).not.toBeNull();
  });

  it('records under the same opaque member as a token of that person', async () => {
    const browser = new Browser();
    await ledTo(browser, await agreed(browser, 'ana'));
    const actors = [];
    const { id: missionId } = await new Client(api.url, organisation.key).record('declareMission', MISSION);
    for (const by of [{ headers: headersOf(browser) }, { key: await sign('maillage', 'ana') }]) {
      const variables = { input: { commandId: randomUUID(), ...promise(missionId) } };
      const { data } = await api.graphql(PROMISE, variables, by);
      expect(data.makeCommitment).toEqual({ __typename: 'CommitmentRecorded' });
      const { rows } = await api.database.pool.query<{ entry: string }>(
        'select entry from event order by position desc limit 1',
      );
      actors.push(JSON.parse(rows[0]!.entry).actor);
    }
    expect(actors[0]).toEqual({ organisation: organisation.id, member: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(actors[1]).toEqual(actors[0]);
  });

  it('is a seat to record by, and no ADMIN’s', async () => {
    const browser = new Browser();
    await ledTo(browser, await agreed(browser, 'ana'));
    const input = { commandId: randomUUID(), organisationId: organisation.globalId, name: 'Brest', sector: 'PUBLIC' };
    const { data } = await api.graphql(REVISE, { input }, { headers: headersOf(browser) });
    expect(data.reviseOrganisation.code).toBe('NOT_ADMIN');
  });

  it('takes the organisation from the user-info endpoint where the ID token lacks it', async () => {
    const browser = new Browser();
    expect(await ledTo(browser, await agreed(browser, 'told'))).toBe('/desk');
    const { viewer } = (await api.graphql(VIEWER, {}, { headers: headersOf(browser) })).data;
    expect(viewer.organisation.id).toBe(organisation.globalId);
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/.//evil.example', 'https:', 'desk'])(
    'leads nowhere but to this server: %s',
    async (to) => {
      const browser = new Browser();
      const callback = await agreed(browser, 'ana', to);
      // Nor where somebody changed the cookie meanwhile.
      tamper(browser, { to });
      expect(await ledTo(browser, callback)).toBe('/desk');
    },
  );

  it.each(['noone', 'misnamed'])('explains that an organisation is missing for %s', async (name) => {
    const browser = new Browser();
    expect(await ledTo(browser, await agreed(browser, name, '/search'))).toBe(
      '/sign-in?error=no_organisation&to=%2Fsearch',
    );
    expect(browser.cookies(api.url).size).toBe(0);
  });

  it('explains that the person went back', async () => {
    const browser = new Browser();
    const login = await asked(browser);
    const { address } = await browser.follow(`${login}/abort`, atCallback);
    expect(new URL(address).searchParams.get('error')).toBe('access_denied');
    expect(await ledTo(browser, address)).toBe('/sign-in?error=refused&to=%2Fdesk');
  });

  it('is interrupted without the cookie of the attempt, or with that of another', async () => {
    const [mine, theirs] = [new Browser(), new Browser()];
    const callback = await agreed(mine, 'ana');
    expect(await ledTo(new Browser(), callback)).toMatch(/error=interrupted/);
    await asked(theirs);
    expect(await ledTo(theirs, callback)).toMatch(/error=interrupted/);
    for (const cookie of ['', '%', 'e30', Buffer.from('[]').toString('base64url')]) {
      theirs.cookies(api.url).set('maillage_sign_in', cookie);
      expect(await ledTo(theirs, callback)).toMatch(/error=interrupted/);
    }
    expect(theirs.cookies(api.url).has('maillage_session')).toBe(false);
  });

  it.each([{ nonce: 'x'.repeat(43) }, { verifier: 'x'.repeat(43) }])(
    'refuses an answer that does not fit what was asked: %j',
    async (change) => {
      const browser = new Browser();
      const callback = await agreed(browser, 'ana');
      tamper(browser, change);
      expect(await ledTo(browser, callback)).toBe('/sign-in?error=invalid_answer&to=%2Fdesk');
      expect(browser.cookies(api.url).has('maillage_session')).toBe(false);
    },
  );

  it('explains that the issuer went away between', async () => {
    const browser = new Browser();
    const callback = await agreed(browser, 'ana');
    serve = undefined;
    expect(await ledTo(browser, callback)).toBe('/sign-in?error=issuer_unavailable&to=%2Fdesk');

    serve = provider;
    const later = new Browser();
    const again = await agreed(later, 'ana');
    serve = (_, response) => response.writeHead(502).end();
    expect(await ledTo(later, again)).toBe('/sign-in?error=issuer_unavailable&to=%2Fdesk');
  });
});
