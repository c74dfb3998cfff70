import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi, type TestOrganisation } from '../harness/api.js';
import { Client, day, faultsOf, hashOf, readLog, type MutationName, type Input, type Receipt } from './client.js';
import { bareId, memberOf, MISSION, promise, type Member } from './mission.js';
import { followTimeline, type Follower } from './subscriber.js';
import { AS_EVALUATOR } from '../harness/evaluator.js';

const SCORES = { results: 3, reliability: 4, openness: 2, learning: 3 };
const OPINION = { scores: SCORES, whatWorked: 'They called before they came.', whatToTry: 'Come earlier in the year.' };

// Told in the order it happens: each step builds on those before it, as it would between real organisations.
describe('Organisations that share a mission', () => {
  let api: TestApi;
  let anybody: Client;
  let operator: Client;
  let city: Member;
  let builder: Member;
  let tenants: Member;
  let evaluator: Member;
  let live: Follower | undefined;
  const receipts: Receipt[] = [];
  const ids = {
    mission: '',
    indicator: '',
    measurement: '',
    joint: '',
    opened: '',
    spare: '',
    gift: '',
    open: '',
    review: '',
  };

  beforeAll(async () => {
    api = await startTestApi();
    anybody = new Client(api.url);
    operator = anybody.as(await api.createKey(randomUUID(), ['read', 'write', 'operator']));
  });
  afterAll(async () => {
    await live?.leave();
    await api.close();
  });

  /** Records and keeps the receipt, to be held against the log in the end. */
  async function record(by: Client, name: MutationName, input: Input): Promise<string> {
    const { id, receipt } = await by.record(name, input);
    receipts.push(receipt);
    expect(id).not.toBe('');
    return id;
  }

  async function registered(name: string, sector: string): Promise<Member> {
    const id = await record(operator, 'registerOrganisation', { name, sector, jurisdiction: 'FR-35' });
    const organisation: TestOrganisation = { id: bareId(id), globalId: id, key: await api.createKey(bareId(id)) };
    return memberOf(organisation, api.url);
  }

  it('are registered by the operator, and get keys of their own', async () => {
    city = await registered('City of Rennes', 'PUBLIC');
    builder = await registered('Habitat Builders', 'PRIVATE');
    tenants = await registered('Tenants’ Union', 'CIVIL_SOCIETY');
    evaluator = await registered('Institute for Evaluation', 'CIVIL_SOCIETY');
    const { organisations } = await anybody.ask('{ organisations { nodes { id name sector jurisdiction } } }');
    const nodes = organisations.nodes as readonly Input[];
    expect(nodes.map(({ name, sector }) => [name, sector])).toEqual([
      ['City of Rennes', 'PUBLIC'],
      ['Habitat Builders', 'PRIVATE'],
      ['Institute for Evaluation', 'CIVIL_SOCIETY'],
      ['Tenants’ Union', 'CIVIL_SOCIETY'],
    ]);
  });

  it('declare it, and join it by invitation or as it is open', async () => {
    const places = [{ name: 'Rennes', country: 'FR', code: '35238' }];
    ids.mission = await record(city.client, 'declareMission', { ...MISSION, places, sdgs: ['11', '11.1'] });
    live = followTimeline(api.url, ids.mission, receipts.at(-1)?.position);
    const missionId = ids.mission;
    await record(builder.client, 'joinMission', { missionId, role: 'MEMBER' });
    await record(tenants.client, 'joinMission', { missionId, role: 'MEMBER' });
    expect(await evaluator.client.attempt('joinMission', { missionId, ...AS_EVALUATOR })).toMatchObject({
      code: 'NOT_INVITED',
      path: ['role'],
    });
    const invitation = { missionId, organisationId: evaluator.globalId, role: 'EVALUATOR' };
    await record(city.client, 'inviteOrganisation', invitation);
    await record(evaluator.client, 'joinMission', { missionId, ...AS_EVALUATOR });
  });

  it('agree on what to measure, measure it, and correct what was wrong', async () => {
    ids.indicator = await record(city.client, 'defineIndicator', {
      missionId: ids.mission,
      name: 'Dwellings below the standard',
      unit: 'dwelling',
      direction: 'DECREASE',
      baseline: { value: '1200', on: day(-400) },
      targets: [{ value: '200', dueOn: day(400) }],
      reporterIds: [tenants.globalId],
      source: 'Yearly survey of the city',
    });
    const target = { value: '700', dueOn: day(400) };
    const reason = 'The survey counts rented dwellings only.';
    await record(city.client, 'reviseIndicatorTarget', { indicatorId: ids.indicator, target, reason });
    const [date, unsure] = [day(-1), 'One street was counted twice.'];
    ids.measurement = await record(tenants.client, 'recordMeasurement', {
      indicatorId: ids.indicator,
      value: '1100',
      date,
    });
    const corrected = { measurementId: ids.measurement, value: '1075.5', date, reason: unsure };
    await record(tenants.client, 'correctMeasurement', corrected);

    const { indicator } = await anybody.ask(
      `query ($id: ID!) { indicator(id: $id) {
        progress { state share value } targetHistory { value reason }
        measurements { nodes { value corrected original { value } corrections { reason } } } } }`,
      { id: ids.indicator },
    );
    // From 1200 to 700 there are 500 to go, and 124.5 are gone.
    expect(indicator.progress).toEqual({ state: 'MEASURED', share: '0.249', value: '1075.5' });
    expect(indicator.targetHistory).toEqual([
      { value: '200', reason: null },
      { value: '700', reason },
    ]);
    expect(indicator.measurements.nodes).toEqual([
      { value: '1075.5', corrected: true, original: { value: '1100' }, corrections: [{ reason: unsure }] },
    ]);
  });

  it('promise together and alone, and put a promise into other terms before it is due', async () => {
    ids.joint = await record(city.client, 'makeCommitment', {
      ...promise(ids.mission),
      promisorIds: [city.globalId, builder.globalId],
      counterpartyIds: [tenants.globalId],
    });
    const { missionId: _, ...terms } = promise(ids.mission, {
      quantity: { amount: '50', unit: 'dwelling' },
      dueOn: day(150),
    });
    const reason = 'Ten more owners agreed.';
    await record(builder.client, 'acceptCommitment', { commitmentId: ids.joint, termsVersion: 1 });
    await record(builder.client, 'amendCommitment', { ...terms, commitmentId: ids.joint, reason });
    await record(city.client, 'acceptCommitment', { commitmentId: ids.joint, termsVersion: 2 });
    const money = { kind: 'MONEY', quantity: { amount: '250000.5', unit: 'EUR' }, description: 'A grant.' };
    ids.spare = await record(city.client, 'makeCommitment', promise(ids.mission, money));
    await record(city.client, 'withdrawCommitment', { commitmentId: ids.spare, reason: 'The budget was cut.' });

    const { commitment } = await anybody.ask(
      `query ($id: ID!) { commitment(id: $id) {
        quantity { amount unit } amended terms { quantity { amount } reason recordedBy { name } }
        promisors { name } counterparties { name } state } }`,
      { id: ids.joint },
    );
    expect(commitment).toEqual({
      quantity: { amount: '50', unit: 'dwelling' },
      amended: true,
      terms: [
        { quantity: { amount: '40' }, reason: null, recordedBy: { name: 'City of Rennes' } },
        { quantity: { amount: '50' }, reason, recordedBy: { name: 'City of Rennes' } },
      ],
      promisors: expect.arrayContaining([{ name: 'City of Rennes' }, { name: 'Habitat Builders' }]),
      counterparties: [{ name: 'Tenants’ Union' }],
      state: 'DUE',
    });
  });

  it('give what they promised, and what they did not promise', async () => {
    ids.gift = await record(builder.client, 'recordContribution', {
      commitmentId: ids.joint,
      quantity: { amount: '30', unit: 'dwelling' },
      period: { from: day(-20), to: day(0) },
      evidence: [{ url: 'https://example.org/acceptance-report', title: 'Acceptance report' }],
    });
    ids.open = await record(tenants.client, 'recordContribution', {
      missionId: ids.mission,
      kind: 'VOLUNTEERS',
      quantity: { amount: '120', unit: 'hour' },
      description: 'Visits to households.',
      date: day(-3),
    });
    const { contribution } = await anybody.ask(
      'query ($id: ID!) { contribution(id: $id) { evidence commitment { id state dueOn promisors { name } } } }',
      { id: ids.open },
    );
    ids.opened = contribution.commitment.id;
    expect(contribution).toMatchObject({
      evidence: 'DECLARED',
      commitment: { state: 'KEPT', dueOn: null, promisors: [{ name: 'Tenants’ Union' }] },
    });
    const receipt = receipts.at(-1);
    expect(receipt?.events.map(({ type }) => type)).toEqual(['CommitmentMade', 'ContributionRecorded']);
  });

  it('have it recorded for them on paper, and make it their own', async () => {
    const id = await record(city.client, 'recordContribution', {
      contributorId: builder.globalId,
      missionId: ids.mission,
      kind: 'EXPERTISE',
      description: 'Advice to owners.',
      date: day(-5),
    });
    const evidenceOf = async () =>
      (await anybody.ask('query ($id: ID!) { contribution(id: $id) { evidence } }', { id })).contribution.evidence;
    expect(await evidenceOf()).toBe('NONE');
    await record(builder.client, 'declareContribution', { contributionId: id });
    expect(await evidenceOf()).toBe('DECLARED');
  });

  it('attest what others gave, dispute it, and take that back', async () => {
    const standing = async () =>
      (
        await anybody.ask(
          'query ($id: ID!) { contribution(id: $id) { evidence disputed commitment { delivered { amount } } } }',
          { id: ids.gift },
        )
      ).contribution;
    await record(tenants.client, 'corroborateContribution', { contributionId: ids.gift, statement: 'Warm and dry.' });
    expect(await standing()).toEqual({
      evidence: 'CORROBORATED',
      disputed: false,
      commitment: { delivered: { amount: '30' } },
    });
    await record(evaluator.client, 'disputeContribution', { contributionId: ids.gift, reason: 'Two seem unfinished.' });
    expect(await standing()).toEqual({
      evidence: 'CORROBORATED',
      disputed: true,
      commitment: { delivered: { amount: '0' } },
    });
    await record(evaluator.client, 'withdrawDispute', { contributionId: ids.gift });
    const finding = 'All thirty are done.';
    await record(evaluator.client, 'verifyContribution', { contributionId: ids.gift, noTies: true, finding });
    expect(await standing()).toEqual({
      // Nobody accredited the evaluator.
      evidence: 'CORROBORATED',
      disputed: false,
      commitment: { delivered: { amount: '30' } },
    });
  });

  it('review each other, think again, and answer', async () => {
    ids.review = await record(tenants.client, 'submitReview', {
      commitmentId: ids.joint,
      reviewedId: builder.globalId,
      ...OPINION,
    });
    const revised = { ...OPINION, scores: { ...SCORES, openness: 4 } };
    await record(tenants.client, 'reviseReview', { reviewId: ids.review, ...revised });
    const answer = 'In spring next year.';
    await record(builder.client, 'answerReview', { reviewId: ids.review, answer });
    const { review } = await anybody.ask(
      `query ($id: ID!) { review(id: $id) {
        scores { openness } answer { text } versions { scores { openness } } reviewer { name } reviewed { name } } }`,
      { id: ids.review },
    );
    expect(review).toEqual({
      scores: { openness: 4 },
      answer: { text: answer },
      versions: [{ scores: { openness: 2 } }, { scores: { openness: 4 } }],
      reviewer: { name: 'Tenants’ Union' },
      reviewed: { name: 'Habitat Builders' },
    });
  });

  it('see all of it on the mission’s page', async () => {
    const { mission } = await anybody.ask(
      `query ($id: ID!) { mission(id: $id) {
        hashtag places { code } sdgs membersBySector { sector organisations }
        members { nodes { roles organisation { name } } }
        indicators { nodes { name progress { state share } } }
        commitments { nodes { id state contributions { nodes { evidence contributor { name } } } } }
        progress { kept due overdue withdrawn
          promised { kind unit amount } contributions { kind evidence unit amount count disputed } } } }`,
      { id: ids.mission },
    );
    expect(mission).toMatchObject({
      hashtag: '#logement-digne',
      places: [{ code: '35238' }],
      sdgs: ['11', '11.1'],
      indicators: { nodes: [{ name: 'Dwellings below the standard', progress: { share: '0.249' } }] },
    });
    expect(mission.membersBySector).toEqual(
      expect.arrayContaining([
        { sector: 'CIVIL_SOCIETY', organisations: 2 },
        { sector: 'PRIVATE', organisations: 1 },
        { sector: 'PUBLIC', organisations: 1 },
      ]),
    );
    expect(mission.members.nodes).toEqual([
      { roles: ['BACKBONE'], organisation: { name: 'City of Rennes' } },
      { roles: ['MEMBER'], organisation: { name: 'Habitat Builders' } },
      { roles: ['MEMBER'], organisation: { name: 'Tenants’ Union' } },
      { roles: ['EVALUATOR'], organisation: { name: 'Institute for Evaluation' } },
    ]);
    expect(mission.commitments.nodes).toMatchObject([
      { id: ids.joint, state: 'DUE', contributions: { nodes: [{ evidence: 'CORROBORATED' }] } },
      { id: ids.spare, state: 'WITHDRAWN', contributions: { nodes: [] } },
      { id: ids.opened, state: 'KEPT', contributions: { nodes: [{ evidence: 'DECLARED' }] } },
      { state: 'KEPT', contributions: { nodes: [{ contributor: { name: 'Habitat Builders' } }] } },
    ]);
    const { progress } = mission;
    expect([progress.kept, progress.due, progress.overdue, progress.withdrawn]).toEqual([2, 1, 0, 1]);
    expect(progress.promised).toEqual(
      expect.arrayContaining([
        { kind: 'SERVICE', unit: 'dwelling', amount: '50' },
        { kind: 'VOLUNTEERS', unit: 'hour', amount: '120' },
      ]),
    );
    expect(progress.promised).toHaveLength(2);
    expect(progress.contributions).toContainEqual({
      kind: 'SERVICE',
      evidence: 'CORROBORATED',
      unit: 'dwelling',
      amount: '30',
      count: 1,
      disputed: 0,
    });
  });

  it('see their own part on their pages', async () => {
    const page = async (id: string) =>
      (
        await anybody.ask(
          `query ($id: ID!) { organisation(id: $id) {
            missions { nodes { roles mission { hashtag } } }
            promised: commitments(part: PROMISOR) { nodes { id } }
            promisedTo: commitments(part: COUNTERPARTY) { nodes { id } }
            contributions { nodes { id } }
            reviewsGiven { nodes { id } } reviewsReceived { nodes { id } } } }`,
          { id },
        )
      ).organisation;
    const one = (id: string) => ({ nodes: [{ id }] });
    const none = { nodes: [] };
    expect(await page(tenants.globalId)).toEqual({
      missions: { nodes: [{ roles: ['MEMBER'], mission: { hashtag: '#logement-digne' } }] },
      promised: one(ids.opened),
      promisedTo: one(ids.joint),
      contributions: one(ids.open),
      reviewsGiven: one(ids.review),
      reviewsReceived: none,
    });
    expect(await page(builder.globalId)).toMatchObject({
      promisedTo: none,
      reviewsGiven: none,
      reviewsReceived: one(ids.review),
    });
    expect((await page(evaluator.globalId)).promised).toEqual(none);
  });

  it('find every receipt in the log, by its hash', async () => {
    const events = await readLog(anybody);
    expect(faultsOf(events)).toEqual([]);
    const recorded = receipts.flatMap((receipt) =>
      receipt.events.map((event) => ({ ...event, of: receipt.commandId })),
    );
    expect(recorded).toHaveLength(events.length);
    for (const { of: commandId, ...event } of recorded) {
      const logged = events[Number(event.position) - 1];
      expect(logged).toMatchObject({ ...event, commandId });
      expect(event.hash).toBe(hashOf(logged?.entry ?? ''));
    }
  });

  it('find in the log what they look for, by stream, type, organisation and position', async () => {
    const all = await readLog(anybody);
    const stream = `commitment/${bareId(ids.joint)}`;
    expect((await readLog(anybody, { stream })).map(({ type }) => type)).toEqual([
      'CommitmentMade',
      'CommitmentAccepted',
      'AmendmentProposed',
      'CommitmentAccepted',
      'CommitmentAmended',
      'ContributionRecorded',
      'CommitmentAccepted',
      'ContributionCorroborated',
      'ContributionDisputed',
      'DisputeWithdrawn',
      'ContributionVerified',
      'ReviewSubmitted',
      'ReviewRevised',
      'ReviewAnswered',
    ]);
    expect((await readLog(anybody, { type: 'MissionJoined' })).map(({ data }) => data['role'])).toEqual([
      'BACKBONE',
      'MEMBER',
      'MEMBER',
      'EVALUATOR',
    ]);
    const own = await readLog(anybody, { organisationId: evaluator.globalId });
    expect(own.map(({ type }) => type)).toEqual([
      'MissionJoined',
      'ContributionDisputed',
      'DisputeWithdrawn',
      'ContributionVerified',
    ]);
    expect(new Set(own.map(({ organisation }) => organisation))).toEqual(new Set([evaluator.globalId]));
    expect(await readLog(anybody, { fromPosition: '10' })).toEqual(all.slice(9));
  });

  it('followed it live, and may leave and come back without missing or repeating anything', async () => {
    const { mission } = await anybody.ask(
      `query ($id: ID!) { mission(id: $id) {
        timeline(first: 100, newestFirst: false) { nodes { position type stream actor { name } } } } }`,
      { id: ids.mission },
    );
    const timeline = mission.timeline.nodes as { position: string; type: string }[];
    const behind = timeline.slice(2);
    expect(timeline.slice(0, 2).map(({ type }) => type)).toEqual(['MissionDeclared', 'MissionJoined']);
    expect(behind.length).toBe(receipts.flatMap(({ events }) => events).length - 4 - 2);
    expect(await live?.take(behind.length)).toEqual(behind.map(({ position }) => position));

    const first = followTimeline(api.url, ids.mission, timeline[1]?.position);
    const before = (await first.take(3)).slice(0, 3);
    await first.leave();
    const second = followTimeline(api.url, ids.mission, before.at(-1));
    const after = await second.take(behind.length - 3);
    await record(tenants.client, 'leaveMission', { missionId: ids.mission, reason: 'The work is done.' });
    const last = receipts.at(-1)?.position ?? '';
    expect([...before, ...(await second.take(behind.length - 2))]).toEqual([...behind.map((e) => e.position), last]);
    expect(after).toEqual(behind.slice(3).map(({ position }) => position));
    expect(await live?.take(behind.length + 1)).toEqual([...behind.map((e) => e.position), last]);
    await second.leave();
  });
});
