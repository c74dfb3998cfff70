import { afterAll, beforeAll, describe, it, expect } from '@jest/globals';
import {
  DeskGuards,
  Guards,
  PageError,
  States,
  writeCursor,
  type BatchQuery,
  type Connection,
  type ConnectionArgs,
  type DeskAsked,
  type Page,
  type PageInput,
} from '@maillage/engine';
import { isRefusal } from '@maillage/kernel';
import { id } from '../../../../test/harness/given.js';
import type { CommitmentCommandOf } from '../commitment/commands.js';
import { commitmentDecider } from '../commitment/decider.js';
import type { Consulted } from '../commitment/rules/shared.js';
import type { CommitmentState } from '../commitment/state.js';
import type { Contribution } from '../contribution/graphql.js';
import { accountabilityDesk } from './graphql.js';
import { commitmentsToDeliver, reviewRequestsOf, reviewsToAnswer } from './queries.js';
import { fillMissions, openNetwork, type Network } from '../../../../test/harness/network.js';
import {
  BACKBONE,
  BUILDER,
  CITY,
  EVALUATOR,
  INSIDER,
  MISSION,
  NEIGHBOUR,
  opinion,
  OTHER_MISSION,
  SISTER,
  STRANGER,
  TENANTS,
} from '../spec.fixtures.js';
import { AS_EVALUATOR } from '../../../../test/harness/evaluator.js';

const LONG_BEFORE = '2025-10-01T08:00:00.000Z';
const BEFORE = '2025-12-01T08:00:00.000Z';
const LATER = '2026-08-01T08:00:00.000Z';
const hours = (amount: string) => ({ quantity: { amount, unit: 'hour' } });

let network: Network;

beforeAll(async () => {
  network = await openNetwork();
  await fillMissions(network);
  const { record } = network;
  // In the city's control group: the one a member, the other an evaluator.
  for (const [insider, role] of [
    [SISTER, 'MEMBER'],
    [INSIDER, 'EVALUATOR'],
  ] as const) {
    await record(insider, 'RegisterOrganisation', insider, { name: 'Of the city', sector: 'PUBLIC' });
    await record(insider, 'ProposeGrouping', insider, { parentId: CITY }, BEFORE);
    await record(CITY, 'AcceptGrouping', insider, { parentId: CITY }, BEFORE);
    for (const mission of [MISSION, OTHER_MISSION]) {
      if (role === 'EVALUATOR')
        await record(BACKBONE, 'InviteOrganisation', mission, { organisationId: insider, role });
      await record(insider, 'JoinMission', mission, role === 'EVALUATOR' ? AS_EVALUATOR : { role });
    }
  }
});
afterAll(() => network.close());

const promise = (by: string, commitment: string, more: object = {}) =>
  network.record(
    by,
    'MakeCommitment',
    commitment,
    { missionId: MISSION, kind: 'TIME', description: 'Hours.', ...more },
    LONG_BEFORE,
  );
const give = (by: string, commitment: string, date: string, more: object = {}) =>
  network.record(by, 'RecordContribution', commitment, { date, ...more }, LATER);

/** `commitment reviewed since` of each request, in order. */
async function requests(asker: string, on: string): Promise<readonly string[]> {
  await network.project();
  const [rows] = await reviewRequestsOf.run(network.database, { keys: [asker], args: { on } });
  return (rows ?? []).map((row) => `${row.commitment_id.slice(-3)} ${row.reviewed_id.slice(-2)} ${row.since}`);
}

async function listed(
  list: BatchQuery<PageInput, Page<{ readonly id: string }>>,
  organisation: string,
): Promise<readonly string[]> {
  await network.project();
  const [page] = await list.run(network.database, { keys: [organisation], args: {} });
  return (page?.rows ?? []).map((row) => row.id);
}

/** What the desk of an organisation has on a list of contributions: what its query finds, and the guards let through. */
async function onDesk(name: string, organisationId: string, args: ConnectionArgs = {}): Promise<readonly string[]> {
  await network.project();
  const list = accountabilityDesk.find((each) => each.name === name);
  const context = network.as(organisationId);
  const guards = new DeskGuards(
    new Guards(network.registry, new States(network.ledger, network.registry, network.database)),
  );
  const asked = { organisationId, args, context, mayDo: guards.of(organisationId, context) };
  const page = (await list?.load(asked as unknown as DeskAsked)) as Connection<Contribution>;
  return page.nodes.map(({ row }) => row.id);
}

