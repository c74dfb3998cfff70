import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Input } from '../acceptance/client.js';
import { promise, shareMission, type Member, type Shared } from '../acceptance/mission.js';
import { Network } from './network.js';

const STANDING = `query ($id: ID!) { commitment(id: $id) {
  state description termsVersion completion
  parties { part state acceptedVersion acceptedOn boundOn organisation { id } }
  awaitedFrom { id }
  milestones { key reached }
  progressNotes { text { text } }
} }`;
const DESK = `query ($id: ID!) { desk(organisationId: $id) {
  awaited { nodes { kind stream subject { __typename id ... on Commitment { description } } } }
  commitmentsToDeliver { nodes { id } }
  reviewRequests { commitment { id } }
} }`;

// What was tried on the ledger before anybody was asked, told day by day over the API.
describe('A promise', () => {
  let network: Network;
  let shared: Shared;

  beforeAll(async () => {
    network = await Network.open();
    shared = await shareMission(network.api);
  });
  afterAll(() => network.close());

  const make = async (by: Member, more: Input): Promise<string> =>
    (await by.client.record('makeCommitment', promise(shared.missionId, more))).id;
  const standing = async (id: string, { client } = { client: network.anybody }) =>
    (await client.ask(STANDING, { id })).commitment;
  const deskOf = async ({ client, globalId }: Member) => (await client.ask(DESK, { id: globalId })).desk;
  const accept = (by: Member, commitmentId: string, termsVersion = 1) =>
    by.client.attempt('acceptCommitment', { commitmentId, termsVersion });

  it('imposed on another by name binds the one that made it, and asks the other, who may say no', async () => {
    const { builder, tenants, evaluator } = shared;
    const text = 'A million, by the tenants.';
    const imposed = await make(builder, {
      promisorIds: [builder.globalId, tenants.globalId],
      kind: 'MONEY',
      quantity: { amount: '1000000', unit: 'EUR' },
      description: text,
      dueOn: '2026-03-20',
    });
    expect((await deskOf(tenants)).awaited.nodes).toEqual([
      {
        kind: 'CommitmentMade',
        stream: expect.stringMatching(/^commitment\//),
        subject: { __typename: 'Commitment', id: imposed, description: text },
      },
    ]);
    expect(await standing(imposed)).toMatchObject({ description: null, awaitedFrom: [{ id: tenants.globalId }] });
    expect(await standing(imposed, tenants)).toMatchObject({ description: text });
    const found = await network.anybody.ask('{ commitments(search: "A million") { nodes { id } } }');
    expect(found.commitments.nodes).toEqual([]);

    await tenants.client.record('declineCommitment', { commitmentId: imposed, termsVersion: 1 });
    expect((await deskOf(tenants)).awaited.nodes).toEqual([]);
    network.at('2026-03-21');
    const parties = (await standing(imposed)).parties as readonly { readonly boundOn: string | null }[];
    expect(parties.filter(({ boundOn }) => boundOn !== null)).toEqual([
      expect.objectContaining({ organisation: { id: builder.globalId } }),
    ]);
    expect((await deskOf(tenants)).commitmentsToDeliver.nodes).toEqual([]);
    const review = { commitmentId: imposed, reviewedId: tenants.globalId, ...OPINION };
    expect(await evaluator.client.attempt('submitReview', review)).toMatchObject({ code: 'NOT_REVIEWABLE' });
  });

  it('told of as given in the name of another has its words for that one alone, until it declares them', async () => {
    const { city, builder, missionId } = shared;
    const { id } = await city.client.record('recordContribution', {
      missionId,
      kind: 'SERVICE',
      date: '2026-03-01',
      contributorId: builder.globalId,
      description: 'A stolen boiler.',
      note: 'Seen at night.',
      evidence: [{ url: 'https://example.org/', title: 'Stolen' }],
    });
    const query = `query ($id: ID!, $mission: ID!) {
      contribution(id: $id) {
        description note { text } evidenceLinks { title } versions { description } commitment { description }
      }
      mission(id: $mission) { timeline(first: 3) { nodes { data words { text } } } }
    }`;
    const readBy = async ({ client }: { readonly client: Member['client'] }) =>
      JSON.stringify(await client.ask(query, { id, mission: missionId }));
    expect(await readBy({ client: network.anybody })).not.toMatch(/stolen|at night/i);
    expect(await readBy(builder)).toMatch(/boiler.*at night.*Stolen.*boiler/);
    await builder.client.record('declareContribution', { contributionId: id });
    expect(await readBy({ client: network.anybody })).toMatch(/boiler.*at night.*Stolen.*boiler/);
  });

  it('is due after the day it is made', async () => {
    const { builder, missionId } = shared;
    network.at('2026-03-21');
    for (const dueOn of ['2026-03-20', '2026-03-21']) {
      const outcome = await builder.client.attempt('makeCommitment', promise(missionId, { dueOn }));
      expect(outcome).toMatchObject({ code: 'DUE_IN_PAST', path: ['dueOn'] });
    }
  });

  it('fills nobody’s desk: six to one organisation are one too many, until it has accepted', async () => {
    const { city, builder, tenants, missionId } = shared;
    const more = { counterpartyIds: [tenants.globalId], dueOn: '2026-09-30' };
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      made.push(await make(city, more));
      await standing(made.at(-1)!);
    }
    expect(await city.client.attempt('makeCommitment', promise(missionId, more))).toMatchObject({
      code: 'TOO_MANY_PROPOSALS',
      path: ['counterpartyIds', '0'],
    });
    await make(city, { ...more, counterpartyIds: [builder.globalId] });
    for (const each of made) await tenants.client.record('acceptCommitment', { commitmentId: each, termsVersion: 1 });
    expect(await standing(await make(city, more))).toMatchObject({ state: 'DUE' });
  });

  it('binds nobody by a bait: what is accepted is what is in force', async () => {
    const { builder, tenants } = shared;
    const promisorIds = [builder.globalId, tenants.globalId];
    const bait = await make(builder, { promisorIds, quantity: { amount: '1', unit: 'dwelling' }, dueOn: '2026-12-31' });
    const { missionId: _, ...terms } = promise('', {
      commitmentId: bait,
      dueOn: '2026-12-30',
      reason: 'More is needed.',
    });
    const amended = await builder.client.attempt('amendCommitment', terms);
    expect(amended).not.toHaveProperty('code');
    expect(await accept(tenants, bait)).toMatchObject({ code: 'VERSION_SUPERSEDED', path: ['termsVersion'] });
    expect((await standing(bait, tenants)).termsVersion).toBe(2);
  });

  it('is not kept by telling why it is not, nor by one stage of four', async () => {
    const { city, tenants } = shared;
    const milestones = ['permit', 'works', 'tests', 'opening'].map((key) => ({ key, what: `The ${key}.` }));
    const staged = await make(city, {
      quantity: undefined,
      milestones,
      counterpartyIds: [tenants.globalId],
      dueOn: '2026-06-30',
    });
    const commitmentId = staged;
    await city.client.record('noteProgress', { commitmentId, text: 'The permit was refused; nothing opened.' });
    const gift = { commitmentId, date: '2026-03-21', milestone: 'permit' };
    const { id: contributionId } = await city.client.record('recordContribution', gift);
    await tenants.client.record('corroborateContribution', { contributionId });
    network.at('2026-07-01');
    expect(await standing(staged)).toMatchObject({
      state: 'OVERDUE',
      completion: 'MILESTONES',
      milestones: milestones.map(({ key }) => ({ key, reached: key === 'permit' })),
      progressNotes: [{ text: { text: 'The permit was refused; nothing opened.' } }],
    });
  });

  it('that nobody accepts lapses, and that published data tells of is reported, never overdue', async () => {
    const { city, builder } = shared;
    const ofBuilder = { promisorIds: [builder.globalId] };
    const [proposed, reported] = [
      await make(city, { ...ofBuilder, dueOn: '2026-08-10' }),
      await make(city, { ...ofBuilder, dueOn: '2019-01-31', source: { dataset: 'INDIGO', record: 'Projects!12' } }),
    ];
    const states = async () => [(await standing(proposed)).state, (await standing(reported)).state];
    expect(await states()).toEqual(['PROPOSED', 'REPORTED']);
    network.at('2026-08-10');
    expect(await states()).toEqual(['LAPSED', 'REPORTED']);
    expect(await accept(builder, proposed)).toMatchObject({ code: 'PROPOSAL_LAPSED' });
    await builder.client.record('acceptCommitment', { commitmentId: reported, termsVersion: 1 });
    expect(await states()).toEqual(['LAPSED', 'REPORTED']);
  });

  it('to a receiver that accepts in bulk is accepted as it is made, and asks it nothing', async () => {
    const { city, tenants, missionId } = shared;
    const receiving = `mutation ($input: AcceptReceivingInput!) { acceptReceiving(input: $input) {
      __typename ... on Refusal { reason message } } }`;
    const input = { commandId: '0192f0c1-7b2e-4cc3-9a55-0b1c2d3e4f51', missionId, until: '2026-12-31' };
    const mayOf = async () => {
      const { mission } = await tenants.client.ask('query ($id: ID!) { mission(id: $id) { may { command code } } }', {
        id: missionId,
      });
      return (mission.may as readonly { readonly command: string; readonly code: string | null }[]).filter(
        ({ command }) => command.endsWith('Receiving'),
      );
    };
    expect(await mayOf()).toEqual([
      { command: 'AcceptReceiving', code: null },
      { command: 'EndReceiving', code: 'NOT_RECEIVING' },
    ]);
    const { acceptReceiving } = await tenants.client.ask(receiving, { input });
    expect(acceptReceiving).toEqual({ __typename: 'ReceivingRecorded' });
    expect((await mayOf()).map(({ code }) => code)).toEqual([null, null]);
    const id = await make(city, { counterpartyIds: [tenants.globalId], dueOn: '2026-12-01' });
    expect(await standing(id)).toMatchObject({
      awaitedFrom: [],
      parties: expect.arrayContaining([
        expect.objectContaining({ part: 'COUNTERPARTY', state: 'ACCEPTED', boundOn: null }),
      ]),
    });
  });

  it('is read in full by a backbone that is asked to accept a change of it, and by nobody else yet', async () => {
    const { city, builder, tenants, evaluator } = shared;
    network.at('2026-09-01');
    const promisorIds = [builder.globalId, tenants.globalId];
    const terms = { kind: 'SERVICE', quantity: undefined, description: 'Roofs, step by step.', dueOn: '2026-10-01' };
    const milestones = ['permit', 'works'].map((key) => ({ key, what: `The ${key}.` }));
    const id = await make(builder, { promisorIds, ...terms, milestones });
    network.at('2026-09-30');
    const { missionId: _, ...less } = promise('', { commitmentId: id, ...terms, milestones: milestones.slice(0, 1) });
    await builder.client.record('amendCommitment', { ...less, reason: 'No works this year.' });
    const READ = `query ($id: ID!) { commitment(id: $id) { description milestones { what }
      openAmendment { kind description reason milestones { key what dueOn } mustAccept { id } } } }`;
    const read = async ({ client }: { readonly client: typeof network.anybody }) =>
      (await client.ask(READ, { id })).commitment;
    expect(await read(city)).toEqual({
      description: terms.description,
      milestones: [{ what: 'The permit.' }, { what: 'The works.' }],
      openAmendment: {
        kind: 'SERVICE',
        description: terms.description,
        reason: 'No works this year.',
        milestones: [{ key: 'permit', what: 'The permit.', dueOn: null }],
        mustAccept: [{ id: city.globalId }],
      },
    });
    for (const other of [evaluator, { client: network.anybody }]) {
      expect(await read(other)).toMatchObject({
        description: null,
        openAmendment: {
          kind: 'SERVICE',
          description: null,
          reason: null,
          milestones: [{ key: 'permit', what: null }],
        },
      });
    }
    await builder.client.record('dropAmendment', { commitmentId: id, termsVersion: 2 });
    expect(await read(city)).toMatchObject({ description: null, openAmendment: null });
  });
});

const OPINION = {
  scores: { results: 0, reliability: 0, openness: 0, learning: 0 },
  whatWorked: 'Nothing.',
  whatToTry: 'Ask first.',
};
