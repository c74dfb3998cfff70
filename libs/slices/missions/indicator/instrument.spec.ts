import { describe, it } from '@jest/globals';
import { organisationDecider } from '@maillage/directory';
import type { DomainEvent } from '@maillage/kernel';
import { given, id, NOON } from '../../../../test/harness/given.js';
import { missionDecider } from '../mission/decider.js';
import type { Role } from '../mission/events.js';
import { indicatorDecider } from './decider.js';

const [CITY, FIRM, REFUGE, EVALUATOR, STRANGER] = [id(1), id(2), id(3), id(4), id(5)] as const;
const [MISSION, INDICATOR] = [id(100), id(200)] as const;
const TODAY = NOON.slice(0, 10);

const joined = (organisationId: string, role: Role) => ({ type: 'MissionJoined', data: { organisationId, role } });
const mission = [
  {
    type: 'MissionDeclared',
    data: { title: 'Un toit', challenge: 'A roof.', hashtag: '#un-toit', places: [], sdgs: [] },
  },
  joined(CITY, 'BACKBONE'),
  joined(FIRM, 'MEMBER'),
  joined(REFUGE, 'MEMBER'),
  joined(EVALUATOR, 'EVALUATOR'),
];
const registered = (own: string) => [
  { type: 'OrganisationRegistered', data: { name: own, sector: 'PUBLIC', controlGroupId: own, on: '2024-01-01' } },
];
const grouped = (own: string, controlGroupId: string) => [
  ...registered(own),
  { type: 'OrganisationGrouped', data: { controlGroupId, reason: 'Bought.', on: '2026-01-01' } },
];

const SEX = {
  key: 'sex',
  name: 'Women and men',
  codes: [
    { code: 'F', name: 'Female' },
    { code: 'M', name: 'Male' },
  ],
};
const asked = { missionId: MISSION, name: 'People housed', unit: 'person', direction: 'INCREASE' };
const terms = {
  ...asked,
  mode: 'REACH',
  aggregation: 'LATEST',
  dimensions: [SEX],
  reporterIds: [CITY],
  sdgs: [],
};
const defined = (more: object = {}) => ({
  type: 'IndicatorDefined',
  data: { ...terms, targets: [], definedBy: CITY, on: TODAY, ...more },
});
const measured = (measurementId: string, recordedBy: string, value: string, more: object = {}) => ({
  type: 'MeasurementRecorded',
  data: {
    missionId: MISSION,
    measurementId,
    recordedBy,
    definitionVersion: 1,
    capacity: 'REPORTER',
    value,
    period: { from: '2026-01-01', to: '2026-01-31' },
    categories: [],
    evidence: [],
    ...more,
  },
});

function indicator(
  past: readonly DomainEvent[] = [defined()],
  organisations: Record<string, readonly DomainEvent[]> = {},
) {
  const streams = [CITY, FIRM, REFUGE, EVALUATOR].map((each) => [`organisation/${each}`, registered(each)] as const);
  return given(indicatorDecider, past).consulting(
    { [`mission/${MISSION}`]: mission, ...Object.fromEntries(streams), ...organisations },
    [missionDecider, organisationDecider],
  );
}
const sends = (type: string, data: object, by: string = CITY, past?: readonly DomainEvent[]) =>
  indicator(past).when(type, INDICATOR, data, { by });

describe('A definition', () => {
  const define = (more: object) => sends('DefineIndicator', { ...asked, ...more }, CITY, []);

  it('of a distance says which way is better; a threshold need not', () => {
    define({ direction: undefined }).thenRefused('DIRECTION_MISSING', ['direction']);
    define({ direction: undefined, mode: 'KEEP_AT_LEAST', targets: [{ value: '95' }] }).then({
      type: 'IndicatorDefined',
      data: {
        missionId: MISSION,
        name: 'People housed',
        unit: 'person',
        mode: 'KEEP_AT_LEAST',
        aggregation: 'LATEST',
        dimensions: [],
        reporterIds: [],
        sdgs: [],
        targets: [{ targetId: 'main', value: '95', categories: [] }],
        definedBy: CITY,
        on: TODAY,
      },
    });
  });

  it('has reporters that are members', () => {
    define({ reporterIds: [FIRM, STRANGER] }).thenRefused('REPORTER_NOT_MEMBER', ['reporterIds', 1]);
  });

  it.each(['SUM', 'MEAN', 'RATIO'])('never adds up figures in a unit of its own, as %s does', (aggregation) => {
    define({ unit: 'other:bench', aggregation }).thenRefused('UNIT_NOT_ADDED', ['aggregation']);
    sends('ReviseIndicator', { unit: 'other:bench', aggregation, reason: 'Clearer.' }, CITY).thenRefused(
      'UNIT_NOT_ADDED',
      ['aggregation'],
    );
  });

  it('has targets of codes that it has, and of two bounds where it keeps within them', () => {
    const by = (code: string) => [{ dimension: 'sex', code }];
    define({
      dimensions: [SEX],
      targets: [{ value: '1' }, { targetId: 'x', value: '2', categories: by('X') }],
    }).thenRefused('CODE_UNKNOWN', ['targets', 1, 'categories', 0, 'code']);
    define({ targets: [{ value: '1', categories: by('F') }] }).thenRefused('CODE_UNKNOWN', [
      'targets',
      0,
      'categories',
      0,
      'dimension',
    ]);
    const within = (target: object) => define({ mode: 'KEEP_WITHIN', targets: [target] });
    within({ value: '1' }).thenRefused('BOUNDS_DO_NOT_FIT', ['targets', 0, 'upper']);
    within({ value: '2', upper: '1' }).thenRefused('BOUNDS_DO_NOT_FIT', ['targets', 0, 'upper']);
    define({ targets: [{ value: '1', upper: '2' }] }).thenRefused('BOUNDS_DO_NOT_FIT', ['targets', 0, 'upper']);
  });
});

