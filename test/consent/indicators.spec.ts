import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, day, isRefused, type Input } from '../acceptance/client.js';
import { memberOf, shareMission, type Member, type Shared } from '../acceptance/mission.js';
import { startTestApi, type TestApi } from '../harness/api.js';

let api: TestApi;
let shared: Shared;
let firm: Member;
beforeAll(async () => {
  api = await startTestApi();
  shared = await shareMission(api);
  firm = memberOf(await api.registerOrganisation('Insulation Ltd'), api.url);
  await firm.client.record('joinMission', { missionId: shared.missionId, role: 'MEMBER' });
});
afterAll(() => api.close());

const SEX = {
  key: 'sex',
  name: 'Women and men',
  codes: [
    { code: 'F', name: 'Female' },
    { code: 'M', name: 'Male' },
  ],
};
const of = (code: string) => [{ dimension: 'sex', code }];

async function define(more: Input, { missionId, city }: Shared = shared): Promise<string> {
  const terms = { missionId, name: 'People', unit: 'person', direction: 'INCREASE', ...more };
  return (await city.client.record('defineIndicator', terms)).id;
}

const measure = async ({ client }: Member, indicatorId: string, more: Input): Promise<string> =>
  (await client.record('recordMeasurement', { indicatorId, date: day(-1), ...more })).id;

async function refusal({ client }: Member, indicatorId: string, more: Input) {
  const outcome = await client.attempt('recordMeasurement', { indicatorId, date: day(-1), ...more });
  if (!isRefused(outcome)) throw new Error('It was recorded.');
  return outcome;
}

const PROGRESS = `state share margin value figureState targetId
  measurement { recordedBy { name } } contested { value recordedBy { name } } others { value recordedBy { name } }
  shares { value numerator denominator organisation { name } }`;

async function ask(indicatorId: string, fields = `progress { ${PROGRESS} }`) {
  const { indicator } = await new Client(api.url).ask(`query ($id: ID!) { indicator(id: $id) { ${fields} } }`, {
    id: indicatorId,
  });
  return indicator;
}

