import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commons, referredTo } from '@maillage/commons';
import { openCommandPath, type CommandExecutor, type Registry } from '@maillage/engine';
import { EvidenceFiles, loadConfig } from '@maillage/platform';
import { slices } from '../../apps/host/slices.js';
import { shareAMember, sharing } from '../../libs/slices/accountability/ports.js';
import { bareId, promise, shareMission, type Member, type Shared } from '../acceptance/mission.js';
import { ledgerEnvironment, startTestApi, type TestApi } from '../harness/api.js';
import { command, executed } from '../harness/engine.js';
import { id } from '../harness/given.js';
import { upload } from './evidence.files.js';
import { assembly } from './made-up.slice.js';

// As apps/host/slices.ts would have it with one more slice in its list.
const subDomains = [...slices.filter(({ name }) => name !== 'commons'), assembly];
const composed = [...subDomains, commons(subDomains)];

const DESK = `query ($id: ID!, $afterPosition: Position) {
  desk(organisationId: $id, afterPosition: $afterPosition) {
    notices { text }
    awaited { totalCount nodes { kind role stream askedOn dueOn standing mission { id } } }
  }
}`;
const TIMELINE = `query ($id: ID!, $afterPosition: Position) {
  mission(id: $id, afterPosition: $afterPosition) { timeline(last: 5, newestFirst: false) { nodes { type stream actor { id } } } }
}`;

interface Window {
  readonly kind: string;
  readonly role: string | null;
  readonly dueOn: string;
  readonly standing: string;
}

const ANNE = id(0xa1);
const RESIDENT = id(0xa2);

