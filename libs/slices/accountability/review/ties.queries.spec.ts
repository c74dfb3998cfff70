import { afterAll, beforeAll, describe, it, expect } from '@jest/globals';
import { id } from '../../../../test/harness/given.js';
import { fillMissions, openNetwork, type Network } from '../../../../test/harness/network.js';
import { tiesOf } from './ties.graphql.js';
import { tiesBeside, type Tie } from './ties.js';
import { composite } from '../shared.queries.js';
import {
  BACKBONE,
  BUILDER,
  CITY,
  EVALUATOR,
  MISSION,
  NEIGHBOUR,
  opinion,
  OTHER_MISSION,
  TENANTS,
  terms,
} from '../spec.fixtures.js';

const ANNE = id(0xa1);
const SUBJECT = id(0x31);
/** Exactly 365 days before it is 1 March 2025: 2026 and 2025 are common years. */
const REVIEWED_ON = '2026-03-01T23:59:59.999Z';

describe('Of each kind of tie', () => {
  it('one is shown, and what is found outweighs what is declared', () => {
    const payment = 'commitment/contribution';
    const nothing = { payment: null, sharedMember: false };
    const shown = (tie: Partial<Tie>) => ({ contributionKey: null, ...tie });
    expect(tiesBeside([], nothing)).toEqual([]);
    expect(tiesBeside(['SHARED_MEMBER', 'PAYMENT'], nothing)).toEqual([
      shown({ kind: 'PAYMENT', basis: 'DECLARED' }),
      shown({ kind: 'SHARED_MEMBER', basis: 'DECLARED' }),
    ]);
    expect(tiesBeside(['SHARED_MEMBER', 'PAYMENT'], { payment, sharedMember: true })).toEqual([
      shown({ kind: 'PAYMENT', basis: 'FOUND', contributionKey: payment }),
      shown({ kind: 'SHARED_MEMBER', basis: 'FOUND' }),
    ]);
    expect(tiesBeside(['SHARED_MEMBER'], { payment, sharedMember: false })).toEqual([
      shown({ kind: 'PAYMENT', basis: 'FOUND', contributionKey: payment }),
      shown({ kind: 'SHARED_MEMBER', basis: 'DECLARED' }),
    ]);
  });
});

