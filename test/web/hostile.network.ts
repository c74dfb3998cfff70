import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { upload } from '../api/evidence.files.js';
import { day, type Input } from '../acceptance/client.js';
import { globalId, memberOf, promise, type Member } from '../acceptance/mission.js';
import type { TestApi } from '../harness/api.js';
import { AS_EVALUATOR } from '../harness/evaluator.js';

/** What must never be more than text. It closes an attribute, an element and a script, and would be read as a pattern of ICU. */
export const MARKUP =
  '"><img src=x onerror="window.hacked=1"><script>window.hacked=2</script>{count, plural, }javascript:window.hacked=3';

/** A text as long as it may be, without a place to break it, as far as it has room for the markup. */
export function hostile(mark: string, most: number): string {
  return `§${mark}§${MARKUP}`.slice(0, most).padEnd(most, 'W');
}

const link = (mark: string) => ({
  url: `https://example.org/?§${mark}-address§${MARKUP}`,
  title: hostile(`${mark}-link`, 300),
});

const SCORES = { results: 0, reliability: 4, openness: 1, learning: 2 };
const opinion = (mark: string): Input => ({
  scores: SCORES,
  whatWorked: hostile(`${mark}-worked`, 4000),
  whatToTry: hostile(`${mark}-try`, 4000),
});

export interface HostileNetwork {
  readonly missionId: string;
  readonly indicatorId: string;
  readonly city: Member;
  readonly builder: Member;
  readonly tenants: Member;
  readonly evaluator: Member;
  /** Amended, given towards in every way, reviewed, answered. */
  readonly commitmentId: string;
  readonly withdrawnId: string;
  /** Made by the builder, and untouched. */
  readonly freshIds: readonly string[];
}

/** A mission whose members put script and markup into every text the API takes from them. */
export async function hostileNetwork(api: TestApi): Promise<HostileNetwork> {
  const register = async (mark: string, sector: string): Promise<Member> => {
    const terms = {
      sector,
      jurisdiction: 'FR-35',
      website: `https://example.org/?§${mark}-website§${MARKUP}`,
      identifiers: [{ scheme: 'FR-RNA', value: hostile(`${mark}-identifier`, 120) }],
    };
    return memberOf(await api.registerOrganisation(hostile(`${mark}-name`, 400), terms), api.url);
  };
  const [city, builder, tenants, evaluator] = await Promise.all([
    register('city', 'PUBLIC'),
    register('builder', 'PRIVATE'),
    register('tenants', 'CIVIL_SOCIETY'),
    register('evaluator', 'UNDECLARED'),
  ]);
  const missionId = await mission({ city, builder, tenants, evaluator });
  const indicatorId = await indicator(api, missionId, city);
  const made = async (mark: string, more: Input = {}) => {
    const terms = promise(missionId, { description: hostile(mark, 2000), ...more });
    return (await builder.client.record('makeCommitment', terms)).id;
  };
  const parties = {
    counterpartyIds: [tenants.globalId],
    source: { dataset: hostile('dataset', 120), record: hostile('record', 300) },
  };
  const commitmentId = await made('first-promise', parties);
  const withdrawnId = await made('withdrawn-promise');
  const freshIds = [await made('second-promise'), await made('third-promise')];
  await builder.client.record('withdrawCommitment', {
    commitmentId: withdrawnId,
    reason: hostile('withdrawal', 1000),
  });
  const network = {
    missionId,
    indicatorId,
    city,
    builder,
    tenants,
    evaluator,
    commitmentId,
    withdrawnId,
    freshIds,
  };
  await contributions(api, network);
  await reviews(network);
  return network;
}

async function mission({
  city,
  builder,
  tenants,
  evaluator,
}: Record<'city' | 'builder' | 'tenants' | 'evaluator', Member>) {
  const terms = {
    title: hostile('mission-title', 300),
    challenge: hostile('challenge', 500),
    hashtag: `#${'w'.repeat(59)}`,
    places: [{ name: hostile('mission-place', 300), country: 'FR', code: hostile('place-code', 40) }],
    openInvitation: true,
  };
  const { receipt } = await city.client.record('declareMission', terms);
  const missionId = globalId('Mission', receipt.events[0]?.stream.slice('mission/'.length) ?? '');
  for (const { client } of [builder, tenants]) await client.record('joinMission', { missionId, role: 'MEMBER' });
  await city.client.record('inviteOrganisation', { missionId, organisationId: evaluator.globalId, role: 'EVALUATOR' });
  await evaluator.client.record('joinMission', { missionId, ...AS_EVALUATOR });
  await evaluator.client.record('joinMission', { missionId, role: 'FUNDER' });
  await city.client.record('reviseMission', { missionId, ...terms, reason: hostile('revision', 1000) });
  return missionId;
}

