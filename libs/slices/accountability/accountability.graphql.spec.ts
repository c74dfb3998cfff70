import { afterAll, beforeAll, describe, it, expect } from '@jest/globals';
import { createHash } from 'node:crypto';
import { logSlice, newId, PageError, toGlobalId, writeCursor, type Connection, type LogEvent } from '@maillage/engine';
import { openDocuments, type Documents } from '../../../test/harness/documents.js';
import { id } from '../../../test/harness/given.js';
import { fillMissions, openNetwork, type Network } from '../../../test/harness/network.js';
import { composite } from './shared.queries.js';
import { BACKBONE, BUILDER, CITY, EVALUATOR, MISSION, NEIGHBOUR, opinion, TENANTS, terms } from './spec.fixtures.js';

const DWELLINGS = id(0x31);

let network: Network;
let documents: Documents;

beforeAll(async () => {
  network = await openNetwork();
  documents = await openDocuments(network);
  await fillMissions(network);
  const { record, project } = network;
  await record(CITY, 'MakeCommitment', DWELLINGS, { missionId: MISSION, ...terms, counterpartyIds: [TENANTS] });
  await record(CITY, 'RecordContribution', DWELLINGS, { contributionId: id(1), date: '2026-02-20' });
  await record(TENANTS, 'CorroborateContribution', DWELLINGS, { contributionId: id(1) });
  await project();
});

afterAll(async () => {
  await documents.close();
  await network.close();
});

