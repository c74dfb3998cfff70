import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '../harness/api.js';
import { Client, day, headOf, readLog, type Input, type MutationName } from './client.js';
import { bareId, globalId, memberOf, MISSION, promise, shareMission, type Member, type Shared } from './mission.js';

const LEAKS = /select |insert |node_modules|\bat .*\.[jt]s:\d|stack/i;
const OPINION = {
  scores: { results: 3, reliability: 3, openness: 3, learning: 3 },
  whatWorked: 'It was done.',
  whatToTry: 'Do it again.',
};

let api: TestApi;
let anybody: Client;
let shared: Shared;
/** In the builder's control group, and a member of the mission. */
let subsidiary: Member;
/** Registered, and no member of anything. */
let stranger: Member;
/** By the city and the builder, to the tenants. */
let commitmentId: string;
let contributionId: string;
let indicatorId: string;
let reviewId: string;

beforeAll(async () => {
  api = await startTestApi();
  anybody = new Client(api.url);
  shared = await shareMission(api);
  const { missionId, city, builder, tenants } = shared;
  subsidiary = memberOf(await api.registerOrganisation('Builders’ Daughter'), api.url);
  stranger = memberOf(await api.registerOrganisation('Stranger'), api.url);
  const grouped = { organisationId: subsidiary.globalId, parentId: builder.globalId };
  await subsidiary.client.record('groupOrganisation', grouped);
  await subsidiary.client.record('joinMission', { missionId, role: 'MEMBER' });
  const parties = {
    promisorIds: [city.globalId, builder.globalId],
    counterpartyIds: [tenants.globalId, subsidiary.globalId],
  };
  commitmentId = (await city.client.record('makeCommitment', promise(missionId, parties))).id;
  const given = { commitmentId, quantity: { amount: '10', unit: 'dwelling' }, date: day(-1) };
  contributionId = (await builder.client.record('recordContribution', given)).id;
  const indicator = { missionId, name: 'Dwellings', unit: 'dwelling', direction: 'DECREASE' };
  indicatorId = (await city.client.record('defineIndicator', indicator)).id;
  const review = { commitmentId, reviewedId: builder.globalId, ...OPINION };
  reviewId = (await tenants.client.record('submitReview', review)).id;
});
afterAll(() => api.close());

let before: bigint;
beforeEach(async () => {
  before = await headOf(anybody);
});

/** The answer is a refusal that says what would be accepted; nothing of the inside shows, and nothing was recorded. */
async function refused(by: Member, name: MutationName, input: Input, code: string, path: string[], message: RegExp) {
  const { status, errors, data, text } = await by.client.sendMutation(name, input);
  expect({ status, errors }).toEqual({ status: 200, errors: undefined });
  const { __typename, code: given, path: where, message: said } = data[name];
  expect({ __typename, code: given, path: where }).toEqual({
    __typename: expect.stringMatching(/Refused$/),
    code,
    path,
  });
  expect(said).toMatch(message);
  expect(said).toMatch(/[.!]$/);
  expect(text).not.toMatch(LEAKS);
  expect(await headOf(anybody)).toBe(before);
}

