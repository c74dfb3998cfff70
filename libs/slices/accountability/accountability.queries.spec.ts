import { afterAll, beforeAll, describe, it, expect } from '@jest/globals';
import { PageError, toGlobalId, writeCursor } from '@maillage/engine';
import { TestClock } from '../../../test/harness/clock.js';
import { openDocuments, type Documents } from '../../../test/harness/documents.js';
import { id } from '../../../test/harness/given.js';
import { releaseThoseDissolved } from './commitment/dissolved.js';
import { untiedBackbonesOf } from './commitment/changes.queries.js';
import { commitmentPage, type CommitmentFilter } from './commitment/lists.queries.js';
import { contributionsOfCommitment, contributionsOfOrganisation } from './contribution/queries.js';
import { usualPromisesOf } from './progress/usual.queries.js';
import { commitmentCountsOf } from './progress/counts.queries.js';
import { progressOfMission, standingOfCommitment } from './progress/queries.js';
import { fillMissions, openNetwork, type Network } from '../../../test/harness/network.js';
import {
  BACKBONE,
  BUILDER,
  CITY,
  EVALUATOR,
  MISSION,
  NEIGHBOUR,
  OTHER_MISSION,
  TENANTS,
  terms,
} from './spec.fixtures.js';

const LATER = '2026-08-01T08:00:00.000Z';
const [DWELLINGS, MONEY, RECORDS, HOURS, DOLLARS] = [id(0x31), id(0x32), id(0x33), id(0x34), id(0x35)] as const;
const UNKNOWN = id(0xfff);

let network: Network;
let documents: Documents;

beforeAll(async () => {
  network = await openNetwork();
  documents = await openDocuments(network);
  await fillMissions(network);
  const { record } = network;
  const promise = { missionId: MISSION, description: 'What we promise.' };
  const parties = { promisorIds: [CITY, BUILDER], counterpartyIds: [TENANTS] };
  const quantity = (amount: string, unit: string) => ({ quantity: { amount, unit } });

  await record(CITY, 'MakeCommitment', DWELLINGS, { missionId: MISSION, ...terms, ...parties });
  await record(BUILDER, 'AcceptCommitment', DWELLINGS, { termsVersion: 1 });
  await record(CITY, 'MakeCommitment', MONEY, { ...promise, kind: 'MONEY', ...quantity('100.5', 'EUR') });
  await record(CITY, 'MakeCommitment', RECORDS, { ...promise, kind: 'DATA', dueOn: '2026-05-31' });
  await record(BUILDER, 'MakeCommitment', HOURS, { ...promise, kind: 'TIME' });
  await record(BUILDER, 'MakeCommitment', DOLLARS, { ...promise, kind: 'MONEY', ...quantity('50', 'USD') });
  await record(BUILDER, 'AmendCommitment', DOLLARS, {
    kind: 'MONEY',
    description: 'What we promise, in other words.',
    ...quantity('50', 'USD'),
    reason: 'Nobody understood it.',
  });
  await record(CITY, 'WithdrawCommitment', MONEY, { reason: 'The budget was cut.' }, '2026-04-02T23:30:00.000Z');

  const give = (by: string, to: string, date: string, more: object) =>
    record(by, 'RecordContribution', to, { date, ...more }, LATER);
  await give(CITY, DWELLINGS, '2026-03-02', { contributionId: id(1), ...quantity('10.5', 'dwelling') });
  await give(BUILDER, DWELLINGS, '2026-07-15', { contributionId: id(2), ...quantity('29.5', 'dwelling') });
  await give(CITY, RECORDS, '2026-05-10', { contributionId: id(3) });
  await give(BUILDER, HOURS, '2026-03-01', { contributionId: id(4), ...quantity('8', 'hour'), completes: true });
  await give(BUILDER, HOURS, '2026-03-02', { contributionId: id(5), ...quantity('2', 'day') });
  await give(BUILDER, DOLLARS, '2026-03-03', { contributionId: id(6), ...quantity('49.99', 'USD') });
  await give(BUILDER, DOLLARS, '2026-03-04', { contributionId: id(7) });
  await record(TENANTS, 'CorroborateContribution', DWELLINGS, { contributionId: id(1), statement: 'Dry.' }, LATER);
  await record(EVALUATOR, 'VerifyContribution', HOURS, { contributionId: id(4), noTies: true }, LATER);
  await record(BACKBONE, 'DisputeContribution', RECORDS, { contributionId: id(3), reason: 'Not there.' }, LATER);
  await network.project();
});

