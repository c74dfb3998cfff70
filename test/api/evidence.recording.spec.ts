import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { loadConfig } from '@maillage/platform';
import { eraseEvidenceCommand, sweepEvidenceCommand } from '../../apps/cli/commands/evidence.js';
import { UsageError } from '../../apps/cli/usage.js';
import { PDF, PNG } from '../../libs/platform/files/samples.fixtures.js';
import { day, readLog, type Client, type Input } from '../acceptance/client.js';
import { promise, shareMission, type Shared } from '../acceptance/mission.js';
import { ledgerEnvironment, startTestApi, type TestApi } from '../harness/api.js';
import { filesOnDisk, sha256Of, upload } from './evidence.files.js';

const FILES = 'evidenceFiles { sha256 name mediaType size title url state }';
const SITE = { url: 'https://example.org/works', title: 'The site' };

let api: TestApi;
let shared: Shared;
let commitmentId: string;
let indicatorId: string;
beforeAll(async () => {
  api = await startTestApi();
  shared = await shareMission(api);
  const { missionId, city, builder } = shared;
  commitmentId = (await builder.client.record('makeCommitment', promise(missionId))).id;
  const indicator = { missionId, name: 'Dwellings', unit: 'dwelling', direction: 'INCREASE' };
  indicatorId = (await city.client.record('defineIndicator', indicator)).id;
});
afterAll(() => api.close());

let texts = 0;
/** A text nobody has uploaded before, uploaded; with what names it in an input. */
async function uploaded(by: Client = shared.builder.client, content: Buffer | string = `Text ${(texts += 1)}.\n`) {
  const { body } = await upload(api.url, by.key, content, 'report.txt');
  const { sha256, name } = body as { sha256: string; name: string };
  return { sha256, name };
}

const contribution = (more: Input) => ({ commitmentId, date: day(-1), ...more });