describe('Another organisation’s stream', () => {
  const amendment = () => {
    const { missionId: _, ...terms } = promise('', { commitmentId, description: 'None.', reason: 'Why not.' });
    return terms;
  };

  it('is not amended by a member that promised nothing', () =>
    refused(shared.tenants, 'amendCommitment', amendment(), 'NOT_A_PROMISOR', [], /one of its promisors/));

  it('is not amended by an organisation outside the mission', () =>
    refused(stranger, 'amendCommitment', amendment(), 'NOT_A_MEMBER', [], /must join first/));

  it('is not withdrawn', () =>
    refused(shared.tenants, 'withdrawCommitment', { commitmentId, reason: 'No.' }, 'NOT_A_PROMISOR', [], /promisors/));

  it('takes no contribution in another’s name', () =>
    refused(
      shared.tenants,
      'recordContribution',
      { commitmentId, contributorId: shared.builder.globalId, date: day(-1) },
      'NOT_A_PROMISOR',
      ['contributorId'],
      /by the organisation that gave it, or on its behalf by a backbone/,
    ));

  it('takes no promise in another’s name', () =>
    refused(
      shared.tenants,
      'makeCommitment',
      promise(shared.missionId, { promisorIds: [shared.builder.globalId] }),
      'NOT_A_PROMISOR',
      ['promisorIds', '0'],
      /by one of its promisors, or on their behalf by a backbone/,
    ));

  it.each([
    ['reviseOrganisation', { name: 'Renamed', sector: 'PUBLIC' }],
    ['groupOrganisation', { parentId: globalId('Organisation', randomUUID()) }],
    ['ungroupOrganisation', { reason: 'Mine now.' }],
  ] as const)('is not touched by %s', (name, input) =>
    refused(
      stranger,
      name,
      { organisationId: shared.city.globalId, ...input },
      'NOT_YOUR_ORGANISATION',
      ['organisationId'],
      /Only the organisation itself/,
    ),
  );

  it('of a mission is revised, and invited to, by its backbones alone', async () => {
    const { missionId, builder } = shared;
    const revision = { ...MISSION, missionId, title: 'Ours now', reason: 'Because.' };
    await refused(builder, 'reviseMission', revision, 'NOT_BACKBONE', [], /Only a backbone organisation of .* may/);
    const invitation = { missionId, organisationId: stranger.globalId, role: 'EVALUATOR' };
    await refused(builder, 'inviteOrganisation', invitation, 'NOT_BACKBONE', [], /Only a backbone organisation/);
  });

  it('of an indicator takes measurements of members alone', () =>
    refused(
      stranger,
      'recordMeasurement',
      { indicatorId, value: '1', date: day(-1) },
      'NOT_A_MEMBER',
      [],
      /must join first/,
    ));

  it('of a review is revised by its author and answered by the reviewed alone', async () => {
    const { city } = shared;
    await refused(city, 'reviseReview', { reviewId, ...OPINION }, 'NOT_YOUR_REVIEW', ['reviewId'], /that submitted it/);
    const answer = { reviewId, answer: 'Thanks.' };
    await refused(city, 'answerReview', answer, 'NOT_YOURS_TO_ANSWER', ['reviewId'], /by the organisation it is about/);
  });
});

describe('A word in one’s own favour', () => {
  it('as a review of oneself is refused', () =>
    refused(
      shared.builder,
      'submitReview',
      { commitmentId, reviewedId: shared.builder.globalId, ...OPINION },
      'SELF_REVIEW',
      ['reviewedId'],
      /name another promisor/,
    ));

  it('as a review within one’s control group is refused, in either direction', async () => {
    const ofParent = { commitmentId, reviewedId: shared.builder.globalId, ...OPINION };
    await refused(subsidiary, 'submitReview', ofParent, 'SAME_CONTROL_GROUP', ['reviewedId'], /outside it/);
  });

  it('as a corroboration by oneself, or within one’s control group, is refused', async () => {
    const { builder } = shared;
    await refused(builder, 'corroborateContribution', { contributionId }, 'OWN_CONTRIBUTION', [], /another|other/i);
    await refused(subsidiary, 'corroborateContribution', { contributionId }, 'SAME_CONTROL_GROUP', [], /outside it/);
  });

  it('as a verification by who is no evaluator is refused', () =>
    refused(shared.city, 'verifyContribution', { contributionId }, 'NOT_AN_EVALUATOR', [], /by an evaluator/));

  it('as an amendment once the promise is due is refused, and so is taking it back', async () => {
    const { city, missionId } = shared;
    const { id } = await city.client.record('makeCommitment', promise(missionId, { dueOn: day(-1) }));
    before = await headOf(anybody);
    const { missionId: _, ...terms } = promise('', { commitmentId: id, reason: 'Late.' });
    await refused(city, 'amendCommitment', terms, 'AFTER_DUE', [], /amend before it is due/);
    const withdrawal = { commitmentId: id, reason: 'Too late.' };
    await refused(city, 'withdrawCommitment', withdrawal, 'AFTER_DUE', [], /was due on/);
  });
});

