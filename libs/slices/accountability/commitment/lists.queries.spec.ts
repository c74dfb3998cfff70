import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PageError, type Page } from '@maillage/engine';
import { id } from '../../../../test/harness/given.js';
import { COMMITMENT_STATES, standingOfCommitment } from '../progress/queries.js';
import { fillMissions, openNetwork, type Network } from '../../../../test/harness/network.js';
import { BACKBONE, BUILDER, CITY, MISSION, NEIGHBOUR, opinion, OTHER_MISSION, TENANTS } from '../spec.fixtures.js';
import {
  commitmentPage,
  commitmentsOfMission,
  commitmentsOfOrganisation,
  type CommitmentFilter,
  type CommitmentsAsked,
} from './lists.queries.js';
import type { CommitmentRow } from './queries.js';

const [ROOFS, HOURS, RECORDS, ELSEWHERE, GONE, LATE] = [1, 2, 3, 4, 5, 6].map((n) => id(0x710 + n)) as [
  ...[string, string, string, string, string, string],
];
const ALL = [ROOFS, HOURS, RECORDS, ELSEWHERE, GONE, LATE];
const LATER = '2026-08-01T08:00:00.000Z';

let network: Network;

beforeAll(async () => {
  network = await openNetwork();
  await fillMissions(network);
  const { record } = network;
  const promise = (by: string, commitment: string, data: object) =>
    record(by, 'MakeCommitment', commitment, {
      missionId: MISSION,
      kind: 'SERVICE',
      description: 'A promise.',
      ...data,
    });
  const quantity = { amount: '10', unit: 'hour' };
  await promise(CITY, ROOFS, { dueOn: '2026-05-01', counterpartyIds: [TENANTS], description: 'Dry rôofs.' });
  await promise(BUILDER, HOURS, { kind: 'TIME', quantity, dueOn: '2026-07-01', counterpartyIds: [CITY] });
  await promise(CITY, RECORDS, { kind: 'DATA' });
  await promise(BUILDER, ELSEWHERE, { missionId: OTHER_MISSION, dueOn: '2026-05-01' });
  await promise(CITY, GONE, { dueOn: '2026-06-01' });
  const one = { quantity: { amount: '1', unit: 'hour' } };
  await promise(NEIGHBOUR, LATE, { ...one, dueOn: '2026-04-01', description: 'Roofs again.' });
  await record(CITY, 'WithdrawCommitment', GONE, { reason: 'No budget.' }, '2026-04-10T08:00:00.000Z');
  await record(
    BUILDER,
    'RecordContribution',
    HOURS,
    { date: '2026-03-01', contributionId: id(1), quantity: { amount: '4', unit: 'hour' } },
    LATER,
  );
  await record(
    BUILDER,
    'RecordContribution',
    HOURS,
    { date: '2026-07-10', contributionId: id(2), quantity: { amount: '6', unit: 'hour' } },
    LATER,
  );
  await record(NEIGHBOUR, 'RecordContribution', LATE, { date: '2026-04-15', contributionId: id(3), ...one }, LATER);
  await network.project();
});
afterAll(() => network.close());

const idsOf = (page: Page<CommitmentRow> | undefined) => page?.rows.map((row) => row.id);
const counted = { asks: { rows: true, otherSide: false, totalCount: true } };
const page = (asked: CommitmentsAsked) => commitmentPage.run(network.database, { ...counted, ...asked });

/** The commitments that a filter leaves of all; and their number is that of the rows. */
async function left(...filters: readonly CommitmentFilter[]): Promise<readonly string[]> {
  const { rows, totalCount } = await page({ filters });
  expect(totalCount).toBe(rows.length);
  return rows.map((row) => row.id);
}