describe('The ties of a review', () => {
  let network: Network;
  let made = 0x1000;

  beforeAll(async () => {
    network = await openNetwork();
    await fillMissions(network);
    await network.record(CITY, 'MakeCommitment', SUBJECT, { missionId: MISSION, ...terms });
  });
  afterAll(() => network.close());

  interface Payment {
    readonly from: string;
    readonly to: string;
    readonly on: string;
    readonly kind?: 'MONEY' | 'TIME';
    readonly missionId?: string;
  }

  /** @returns its composite key. */
  async function pay({ from, to, on, kind = 'MONEY', missionId = OTHER_MISSION }: Payment): Promise<string> {
    const [commitment, contributionId] = [id((made += 1)), id((made += 1))];
    const quantity = { amount: '500', unit: kind === 'MONEY' ? 'EUR' : 'hour' };
    await network.record(
      from,
      'RecordContribution',
      commitment,
      {
        missionId,
        kind,
        description: 'For their work.',
        counterpartyIds: [to],
        contributionId,
        quantity,
        period: { from: '2020-01-01', to: on },
      },
      '2028-01-01T00:00:00.000Z',
    );
    return composite(commitment, contributionId);
  }

  /** A review of the city by that organisation, and how to see its ties. */
  async function review(by: string, ties: readonly string[] = [], member?: string) {
    const reviewId = id((made += 1));
    const data = { reviewId, reviewedId: CITY, ...opinion, ties };
    await network.record(by, 'SubmitReview', SUBJECT, data, REVIEWED_ON, member);
    return async () => {
      await network.project();
      return tiesOf(network.as(), composite(SUBJECT, reviewId));
    };
  }
  const payment = (contributionKey: string) => ({ kind: 'PAYMENT', basis: 'FOUND', contributionKey });
  const declared = (kind: string) => ({ kind, basis: 'DECLARED', contributionKey: null });

  it('hold a payment in either direction and in any mission, from a year before it to its own day, the latest', async () => {
    const ties = await review(NEIGHBOUR);
    await pay({ from: NEIGHBOUR, to: CITY, on: '2025-02-28' });
    await pay({ from: CITY, to: NEIGHBOUR, on: '2026-03-02' });
    await pay({ from: CITY, to: NEIGHBOUR, on: '2026-02-01', kind: 'TIME' });
    await pay({ from: CITY, to: BUILDER, on: '2026-02-01' });
    expect(await ties()).toEqual([]);
    const early = await pay({ from: NEIGHBOUR, to: CITY, on: '2025-03-01' });
    expect(await ties()).toEqual([payment(early)]);
    const late = await pay({ from: CITY, to: NEIGHBOUR, on: '2026-03-01', missionId: MISSION });
    await pay({ from: NEIGHBOUR, to: CITY, on: '2025-12-24' });
    expect(await ties()).toEqual([payment(late)]);
  });

  it('hold none that is disputed', async () => {
    const ties = await review(EVALUATOR);
    const key = await pay({ from: EVALUATOR, to: CITY, on: '2026-02-01' });
    expect(await ties()).toEqual([payment(key)]);
    const [commitment = '', contributionId = ''] = key.split('/');
    await network.record(BACKBONE, 'DisputeContribution', commitment, { contributionId, reason: 'It never came.' });
    expect(await ties()).toEqual([]);
  });

  it('hold what is declared, until the log shows it', async () => {
    const ties = await review(BUILDER, ['SHARED_MEMBER', 'PAYMENT']);
    // The city paid it in the first of these tests.
    const [paid, shared] = await ties();
    expect([paid?.basis, shared]).toEqual(['FOUND', declared('SHARED_MEMBER')]);
  });

  it('hold a shared member that had acted for both by then, and no other', async () => {
    const { record } = network;
    const promise = { missionId: MISSION, kind: 'TIME', description: 'A day.' };
    await record(CITY, 'MakeCommitment', id(0x901), promise, undefined, ANNE);
    // Anne signs for another organisation too, and somebody else for the backbone.
    await record(TENANTS, 'ReviseOrganisation', TENANTS, { name: 'Tenants', sector: 'CIVIL_SOCIETY' }, undefined, ANNE);
    const before = await review(BACKBONE, [], id(0xa2));
    expect(await before()).toEqual([]);
    await record(BACKBONE, 'MakeCommitment', id(0x902), promise, undefined, ANNE);
    expect(await before()).toEqual([]);
    await record(TENANTS, 'JoinMission', MISSION, { role: 'MEMBER' });
    const by = await review(TENANTS, ['SHARED_MEMBER']);
    expect(await by()).toEqual([{ kind: 'SHARED_MEMBER', basis: 'FOUND', contributionKey: null }]);
  });

  it('hold the member that signs the review itself', async () => {
    const other = id(0x32);
    const { record, project } = network;
    await record(NEIGHBOUR, 'MakeCommitment', other, { missionId: MISSION, ...terms }, undefined, id(0xa3));
    await record(
      BUILDER,
      'SubmitReview',
      other,
      { reviewedId: NEIGHBOUR, reviewId: id(0x77), ...opinion },
      undefined,
      id(0xa3),
    );
    await project();
    expect(await tiesOf(network.as(), composite(other, id(0x77)))).toEqual([
      { kind: 'SHARED_MEMBER', basis: 'FOUND', contributionKey: null },
    ]);
  });

  it('are found in a statement of each kind for many reviews, and none for one that is not there', async () => {
    await network.project();
    const { rows } = await network.database.pool.query<{ key: string }>(
      `select commitment_id || '/' || id as key from review order by position`,
    );
    network.spent();
    const keys = [composite(SUBJECT, id(0xfff)), ...rows.map(({ key }) => key)];
    const context = network.as();
    const found = await Promise.all(keys.map((key) => tiesOf(context, key)));
    // What the slice knows of all of them, and the port it asks about shared members.
    expect(network.spent()).toHaveLength(2);
    expect(found.map((ties) => ties.map(({ kind }) => kind))).toEqual([
      [],
      ['PAYMENT'],
      [],
      ['PAYMENT', 'SHARED_MEMBER'],
      [],
      ['SHARED_MEMBER'],
      ['SHARED_MEMBER'],
    ]);
  });

  it('are looked for up to each revision: no later word is said unseen', async () => {
    const other = id(0x33);
    const reviewId = id(0x78);
    const { record, project } = network;
    const promise = { missionId: MISSION, kind: 'TIME', description: 'A day.' };
    await record(NEIGHBOUR, 'MakeCommitment', other, { missionId: MISSION, ...terms }, undefined, id(0xa4));
    await record(EVALUATOR, 'SubmitReview', other, { reviewedId: NEIGHBOUR, reviewId, ...opinion }, REVIEWED_ON);
    await pay({ from: NEIGHBOUR, to: EVALUATOR, on: '2026-03-31' });
    await pay({ from: EVALUATOR, to: NEIGHBOUR, on: '2027-04-02' });
    const paid = await pay({ from: EVALUATOR, to: NEIGHBOUR, on: '2026-04-01' });
    await record(EVALUATOR, 'MakeCommitment', id(0x903), promise, undefined, id(0xa4));
    const ties = async () => {
      await project();
      return tiesOf(network.as(), composite(other, reviewId));
    };
    expect(await ties()).toEqual([]);
    const revise = (on: string) => record(EVALUATOR, 'ReviseReview', other, { reviewId, ...opinion }, on);
    // The year before it begins on the day after the first payment; what was paid between the two years is not found.
    await revise('2027-04-01T00:00:00.000Z');
    const found = [payment(paid), { kind: 'SHARED_MEMBER', basis: 'FOUND', contributionKey: null }];
    expect(await ties()).toEqual(found);
    // What an earlier version was said under stays beside the review, however late the next.
    await revise('2030-01-01T00:00:00.000Z');
    expect(await ties()).toEqual(found);
  });
});
