import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WORDS_FILE } from '../../apps/cli/bundle/layout.js';
import { writeWords } from '../../apps/cli/bundle/words.js';
import { Client, isRefused, type Input, type MutationName } from '../acceptance/client.js';
import { memberOf, MISSION, promise, shareMission, type Member, type Shared } from '../acceptance/mission.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { AS_EVALUATOR } from '../harness/evaluator.js';

const DESK = `query ($id: ID!) {
  desk(organisationId: $id) { awaited { nodes { kind dueOn standing mission { id } } } }
}`;
const WHO = `query ($id: ID!) {
  mission(id: $id) {
    sdgs endsOn openInvitation privateFields
    invitations { role organisation { name } }
    handovers { acceptableUntil organisation { name } successor { name } }
    listings { nodes { role source { dataset record } organisation { name } } }
    members(includeFormer: true) {
      nodes {
        roles byInvitation leftAt qualification suspendedFrom suspendedUntil suspensionLiftedOn
        removalReason { ...Said } suspensionReason { ...Said } evidenceLinks { url } organisation { name }
      }
    }
  }
}
fragment Said on DisclosedText { text disclosure salt }`;
const TIMELINE = `query ($id: ID!) {
  mission(id: $id) { timeline(first: 50) { nodes { type data words { path text disclosure } } } }
}`;
const ERASE = `mutation ($input: EraseValueInput!) {
  eraseValue(input: $input) {
    ... on ErasureRecorded { erasure { path ground erasedBy { name } } }
    ... on Refusal { code: reason }
  }
}`;

const REVIEWED = `query ($id: ID!, $organisation: ID!, $mission: ID!) {
  review(id: $id) { whatWorked { ...Said } whatToTry { ...Said } }
  organisation(id: $organisation) {
    reputation(missionId: $mission) { estimates { dimension estimate mass reviewCount } }
  }
}
fragment Said on DisclosedText { text disclosure salt }`;

let api: TestApi;
let shared: Shared;
let newcomer: Member;
let anybody: Client;
let now = '2026-03-01T12:00:00.000Z';

beforeAll(async () => {
  api = await startTestApi({ clock: { now: () => now } });
  shared = await shareMission(api);
  anybody = new Client(api.url);
  newcomer = memberOf(await api.registerOrganisation('Neighbourhood Council'), api.url);
});
afterAll(() => api.close());

const who = async (id = shared.missionId) => (await shared.city.client.ask(WHO, { id })).mission;
async function part(name: string): Promise<unknown> {
  const members = (await who()).members.nodes as readonly { readonly organisation: { readonly name: string } }[];
  return members.find(({ organisation }) => organisation.name === name);
}
const awaited = async ({ client, globalId }: Member) =>
  (await client.ask(DESK, { id: globalId })).desk.awaited.nodes as readonly { readonly kind: string }[];
const kinds = async (member: Member) => (await awaited(member)).map(({ kind }) => kind);

const HANDOVER = 'BackboneHandoverProposed';

/** To anybody, with what it takes to check it against the log. */
const said = (text: string) => ({ text, disclosure: 'PUBLIC', salt: expect.stringMatching(/^[0-9a-f]{64}$/) });

async function refusal(client: Client, name: MutationName, input: Input): Promise<string | undefined> {
  const outcome = await client.attempt(name, input);
  return isRefused(outcome) ? `${outcome.code} ${outcome.path.join('.')}` : undefined;
}