describe('A file of evidence', () => {
  it('stands beside the links of a contribution, and of what others say of it', async () => {
    const { builder, tenants, evaluator, city } = shared;
    const photo = await uploaded(builder.client, PNG);
    const files = [{ ...photo, title: 'After the works' }];
    const { id } = await builder.client.record('recordContribution', contribution({ evidence: [SITE], files }));
    const seen = await uploaded(tenants.client);
    await tenants.client.record('corroborateContribution', { contributionId: id, files: [seen] });
    await evaluator.client.record('verifyContribution', {
      contributionId: id,
      noTies: true,
      evidence: [SITE],
      files: [seen],
    });
    const onBehalf = await city.client.record('recordContribution', contribution({ contributorId: builder.globalId }));
    await builder.client.record('declareContribution', { contributionId: onBehalf.id, files: [photo] });

    const shown = await builder.client.ask(
      `query ($id: ID!, $other: ID!) {
        contribution(id: $id) { evidenceLinks { url title } ${FILES} statements { act evidenceLinks { url } ${FILES} } }
        other: contribution(id: $other) { ${FILES} statements { act ${FILES} } }
      }`,
      { id, other: onBehalf.id },
    );
    const asShown = (title: string | null) => ({
      sha256: sha256Of(PNG),
      name: 'report.txt.png',
      mediaType: 'image/png',
      size: PNG.length,
      title,
      url: `/evidence/${sha256Of(PNG)}/report.txt.png`,
      state: 'AVAILABLE',
    });
    const said = [expect.objectContaining({ sha256: seen.sha256, mediaType: 'text/plain', title: null })];
    expect(shown.contribution).toEqual({
      evidenceLinks: [SITE],
      evidenceFiles: [asShown('After the works')],
      statements: [
        { act: 'DECLARED', evidenceLinks: [{ url: SITE.url }], evidenceFiles: [asShown('After the works')] },
        { act: 'CORROBORATED', evidenceLinks: [], evidenceFiles: said },
        { act: 'VERIFIED', evidenceLinks: [{ url: SITE.url }], evidenceFiles: said },
      ],
    });
    expect(shown.other).toEqual({
      evidenceFiles: [],
      statements: [{ act: 'DECLARED', evidenceFiles: [asShown(null)] }],
    });
    expect((await readLog(builder.client, { type: 'ContributionRecorded' }))[0]?.data['evidence']).toEqual([
      SITE,
      { ...photo, mediaType: 'image/png', size: PNG.length, title: 'After the works' },
    ]);
  });

  it('stands beside those of a measurement and of its correction', async () => {
    const { client } = shared.city;
    const [survey, recount] = [await uploaded(client, PDF), await uploaded(client)];
    const measured = { indicatorId, value: '12', date: day(-1), evidence: [SITE], files: [survey] };
    const { id } = await client.record('recordMeasurement', measured);
    const correction = { measurementId: id, value: '13', date: day(-1), files: [recount], reason: 'Recounted.' };
    await client.record('correctMeasurement', correction);
    const { node } = await client.ask(
      `query ($id: ID!) { node(id: $id) { ... on Measurement {
        evidence { url } evidenceFiles { sha256 } original { evidence { url } evidenceFiles { sha256 } } corrections { evidenceFiles { sha256 } }
      } } }`,
      { id },
    );
    expect(node).toEqual({
      evidence: [],
      evidenceFiles: [{ sha256: recount.sha256 }],
      original: { evidence: [{ url: SITE.url }], evidenceFiles: [{ sha256: survey.sha256 }] },
      corrections: [{ evidenceFiles: [{ sha256: recount.sha256 }] }],
    });
  });

  it.each([
    ['was never uploaded', { sha256: 'a'.repeat(64), name: 'x' }, ['files', '1', 'sha256'], /no file of this hash/],
    ['has no such hash', { sha256: '../../x', name: 'x' }, ['files', '1', 'sha256'], /no file of this hash/],
    ['has an empty title', { name: 'x', title: ' ' }, ['files', '1', 'title'], /must not be empty/],
    ['has a title that is too long', { name: 'x', title: 'x'.repeat(301) }, ['files', '1', 'title'], /at most 300/],
  ])('that %s is refused, and pointed at', async (_, file, path, message) => {
    const kept = await uploaded();
    const files = [kept, { ...kept, ...file }];
    const refused = await shared.builder.client.attempt('recordContribution', contribution({ files }));
    expect(refused).toEqual({ code: 'INVALID_INPUT', path, message: expect.stringMatching(message) });
  });

  it('is recorded under a plain name, whatever it is called', async () => {
    const { builder } = shared;
    const file = { ...(await uploaded()), name: '../../a\u202Etxt.exe' };
    const { id } = await builder.client.record('recordContribution', contribution({ files: [file] }));
    const { contribution: shown } = await builder.client.ask(
      'query ($id: ID!) { contribution(id: $id) { evidenceFiles { name } } }',
      { id },
    );
    expect(shown.evidenceFiles).toEqual([{ name: 'atxt.exe.txt' }]);
  });

  it('counts with the links: twenty in all', async () => {
    const file = await uploaded();
    const evidence = Array.from({ length: 20 }, () => SITE);
    const refused = await shared.builder.client.attempt(
      'recordContribution',
      contribution({ evidence, files: [file] }),
    );
    expect(refused).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['evidence'],
      message: expect.stringMatching(/at most 20/),
    });
  });

  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,<script>', 'file:///etc/passwd'])(
    'does not let a link pass that is none: %s',
    async (url) => {
      const files = [await uploaded()];
      const { builder, city } = shared;
      const expected = {
        code: 'INVALID_INPUT',
        path: ['evidence', '0', 'url'],
        message: expect.stringMatching(/begins with https:\/\/ or http:\/\//),
      };
      expect(await builder.client.attempt('recordContribution', contribution({ evidence: [{ url }], files }))).toEqual(
        expected,
      );
      const measured = { indicatorId, value: '1', date: day(-1), evidence: [{ url }], files };
      expect(await city.client.attempt('recordMeasurement', measured)).toEqual(expected);
    },
  );

  it('is the same command again with the same file again', async () => {
    const input = { commandId: randomUUID(), ...contribution({ files: [await uploaded()] }) };
    const { builder } = shared;
    const first = await builder.client.record('recordContribution', input);
    expect((await builder.client.record('recordContribution', input)).receipt).toEqual(first.receipt);
  });
});