describe('Recording', () => {
  const global = (type: string, local: string) => toGlobalId(type, local);

  it('gives back what it made, and an amendment keeps the earlier terms', async () => {
    const input = {
      commandId: id(0xa01),
      missionId: global('Mission', MISSION),
      kind: 'TIME' as const,
      description: 'A day.',
    };
    const { makeCommitment } = await documents.ask(
      `mutation ($input: MakeCommitmentInput!) { makeCommitment(input: $input) {
        ... on CommitmentRecorded { commitment { id description promisors { id } } }
      } }`,
      { input },
      network.as(CITY),
    );
    expect(makeCommitment.commitment).toMatchObject({
      promisors: [{ id: global('Organisation', CITY) }],
      description: 'A day.',
    });
    const { missionId: _, ...again } = {
      ...input,
      commandId: id(0xa02),
      description: 'Two days.',
      reason: 'More staff.',
    };
    const { amendCommitment } = await documents.ask(
      `mutation ($input: AmendCommitmentInput!) { amendCommitment(input: $input) {
        ... on CommitmentRecorded { commitment { amended description terms { description reason } } }
      } }`,
      { input: { ...again, commitmentId: makeCommitment.commitment.id } },
      network.as(CITY),
    );
    expect(amendCommitment.commitment).toEqual({
      amended: true,
      description: 'Two days.',
      terms: [
        { description: 'A day.', reason: null },
        { description: 'Two days.', reason: 'More staff.' },
      ],
    });
  });

  it('finds a contribution that opened its commitment, and what is said of it, under its id', async () => {
    const opening = { missionId: global('Mission', MISSION), kind: 'TIME' as const, description: 'An evening.' };
    const { recordContribution } = await documents.ask(
      `mutation ($input: RecordContributionInput!) { recordContribution(input: $input) {
        ... on ContributionRecorded { contribution { id commitment { id } } commitment { id description } }
      } }`,
      { input: { commandId: id(0xa03), date: '2026-03-01', ...opening } },
      network.as(CITY),
    );
    const { contribution, commitment } = recordContribution;
    const opened = newId(id(0xa03));
    expect(commitment).toEqual({ id: global('Commitment', opened), description: 'An evening.' });
    expect(contribution).toEqual({
      id: global('Contribution', composite(opened, id(0xa03))),
      commitment: { id: commitment.id },
    });
    const verify = `mutation ($input: VerifyContributionInput!) { verifyContribution(input: $input) {
      ... on ContributionRecorded { contribution { id evidence } commitment { id } }
      ... on VerifyContributionRefused { code path }
    } }`;
    const said = { commandId: id(0xa04), contributionId: contribution.id, noTies: true, finding: 'So it was.' };
    const verified = await documents.ask(verify, { input: said }, network.as(EVALUATOR));
    expect(verified.verifyContribution).toEqual({
      // Its evaluator is not accredited.
      contribution: { id: contribution.id, evidence: 'CORROBORATED' },
      commitment: { id: commitment.id },
    });
    const forged = { ...said, commandId: id(0xa05), contributionId: global('Contribution', id(9)) };
    const refused = await documents.ask(verify, { input: forged }, network.as(EVALUATOR));
    expect(refused.verifyContribution).toEqual({ code: 'INVALID_INPUT', path: ['contributionId'] });
  });

  it('shows a review with its versions and its answer', async () => {
    const shown = `... on ReviewRecorded {
      review { id scores { results } answer { text disclosure } versions { scores { results } whatWorked { text } } }
      commitment { id }
    }`;
    const submit = `mutation ($input: SubmitReviewInput!) { submitReview(input: $input) { ${shown} } }`;
    const revise = `mutation ($input: ReviseReviewInput!) { reviseReview(input: $input) { ${shown} } }`;
    const answer = `mutation ($input: AnswerReviewInput!) { answerReview(input: $input) { ${shown} } }`;
    const [commitmentId, reviewedId] = [global('Commitment', DWELLINGS), global('Organisation', CITY)];
    const reviewId = global('Review', composite(DWELLINGS, id(0xa06)));

    const submitted = { commandId: id(0xa06), commitmentId, reviewedId, ...opinion };
    const { submitReview } = await documents.ask(submit, { input: submitted }, network.as(NEIGHBOUR));
    expect(submitReview).toMatchObject({ review: { id: reviewId, answer: null }, commitment: { id: commitmentId } });

    const scores = { ...opinion.scores, results: 4 };
    const revised = { commandId: id(0xa07), reviewId, ...opinion, scores, whatWorked: 'They asked twice.' };
    await documents.ask(revise, { input: revised }, network.as(NEIGHBOUR));
    const said = { commandId: id(0xa08), reviewId, answer: 'We will.' };
    const { answerReview } = await documents.ask(answer, { input: said }, network.as(CITY));
    expect(answerReview.review).toEqual({
      id: reviewId,
      scores: { results: 4 },
      answer: { text: 'We will.', disclosure: 'PUBLIC' },
      versions: [
        { scores: { results: 3 }, whatWorked: { text: opinion.whatWorked } },
        { scores: { results: 4 }, whatWorked: { text: 'They asked twice.' } },
      ],
    });
  });

  it('tells that an organisation cannot judge, and of which commitment, or why it may not say so', async () => {
    const decline = `mutation ($input: DeclineReviewInput!) { declineReview(input: $input) {
      ... on ReviewDeclined { commitment { id } receipt { events { type } } }
      ... on DeclineReviewRefused { code }
    } }`;
    const commitmentId = global('Commitment', DWELLINGS);
    const input = { commandId: id(0xa09), commitmentId, reviewedId: global('Organisation', CITY) };
    const { declineReview } = await documents.ask(decline, { input }, network.as(BUILDER));
    expect(declineReview).toEqual({
      commitment: { id: commitmentId },
      receipt: { events: [{ type: 'ReviewDeclined' }] },
    });
    const again = await documents.ask(decline, { input: { ...input, commandId: id(0xa0a) } }, network.as(BUILDER));
    expect(again.declineReview).toEqual({ code: 'ALREADY_DECLINED' });
  });
});