describe('A figure', () => {
  const amounts = ['-1', '0', '-0', 'NaN', 'Infinity', '1e3', '0010', '1,5', '1.10', '', ' 1', '0x10', '1'.repeat(16)];

  it.each(amounts)('of %j is not promised', (amount) =>
    refused(
      shared.city,
      'makeCommitment',
      promise(shared.missionId, { quantity: { amount, unit: 'dwelling' } }),
      'INVALID_INPUT',
      ['quantity', 'amount'],
      /quantity\.amount: (is not a decimal number in plain notation; write digits|must be more than 0)/,
    ),
  );

  it.each(['NaN', 'Infinity', '-Infinity', '1e3', '0010', '-0'])('of %j is not measured', (value) =>
    refused(
      shared.city,
      'recordMeasurement',
      { indicatorId, value, date: day(-1) },
      'INVALID_INPUT',
      ['value'],
      /value: is not a decimal number in plain notation; write digits/,
    ),
  );

  it('as a JSON number is not taken for a decimal', async () => {
    const quantity = { amount: 40, unit: 'dwelling' };
    const { status, errors, text } = await shared.city.client.sendMutation(
      'makeCommitment',
      promise(shared.missionId, { quantity }),
    );
    expect(status).toBe(400);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/input\.quantity\.amount.*Decimal must be a string/),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(text).not.toMatch(LEAKS);
    expect(await headOf(anybody)).toBe(before);
  });

  it.each(['furlong', 'XYZ', 'eur', '€', 'dwellings', ''])('in the unit %j is refused', (unit) =>
    refused(
      shared.city,
      'makeCommitment',
      promise(shared.missionId, { quantity: { amount: '1', unit } }),
      'INVALID_INPUT',
      ['quantity', 'unit'],
      /is not a known unit; write an ISO 4217 currency code such as EUR, or one of: person/,
    ),
  );

  it.each([
    ['MONEY', 'dwelling', /MONEY takes an ISO 4217 code such as EUR/],
    ['SERVICE', 'EUR', /SERVICE takes another unit, or promise MONEY/],
    ['TIME', 'XAF', /TIME takes another unit/],
  ])('of %s in %s is refused', (kind, unit, message) =>
    refused(
      shared.city,
      'makeCommitment',
      promise(shared.missionId, { kind, quantity: { amount: '1', unit } }),
      'UNIT_DOES_NOT_FIT',
      ['quantity', 'unit'],
      message,
    ),
  );

  it('in another unit than the promise is not given towards it', () =>
    refused(
      shared.city,
      'recordContribution',
      { commitmentId, quantity: { amount: '1', unit: 'household' }, date: day(-1) },
      'UNIT_DIFFERS',
      ['quantity', 'unit'],
      /counted in dwelling/,
    ));

  it.each([-1, 5, 2_147_483_647])('of %d is no score', (results) =>
    refused(
      shared.evaluator,
      'submitReview',
      { commitmentId, reviewedId: shared.builder.globalId, ...OPINION, scores: { ...OPINION.scores, results } },
      'INVALID_INPUT',
      ['scores', 'results'],
      /scores\.results: .*(0|4)/,
    ),
  );
});

describe('A date', () => {
  it.each(['2026-02-30', '2027-02-29', '2026-13-01', '2026-00-10', '2018-15', '22/11/2026', '2026-1-5', 'soon', ''])(
    'that does not exist is refused: %j',
    (dueOn) =>
      refused(
        shared.city,
        'makeCommitment',
        promise(shared.missionId, { dueOn }),
        'INVALID_INPUT',
        ['dueOn'],
        /dueOn: is not a date that exists; write YYYY-MM-DD/,
      ),
  );

  it('to come is none on which something was given or measured', async () => {
    const { city } = shared;
    const given = { commitmentId, date: day(3) };
    await refused(city, 'recordContribution', given, 'PERIOD_IN_FUTURE', ['date'], /may not end after today/);
    const measured = { indicatorId, value: '1', period: { from: day(-1), to: day(3) } };
    await refused(city, 'recordMeasurement', measured, 'PERIOD_IN_FUTURE', ['period', 'to'], /at the latest/);
  });

  it('and a period at once, neither, or a period that ends before it begins, is refused', async () => {
    const { city } = shared;
    const both = { indicatorId, value: '1', date: day(-1), period: { from: day(-2), to: day(-1) } };
    await refused(city, 'recordMeasurement', both, 'INVALID_INPUT', ['date'], /not both/);
    await refused(city, 'recordMeasurement', { indicatorId, value: '1' }, 'INVALID_INPUT', ['date'], /must be given/);
    const reversed = { indicatorId, value: '1', period: { from: day(-1), to: day(-2) } };
    await refused(city, 'recordMeasurement', reversed, 'INVALID_INPUT', ['period', 'to'], /on or after `from`/);
  });
});