describe('Taking part in a mission', () => {
  it('is for the organisation itself alone: nobody enrols a stranger', async () => {
    const { city, missionId } = shared;
    const enrolling = { commandId: newcomer.id, missionId, organisationId: newcomer.globalId, role: 'MEMBER' };
    const { errors } = await city.client.send(
      'mutation ($input: JoinMissionInput!) { joinMission(input: $input) { __typename } }',
      { input: enrolling },
    );
    expect(JSON.stringify(errors)).toMatch(/organisationId/);
    expect(await part('Neighbourhood Council')).toBeUndefined();
  });

  it('is asked on the desk of whoever is invited, until it joins or says no', async () => {
    const { city, missionId } = shared;
    const as = (role: string) => ({ missionId, role });
    for (const role of ['MEMBER', 'FUNDER', 'EVALUATOR']) {
      await city.client.record('inviteOrganisation', { ...as(role), organisationId: newcomer.globalId });
    }
    expect(await awaited(newcomer)).toEqual(
      ['MEMBER', 'FUNDER', 'EVALUATOR'].map(() => ({
        kind: 'OrganisationInvited',
        dueOn: '2026-03-31',
        standing: 'OPEN',
        mission: { id: missionId },
      })),
    );
    await newcomer.client.record('joinMission', as('MEMBER'));
    expect(await kinds(newcomer)).toHaveLength(2);
    await newcomer.client.record('declineInvitation', { ...as('FUNDER'), reason: 'We have nothing to give.' });
    expect(await kinds(newcomer)).toHaveLength(1);
    const invitation = { ...as('EVALUATOR'), organisationId: newcomer.globalId };
    await city.client.record('withdrawInvitation', invitation);
    expect(await kinds(newcomer)).toEqual([]);
    expect(await refusal(newcomer.client, 'declineInvitation', as('FUNDER'))).toBe('NOT_INVITED role');
  });

  it('as an evaluator takes a declaration, which anybody may read', async () => {
    const { city, missionId } = shared;
    const joining = { missionId, role: 'EVALUATOR' };
    await city.client.record('inviteOrganisation', { ...joining, organisationId: newcomer.globalId });
    const { noTies, qualification, evidence } = AS_EVALUATOR;
    const attempt = (data: Input) => refusal(newcomer.client, 'joinMission', { ...joining, ...data });
    expect(await attempt({ qualification, evidence })).toBe('TIES_NOT_DENIED noTies');
    expect(await attempt({ noTies, evidence })).toBe('QUALIFICATION_MISSING qualification');
    expect(await attempt({ noTies, qualification })).toBe('QUALIFICATION_NOT_SHOWN evidence');
    await newcomer.client.record('joinMission', { ...joining, noTies, qualification, evidence });
    expect(await part('Neighbourhood Council')).toMatchObject({
      roles: ['MEMBER', 'EVALUATOR'],
      qualification,
      evidenceLinks: [{ url: evidence[0].url }],
    });
  });

  it('is not what a source says of an organisation', async () => {
    const { city, missionId } = shared;
    const named = memberOf(await api.registerOrganisation('Fund of the Region'), api.url);
    const source = { dataset: 'Budgets of the region', record: '2026/3' };
    const listing = { missionId, organisationId: named.globalId, role: 'FUNDER', source };
    expect(await refusal(shared.tenants.client, 'listMember', listing)).toBe('NOT_BACKBONE ');
    await city.client.record('listMember', listing);
    expect((await who()).listings.nodes).toEqual([
      { role: 'FUNDER', source, organisation: { name: 'Fund of the Region' } },
    ]);
    expect(await refusal(named.client, 'makeCommitment', promise(missionId))).toBe('NOT_A_MEMBER ');
    const reported = promise(missionId, { promisorIds: [named.globalId], dueOn: '2019-01-31' });
    expect(await refusal(city.client, 'makeCommitment', reported)).toBe('NOT_A_MEMBER promisorIds.0');
    await city.client.record('makeCommitment', { ...reported, source });
    expect(await kinds(named)).toEqual([]);
    await named.client.record('joinMission', { missionId, role: 'FUNDER' });
    expect((await who()).listings.nodes).toEqual([]);
  });
});