describe('A revision', () => {
  const revise = (changes: object, past?: readonly DomainEvent[]) =>
    sends('ReviseIndicator', { ...changes, reason: 'Clearer.' }, CITY, past);
  const { missionId, ...said } = terms;

  it('replaces what it names, clears what it says is null, and leaves the rest', () => {
    revise({ name: 'Housed', reporterIds: null }, [defined({ description: 'For a year.' })]).then({
      type: 'IndicatorRevised',
      data: {
        missionId,
        ...said,
        name: 'Housed',
        description: 'For a year.',
        reporterIds: [],
        definitionVersion: 2,
        revisedBy: CITY,
        reason: 'Clearer.',
        on: TODAY,
      },
    });
    revise({ name: 'People housed' }).thenRefused('DEFINITION_UNCHANGED', []);
  });

  it('keeps unit and aggregation once a figure is recorded', () => {
    const past = [defined(), measured(id(301), CITY, '5')];
    revise({ unit: 'household' }, past).thenRefused('UNIT_FIXED', ['unit']);
    revise({ aggregation: 'MEAN' }, past).thenRefused('AGGREGATION_FIXED', ['aggregation']);
  });

  it('lets one that adds figures in a unit of its own since before that was refused be put in clearer words', () => {
    const changes = { name: 'Benches', reason: 'Clearer.' };
    const past = [defined({ unit: 'other:bench', aggregation: 'MEAN' })];
    sends('ReviseIndicator', changes, CITY, past).then({
      type: 'IndicatorRevised',
      data: {
        missionId,
        ...said,
        unit: 'other:bench',
        aggregation: 'MEAN',
        name: 'Benches',
        definitionVersion: 2,
        revisedBy: CITY,
        reason: 'Clearer.',
        on: TODAY,
      },
    });
  });

  it('is for backbones, and of an indicator that is not retired', () => {
    sends('ReviseIndicator', { name: 'x', reason: 'y' }, FIRM).thenRefused('NOT_BACKBONE', []);
    const retired = { type: 'IndicatorRetired', data: { missionId: MISSION, reason: 'Done.', on: TODAY } };
    revise({ name: 'x' }, [defined(), retired]).thenRefused('INDICATOR_RETIRED', ['id']);
  });

  it('leaves targets their part: one of another part is another target', () => {
    const by = [{ dimension: 'sex', code: 'F' }];
    const past = [defined({ targets: [{ targetId: 'women', value: '10', categories: by }] })];
    const target = (more: object) =>
      sends(
        'ReviseIndicatorTarget',
        { target: { targetId: 'women', value: '12', ...more }, reason: 'More.' },
        CITY,
        past,
      );
    target({}).then({
      type: 'IndicatorTargetRevised',
      data: {
        missionId,
        definitionVersion: 1,
        target: { targetId: 'women', value: '12', categories: by },
        reason: 'More.',
        on: TODAY,
      },
    });
    target({ categories: [{ dimension: 'sex', code: 'M' }] }).thenRefused('CATEGORIES_FIXED', ['target', 'categories']);
  });
});

