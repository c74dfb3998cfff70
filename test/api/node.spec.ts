import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '../harness/api.js';

const NODE = `query ($id: ID!) { node(id: $id) { __typename id ... on Organisation { name uuid } } }`;

describe('node(id)', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  it('finds whatever has the id, by its type', async () => {
    const { globalId, id: uuid } = await api.registerOrganisation('Ville de Brest');
    expect(await api.graphql(NODE, { id: globalId })).toMatchObject({
      data: { node: { __typename: 'Organisation', id: globalId, name: 'Ville de Brest', uuid } },
    });
  });

  it.each(['Organisation', 'Mission', 'Indicator', 'Commitment'])('is null for a %s nobody recorded', async (type) => {
    const id = Buffer.from(`${type}:00000000-0000-4000-8000-000000000001`).toString('base64url');
    expect(await api.graphql(NODE, { id })).toMatchObject({ data: { node: null } });
  });

  it.each(['', 'nonsense', Buffer.from('Weather:1').toString('base64url')])(
    'says where ids come from when given "%s"',
    async (id) => {
      const { errors } = await api.graphql(NODE, { id });
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      expect(errors?.[0]?.message).toContain('take it from a field');
    },
  );
});