describe('A filter of commitments', () => {
  it('leaves them all where it says nothing', async () => {
    expect(await left()).toEqual(ALL);
    expect(await left({})).toEqual(ALL);
  });

  it('takes the state that each of them has on the day', async () => {
    for (const on of ['2026-02-28', '2026-04-10', '2026-05-02', '2026-07-02', '2026-07-10', '2027-01-01']) {
      const standings = await standingOfCommitment.run(network.database, { keys: ALL, args: { on } });
      const states = standings.map((standing) => standing?.state);
      for (const state of COMMITMENT_STATES) {
        const expected = ALL.filter((_, n) => states[n] === state);
        expect([on, state, await left({ standing: { state: [state], on } })]).toEqual([on, state, expected]);
      }
      expect(await left({ standing: { state: COMMITMENT_STATES, on } })).toEqual(ALL);
      expect(await left({ standing: { state: [], on } })).toEqual([]);
    }
    expect(await left({ standing: { state: ['OVERDUE', 'WITHDRAWN'], on: '2026-07-02' } })).toEqual([
      ROOFS,
      HOURS,
      ELSEWHERE,
      GONE,
    ]);
  });

  it('takes what falls due between two days, both included, and nothing undated', async () => {
    expect(await left({ dueFrom: '2026-05-01', dueTo: '2026-06-01' })).toEqual([ROOFS, ELSEWHERE, GONE]);
    expect(await left({ dueFrom: '2026-05-02' })).toEqual([HOURS, GONE]);
    expect(await left({ dueTo: '2026-04-30' })).toEqual([LATE]);
  });

  it('takes what was promised of some kinds, by a part of its description, in a mission', async () => {
    expect(await left({ kind: ['TIME', 'DATA'] })).toEqual([HOURS, RECORDS]);
    expect(await left({ search: 'ROOFS' })).toEqual([ROOFS, LATE]);
    expect(await left({ missionId: OTHER_MISSION })).toEqual([ELSEWHERE]);
    expect(await left({ search: 'roofs' }, { dueTo: '2026-04-30' })).toEqual([LATE]);
  });

  it('takes those of an organisation, on either side or on one', async () => {
    expect(await left({ organisationId: CITY })).toEqual([ROOFS, HOURS, RECORDS, GONE]);
    expect(await left({ organisationId: CITY, part: 'PROMISOR' })).toEqual([ROOFS, RECORDS, GONE]);
    expect(await left({ organisationId: CITY, part: 'COUNTERPARTY' })).toEqual([HOURS]);
  });

  it('takes part in the lists of a mission and of an organisation as well, each parent by itself', async () => {
    const filters: readonly CommitmentFilter[] = [{ dueTo: '2026-05-31' }];
    const ofMissions = await commitmentsOfMission.run(network.database, {
      keys: [OTHER_MISSION, MISSION],
      args: { ...counted, filters },
    });
    expect(ofMissions.map((each) => [idsOf(each), each.totalCount])).toEqual([
      [[ELSEWHERE], 1],
      [[ROOFS, LATE], 2],
    ]);
    const [builder, city] = await commitmentsOfOrganisation.run(network.database, {
      keys: [BUILDER, CITY],
      args: { ...counted, filters: [{ part: 'COUNTERPARTY' }] },
    });
    expect([idsOf(builder), idsOf(city), builder?.totalCount, city?.totalCount]).toEqual([[], [HOURS], 0, 1]);
    const [shared] = await commitmentsOfOrganisation.run(network.database, {
      keys: [BUILDER],
      args: { filters: [{ part: 'PROMISOR', organisationId: CITY }] },
    });
    expect(idsOf(shared)).toEqual([HOURS]);
  });
});

describe('What changed since a position', () => {
  it('is whatever something was recorded of: its terms, what was given, what was said of the work', async () => {
    const since = async (position: bigint) => left({ changedSince: position.toString() });
    const before = await network.ledger.head();
    expect(await since(before)).toEqual([]);
    const reviewed = await network.record(
      NEIGHBOUR,
      'SubmitReview',
      ROOFS,
      { reviewId: id(9), reviewedId: CITY, ...opinion },
      LATER,
    );
    expect(await since(before)).toEqual([]);
    await network.project();
    expect(await since(before)).toEqual([ROOFS]);
    const given = await network.record(
      CITY,
      'RecordContribution',
      RECORDS,
      { date: '2026-06-01', contributionId: id(4) },
      LATER,
    );
    const amended = await network.record(
      BACKBONE,
      'MakeCommitment',
      id(0x721),
      { missionId: MISSION, kind: 'TIME', description: 'New.' },
      LATER,
    );
    await network.project();
    expect(await since(before)).toEqual([ROOFS, RECORDS, id(0x721)]);
    expect(await since(reviewed)).toEqual([RECORDS, id(0x721)]);
    expect(await since(given)).toEqual([id(0x721)]);
    expect(await since(amended)).toEqual([]);
    expect((await page({})).computedAt).toBe(amended.toString());
  });
});

describe('The order of commitments', () => {
  const DUE = [LATE, ROOFS, ELSEWHERE, GONE, HOURS, RECORDS, id(0x721)];

  it('is that of making them, either way, or that of their due dates, the undated last', async () => {
    expect(idsOf(await page({ orderBy: 'MADE' }))).toEqual([...ALL, id(0x721)]);
    expect(idsOf(await page({ orderBy: 'MADE_LATEST_FIRST' }))).toEqual([...ALL, id(0x721)].reverse());
    expect(idsOf(await page({ orderBy: 'DUE' }))).toEqual(DUE);
  });

  it('is paged both ways without loss or repetition, whatever the page', async () => {
    for (const size of [1, 2, 3]) {
      const forward: string[] = [];
      for (let next = await page({ orderBy: 'DUE', first: size }); ;) {
        forward.push(...(idsOf(next) ?? []));
        if (!next.hasNextPage) break;
        next = await page({ orderBy: 'DUE', first: size, after: next.cursors.at(-1) });
      }
      expect(forward).toEqual(DUE);
      const backward: string[] = [];
      for (let next = await page({ orderBy: 'DUE', last: size }); ;) {
        backward.unshift(...(idsOf(next) ?? []));
        if (!next.hasPreviousPage) break;
        next = await page({ orderBy: 'DUE', last: size, before: next.cursors[0] });
      }
      expect(backward).toEqual(DUE);
    }
  });

  it('refuses the cursor of another order', async () => {
    const { cursors } = await page({ orderBy: 'DUE', first: 1 });
    await expect(page({ orderBy: 'MADE', after: cursors[0] })).rejects.toThrow(PageError);
    const made = await page({ orderBy: 'MADE', first: 1 });
    await expect(page({ orderBy: 'DUE', before: made.cursors[0] })).rejects.toThrow(PageError);
  });
});