async function indicator(api: TestApi, missionId: string, city: Member): Promise<string> {
  const { id: indicatorId } = await city.client.record('defineIndicator', {
    missionId,
    unit: 'dwelling',
    direction: 'INCREASE',
    name: hostile('indicator', 400),
    description: hostile('indicator-description', 4000),
    proxyFor: hostile('proxy', 500),
    source: hostile('indicator-source', 1000),
    baseline: { value: '0', on: day(-90) },
    targets: [{ value: '100', dueOn: day(300) }],
    dimensions: [
      {
        key: 'who',
        name: hostile('dimension', 100),
        codes: [
          { code: 'A', name: hostile('dimension-code', 100) },
          { code: 'B', name: 'Others' },
        ],
      },
    ],
  });
  const target = { value: '120', dueOn: day(300) };
  await city.client.record('reviseIndicatorTarget', { indicatorId, target, reason: hostile('target-reason', 1000) });
  const files = [await file(api, city, 'measured')];
  const measured = (mark: string): Input => ({
    indicatorId,
    value: '12',
    files,
    evidence: [link(mark)],
    note: hostile(`${mark}-note`, 2000),
  });
  const place = { name: hostile('measured-place', 300), country: 'FR', code: hostile('measured-code', 40) };
  const categories = [{ dimension: 'who', code: 'A' }];
  await city.client.record('recordMeasurement', { ...measured('measured'), date: day(-20) });
  const { id } = await city.client.record('recordMeasurement', {
    ...measured('there'),
    place,
    categories,
    date: day(-9),
  });
  const { indicatorId: _, ...corrected } = measured('corrected');
  const reason = hostile('correction', 1000);
  await city.client.record('correctMeasurement', {
    measurementId: id,
    ...corrected,
    place,
    categories,
    date: day(-9),
    reason,
  });
  return indicatorId;
}

async function contributions(api: TestApi, network: HostileNetwork): Promise<void> {
  const { commitmentId, city, builder, tenants, evaluator } = network;
  await builder.client.record('acceptCommitment', { commitmentId, termsVersion: 1 });
  await builder.client.record('amendCommitment', {
    commitmentId,
    kind: 'SERVICE',
    quantity: { amount: '44', unit: 'dwelling' },
    dueOn: day(90),
    description: hostile('amended-promise', 2000),
    reason: hostile('amendment', 1000),
  });
  const given = async (by: Member, mark: string, more: Input = {}) => {
    const said = { description: hostile(`${mark}-gift`, 2000), note: hostile(`${mark}-note`, 2000) };
    const shown = { evidence: [link(mark)], files: [await file(api, by, mark)] };
    const terms = {
      commitmentId,
      date: day(-5),
      quantity: { amount: '1', unit: 'dwelling' },
      ...said,
      ...shown,
      ...more,
    };
    return (await by.client.record('recordContribution', terms)).id;
  };
  const attested = await given(builder, 'attested');
  const behalf = { contributorId: builder.globalId, source: { dataset: 'x', record: hostile('gift-record', 300) } };
  const declared = await given(city, 'declared', behalf);
  const disputed = await given(builder, 'disputed');
  await given(city, 'undeclared', behalf);
  const note = hostile('declaration', 2000);
  await builder.client.record('declareContribution', { contributionId: declared, note });
  const statement = hostile('statement', 2000);
  await tenants.client.record('corroborateContribution', { contributionId: attested, statement });
  const finding = hostile('finding', 2000);
  await evaluator.client.record('verifyContribution', {
    contributionId: attested,
    noTies: true,
    finding,
    evidence: [link('found')],
  });
  await tenants.client.record('disputeContribution', { contributionId: disputed, reason: hostile('dispute', 1000) });
}

async function reviews({ commitmentId, city, builder, tenants, evaluator }: HostileNetwork): Promise<void> {
  const about = { commitmentId, reviewedId: builder.globalId };
  const { id: reviewId } = await tenants.client.record('submitReview', {
    ...about,
    ...opinion('earlier'),
    ties: ['SHARED_MEMBER', 'PAYMENT'],
  });
  await tenants.client.record('reviseReview', { reviewId, ...opinion('revised') });
  await builder.client.record('answerReview', { reviewId, answer: hostile('answer', 4000) });
  await evaluator.client.record('submitReview', { ...about, ...opinion('unanswered') });
  const input = { commandId: randomUUID(), ...about, reason: hostile('declined', 1000) };
  const { declineReview } = await city.client.ask(DECLINE, { input });
  if (declineReview.__typename !== 'ReviewDeclined') throw new Error(JSON.stringify(declineReview));
}

const DECLINE = `mutation ($input: DeclineReviewInput!) {
  declineReview(input: $input) { __typename ... on Refusal { code: reason message path } }
}`;

/** Named by the record and not by the upload: whoever calls the API names it as they like. */
async function file(api: TestApi, { client }: Member, mark: string): Promise<Input> {
  const { body } = await upload(api.url, client.key, `Seen: ${randomUUID()}\n`, 'x.txt');
  const name = `§${mark}-file§"><img src=x onerror="window.hacked=1">{count, plural, }`.padEnd(190, 'W');
  return { sha256: body.sha256 as string, name: `${name}.txt`, title: null };
}

/** A file of so many bytes, without holding them. */
export async function fileOf(bytes: number) {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-large-'));
  const path = join(folder, 'large.txt');
  await writeFile(path, '');
  await truncate(path, bytes);
  return { path, remove: () => rm(folder, { recursive: true }) };
}