describe('What a mission says of itself', () => {
  it('keeps what a revision leaves out, and clears what it names with null', async () => {
    const { city } = shared;
    const terms = { ...MISSION, openInvitation: false, sdgs: ['11.1'], endsOn: '2030-12-31' };
    const { id: missionId } = await city.client.record('declareMission', terms);
    await city.client.record('reviseMission', { missionId, title: 'Warm homes', reason: 'Clearer.' });
    expect(await who(missionId)).toMatchObject({ sdgs: ['11.1'], endsOn: '2030-12-31', openInvitation: false });
    await city.client.record('reviseMission', { missionId, sdgs: null, endsOn: null, reason: 'Wider.' });
    expect(await who(missionId)).toMatchObject({ sdgs: [], endsOn: null });
    const revising = (data: Input) => refusal(city.client, 'reviseMission', { missionId, reason: 'Why.', ...data });
    expect(await revising({ startsOn: '2026-02-01', endsOn: '2026-01-01' })).toBe('ENDS_BEFORE_START endsOn');
  });

  it('is open or private, never both', async () => {
    const { city } = shared;
    const privateFields = ['REVIEW_COMMENTS'];
    expect(await refusal(city.client, 'declareMission', { ...MISSION, privateFields })).toBe(
      'OPEN_AND_PRIVATE privateFields',
    );
    const closed = { ...MISSION, openInvitation: false, privateFields };
    const { id: missionId } = await city.client.record('declareMission', closed);
    const opening = { missionId, openInvitation: true, reason: 'All are welcome.' };
    expect(await refusal(city.client, 'reviseMission', opening)).toBe('OPEN_AND_PRIVATE privateFields');
    await city.client.record('reviseMission', { ...opening, privateFields: null });
  });
});

