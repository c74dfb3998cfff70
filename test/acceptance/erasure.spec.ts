import { afterAll, beforeAll, describe, it, expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sealer } from '@maillage/ledger';
import { verify, type Verdict } from '@maillage/verifier';
import { examine } from '../../apps/cli/verify/examine.js';
import { httpSource } from '../../apps/cli/verify/http.js';
import { Memory } from '../../apps/cli/verify/memory.js';
import { startTestApi, TEST_LOG_KEY, type TestApi } from '../harness/api.js';
import { Client, day, faultsOf, readLog, type Input, type LoggedEvent } from './client.js';
import { memberOf, MISSION, promise, shareMission, type Member, type Shared } from './mission.js';

// A mission whose members speak freely of each other, and what remains when one of them takes a word back.

const SCORES = { results: 3, reliability: 2, openness: 4, learning: 1 };
const WORKED = 'Madame Le Goff of the third floor was moved out in good time';
const TRY = 'Tell the Tanguy family before the water is cut off';
const REVISED = 'Madame Le Goff now has her keys back';
const ANSWER = 'The Tanguys were told on a Monday, by Erwan';
const NOTE = 'The meter of Monsieur Kervella was read twice';
const STATEMENT = 'Monsieur Kervella showed us his boiler';
const FINDING = 'Seen with Monsieur Kervella, flat 12';
const PRIVATE = [WORKED, TRY, REVISED, ANSWER, NOTE, STATEMENT, FINDING];

let api: TestApi;
let stateDir: string;
let sealer: Sealer;
let shared: Shared;
let stranger: Member;
let operator: Client;
const ids = { commitment: '', contribution: '', review: '' };
let submitted: { readonly eventId: string; readonly signed: string };
let checkpoint: string;

beforeAll(async () => {
  api = await startTestApi();
  stateDir = await mkdtemp(join(tmpdir(), 'maillage-erasure-'));
  sealer = new Sealer({ database: api.database, key: TEST_LOG_KEY, stateDir });
  shared = await shareMission(api);
  stranger = memberOf(await api.registerOrganisation('A Passer-by'), api.url);
  operator = new Client(api.url, await api.createKey(randomUUID(), ['read', 'write', 'operator']));
  await shared.city.client.record('reviseMission', {
    missionId: shared.missionId,
    openInvitation: false,
    privateFields: ['REVIEW_COMMENTS', 'EVIDENCE_NOTES'],
    reason: 'So that people speak freely.',
  });
  // They joined while it was open to all.
  for (const { client, globalId } of [shared.builder, shared.tenants]) {
    const as = { missionId: shared.missionId, role: 'MEMBER' };
    await shared.city.client.record('inviteOrganisation', { ...as, organisationId: globalId });
    await client.record('joinMission', as);
  }
});
afterAll(async () => {
  await sealer.stop();
  await api.close();
  await rm(stateDir, { recursive: true, force: true });
});

const REVIEW = `query ($id: ID!) {
  review(id: $id) {
    scores { results } whatWorked { ...Said } whatToTry { ...Said } answer { ...Said }
    versions { whatWorked { ...Said } whatToTry { ...Said } }
    commitment { contributions { nodes { note { ...Said } statements { act text { ...Said } } } } }
  }
}
fragment Said on DisclosedText { text disclosure }`;
const said = (text: string) => ({ text, disclosure: 'PRIVATE' });
const WITHHELD = { text: null, disclosure: 'WITHHELD' };

const ERASE = `mutation ($input: EraseValueInput!) {
  eraseValue(input: $input) {
    ... on ErasureRecorded { erasure { eventId path ground note erasedBy { name } } receipt { position events { type stream } } }
    ... on Refusal { code: reason message path }
  }
}`;

const reviewAsSeenBy = async (client: Client) => (await client.ask(REVIEW, { id: ids.review })).review;
const erase = async (client: Client, input: Input) =>
  (await client.ask(ERASE, { input: { commandId: randomUUID(), ground: 'REQUEST_OF_THE_PERSON', ...input } }))
    .eraseValue;
const seal = async () => {
  expect(['sealed', 'idle']).toContain((await sealer.seal()).kind);
};
const verified = (earlier: readonly string[] = [], receipts: readonly string[] = []): Promise<Verdict> =>
  verify(
    async (path) => {
      const answer = await fetch(`${api.url}/${path}`);
      if (!answer.ok && answer.status !== 404) throw new Error(`${path} answered ${answer.status}.`);
      return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined;
    },
    { logKey: TEST_LOG_KEY.vkey, checkpoints: earlier, receipts },
  );

