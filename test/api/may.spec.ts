import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, day, isRefused, type Input, type MutationName } from '../acceptance/client.js';
import { bareId, memberOf, promise, shareMission, type Member, type Shared } from '../acceptance/mission.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { TestClock } from '../harness/clock.js';
import { watchStatements } from '../harness/statements.js';

interface Permission {
  readonly command: string;
  readonly about: string | null;
  readonly allowed: boolean;
  readonly code: string | null;
  readonly message: string | null;
}

const MAY = 'may { command about allowed code message }';
const NODE = `query ($id: ID!) {
  node(id: $id) {
    ... on Mission { ${MAY} }
    ... on Indicator { ${MAY} }
    ... on Measurement { ${MAY} }
    ... on Commitment { ${MAY} }
    ... on Contribution { ${MAY} }
    ... on Review { ${MAY} }
  }
}`;
const OPINION: Input = {
  scores: { results: 3, reliability: 4, openness: 2, learning: 3 },
  whatWorked: 'They called before they came.',
  whatToTry: 'Come earlier in the year.',
};

const clock = new TestClock(new Date().toISOString());
let api: TestApi;
let shared: Shared;
let stranger: Member;

beforeAll(async () => {
  api = await startTestApi({ clock });
  shared = await shareMission(api);
  stranger = memberOf(await api.registerOrganisation('Neighbourhood Council'), api.url);
});
afterAll(() => api.close());

async function may(by: Client, id: string): Promise<readonly Permission[]> {
  return (await by.ask(NODE, { id })).node.may as readonly Permission[];
}

/** `command` of what is allowed, and `command: code` of what is not, in the order they come. */
async function answers(by: Client, id: string): Promise<readonly string[]> {
  return (await may(by, id)).map(({ command, allowed, code }) => (allowed ? command : `${command}: ${code ?? ''}`));
}

const madeBy = async ({ client }: Member, more: Input = {}): Promise<string> =>
  (await client.record('makeCommitment', promise(shared.missionId, more))).id;

