import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal, type Command } from '@maillage/kernel';
import type { BatchQuery, Page, PageInput } from '@maillage/engine';
import { slices } from '../../apps/host/slices.js';
import {
  commitmentsToDeliver,
  contributionsToDeclare,
  contributionsToVerify,
  reviewRequestsOf,
  reviewsToAnswer,
} from '../../libs/slices/accountability/desk/queries.js';
import { estimate } from '../../libs/slices/accountability/reputation/arithmetic.js';
import { DIMENSIONS } from '../../libs/slices/accountability/reputation/dimension.js';
import { standingFactsOf } from '../../libs/slices/accountability/reputation/facts.js';
import { VERSION_2 } from '../../libs/slices/accountability/reputation/parameters.js';
import { NOW, praiseAround, standpoint, within } from '../../libs/slices/accountability/reputation/queries.js';
import { standingWithin } from '../../libs/slices/accountability/reputation/records.queries.js';
import { openEngine, type TestEngine } from '../harness/engine.js';
import { AS_EVALUATOR } from '../harness/evaluator.js';
import { inputsOf, type Ids } from '../harness/inputs.js';

// No event by one changes another's facts, standing or desk obligations unless that other accepted
// something in an act of its own before. Two attackers, one with a mission of its own, send whatever deciders let through; one
// victim registered and did nothing else; the other takes part in a mission, kept one promise there, asks for more time for
// another, and was reviewed: whatever is its own, attackers aim at.