describe('A text', () => {
  const declare = (terms: Input) => ['declareMission', { ...MISSION, ...terms }] as const;

  it.each([
    ['title', 300],
    ['challenge', 500],
  ])('is refused past its limit, and named with it: %s', async (field, most) => {
    const [name, input] = declare({ [field]: 'x'.repeat(most + 1) });
    await refused(shared.city, name, input, 'INVALID_INPUT', [field], new RegExp(`at most ${most} characters`));
  });

  it('is refused though each is within its limit when the event would pass 65,535 bytes', async () => {
    // One hundred places of 300 characters of three bytes each are within every limit, and 90 KB.
    const places = Array.from({ length: 100 }, (_, n) => ({
      name: `${'語'.repeat(297)}${String(n).padStart(3, '0')}`,
    }));
    const [name, input] = declare({ places });
    await refused(shared.city, name, input, 'EVENT_TOO_LARGE', [], /at most 65535/);
  });

  it('of a title is refused in 65 KiB', async () => {
    const [name, input] = declare({ title: 'x'.repeat(65 * 1024) });
    await refused(shared.city, name, input, 'INVALID_INPUT', ['title'], /at most 300 characters/);
  });

  it.each([
    ['half a surrogate pair', 'lone \ud800 high', /send well-formed Unicode/],
    ['the other half', 'lone \udc00 low', /send well-formed Unicode/],
    ['NUL', 'zero \u0000 byte', /only tab and line breaks are accepted/],
    ['an escape sequence', 'red \u001b[31m', /only tab and line breaks are accepted/],
    ['nothing but space', ' \n\t ', /must not be empty/],
  ])('with %s is refused', async (_, title, message) => {
    const [name, input] = declare({ title });
    await refused(shared.city, name, input, 'INVALID_INPUT', ['title'], message);
  });

  it('with NUL or half a surrogate pair is refused deep inside the input as well', async () => {
    const evidence = [{ url: 'https://example.org/', title: 'a \ud800' }];
    await refused(
      shared.builder,
      'recordContribution',
      { commitmentId, date: day(-1), evidence },
      'INVALID_INPUT',
      ['evidence', '0', 'title'],
      /well-formed Unicode/,
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://example.org', 'https://', '//example.org', 'example.org'])(
    'that is no web address is no evidence: %s',
    (url) =>
      refused(
        shared.builder,
        'recordContribution',
        { commitmentId, date: day(-1), evidence: [{ url }] },
        'INVALID_INPUT',
        ['evidence', '0', 'url'],
        /begins with https:\/\/ or http:\/\//,
      ),
  );

  it.each(['logement', '#Logement', '# x', '#', '#a b', '#<script>'])('is no hashtag as %j', async (hashtag) => {
    const [name, input] = declare({ hashtag });
    await refused(shared.city, name, input, 'INVALID_INPUT', ['hashtag'], /./);
  });

  const markup = `<script>alert("1")</script> & ' ; drop table event; -- {{7*7}} \${x} عربى 👩‍👩‍👧`;
  it('of markup is text: kept and given back as it came', async () => {
    const { city, builder } = shared;
    const { id, receipt } = await city.client.record(
      'makeCommitment',
      promise(shared.missionId, { description: markup }),
    );
    const { commitment } = await anybody.ask('query ($id: ID!) { commitment(id: $id) { description } }', { id });
    expect(commitment.description).toBe(markup);
    const [logged] = await readLog(anybody, { fromPosition: receipt.position });
    expect(logged?.data['description']).toBe(markup);
    expect(JSON.parse(logged?.entry ?? '{}').data.description).toBe(markup);
    const renamed = { organisationId: builder.globalId, name: markup, sector: 'PRIVATE' };
    await builder.client.record('reviseOrganisation', renamed);
    const found = await anybody.ask('query ($search: String) { organisations(search: $search) { nodes { name } } }', {
      search: 'drop table',
    });
    expect(found.organisations.nodes).toEqual([{ name: markup }]);
  });
});

describe('A question', () => {
  afterEach(async () => {
    expect(await headOf(anybody)).toBe(before);
  });

  /** Either nothing is found, or the fault is named; never an internal error. */
  async function answeredSafely(query: string, variables: Input): Promise<void> {
    const { errors, text } = await anybody.send(query, variables);
    expect(text).not.toMatch(LEAKS);
    for (const { message, extensions } of errors ?? []) {
      expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(extensions.code);
      expect(message.length).toBeGreaterThan(10);
    }
  }

  const ODD = ['\u0000', 'a\u0000b', '\ud800', '%', '_', '\\', "'; drop table event; --", 'x'.repeat(100_000), ''];
  it.each([
    ['organisations', 'query ($v: String) { organisations(search: $v) { nodes { name } } }'],
    ['missions', 'query ($v: String) { missions(search: $v) { nodes { title } } }'],
    ['missions by hashtag', 'query ($v: String) { missions(hashtag: $v) { nodes { title } } }'],
    ['missions by goal', 'query ($v: String) { missions(sdg: $v) { nodes { title } } }'],
    ['events by stream', 'query ($v: String) { events(stream: $v) { nodes { id } } }'],
    ['events by type', 'query ($v: String) { events(type: $v) { nodes { id } } }'],
    [
      'a series by place',
      'query ($v: String) { missions { nodes { indicators { nodes { measurements(place: $v) { nodes { id } } } } } } }',
    ],
    [
      'a series by group',
      'query ($v: String) { missions { nodes { indicators { nodes { measurements(group: $v) { nodes { id } } } } } } }',
    ],
  ])('for %s by odd text finds nothing or is told why', async (_, query) => {
    for (const v of ODD) await answeredSafely(query, { v });
  });

  it('for a name with % or _ means just that', async () => {
    for (const search of ['%', '_', 'Ci%y']) {
      const query = 'query ($search: String) { organisations(search: $search) { nodes { name } } }';
      expect((await anybody.ask(query, { search })).organisations.nodes).toEqual([]);
    }
  });

  const ids = () => [
    '',
    'x',
    '0',
    '\u0000',
    '\ud800',
    '../../etc/passwd',
    'x'.repeat(10_000),
    globalId('Mission', 'not-a-uuid'),
    globalId('Organisation', `${randomUUID()}' or true --`),
    globalId('Commitment', randomUUID().toUpperCase()),
    globalId('Contribution', randomUUID()),
    Buffer.from([0xff, 0xfe, 0x00]).toString('base64url'),
  ];
  it.each(['organisation', 'mission', 'indicator', 'commitment', 'contribution', 'review'])(
    'for %s by what is no id of its type names the type',
    async (field) => {
      for (const id of ids()) {
        const { errors, data, text } = await anybody.send(`query ($id: ID!) { ${field}(id: $id) { id } }`, { id });
        expect(data).toEqual({ [field]: null });
        expect(errors?.[0].extensions.code).toBe('BAD_USER_INPUT');
        expect(errors?.[0].message).toMatch(/is not an id of type \w+; take it from the field `id` of type \w+\./);
        expect(text).not.toMatch(LEAKS);
      }
    },
  );

  it('for an id of the right type that nobody has finds nothing', async () => {
    const id = globalId('Mission', randomUUID());
    expect(await anybody.ask('query ($id: ID!) { mission(id: $id) { id } }', { id })).toEqual({ mission: null });
  });

  const CURSORS = [
    'garbage',
    '',
    'W10',
    Buffer.from('["1","2","3"]').toString('base64url'),
    '\u0000',
    'x'.repeat(5_000),
  ];
  it.each([
    ['missions', 'missions(after: $after) { nodes { id } }'],
    ['commitments', 'commitments(after: $after) { nodes { id } }'],
    ['events', 'events(after: $after) { nodes { id } }'],
    ['what lies below', 'missions { nodes { timeline(after: $after) { nodes { position } } } }'],
    ['members', 'missions { nodes { members(after: $after) { nodes { joinedAt } } } }'],
  ])('for %s behind a forged cursor is told where cursors come from', async (_, field) => {
    for (const after of CURSORS) {
      const { errors, text } = await anybody.send(`query ($after: String) { ${field} }`, { after });
      expect([after, errors?.[0].extensions.code]).toEqual([after, 'BAD_USER_INPUT']);
      expect(errors?.[0].message).toMatch(/not a cursor of this list; take it from pageInfo.endCursor/);
      expect(text).not.toMatch(LEAKS);
    }
  });

  it('for what is behind a position beyond the end of the log is refused at once, with the end', async () => {
    const head = (await headOf(anybody)).toString();
    const began = Date.now();
    const { errors } = await anybody.send('{ missions(afterPosition: "999999999999999999") { nodes { id } } }');
    expect(Date.now() - began).toBeLessThan(3_000);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining(`beyond the end of the log, which is ${head}`),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it.each(['-1', '1.5', '1e3', '9'.repeat(30), 'soon', '', '\u0000'])(
    'for what is behind the position %j is refused',
    async (position) => {
      const query = 'query ($p: Position) { missions(afterPosition: $p) { nodes { id } } }';
      const { status, errors } = await anybody.send(query, { p: position });
      expect(status).toBe(400);
      expect(errors?.[0].message).toMatch(/Position is malformed: A position in the log, counting from "1"/);
    },
  );

  it('for the events from a position beyond the end finds none', async () => {
    expect(await readLog(anybody, { fromPosition: '999999999999999999' })).toEqual([]);
  });
});

describe('A mutation', () => {
  it.each(['', 'x', randomUUID().toUpperCase(), '00000000-0000-0000-0000-000000000000', `${randomUUID()}\u0000`])(
    'under the commandId %j is refused with the form it takes',
    (commandId) =>
      refused(
        shared.city,
        'makeCommitment',
        { ...promise(shared.missionId), commandId },
        'INVALID_INPUT',
        ['commandId'],
        /is not a UUID in lower case, such as/,
      ),
  );

  it.each([
    ['missionId', 'Mission', () => shared.city.globalId],
    ['missionId', 'Mission', () => bareId(shared.missionId)],
    ['missionId', 'Mission', () => 'x\u0000'],
  ])('with a %s that is not of type %s is refused with where to take it from', (field, type, id) =>
    refused(
      shared.city,
      'makeCommitment',
      promise(id()),
      'INVALID_INPUT',
      [field],
      new RegExp(`is not an id of type ${type}; take it from the field`),
    ),
  );

  it('that names an organisation in a list by another type’s id says which of them', () =>
    refused(
      shared.city,
      'makeCommitment',
      promise(shared.missionId, { counterpartyIds: [shared.tenants.globalId, shared.missionId] }),
      'INVALID_INPUT',
      ['counterpartyIds', '1'],
      /is not an id of type Organisation/,
    ));

  it('that names nobody registered, or a mission never declared, is refused', async () => {
    const nobody = globalId('Organisation', randomUUID());
    const toNobody = promise(shared.missionId, { counterpartyIds: [nobody] });
    const path = ['counterpartyIds', '0'];
    await refused(shared.city, 'makeCommitment', toNobody, 'UNKNOWN_ORGANISATION', path, /register it first/);
    const nowhere = promise(globalId('Mission', randomUUID()));
    await refused(shared.city, 'makeCommitment', nowhere, 'UNKNOWN_MISSION', ['missionId'], /declare it first/);
  });

  it('that names an organisation twice, on both sides, or too many, is refused', async () => {
    const { city, tenants, missionId } = shared;
    const twice = promise(missionId, { counterpartyIds: [tenants.globalId, tenants.globalId] });
    await refused(city, 'makeCommitment', twice, 'INVALID_INPUT', ['counterpartyIds'], /name each once/);
    const both = promise(missionId, { counterpartyIds: [city.globalId] });
    await refused(city, 'makeCommitment', both, 'ON_BOTH_SIDES', ['counterpartyIds', '0'], /one side/);
    const counterpartyIds = Array.from({ length: 21 }, () => globalId('Organisation', randomUUID()));
    const many = promise(missionId, { counterpartyIds });
    await refused(city, 'makeCommitment', many, 'INVALID_INPUT', ['counterpartyIds'], /at most 20/);
  });
});
