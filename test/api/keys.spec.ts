import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { KEY_CACHE_MS, listKeys, revokeKey } from '@maillage/platform';
import { Client } from '../acceptance/client.js';
import { MISSION, promise } from '../acceptance/mission.js';
import { until } from '../acceptance/waiting.js';
import { startTestApi, type TestApi, type TestOrganisation } from '../harness/api.js';

const REVISE = `mutation ($input: ReviseOrganisationInput!) {
  reviseOrganisation(input: $input) {
    ... on OrganisationRecorded { receipt { position } organisation { name } }
    ... on Refusal { code: reason message }
  }
}`;

const PROMISE = `mutation ($input: MakeCommitmentInput!) {
  makeCommitment(input: $input) { __typename ... on Refusal { code: reason } }
}`;

const VERSION_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const revision = (organisation: TestOrganisation, name: string) => ({
  input: { commandId: randomUUID(), organisationId: organisation.globalId, name, sector: 'CIVIL_SOCIETY' },
});

describe('Access keys', () => {
  let api: TestApi;
  let organisation: TestOrganisation;
  beforeAll(async () => {
    api = await startTestApi();
    organisation = await api.registerOrganisation('First name');
  });
  afterAll(() => api.close());

  it('let an organisation record', async () => {
    const { status, data } = await api.graphql(REVISE, revision(organisation, 'Second name'), {
      key: organisation.key,
    });
    expect(status).toBe(200);
    expect(data.reviseOrganisation.organisation.name).toBe('Second name');
  });

  it('are needed for recording only', async () => {
    expect((await api.graphql('{ organisations { nodes { name } } }')).status).toBe(200);
    const { status, errors } = await api.graphql(REVISE, revision(organisation, 'x'));
    expect(status).toBe(401);
    expect(errors![0].extensions.code).toBe('UNAUTHENTICATED');
    expect(errors![0].message).toMatch(/Authorization: Bearer/);
  });

  it('with the scope "read" record nothing', async () => {
    const key = await api.createKey(organisation.id, ['read']);
    const { data } = await api.graphql(REVISE, revision(organisation, 'x'), { key });
    expect(data.reviseOrganisation).toEqual({
      code: 'SCOPE_MISSING',
      message: expect.stringMatching(/only read.*"write"/),
    });
  });

  it('of one organisation do not speak for another', async () => {
    const other = await api.registerOrganisation('Other');
    const { data } = await api.graphql(REVISE, revision(organisation, 'x'), { key: other.key });
    expect(data.reviseOrganisation.code).toBe('NOT_YOUR_ORGANISATION');
  });

  it.each([
    ['unknown', `mlg_0123456789ab_${'A'.repeat(43)}`, 'This access key is unknown.'],
    ['malformed', 'mlg_nonsense', 'This access key is malformed.'],
    ['no key at all', 'eyJhbGciOiJub25lIn0.e30.', /not an access key.*no token issuer is configured/],
  ])('that are %s are refused for every request', async (_, key, message) => {
    const { status, headers, errors } = await api.graphql('{ __typename }', {}, { key });
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(errors).toEqual([{ message: expect.stringMatching(message), extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('are refused with the secret of another, as unknown', async () => {
    const [, id] = organisation.key.split('_');
    const { errors } = await api.graphql('{ __typename }', {}, { key: `mlg_${id}_${'B'.repeat(43)}` });
    expect(errors![0].message).toBe('This access key is unknown.');
  });

  it('expire', async () => {
    const key = await api.createKey(organisation.id, ['write'], new Date('2026-01-31T00:00:00Z'));
    const { status, errors } = await api.graphql('{ __typename }', {}, { key });
    expect(status).toBe(401);
    expect(errors![0].message).toBe('This access key expired on 2026-01-31.');
  });

  it('stop working within seconds of being revoked', async () => {
    const key = await api.createKey(organisation.id);
    expect((await api.graphql('{ __typename }', {}, { key })).status).toBe(200);
    expect((await revokeKey(api.database, key))?.revokedAt).toBeDefined();
    let answer = await api.graphql('{ __typename }', {}, { key });
    for (const began = Date.now(); answer.status === 200 && Date.now() - began < KEY_CACHE_MS + 1_000;) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      answer = await api.graphql('{ __typename }', {}, { key });
    }
    expect(answer.status).toBe(401);
    expect(answer.errors![0].message).toBe('This access key has been revoked.');
  });

  it('are kept as hashes, and listed without secrets', async () => {
    const { rows } = await api.database.pool.query<{ row: string }>('select access_key::text as row from access_key');
    const secret = organisation.key.slice('mlg_0123456789ab_'.length);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ row }) => row.includes(secret))).toBe(false);
    const [key] = await listKeys(api.database, organisation.id);
    expect(key).toMatchObject({ organisationId: organisation.id, label: 'test', scopes: ['read', 'write'] });
    expect(JSON.stringify(key)).not.toContain(secret);
    expect(await revokeKey(api.database, 'ffffffffffff')).toBeUndefined();
  });

  it('with a scheme other than Bearer are told which one', async () => {
    const { status, errors } = await api.graphql('{ __typename }', {}, { headers: { authorization: 'Basic eDp5' } });
    expect(status).toBe(401);
    expect(errors![0].message).toMatch(/Authorization: Bearer/);
  });
});