describe('A mission', () => {
  const global = (type: string, local: string) => toGlobalId(type, local);

  it('lists terms that replaced others, and reviews that somebody learned from or that nobody did', async () => {
    const { record, project } = network;
    const [learned, other] = [id(0xa06), id(0xa0b)];
    await record(BACKBONE, 'SubmitReview', DWELLINGS, { reviewId: other, reviewedId: CITY, ...opinion });
    await record(CITY, 'MarkLearned', DWELLINGS, { reviewId: learned });
    await project();
    const { mission, organisation } = await documents.ask(
      `query ($missionId: ID!, $commitmentId: ID!, $reviewedId: ID!, $id: ID!) {
        mission(id: $missionId) {
          termChanges(first: 5) { totalCount nodes { version reason commitment { description } } }
          learned: reviews(learned: true) { nodes { id } }
          others: reviews(learned: false) { nodes { id } }
          reviews { totalCount }
        }
        organisation(id: $id) {
          theirs: reviewsGiven(commitmentId: $commitmentId, reviewedId: $reviewedId) { nodes { id } }
          none: reviewsGiven(commitmentId: $commitmentId, reviewedId: $id) { nodes { id } }
        }
      }`,
      {
        missionId: global('Mission', MISSION),
        commitmentId: global('Commitment', DWELLINGS),
        reviewedId: global('Organisation', CITY),
        id: global('Organisation', BACKBONE),
      },
    );
    const review = (of: string) => ({ id: global('Review', composite(DWELLINGS, of)) });
    expect(mission).toEqual({
      termChanges: {
        totalCount: 1,
        nodes: [{ version: 2, reason: 'More staff.', commitment: { description: 'Two days.' } }],
      },
      learned: { nodes: [review(learned)] },
      others: { nodes: [review(other)] },
      reviews: { totalCount: 2 },
    });
    expect(organisation).toEqual({ theirs: { nodes: [review(other)] }, none: { nodes: [] } });
  });

  it('counts what was given to each of its promises in one statement, by how well it is attested', async () => {
    network.spent();
    const { mission } = await documents.ask(
      `query ($id: ID!) { mission(id: $id) { commitments(first: 2) { nodes {
        contributionCounts(on: "2026-03-01") { evidence count disputed }
      } } } }`,
      { id: global('Mission', MISSION) },
    );
    // The mission, its commitments, and all their counts.
    expect(network.spent()).toHaveLength(3);
    expect(mission.commitments.nodes).toEqual([
      { contributionCounts: [{ evidence: 'CORROBORATED', count: 1, disputed: 0 }] },
      { contributionCounts: [] },
    ]);
  });
});

describe('The log', () => {
  const resolver = () => {
    const [Log] = logSlice.resolvers;
    const { bus, database, ledger, registry } = network;
    return new (Log as new (...injected: unknown[]) => LogReader)(bus, database, ledger, registry);
  };
  interface LogReader {
    events(args: object): Promise<Connection<LogEvent>>;
    head(): Promise<string>;
    views(): Promise<readonly { readonly name: string; readonly lag: string; readonly state: string }[]>;
  }

  it('is read by stream, type, organisation and position, and each entry hashes to its leaf', async () => {
    const stream = `commitment/${DWELLINGS}`;
    const { nodes } = await resolver().events({ first: 2, after: null, stream });
    expect(nodes.map(({ type, version }) => [type, version])).toEqual([
      ['CommitmentMade', '1'],
      ['ContributionRecorded', '2'],
    ]);
    for (const { entry, hash } of nodes) {
      expect(createHash('sha256').update('\0').update(entry, 'utf8').digest('hex')).toBe(hash);
    }
    const organisationId = toGlobalId('Organisation', TENANTS);
    const said = await resolver().events({ first: 10, organisationId, type: 'ContributionCorroborated' });
    expect(said.nodes).toEqual([expect.objectContaining({ stream, organisation: organisationId, member: null })]);
    const next = await resolver().events({ first: 1, fromPosition: '5', after: writeCursor(['6']) });
    expect(next.nodes.map(({ position }) => position)).toEqual(['7']);
    await expect(resolver().events({ first: 1, after: writeCursor(['x']) })).rejects.toThrow(PageError);
  });

  it('tells its head, and how far each view is behind it', async () => {
    await network.project();
    const before = await resolver().head();
    const at = await network.record(CITY, 'MakeCommitment', id(0xb01), {
      missionId: MISSION,
      kind: 'TIME',
      description: 'Soon.',
    });
    expect([BigInt(before), await resolver().head()]).toEqual([at - 1n, at.toString()]);
    const views = await resolver().views();
    expect(views.map(({ name, lag, state }) => [name, lag, state])).toContainEqual(['timeline', '1', 'RUNNING']);
  });
});