afterAll(async () => {
  await documents.close();
  await network.close();
});

const standings = (on: string, ...keys: string[]) => standingOfCommitment.run(network.database, { keys, args: { on } });
const states = async (on: string, ...keys: string[]) => (await standings(on, ...keys)).map((each) => each?.state);

describe('The state of a commitment', () => {
  it('is DUE until its due date has passed, then OVERDUE, and KEPT though late', async () => {
    expect(await states('2026-02-19', DWELLINGS)).toEqual(['DUE']);
    expect(await states('2026-06-30', DWELLINGS)).toEqual(['DUE']);
    expect(await states('2026-07-01', DWELLINGS)).toEqual(['OVERDUE']);
    expect(await states('2026-07-14', DWELLINGS)).toEqual(['OVERDUE']);
    expect(await states('2026-07-15', DWELLINGS)).toEqual(['KEPT']);
  });

  it('comes with what was delivered by then, exactly', async () => {
    expect((await standings('2026-02-19', DWELLINGS))[0]?.delivered).toBe('0');
    expect((await standings('2026-07-14', DWELLINGS))[0]?.delivered).toBe('10.5');
    expect((await standings('2026-07-15', DWELLINGS))[0]?.delivered).toBe('40');
    expect((await standings('2026-07-15', HOURS))[0]?.delivered).toBeNull();
  });

  it('is WITHDRAWN from the day of withdrawal, in UTC, and what the rest says before', async () => {
    expect(await states('2026-04-01', MONEY)).toEqual(['DUE']);
    expect(await states('2026-04-02', MONEY)).toEqual(['WITHDRAWN']);
  });

  it('is KEPT for an unquantified promise once something completes it, and that is verified', async () => {
    expect(await states('2026-02-28', HOURS)).toEqual(['DUE']);
    expect(await states('2026-03-01', HOURS)).toEqual(['KEPT']);
    expect(await states('2026-06-01', RECORDS)).toEqual(['OVERDUE']);
  });

  it('is not KEPT a cent short, nor by gifts that are not counted', async () => {
    expect(await states('2026-12-31', DOLLARS)).toEqual(['DUE']);
  });

  it('is told for many in one statement, in the order asked', async () => {
    network.spent();
    expect(await states('2026-07-01', HOURS, UNKNOWN, DWELLINGS)).toEqual(['KEPT', undefined, 'OVERDUE']);
    expect(network.spent()).toHaveLength(1);
  });
});