describe('Tokens of an OIDC issuer', () => {
  let api: TestApi;
  let organisation: TestOrganisation;
  let issuer: string;
  let server: Server;
  let privateKey: CryptoKey;
  /** By path, at present. */
  let keysAt: Readonly<Record<string, readonly JWK[]>>;
  let missionId: string;
  beforeAll(async () => {
    const pair = await generateKeyPair('ES256', { extractable: true });
    privateKey = pair.privateKey;
    keysAt = { '/jwks': [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }] };
    server = createServer(({ url = '' }, response) => {
      const [[path]] = Object.entries(keysAt) as [[string, unknown]];
      const configuration = url.startsWith('/.well-known/') ? { issuer, jwks_uri: `${issuer}${path}` } : undefined;
      const keys = keysAt[url];
      response.setHeader('content-type', 'application/json');
      if (configuration === undefined && keys === undefined) response.statusCode = 404;
      response.end(JSON.stringify(configuration ?? { keys }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    api = await startTestApi({ env: { OIDC_ISSUER: issuer } });
    organisation = await api.registerOrganisation('Bearer of tokens');
    const { id } = await new Client(api.url, organisation.key).record('declareMission', MISSION);
    missionId = id;
  });
  afterAll(async () => {
    await api.close();
    server.close();
  });

  const sign = async (claims: JWTPayload = {}, key = privateKey, kid = 'k1') =>
    new SignJWT({ maillage_organisation: organisation.id, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setIssuer(claims.iss ?? issuer)
      .setAudience(claims.aud ?? 'maillage')
      .setSubject('someone@example.org')
      .setExpirationTime(claims.exp ?? '5m')
      .sign(key);

  const promiseBy = async (claims?: JWTPayload) => {
    const input = { commandId: randomUUID(), ...promise(missionId) };
    return (await api.graphql(PROMISE, { input }, { key: await sign(claims) })).data.makeCommitment;
  };

  it('let their organisation record, under an opaque member', async () => {
    expect(await promiseBy()).toEqual({ __typename: 'CommitmentRecorded' });
    const { rows } = await api.database.pool.query<{ entry: string }>(
      'select entry from event order by position desc limit 1',
    );
    const { actor } = JSON.parse(rows[0]!.entry);
    expect(actor).toEqual({ organisation: organisation.id, member: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(rows[0]!.entry).not.toContain('someone');
  });

  it('name members by ids of chance: one for each account and organisation, and another once it was erased', async () => {
    const other = await api.registerOrganisation('Another bearer');
    const memberOf = async (claims: JWTPayload) => {
      const { data } = await api.graphql(REVISE, revision(organisation, 'x'), { key: await sign(claims) });
      expect(data.reviseOrganisation.code).toBe('NOT_ADMIN');
      const { rows } = await api.database.pool.query<{ id: string }>(
        'select member_id as id from claimed_member where organisation_id = $1',
        [claims['maillage_organisation']],
      );
      return rows.map(({ id }) => id);
    };
    const here = { maillage_organisation: organisation.id };
    const there = { maillage_organisation: other.id };
    const met = await Promise.all([memberOf(here), memberOf(there), memberOf(there)]);
    const [first, second] = [met[0], met[1]];
    expect(met[2]).toEqual(second);
    expect([first, second]).toEqual([[expect.stringMatching(VERSION_4)], [expect.stringMatching(VERSION_4)]]);
    expect(first).not.toEqual(second);
    await api.database.pool.query('delete from claimed_member where organisation_id = $1', [other.id]);
    expect(await memberOf(there)).toEqual([expect.not.stringMatching(second[0] ?? '')]);
  });

  it('that name a scope of ours have no other', async () => {
    expect(await promiseBy({ scope: 'openid maillage:read' })).toMatchObject({ code: 'SCOPE_MISSING' });
  });

  it('that name a scope of another service by the same word act by their claim', async () => {
    expect(await promiseBy({ scope: 'read' })).toEqual({ __typename: 'CommitmentRecorded' });
  });

  it('have the seat of a WRITER, whatever scope they name', async () => {
    const key = await sign({ scope: 'maillage:write maillage:operator' });
    const { data } = await api.graphql(REVISE, revision(organisation, 'By claim'), { key });
    expect(data.reviseOrganisation.code).toBe('NOT_ADMIN');
    expect((await api.graphql('{ viewer { operates administers } }', {}, { key })).data.viewer).toEqual({
      operates: false,
      administers: false,
    });
  });

  it('hold for as long as two clocks may differ, 30 s', async () => {
    const ago = (seconds: number) => Math.floor(Date.now() / 1_000) - seconds;
    expect((await api.graphql('{ __typename }', {}, { key: await sign({ exp: ago(20) }) })).status).toBe(200);
    expect((await api.graphql('{ __typename }', {}, { key: await sign({ exp: ago(40) }) })).status).toBe(401);
  });

  it('are checked by the keys the issuer has by now, and where it has them by now', async () => {
    const ask = async (key: string) => (await api.graphql('{ __typename }', {}, { key })).status;
    const [old, rotated] = [await sign(), await generateKeyPair('ES256', { extractable: true })];
    expect(await ask(old)).toBe(200);
    const before = keysAt;
    keysAt = { '/rotated': [{ ...(await exportJWK(rotated.publicKey)), kid: 'k2', alg: 'ES256', use: 'sig' }] };
    const token = await sign({}, rotated.privateKey, 'k2');
    await until('The new key is found', async () => (await ask(token)) === 200);
    // The old one is not kept beside.
    expect(await ask(old)).toBe(401);
    keysAt = before;
    await until('The first key is found again', async () => (await ask(old)) === 200);
  });

  const forged = async () => sign({}, (await generateKeyPair('ES256')).privateKey);
  const unsigned = async () =>
    new UnsecuredJWT({ maillage_organisation: organisation.id, sub: 'x', iss: issuer, aud: 'maillage' })
      .setExpirationTime('5m')
      .encode();
  const symmetric = async () =>
    new SignJWT({ maillage_organisation: organisation.id })
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .setIssuer(issuer)
      .setAudience('maillage')
      .setSubject('x')
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode('a secret that is long enough for HS256'));

  it.each([
    ['expired', () => sign({ exp: 1_700_000_000 }), 'The token has expired.'],
    ['for another audience', () => sign({ aud: 'elsewhere' }), /for another audience; maillage is accepted/],
    ['from another issuer', () => sign({ iss: 'https://elsewhere.example' }), /from another issuer/],
    ['without an organisation', () => sign({ maillage_organisation: 'Acme' }), /names no organisation/],
    ['signed by another key', forged, "The token is not signed by the issuer's keys."],
    ['not signed', unsigned, /algorithm that is not accepted|malformed/],
    ['signed by a shared secret', symmetric, /algorithm that is not accepted/],
    ['no token', async () => 'a.b', /malformed/],
  ])('that are %s are refused', async (_, token, message) => {
    const { status, errors } = await api.graphql('{ __typename }', {}, { key: await token() });
    expect(errors).toEqual([{ message: expect.stringMatching(message), extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(status).toBe(401);
  });

  it('cannot be judged while the issuer is away, and say so', async () => {
    const away = await startTestApi({ env: { OIDC_ISSUER: 'http://127.0.0.1:9' } });
    const { status, errors } = await away.graphql('{ __typename }', {}, { key: await sign() });
    expect(status).toBe(503);
    expect(errors![0].extensions.code).toBe('SERVICE_UNAVAILABLE');
    expect((await away.graphql('{ __typename }')).status).toBe(200);
    await away.close();
  });
});