/** Every column of every table of the schema that holds a text, whatever its type, as a superuser reads it: `table.column`. */
async function columnsWith(text: string): Promise<readonly string[]> {
  const { rows: columns } = await api.superuser.pool.query<{ name: string; column: string; type: string }>(
    `select c.relname as name, a.attname as column, format_type(a.atttypid, null) as type
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'maillage'::regnamespace and c.relkind = 'r' order by 1, 2`,
  );
  expect(columns.length).toBeGreaterThan(80);
  const found: string[] = [];
  for (const { name, column, type } of columns) {
    const bytes = type === 'bytea' ? `"${column}"` : `convert_to("${column}"::text, 'UTF8')`;
    const { rows } = await api.superuser.pool.query(
      `select from maillage."${name}" where position(convert_to($1, 'UTF8') in ${bytes}) > 0 limit 1`,
      [text],
    );
    if (rows.length > 0) found.push(`${name}.${column}`);
  }
  return found;
}

describe('A mission that keeps its comments private', () => {
  it('takes reviews, answers and notes as any other', async () => {
    const { missionId, city, builder, tenants, evaluator } = shared;
    const commitment = await builder.client.record('makeCommitment', promise(missionId));
    ids.commitment = commitment.id;
    const gift = { commitmentId: ids.commitment, date: day(), quantity: { amount: '3', unit: 'dwelling' }, note: NOTE };
    ids.contribution = (await builder.client.record('recordContribution', gift)).id;
    const { contribution: contributionId } = ids;
    await city.client.record('corroborateContribution', { contributionId, statement: STATEMENT });
    await evaluator.client.record('verifyContribution', { contributionId, noTies: true, finding: FINDING });
    const opinion = { scores: SCORES, whatWorked: WORKED, whatToTry: TRY };
    const commandId = randomUUID();
    const named = { commitmentId: ids.commitment, reviewedId: builder.globalId };
    const review = await tenants.client.record('submitReview', { commandId, ...named, ...opinion });
    ids.review = review.id;
    // The same once more, with other salts: the same receipt.
    const again = await tenants.client.record('submitReview', { commandId, ...named, ...opinion });
    expect(again.receipt).toEqual(review.receipt);
    await tenants.client.record('reviseReview', { reviewId: ids.review, ...opinion, whatWorked: REVISED });
    await builder.client.record('answerReview', { reviewId: ids.review, answer: ANSWER });

    await seal();
    const { receipt } = (
      await tenants.client.ask(
        `mutation ($input: SubmitReviewInput!) { submitReview(input: $input) { ... on ReviewRecorded { receipt { signed } } } }`,
        { input: { commandId, ...named, ...opinion } },
      )
    ).submitReview;
    submitted = { eventId: review.receipt.events[0]?.id ?? '', signed: receipt.signed };
  });

  it('has none of it in the log, where commitments stand instead', async () => {
    const log = await readLog(new Client(api.url));
    expect(faultsOf(log)).toEqual([]);
    for (const text of PRIVATE) expect(log.filter(({ entry }) => entry.includes(text))).toEqual([]);
    const commitment = { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) };
    const dataOf = (type: string) => log.find((event) => event.type === type)?.data;
    expect(dataOf('ReviewSubmitted')).toMatchObject({ scores: SCORES, whatWorked: commitment, whatToTry: commitment });
    expect(dataOf('ReviewAnswered')).toMatchObject({ answer: commitment });
    expect(dataOf('ContributionRecorded')).toMatchObject({ note: commitment });
    expect(dataOf('ContributionCorroborated')).toMatchObject({ statement: commitment });
    expect(dataOf('ContributionVerified')).toMatchObject({ finding: commitment });
  });

  it('keeps each text in one column of one table alone', async () => {
    for (const text of PRIVATE) expect(await columnsWith(text)).toEqual(['private_value.value']);
  });

  it('shows them to members and to the parties', async () => {
    for (const { client } of [shared.city, shared.builder, shared.tenants, shared.evaluator]) {
      expect(await reviewAsSeenBy(client)).toEqual({
        scores: { results: 3 },
        whatWorked: said(REVISED),
        whatToTry: said(TRY),
        answer: said(ANSWER),
        versions: [WORKED, REVISED].map((worked) => ({ whatWorked: said(worked), whatToTry: said(TRY) })),
        commitment: {
          contributions: {
            nodes: [
              {
                note: said(NOTE),
                statements: [
                  { act: 'DECLARED', text: said(NOTE) },
                  { act: 'CORROBORATED', text: said(STATEMENT) },
                  { act: 'VERIFIED', text: said(FINDING) },
                ],
              },
            ],
          },
        },
      });
    }
  });

  it('withholds them from strangers, operators and the public, who see the scores', async () => {
    for (const client of [stranger.client, operator, new Client(api.url)]) {
      const { data, text } = await client.send(REVIEW, { id: ids.review });
      for (const secret of PRIVATE) expect(text).not.toContain(secret);
      expect(data.review).toMatchObject({
        scores: { results: 3 },
        whatWorked: WITHHELD,
        answer: WITHHELD,
        versions: [{ whatToTry: WITHHELD }, { whatWorked: WITHHELD }],
        commitment: { contributions: { nodes: [{ note: WITHHELD }] } },
      });
    }
  });

  it('shows them to no former member, save what it recorded itself', async () => {
    await shared.tenants.client.record('leaveMission', { missionId: shared.missionId });
    expect(await reviewAsSeenBy(shared.tenants.client)).toMatchObject({
      whatWorked: said(REVISED),
      answer: WITHHELD,
    });
  });

  it('leaves public what is recorded where nobody asks for privacy', async () => {
    const { city, builder } = shared;
    const { receipt } = await city.client.record('declareMission', { ...MISSION, hashtag: '#ouvert' });
    const missionId = Buffer.from(`Mission:${receipt.events[0]?.stream.slice('mission/'.length) ?? ''}`).toString(
      'base64url',
    );
    await builder.client.record('joinMission', { missionId, role: 'MEMBER' });
    const { id: commitmentId } = await builder.client.record('makeCommitment', promise(missionId));
    const opinion = { scores: SCORES, whatWorked: 'They came.', whatToTry: 'Come again.' };
    const named = { commitmentId, reviewedId: builder.globalId };
    const { id } = await city.client.record('submitReview', { ...named, ...opinion });
    const { review } = await new Client(api.url).ask(REVIEW, { id });
    expect(review).toMatchObject({
      whatWorked: { text: 'They came.', disclosure: 'PUBLIC' },
      answer: null,
    });
  });
});