describe('The progress of a mission', () => {
  it('counts commitments, and adds up amounts by unit only', async () => {
    network.spent();
    const asked = { keys: [MISSION, OTHER_MISSION], args: { on: '2026-07-20' } };
    const [progress, empty] = await progressOfMission.run(network.database, asked);
    // The figures, and where the views stand.
    expect(network.spent()).toHaveLength(1);
    expect(await progressOfMission.run(network.database, asked)).toEqual([progress, empty]);
    // Where they stand: there is nothing else to ask.
    expect(network.spent()).toEqual([expect.not.stringContaining('commitment')]);
    const head = (await network.ledger.head()).toString();
    expect(progress?.computedAt).toBe(head);
    expect(empty).toEqual({ commitments: [], promised: [], contributions: [], computedAt: head });
    expect(progress?.commitments.map(({ kind, state, count }) => [kind, state, count])).toEqual([
      ['DATA', 'OVERDUE', 1],
      ['MONEY', 'DUE', 1],
      ['MONEY', 'WITHDRAWN', 1],
      ['SERVICE', 'KEPT', 1],
      ['TIME', 'KEPT', 1],
    ]);
    expect(progress?.promised.map(({ kind, unit, amount, count }) => [kind, unit, amount, count])).toEqual([
      ['MONEY', 'USD', '50', 1],
      ['SERVICE', 'dwelling', '40', 1],
    ]);
    expect(progress?.promised.map(({ delivered }) => delivered.map((each) => [each.evidence, each.amount]))).toEqual([
      [['DECLARED', '49.99']],
      [
        ['CORROBORATED', '10.5'],
        ['DECLARED', '29.5'],
      ],
    ]);
    expect(
      progress?.contributions.map((sum) => [sum.kind, sum.evidence, sum.unit, sum.amount, sum.count, sum.disputed]),
    ).toEqual([
      ['DATA', 'DECLARED', null, null, 1, 1],
      ['MONEY', 'DECLARED', 'USD', '49.99', 1, 0],
      ['MONEY', 'DECLARED', null, null, 1, 0],
      ['SERVICE', 'CORROBORATED', 'dwelling', '10.5', 1, 0],
      ['SERVICE', 'DECLARED', 'dwelling', '29.5', 1, 0],
      // By an evaluator that nobody accredited.
      ['TIME', 'CORROBORATED', 'hour', '8', 1, 0],
      ['TIME', 'DECLARED', 'day', '2', 1, 0],
    ]);
  });

  it('is as it was on an earlier date', async () => {
    const ofMission = `query ($id: ID!, $on: Date!) { mission(id: $id) { progress(on: $on) {
      kept due overdue withdrawn contributions { count } promised { amount }
    } } }`;
    const on = async (date: string) => {
      const { mission } = await documents.ask(ofMission, { id: toGlobalId('Mission', MISSION), on: date });
      return mission.progress;
    };
    expect(await on('2026-04-01')).toMatchObject({ kept: 1, due: 4, overdue: 0, withdrawn: 0 });
    expect(await on('2026-07-20')).toMatchObject({ kept: 2, due: 1, overdue: 1, withdrawn: 1 });
    expect((await on('2026-02-28')).contributions).toEqual([]);
    expect((await on('2026-04-01')).promised).toHaveLength(3);
    await expect(on('2026-02-30')).rejects.toThrow(/^on: is not a date that exists/);
  });
});

describe('What became of the promises of an organisation', () => {
  it('is counted: kept of made, taken back, changed and under way, on a day', async () => {
    const ofOrganisation = `query ($id: ID!, $on: Date!) { organisation(id: $id) { commitmentCounts(on: $on) {
      made kept due overdue closed released withdrawn changed
    } } }`;
    const of = async (organisation: string, on: string) => {
      const { organisation: found } = await documents.ask(ofOrganisation, {
        id: toGlobalId('Organisation', organisation),
        on,
      });
      return found.commitmentCounts;
    };
    const none = { made: 0, kept: 0, due: 0, overdue: 0, closed: 0, released: 0, withdrawn: 0, changed: 0 };
    expect(await of(CITY, '2026-04-01')).toEqual({ ...none, made: 3, due: 3 });
    expect(await of(CITY, '2026-07-20')).toEqual({ ...none, made: 3, kept: 1, overdue: 1, withdrawn: 1 });
    expect(await of(BUILDER, '2026-07-20')).toEqual({ ...none, made: 3, kept: 2, due: 1, changed: 1 });
    // Whom something is promised to has promised nothing.
    expect(await of(TENANTS, '2026-07-20')).toEqual(none);
  });
});