describe('Words about another', () => {
  const REASON = 'Its accountant took the money home.';
  let missionId: string;
  let eventId: string;

  async function told(): Promise<unknown> {
    const { nodes } = (await anybody.ask(TIMELINE, { id: missionId })).mission.timeline;
    return (nodes as readonly { readonly type: string }[]).find(({ type }) => type === 'MemberRemoved');
  }

  /** Of an event, as an export writes them. */
  async function bundled(of = eventId): Promise<readonly unknown[]> {
    const folder = await mkdtemp(join(tmpdir(), 'maillage-words-'));
    const client = await api.database.pool.connect();
    try {
      const { rows } = await client.query<{ position: string }>('select position from log_head');
      const writing = { folder, interrupted: new AbortController().signal };
      await writeWords(writing, client, BigInt(rows[0]?.position ?? 0));
      const lines = (await readFile(join(folder, WORDS_FILE), 'utf8')).split('\n').filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line) as { eventId: string }).filter((each) => each.eventId === of);
    } finally {
      client.release();
      await rm(folder, { recursive: true, force: true });
    }
  }

  beforeAll(async () => {
    const { city } = shared;
    ({ id: missionId } = await city.client.record('declareMission', MISSION));
    await newcomer.client.record('joinMission', { missionId, role: 'MEMBER' });
    const removal = { missionId, organisationId: newcomer.globalId, reason: REASON };
    const { receipt } = await city.client.record('removeMember', removal);
    eventId = receipt.events.find(({ type }) => type === 'MemberRemoved')?.id ?? '';
    const { rows } = await api.database.pool.query<{ entry: string }>('select entry from event where id = $1', [
      eventId,
    ]);
    expect(rows.map(({ entry }) => entry.includes('accountant'))).toEqual([false]);
  });

  it('are read by anybody beside the log, and opened by their salt', async () => {
    const hashed = { reason: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } };
    expect(await told()).toMatchObject({
      data: hashed,
      words: [{ path: '/reason', text: REASON, disclosure: 'PUBLIC' }],
    });
    const { nodes } = (await anybody.ask(WHO, { id: missionId })).mission.members;
    const { text, salt } = nodes[1].removalReason as { readonly text: string; readonly salt: string };
    const domain = Buffer.from('maillage/private/v1\n');
    const opened = hash('sha256', Buffer.concat([domain, Buffer.from(salt, 'hex'), Buffer.from(JSON.stringify(text))]));
    expect(await told()).toMatchObject({ data: { reason: { sha256: opened } } });
  });

  it('are in a bundle, with what it takes to check them', async () => {
    expect(await bundled()).toMatchObject([{ eventId, path: '/reason', value: JSON.stringify(REASON) }]);
  });

  it('tell whoever they name, and whoever wrote them, that they may be erased, and by which event', async () => {
    const beside = `query ($id: ID!) {
      mission(id: $id) { members(includeFormer: true) { nodes { removalReason { eventId path mayErase } } } }
    }`;
    const { city, tenants } = shared;
    const readers = [anybody, tenants.client, city.client, newcomer.client];
    const answers = await Promise.all(readers.map((client) => client.ask(beside, { id: missionId })));
    expect(answers.map(({ mission }) => mission.members.nodes[1].removalReason as unknown)).toEqual(
      [false, false, true, true].map((mayErase) => ({ eventId, path: '/reason', mayErase })),
    );
  });

  it('are erased on the request of whoever they name, on record, and of no stranger', async () => {
    const asked = { eventId, path: '/reason', ground: 'REQUEST_OF_THE_PERSON' };
    const erase = async ({ client }: Member) =>
      (await client.ask(ERASE, { input: { commandId: randomUUID(), ...asked } })).eraseValue;
    expect(await erase(shared.tenants)).toEqual({ code: 'NOT_YOURS_TO_ERASE' });
    expect(await erase(newcomer)).toEqual({
      erasure: { path: '/reason', ground: 'REQUEST_OF_THE_PERSON', erasedBy: { name: 'Neighbourhood Council' } },
    });
    expect(await told()).toMatchObject({ words: [{ path: '/reason', text: null, disclosure: 'ERASED' }] });
    expect(await bundled()).toEqual([]);
    const { nodes } = (await shared.city.client.ask(WHO, { id: missionId })).mission.members;
    expect(nodes[1]).toMatchObject({ roles: [], removalReason: { text: null, disclosure: 'ERASED', salt: null } });
  });

  it('in a review go the same way, once they were read, and its scores go on counting', async () => {
    const { builder, tenants } = shared;
    const { id: commitmentId } = await builder.client.record('makeCommitment', promise(shared.missionId));
    const { id, receipt } = await tenants.client.record('submitReview', {
      commitmentId,
      reviewedId: builder.globalId,
      scores: { results: 1, reliability: 2, openness: 3, learning: 4 },
      whatWorked: 'Their foreman Marcel was sober.',
      whatToTry: 'Come earlier.',
    });
    const review = receipt.events[0]?.id ?? '';
    const asked = { id, organisation: builder.globalId, mission: shared.missionId };
    const { review: read, organisation: before } = await anybody.ask(REVIEWED, asked);
    expect(read.whatWorked).toMatchObject({ text: 'Their foreman Marcel was sober.', disclosure: 'PUBLIC' });
    expect(before.reputation.estimates).toContainEqual(expect.objectContaining({ reviewCount: 1 }));
    expect(await bundled(review)).toMatchObject([{ path: '/whatToTry' }, { path: '/whatWorked' }]);

    const input = { commandId: randomUUID(), eventId: review, path: '/whatWorked', ground: 'REQUEST_OF_THE_PERSON' };
    const erased = await builder.client.ask(ERASE, { input });
    expect(erased.eraseValue).toMatchObject({ erasure: { erasedBy: { name: 'Habitat Builders' } } });

    const { data, text } = await anybody.send(REVIEWED, asked);
    expect(text).not.toContain('Marcel');
    expect(data).toMatchObject({
      review: { whatWorked: { text: null, disclosure: 'ERASED' }, whatToTry: { text: 'Come earlier.' } },
      organisation: before,
    });
    expect(await bundled(review)).toMatchObject([{ path: '/whatToTry' }]);
  });
});

