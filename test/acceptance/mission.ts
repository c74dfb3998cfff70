import type { TestApi, TestOrganisation } from '../harness/api.js';
import { Client, day, type Input } from './client.js';
import { AS_EVALUATOR } from '../harness/evaluator.js';

/** An organisation that records by its own key. */
export interface Member {
  readonly id: string;
  readonly globalId: string;
  readonly client: Client;
}

export interface Shared {
  readonly missionId: string;
  readonly city: Member;
  readonly builder: Member;
  readonly tenants: Member;
  readonly evaluator: Member;
}

export function memberOf({ id, globalId, key }: TestOrganisation, url: string): Member {
  return { id, globalId, client: new Client(url, key) };
}

export const MISSION: Input = {
  title: 'Decent housing in Rennes',
  challenge: 'How might every household in Rennes live in a dwelling that is warm, dry and safe?',
  hashtag: '#logement-digne',
  openInvitation: true,
};

/** A mission with its backbone, two members and an evaluator: what most specs begin with. */
export async function shareMission(api: TestApi): Promise<Shared> {
  const [city, builder, tenants, evaluator] = (
    await Promise.all([
      api.registerOrganisation('City of Rennes', { sector: 'PUBLIC' }),
      api.registerOrganisation('Habitat Builders', { sector: 'PRIVATE' }),
      api.registerOrganisation('Tenants’ Union', { sector: 'CIVIL_SOCIETY' }),
      api.registerOrganisation('Institute for Evaluation', { sector: 'CIVIL_SOCIETY' }),
    ])
  ).map((each) => memberOf(each, api.url)) as [Member, Member, Member, Member];
  const { receipt } = await city.client.record('declareMission', MISSION);
  const missionId = globalId('Mission', receipt.events[0]?.stream.slice('mission/'.length) ?? '');
  for (const { client } of [builder, tenants]) await client.record('joinMission', { missionId, role: 'MEMBER' });
  await city.client.record('inviteOrganisation', { missionId, organisationId: evaluator.globalId, role: 'EVALUATOR' });
  await evaluator.client.record('joinMission', { missionId, ...AS_EVALUATOR });
  return { missionId, city, builder, tenants, evaluator };
}

/** Forty dwellings within a hundred days. */
export function promise(missionId: string, more: Input = {}): Input {
  return {
    missionId,
    kind: 'SERVICE',
    quantity: { amount: '40', unit: 'dwelling' },
    description: 'Insulate forty dwellings.',
    dueOn: day(100),
    ...more,
  };
}

export function globalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`, 'utf8').toString('base64url');
}

/** The id within its type, as streams hold it. */
export function bareId(id: string): string {
  return Buffer.from(id, 'base64url')
    .toString('utf8')
    .replace(/^[A-Za-z]+:/, '');
}