describe('Pages', () => {
  it('follow their cursors to the end without loss or repetition', async () => {
    const page = (after?: string) =>
      commitmentPage.run(network.database, { first: 2, after, filters: [{ missionId: MISSION }] });
    const seen: string[] = [];
    for (let next = await page(); ; next = await page(writeCursor([next.rows.at(-1)?.position ?? '']))) {
      seen.push(...next.rows.map((row) => row.id));
      if (!next.hasNextPage) break;
    }
    expect(seen).toEqual([DWELLINGS, MONEY, RECORDS, HOURS, DOLLARS]);
  });

  it('are filtered by kind, by a part of the description and by party, on either side', async () => {
    const ids = async (filter: CommitmentFilter) =>
      (await commitmentPage.run(network.database, { filters: [filter] })).rows.map((row) => row.id);
    expect(await ids({ kind: ['MONEY'] })).toEqual([MONEY, DOLLARS]);
    expect(await ids({ organisationId: TENANTS })).toEqual([DWELLINGS]);
    expect(await ids({ search: 'WE PRÔMISE', kind: ['MONEY'] })).toEqual([MONEY, DOLLARS]);
    expect(await ids({ search: 'promise’ we', kind: ['MONEY'] })).toEqual([MONEY, DOLLARS]);
    expect(await ids({ search: 'we p%e' })).toEqual([]);
    expect(await ids({ missionId: OTHER_MISSION })).toEqual([]);
  });

  it('refuse a forged cursor', async () => {
    const forged = { first: 2, after: writeCursor(['1; drop table event']) };
    await expect(commitmentPage.run(network.database, forged)).rejects.toThrow(PageError);
  });

  it('are cut for each parent by itself, in one statement', async () => {
    network.spent();
    const [dwellings, none, hours] = await contributionsOfCommitment.run(network.database, {
      keys: [DWELLINGS, MONEY, HOURS],
      args: { first: 1 },
    });
    expect(network.spent()).toHaveLength(1);
    expect([dwellings, none, hours].map((page) => [page?.rows.map((row) => row.id), page?.hasNextPage])).toEqual([
      [[id(1)], true],
      [[], false],
      [[id(4)], true],
    ]);
    const [given] = await contributionsOfOrganisation.run(network.database, { keys: [BUILDER], args: { first: 10 } });
    expect(given?.rows.map((row) => row.id)).toEqual([id(2), id(4), id(5), id(6), id(7)]);
  });

  it('show an organisation’s commitments by its part in them', async () => {
    const ofOrganisation = `query ($id: ID!, $part: CommitmentPart) {
      organisation(id: $id) { commitments(first: 10, part: $part) { nodes { id } } }
    }`;
    const of = async (local: string, part?: 'PROMISOR' | 'COUNTERPARTY') => {
      const { organisation } = await documents.ask(ofOrganisation, { id: toGlobalId('Organisation', local), part });
      const nodes = organisation.commitments.nodes as readonly { readonly id: string }[];
      return nodes.map((each) => each.id);
    };
    const promises = (...ids: readonly string[]) => ids.map((local) => toGlobalId('Commitment', local));
    expect(await of(BUILDER)).toEqual(promises(DWELLINGS, HOURS, DOLLARS));
    expect(await of(TENANTS, 'COUNTERPARTY')).toEqual(promises(DWELLINGS));
    expect(await of(TENANTS, 'PROMISOR')).toEqual([]);
  });
});

describe('A mission page', () => {
  it('costs a fixed number of statements, however many rows', async () => {
    for (let n = 0; n < 25; n += 1) {
      const by = n % 2 === 0 ? CITY : BUILDER;
      const quantity = { amount: '3', unit: 'hour' };
      await network.record(by, 'MakeCommitment', id(0x900 + n), {
        missionId: OTHER_MISSION,
        kind: 'TIME',
        quantity,
        description: 'Three hours.',
        counterpartyIds: [TENANTS],
      });
      await network.record(by, 'RecordContribution', id(0x900 + n), { date: '2026-03-01', quantity });
    }
    await network.project();
    network.spent();

    const { mission } = await documents.ask(
      `query ($id: ID!, $on: Date!) { mission(id: $id) {
        progress(on: $on) { kept promised { unit amount count } }
        commitments(first: 20) { nodes {
          state(on: $on) delivered(on: $on) { amount unit }
          promisors { id } counterparties { id }
          contributions(first: 5) { nodes { contributor { id } } }
        } }
      } }`,
      { id: toGlobalId('Mission', OTHER_MISSION), on: '2026-03-02' },
    );
    const { progress, commitments } = mission;
    // The mission, its progress, commitments with their parties, standings, contributions, organisations.
    expect(network.spent()).toHaveLength(6);
    expect(progress).toMatchObject({ kept: 25, promised: [{ unit: 'hour', amount: '75', count: 25 }] });
    expect(commitments.nodes).toHaveLength(20);
    const builder = { id: toGlobalId('Organisation', BUILDER) };
    expect(commitments.nodes[1]).toEqual({
      state: 'KEPT',
      delivered: { amount: '3', unit: 'hour' },
      promisors: [builder],
      counterparties: [{ id: toGlobalId('Organisation', TENANTS) }],
      contributions: { nodes: [{ contributor: builder }] },
    });
  });
});

