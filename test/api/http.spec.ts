import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditServer } from 'graphql-http';
import { answerTo, startTestApi, type TestApi } from '../harness/api.js';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('GraphQL over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const get = async (asked: Readonly<Record<string, string>>) =>
    answerTo(await fetch(`${api.url}/graphql?${new URLSearchParams(asked).toString()}`, { headers: JSON_TYPE }));
  const post = async (body: string, headers: Record<string, string> = JSON_TYPE) =>
    answerTo(await fetch(`${api.url}/graphql`, { method: 'POST', headers, body }));

  it('passes the audit of graphql-http', async () => {
    const results = await auditServer({ url: `${api.url}/graphql` });
    const told = results
      .filter(({ status }) => status !== 'ok')
      .map((result) => `${result.status} ${result.id} ${result.name}: ${'reason' in result ? result.reason : ''}`);
    // Recommendations that are not followed are listed, so that a change of them is seen.
    if (told.length > 0) process.stdout.write(`${told.join('\n')}\n`);
    expect(told.filter((line) => line.startsWith('error'))).toEqual([]);
    expect(results.filter(({ status }) => status === 'ok').length).toBeGreaterThan(50);
  });

  it('names an unknown field, and what it may have meant', async () => {
    const { status, errors } = await api.graphql('{ organisation(id: "x") { nam } }');
    expect(status).toBe(400);
    expect(errors![0].message).toMatch(/Cannot query field "nam" on type "Organisation". Did you mean "name"/);
    expect(errors![0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('names a wrong type', async () => {
    const { status, errors } = await api.graphql(
      'query ($first: Int!) { organisations(first: $first) { nodes { id } } }',
      {
        first: 'ten',
      },
    );
    expect(status).toBe(400);
    expect(errors![0].message).toMatch(/"\$first" got invalid value "ten"; Int cannot represent/);
    expect(errors![0].extensions.code).toBe('BAD_USER_INPUT');
  });

  it('refuses several operations in one array', async () => {
    const { status, errors } = await post(JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]));
    expect(status).toBe(400);
    expect(errors![0].message).toMatch(/batch/i);
  });

  it('refuses a mutation by GET', async () => {
    const query = `mutation { ungroupOrganisation(input: { commandId: "${randomUUID()}", organisationId: "x", reason: "y" }) { __typename } }`;
    const answer = await answerTo(
      await fetch(`${api.url}/graphql?query=${encodeURIComponent(query)}`, { headers: JSON_TYPE }),
    );
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
    expect(answer.errors![0].message).toMatch(/GET requests only support query operations/);
  });

  it('refuses what is not JSON', async () => {
    const { status, errors } = await post('{ "query": ');
    expect(status).toBe(400);
    expect(errors![0]).toEqual({
      message: 'The body is not well-formed JSON.',
      extensions: { code: 'BAD_REQUEST' },
    });
  });

  it.each(['variables', 'extensions'])('refuses a key that comes twice in %s of a query string', async (part) => {
    const query = 'query ($id: ID!) { mission(id: $id) { id } }';
    expect((await get({ query, [part]: '{"id":"a"}' })).text).not.toContain('comes twice');
    const { status, errors } = await get({ query, [part]: '{"id":"a","id":"b"}' });
    expect([status, errors![0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
    expect(errors![0].message).toMatch(new RegExp(`^${part}: The key "id" comes twice`));
  });

  it('refuses a key that comes twice, of which the last would win unseen', async () => {
    const { status, errors } = await post('{"query":"query ($id: ID) { __typename }","variables":{"id":"a","id":"b"}}');
    expect(status).toBe(400);
    expect(errors![0]).toEqual({
      message: expect.stringMatching(/^The key "id" comes twice in one object, near character \d+; send it once\.$/),
      extensions: { code: 'BAD_REQUEST' },
    });
  });

  it('refuses bytes that are no UTF-8, which would be recorded as what nobody wrote', async () => {
    const body = Buffer.concat([
      Buffer.from('{"query":"{ __typename }","operationName":"'),
      Buffer.from([0xe9]),
      Buffer.from('"}'),
    ]);
    const { status, errors } = await answerTo(
      await fetch(`${api.url}/graphql`, { method: 'POST', headers: JSON_TYPE, body }),
    );
    expect(status).toBe(400);
    expect(errors![0].message).toBe('The body is not well-formed UTF-8; send JSON in UTF-8.');
  });

  it.each(['', '{}', '[]', '"text"', 'null', '{"query": 1}', '{"query": "{ __typename }", "variables": "x"}'])(
    'refuses the body %j with a reason',
    async (body) => {
      const { status, errors } = await post(body);
      expect(status).toBe(400);
      expect(errors![0].message.length).toBeGreaterThan(10);
    },
  );

  it('refuses an unknown content type', async () => {
    const { status, errors } = await post('<query/>', { 'content-type': 'application/xml' });
    expect(status).toBe(415);
    expect(errors![0].message).toMatch(/send application\/json/);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded'])(
    'refuses what a foreign page could send without asking: %s',
    async (type) => {
      const { status, errors } = await post('{"query":"{ __typename }"}', { 'content-type': type });
      expect([400, 415]).toContain(status);
      expect(errors![0].message.length).toBeGreaterThan(10);
    },
  );

  it('refuses a body of more than a mebibyte', async () => {
    const { status, errors } = await post(JSON.stringify({ query: '{ __typename }', pad: 'x'.repeat(1024 * 1024) }));
    expect(status).toBe(413);
    expect(errors![0].extensions.code).toBe('BODY_TOO_LARGE');
  });

  it('echoes a request id that is fit for a log, and makes one otherwise', async () => {
    const ask = async (id: string) =>
      (await fetch(`${api.url}/health/live`, { headers: { 'x-request-id': id } })).headers.get('x-request-id');
    expect(await ask('trace-1.2:3')).toBe('trace-1.2:3');
    expect(await ask('with space')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await ask('x'.repeat(65))).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('protects every answer by its headers', async () => {
    for (const path of ['/graphql', '/health/live', '/nothing', '/graphiql/', '/missions/%ff']) {
      const { headers } = await fetch(`${api.url}${path}`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    }
  });

  it('says in its own form where nothing is', async () => {
    const answer = await answerTo(await fetch(`${api.url}/nothing`));
    expect(answer.status).toBe(404);
    expect(answer.errors![0].extensions.code).toBe('NOT_FOUND');
  });

  it.each([
    ['cannot be read', '/missions/%ff', 400],
    ['has too long a part', `/evidence/${'0'.repeat(64)}/${'x'.repeat(2_000)}`, 414],
  ])('says in its own form that an address %s', async (_, path, expected) => {
    const { status, errors, headers } = await answerTo(await fetch(`${api.url}${path}`));
    expect([status, headers.get('cache-control')]).toEqual([expected, 'no-store']);
    expect(errors![0].extensions.code).toBe('BAD_REQUEST');
  });
});
