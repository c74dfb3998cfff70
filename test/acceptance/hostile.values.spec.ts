import { describe, expect, it } from '@jest/globals';
import { day, headOf, readLog, type Input } from './client.js';
import { anybody, before, commitmentId, indicatorId, LEAKS, OPINION, refused, shared } from './hostile.fixtures.js';
import { MISSION, promise } from './mission.js';

describe('A figure', () => {
  const amounts = ['-1', '0', '-0', 'NaN', 'Infinity', '1e16', '1e-16', '1,5', '.', '', '0x10', '1'.repeat(16)];

  it.each(amounts)('of %j is not promised', (amount) =>
    refused(
      shared.city,
      'makeCommitment',
      promise(shared.missionId, { quantity: { amount, unit: 'dwelling' } }),
      'INVALID_INPUT',
      ['quantity', 'amount'],
      /quantity\.amount: (is not a decimal number; write digits with a point|must be more than 0)/,
    ),
  );

  it.each(['NaN', 'Infinity', '-Infinity', '1e99', '0,5', '1 000'])('of %j is not measured', (value) =>
    refused(
      shared.city,
      'recordMeasurement',
      { indicatorId, value, date: day(-1) },
      'INVALID_INPUT',
      ['value'],
      /value: is not a decimal number; write digits with a point/,
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
      /is not a known unit; write an ISO 4217 currency code such as EUR, other: and a name of at most 40 characters, or one of: person/,
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