describe('An organisation that exists no more', () => {
  it('is let go by the ledger of what it left to do, once, and the last of its successors takes that on', async () => {
    const { record, project, database, ledger, bus } = network;
    const [open, kept, missed] = [id(0x41), id(0x42), id(0x43)];
    for (const made of [open, kept]) await record(NEIGHBOUR, 'MakeCommitment', made, { missionId: MISSION, ...terms });
    await record(NEIGHBOUR, 'RecordContribution', kept, { date: '2026-03-01', quantity: terms.quantity });
    const made = { missionId: MISSION, ...terms, dueOn: '2026-03-31' };
    await record(NEIGHBOUR, 'MakeCommitment', missed, made);
    const ends = (by: string, successorId: string, day: string) =>
      record(by, 'DissolveOrganisation', by, { successorId, reason: 'Merged.' }, `${day}T12:00:00.000Z`);
    await ends(NEIGHBOUR, BACKBONE, '2026-04-01');
    await project();
    const clock = new TestClock('2026-04-02T12:00:00.000Z');
    const follow = () => releaseThoseDissolved({ database, clock, execute: (command) => bus.dispatch(command) });
    await follow();
    expect(await states('2026-03-31', open, kept)).toEqual(['DUE', 'KEPT']);
    expect(await states('2026-04-02', open, kept, missed)).toEqual(['RELEASED', 'KEPT', 'OVERDUE']);
    const counted = { keys: [NEIGHBOUR], args: { on: '2026-04-02' } };
    expect(await commitmentCountsOf.run(database, counted)).toMatchObject([
      { made: 3, released: 1, kept: 1, overdue: 1, due: 0 },
    ]);
    const head = await ledger.head();
    await follow();
    expect(await ledger.head()).toBe(head);
    // The one that was asked is no party by that, and ends without an answer.
    const asked = { keys: [open], args: { on: '2026-04-02' } };
    expect(await untiedBackbonesOf.run(database, asked)).toEqual([[BACKBONE]]);
    await ends(BACKBONE, BUILDER, '2026-04-02');
    await project();
    await follow();
    await record(BUILDER, 'AcceptCommitment', open, { termsVersion: 1 }, '2026-04-03T12:00:00.000Z');
    await project();
    expect(await states('2026-04-03', open)).toEqual(['DUE']);
  });
});

describe('What a promisor delivered', () => {
  it('counts still once the others change the promise without it', async () => {
    const { record, project } = network;
    const [joint, day] = [id(0x51), '2026-03-01'];
    const promisorIds = [CITY, BUILDER, EVALUATOR];
    await record(CITY, 'MakeCommitment', joint, { missionId: MISSION, ...terms, promisorIds });
    await record(BUILDER, 'AcceptCommitment', joint, { termsVersion: 1 });
    const quantity = { amount: '50', unit: 'dwelling' };
    await record(CITY, 'AmendCommitment', joint, { ...terms, quantity, reason: 'There are more.' });
    const given = { contributionId: id(0x52), date: day, quantity: { amount: '8', unit: 'dwelling' } };
    await record(EVALUATOR, 'RecordContribution', joint, given);
    await record(BUILDER, 'AcceptCommitment', joint, { termsVersion: 2 });
    await project();
    const delivered = async () => (await standings(day, joint))[0]?.delivered;
    expect(await delivered()).toBe('8');
    await record(EVALUATOR, 'AcceptCommitment', joint, { termsVersion: 2 }, '2026-03-02T12:00:00.000Z');
    await project();
    expect(await delivered()).toBe('8');
  });
});

