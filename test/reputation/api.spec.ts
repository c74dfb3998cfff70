import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCommandPath, type CommandPath } from '@maillage/engine';
import { slices } from '../../apps/host/slices.js';
import { beginReputation } from '../../libs/slices/accountability/parameters/first.js';
import { DIMENSIONS } from '../../libs/slices/accountability/reputation/dimension.js';
import { estimate } from '../../libs/slices/accountability/reputation/arithmetic.js';
import { VERSION_1 } from '../../libs/slices/accountability/reputation/parameters.js';
import { globalId } from '../acceptance/mission.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { recordStatements } from '../harness/statements.js';
import { ASKED_ON, ATTACKER, coalition, decided, NO_ATTACK, perform } from './coalition.js';
import { dateOfDay, mission, organisation, type Told } from './histories.js';
import { naiveFacts } from './naive.js';

const RUN = 1;
const ORGANISATION = globalId('Organisation', organisation(RUN, ATTACKER));
const MISSION = globalId('Mission', mission(RUN, 0));

const REPUTATION = `query ($id: ID!, $missionId: ID!, $asOf: ReputationAsOf, $after: Position) {
  organisation(id: $id, afterPosition: $after) {
    reputation(missionId: $missionId, asOf: $asOf) {
      organisation { id } mission { id } on computedAt parameters { version from reason }
      estimates {
        dimension publication estimate uncertainty lower mass groups disagreement { lowest highest apart } shortfall { groups mass } reviewCount commitmentCount
        reviews {
          review { id reviewer { id } } score anchor calibration reciprocity evidence evidenceWeight decay weight share
        }
        commitments {
          commitment { id } decay delivered { evidence share } awaitingRuling missing speaksFor speaksAgainst share
        }
      }
    }
  }
}`;

interface Shown {
  readonly on: string;
  readonly computedAt: string;
  readonly parameters: { readonly version: number; readonly from: string | null; readonly reason: string | null };
  readonly estimates: readonly {
    readonly dimension: string;
    readonly mass: number;
    readonly groups: number;
    readonly shortfall: { readonly mass: number } | null;
    readonly reviews: readonly { readonly decay: number }[];
    readonly commitments: readonly { readonly commitment: { readonly id: string } }[];
  }[];
}

