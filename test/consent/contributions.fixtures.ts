import { openCommandPath } from '@maillage/engine';
import { slices } from '../../apps/host/slices.js';
import { beginReputation } from '../../libs/slices/accountability/parameters/first.js';
import { NOW, standpoint, within } from '../../libs/slices/accountability/reputation/queries.js';
import { standingWithin } from '../../libs/slices/accountability/reputation/records.queries.js';
import { standingOf } from '../../libs/slices/accountability/reputation/standing.js';
import type { Input } from '../acceptance/client.js';
import { bareId, globalId, MISSION, type Member } from '../acceptance/mission.js';
import { until } from '../acceptance/waiting.js';
import { AS_EVALUATOR } from '../harness/evaluator.js';
import { Network } from './network.js';

// The faults of contributions, through GraphQL, with keys of several organisations. The mission is shared on the first of
// March 2026; everybody in it joined then.

const GIVEN = `query ($id: ID!) {
  contribution(id: $id) {
    evidence disputed version retractedOn retractionReason
    quantity { amount unit } found { amount } period { from to }
    statements { act version superseded accredited paid tied tiedToParty found { amount } text { text salt } organisation { name } }
    versions { version reason quantity { amount } }
    objections { id folded answeredOn withdrawnOn reason { text salt } answer { text } organisation { name } }
    commitment { state delivered { amount } }
  }
}`;
export const TOTALS = `query ($id: ID!) {
  mission(id: $id) { progress { contributions { kind unit evidence amount handedOn count disputed } } }
}`;
const ESTIMATE = `query ($id: ID!, $missionId: ID!) {
  organisation(id: $id) {
    reputation(missionId: $missionId) {
      estimates { dimension reviews { anchor evidence weight review { id } } }
    }
  }
}`;

export let network: Network;
export let missionId: string;
export let city: Member;
export let builder: Member;
export let tenants: Member;
export let neighbour: Member;
export let institute: Member;
export let friend: Member;

export async function begin(): Promise<void> {
  network = await Network.open();
  const { executor } = openCommandPath(network.api.database, slices);
  await beginReputation((command) => executor.execute(command), { now: () => '2026-03-01T06:00:00.000Z' });
  city = await network.organisation('City of Rennes');
  builder = await network.organisation('Habitat Builders');
  tenants = await network.organisation('Tenants’ Union');
  neighbour = await network.organisation('Neighbourhood Council');
  institute = await network.organisation('Institute for Evaluation');
  friend = await network.organisation('Friendly Evaluators');
  missionId = await share(city, [builder, tenants, neighbour], [institute, friend]);
  await accredit(institute);
}

export async function share(
  backbone: Member,
  members: readonly Member[],
  evaluators: readonly Member[],
): Promise<string> {
  const { receipt } = await backbone.client.record('declareMission', MISSION);
  const shared = globalId('Mission', receipt.events[0]?.stream.slice('mission/'.length) ?? '');
  for (const { client } of members) await client.record('joinMission', { missionId: shared, role: 'MEMBER' });
  for (const { client, globalId: organisationId } of evaluators) {
    await backbone.client.record('inviteOrganisation', { missionId: shared, organisationId, role: 'EVALUATOR' });
    await client.record('joinMission', { missionId: shared, ...AS_EVALUATOR });
  }
  return shared;
}

export async function accredit({ globalId: organisationId }: Member): Promise<void> {
  const evidence = [{ url: 'https://example.org/register' }];
  const term = { from: '2026-03-01', until: '2028-03-01' };
  await network.operator.client.record('accreditEvaluator', { organisationId, scope: 'Damp homes', evidence, ...term });
}

/** On the first of March, forty dwellings by October: made by the builder to the tenants, who accept. */
export async function promise(more: Input = {}): Promise<string> {
  network.at('2026-03-01');
  const { id } = await builder.client.record('makeCommitment', {
    missionId,
    kind: 'SERVICE',
    quantity: { amount: '40', unit: 'dwelling' },
    description: 'Forty dwellings made dry.',
    dueOn: '2026-10-01',
    counterpartyIds: [tenants.globalId],
    ...more,
  });
  await tenants.client.record('acceptCommitment', { commitmentId: id, termsVersion: 1 });
  return id;
}

export async function give(commitmentId: string, amount: string, day: string, more: Input = {}): Promise<string> {
  network.at(day);
  const quantity = { amount, unit: 'dwelling' };
  return (await builder.client.record('recordContribution', { commitmentId, quantity, date: day, ...more })).id;
}

export const given = async (id: string) => (await network.anybody.ask(GIVEN, { id })).contribution;
export const amount = (of: string) => ({ quantity: { amount: of, unit: 'dwelling' } });
export const kinds = async (member: Member) => (await network.awaitedOf(member)).map(({ kind }) => kind);
export const opinion = (points: number) => ({
  scores: { results: points, reliability: points, openness: points, learning: points },
  whatWorked: 'They came.',
  whatToTry: 'Come earlier.',
});

interface Weighed {
  readonly anchor: number;
  readonly evidence: string;
  readonly weight: number;
  readonly review: { readonly id: string };
}

/** The reviews of an organisation's results, as they weigh. */
export async function weighedOf(member: Member): Promise<readonly Weighed[]> {
  const { organisation } = await network.anybody.ask(ESTIMATE, { id: member.globalId, missionId });
  const estimates = organisation.reputation.estimates as readonly { dimension: string; reviews: readonly Weighed[] }[];
  return estimates.find(({ dimension }) => dimension === 'RESULTS')?.reviews ?? [];
}

/** V of everybody there is on a day, by id, once the views have everything. */
export async function voices(on: string): Promise<Readonly<Record<string, number>>> {
  const { database } = network.api;
  const position = await until('all that was recorded', async () => {
    const [now] = await standpoint.run(database, { keys: [NOW], args: null });
    return now!.position === now!.head && now!.position;
  });
  const { rows } = await database.pool.query<{ id: string }>('select id from organisation order by id');
  const keys = rows.map(({ id }) => within(id, bareId(missionId)));
  const [first] = await standingWithin.run(database, { keys, args: { position, on } });
  const { voiceOf } = standingOf(first!.background);
  return Object.fromEntries(rows.map(({ id }) => [id, voiceOf(id)]));
}