describe('An operator', () => {
  let said = '';
  const config = () => loadConfig(ledgerEnvironment(api.databaseUrl));
  const hear = () => {
    said = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
  };
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('erases a file for good, and the log keeps its hash', async () => {
    const { builder } = shared;
    const content = 'Names of tenants.\n';
    const file = await uploaded(builder.client, content);
    const { id } = await builder.client.record('recordContribution', contribution({ files: [file] }));
    hear();
    expect(await eraseEvidenceCommand(config(), file.sha256, { reason: 'Personal data.' })).toBe(0);
    expect(said).toMatch(/^Erased\. Records that name its hash: commitment\/[0-9a-f-]{36}\.\n$/);
    expect(await filesOnDisk(api)).not.toContain(file.sha256);

    const [recorded, ...more] = await readLog(builder.client, { type: 'EvidenceErased' });
    expect(more).toEqual([]);
    expect(recorded).toMatchObject({
      stream: 'ledger/log',
      data: { sha256: file.sha256, missionId: expect.anything(), reason: 'Personal data.' },
    });
    const { mission } = await builder.client.ask(
      'query ($id: ID!) { mission(id: $id) { timeline(first: 1) { nodes { type } } } }',
      { id: shared.missionId },
    );
    expect(mission.timeline.nodes).toEqual([{ type: 'EvidenceErased' }]);

    const gone = await fetch(`${api.url}/evidence/${file.sha256}/report.txt`);
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([410, 'no-store']);
    expect(((await gone.json()) as any).errors[0].message).toMatch(/was erased/);
    const { contribution: shown } = await builder.client.ask(
      `query ($id: ID!) { contribution(id: $id) { ${FILES} } }`,
      { id },
    );
    expect(shown.evidenceFiles).toMatchObject([{ sha256: file.sha256, size: content.length, state: 'ERASED' }]);

    const again = await upload(api.url, builder.client.key, content, 'other.txt');
    expect([again.status, again.body.errors[0].extensions.code]).toEqual([410, 'ERASED']);
    expect(await builder.client.attempt('recordContribution', contribution({ files: [file] }))).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['files', '0', 'sha256'],
      message: expect.stringMatching(/was erased/),
    });
    expect(await filesOnDisk(api)).not.toContain(file.sha256);

    await eraseEvidenceCommand(config(), file.sha256, { reason: 'Twice.' });
    expect(said).toMatch(/erased before, and its first reason stays/);
    expect(await readLog(builder.client, { type: 'EvidenceErased' })).toHaveLength(1);
    const { rows } = await api.database.pool.query(
      'select erasure_reason from evidence_file where erased_at is not null',
    );
    expect(rows).toEqual([{ erasure_reason: 'Personal data.' }]);
  });

  it('is told what to write', async () => {
    await expect(eraseEvidenceCommand(config(), 'x', { reason: 'x' })).rejects.toThrow(/64 lower-case/);
    await expect(eraseEvidenceCommand(config(), '0'.repeat(64), { reason: ' ' })).rejects.toThrow(UsageError);
    await expect(eraseEvidenceCommand(config(), '0'.repeat(64), { reason: 'x' })).rejects.toThrow(/was uploaded/);
    const erasures = await readLog(shared.builder.client, { type: 'EvidenceErased' });
    expect(erasures.map(({ data }) => data['sha256'])).not.toContain('0'.repeat(64));
    const soon = sweepEvidenceCommand(config(), { olderThanHours: '0.5', json: false });
    await expect(soon).rejects.toThrow(/number of hours from 1/);
  });

  it('sweeps what no record refers to, once it is old', async () => {
    const { builder } = shared;
    const unused = await uploaded(builder.client, 'Unused.\n');
    const [used, named, young] = [await uploaded(), await uploaded(), await uploaded()];
    await builder.client.record('recordContribution', contribution({ files: [used] }));
    const old = [used, unused, named].map(({ sha256 }) => sha256);
    await api.database.pool.query(
      "update evidence_file set named_at = now() - interval '25 hours' where sha256 = any ($1)",
      [old],
    );
    // A command names it, and is refused for another reason: it may well be sent again.
    await builder.client.attempt('recordContribution', contribution({ files: [named], date: day(9) }));
    hear();
    expect(await sweepEvidenceCommand(config(), { olderThanHours: '24', json: true })).toBe(0);
    expect(JSON.parse(said)).toEqual({ files: 1, bytes: 8, drafts: 0 });
    const onDisk = await filesOnDisk(api);
    expect([used, unused, named, young].map(({ sha256 }) => onDisk.includes(sha256))).toEqual([
      true,
      false,
      true,
      true,
    ]);
    const refused = await builder.client.attempt('recordContribution', contribution({ files: [unused] }));
    expect(refused).toMatchObject({ path: ['files', '0', 'sha256'] });
  });
});