describe('What an organisation may do to a commitment', () => {
  it('is everything it stands for to a promisor, and to a member what members do', async () => {
    const { city, builder, tenants } = shared;
    const commitment = await madeBy(builder);

    expect(await answers(builder.client, commitment)).toEqual([
      'AmendCommitment',
      'WithdrawCommitment',
      'DropAmendment: NO_AMENDMENT_OPEN',
      'ReleaseParty',
      'ReleaseDissolved: NOT_THE_OPERATOR',
      'ProposeSettlement: NOT_DUE_YET',
      'AcceptCommitment: ALREADY_ANSWERED',
      'DeclineCommitment: ALREADY_ANSWERED',
      'NoteProgress',
      'RecordContribution',
      'SubmitReview: SELF_REVIEW',
      'DeclineReview: SELF_REVIEW',
    ]);
    expect(await answers(tenants.client, commitment)).toEqual([
      'AmendCommitment: NOT_A_PROMISOR',
      'WithdrawCommitment: NOT_A_PROMISOR',
      'DropAmendment: NO_AMENDMENT_OPEN',
      'ReleaseParty: NOT_ACCEPTED',
      'ReleaseDissolved: NOT_THE_OPERATOR',
      'ProposeSettlement: NOT_A_PROMISOR',
      'AcceptCommitment: NOT_A_PARTY',
      'DeclineCommitment: NOT_A_PARTY',
      'NoteProgress: NOT_A_PROMISOR',
      'RecordContribution: NOT_A_PROMISOR',
      'SubmitReview',
      'DeclineReview',
    ]);
    // A backbone keeps the mission’s books, and changes nothing that others are bound by.
    expect(await answers(city.client, commitment)).toEqual(
      expect.arrayContaining(['AmendCommitment: NOT_A_PROMISOR', 'RecordContribution']),
    );
  });

  it('is nothing to an organisation outside the mission, which is told why', async () => {
    const commitment = await madeBy(shared.builder);
    const refused = await may(stranger.client, commitment);
    expect(new Set(refused.map(({ allowed, code }) => `${allowed} ${code}`))).toEqual(
      new Set([
        'false NOT_A_MEMBER',
        'false NOT_A_PARTY',
        'false NOT_A_PROMISOR',
        'false NOT_THE_OPERATOR',
        'false NO_AMENDMENT_OPEN',
        'false NOT_ACCEPTED',
      ]),
    );
    expect(refused.find(({ code }) => code === 'NOT_A_MEMBER')?.message).toBe(
      'Your organisation is no member of Decent housing in Rennes; it must join first.',
    );
  });

  it('is empty to the public', async () => {
    expect(await may(new Client(api.url), await madeBy(shared.builder))).toEqual([]);
  });

  it('is nothing to a key that may only read', async () => {
    const { builder } = shared;
    const reading = builder.client.as(await api.createKey(builder.id, ['read']));
    const refused = await may(reading, await madeBy(builder));
    expect(refused.map(({ code }) => code)).toEqual(refused.map(() => 'SCOPE_MISSING'));
    expect(refused).toHaveLength(12);
  });

  it('says of each promisor whether its work may be reviewed', async () => {
    const { builder, tenants, city } = shared;
    const commitment = await madeBy(builder, { promisorIds: [builder.globalId, tenants.globalId] });
    await tenants.client.record('acceptCommitment', { commitmentId: commitment, termsVersion: 1 });
    const reviewing = async (by: Client) =>
      (await may(by, commitment))
        .filter(({ command }) => command === 'SubmitReview')
        .map(({ about, allowed, code }) => [about, allowed ? 'yes' : code]);

    expect(await reviewing(tenants.client)).toEqual([
      [builder.globalId, 'yes'],
      [tenants.globalId, 'SELF_REVIEW'],
    ]);
    await city.client.record('submitReview', { commitmentId: commitment, reviewedId: builder.globalId, ...OPINION });
    expect(await reviewing(city.client)).toEqual([
      [builder.globalId, 'ALREADY_REVIEWED'],
      [tenants.globalId, 'yes'],
    ]);
  });

  it('ends with the promise', async () => {
    const { builder } = shared;
    const [due, withdrawn] = [await madeBy(builder, { dueOn: day(1) }), await madeBy(builder)];
    await builder.client.record('withdrawCommitment', { commitmentId: withdrawn, reason: 'No funds.' });
    clock.moveTo(`${day(2)}T12:00:00.000Z`);
    expect(await answers(builder.client, due)).toEqual(
      expect.arrayContaining(['AmendCommitment: AFTER_DUE', 'WithdrawCommitment: AFTER_DUE', 'RecordContribution']),
    );
    const changing = ['AmendCommitment', 'WithdrawCommitment', 'ReleaseParty', 'ProposeSettlement'];
    const others = ['AcceptCommitment', 'DeclineCommitment'];
    expect(await answers(builder.client, withdrawn)).toEqual(
      expect.arrayContaining([...changing, ...others].map((each) => `${each}: COMMITMENT_WITHDRAWN`)),
    );
  });
});

describe('What an organisation may do to the parts of a commitment', () => {
  const given = async ({ client }: Member, commitmentId: string): Promise<string> => {
    const quantity = { amount: '4', unit: 'dwelling' };
    return (await client.record('recordContribution', { commitmentId, quantity, date: day(-2) })).id;
  };

  it('is asked of a contribution', async () => {
    const { builder, tenants, evaluator } = shared;
    const commitment = await madeBy(builder, { counterpartyIds: [tenants.globalId] });
    const contribution = await given(builder, commitment);

    const others = ['CorrectContribution', 'RetractContribution'].map((each) => `${each}: NOT_YOUR_CONTRIBUTION`);
    expect(await answers(builder.client, contribution)).toEqual([
      'DeclareContribution: ALREADY_DECLARED',
      'CorroborateContribution: OWN_CONTRIBUTION',
      'CorrectContribution',
      'RetractContribution',
      'VerifyContribution: NOT_AN_EVALUATOR',
      'DisputeContribution: OWN_CONTRIBUTION',
      'WithdrawDispute: NOT_DISPUTED',
      'NoteObjection: OWN_CONTRIBUTION',
    ]);
    expect(await answers(tenants.client, contribution)).toEqual([
      'DeclareContribution: NOT_YOUR_CONTRIBUTION',
      'CorroborateContribution',
      ...others,
      'VerifyContribution: NOT_AN_EVALUATOR',
      // It is named, and has not accepted.
      'DisputeContribution: NO_STANDING',
      'WithdrawDispute: NOT_DISPUTED',
      'NoteObjection: MEMBER_TOO_RECENT',
    ]);
    expect(await answers(evaluator.client, contribution)).toEqual([
      'DeclareContribution: NOT_YOUR_CONTRIBUTION',
      'CorroborateContribution: NOT_A_COUNTERPARTY',
      ...others,
      'VerifyContribution',
      'DisputeContribution',
      'WithdrawDispute: NOT_DISPUTED',
      'NoteObjection: MEMBER_TOO_RECENT',
    ]);
  });

  it('is asked of a review', async () => {
    const { builder, tenants, city } = shared;
    const commitmentId = await madeBy(builder);
    const input = { commitmentId, reviewedId: builder.globalId, ...OPINION };
    const { id } = await tenants.client.record('submitReview', input);

    expect(await answers(tenants.client, id)).toEqual([
      'ReviseReview',
      'AnswerReview: NOT_YOURS_TO_ANSWER',
      'MarkLearned',
    ]);
    expect(await answers(builder.client, id)).toEqual(['ReviseReview: NOT_YOUR_REVIEW', 'AnswerReview', 'MarkLearned']);
    expect(await answers(city.client, id)).toEqual([
      'ReviseReview: NOT_YOUR_REVIEW',
      'AnswerReview: NOT_YOURS_TO_ANSWER',
      'MarkLearned: NOT_YOURS_TO_MARK',
    ]);
  });
});