describe('Agreement', () => {
  const agree = (by: string, definitionVersion: number, past?: readonly DomainEvent[]) =>
    sends('AgreeIndicator', { definitionVersion }, by, past);
  const agreed = {
    type: 'IndicatorAgreed',
    data: { missionId: MISSION, definitionVersion: 1, organisationId: FIRM, on: TODAY },
  };

  it('is of members, once each, to the version in force', () => {
    agree(FIRM, 1).then(agreed);
    agree(STRANGER, 1).thenRefused('NOT_A_MEMBER', []);
    agree(FIRM, 1, [defined(), agreed]).thenRefused('ALREADY_AGREED', []);
    agree(FIRM, 2).thenRefused('DEFINITION_SUPERSEDED', ['definitionVersion']);
  });

  it('is implied by writing it', () => agree(CITY, 1).thenRefused('ALREADY_AGREED', []));

  it('is asked anew once the indicator is revised', () => {
    const { missionId: _, ...said } = terms;
    const revised = {
      type: 'IndicatorRevised',
      data: {
        missionId: MISSION,
        ...said,
        name: 'Housed',
        definitionVersion: 2,
        revisedBy: CITY,
        reason: 'x',
        on: TODAY,
      },
    };
    agree(FIRM, 2, [defined(), agreed, revised]).then({ ...agreed, data: { ...agreed.data, definitionVersion: 2 } });
  });
});

describe('A retired indicator', () => {
  const retired = { type: 'IndicatorRetired', data: { missionId: MISSION, reason: 'Done.', on: TODAY } };
  const past = [defined(), measured(id(301), CITY, '5'), retired];

  it('is retired by a backbone, once', () => {
    sends('RetireIndicator', { reason: 'Done.' }).then(retired);
    sends('RetireIndicator', { reason: 'Done.' }, FIRM).thenRefused('NOT_BACKBONE', []);
    sends('RetireIndicator', { reason: 'Done.' }, CITY, past).thenRefused('INDICATOR_RETIRED', ['id']);
  });

  it('is measured no more, and what was wrong is still corrected', () => {
    sends('RecordMeasurement', { value: '1', date: TODAY }, CITY, past).thenRefused('INDICATOR_RETIRED', ['id']);
    const correction = { measurementId: id(301), value: '4', date: TODAY, reason: 'Counted twice.' };
    sends('CorrectMeasurement', correction, CITY, past).then({
      type: 'MeasurementCorrected',
      data: {
        missionId: MISSION,
        measurementId: id(301),
        value: '4',
        period: { from: TODAY, to: TODAY },
        categories: [],
        evidence: [],
        reason: 'Counted twice.',
      },
    });
  });
});

describe('A figure', () => {
  const JANUARY = { from: '2026-01-01', to: '2026-01-31' };
  const record = (data: object, by: string = CITY, past?: readonly DomainEvent[]) =>
    sends('RecordMeasurement', { measurementId: id(302), period: JANUARY, ...data }, by, past);

  it.each(['Female', 'female', 'F', 'f'])('of the group called %s is of one code', (code) => {
    const categories = [{ dimension: 'sex', code: 'F' }];
    record({ value: '3', categories: [{ dimension: 'sex', code }] }).then(measured(id(302), CITY, '3', { categories }));
  });

  it('is of codes that the indicator has', () => {
    const path = (part: string) => ['categories', 0, part];
    record({ value: '3', categories: [{ dimension: 'sex', code: 'women' }] }).thenRefused('CODE_UNKNOWN', path('code'));
    record({ value: '3', categories: [{ dimension: 'age', code: 'F' }] }).thenRefused(
      'CODE_UNKNOWN',
      path('dimension'),
    );
  });

  it('is recorded once of each part, days and reporter', () => {
    const past = [defined(), measured(id(301), CITY, '5')];
    record({ value: '6' }, CITY, past).thenRefused('MEASUREMENT_EXISTS', ['period']);
    record({ value: '6' }, FIRM, past).then(measured(id(302), FIRM, '6', { capacity: 'OTHER' }));
    record({ value: '6', place: { name: 'Nord' } }, CITY, past).then(
      measured(id(302), CITY, '6', { place: { name: 'Nord' } }),
    );
    const there = [defined(), measured(id(301), CITY, '5', { place: { name: 'Nord' } })];
    record({ value: '6', place: { name: 'nord' } }, CITY, there).thenRefused('MEASUREMENT_EXISTS', ['period']);
  });

  it('that is added up is of no day twice', () => {
    const sum = (...more: readonly DomainEvent[]) => [defined({ aggregation: 'SUM' }), ...more];
    const past = sum(measured(id(301), CITY, '5'));
    const across = { value: '6', period: { from: '2026-01-31', to: '2026-02-28' } };
    record(across, CITY, past).thenRefused('PERIOD_OVERLAPS', ['period']);
    record({ ...across, period: { from: '2026-02-01', to: '2026-02-28' } }, CITY, past).then(
      measured(id(302), CITY, '6', { period: { from: '2026-02-01', to: '2026-02-28' } }),
    );
    const two = sum(measured(id(301), CITY, '5'), measured(id(303), CITY, '5', { period: { from: TODAY, to: TODAY } }));
    const onto = { measurementId: id(303), value: '5', date: '2026-01-05', reason: 'Wrong day.' };
    sends('CorrectMeasurement', onto, CITY, two).thenRefused('PERIOD_OVERLAPS', ['date']);
  });

  it('of a ratio is given by its parts, and no other is', () => {
    const ratio = [defined({ aggregation: 'RATIO', unit: 'percent' })];
    record({ numerator: '1', denominator: '3' }, CITY, ratio).then(
      measured(id(302), CITY, '33.333333', { numerator: '1', denominator: '3' }),
    );
    const ofAThousand = [defined({ aggregation: 'RATIO', unit: 'per_thousand_people' })];
    record({ numerator: '3', denominator: '400' }, CITY, ofAThousand).then(
      measured(id(302), CITY, '7.5', { numerator: '3', denominator: '400' }),
    );
    record({ value: '33' }, CITY, ratio).thenRefused('VALUE_DOES_NOT_FIT', ['value']);
    record({ numerator: '1' }, CITY, ratio).thenRefused('VALUE_DOES_NOT_FIT', ['denominator']);
    record({ value: '1', denominator: '3' }).thenRefused('VALUE_DOES_NOT_FIT', ['denominator']);
    record({}).thenRefused('VALUE_DOES_NOT_FIT', ['value']);
  });

  it('of a group in free words keeps those as it is corrected', () => {
    const past = [defined(), measured(id(301), CITY, '5', { group: 'over 75', capacity: 'ANYONE' })];
    sends('CorrectMeasurement', { measurementId: id(301), value: '6', date: TODAY, reason: 'x' }, CITY, past).then({
      type: 'MeasurementCorrected',
      data: {
        missionId: MISSION,
        measurementId: id(301),
        value: '6',
        period: { from: TODAY, to: TODAY },
        group: 'over 75',
        categories: [],
        evidence: [],
        reason: 'x',
      },
    });
  });
});