const named = (run: number, n: number) =>
  `${run.toString(16).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
/** While the last disputes would still freeze what they are about, and long after everything fell due. */
const [SOON, LATER] = ['2026-12-26', '2027-03-01'];
const DESK_OF_THE_IDLE = { commitmentsToDeliver, contributionsToDeclare, contributionsToVerify, reviewsToAnswer };
const DESK_OF_THE_ACTIVE = { commitmentsToDeliver, contributionsToDeclare, reviewsToAnswer };

interface Cast {
  readonly attackers: readonly string[];
  readonly idle: string;
  readonly active: string;
  readonly missions: readonly [shared: string, own: string];
}
const castOf = (run: number): Cast => ({
  attackers: [named(run, 0x101), named(run, 0x102)],
  idle: named(run, 0x103),
  active: named(run, 0x104),
  missions: [named(run, 0x201), named(run, 0x202)],
});
const [HOST, EVALUATOR] = [0x105, 0x106];

/** What the active one has, promise by promise. */
const possessionsOf = (run: number): readonly Ids[] =>
  [1, 2].map((n) => {
    const [promise, gift] = [named(run, 0x300 + n), named(run, 0x400 + n)];
    const settlement = named(run, 0x810 + n);
    const reviews = [0xb01, 0xb10 + n].map((each) => named(run, each));
    return {
      Commitment: [promise],
      commitmentId: [promise],
      Contribution: [gift],
      contributionId: [gift],
      Settlement: [settlement],
      settlementId: [settlement],
      Review: reviews,
      reviewId: reviews,
    };
  });

let engine: TestEngine;
let sent = 0;
beforeAll(async () => {
  engine = await openEngine(slices);
});
afterAll(() => engine.close());

type Asked = Pick<Command, 'type' | 'id' | 'data' | 'at'> & { readonly by: string; readonly admin?: boolean };

async function send({ by, admin = false, ...asked }: Asked): Promise<boolean> {
  sent += 1;
  const commandId = named(0xfff, sent);
  const scopes = admin ? (['write', 'operator'] as const) : (['write'] as const);
  const result = await engine.executor.execute({ ...asked, commandId, actor: { organisation: by }, scopes });
  return !isRefusal(result);
}

async function found(run: number): Promise<void> {
  const { attackers, idle, active, missions } = castOf(run);
  const [host, evaluator] = [named(run, HOST), named(run, EVALUATOR)];
  const at = '2026-01-01T09:00:00.000Z';
  const told = async (by: string, type: string, id: string, data: object, day = at) => {
    expect([type, await send({ by, type, id, data, at: day, admin: true })]).toEqual([type, true]);
  };
  for (const each of [...attackers, idle, active, host, evaluator]) {
    await told(each, 'RegisterOrganisation', each, { name: `Body ${each.slice(-3)}`, sector: 'PUBLIC' });
  }
  const terms = { title: 'Homes', challenge: 'How?', hashtag: '#homes', openInvitation: true, sdgs: [] };
  await told(host, 'DeclareMission', missions[0], terms);
  await told(attackers[0] ?? '', 'DeclareMission', missions[1], terms);
  for (const each of [active, attackers[1] ?? '']) await told(each, 'JoinMission', missions[0], { role: 'MEMBER' });
  await told(host, 'InviteOrganisation', missions[0], { organisationId: evaluator, role: 'EVALUATOR' });
  await told(evaluator, 'JoinMission', missions[0], AS_EVALUATOR);
  // Whoever declared a mission may record what its members gave.
  for (const each of [active, evaluator]) await told(each, 'JoinMission', missions[1], { role: 'MEMBER' });
  const evidence = [{ url: 'https://example.org/e' }];
  const accredited = { scope: 'Homes.', from: '2026-01-01', until: '2027-12-31', evidence };
  await told(host, 'AccreditEvaluator', evaluator, accredited);
  const [first = {}, second = {}] = possessionsOf(run);
  const [kept, late] = [owned(first), owned(second)];
  const quantity = { amount: '10', unit: 'dwelling' };
  const made = { missionId: missions[0], kind: 'SERVICE', description: 'Ten.', quantity, dueOn: '2026-06-30' };
  await told(active, 'MakeCommitment', kept.id, made);
  await told(active, 'MakeCommitment', late.id, { ...made, dueOn: '2026-01-31', counterpartyIds: [host] });
  await told(host, 'AcceptCommitment', late.id, { termsVersion: 1 });
  const given = { quantity: { amount: '7', unit: 'dwelling' }, date: '2026-01-20' };
  const scores = { results: 3, reliability: 3, openness: 3, learning: 3 };
  const opinion = { reviewedId: active, scores, whatWorked: 'Much.', whatToTry: 'More.' };
  for (const { id, gift, reviewId } of [kept, late]) {
    await told(active, 'RecordContribution', id, { ...gift, ...given }, '2026-01-20T09:00:00.000Z');
    await told(host, 'SubmitReview', id, { reviewId, ...opinion }, '2026-01-22T09:00:00.000Z');
  }
  const today = '2026-02-01T09:00:00.000Z';
  await told(evaluator, 'VerifyContribution', kept.id, { ...kept.gift, noTies: true }, today);
  await told(host, 'CorroborateContribution', late.id, late.gift, today);
  // Longer than what silence agrees to.
  const more = { outcome: 'EXTENDED', dueOn: '2026-02-28', reason: 'Frost.', settlementId: late.settlementId };
  await told(active, 'ProposeSettlement', late.id, more, today);
}

interface Possession {
  readonly id: string;
  readonly gift: { readonly contributionId: string; readonly evidence: readonly [] };
  readonly settlementId: string;
  readonly reviewId: string;
}

function owned({ commitmentId, contributionId, settlementId, reviewId }: Ids): Possession {
  return {
    id: commitmentId![0]!,
    gift: { contributionId: contributionId![0]!, evidence: [] },
    settlementId: settlementId![0]!,
    reviewId: reviewId![1]!,
  };
}

const who = fc.nat({ max: 3 });
const day = fc
  .record({ month: fc.integer({ min: 2, max: 12 }), date: fc.constantFrom('05', '15', '25') })
  .map(({ month, date }) => `2026-${`${month}`.padStart(2, '0')}-${date}T09:00:00.000Z`);

/** What attackers are likely to try, beside anything else. */
function attempts(run: number): fc.Arbitrary<Asked> {
  const { attackers, idle, active, missions } = castOf(run);
  const everybody = [...attackers, idle, active];
  const [commitments, gifts] = [0x310, 0x410].map((from) => [0, 1, 2, 3].map((n) => named(run, from + n)));
  const ids: Ids = {
    Organisation: everybody,
    organisationId: everybody,
    names: everybody,
    promisorIds: everybody,
    counterpartyIds: everybody,
    Mission: missions,
    Indicator: [named(run, 0x701)],
    Commitment: commitments!,
    commitmentId: commitments!,
    Contribution: gifts!,
    contributionId: gifts!,
    settlementId: [named(run, 0x801)],
    Settlement: [named(run, 0x801)],
    Objection: [named(run, 0x901)],
    objectionId: [named(run, 0x901)],
    noteId: [named(run, 0xa01)],
    actionId: [named(run, 0xd01)],
    memberId: [named(run, 0xe01)],
    Review: [named(run, 0xb01)],
    reviewId: [named(run, 0xb01)],
    Measurement: [named(run, 0xc01)],
    measurementId: [named(run, 0xc01)],
    dimension: ['main'],
    code: ['F'],
    scheme: ['GB-COH'],
    value: ['40'],
    from: ['2026-03-01'],
    until: ['2026-12-15'],
  };
  const addressed: Ids = { organisation: everybody, mission: missions, commitment: commitments!, receiving: missions };
  const any = anything(attackers, ids, addressed);
  const aimed = possessionsOf(run).flatMap((own) =>
    anything(attackers, { ...ids, ...own }, { commitment: own['commitmentId']! }),
  );
  const imposing = fc
    .record({
      by: fc.nat({ max: 1 }),
      on: fc.constantFrom(idle, active),
      to: who,
      c: who,
      at: day,
      alone: fc.boolean(),
    })
    .map(({ by, on, to, c, at, alone }): Asked => {
      const actor = attackers[by] ?? '';
      const receiver = everybody[to] ?? '';
      const promisorIds = alone ? [on] : [actor, on];
      return {
        by: actor,
        type: 'MakeCommitment',
        id: commitments?.[c] ?? '',
        at,
        data: {
          missionId: missions[on === idle || by === 0 ? 1 : 0],
          kind: 'SERVICE',
          description: 'A million.',
          quantity: { amount: '1000000', unit: 'dwelling' },
          promisorIds,
          counterpartyIds: promisorIds.includes(receiver) ? [] : [receiver],
          dueOn: '2026-12-31',
          ...(on === idle ? { source: { dataset: 'Rumour', record: '1' } } : {}),
        },
      };
    });
  const giving = fc
    .record({ on: fc.constantFrom(idle, active), c: who, g: who, at: day, towards: fc.boolean(), money: fc.boolean() })
    .map(({ on, c, g, at, towards, money }): Asked => ({
      by: attackers[0] ?? '',
      type: 'RecordContribution',
      id: commitments?.[c] ?? '',
      at,
      data: {
        contributorId: on,
        contributionId: gifts?.[g],
        quantity: { amount: '1', unit: money ? 'EUR' : 'dwelling' },
        date: '2026-01-15',
        evidence: [],
        // Money of theirs, it would say, to whoever verified what they gave.
        ...(towards
          ? {}
          : {
              missionId: missions[1],
              kind: money ? 'MONEY' : 'SERVICE',
              description: 'One.',
              counterpartyIds: money ? [named(run, EVALUATOR)] : [],
            }),
      },
    }));
  const listing = fc.constantFrom(idle, active).map((organisationId): Asked => ({
    by: attackers[0] ?? '',
    type: 'ListMember',
    id: missions[1],
    at: '2026-02-01T09:00:00.000Z',
    data: { organisationId, role: 'MEMBER', source: { dataset: 'Rumour', record: '1' } },
  }));
  return fc.oneof(
    { weight: 4, arbitrary: imposing },
    { weight: 3, arbitrary: giving },
    listing,
    { weight: 8, arbitrary: fc.oneof(...any) },
    { weight: 24, arbitrary: fc.oneof(...aimed) },
  );
}

/** Whatever commands of these aggregates take. */
function anything(by: readonly string[], ids: Ids, addressed: Ids): readonly fc.Arbitrary<Asked>[] {
  return slices
    .flatMap(({ deciders }) => deciders)
    .flatMap(({ name, commands }) =>
      Object.entries(commands).flatMap(([type, { data }]) => {
        const aggregates = addressed[name];
        if (aggregates === undefined) return [];
        return [
          fc
            .tuple(fc.constantFrom(...by), fc.constantFrom(...aggregates), inputsOf(data, ids), day)
            .map(([actor, id, input, at]): Asked => ({ by: actor, type, id, data: input, at })),
        ];
      }),
    );
}

async function standingOf(organisation: string, missions: readonly string[], on: string): Promise<unknown> {
  const { database } = engine;
  const [now] = await standpoint.run(database, { keys: [NOW], args: null });
  const moment = { position: now!.position, on };
  const keys = missions.map((mission) => within(organisation, mission));
  const args = { ...moment, above: VERSION_2.praiseAbove };
  const [rows, [praise]] = await Promise.all([
    standingWithin.run(database, { keys, args: moment }),
    praiseAround.run(database, { keys: [organisation], args }),
  ]);
  return rows.map((each) => {
    const facts = standingFactsOf(organisation, each, praise!);
    return DIMENSIONS.map((dimension) => {
      const { reviews, ...said } = estimate(facts(dimension), VERSION_2);
      return { ...said, reviews: reviews.filter(({ weight }) => weight > 0) };
    });
  });
}

interface Listed {
  readonly id: string;
  readonly reviewer_id?: string;
  readonly recorded_by?: string;
}
type List = BatchQuery<PageInput & { readonly on: string }, Page<Listed>>;

/** What members say of its work, or tell of in its name, is listed, so many at a time; it binds it to nothing. */
async function deskOf(
  organisation: string,
  lists: Readonly<Record<string, unknown>>,
  but: readonly string[] = [],
): Promise<unknown> {
  const entries = Object.entries(lists).map(async ([name, list]) => {
    const args = { on: LATER };
    const [page] = await (list as List).run(engine.database, { keys: [organisation], args });
    const asking = page?.rows.filter(({ reviewer_id, recorded_by }) => !but.includes(reviewer_id ?? recorded_by ?? ''));
    return [name, asking?.map(({ id }) => id)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

describe('Over random histories of commands, views and queries', () => {
  it('no event by one changes another’s facts, standing or desk obligations, unless that one accepted before', async () => {
    let [run, recorded, imposed] = [0, 0, 0];
    const aimed = new Map<string, number>();
    const property = fc.asyncProperty(fc.nat(), async (seed) => {
      run += 1;
      const { attackers, idle, active, missions } = castOf(run);
      const own = possessionsOf(run).flatMap(({ commitmentId = [] }) => commitmentId);
      const ofTheActive = async () => [
        await standingOf(active, missions, SOON),
        await standingOf(active, missions, LATER),
        await deskOf(active, DESK_OF_THE_ACTIVE, attackers),
      ];
      await found(run);
      await engine.catchUp();
      const before = await ofTheActive();
      for (const asked of fc.sample(attempts(run), { numRuns: 300, seed })) {
        if (!(await send(asked))) continue;
        recorded += 1;
        if (own.includes(asked.id)) aimed.set(asked.type, (aimed.get(asked.type) ?? 0) + 1);
      }
      await engine.catchUp();
      const { rows } = await engine.database.pool.query<{ count: string }>(
        `select count(*) from commitment_party where organisation_id = any($1) and state = 'PROPOSED'`,
        [[idle, active]],
      );
      imposed += Number(rows[0]?.count);
      const nothing = DIMENSIONS.map(() => expect.objectContaining({ r: 1, s: 1, reviews: [], due: [] }));
      expect(await standingOf(idle, missions, LATER)).toEqual([nothing, nothing]);
      const empty = Object.fromEntries(Object.keys(DESK_OF_THE_IDLE).map((name) => [name, []]));
      expect(await deskOf(idle, DESK_OF_THE_IDLE)).toEqual(empty);
      expect(await reviewRequestsOf.run(engine.database, { keys: [idle], args: { on: LATER } })).toEqual([[]]);
      expect(await ofTheActive()).toStrictEqual(before);
    });
    await fc.assert(property, { numRuns: 6, seed: 8, endOnFailure: true });
    expect(engine.failures).toEqual([]);
    // Or nothing was tried.
    expect(recorded).toBeGreaterThan(6 * 10);
    expect(imposed).toBeGreaterThan(6);
    expect(aimed.size).toBeGreaterThan(4);
  });
});