describe('What an organisation may do to a mission and to what it measures', () => {
  it('is asked of the mission, what may be made under it included', async () => {
    const { missionId, city, tenants } = shared;
    expect(await answers(city.client, missionId)).toEqual([
      'ReviseMission',
      'PauseMission',
      'ResumeMission: NOT_PAUSED',
      'CloseMission',
      ...['Accept', 'Decline', 'Drop'].map((each) => `${each}Privacy: NO_PRIVACY_PROPOSED`),
      'InviteOrganisation',
      'WithdrawInvitation',
      'DeclineInvitation: NOT_INVITED',
      'JoinMission',
      'LeaveMission: LAST_BACKBONE',
      'ListMember',
      'SuspendMember',
      'LiftSuspension',
      'RemoveMember',
      'ProposeBackboneHandover',
      ...['Drop', 'Accept', 'Decline'].map((each) => `${each}BackboneHandover: NO_HANDOVER_OPEN`),
      'DefineIndicator',
      'MakeCommitment',
      'AcceptReceiving',
      'EndReceiving: NOT_RECEIVING',
    ]);
    expect(await answers(tenants.client, missionId)).toEqual([
      ...['ReviseMission', 'PauseMission', 'ResumeMission', 'CloseMission', 'AcceptPrivacy', 'DeclinePrivacy'].map(
        (each) => `${each}: NOT_BACKBONE`,
      ),
      'DropPrivacy: NO_PRIVACY_PROPOSED',
      ...['InviteOrganisation', 'WithdrawInvitation'].map((each) => `${each}: NOT_BACKBONE`),
      'DeclineInvitation: NOT_INVITED',
      'JoinMission',
      'LeaveMission',
      ...['ListMember', 'SuspendMember', 'LiftSuspension', 'RemoveMember', 'ProposeBackboneHandover'].map(
        (each) => `${each}: NOT_BACKBONE`,
      ),
      ...['Drop', 'Accept', 'Decline'].map((each) => `${each}BackboneHandover: NO_HANDOVER_OPEN`),
      'DefineIndicator: NOT_BACKBONE',
      'MakeCommitment',
      'AcceptReceiving',
      'EndReceiving: NOT_RECEIVING',
    ]);
    const asStranger = await answers(stranger.client, missionId);
    expect(asStranger.filter((each) => /^(Join|Leave)Mission/.test(each))).toEqual([
      'JoinMission',
      'LeaveMission: NOT_A_MEMBER',
    ]);
    expect(asStranger.slice(-4, -2)).toEqual(['DefineIndicator: NOT_BACKBONE', 'MakeCommitment: NOT_A_MEMBER']);
  });

  it('is asked of an indicator and of a measurement', async () => {
    const { missionId, city, builder, tenants } = shared;
    const terms = { missionId, name: 'Dry dwellings', unit: 'dwelling', direction: 'INCREASE' };
    const { id: indicatorId } = await city.client.record('defineIndicator', terms);
    const { id } = await builder.client.record('recordMeasurement', { indicatorId, value: '12', date: day(-1) });

    expect(await answers(city.client, indicatorId)).toEqual([
      'ReviseIndicator',
      'AgreeIndicator: ALREADY_AGREED',
      'RetireIndicator',
      'ReviseIndicatorTarget',
      'RecordMeasurement',
    ]);
    expect(await answers(tenants.client, indicatorId)).toEqual([
      'ReviseIndicator: NOT_BACKBONE',
      'AgreeIndicator',
      ...['RetireIndicator', 'ReviseIndicatorTarget'].map((each) => `${each}: NOT_BACKBONE`),
      'RecordMeasurement',
    ]);
    expect(await answers(stranger.client, indicatorId)).toEqual([
      'ReviseIndicator: NOT_BACKBONE',
      'AgreeIndicator: NOT_A_MEMBER',
      ...['RetireIndicator', 'ReviseIndicatorTarget'].map((each) => `${each}: NOT_BACKBONE`),
      'RecordMeasurement: NOT_A_MEMBER',
    ]);
    expect(await answers(builder.client, id)).toEqual(['CorrectMeasurement', 'ConfirmMeasurement: NOT_AN_EVALUATOR']);
    expect(await answers(tenants.client, id)).toEqual([
      'CorrectMeasurement: NOT_YOURS',
      'ConfirmMeasurement: NOT_AN_EVALUATOR',
    ]);
  });
});