describe('Of figures that differ', () => {
  const past = [defined({ reporterIds: [CITY, FIRM] }), measured(id(301), CITY, '5'), measured(id(302), FIRM, '9')];
  const confirm = (
    by: string,
    events: readonly DomainEvent[] = past,
    organisations?: Record<string, readonly DomainEvent[]>,
  ) => indicator(events, organisations).when('ConfirmMeasurement', INDICATOR, { measurementId: id(302) }, { by });
  const confirmed = {
    type: 'MeasurementConfirmed',
    data: { missionId: MISSION, measurementId: id(302), confirmedBy: EVALUATOR, evidence: [], on: TODAY },
  };

  it('an evaluator tied to none of them confirms one', () => {
    confirm(EVALUATOR).then(confirmed);
    confirm(REFUGE).thenRefused('NOT_AN_EVALUATOR', []);
    confirm(EVALUATOR, [...past, confirmed]).thenRefused('FIGURE_CONFIRMED', ['measurementId']);
  });

  it('none that is tied to either side does', () => {
    const tied = { [`organisation/${EVALUATOR}`]: grouped(EVALUATOR, CITY) };
    confirm(EVALUATOR, past, tied).thenRefused('SAME_CONTROL_GROUP', ['measurementId']);
  });

  it('there are several only where reporters say of the same what differs', () => {
    const beside = measured(id(301), CITY, '5', { capacity: 'OTHER' });
    confirm(EVALUATOR, [defined(), beside, measured(id(302), FIRM, '9')]).thenRefused('NOT_CONTESTED');
    confirm(EVALUATOR, [defined(), measured(id(301), CITY, '9'), measured(id(302), FIRM, '9')]).thenRefused(
      'NOT_CONTESTED',
    );
    const later = { period: { from: '2026-02-01', to: '2026-02-28' } };
    confirm(EVALUATOR, [defined(), measured(id(301), CITY, '5', later), measured(id(302), FIRM, '9')]).thenRefused(
      'NOT_CONTESTED',
    );
  });

  it('one that is corrected may be confirmed again', () => {
    const corrected = {
      type: 'MeasurementCorrected',
      data: {
        missionId: MISSION,
        measurementId: id(302),
        value: '8',
        period: { from: '2026-01-01', to: '2026-01-31' },
        categories: [],
        evidence: [],
        reason: 'x',
      },
    };
    confirm(EVALUATOR, [...past, confirmed, corrected]).then(confirmed);
  });
});