describe('What is said within one control group', () => {
  it('counts for nothing from the day on which they are one: not for the evidence, and not to complete a promise', async () => {
    const { record, project } = network;
    const evidence = async (on: string) => {
      const asked = { keys: [MISSION], args: { on } };
      const [progress] = await progressOfMission.run(network.database, asked);
      return progress?.contributions
        .filter(({ unit }) => unit === 'hour' || unit === 'dwelling')
        .map((sum) => [sum.evidence, sum.unit, sum.amount]);
    };
    const before = [
      ['CORROBORATED', 'dwelling', '10.5'],
      ['DECLARED', 'dwelling', '77.5'],
      ['CORROBORATED', 'hour', '8'],
    ];
    const [eve, day] = ['2026-08-09', '2026-08-10'];
    expect([await evidence(eve), await evidence(day), await states(day, HOURS)]).toEqual([before, before, ['KEPT']]);
    const joins = async (organisationId: string, parentId: string) => {
      const both = { parentId, reason: 'Bought in August.' };
      await record(organisationId, 'ProposeGrouping', organisationId, both, `${day}T08:00:00.000Z`);
      await record(parentId, 'AcceptGrouping', organisationId, { parentId }, `${day}T09:00:00.000Z`);
    };
    await joins(EVALUATOR, BUILDER);
    await joins(TENANTS, CITY);
    await project();
    expect([await evidence(eve), await states(eve, HOURS)]).toEqual([before, ['KEPT']]);
    expect([await evidence(day), await states(day, HOURS)]).toEqual([
      [
        ['DECLARED', 'dwelling', '88'],
        ['DECLARED', 'hour', '8'],
      ],
      ['DUE'],
    ]);
  });
});

describe('What is delivered of what a mission is promised', () => {
  it('is of each promise no more than its own amount, of what is attested best', async () => {
    const { record, project } = network;
    const [small, large, gone] = [id(0x4a1), id(0x4a2), id(0x4a3)];
    const promise = (amount: string) => ({
      missionId: OTHER_MISSION,
      kind: 'SERVICE',
      description: 'Made dry.',
      quantity: { amount, unit: 'dwelling' },
    });
    const give = (by: string, to: string, amount: string, n: number) =>
      record(
        by,
        'RecordContribution',
        to,
        {
          contributionId: id(n),
          date: '2026-03-02',
          quantity: { amount, unit: 'dwelling' },
        },
        LATER,
      );
    await record(CITY, 'MakeCommitment', small, promise('40'));
    await record(BUILDER, 'MakeCommitment', large, promise('630'));
    await record(BUILDER, 'MakeCommitment', gone, promise('30'));
    await give(CITY, small, '15', 0x411);
    await give(CITY, small, '385', 0x412);
    await give(BUILDER, gone, '30', 0x413);
    await record(NEIGHBOUR, 'CorroborateContribution', small, { contributionId: id(0x411) }, LATER);
    await record(BUILDER, 'WithdrawCommitment', gone, { reason: 'Another way.' }, LATER);
    await project();
    const asked = { keys: [OTHER_MISSION], args: { on: '2026-08-02' } };
    const [progress] = await progressOfMission.run(network.database, asked);
    expect(progress?.promised.filter(({ kind }) => kind === 'SERVICE')).toEqual([
      {
        kind: 'SERVICE',
        unit: 'dwelling',
        amount: '670',
        count: 2,
        delivered: [
          { evidence: 'CORROBORATED', amount: '15' },
          { evidence: 'DECLARED', amount: '25' },
        ],
      },
    ]);
    // What is usual is one of the promises that stand: no mean, and not the one taken back.
    const [usual] = await usualPromisesOf.run(network.database, { keys: [OTHER_MISSION], args: null });
    expect(usual?.filter(({ unit }) => unit === 'dwelling')).toEqual([{ unit: 'dwelling', amount: '40' }]);
  });
});
