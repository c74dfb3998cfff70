import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Client } from '../acceptance/client.js';
import { MISSION, promise } from '../acceptance/mission.js';
import { startTestApi, type TestApi, type TestOrganisation } from '../harness/api.js';
import { Browser, OWN, setCookies, VIEWER } from './session.browser.js';
import { arrivedFor, ID_TOKEN_SECONDS, Issuer } from './session.issuer.js';
import { freePort } from '../harness/ports.js';

const PROMISE = `mutation ($input: MakeCommitmentInput!) {
  makeCommitment(input: $input) { __typename ... on Refusal { code: reason } }
}`;
const REVISE = `mutation ($input: ReviseOrganisationInput!) {
  reviseOrganisation(input: $input) { __typename ... on Refusal { code: reason } }
}`;

describe('Signing in at an OIDC issuer', () => {
  const issuer = new Issuer();
  let api: TestApi;
  let organisation: TestOrganisation;

  beforeAll(async () => {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const env = { ...(await issuer.open(address)), PORT: String(port), PUBLIC_URL: address };
    api = await startTestApi({ env });
    organisation = await api.registerOrganisation('Ville de Brest');
    const acting = { maillage_organisation: organisation.id };
    issuer.says('ana', () => acting);
    issuer.says('noone', () => ({}));
    issuer.says('misnamed', () => ({ maillage_organisation: 'Brest' }));
    issuer.says('told', (use) => (use === 'userinfo' ? acting : {}));
  });
  afterAll(async () => {
    await api.close();
    issuer.close();
  });
  beforeEach(() => {
    issuer.back();
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

  const agreed = (browser: Browser, name: string, to?: string) =>
    issuer.agreed(browser, `${api.url}/session/oidc${to === undefined ? '' : `?to=${encodeURIComponent(to)}`}`, name);

  /** Where the browser is led in the end, on this server. */
  async function ledTo(browser: Browser, callback: string): Promise<string> {
    const answer = await browser.ask(callback);
    expect(answer.status).toBe(303);
    return answer.headers.get('location') ?? '';
  }

  const headersOf = (browser: Browser) => ({
    cookie: [...browser.cookies(api.url)].map(([name, value]) => `${name}=${value}`).join('; '),
    'maillage-acting-for': organisation.globalId,
    ...OWN,
  });

  /** Changes what the browser was told to bring back. */
  function tamper(browser: Browser, change: Readonly<Record<string, string>>): void {
    const cookies = browser.cookies(api.url);
    const attempt = JSON.parse(Buffer.from(cookies.get('maillage_sign_in') ?? '', 'base64url').toString('utf8'));
    cookies.set('maillage_sign_in', Buffer.from(JSON.stringify({ ...attempt, ...change })).toString('base64url'));
  }

  it('waits for an issuer that is away, and says so', async () => {
    issuer.goAway();
    const browser = new Browser();
    const away = await browser.ask(`${api.url}/session/oidc?to=/review/x`);
    expect(away.headers.get('location')).toBe('/sign-in?error=issuer_unavailable&to=%2Freview%2Fx');
    expect(setCookies(away)).toEqual([]);
    expect((await api.graphql('{ signInOptions { oidc } }')).data.signInOptions.oidc).toBe(true);
    issuer.back();
    fiveSecondsPass();
    expect(await asked(browser)).toContain(issuer.url);
  });

  it('is asked who it is every five seconds at most, whatever answers are brought back', async () => {
    const requests: (string | undefined)[] = [];
    const forged = async () => {
      const browser = new Browser();
      const attempt = { state: 's', nonce: 'n', verifier: 'v', to: '/desk' };
      browser.cookies(api.url).set('maillage_sign_in', Buffer.from(JSON.stringify(attempt)).toString('base64url'));
      const callback = `${api.url}/session/oidc/callback?state=s&code=x&iss=${encodeURIComponent(issuer.url)}`;
      expect(await ledTo(browser, callback)).toMatch(/error=(invalid_answer|issuer_unavailable)/);
    };
    const discoveries = () => requests.filter((path) => path?.startsWith('/.well-known/')).length;
    issuer.listen((path) => requests.push(path));
    for (let n = 0; n < 5; n += 1) await forged();
    expect([requests.length, discoveries()]).toEqual([5, 0]);
    fiveSecondsPass();
    await forged();
    issuer.fail((path) => requests.push(path));
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

  it('opens a session of a person, who may act for the organisation it names, and goes where she wanted to', async () => {
    const browser = new Browser();
    const callback = await agreed(browser, 'ana', '/review/x?from=desk');
    expect(await ledTo(browser, callback)).toBe(arrivedFor('/review/x?from=desk'));
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
    for (const by of [{ headers: headersOf(browser) }, { key: await issuer.token('ana') }]) {
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
    expect(await ledTo(browser, await agreed(browser, 'told'))).toBe(arrivedFor('/desk'));
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
      expect(await ledTo(browser, callback)).toBe(arrivedFor('/desk'));
    },
  );

  it('lets in whom it says to act for nobody: she is a person, who may be given a seat', async () => {
    const browser = new Browser();
    expect(await ledTo(browser, await agreed(browser, 'noone', '/search'))).toBe(arrivedFor('/search'));
    const { viewer } = (
      await api.graphql('{ viewer { organisation { id } person { name } } }', {}, { headers: headersOf(browser) })
    ).data;
    expect(viewer).toEqual({ organisation: null, person: { name: '' } });
  });

  it('explains that what it says to be an organisation is none', async () => {
    const browser = new Browser();
    expect(await ledTo(browser, await agreed(browser, 'misnamed', '/search'))).toBe(
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
    issuer.goAway();
    expect(await ledTo(browser, callback)).toBe('/sign-in?error=issuer_unavailable&to=%2Fdesk');

    issuer.back();
    const later = new Browser();
    const again = await agreed(later, 'ana');
    issuer.fail();
    expect(await ledTo(later, again)).toBe('/sign-in?error=issuer_unavailable&to=%2Fdesk');
  });
});