describe('The queue of reviews', () => {
  const [LATE, EARLY, BOTH, JOINT, BACK, DOUBTED, OPEN] = [
    id(0x101),
    id(0x102),
    id(0x103),
    id(0x104),
    id(0x105),
    id(0x106),
    id(0x107),
  ] as const;

  beforeAll(async () => {
    await promise(CITY, LATE, { ...hours('40'), dueOn: '2026-06-30' });
    await promise(CITY, EARLY, { ...hours('10'), dueOn: '2026-12-31' });
    for (const [date, amount] of [
      ['2026-05-20', '1'],
      ['2026-03-10', '4'],
      ['2026-02-20', '6'],
    ] as const) {
      await give(CITY, EARLY, date, hours(amount));
    }
    await promise(CITY, BACK, { dueOn: '2026-05-01' });
    await network.record(CITY, 'WithdrawCommitment', BACK, { reason: 'The budget was cut.' });
    await promise(CITY, DOUBTED);
    await give(CITY, DOUBTED, '2026-03-05', { contributionId: id(0x201) });
    await network.record(BACKBONE, 'DisputeContribution', DOUBTED, { contributionId: id(0x201), reason: 'Not seen.' });
  });

  it('asks once the due date has passed, whatever was delivered', async () => {
    expect(await requests(NEIGHBOUR, '2026-06-30')).not.toContain('101 0b 2026-06-30');
    expect(await requests(NEIGHBOUR, '2026-07-01')).toEqual(['101 0b 2026-06-30']);
  });

  it('asks from the day by which the promise was kept, however contributions came in', async () => {
    expect(await requests(NEIGHBOUR, '2026-03-09')).toEqual([]);
    expect(await requests(NEIGHBOUR, '2026-03-10')).toEqual(['102 0b 2026-03-10']);
  });

  it('asks for nothing that was withdrawn, or whose delivery is disputed', async () => {
    const asked = async (on: string) => (await requests(NEIGHBOUR, on)).map((each) => each.slice(0, 3));
    expect([await asked('2026-05-02'), await asked('2026-07-02')]).toEqual([['102'], ['101']]);
  });

  it('asks for 60 days, and no longer', async () => {
    expect(await requests(NEIGHBOUR, '2026-05-09')).toEqual(['102 0b 2026-03-10']);
    expect(await requests(NEIGHBOUR, '2026-05-10')).toEqual([]);
  });

  it('asks of nobody who accepted less than two weeks before it was due, unless it delivered', async () => {
    const [SHORT, GIVEN] = [id(0x10b), id(0x10c)];
    for (const commitment of [SHORT, GIVEN]) {
      const data = { missionId: MISSION, kind: 'TIME', description: 'Hours.', ...hours('2'), dueOn: '2025-09-14' };
      await network.record(CITY, 'MakeCommitment', commitment, data, '2025-09-01T08:00:00.000Z');
    }
    await give(CITY, GIVEN, '2025-09-10', hours('1'));
    expect(await requests(NEIGHBOUR, '2025-09-15')).toEqual(['10c 0b 2025-09-14']);
  });

  it('counts from the earlier of due date and delivery', async () => {
    await promise(CITY, BOTH, { ...hours('1'), dueOn: '2026-01-31' });
    await give(CITY, BOTH, '2026-02-15', hours('1'));
    expect(await requests(NEIGHBOUR, '2026-03-01')).toEqual(['103 0b 2026-01-31']);
    await give(CITY, BOTH, '2026-01-10', hours('1'));
    expect(await requests(NEIGHBOUR, '2026-03-01')).toEqual(['103 0b 2026-01-10']);
  });

  it('asks of each promisor, counterparties and members alike, from outside the promisors and their groups', async () => {
    const parties = { promisorIds: [CITY, BUILDER], counterpartyIds: [NEIGHBOUR, TENANTS] };
    await promise(CITY, JOINT, { ...parties, dueOn: '2025-12-31' });
    await network.project();
    // Nobody is asked of one that has not accepted.
    expect(await requests(EVALUATOR, '2026-01-01')).toEqual(['104 0b 2025-12-31']);
    await network.record(BUILDER, 'AcceptCommitment', JOINT, { termsVersion: 1 }, '2025-10-02T08:00:00.000Z');
    await network.project();
    const asked = [BACKBONE, NEIGHBOUR, EVALUATOR, TENANTS, CITY, BUILDER, SISTER, INSIDER, STRANGER];
    const found = await reviewRequestsOf.run(network.database, { keys: asked, args: { on: '2026-01-01' } });
    const both = (as: string) => [CITY, BUILDER].map((reviewed) => [JOINT, reviewed, as]);
    expect(found.map((rows) => rows.map((row) => [row.commitment_id, row.reviewed_id, row.asked_as]))).toEqual([
      both('MEMBER'),
      both('COUNTERPARTY'),
      both('MEMBER'),
      [],
      [],
      [],
      [],
      [],
      [],
    ]);
  });

  it('asks a counterparty once it takes part in the mission, and nobody who has left it', async () => {
    await network.record(TENANTS, 'JoinMission', MISSION, { role: 'FUNDER' });
    expect(await requests(TENANTS, '2026-01-01')).toEqual(['104 0b 2025-12-31', '104 0d 2025-12-31']);
    await network.record(TENANTS, 'LeaveMission', MISSION, {});
    expect(await requests(TENANTS, '2026-01-01')).toEqual([]);
  });

  it('drops what was reviewed or declined, by that organisation and of that promisor only', async () => {
    const reviewOf = (reviewedId: string, reviewId: string) => ({ reviewId, reviewedId, ...opinion });
    await network.record(NEIGHBOUR, 'SubmitReview', JOINT, reviewOf(CITY, id(0x301)));
    expect(await requests(NEIGHBOUR, '2026-01-01')).toEqual(['104 0d 2025-12-31']);
    await network.record(NEIGHBOUR, 'DeclineReview', JOINT, { reviewedId: BUILDER });
    expect(await requests(NEIGHBOUR, '2026-01-01')).toEqual([]);
    expect(await requests(EVALUATOR, '2026-01-01')).toHaveLength(2);
  });

  it('holds one of each control group, the oldest first, then by id; the next comes as it is answered', async () => {
    // Made in the opposite order, two of a day: only the dates and ids put them right.
    const days = ['2025-11-13', '2025-11-12', '2025-11-12', '2025-11-11'];
    const ids = [OPEN, id(0x10a), id(0x109), id(0x108)];
    for (const [index, dueOn] of days.entries()) await promise(CITY, ids[index] ?? '', { dueOn });
    const ofBuilder = '104 0d 2025-12-31';
    for (const [n, first] of ['108 0b 2025-11-11', '109 0b 2025-11-12', '10a 0b 2025-11-12'].entries()) {
      expect(await requests(EVALUATOR, '2026-01-01')).toEqual([first, ofBuilder]);
      await network.record(EVALUATOR, 'DeclineReview', id(0x108 + n), { reviewedId: CITY });
    }
    // Of a sister's promises too there is one at a time, and hers fell due before.
    await promise(SISTER, id(0x10d), { dueOn: '2025-11-10' });
    expect(await requests(EVALUATOR, '2026-01-01')).toEqual([`10d ${SISTER.slice(-2)} 2025-11-10`, ofBuilder]);
  });

  it('is made in one statement, however many ask', async () => {
    network.spent();
    await reviewRequestsOf.run(network.database, {
      keys: [NEIGHBOUR, EVALUATOR, BACKBONE],
      args: { on: '2026-07-01' },
    });
    expect(network.spent()).toHaveLength(1);
  });

  it('leaves the answer to the organisation reviewed, until it has given one to the latest version', async () => {
    expect(await listed(reviewsToAnswer, CITY)).toEqual([id(0x301)]);
    expect(await listed(reviewsToAnswer, NEIGHBOUR)).toEqual([]);
    await network.record(CITY, 'AnswerReview', JOINT, { reviewId: id(0x301), answer: 'We will.' });
    expect(await listed(reviewsToAnswer, CITY)).toEqual([]);
    // An answer is to the words it was given to: others may not come to stand above it unnoticed.
    const revised = { reviewId: id(0x301), ...opinion, whatToTry: 'Another thing altogether.' };
    await network.record(NEIGHBOUR, 'ReviseReview', JOINT, revised, LATER);
    expect(await listed(reviewsToAnswer, CITY)).toEqual([id(0x301)]);
    const again = { reviewId: id(0x301), answer: 'That, too.' };
    await network.record(CITY, 'AnswerReview', JOINT, again, '2026-08-02T08:00:00.000Z');
    expect(await listed(reviewsToAnswer, CITY)).toEqual([]);
  });
});