describe('An indicator’s figure', () => {
  it('stays the City’s, and a firm’s is shown beside', async () => {
    const id = await define({ baseline: { value: '0' }, targets: [{ value: '2200' }] });
    await measure(shared.city, id, { value: '1100' });
    await measure(firm, id, { value: '310' });
    expect((await ask(id)).progress).toMatchObject({
      state: 'MEASURED',
      share: '0.5',
      value: '1100',
      figureState: 'UNDISPUTED',
      measurement: { recordedBy: { name: 'City of Rennes' } },
      contested: [],
      others: [{ value: '310', recordedBy: { name: 'Insulation Ltd' } }],
    });
  });

  it('is the sum of its periods where it is to be', async () => {
    const id = await define({ aggregation: 'SUM', targets: [{ value: '1000' }] });
    for (const quarter of [1, 2, 3, 4]) {
      const period = { from: day(-490 + quarter * 90), to: day(-490 + quarter * 90 + 89) };
      await measure(shared.city, id, { date: undefined, period, value: '250' });
    }
    expect((await ask(id)).progress).toMatchObject({ state: 'MEASURED', share: '1', value: '1000' });
    expect(await refusal(shared.city, id, { value: '1', date: day(-200) })).toMatchObject({
      code: 'PERIOD_OVERLAPS',
      path: ['date'],
    });
  });

  it('is a ratio of all that its reporters counted, each with its share', async () => {
    const { city, builder } = shared;
    const reporterIds = [city.globalId, builder.globalId];
    const id = await define({ aggregation: 'RATIO', unit: 'ratio', reporterIds });
    await measure(city, id, { numerator: '15', denominator: '100', place: { name: 'North' } });
    await measure(builder, id, { numerator: '15.0', denominator: '5e1', place: { name: 'South' } });
    expect((await ask(id)).progress).toMatchObject({
      state: 'NO_TARGET',
      value: '0.2',
      figureState: 'UNDISPUTED',
      shares: [
        { value: '0.15', numerator: '15', denominator: '100', organisation: { name: 'City of Rennes' } },
        { value: '0.3', numerator: '15', denominator: '50', organisation: { name: 'Habitat Builders' } },
      ],
    });
  });

  it('is not captured by correcting it in the name of whoever recorded it', async () => {
    const { city, builder, evaluator } = shared;
    const id = await define({ reporterIds: [builder.globalId] });
    const measurementId = await measure(builder, id, { value: '1100' });
    const other = { measurementId, value: '310', date: day(-1), reason: 'We say so.' };
    for (const { client } of [city, evaluator, firm]) {
      const refused = await client.attempt('correctMeasurement', other);
      expect(refused).toMatchObject({ code: 'NOT_YOURS', path: ['measurementId'] });
    }
    expect((await ask(id)).progress).toMatchObject({
      value: '1100',
      measurement: { recordedBy: { name: 'Habitat Builders' } },
    });
    await builder.client.record('correctMeasurement', other);
    expect((await ask(id)).progress).toMatchObject({ value: '310' });
  });

  it('is recorded once: an exact duplicate is refused, and says which to correct', async () => {
    const id = await define({});
    await measure(shared.city, id, { value: '7', place: { name: 'North' } });
    const refused = await refusal(shared.city, id, { value: '7', place: { name: 'North' } });
    expect(refused).toMatchObject({ code: 'MEASUREMENT_EXISTS', path: ['date'] });
    expect(refused.message).toMatch(/correct that one/);
  });

  it('is contested where two reporters differ, until an evaluator confirms one', async () => {
    const { city, builder, evaluator } = shared;
    const reporterIds = [city.globalId, builder.globalId];
    const id = await define({ reporterIds, baseline: { value: '0' }, targets: [{ value: '100' }] });
    await measure(city, id, { value: '80' });
    const higher = await measure(builder, id, { value: '90' });
    expect((await ask(id)).progress).toMatchObject({
      share: '0.8',
      value: '80',
      figureState: 'CONTESTED',
      contested: expect.arrayContaining([
        { value: '80', recordedBy: { name: 'City of Rennes' } },
        { value: '90', recordedBy: { name: 'Habitat Builders' } },
      ]),
    });
    expect(await city.client.attempt('confirmMeasurement', { measurementId: higher })).toMatchObject({
      code: 'NOT_AN_EVALUATOR',
    });
    await evaluator.client.record('confirmMeasurement', { measurementId: higher });
    expect((await ask(id)).progress).toMatchObject({
      share: '0.9',
      value: '90',
      figureState: 'CONFIRMED',
      contested: [],
    });
  });
});