describe('Reputation over the API', () => {
  let api: TestApi;
  let events: readonly Told[];
  let head: string;
  let path: CommandPath;
  const ask = async (asOf: object | undefined, of = ORGANISATION, missionId = MISSION, after = head) => {
    const { data, errors } = await api.graphql(REPUTATION, { id: of, missionId, asOf, after });
    return { reputation: data?.organisation?.reputation as Shown, errors };
  };
  const at = async (asOf: object) => (await ask(asOf)).reputation;

  beforeAll(async () => {
    // Statements are counted: views look for news when they are told, and not in between.
    api = await startTestApi({ env: { SWEEP_SECONDS: '600' } });
    const commands = coalition(RUN, NO_ATTACK);
    events = decided(commands);
    path = openCommandPath(api.database, slices);
    await perform(path.executor, commands);
    head = (await path.ledger.head()).toString();
  });
  afterAll(() => api.close());

  it('gives each estimate with all its reasons', async () => {
    const on = dateOfDay(ASKED_ON);
    const { reputation, errors } = await ask({ on });
    expect(errors).toBeUndefined();
    expect(reputation).toMatchObject({
      on,
      computedAt: head,
      organisation: { id: ORGANISATION },
      mission: { id: MISSION },
    });
    expect(reputation.estimates.map(({ dimension }) => dimension)).toEqual(DIMENSIONS);
    for (const told of reputation.estimates) {
      const facts = naiveFacts(events, organisation(RUN, ATTACKER), mission(RUN, 0), ASKED_ON, told.dimension);
      const naive = estimate(facts, VERSION_1);
      expect(told).toMatchObject({
        publication: 'PUBLISHED',
        estimate: expect.closeTo(naive.estimate, 12),
        uncertainty: expect.closeTo(naive.uncertainty, 12),
        lower: expect.closeTo(naive.lower, 12),
        mass: expect.closeTo(naive.mass, 9),
        groups: naive.groups,
        disagreement: {
          lowest: expect.closeTo(naive.disagreement?.lowest ?? NaN, 12),
          highest: expect.closeTo(naive.disagreement?.highest ?? NaN, 12),
          apart: expect.closeTo(naive.disagreement?.apart ?? NaN, 12),
        },
        shortfall: null,
        reviewCount: naive.reviews.length,
        commitmentCount: naive.due.length,
      });
      expect(told.reviews).toEqual(
        naive.reviews.map(({ review, score, anchor, calibration, weight, share }) =>
          expect.objectContaining({
            review: {
              id: globalId('Review', review.id),
              reviewer: { id: globalId('Organisation', review.reviewerId) },
            },
            score,
            evidence: review.evidence,
            anchor: expect.closeTo(anchor, 12),
            calibration: expect.closeTo(calibration, 12),
            weight: expect.closeTo(weight, 12),
            share: expect.closeTo(share, 12),
          }),
        ),
      );
      expect(told.commitments).toEqual(
        naive.due.map(({ due, speaksFor, speaksAgainst }) =>
          expect.objectContaining({
            commitment: { id: globalId('Commitment', due.id) },
            missing: expect.closeTo(due.missing, 12),
            speaksFor: expect.closeTo(speaksFor, 12),
            speaksAgainst: expect.closeTo(speaksAgainst, 12),
          }),
        ),
      );
      const factual = ['RESULTS', 'RELIABILITY'].includes(told.dimension);
      expect(told.commitments).toHaveLength(factual ? 48 : 0);
    }
  });

  it('says nothing more than what is missing where the evidence does not suffice', async () => {
    const early = await at({ on: dateOfDay(80) });
    const told = early.estimates.find(({ dimension }) => dimension === 'LEARNING');
    expect(told).toMatchObject({
      publication: 'INSUFFICIENT_EVIDENCE',
      estimate: null,
      uncertainty: null,
      lower: null,
      disagreement: null,
    });
    expect(told?.shortfall?.mass).toBeCloseTo(3 - (told?.mass ?? 0), 12);
    const nobody = await ask(undefined, ORGANISATION, globalId('Mission', mission(RUN, 1)));
    expect(nobody.reputation).toMatchObject({
      mission: null,
      computedAt: head,
      on: new Date().toISOString().slice(0, 10),
      estimates: DIMENSIONS.map(() =>
        expect.objectContaining({ mass: 0, groups: 0, shortfall: { groups: 3, mass: 3 } }),
      ),
    });
  });

  it('answers for any earlier position, on the day of its event unless told otherwise', async () => {
    // The last of its day: what was recorded on one day may have come in another order.
    const { day } = events[Math.floor(events.length / 2)]!;
    const position = events.findLastIndex((event) => event.day === day) + 1;
    const then = await at({ position: `${position}` });
    expect(then).toMatchObject({ computedAt: `${position}`, on: dateOfDay(day) });
    const [results] = then.estimates;
    const told = events.slice(0, position);
    const naive = estimate(naiveFacts(told, organisation(RUN, ATTACKER), mission(RUN, 0), day, 'RESULTS'), VERSION_1);
    expect(results!.mass).toBeCloseTo(naive.mass, 9);
    expect(results!.reviews).toHaveLength(naive.reviews.length);
    const later = await at({ position: `${position}`, on: dateOfDay(day + 365) });
    expect(later.estimates[2]?.reviews.map(({ decay }) => decay * 2)).toEqual(
      then.estimates[2]?.reviews.map(({ decay }) => expect.closeTo(decay, 12)),
    );
  });

  it('refuses a moment that never was, and says what it would take', async () => {
    const beyond = await ask({ position: '999999' });
    expect(beyond.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(beyond.errors?.[0].message).toContain(`from 1 to ${head}`);
    for (const on of ['2026-02-30', 'yesterday', '0000-01-01']) {
      const wrong = await ask({ on });
      expect(wrong.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    }
    const other = await ask(undefined, ORGANISATION, ORGANISATION);
    expect(other.errors?.[0].message).toContain('is not an id of type Mission');
  });

  it('tells long explanations in stretches', async () => {
    const part = async (args: string) => {
      const query = `{ organisation(id: "${ORGANISATION}") { reputation(missionId: "${MISSION}", asOf: { on: "${dateOfDay(ASKED_ON)}" }) {
        estimates(dimensions: [RESULTS]) { commitments${args} { commitment { id } } } } } }`;
      const { data, errors } = await api.graphql(query);
      const shown = data?.organisation?.reputation as Shown | undefined;
      return { error: errors?.[0], ids: shown?.estimates[0]!.commitments.map(({ commitment }) => commitment.id) ?? [] };
    };
    const { ids: all } = await part('');
    const stretches = [await part('(first: 30)'), await part('(first: 30, skip: 30)')];
    expect(stretches.flatMap(({ ids }) => ids)).toEqual(all);
    for (const args of ['(first: 0)', '(first: 101)', '(skip: -1)']) {
      expect((await part(args)).error).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    }
  });

  it('goes by the parameters in force at the moment, and says again what it said before others were adopted', async () => {
    const day = dateOfDay(ASKED_ON);
    const moments = [{ on: day }, { position: head }, { position: head, on: day }, { on: dateOfDay(80) }];
    const before = await Promise.all(moments.map(at));
    expect(before.map(({ parameters }) => parameters)).toEqual(
      moments.map(() => ({ version: 1, from: null, reason: null })),
    );

    const { executor, ledger } = path;
    const execute = executor.execute.bind(executor);
    await beginReputation(execute, { now: () => `${dateOfDay(ASKED_ON - 10)}T12:00:00.000Z` });
    await beginReputation(execute, { now: () => `${dateOfDay(ASKED_ON - 5)}T12:00:00.000Z` });
    const adopted = (await ledger.head()).toString();
    expect(BigInt(adopted) - BigInt(head)).toBe(2n);
    const asked = await ask({ on: day }, ORGANISATION, MISSION, adopted);
    expect(asked.reputation.parameters).toMatchObject({ version: 2, from: dateOfDay(ASKED_ON - 10) });
    // Of evaluators nobody is accredited: no voice weighs, and what nobody of standing attested speaks for nothing.
    expect(asked.reputation.estimates.map(({ groups }) => groups)).toEqual([0, 0, 0, 0]);

    const told = ({ estimates, on, computedAt }: Shown) => ({ estimates, on, computedAt });
    const again = await Promise.all(moments.slice(1, 3).map(at));
    expect(again.map(told)).toStrictEqual(before.slice(1, 3).map(told));
    const then = await at({ on: dateOfDay(80) });
    expect(then.parameters.version).toBe(1);
    expect(then.estimates).toStrictEqual(before[3]!.estimates);
  });

  it('lists an organisation’s missions in the order it joined them, by pages, and loads in batches', async () => {
    const joined = new Date().toISOString();
    const { id, key } = await api.registerOrganisation('Late to the mission');
    const late = globalId('Organisation', id);
    const { data: nothing } = await api.graphql(
      `{ organisation(id: "${late}") { reputations { nodes { on } computedAt } } }`,
    );
    expect(nothing.organisation.reputations).toMatchObject({ nodes: [], computedAt: expect.any(String) });
    const join = `mutation ($input: JoinMissionInput!) { joinMission(input: $input) { __typename } }`;
    const commandId = '00000000-0000-4000-8000-00000000c001';
    await api.graphql(join, { input: { commandId, missionId: MISSION, role: 'MEMBER' } }, { key });
    const listed = async (args: string) => {
      const query = `{ organisation(id: "${late}") { reputations${args} { edges { cursor node { mission { id } on } } pageInfo { hasNextPage endCursor } } } }`;
      return (await api.graphql(query)).data.organisation.reputations;
    };
    const { edges, pageInfo } = await listed('');
    expect(edges).toMatchObject([{ node: { mission: { id: MISSION }, on: joined.slice(0, 10) } }]);
    expect((await listed(`(after: "${pageInfo.endCursor}")`)).edges).toEqual([]);
    expect((await listed(`(asOf: { position: "${head}" })`)).edges).toEqual([]);

    const statements = recordStatements(...api.reading);
    const spent = async (first: number) => {
      statements.length = 0;
      const query = `{ organisations(first: ${first}) { nodes { reputations(first: 2) { nodes { mission { title } estimates {
        mass reviews(first: 5) { review { reviewer { name } } share } commitments(first: 5) { commitment { description } }
      } } } } } }`;
      const { data, errors } = await api.graphql(query);
      expect(errors).toBeUndefined();
      expect(data.organisations.nodes).toHaveLength(first);
      return statements.filter((statement) => /^\s*(with|select)/.test(statement)).length;
    };
    const few = await spent(8);
    expect(await spent(15)).toBe(few);
    expect(few).toBeLessThan(14);
  });
});