describe('The answer of `may`', () => {
  it('is what the mutation answers', async () => {
    const { builder, tenants } = shared;
    const commitmentId = await madeBy(builder);
    const sent: readonly [MutationName, Input][] = [
      ['amendCommitment', { commitmentId, kind: 'SERVICE', description: 'Fewer.', reason: 'Rain.' }],
      ['withdrawCommitment', { commitmentId, reason: 'Rain.' }],
      ['recordContribution', { commitmentId, date: day(-1) }],
      ['submitReview', { commitmentId, reviewedId: builder.globalId, ...OPINION }],
    ];
    for (const { client } of [tenants, stranger]) {
      const told = await may(client, commitmentId);
      for (const [mutation, input] of sent) {
        const answer = told.find(({ command }) => command.toLowerCase() === mutation.toLowerCase());
        const outcome = await client.attempt(mutation, input);
        const { code, message } = isRefused(outcome) ? outcome : { code: null, message: null };
        expect({ mutation, code: answer?.code, message: answer?.message }).toEqual({ mutation, code, message });
      }
    }
  });

  it('knows at once what was just recorded, by whatever process', async () => {
    const { builder } = shared;
    const commitmentId = await madeBy(builder);
    const WITHDRAW = `mutation ($input: WithdrawCommitmentInput!) {
      withdrawCommitment(input: $input) { ... on CommitmentRecorded { commitment { ${MAY} } } }
    }`;
    const input = { commandId: '0192f0c1-7b2e-4cc3-9a55-0b1c2d3e4f50', commitmentId, reason: 'No funds.' };
    const { withdrawCommitment } = await builder.client.ask(WITHDRAW, { input });
    expect(withdrawCommitment.commitment.may[0]).toMatchObject({
      command: 'AmendCommitment',
      code: 'COMMITMENT_WITHDRAWN',
    });
  });

  it('reads each stream once, however many nodes ask, and however deep', async () => {
    const { missionId, builder, tenants } = shared;
    const commitments = await Promise.all(Array.from({ length: 6 }, () => madeBy(builder)));
    for (const commitmentId of commitments) {
      await builder.client.record('recordContribution', { commitmentId, date: day(-2) });
    }
    const sent: { readonly text: string; readonly values: readonly unknown[] }[] = [];
    for (const pool of [api.database, ...api.reading])
      watchStatements(pool, (text, values) => sent.push({ text, values }));
    const { mission } = await tenants.client.ask(
      `query ($id: ID!) { mission(id: $id) { ${MAY} commitments(first: 20) {
        nodes { id ${MAY} contributions(first: 2) { nodes { ${MAY} commitment { ${MAY} mission { ${MAY} } } } } }
      } } }`,
      { id: missionId },
    );
    const read = sent.filter(({ text }) => text.includes('r(n integer, stream text, version bigint)'));
    const streams = read.flatMap(({ values }) =>
      (JSON.parse(values[0] as string) as readonly { readonly stream: string }[]).map(({ stream }) => stream),
    );
    expect(streams.filter((stream, n) => streams.indexOf(stream) < n)).toEqual([]);
    const ids = (mission.commitments.nodes as readonly { readonly id: string }[]).map(
      ({ id }) => `commitment/${bareId(id)}`,
    );
    expect(streams).toEqual(expect.arrayContaining([...ids, `mission/${bareId(missionId)}`]));
    // What the commands of the mission turn on, its commitments, and what those turn on: by level, not by node.
    expect(read.length).toBeLessThanOrEqual(4);
  });

  it('is kept by nobody', async () => {
    const { builder } = shared;
    const { headers } = await builder.client.send(NODE, { id: await madeBy(builder) });
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