describe('A target', () => {
  it('of a threshold is held or broken, with the margin', async () => {
    const id = await define({ unit: 'percent', mode: 'KEEP_AT_LEAST', targets: [{ value: '95' }] });
    await measure(shared.city, id, { value: '60' });
    expect((await ask(id)).progress).toMatchObject({ state: 'BROKEN', share: null, margin: '-35', value: '60' });
    await measure(shared.city, id, { value: '97.5', date: day(0) });
    expect((await ask(id)).progress).toMatchObject({ state: 'HELD', margin: '2.5' });
  });

  it('of a category has a progress of its own', async () => {
    const targets = [
      { targetId: 'male', value: '10000', categories: of('M') },
      { targetId: 'female', value: '4000', categories: of('F') },
    ];
    const id = await define({ dimensions: [SEX], baseline: { value: '0' }, targets });
    await measure(shared.city, id, { value: '2500', categories: of('Male') });
    await measure(shared.city, id, { value: '3000', categories: of('F') });
    const { targets: shown, progress } = await ask(
      id,
      'targets { targetId progress { state share value } } progress { state }',
    );
    expect(shown).toEqual([
      { targetId: 'male', progress: { state: 'MEASURED', share: '0.25', value: '2500' } },
      { targetId: 'female', progress: { state: 'MEASURED', share: '0.75', value: '3000' } },
    ]);
    expect(progress).toEqual({ state: 'NOT_MEASURED' });
  });

  it('keeps its place in the history, and tells whether it was replaced in good time', async () => {
    const id = await define({
      targets: [
        { value: '10', dueOn: day(14) },
        { targetId: 'far', value: '9', dueOn: day(15) },
      ],
    });
    for (const targetId of ['main', 'far']) {
      const target = { targetId, value: '8', dueOn: day(200) };
      await shared.city.client.record('reviseIndicatorTarget', { indicatorId: id, target, reason: 'Less.' });
    }
    const { targetHistory, target } = await ask(id, 'targetHistory { targetId value state } target { value }');
    expect(targetHistory).toEqual([
      { targetId: 'main', value: '10', state: 'REDEFINED_LATE' },
      { targetId: 'far', value: '9', state: 'REDEFINED_EARLY' },
      { targetId: 'main', value: '8', state: 'OPEN' },
      { targetId: 'far', value: '8', state: 'OPEN' },
    ]);
    expect(target).toEqual({ value: '8' });
  });

  it('that was missed in silence is told apart from one of which that was said, on any day asked about', async () => {
    const another = await shareMission(api);
    const dueSoon = () => define({ targets: [{ value: '40', dueOn: day(10) }] }, another);
    const [silent, said] = [await dueSoon(), await dueSoon()];
    await measure(another.city, silent, { value: '22', date: day(-25) });
    await measure(another.city, said, { value: '39', date: day(-15) });
    const states = async (on: string) => {
      const document = `query ($id: ID!, $on: Date) { mission(id: $id) {
        targetsDue(on: $on) { due saidInTime } indicators { nodes { targetHistory { state(on: $on) } } } } }`;
      const { mission } = await new Client(api.url).ask(document, { id: another.missionId, on });
      const indicators: readonly any[] = mission.indicators.nodes;
      const found = indicators.map(({ targetHistory }) => targetHistory[0].state);
      return [found, mission.targetsDue];
    };
    expect(await states(day(10))).toEqual([['OPEN', 'OPEN'], { due: 0, saidInTime: 0 }]);
    expect(await states(day(11))).toEqual([['AWAITING_WORD', 'MISSED'], { due: 1, saidInTime: 1 }]);
    expect(await states(day(41))).toEqual([['MISSED_IN_SILENCE', 'MISSED'], { due: 2, saidInTime: 1 }]);
  });

  it('is judged by the definition that it was set in', async () => {
    const id = await define({ baseline: { value: '0' }, targets: [{ value: '100' }] });
    await measure(shared.city, id, { value: '50' });
    const changes = { baseline: { value: '40' }, reason: 'Counted again.' };
    await shared.city.client.record('reviseIndicator', { indicatorId: id, ...changes });
    expect((await ask(id)).progress).toMatchObject({ share: '0.5' });
    const target = { value: '60' };
    await shared.city.client.record('reviseIndicatorTarget', { indicatorId: id, target, reason: 'From there.' });
    expect((await ask(id)).progress).toMatchObject({ share: '0.5' });
    const { targetHistory } = await ask(id, 'targetHistory { definitionVersion progress { share } }');
    expect(targetHistory).toEqual([
      { definitionVersion: 1, progress: { share: '0.5' } },
      { definitionVersion: 2, progress: { share: '0.5' } },
    ]);
  });
});