describe('What is to be delivered', () => {
  const [SOON, NEVER, SOONER, SAME, KEPT, GONE] = [0x401, 0x402, 0x403, 0x404, 0x405, 0x406].map(id) as [
    ...[string, string, string, string, string, string],
  ];
  const page = async (args: PageInput) => {
    const [found] = await commitmentsToDeliver.run(network.database, {
      keys: [BACKBONE],
      args: { ...args, on: '2026-06-01' },
    });
    return found as NonNullable<typeof found>;
  };

  beforeAll(async () => {
    const mine = { missionId: OTHER_MISSION };
    await promise(BACKBONE, SOON, { ...mine, dueOn: '2026-07-01' });
    await promise(BACKBONE, NEVER, mine);
    await promise(BACKBONE, SOONER, { ...mine, dueOn: '2026-05-01' });
    await promise(BACKBONE, SAME, { ...mine, dueOn: '2026-07-01' });
    await promise(BACKBONE, KEPT, { ...mine, ...hours('1'), dueOn: '2026-04-01' });
    await give(BACKBONE, KEPT, '2026-05-30', hours('1'));
    await promise(BACKBONE, GONE, { ...mine, dueOn: '2026-04-01' });
    await network.record(BACKBONE, 'WithdrawCommitment', GONE, { reason: 'The budget was cut.' });
    await promise(CITY, id(0x407), { ...mine, counterpartyIds: [BACKBONE], dueOn: '2026-04-01' });
    await network.project();
  });

  it('is what it promised and neither kept nor took back, by due date, the undated last', async () => {
    expect((await page({})).rows.map(({ id: of }) => of)).toEqual([SOONER, SOON, SAME, NEVER]);
  });

  it('pages to its end without loss or repetition, whatever the page', async () => {
    for (const first of [1, 2, 3]) {
      const seen: string[] = [];
      for (let next = await page({ first }); ;) {
        seen.push(...next.rows.map(({ id: of }) => of));
        if (!next.hasNextPage) break;
        next = await page({ first, after: next.cursors.at(-1) });
      }
      expect(seen).toEqual([SOONER, SOON, SAME, NEVER]);
    }
  });

  it('refuses a forged cursor', async () => {
    for (const forged of [['tomorrow', '1'], ['2026-02-30', '1'], ['2026-02-03', 'x'], ['1']]) {
      await expect(page({ after: writeCursor(forged) })).rejects.toThrow(PageError);
    }
  });
});

