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
// victim registered and did nothing else, the other takes part in a mission and keeps a promise there.

const named = (run: number, n: number) =>
  `${run.toString(16).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const ASKED_ON = '2027-03-01';
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
  const scopes = admin ? (['write', 'admin'] as const) : (['write'] as const);
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
  const evidence = [{ url: 'https://example.org/e' }];
  const accredited = { scope: 'Homes.', from: '2026-01-01', until: '2027-12-31', evidence };
  await told(host, 'AccreditEvaluator', evaluator, accredited);
  const [promise, gift] = [named(run, 0x301), named(run, 0x401)];
  const quantity = { amount: '10', unit: 'dwelling' };
  const made = { missionId: missions[0], kind: 'SERVICE', description: 'Ten.', quantity, dueOn: '2026-06-30' };
  await told(active, 'MakeCommitment', promise, made);
  const later = '2026-02-01T09:00:00.000Z';
  const given = { contributionId: gift, quantity: { amount: '7', unit: 'dwelling' }, date: '2026-02-01', evidence: [] };
  await told(active, 'RecordContribution', promise, given, later);
  await told(evaluator, 'VerifyContribution', promise, { contributionId: gift, noTies: true, evidence: [] }, later);
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
  const any = slices
    .flatMap(({ deciders }) => deciders)
    .flatMap(({ name, commands }) =>
      Object.entries(commands).flatMap(([type, { data }]) => {
        const aggregates = addressed[name];
        if (aggregates === undefined) return [];
        return [
          fc
            .tuple(fc.constantFrom(...attackers), fc.constantFrom(...aggregates), inputsOf(data, ids), day)
            .map(([by, id, input, at]): Asked => ({ by, type, id, data: input, at })),
        ];
      }),
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
    .record({ on: fc.constantFrom(idle, active), c: who, g: who, at: day, towards: fc.boolean() })
    .map(({ on, c, g, at, towards }): Asked => ({
      by: attackers[0] ?? '',
      type: 'RecordContribution',
      id: commitments?.[c] ?? '',
      at,
      data: {
        contributorId: on,
        contributionId: gifts?.[g],
        quantity: { amount: '1', unit: 'dwelling' },
        date: '2026-01-15',
        evidence: [],
        ...(towards ? {} : { missionId: missions[1], kind: 'SERVICE', description: 'One.' }),
      },
    }));
  const listing = fc.constantFrom(idle, active).map((organisationId): Asked => ({
    by: attackers[0] ?? '',
    type: 'ListMember',
    id: missions[1],
    at: '2026-02-01T09:00:00.000Z',
    data: { organisationId, role: 'MEMBER', source: { dataset: 'Rumour', record: '1' } },
  }));
  return fc.oneof({ weight: 4, arbitrary: imposing }, { weight: 3, arbitrary: giving }, listing, {
    weight: 8,
    arbitrary: fc.oneof(...any),
  });
}

async function standingOf(organisation: string, missions: readonly string[]): Promise<unknown> {
  const { database } = engine;
  const [now] = await standpoint.run(database, { keys: [NOW], args: null });
  const moment = { position: now!.position, on: ASKED_ON };
  const keys = missions.map((mission) => within(organisation, mission));
  const args = { ...moment, above: VERSION_2.praiseAbove };
  const [rows, [praise]] = await Promise.all([
    standingWithin.run(database, { keys, args: moment }),
    praiseAround.run(database, { keys: [organisation], args }),
  ]);
  return rows.map((each) => {
    const facts = standingFactsOf(organisation, each, praise!);
    return DIMENSIONS.map((dimension) => estimate(facts(dimension), VERSION_2));
  });
}

type List = BatchQuery<PageInput & { readonly on: string }, Page<{ readonly id: string }>>;

async function deskOf(organisation: string, lists: Readonly<Record<string, unknown>>): Promise<unknown> {
  const entries = Object.entries(lists).map(async ([name, list]) => {
    const args = { on: ASKED_ON };
    const [page] = await (list as List).run(engine.database, { keys: [organisation], args });
    return [name, page?.rows.map(({ id }) => id)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

describe('Over random histories of commands, views and queries', () => {
  it('no event by one changes another’s facts, standing or desk obligations, unless that one accepted before', async () => {
    let [run, recorded, imposed] = [0, 0, 0];
    const property = fc.asyncProperty(fc.nat(), async (seed) => {
      run += 1;
      const { idle, active, missions } = castOf(run);
      await found(run);
      await engine.catchUp();
      const before = [await standingOf(active, missions), await deskOf(active, DESK_OF_THE_ACTIVE)];
      for (const asked of fc.sample(attempts(run), { numRuns: 110, seed })) {
        if (await send(asked)) recorded += 1;
      }
      await engine.catchUp();
      const { rows } = await engine.database.pool.query<{ count: string }>(
        `select count(*) from commitment_party where organisation_id = any($1) and state = 'PROPOSED'`,
        [[idle, active]],
      );
      imposed += Number(rows[0]?.count);
      const nothing = DIMENSIONS.map(() => expect.objectContaining({ r: 1, s: 1, reviews: [], due: [] }));
      expect(await standingOf(idle, missions)).toEqual([nothing, nothing]);
      const empty = Object.fromEntries(Object.keys(DESK_OF_THE_IDLE).map((name) => [name, []]));
      expect(await deskOf(idle, DESK_OF_THE_IDLE)).toEqual(empty);
      expect(await reviewRequestsOf.run(engine.database, { keys: [idle], args: { on: ASKED_ON } })).toEqual([[]]);
      expect([await standingOf(active, missions), await deskOf(active, DESK_OF_THE_ACTIVE)]).toStrictEqual(before);
    });
    await fc.assert(property, { numRuns: 6, seed: 8, endOnFailure: true });
    expect(engine.failures).toEqual([]);
    // Or nothing was tried.
    expect(recorded).toBeGreaterThan(6 * 10);
    expect(imposed).toBeGreaterThan(6);
  });
});
