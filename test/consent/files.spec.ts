import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { loadConfig } from '@maillage/platform';
import { sweepEvidenceCommand } from '../../apps/cli/commands/evidence.js';
import { bearer, filesOnDisk, sha256Of, upload } from '../api/evidence.files.js';
import { Client, day } from '../acceptance/client.js';
import { promise, shareMission, type Member, type Shared } from '../acceptance/mission.js';
import { ledgerEnvironment, startTestApi, type TestApi } from '../harness/api.js';

const CONTENT = 'Flat 12, third floor: the wall behind the bed of the children is black.\n';
const SHOWN = `query ($id: ID!) {
  contribution(id: $id) {
    evidenceFiles { ...File } statements { act evidenceFiles { ...File } }
  }
}
fragment File on EvidenceFile { sha256 name mediaType size title url private state }`;
const ERASE = `mutation ($input: EraseValueInput!) {
  eraseValue(input: $input) { ... on ErasureRecorded { erasure { path } } ... on Refusal { code: reason } }
}`;

let api: TestApi;
let shared: Shared;
let anybody: Client;
let operator: Client;
let file: { readonly sha256: string; readonly name: string };
let contributionId: string;
let eventId: string;

beforeAll(async () => {
  api = await startTestApi();
  shared = await shareMission(api);
  anybody = new Client(api.url);
  operator = new Client(api.url, await api.createKey(randomUUID(), ['read', 'write', 'operator']));
  const { missionId, city, builder, tenants } = shared;
  await city.client.record('reviseMission', {
    missionId,
    openInvitation: false,
    privateFields: ['EVIDENCE_NOTES'],
    reason: 'So that people show what they see.',
  });
  // A party to the promise; the tenants, who joined while the mission was open, are none.
  const { id: commitmentId } = await builder.client.record('makeCommitment', promise(missionId));
  const { body } = await upload(api.url, builder.client.key, CONTENT, 'flat-12.txt');
  file = { sha256: body.sha256, name: body.name };
  const { id, receipt } = await builder.client.record('recordContribution', {
    commitmentId,
    date: day(-1),
    files: [{ ...file, title: 'Flat 12' }],
  });
  contributionId = id;
  eventId = receipt.events.find(({ type }) => type === 'ContributionRecorded')?.id ?? '';
  expect(tenants.globalId).not.toBe(builder.globalId);
});
afterAll(() => api.close());

const filesShownTo = async (client: Client) =>
  (await client.ask(SHOWN, { id: contributionId })).contribution.evidenceFiles as readonly unknown[];
const address = () => `${api.url}/evidence/${file.sha256}/${file.name}`;
const statusFor = async (client: Client) => (await fetch(address(), { headers: bearer(client.key) })).status;

const WITHHELD = [
  { sha256: null, name: null, mediaType: null, size: null, title: null, url: null, private: true, state: 'WITHHELD' },
];

describe('A file of a mission that keeps things private', () => {
  it('is in the log by a salted hash alone: neither its name nor its content is found there', async () => {
    const { rows } = await api.database.pool.query<{ entry: string }>('select entry from event where id = $1', [
      eventId,
    ]);
    const [entry = ''] = rows.map((row) => row.entry);
    expect(JSON.parse(entry)).toMatchObject({
      data: { evidence: [{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }] },
    });
    for (const said of [file.sha256, 'flat-12', 'Flat 12', 'mediaType']) expect(entry).not.toContain(said);
  });

  it('is shown to whoever recorded it and to those whom the mission invited', async () => {
    const { builder, city, evaluator } = shared;
    const shown = [
      {
        ...file,
        mediaType: 'text/plain',
        size: CONTENT.length,
        title: 'Flat 12',
        url: `/evidence/${file.sha256}/${file.name}`,
        private: true,
        state: 'AVAILABLE',
      },
    ];
    for (const { client } of [builder, city, evaluator]) {
      expect(await filesShownTo(client)).toEqual(shown);
      expect(await statusFor(client)).toBe(200);
    }
    const answer = await fetch(address(), { headers: bearer(city.client.key) });
    expect([await answer.text(), answer.headers.get('cache-control')]).toEqual([CONTENT, 'private, no-cache']);
  });

  it('is withheld from the public and from members that took an open role, its address too', async () => {
    const { tenants } = shared;
    for (const client of [anybody, tenants.client]) expect(await filesShownTo(client)).toEqual(WITHHELD);
    expect([await statusFor(anybody), await statusFor(tenants.client)]).toEqual([401, 403]);
    const head = await fetch(address(), { method: 'HEAD', headers: { 'if-none-match': `"${file.sha256}"` } });
    expect(head.status).toBe(401);
    const refused = await fetch(address());
    expect(await refused.text()).toMatch(/keeps this file private: sign in/);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('is open to anybody once it is shown in public elsewhere', async () => {
    const { city } = shared;
    const content = 'A chart that everybody may see.\n';
    const { body } = await upload(api.url, shared.builder.client.key, content, 'chart.txt');
    const files = [{ sha256: body.sha256, name: body.name }];
    const { commitment } = (
      await city.client.ask('query ($id: ID!) { contribution(id: $id) { commitment { id } } }', { id: contributionId })
    ).contribution;
    await shared.builder.client.record('recordContribution', { commitmentId: commitment.id, date: day(-1), files });
    const place = `${api.url}/evidence/${body.sha256 as string}`;
    expect((await fetch(place)).status).toBe(401);
    const open = await shareAgain(city);
    const { id: another } = await city.client.record('makeCommitment', promise(open));
    await city.client.record('recordContribution', { commitmentId: another, date: day(-1), files });
    expect((await fetch(place)).status).toBe(200);
  });

  it('stays while a private record names it, and goes with that name: erased, nobody has it', async () => {
    const said = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const sweep = async () => {
      const { pool } = api.superuser;
      await pool.query("update maillage.evidence_file set named_at = named_at - interval '3 hours'");
      await sweepEvidenceCommand(loadConfig(ledgerEnvironment(api.databaseUrl)), { olderThanHours: '1', json: true });
    };
    try {
      await sweep();
      expect(await filesOnDisk(api)).toContain(sha256Of(CONTENT));
      const input = { commandId: randomUUID(), eventId, path: '/evidence/0', ground: 'REQUEST_OF_THE_PERSON' };
      expect((await operator.ask(ERASE, { input })).eraseValue).toEqual({ erasure: { path: '/evidence/0' } });
      expect(await filesShownTo(shared.builder.client)).toEqual([{ ...WITHHELD[0], state: 'ERASED' }]);
      expect([await statusFor(anybody), await statusFor(shared.builder.client)]).toEqual([401, 403]);
      await sweep();
      expect(await filesOnDisk(api)).not.toContain(sha256Of(CONTENT));
    } finally {
      said.mockRestore();
    }
  });
});

/** Another mission of the same backbone, which keeps nothing private. */
async function shareAgain({ client }: Member): Promise<string> {
  const { id } = await client.record('declareMission', {
    title: 'Warm homes',
    challenge: 'Who is cold?',
    hashtag: '#warm',
    openInvitation: true,
  });
  return id;
}