describe('What is to be attested', () => {
  const [NAMED, UNNAMED, OWN] = [id(0x501), id(0x502), id(0x503)] as const;
  const gift = (index: number) => id(0x600 + index);
  const toDeclare = (organisation: string) => onDesk('contributionsToDeclare', organisation);
  const toCorroborate = (organisation: string) => onDesk('contributionsToCorroborate', organisation);
  const toVerify = (organisation: string) => onDesk('contributionsToVerify', organisation);

  beforeAll(async () => {
    const there = { missionId: OTHER_MISSION };
    await promise(CITY, NAMED, { ...there, counterpartyIds: [TENANTS, SISTER] });
    await promise(CITY, UNNAMED, there);
    await promise(CITY, OWN, there);
    await give(CITY, NAMED, '2026-03-01', { contributionId: gift(1) });
    await give(BACKBONE, UNNAMED, '2026-03-02', { contributionId: gift(2), contributorId: CITY });
    await give(CITY, OWN, '2026-03-03', { contributionId: gift(3) });
  });

  it('is declared by its giver, where another put it on record', async () => {
    expect(await toDeclare(CITY)).toEqual([gift(2)]);
    expect(await toDeclare(BACKBONE)).toEqual([]);
  });

  it('is corroborated by a counterparty, or where none is named by any member that did not record it', async () => {
    // Both missions: the disputed gift of the first is not asked of whoever disputed it.
    expect(await toCorroborate(TENANTS)).toEqual([gift(1)]);
    expect((await toCorroborate(NEIGHBOUR)).slice(-2)).toEqual([gift(2), gift(3)]);
    expect((await toCorroborate(BACKBONE)).filter((of) => [gift(1), gift(2), gift(3)].includes(of))).toEqual([gift(3)]);
    expect(await toCorroborate(NEIGHBOUR)).toContain(id(0x201));
    expect(await toCorroborate(BACKBONE)).not.toContain(id(0x201));
  });

  it('is corroborated from outside the giver’s control group, named or not', async () => {
    for (const insider of [CITY, SISTER, INSIDER]) {
      const asked = await toCorroborate(insider);
      expect(asked.filter((of) => [gift(1), gift(2), gift(3), id(0x201)].includes(of))).toEqual([]);
    }
  });

  it('is verified by evaluators of the mission that are tied to no party', async () => {
    expect((await toVerify(EVALUATOR)).slice(-3)).toEqual([gift(1), gift(2), gift(3)]);
    expect((await toVerify(INSIDER)).filter((of) => [gift(1), gift(2), gift(3)].includes(of))).toEqual([]);
    expect(await toVerify(NEIGHBOUR)).toEqual([]);
  });

  it('leaves each list as it is done', async () => {
    const say = (by: string, type: string, commitment: string, contributionId: string) =>
      network.record(by, type, commitment, { contributionId, ...(by === EVALUATOR ? { noTies: true } : {}) }, LATER);
    await say(TENANTS, 'CorroborateContribution', NAMED, gift(1));
    await say(EVALUATOR, 'VerifyContribution', OWN, gift(3));
    await say(CITY, 'DeclareContribution', UNNAMED, gift(2));
    expect(await toDeclare(CITY)).toEqual([]);
    expect(await toCorroborate(TENANTS)).toEqual([]);
    expect((await toCorroborate(NEIGHBOUR)).at(-1)).toBe(gift(2));
    expect((await toVerify(EVALUATOR)).slice(-2)).toEqual([gift(1), gift(2)]);
  });

  it('asks for exactly what the rules accept, and for all of it', async () => {
    const states = new States(network.ledger, network.registry, network.database);
    const { rows } = await contributionsOf();
    const askers = [BACKBONE, CITY, BUILDER, NEIGHBOUR, EVALUATOR, TENANTS, SISTER, INSIDER];
    for (const asker of askers) {
      const lists = { Corroborate: await toCorroborate(asker), Verify: await toVerify(asker) };
      for (const { id: contributionId, commitment_id, evidence, disputed } of rows) {
        for (const [act, list] of Object.entries(lists)) {
          const settled = act === 'Verify' ? evidence === 'VERIFIED' : !['NONE', 'DECLARED'].includes(evidence);
          // Rules let one that disputed corroborate after all; the desk does not ask it to.
          if (settled || (disputed && asker === BACKBONE)) continue;
          const accepted = await accepts(states, asker, `${act}Contribution`, commitment_id, contributionId);
          expect([asker, act, contributionId, list.includes(contributionId)]).toEqual([
            asker,
            act,
            contributionId,
            accepted,
          ]);
        }
      }
    }
  });
});