describe('A slice that nobody knew of', () => {
  let api: TestApi;
  let shared: Shared;
  let registry: Registry;
  let executor: CommandExecutor;
  let now = '2026-03-01T12:00:00.000Z';
  let position = 0n;

  beforeAll(async () => {
    api = await startTestApi({ slices: composed, clock: { now: () => now } });
    shared = await shareMission(api);
    ({ registry, executor } = openCommandPath(api.database, composed));
  });
  afterAll(() => api.close());

  /** Records one of its events; those of one assembly share a stream. */
  async function tell(by: Member, type: string, data: object, { stream = id(1), member = '' } = {}): Promise<void> {
    const missionId = bareId(shared.missionId);
    const actor = { organisation: by.id, ...(member === '' ? {} : { member }) };
    const told = { type, data: { missionId, on: now.slice(0, 10), ...data } };
    const { receipt } = await executed(executor.execute(command('Tell', stream, told, by.id, { actor, at: now })));
    position = receipt.events.at(-1)?.position ?? position;
  }

  async function deskOf({ client, globalId }: Member) {
    const { desk } = await client.ask(DESK, { id: globalId, afterPosition: position.toString() });
    return desk as { readonly notices: readonly unknown[]; readonly awaited: { readonly nodes: readonly Window[] } };
  }

  /** `kind role due standing` of each, in order. */
  async function awaited(member: Member): Promise<readonly string[]> {
    const { nodes } = (await deskOf(member)).awaited;
    return nodes.map(({ kind, role, dueOn, standing }) => `${kind} ${role ?? '–'} ${dueOn.slice(5)} ${standing}`);
  }

  it('asks a role, for as many days as its data says', async () => {
    const { city, builder, tenants, missionId } = shared;
    await tell(builder, 'HearingCalled', { days: 21, invitation: {} });
    expect((await deskOf(city)).awaited).toEqual({
      totalCount: 1,
      nodes: [
        {
          kind: 'HEARING',
          role: 'BACKBONE',
          stream: `assembly/${id(1)}`,
          standing: 'OPEN',
          askedOn: '2026-03-01',
          dueOn: '2026-03-22',
          mission: { id: missionId },
        },
      ],
    });
    expect(await awaited(tenants)).toEqual([]);
    now = '2026-03-22T23:59:59.999Z';
    expect(await awaited(city)).toEqual(['HEARING BACKBONE 03-22 OPEN']);
    now = '2026-03-23T00:00:00.000Z';
    expect(await awaited(city)).toEqual(['HEARING BACKBONE 03-22 OVERDUE']);
  });

  it('has an end open the next window, of a party that a field names', async () => {
    const { city, tenants } = shared;
    await tell(city, 'HearingHeld', { speakerId: tenants.id });
    expect([await awaited(city), await awaited(tenants)]).toEqual([[], ['CONCLUSION – 04-06 OPEN']]);
    await tell(tenants, 'ConclusionDrawn', {});
    expect(await awaited(tenants)).toEqual([]);
  });

  it('asks several, each until it answers', async () => {
    const { city, builder, tenants } = shared;
    await tell(city, 'LetterSent', { toIds: [builder.id, tenants.id], days: 10 });
    await tell(city, 'LetterSent', { toIds: [tenants.id], days: 5 }, { stream: id(2) });
    expect(await awaited(builder)).toEqual(['REPLY – 04-02 OPEN']);
    // What is due first comes first.
    expect(await awaited(tenants)).toEqual(['REPLY – 03-28 OPEN', 'REPLY – 04-02 OPEN']);
    await tell(builder, 'LetterAnswered', {});
    expect([await awaited(builder), await awaited(tenants)]).toEqual([
      [],
      ['REPLY – 03-28 OPEN', 'REPLY – 04-02 OPEN'],
    ]);
    await tell(tenants, 'LetterAnswered', {}, { stream: id(2) });
    expect(await awaited(tenants)).toEqual(['REPLY – 04-02 OPEN']);
  });

  it('is on the timeline of the mission its events name', async () => {
    const { city, tenants, builder, missionId } = shared;
    const { mission } = await city.client.ask(TIMELINE, { id: missionId, afterPosition: position.toString() });
    const told = (mission.timeline.nodes as readonly any[]).map(({ type, stream, actor }) => [type, stream, actor.id]);
    expect(told).toEqual([
      ['ConclusionDrawn', `assembly/${id(1)}`, tenants.globalId],
      ['LetterSent', `assembly/${id(1)}`, city.globalId],
      ['LetterSent', `assembly/${id(2)}`, city.globalId],
      ['LetterAnswered', `assembly/${id(1)}`, builder.globalId],
      ['LetterAnswered', `assembly/${id(2)}`, tenants.globalId],
    ]);
  });

  it('has authors that count as shared members, and residents that do not', async () => {
    const { city, builder, evaluator, missionId } = shared;
    const record = (by: Member, member: string) =>
      executor.execute(
        command('MakeCommitment', randomUUID(), { ...promise(missionId), missionId: bareId(missionId) }, by.id, {
          actor: { organisation: by.id, member },
          at: now,
        }),
      );
    await executed(record(builder, ANNE));
    await executed(record(evaluator, RESIDENT));
    await tell(city, 'HearingCalled', { days: 7, invitation: {} }, { member: ANNE, stream: id(3) });
    await tell(city, 'VoiceRaised', {}, { member: RESIDENT });
    await deskOf(city);
    const keys = [builder, evaluator].map((other) => sharing(city.id, other.id, position.toString()));
    const shares = registry.queries.find(({ name }) => name === shareAMember.name);
    expect(await shares?.run(api.database, { keys, args: null })).toEqual([true, false]);
  });

  it('refers to files of evidence, which no sweep takes', async () => {
    const { city } = shared;
    const [named, unnamed] = await Promise.all(
      ['Come one and all.', 'A draft.'].map(async (text, n) => {
        const { body } = await upload(api.url, city.client.key, text, `invitation-${n}.txt`, 'text/plain');
        return body as { readonly sha256: string; readonly size: number };
      }),
    );
    const file = { sha256: named?.sha256, name: 'invitation-0.txt', mediaType: 'text/plain', size: named?.size };
    await tell(city, 'HearingCalled', { days: 7, invitation: { evidence: [file] } }, { stream: id(4) });
    await deskOf(city);
    const { evidence } = loadConfig(ledgerEnvironment(api.databaseUrl));
    const files = new EvidenceFiles(api.database, evidence);
    expect(await files.sweep(0, (hashes) => referredTo(api.database, hashes))).toMatchObject({ files: 1 });
    const kept = await Promise.all([named, unnamed].map((each) => files.find(each?.sha256 ?? '')));
    expect(kept.map((each) => each !== undefined)).toEqual([true, false]);
  });

  it('puts a list of its own on the desk', async () => {
    const { builder } = shared;
    expect((await deskOf(builder)).notices).toEqual([{ text: `Welcome, ${builder.id}.` }]);
  });
});