describe('A backbone', () => {
  it('suspends a member, which goes on keeping its promises and makes no new one until that is lifted', async () => {
    const { city, builder, tenants, missionId } = shared;
    const { id: commitmentId } = await builder.client.record('makeCommitment', promise(missionId));
    const { id: theirs } = await tenants.client.record('makeCommitment', promise(missionId));
    const suspension = { missionId, organisationId: builder.globalId, reason: 'It works without a permit.' };
    expect(await refusal(tenants.client, 'suspendMember', { ...suspension, until: '2026-04-30' })).toBe(
      'NOT_BACKBONE ',
    );
    expect(await refusal(city.client, 'suspendMember', { ...suspension, until: '2026-06-30' })).toBe(
      'SUSPENSION_OUT_OF_RANGE until',
    );
    await city.client.record('suspendMember', { ...suspension, until: '2026-04-30' });
    expect(await part('Habitat Builders')).toMatchObject({
      suspendedFrom: '2026-03-08',
      suspendedUntil: '2026-04-30',
      suspensionReason: said('It works without a permit.'),
    });

    now = '2026-03-07T12:00:00.000Z';
    await builder.client.record('makeCommitment', promise(missionId));
    now = '2026-03-08T12:00:00.000Z';
    const review = {
      commitmentId: theirs,
      reviewedId: tenants.globalId,
      scores: { results: 3, reliability: 4, openness: 2, learning: 3 },
      whatWorked: 'They called first.',
      whatToTry: 'Come earlier.',
    };
    expect(await refusal(builder.client, 'makeCommitment', promise(missionId))).toBe('MEMBER_SUSPENDED ');
    expect(await refusal(builder.client, 'submitReview', review)).toBe('MEMBER_SUSPENDED ');
    await builder.client.record('recordContribution', {
      commitmentId,
      quantity: { amount: '5', unit: 'dwelling' },
      date: '2026-03-07',
    });
    now = '2026-03-20T12:00:00.000Z';
    await city.client.record('liftSuspension', { missionId, organisationId: builder.globalId });
    await builder.client.record('makeCommitment', promise(missionId));
    await builder.client.record('submitReview', review);
    expect(await part('Habitat Builders')).toMatchObject({ suspensionLiftedOn: '2026-03-20' });
    now = '2026-05-01T12:00:00.000Z';
  });

  it('removes a member, which still keeps what it promised and comes back by invitation', async () => {
    const { city, tenants, missionId } = shared;
    const { id: commitmentId } = await tenants.client.record('makeCommitment', promise(missionId));
    const removal = { missionId, organisationId: tenants.globalId, reason: 'It says what is not so.' };
    expect(await refusal(shared.builder.client, 'removeMember', removal)).toBe('NOT_BACKBONE ');
    await city.client.record('removeMember', removal);
    expect(await part('Tenants’ Union')).toMatchObject({ roles: [], removalReason: said('It says what is not so.') });
    expect(await refusal(tenants.client, 'joinMission', { missionId, role: 'MEMBER' })).toBe('NOT_INVITED role');
    await tenants.client.record('recordContribution', {
      commitmentId,
      quantity: { amount: '5', unit: 'dwelling' },
      date: '2026-03-07',
    });
    await tenants.client.record('withdrawCommitment', { commitmentId, reason: 'We were removed.' });
    await city.client.record('inviteOrganisation', { missionId, organisationId: tenants.globalId, role: 'MEMBER' });
    await tenants.client.record('joinMission', { missionId, role: 'MEMBER' });
  });

  it('that is the last hands over to a successor that accepts', async () => {
    const { city, builder, missionId } = shared;
    expect(await refusal(city.client, 'leaveMission', { missionId })).toBe('LAST_BACKBONE ');
    // An offer may be taken back, or declined, and then another made.
    const offer = { missionId, successorId: builder.globalId };
    await city.client.record('proposeBackboneHandover', offer);
    await city.client.record('dropBackboneHandover', { missionId });
    expect([(await who()).handovers, await kinds(builder)]).toEqual([[], expect.not.arrayContaining([HANDOVER])]);
    await city.client.record('proposeBackboneHandover', offer);
    expect(await refusal(newcomer.client, 'declineBackboneHandover', { missionId })).toBe('NO_HANDOVER_OPEN ');
    await builder.client.record('declineBackboneHandover', { missionId, reason: 'Not this year.' });
    expect([(await who()).handovers, await kinds(builder)]).toEqual([[], expect.not.arrayContaining([HANDOVER])]);
    await city.client.record('proposeBackboneHandover', offer);
    expect((await who()).handovers).toEqual([
      {
        acceptableUntil: '2026-05-31',
        organisation: { name: 'City of Rennes' },
        successor: { name: 'Habitat Builders' },
      },
    ]);
    expect(await kinds(builder)).toContain(HANDOVER);
    expect(await refusal(newcomer.client, 'acceptBackboneHandover', { missionId })).toBe('NO_HANDOVER_OPEN ');
    await builder.client.record('acceptBackboneHandover', { missionId });
    expect(await kinds(builder)).not.toContain(HANDOVER);
    expect([await part('Habitat Builders'), await part('City of Rennes')]).toMatchObject([
      { roles: ['MEMBER', 'BACKBONE'] },
      { roles: ['MEMBER'] },
    ]);
    await city.client.record('leaveMission', { missionId });
  });
});

