import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { revokeKey, savePersonas } from '@maillage/platform';
import { startTestApi, type TestApi, type TestOrganisation } from '../harness/api.js';
import {
  JSON_TYPE,
  openSession,
  OWN,
  setCookies,
  signedIn,
  VIEWER,
  type PageHeaders,
  type SetCookie,
} from './session.browser.js';

const REVISE = `mutation ($input: ReviseOrganisationInput!) {
  reviseOrganisation(input: $input) { ... on OrganisationRecorded { organisation { name } } ... on Refusal { code: reason } }
}`;
const REGISTER = `mutation ($input: RegisterOrganisationInput!) {
  registerOrganisation(input: $input) { __typename ... on Refusal { code: reason } }
}`;
const HOUR_MS = 3_600_000;
/** As many of one address are answered. */
const FAILURES_PER_MINUTE = 10;

const revision = (organisation: TestOrganisation, name: string) => ({
  input: { commandId: randomUUID(), organisationId: organisation.globalId, name, sector: 'CIVIL_SOCIETY' },
});

describe('Signing in with an access key', () => {
  let api: TestApi;
  let organisation: TestOrganisation;
  beforeAll(async () => {
    api = await startTestApi({ env: { SESSION_HOURS: '2' } });
    organisation = await api.registerOrganisation('Ville de Rennes');
  });
  afterAll(() => api.close());

  it('sets a cookie that no script reads and no foreign page sends', async () => {
    const answer = await openSession(api, { key: organisation.key }, OWN);
    expect([answer.status, await answer.json()]).toEqual([200, { seats: [organisation.globalId] }]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const [cookie, ...others] = setCookies(answer) as [SetCookie];
    expect(others).toEqual([]);
    expect(cookie.name).toBe('maillage_session');
    expect(cookie.value).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const { attributes } = cookie;
    expect([...attributes.keys()].sort()).toEqual(['httponly', 'max-age', 'path', 'samesite']);
    expect([attributes.get('path'), attributes.get('samesite')]).toEqual(['/', 'Strict']);
  });

  it('lets the pages record for the organisation until the session ends', async () => {
    const headers = await signedIn(api, { key: organisation.key });
    const { data } = await api.graphql(REVISE, revision(organisation, 'Rennes'), { headers });
    expect(data.reviseOrganisation.organisation.name).toBe('Rennes');
    const { viewer } = (await api.graphql(VIEWER, {}, { headers })).data;
    expect(viewer).toMatchObject({ organisation: { id: organisation.globalId, name: 'Rennes' }, canWrite: true });
    const left = Date.parse(viewer.expiresAt as string) - Date.now();
    expect(left).toBeGreaterThan(1.9 * HOUR_MS);
    expect(left).toBeLessThanOrEqual(2 * HOUR_MS);
  });

  it('keeps a hash of the cookie alone', async () => {
    const { cookie } = await signedIn(api, { key: organisation.key });
    const { rows } = await api.database.pool.query<{ row: string }>('select session::text as row from session');
    expect(rows.length).toBeGreaterThan(0);
    const [, token = ''] = cookie.split('=');
    const asBytes = Buffer.from(token, 'base64url').toString('hex');
    expect(rows.some(({ row }) => row.includes(token) || row.includes(asBytes))).toBe(false);
    const auditor = api.database.withRole('reader');
    await expect(auditor.pool.query('select from session')).rejects.toThrow(/permission denied/);
    await auditor.close();
  });

  it('gives the scopes of the key', async () => {
    const reader = await signedIn(api, { key: await api.createKey(organisation.id, ['read']) });
    expect((await api.graphql(VIEWER, {}, { headers: reader })).data.viewer).toMatchObject({
      canWrite: false,
      administers: false,
    });
    const { data } = await api.graphql(REVISE, revision(organisation, 'x'), { headers: reader });
    expect(data.reviseOrganisation.code).toBe('SCOPE_MISSING');
  });

  it("ends with the key, where that is sooner, and shows an operator's without an organisation", async () => {
    const ends = new Date(Date.now() + HOUR_MS);
    const key = await api.createKey(randomUUID(), ['read', 'write', 'operator'], ends);
    const { viewer } = (await api.graphql(VIEWER, {}, { headers: await signedIn(api, { key }) })).data;
    expect(viewer).toEqual({ organisation: null, canWrite: true, administers: true, expiresAt: ends.toISOString() });
  });

  it('is not needed to see who a key speaks for', async () => {
    expect((await api.graphql(VIEWER)).data.viewer).toBeNull();
    const { viewer } = (await api.graphql(VIEWER, {}, { key: organisation.key })).data;
    expect(viewer).toMatchObject({ organisation: { id: organisation.globalId }, canWrite: true, expiresAt: null });
  });

  it('counts for nothing beside a key or token sent along', async () => {
    const headers = await signedIn(api, { key: organisation.key });
    const other = await api.registerOrganisation('Other');
    const { viewer } = (await api.graphql(VIEWER, {}, { headers, key: other.key })).data;
    expect(viewer.organisation.id).toBe(other.globalId);
    expect((await api.graphql(VIEWER, {}, { headers, key: 'mlg_nonsense' })).status).toBe(401);
  });

  it.each([
    ['that is unknown', async () => `mlg_0123456789ab_${'A'.repeat(43)}`, 'This access key is unknown.'],
    ['that is malformed', async () => 'rennes', 'This access key is malformed.'],
    [
      'that has expired',
      () => api.createKey(organisation.id, ['write'], new Date('2026-01-31T00:00:00Z')),
      'This access key expired on 2026-01-31.',
    ],
    [
      'that was revoked',
      async () => {
        const key = await api.createKey(organisation.id);
        await revokeKey(api.database, key);
        return key;
      },
      'This access key has been revoked.',
    ],
  ])('is refused for one %s', async (_, key, message) => {
    const answer = await openSession(api, { key: await key() });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(setCookies(answer)).toEqual([]);
  });

  it('is not refused for a valid one, however often others at the address failed', async () => {
    const another = await startTestApi();
    const { key } = await another.registerOrganisation('Behind one address');
    const answers = await Promise.all(
      Array.from({ length: FAILURES_PER_MINUTE + 1 }, () => openSession(another, { key: 'rennes' })),
    );
    expect(answers.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(1);
    expect((await openSession(another, { key })).status).toBe(200);
    await another.close();
  });

  it.each(['{}', '[]', 'null', '"key"', '{"key":1}', '{"key":"x","persona":"y"}', '{"key":"x","more":1}', '{'])(
    'is refused with a reason for the body %s',
    async (body) => {
      const answer = await fetch(`${api.url}/session`, { method: 'POST', headers: JSON_TYPE, body });
      expect(answer.status).toBe(400);
      expect(((await answer.json()) as any).errors[0].extensions.code).toBe('BAD_REQUEST');
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', undefined])(
    'takes no %s, which a form of a foreign page could send',
    async (type) => {
      const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
      const body = new TextEncoder().encode(JSON.stringify({ key: organisation.key }));
      const answer = await fetch(`${api.url}/session`, { method: 'POST', headers, body });
      expect([400, 415]).toContain(answer.status);
      expect(setCookies(answer)).toEqual([]);
    },
  );

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])('is refused to a page from elsewhere: %j', async (headers: Record<string, string>) => {
    const answer = await openSession(api, { key: organisation.key }, headers);
    expect([answer.status, setCookies(answer)]).toEqual([403, []]);
    const { cookie } = await signedIn(api, { key: organisation.key });
    const out = await fetch(`${api.url}/session`, { method: 'DELETE', headers: { ...headers, cookie } });
    expect(out.status).toBe(403);
    expect((await api.graphql(VIEWER, {}, { headers: { cookie, ...OWN } })).data.viewer).not.toBeNull();
  });
});

describe('A session', () => {
  let api: TestApi;
  let organisation: TestOrganisation;
  let persona: TestOrganisation;
  let headers: PageHeaders;
  beforeAll(async () => {
    api = await startTestApi();
    organisation = await api.registerOrganisation('Ville de Rennes');
    persona = await api.registerOrganisation('Fondation Abri (fictional)');
    headers = await signedIn(api, { key: organisation.key });
  });
  afterAll(() => api.close());

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour in the same domain', { 'sec-fetch-site': 'same-site' }],
    ['an old browser, from another page', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['whatever does not say where it comes from', {}],
  ])('counts for nothing when %s sends it', async (_, from) => {
    const foreign = { cookie: headers.cookie, ...from } as Record<string, string>;
    const {
      status,
      errors,
      headers: answered,
    } = await api.graphql(REVISE, revision(organisation, 'x'), {
      headers: foreign,
    });
    expect([status, errors![0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    // Nor is it taken away by them.
    expect(answered.getSetCookie()).toEqual([]);
    expect((await api.graphql(VIEWER, {}, { headers: foreign })).data.viewer).toBeNull();
  });

  it('counts when an old browser sends it from a page of this server', async () => {
    const { 'sec-fetch-site': _, ...sent } = headers;
    const { viewer } = (await api.graphql(VIEWER, {}, { headers: { ...sent, origin: api.url } })).data;
    expect(viewer.organisation.id).toBe(organisation.globalId);
    const port = api.url.replace(/:[0-9]+$/, ':1');
    expect((await api.graphql(VIEWER, {}, { headers: { ...sent, origin: port } })).data.viewer).toBeNull();
  });

  it('ends by signing out, and takes its cookie with it', async () => {
    const mine = await signedIn(api, { key: organisation.key });
    expect((await api.graphql(VIEWER, {}, { headers: mine })).data.viewer).not.toBeNull();
    const out = await fetch(`${api.url}/session`, { method: 'DELETE', headers: mine });
    expect(out.status).toBe(204);
    const [cleared] = setCookies(out);
    expect([cleared?.name, cleared?.value, cleared?.attributes.get('max-age')]).toEqual(['maillage_session', '', '0']);
    expect((await api.graphql(VIEWER, {}, { headers: mine })).data.viewer).toBeNull();
    const { rows } = await api.database.pool.query('select from session');
    expect(rows).toHaveLength(1);
    expect((await fetch(`${api.url}/session`, { method: 'DELETE' })).status).toBe(204);
  });

  it('acts for nobody unless the request names whom: a tab that was left open for another cannot be switched', async () => {
    const before = await signedIn(api, { key: organisation.key });
    // Another tab of the same browser signs in for another organisation: the cookie is one.
    const after = await signedIn(api, { key: persona.key });
    const left = { ...after, 'maillage-acting-for': before['maillage-acting-for'] };
    const { cookie, ...rest } = after;
    const unnamed = { cookie, 'sec-fetch-site': rest['sec-fetch-site'] };
    for (const headers of [left, unnamed, { ...after, 'maillage-acting-for': 'nobody' }]) {
      const { status, errors } = await api.graphql(REVISE, revision(organisation, 'Switched'), { headers });
      expect([status, errors?.[0].extensions.code]).toEqual([403, 'NO_SEAT']);
      const { viewer } = (await api.graphql(VIEWER, {}, { headers })).data;
      expect(viewer).toMatchObject({ organisation: null, canWrite: false, administers: false });
    }
    expect((await api.graphql(VIEWER, {}, { headers: after })).data.viewer).toMatchObject({
      organisation: { id: persona.globalId },
    });
  });

  it('keeps no organisation, nor what may be done for it', async () => {
    const { rows } = await api.database.pool.query<{ column_name: string }>(
      `select column_name from information_schema.columns
       where table_schema = current_schema() and table_name = 'session' order by column_name`,
    );
    expect(rows.map((row) => row.column_name)).toEqual([
      'access_key_id',
      'created_at',
      'expires_at',
      'id_hash',
      'persona',
    ]);
  });

  it('gives way to the next one of the same browser', async () => {
    const before = await signedIn(api, { key: organisation.key });
    const answer = await openSession(api, { key: persona.key }, before);
    expect(answer.status).toBe(200);
    expect((await api.graphql(VIEWER, {}, { headers: before })).data.viewer).toBeNull();
  });

  it('that has expired makes its bearer the public, who is told so when recording', async () => {
    const mine = await signedIn(api, { key: organisation.key });
    await api.database.pool.query(
      `update session set expires_at = now() - interval '1 second' where created_at = (select max(created_at) from session)`,
    );
    const read = await api.graphql(VIEWER, {}, { headers: mine });
    expect([read.status, read.data.viewer]).toEqual([200, null]);
    expect(read.headers.getSetCookie()[0]).toMatch(/^maillage_session=;.*Max-Age=0/);
    const { status, errors } = await api.graphql(REVISE, revision(organisation, 'x'), { headers: mine });
    expect(status).toBe(401);
    expect(errors![0]).toMatchObject({
      message: expect.stringMatching(/session has expired: sign in again/),
      extensions: { code: 'SESSION_EXPIRED' },
    });
    await signedIn(api, { key: organisation.key });
    const { rows } = await api.database.pool.query('select from session where expires_at <= now()');
    expect(rows).toEqual([]);
  });

  it('is over once its key is revoked', async () => {
    const key = await api.createKey(organisation.id);
    const mine = await signedIn(api, { key });
    await revokeKey(api.database, key);
    const { errors } = await api.graphql(REVISE, revision(organisation, 'x'), { headers: mine });
    expect(errors![0].extensions.code).toBe('SESSION_EXPIRED');
  });

  it.each(['', 'nonsense', 'A'.repeat(43), `${'A'.repeat(43)}%00`])(
    'that nobody opened is over, too: "%s"',
    async (token) => {
      const mine = { cookie: `maillage_session=${token}`, ...OWN };
      const { status, errors } = await api.graphql(REVISE, revision(organisation, 'x'), { headers: mine });
      expect([status, errors![0].extensions.code]).toEqual([401, 'SESSION_EXPIRED']);
    },
  );

  it('acts for a persona of the sample, and no one else', async () => {
    const options =
      '{ signInOptions { oidc personas { organisation { id } en: description fr: description(language: FR) } } }';
    expect((await api.graphql(options)).data.signInOptions).toEqual({ oidc: false, personas: [] });
    expect((await openSession(api, { persona: persona.id })).status).toBe(401);

    await savePersonas(api.database, [
      { organisationId: persona.id, description: { en: 'Gives rooms', fr: 'Offre des logements' } },
      { organisationId: randomUUID(), description: { en: 'Not registered', fr: 'Pas inscrite' } },
    ]);
    expect((await api.graphql(options)).data.signInOptions.personas).toEqual([
      { organisation: { id: persona.globalId }, en: 'Gives rooms', fr: 'Offre des logements' },
    ]);
    for (const id of [persona.id, persona.globalId]) {
      const mine = await signedIn(api, { persona: id });
      const { data } = await api.graphql(REVISE, revision(persona, 'Fondation Abri'), { headers: mine });
      expect(data.reviseOrganisation.organisation.name).toBe('Fondation Abri');
      const input = { commandId: randomUUID(), name: 'New', sector: 'PUBLIC' };
      const registered = await api.graphql(REGISTER, { input }, { headers: mine });
      expect(registered.data.registerOrganisation).toEqual({
        __typename: 'RegisterOrganisationRefused',
        code: 'NOT_YOUR_ORGANISATION',
      });
    }
    const refused = await openSession(api, { persona: organisation.globalId });
    expect(refused.status).toBe(401);
    expect(((await refused.json()) as any).errors[0].message).toMatch(/no such persona/);
    const [kept, lost] = [await signedIn(api, { persona: persona.id }), await signedIn(api, { persona: persona.id })];
    await savePersonas(api.database, [{ organisationId: persona.id, description: { en: 'x', fr: 'y' } }]);
    expect((await api.graphql(VIEWER, {}, { headers: kept })).data.viewer).not.toBeNull();
    await savePersonas(api.database, []);
    const { errors } = await api.graphql(REVISE, revision(persona, 'x'), { headers: lost });
    expect(errors![0].extensions.code).toBe('SESSION_EXPIRED');
    expect((await openSession(api, { persona: persona.id })).status).toBe(401);
  });

  it('is opened as a persona by default under a name of this machine alone', async () => {
    await savePersonas(api.database, [{ organisationId: persona.id, description: { en: 'x', fr: 'y' } }]);
    const { port } = new URL(api.url);
    // A foreign page whose name was pointed here is same-origin, for its browser; so is one behind a proxy nobody told us of.
    for (const [host, status] of [
      [`rebound.example:${port}`, 401],
      ['ledger.example.org', 401],
      ['127.0.0.1.example.org', 401],
      [`localhost:${port}`, 200],
      [`[::1]:${port}`, 200],
    ] as const) {
      expect([host, await statusAt(host, { persona: persona.id })]).toEqual([host, status]);
    }
    // A key says by itself who it is.
    expect(await statusAt('ledger.example.org', { key: organisation.key })).toBe(200);
  });

  it('is no longer opened as a persona once a proxy shows', async () => {
    await savePersonas(api.database, [{ organisationId: persona.id, description: { en: 'x', fr: 'y' } }]);
    const own = 'localhost';
    const before = await signedIn(api, { persona: persona.id });
    // As nginx asks unless told otherwise: by our name, and with the origin of the page as it was.
    expect(await statusAt(own, { persona: persona.id }, { origin: 'https://ledger.example.org' })).toBe(401);
    expect(await statusAt(own, { persona: persona.id })).toBe(200);
    const offered = async () =>
      (await api.graphql('{ signInOptions { personas { description } } }')).data.signInOptions.personas
        .length as number;
    expect(await offered()).toBe(1);
    // Any request will do, and whatever comes after it.
    await fetch(`${api.url}/health/live`, { headers: { 'x-real-ip': '192.0.2.1' } });
    expect(await offered()).toBe(0);
    expect(await statusAt(own, { persona: persona.id })).toBe(401);
    const { errors } = await api.graphql(REVISE, revision(persona, 'x'), { headers: before });
    expect(errors?.[0].extensions.code).toBe('SESSION_EXPIRED');
    expect(await statusAt(own, { key: organisation.key })).toBe(200);
  });

  /** `fetch` lets nobody choose the host. */
  const statusAt = (host: string, body: unknown, more: Record<string, string> = {}): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = { ...JSON_TYPE, ...OWN, host, origin: `http://${host}`, ...more };
      request(`${api.url}/session`, { method: 'POST', headers }, (answer) => {
        resolve(answer.resume().statusCode ?? 0);
      })
        .on('error', reject)
        .end(JSON.stringify(body));
    });

  it('by an issuer is none of this server’s ways', async () => {
    const answer = await fetch(`${api.url}/session/oidc?to=/desk`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?error=not_configured&to=%2Fdesk']);
  });
});
