import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { CloudEvent } from 'cloudevents';
import { EventSource } from 'eventsource';
import { Sealer } from '@maillage/ledger';
import { verify } from '@maillage/verifier';
import { startTestApi, TEST_LOG_KEY, type TestApi, type TestOrganisation } from '../harness/api.js';
import { until } from './log.server.js';
import { patience } from '../harness/patience.js';

const REVISE = `mutation ($input: ReviseOrganisationInput!) {
  reviseOrganisation(input: $input) {
    ... on OrganisationRecorded { receipt { events { id position hash type stream version } } }
    ... on Refusal { message }
  }
}`;

let api: TestApi;
let organisation: TestOrganisation;
beforeAll(async () => {
  api = await startTestApi();
  organisation = await api.registerOrganisation('Les Amis de Rennes', { sector: 'CIVIL_SOCIETY' });
});
const open: TestApi[] = [];
afterAll(async () => {
  await Promise.all([api, ...open].map((each) => each.close()));
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${api.url}${path}`, { headers });

interface ReceiptEvent {
  readonly id: string;
  readonly position: string;
  readonly hash: string;
  readonly type: string;
  readonly stream: string;
  readonly version: string;
}

async function revise(name: string): Promise<ReceiptEvent> {
  const input = {
    commandId: crypto.randomUUID(),
    organisationId: organisation.globalId,
    name,
    sector: 'CIVIL_SOCIETY',
  };
  const { data, text } = await api.graphql(REVISE, { input }, { key: organisation.key });
  const event = data?.reviseOrganisation?.receipt?.events?.[0] as ReceiptEvent | undefined;
  if (event === undefined) throw new Error(text);
  return event;
}

describe('The log of a running API', () => {
  it('gives, to anyone, the very event a receipt is for', async () => {
    const receipt = await revise('Rennes, été comme hiver');
    const line = (await (await get(`/log/events?from=${receipt.position}&limit=1`)).text()).trim();
    const event = new CloudEvent<{ name: string }>(JSON.parse(line) as Partial<CloudEvent<{ name: string }>>, true);
    expect(event.toJSON()).toMatchObject({
      id: receipt.id,
      type: receipt.type,
      subject: receipt.stream,
      streamversion: receipt.version,
      position: receipt.position,
      leafhash: receipt.hash,
      organisation: organisation.id,
      source: '//localhost/maillage',
      data: { name: 'Rennes, été comme hiver' },
    });
  });

  it('has a published schema for each event, which its data keeps to', async () => {
    const ajv = formats.default(new Ajv2020({ strict: false }));
    const lines = (await (await get('/log/events')).text()).trim().split('\n');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      const { dataschema, data, type } = JSON.parse(line) as { dataschema: string; data: unknown; type: string };
      const answer = await fetch(dataschema);
      expect([type, answer.status]).toEqual([type, 200]);
      expect(answer.headers.get('content-type')).toBe('application/schema+json; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const { $id, ...schema } = (await answer.json()) as { $id: string };
      expect(dataschema.endsWith($id)).toBe(true);
      expect(ajv.validate(schema, data)).toBe(true);
      expect(ajv.validate(schema, { ...(data as object), unheardOf: true })).toBe(false);
    }
  });

  it('lists its schemas', async () => {
    const { schemas } = (await (await get('/schemas')).json()) as {
      schemas: { type: string; schema: number; path: string; description: string }[];
    };
    expect(schemas).toContainEqual({
      type: 'MissionDeclared',
      schema: 1,
      path: '/schemas/MissionDeclared/1.json',
      description: expect.stringMatching(/.+/),
    });
    for (const { path } of schemas) expect([path, (await get(path)).status]).toEqual([path, 200]);
  });

  it('is, once sealed, found valid by the verifier over the very same paths', async () => {
    const { status } = await get('/log/checkpoint');
    expect(status).toBe(404);
    const stateDir = await mkdtemp(join(tmpdir(), 'maillage-log-'));
    const sealer = new Sealer({ database: api.database, key: TEST_LOG_KEY, stateDir });
    try {
      await sealer.seal();
      const { position } = await revise('Rennes ensemble');
      await sealer.seal();
      const read = async (path: string) => {
        const answer = await get(`/${path}`);
        return answer.status === 404 ? undefined : Buffer.from(await answer.arrayBuffer());
      };
      const verdict = await verify(read, { logKey: TEST_LOG_KEY.vkey });
      expect(verdict).toMatchObject({ valid: true, origin: 'localhost/maillage', size: BigInt(position) });
    } finally {
      await sealer.stop();
      await rm(stateDir, { recursive: true, force: true });
    }
  });

  it('is protected by the same headers as everything else, but for being open', async () => {
    const { headers } = await get('/log/events?limit=1');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(headers.get('x-request-id')).toMatch(/./);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    // And what is not open stays so.
    expect((await get('/health/live')).headers.get('access-control-allow-origin')).toBeNull();
    expect((await get('/health/live')).headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  it('leaves other answers uncompressed', async () => {
    for (const path of ['/schemas', '/metrics']) {
      const answer = await get(path, { 'accept-encoding': 'gzip, br' });
      expect(answer.headers.get('content-encoding')).toBeNull();
      expect((await answer.text()).length).toBeGreaterThan(1024);
    }
  });

  it('tells live what is recorded over GraphQL, and lets go when the server stops', async () => {
    const second = await startTestApi();
    open.push(second);
    const { key, globalId } = await second.registerOrganisation('Habitat 35');
    const source = new EventSource(`${second.url}/log/events?type=OrganisationRevised`);
    const names: string[] = [];
    let opened = 0;
    source.addEventListener('open', () => (opened += 1));
    source.addEventListener('message', ({ data }) => {
      names.push((JSON.parse(data as string) as { data: { name: string } }).data.name);
    });
    await until('being connected', () => opened === 1);
    for (const name of ['A', 'B', 'C']) {
      const input = { commandId: crypto.randomUUID(), organisationId: globalId, name, sector: 'PRIVATE' };
      await second.graphql(REVISE, { input }, { key });
    }
    await until('all three', () => names.length === 3);
    expect(names).toEqual(['A', 'B', 'C']);
    const began = performance.now();
    await open.pop()?.close();
    expect(performance.now() - began).toBeLessThan(patience(10_000));
    source.close();
  });
});

describe('The count of requests to the log', () => {
  it('is apart from the one of queries, and allows ten times as many', async () => {
    const strict = await startTestApi({ env: { RATE_LIMIT_PER_MINUTE: '2' } });
    try {
      const statuses: number[] = [];
      for (let n = 0; n < 21; n += 1) statuses.push((await fetch(`${strict.url}/log/key`)).status);
      expect(statuses.filter((status) => status !== 429)).toHaveLength(20);
      expect(statuses.at(-1)).toBe(429);
      expect((await strict.graphql('{ __typename }')).status).toBe(200);
      expect((await strict.graphql('{ __typename }')).status).toBe(200);
      expect((await strict.graphql('{ __typename }')).status).toBe(429);
    } finally {
      await strict.close();
    }
  });
});