describe('Erasing', () => {
  let before: readonly LoggedEvent[];

  it('is for whoever recorded it, of what is private, on a ground', async () => {
    const { eventId } = submitted;
    await seal();
    const verdict = await verified();
    expect(verdict).toMatchObject({ valid: true, erased: 0n });
    checkpoint = verdict.valid ? verdict.checkpoint : '';
    before = await readLog(new Client(api.url));

    const path = '/whatWorked';
    const refusals: readonly (readonly [Client, Input, string, readonly string[]])[] = [
      [shared.evaluator.client, { eventId, path }, 'NOT_YOURS_TO_ERASE', ['eventId']],
      [shared.tenants.client, { eventId, path: '/scores' }, 'NOT_PRIVATE', ['path']],
      [shared.tenants.client, { eventId, path: '/whatEver' }, 'NOT_PRIVATE', ['path']],
      [shared.tenants.client, { eventId, path: 'whatWorked' }, 'INVALID_INPUT', ['path']],
      [shared.tenants.client, { eventId: randomUUID(), path }, 'UNKNOWN_EVENT', ['eventId']],
      [shared.tenants.client, { eventId: 'no id', path }, 'INVALID_INPUT', ['eventId']],
    ];
    for (const [client, input, code, at] of refusals) {
      expect(await erase(client, input)).toMatchObject({ code, path: at });
    }
    const { errors } = await new Client(api.url).send(ERASE, {
      input: { commandId: randomUUID(), eventId, path, ground: 'LEGAL_OBLIGATION' },
    });
    expect(errors?.[0].extensions.code).toBe('UNAUTHENTICATED');
    expect(await readLog(new Client(api.url))).toEqual(before);
  });

  it('takes the text out of the database for good', async () => {
    const { eventId } = submitted;
    const input = { commandId: randomUUID(), eventId, path: '/whatWorked', note: 'She asked for it.' };
    const erased = await erase(shared.tenants.client, input);
    expect(erased).toMatchObject({
      erasure: { eventId, path: '/whatWorked', ground: 'REQUEST_OF_THE_PERSON', note: 'She asked for it.' },
      receipt: { events: [{ type: 'ValueErased', stream: `erasure/${eventId}` }] },
    });
    expect(erased.erasure.erasedBy.name).toBe('Tenants’ Union');
    expect(await columnsWith(WORKED)).toEqual([]);
    expect(await columnsWith(TRY)).toEqual(['private_value.value']);
    // Retried, it is the same erasure; as a new one it is refused.
    expect(await erase(shared.tenants.client, input)).toMatchObject({ receipt: { position: erased.receipt.position } });
    expect(await erase(shared.tenants.client, { ...input, commandId: randomUUID() })).toMatchObject({
      code: 'ALREADY_ERASED',
    });
  });

  it('is told to everybody, and what it was to nobody', async () => {
    for (const client of [shared.city.client, shared.tenants.client, stranger.client, new Client(api.url)]) {
      const { versions, whatWorked } = await reviewAsSeenBy(client);
      expect(versions[0].whatWorked).toEqual({ text: null, disclosure: 'ERASED' });
      expect(versions[0].whatToTry.disclosure).not.toBe('ERASED');
      expect(whatWorked.disclosure).not.toBe('ERASED');
    }
  });

  it('is for whoever the event names, private as it is', async () => {
    const log = await readLog(new Client(api.url), { type: 'ContributionCorroborated' });
    const input = { eventId: log[0]?.id ?? '', path: '/statement' };
    expect(await erase(shared.evaluator.client, input)).toMatchObject({ code: 'NOT_YOURS_TO_ERASE' });
    expect(await erase(shared.builder.client, input)).toMatchObject({ erasure: { path: '/statement' } });
    expect(await columnsWith(STATEMENT)).toEqual([]);
  });

  it('is for an operator too', async () => {
    const log = await readLog(new Client(api.url), { type: 'ReviewAnswered' });
    const input = { eventId: log[0]?.id ?? '', path: '/answer', ground: 'LEGAL_OBLIGATION' };
    expect(await erase(operator, input)).toMatchObject({ erasure: { ground: 'LEGAL_OBLIGATION', erasedBy: null } });
    expect(await columnsWith(ANSWER)).toEqual([]);
    expect(await reviewAsSeenBy(shared.builder.client)).toMatchObject({
      answer: { text: null, disclosure: 'ERASED' },
    });
  });

  it('is listed in the order of the log', async () => {
    const query = `query ($organisationId: ID, $eventId: UUID) {
      erasures(organisationId: $organisationId, eventId: $eventId) { nodes { path ground erasedBy { name } } }
    }`;
    const anyone = new Client(api.url);
    const paths = async (filter: Input) => {
      const { nodes } = (await anyone.ask(query, filter)).erasures as { readonly nodes: readonly { path: string }[] };
      return nodes.map(({ path }) => path);
    };
    expect(await paths({})).toEqual(['/whatWorked', '/statement', '/answer']);
    expect(await paths({ organisationId: shared.tenants.globalId })).toEqual(['/whatWorked']);
    expect(await paths({ eventId: submitted.eventId })).toEqual(['/whatWorked']);
    expect(await paths({ eventId: randomUUID() })).toEqual([]);
  });

  it('is told over HTTP apart from a value that was deleted, also before a checkpoint covers it', async () => {
    const given = { vkey: TEST_LOG_KEY.vkey, checkpoints: [], receipts: [] };
    const how = { forget: false, remember: false, threads: 0, onProgress: () => undefined };
    const examined = () => examine(httpSource(api.url, new AbortController().signal), given, new Memory(stateDir), how);
    expect(await examined()).toMatchObject({ valid: true, erased: 0n });
    const { rows } = await api.superuser.pool.query<Readonly<Record<string, unknown>>>(
      'delete from maillage.private_value where event_id = $1 and path = $2 returning *',
      [submitted.eventId, '/whatToTry'],
    );
    expect(await examined()).toMatchObject({
      valid: false,
      fault: { kind: 'PRIVATE', message: expect.stringContaining('data/whatToTry is gone, and no event says') },
    });
    const row = Object.entries(rows[0] ?? {});
    const [columns, places] = [row.map(([name]) => name).join(', '), row.map((_, n) => `$${n + 1}`).join(', ')];
    await api.superuser.pool.query(
      `insert into maillage.private_value (${columns}) values (${places})`,
      row.map(([, value]) => value),
    );
    expect(await examined()).toMatchObject({ valid: true });
  });

  it('leaves the log, its proofs and earlier receipts as they were', async () => {
    const after = await readLog(new Client(api.url));
    expect(after.slice(0, before.length)).toEqual(before);
    expect(faultsOf(after)).toEqual([]);
    await seal();
    expect(await verified([checkpoint], [submitted.signed])).toMatchObject({
      valid: true,
      erased: 3n,
      size: BigInt(after.length),
      uncovered: [],
    });
  });

  it('shows a value that was tampered with to nobody', async () => {
    await api.superuser.pool.query(
      `update maillage.private_value set value = '"They said nothing of the kind"' where path = '/whatToTry'`,
    );
    const { errors, text } = await shared.city.client.send(REVIEW, { id: ids.review });
    expect(errors?.map(({ message }) => message)).toContain('Internal error');
    expect(text).not.toContain('nothing of the kind');
  });
});