interface Gift {
  readonly id: string;
  readonly commitment_id: string;
  readonly evidence: string;
  readonly disputed: boolean;
}

function contributionsOf(): Promise<{ readonly rows: readonly Gift[] }> {
  return network.database.pool.query(
    'select id, commitment_id, evidence, disputed_until is not null as disputed from contribution',
  );
}

/** What the decider itself says, of a command that is never recorded. */
async function accepts(
  states: States,
  by: string,
  type: string,
  commitment: string,
  contributionId: string,
): Promise<boolean> {
  const folded = async (stream: string) => (await states.foldAll([stream], false))[0]?.state;
  const command = {
    type,
    id: commitment,
    commandId: id(0xfff),
    actor: { organisation: by },
    scopes: ['write'],
    at: LATER,
    data: { contributionId, noTies: true, evidence: [] },
  } as unknown as CommitmentCommandOf<'VerifyContribution'>;
  const state = (await folded(`commitment/${commitment}`)) as CommitmentState;
  const consulted: Record<string, unknown> = {};
  for (const [name, streams] of Object.entries(commitmentDecider.consults(command, state))) {
    if (typeof streams === 'string') consulted[name] = await folded(streams);
    else if (streams !== undefined) consulted[name] = await Promise.all(streams.map(folded));
  }
  return !isRefusal(commitmentDecider.decide(command, state, consulted as unknown as Consulted));
}