describe('A mission that is looked at anew', () => {
  const COURSE = `query ($id: ID!) {
    mission(id: $id) { closedOn closedAs learned { text disclosure } pauses { pausedOn reassessBy endedOn outcome pausedBy { name } } }
  }`;

  it('waits on the desks of its backbones until it goes on or ends, and then begins nothing new', async () => {
    now = '2026-08-01T12:00:00.000Z';
    const { city, builder, missionId } = await shareMission(api);
    const { id: promised } = await builder.client.record('makeCommitment', promise(missionId, { dueOn: '2026-12-31' }));
    const paused = { missionId, reason: 'Nobody has time.', reassessBy: '2026-09-15' };
    expect(await refusal(builder.client, 'pauseMission', paused)).toBe('NOT_BACKBONE ');
    await city.client.record('pauseMission', paused);
    const awaited = async () => {
      const { desk } = await city.client.ask(DESK, { id: city.globalId });
      const nodes: readonly any[] = desk.awaited.nodes;
      return nodes.filter(({ kind }) => kind === 'REASSESSMENT').map(({ dueOn, standing }) => [dueOn, standing]);
    };
    expect(await awaited()).toEqual([['2026-09-15', 'OPEN']]);
    now = '2026-09-16T12:00:00.000Z';
    expect(await awaited()).toEqual([['2026-09-15', 'OVERDUE']]);

    const learned = 'One mission for the whole river.';
    await city.client.record('closeMission', { missionId, outcome: 'MERGED', learned });
    expect(await awaited()).toEqual([]);
    expect((await anybody.ask(COURSE, { id: missionId })).mission).toEqual({
      closedOn: '2026-09-16',
      closedAs: 'MERGED',
      learned: { text: learned, disclosure: 'PUBLIC' },
      pauses: [
        {
          pausedOn: '2026-08-01',
          reassessBy: '2026-09-15',
          endedOn: '2026-09-16',
          outcome: null,
          pausedBy: { name: 'City of Rennes' },
        },
      ],
    });
    expect(await refusal(builder.client, 'makeCommitment', promise(missionId))).toBe('MISSION_CLOSED ');
    const terms = { missionId, name: 'Dwellings', unit: 'dwelling', direction: 'INCREASE' };
    expect(await refusal(city.client, 'defineIndicator', terms)).toBe('MISSION_CLOSED ');
    const given = { commitmentId: promised, date: '2026-09-01', quantity: { amount: '1', unit: 'dwelling' } };
    await builder.client.record('recordContribution', given);
  });
});