describe('A dimension', () => {
  it.each(['Female', 'female', 'F'])('knows %s by one code', async (code) => {
    const id = await define({ dimensions: [SEX] });
    await measure(shared.city, id, { value: '3', categories: of(code) });
    const { measurements } = await ask(id, 'measurements { nodes { categories { dimension code } } }');
    expect(measurements.nodes).toEqual([{ categories: of('F') }]);
    expect(await refusal(shared.city, id, { value: '3', categories: of('f') })).toMatchObject({
      code: 'MEASUREMENT_EXISTS',
    });
  });

  it('knows no other words', async () => {
    const id = await define({ dimensions: [SEX] });
    const refused = await refusal(shared.city, id, { value: '3', categories: of('women') });
    expect(refused).toMatchObject({ code: 'CODE_UNKNOWN', path: ['categories', '0', 'code'] });
    expect(refused.message).toMatch(/F \(Female\), M \(Male\)/);
    const byAge = [{ dimension: 'age', code: 'F' }];
    expect(await refusal(shared.city, id, { value: '3', categories: byAge })).toMatchObject({ code: 'CODE_UNKNOWN' });
  });
});

describe('A definition', () => {
  it('is agreed to by members, and anew once it is revised; every version stays', async () => {
    const id = await define({ sdgs: ['11.1.1'] });
    const AGREED =
      'definitionVersion sdgs agreement { agreed members } agreedBy { name } definitions { version name reason }';
    await firm.client.record('agreeIndicator', { indicatorId: id, definitionVersion: 1 });
    expect(await ask(id, AGREED)).toEqual({
      definitionVersion: 1,
      sdgs: ['11.1.1'],
      agreement: { agreed: 2, members: 5 },
      agreedBy: [{ name: 'City of Rennes' }, { name: 'Insulation Ltd' }],
      definitions: [{ version: 1, name: 'People', reason: null }],
    });
    await shared.city.client.record('reviseIndicator', { indicatorId: id, name: 'Persons', reason: 'Clearer.' });
    expect(await firm.client.attempt('agreeIndicator', { indicatorId: id, definitionVersion: 1 })).toMatchObject({
      code: 'DEFINITION_SUPERSEDED',
    });
    expect(await ask(id, AGREED)).toMatchObject({
      definitionVersion: 2,
      agreement: { agreed: 1, members: 5 },
      definitions: [{ version: 1 }, { version: 2, name: 'Persons', reason: 'Clearer.' }],
    });
  });

  it.each([['11.1.99'], ['18.1.1'], ['11.1.1.1']])('knows no goal %s', async (code) => {
    const { missionId, city } = shared;
    const terms = { missionId, name: 'x', unit: 'person', direction: 'INCREASE', sdgs: [code] };
    expect(await city.client.attempt('defineIndicator', terms)).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['sdgs', '0'],
    });
  });

  it('has a unit of the list or one of its own, which is never added up', async () => {
    const id = await define({ unit: 'other:metre of hedge' });
    await measure(shared.city, id, { value: '12' });
    expect((await ask(id)).progress).toMatchObject({ value: '12' });
    const { missionId, city } = shared;
    const terms = { missionId, name: 'x', unit: 'other:metre of hedge', direction: 'INCREASE', aggregation: 'SUM' };
    expect(await city.client.attempt('defineIndicator', terms)).toMatchObject({ code: 'UNIT_NOT_ADDED' });
    for (const unit of ['other:', 'other: x', `other:${'x'.repeat(41)}`, 'hedge']) {
      expect(await city.client.attempt('defineIndicator', { ...terms, unit })).toMatchObject({ code: 'INVALID_INPUT' });
    }
  });

  it('once retired is read, never measured again, and in no progress', async () => {
    const id = await define({ baseline: { value: '0' }, targets: [{ value: '10' }] });
    await measure(shared.city, id, { value: '5' });
    await shared.city.client.record('retireIndicator', { indicatorId: id, reason: 'Nobody counts them.' });
    expect(
      await ask(id, 'retiredOn retirementReason progress { state share value } measurements { totalCount }'),
    ).toEqual({
      retiredOn: day(0),
      retirementReason: 'Nobody counts them.',
      progress: { state: 'RETIRED', share: null, value: '5' },
      measurements: { totalCount: 1 },
    });
    expect(await refusal(shared.city, id, { value: '6' })).toMatchObject({ code: 'INDICATOR_RETIRED' });
  });
});
