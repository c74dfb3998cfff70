import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedEvent } from '@maillage/kernel';
import { EvidenceFiles, loadConfig } from '@maillage/platform';
import {
  languageOf,
  loadCoalition,
  planCoalition,
  type CoalitionReport,
  type Language,
} from '../../apps/cli/sample/coalition/index.js';
import { beginReputation } from '../../libs/slices/accountability/parameters/first.js';
import { openSession } from '../../apps/cli/session.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { freshDatabase } from '../harness/services.js';
import { run } from './cli.js';

/** A day on which the sample is looked at. */
const ON = '2026-11-22';

let api: TestApi;
let folder: string;
let report: CoalitionReport;
let events: readonly RecordedEvent[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-sample-'));
  api = await startTestApi({ env: { PERSONAS: 'on', EVIDENCE_DIR: folder } });
  report = await load('en');
  await session().catchUp();
  events = await recorded();
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

function session() {
  return openSession(api.database, new AbortController().signal);
}

function load(language: Language): Promise<CoalitionReport> {
  const files = new EvidenceFiles(api.database, loadConfig({ EVIDENCE_DIR: folder }).evidence);
  return loadCoalition({ execute: session().execute, database: api.database, files, language });
}

async function recorded(): Promise<readonly RecordedEvent[]> {
  const { ledger } = session();
  const all: RecordedEvent[] = [];
  for (;;) {
    const page = await ledger.read({ after: all.at(-1)?.position ?? 0n, limit: 1000 });
    if (page.length === 0) return all;
    all.push(...page);
  }
}

function ofType(type: string): readonly Readonly<Record<string, unknown>>[] {
  return events.filter((event) => event.type === type).map(({ data }) => data as Record<string, unknown>);
}

function count(key: string, all: readonly Readonly<Record<string, unknown>>[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const each of all) counts[String(each[key])] = (counts[String(each[key])] ?? 0) + 1;
  return counts;
}

interface Answered {
  readonly missions: Nodes<{ progress: { contributions: { evidence: string; count: number }[] } }>;
  readonly organisations: Nodes<{
    name: string;
    reputations: Nodes<{ mission: { hashtag: string }; estimates: { publication: string; estimate: number }[] }>;
    reviewsReceived: Nodes<{ ties: { kind: string; basis: string }[] }>;
  }> & { readonly pageInfo: { hasNextPage: boolean; endCursor: string } };
  readonly signInOptions: { personas: { organisation: { id: string; name: string } }[] };
  readonly desk: Readonly<Record<(typeof LISTS)[number], Nodes<unknown>>> & { reviewRequests: unknown[] };
}
interface Nodes<Node> {
  readonly nodes: readonly Node[];
}
const LISTS = [
  'reviewsToAnswer',
  'commitmentsToDeliver',
  'contributionsToDeclare',
  'contributionsToCorroborate',
  'contributionsToVerify',
] as const;

async function asked(query: string, key?: string): Promise<Answered> {
  const { data, errors } = await api.graphql(query, {}, { key });
  expect(errors).toBeUndefined();
  return data as Answered;
}

/** In how many dimensions each organisation's reputation is published, by its name and the hashtag of the mission. */
async function publishedOf(): Promise<ReadonlyMap<string, number>> {
  const published = new Map<string, number>();
  let after: string | undefined;
  do {
    const { organisations } = await asked(`{ organisations(first: 9, after: ${JSON.stringify(after ?? null)}) {
      nodes { name
        reputations(first: 5, asOf: { on: "${ON}" }) { nodes { mission { hashtag } estimates { dimension publication estimate } } }
      }
      pageInfo { hasNextPage endCursor }
    } }`);
    for (const { name, reputations } of organisations.nodes) {
      for (const { mission, estimates } of reputations.nodes) {
        const known = estimates.filter(({ publication }) => publication === 'PUBLISHED');
        for (const { estimate } of known) expect(estimate).toBeGreaterThan(0.5);
        published.set(`${name} ${mission.hashtag}`, known.length);
      }
    }
    after = organisations.pageInfo.hasNextPage ? organisations.pageInfo.endCursor : undefined;
  } while (after !== undefined);
  return published;
}

describe('The fictional coalition', () => {
  it('has organisations of the three sectors, and promises, gifts and reviews in number', () => {
    const registered = ofType('OrganisationRegistered');
    const sectors = count('sector', registered);
    expect(registered.length).toBeGreaterThanOrEqual(16);
    expect(Object.keys(sectors).sort()).toEqual(['CIVIL_SOCIETY', 'PRIVATE', 'PUBLIC']);
    expect(Math.min(...Object.values(sectors))).toBeGreaterThanOrEqual(4);
    expect(ofType('OrganisationGrouped')).toHaveLength(1);
    expect(ofType('MissionDeclared')).toHaveLength(2);

    const made = ofType('CommitmentMade');
    expect(made.length).toBeGreaterThanOrEqual(50);
    expect(made.length).toBeLessThanOrEqual(60);
    expect(Object.keys(count('kind', made)).sort()).toEqual(
      ['DATA', 'EXPERTISE', 'INFRASTRUCTURE', 'MONEY', 'SERVICE', 'TIME', 'VOLUNTEERS'].sort(),
    );
    expect(ofType('CommitmentAmended').length).toBeGreaterThanOrEqual(3);
    expect(ofType('CommitmentWithdrawn')).toHaveLength(1);
    expect(ofType('ReviewSubmitted').length).toBeGreaterThanOrEqual(145);
    expect(ofType('ReviewSubmitted').length).toBeLessThanOrEqual(165);
    expect(ofType('ReviewAnswered').length).toBeGreaterThanOrEqual(70);
    expect(ofType('ReviewLearned').length).toBeGreaterThanOrEqual(60);
    expect(ofType('ReviewRevised')).toHaveLength(2);
    expect(report.events).toBe(events.length);
  });

  it('measures the city and its neighbourhoods over the years, and corrects itself once', () => {
    const measured = ofType('MeasurementRecorded');
    const places = new Set(measured.map(({ place }) => (place as { name: string } | undefined)?.name));
    expect(places.size).toBe(6);
    expect(Math.min(...Object.values(count('missionId', measured)))).toBeGreaterThanOrEqual(4);
    expect(new Set(measured.map(({ period }) => (period as { to: string }).to.slice(0, 4)))).toEqual(
      new Set(['2024', '2025', '2026']),
    );
    expect(ofType('MeasurementCorrected')).toHaveLength(1);
    expect(ofType('IndicatorDefined').filter(({ proxyFor }) => proxyFor !== undefined)).toHaveLength(1);
  });

  it('stands in the log as it was planned: in the order of time, every id and moment fixed', () => {
    const commands = [...new Map(events.map((event) => [event.commandId, event])).values()];
    const planned = planCoalition('en').map(({ command: { commandId, at, actor } }) => ({ commandId, at, actor }));
    expect(commands.map(({ commandId, recordedAt, actor }) => ({ commandId, at: recordedAt, actor }))).toEqual(planned);
    expect(planned.every(({ at }, n) => n === 0 || (planned[n - 1]?.at ?? '') <= at)).toBe(true);
    // A change here is another sample: ledgers that hold this one refuse it.
    expect([planned[0]?.commandId, planned.at(-1)?.commandId]).toMatchInlineSnapshot(`
      [
        "05277e3b-813e-55b4-a5f9-bc866fdf1c2e",
        "89303062-407c-5352-9448-f451bc17c23f",
      ]
    `);
  });

  it('says everything in both languages, and no two reviews alike', () => {
    const [en, fr] = [planCoalition('en'), planCoalition('fr')];
    expect(fr.map(({ command }) => [command.commandId, command.at])).toEqual(
      en.map(({ command }) => [command.commandId, command.at]),
    );
    for (const [n, { command }] of en.entries()) {
      if (!['SubmitReview', 'ReviseReview', 'AnswerReview', 'MakeCommitment'].includes(command.type)) continue;
      expect(fr[n]?.command.data).not.toEqual(command.data);
    }
    for (const plan of [en, fr]) {
      const texts = plan.flatMap(({ command: { type, data } }) => {
        const { whatWorked, whatToTry, answer } = data as Record<string, string>;
        return type === 'SubmitReview' ? [whatWorked, whatToTry] : type === 'AnswerReview' ? [answer] : [];
      });
      expect(new Set(texts).size).toBe(texts.length);
      expect(Math.min(...texts.map((text) => text?.length ?? 0))).toBeGreaterThan(10);
    }
  });

  it('records nothing when it is loaded again, and nothing in another language', async () => {
    expect((await load('en')).events).toBe(0);
    await expect(load('fr')).rejects.toThrow('in another language');
    expect(await session().ledger.head()).toBe(BigInt(events.length));
  });

  it('shows evidence of every level, one dispute that waits and one that was taken back', async () => {
    const { missions } = await asked(
      '{ missions(first: 9) { nodes { progress { contributions { evidence count } } } } }',
    );
    const byLevel = new Map<string, number>();
    for (const { progress } of missions.nodes) {
      for (const { evidence, count } of progress.contributions)
        byLevel.set(evidence, (byLevel.get(evidence) ?? 0) + count);
    }
    expect([...byLevel.keys()].sort()).toEqual(['CORROBORATED', 'DECLARED', 'NONE', 'VERIFIED']);
    const idsOf = (type: string) => ofType(type).map(({ contributionId }) => contributionId);
    const verified = new Set(idsOf('ContributionVerified'));
    expect(idsOf('ContributionDisputed').map((id) => verified.has(id))).toEqual([false, false]);
    expect(idsOf('DisputeWithdrawn')).toEqual([idsOf('ContributionDisputed').at(-1)]);
    expect(idsOf('ObjectionNoted').map((id) => verified.has(id))).toEqual([true]);
  });

  it('publishes the reputation of some, one of them in all dimensions, and withholds that of others', async () => {
    const published = await publishedOf();
    expect(published.get('Rivemont Habitat #logement-digne')).toBe(4);
    expect([...published.values()].filter((dimensions) => dimensions === 2).length).toBeGreaterThanOrEqual(3);
    expect([...published.values()].filter((dimensions) => dimensions === 0).length).toBeGreaterThanOrEqual(10);
  });

  it('has two evaluators that the network accredited, before they verified anything', () => {
    const accredited = ofType('EvaluatorAccredited');
    expect(accredited).toHaveLength(2);
    const first = events.findIndex(({ type }) => type === 'ContributionVerified');
    expect(events.findLastIndex(({ type }) => type === 'EvaluatorAccredited')).toBeLessThan(first);
    const by = new Set(ofType('ContributionVerified').map(({ verifiedBy }) => verifiedBy));
    for (const { organisationId } of accredited) expect(by.has(organisationId)).toBe(true);
  });

  it('shows ties beside reviews, declared and found', async () => {
    const { organisations } = await asked(
      '{ organisations(first: 20) { nodes { reviewsReceived(first: 30) { nodes { ties { kind basis } } } } } }',
    );
    const ties = organisations.nodes.flatMap(({ reviewsReceived }) =>
      reviewsReceived.nodes.flatMap((review) => review.ties),
    );
    expect(new Set(ties.map(({ kind, basis }) => `${kind} ${basis}`))).toEqual(
      new Set(['PAYMENT DECLARED', 'PAYMENT FOUND', 'SHARED_MEMBER DECLARED', 'SHARED_MEMBER FOUND']),
    );
  });

  it('offers personas, each with a desk that is not empty', async () => {
    const offered = '{ signInOptions { personas { description(language: FR) organisation { id name } } } }';
    const { personas } = (await asked(offered)).signInOptions;
    expect(personas.map(({ organisation }) => organisation.name)).toEqual(report.personas);
    const empty: string[] = [];
    for (const { organisation } of personas) {
      const uuid = Buffer.from(organisation.id, 'base64url').toString().split(':')[1] ?? '';
      const { desk } = await asked(
        `{ desk(organisationId: "${organisation.id}") { reviewRequests { since }
          ${LISTS.map((list) => `${list}(first: 50) { nodes { id } }`).join('\n')} } }`,
        await api.createKey(uuid),
      );
      if (desk.reviewRequests.length === 0) empty.push(`${organisation.name}: reviewRequests`);
      for (const list of LISTS) {
        if (desk[list].nodes.length === 0) empty.push(`${organisation.name}: ${list}`);
      }
    }
    expect(empty).toMatchInlineSnapshot(`
      [
        "Ville de Rivemont: contributionsToVerify",
        "Rivemont Habitat: contributionsToVerify",
        "Union des locataires de Rivemont: contributionsToDeclare",
        "Union des locataires de Rivemont: contributionsToVerify",
        "Laboratoire Habiter, Université de Rivemont: contributionsToDeclare",
        "Fondation Clémence-Aubertin: contributionsToVerify",
      ]
    `);
  });

  it('publishes reputations by what accredited evaluators found, once those parameters hold', async () => {
    await beginReputation(session().execute, { now: () => `${ON}T06:00:00.000Z` });
    await session().catchUp();
    const dimensions = [...(await publishedOf()).values()];
    expect(dimensions.filter((published) => published === 4).length).toBeGreaterThanOrEqual(8);
    expect(dimensions.filter((published) => published >= 2).length).toBeGreaterThanOrEqual(16);
  });

  it('brings files of evidence, which the server gives out', async () => {
    const files = ofType('ContributionRecorded').flatMap(({ evidence }) =>
      (evidence as Record<string, string>[]).filter(({ sha256 }) => sha256 !== undefined),
    );
    expect(files.map(({ mediaType }) => mediaType).sort()).toEqual(['application/pdf', 'image/png', 'text/csv']);
    for (const { sha256, name, mediaType, size } of files) {
      const answer = await fetch(`${api.url}/evidence/${sha256 ?? ''}/${name ?? ''}`);
      expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([200, mediaType]);
      expect((await answer.arrayBuffer()).byteLength).toBe(size);
    }
  });
});

describe('maillage sample', () => {
  it('records it in the language asked for, and into a database of one’s own only when that is meant', async () => {
    const fresh = await freshDatabase();
    const env = { DATABASE_URL: fresh.url, MAILLAGE_DATA_DIR: join(folder, 'data') };
    const refused = await run(['sample', '--language', 'fr'], env);
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^DATABASE_URL names a database of your own.* for good\. Give --yes/);
    expect((await run(['sample', '--language', 'de', '--yes'], env)).stderr).toBe(
      '--language de is not known; write en or fr.\n',
    );

    const { code, stdout } = await run(['sample', '--language', 'fr', '--yes'], env);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^total +${planCoalition('fr').length} +${events.length}$`, 'm'));
    expect(stdout).toMatch(/are invented\.\nWith `npm start` running, .*\n {2}Ville de Rivemont\n/);
    await fresh.drop();
  });

  it.each<readonly [Language, Readonly<Record<string, string>>]>([
    ['fr', { LANG: 'fr_FR.UTF-8' }],
    ['fr', { LC_ALL: 'fr', LANG: 'en_GB.UTF-8' }],
    ['en', { LC_ALL: 'C.UTF-8', LANG: 'fr_FR.UTF-8' }],
    ['en', { LANG: 'fri_IT' }],
    ['en', {}],
  ])('speaks %s where the environment says %j', (language, env) => {
    expect(languageOf(env)).toBe(language);
  });
});
