import { describe, it, expect } from '@jest/globals';
import type { DomainEvent } from '@maillage/kernel';
import { given, id, NOON } from '../../../../test/harness/given.js';
import { indicatorCommands } from './commands.js';
import { indicatorDecider } from './decider.js';
import { missionDecider } from '../mission/decider.js';
import type { Role } from '../mission/events.js';

const CITY = id(1);
const MEMBER = id(2);
const EVALUATOR = id(3);
const STRANGER = id(4);
const OTHER_MEMBER = id(5);
const MISSION = id(100);
const INDICATOR = id(200);
const FIRST = id(301);
const TODAY = NOON.slice(0, 10);
const TOMORROW = '2026-03-02';

const aimless = {
  missionId: MISSION,
  name: 'Dwellings found unfit to live in',
  unit: 'dwelling',
  direction: 'DECREASE',
  baseline: { value: '1200', on: '2025-12-31' },
  source: 'Municipal hygiene service, yearly count',
  sdgs: ['11.1'],
};
const TARGET = { value: '300', dueOn: '2030-12-31' };
const terms = { ...aimless, targets: [TARGET] };
const main = (target: object) => ({ targetId: 'main', ...target, categories: [] });
const completed = (said: object, ...targets: readonly object[]) => ({
  type: 'IndicatorDefined',
  data: {
    ...said,
    mode: 'REACH',
    aggregation: 'LATEST',
    dimensions: [],
    reporterIds: [],
    targets,
    definedBy: CITY,
    on: TODAY,
  },
});
const defined = completed(aimless, main(TARGET));

const joined = (organisationId: string, role: Role) => ({ type: 'MissionJoined', data: { organisationId, role } });
const mission = [
  {
    type: 'MissionDeclared',
    data: {
      title: 'Logement digne',
      challenge: 'Every household lives in a decent dwelling.',
      hashtag: '#logement-digne',
      places: [],
      sdgs: [],
      openInvitation: true,
      declaredBy: CITY,
    },
  },
  joined(CITY, 'BACKBONE'),
  joined(MEMBER, 'MEMBER'),
  joined(OTHER_MEMBER, 'FUNDER'),
  joined(EVALUATOR, 'EVALUATOR'),
];

const said = { value: '1100.5', period: { from: '2026-01-01', to: '2026-02-28' }, categories: [], evidence: [] };
const measured = {
  type: 'MeasurementRecorded',
  data: {
    ...said,
    missionId: MISSION,
    measurementId: FIRST,
    recordedBy: MEMBER,
    definitionVersion: 1,
    capacity: 'OTHER',
  },
};

function indicator(past: readonly DomainEvent[] = [], missionPast: readonly DomainEvent[] = mission) {
  return given(indicatorDecider, past).consulting({ [`mission/${MISSION}`]: missionPast }, [missionDecider]);
}

describe('An indicator', () => {
  it('is defined by a backbone of its mission', () => {
    indicator().when('DefineIndicator', INDICATOR, terms, { by: CITY }).then(defined);
  });

  it('is not defined by a member that is no backbone', () => {
    indicator().when('DefineIndicator', INDICATOR, terms, { by: MEMBER }).thenRefused('NOT_BACKBONE', ['missionId']);
  });

  it('is not defined for a mission nobody declared', () => {
    indicator([], [])
      .when('DefineIndicator', INDICATOR, terms, { by: CITY })
      .thenRefused('UNKNOWN_MISSION', ['missionId']);
  });

  it('is not defined twice', () => {
    indicator([defined])
      .when('DefineIndicator', INDICATOR, terms, { by: CITY })
      .thenRefused('INDICATOR_EXISTS', ['id']);
  });

  it('takes no command before it is defined', () => {
    const correction = { ...said, measurementId: FIRST, reason: 'Typing error.' };
    given(indicatorDecider)
      .when('ReviseIndicatorTarget', INDICATOR, { target: { value: '1' }, reason: 'Bolder.' }, { by: CITY })
      .thenRefused('UNKNOWN_INDICATOR', ['id']);
    given(indicatorDecider)
      .when('RecordMeasurement', INDICATOR, said, { by: MEMBER })
      .thenRefused('UNKNOWN_INDICATOR', ['id']);
    given(indicatorDecider)
      .when('CorrectMeasurement', INDICATOR, correction, { by: MEMBER })
      .thenRefused('UNKNOWN_INDICATOR', ['id']);
  });
});

describe('The target of an indicator', () => {
  const revision = { target: { value: '200', dueOn: '2030-12-31' }, reason: 'The region adds funds.' };
  const revised = ({ target, reason }: typeof revision) => ({
    type: 'IndicatorTargetRevised',
    data: { missionId: MISSION, definitionVersion: 1, target: main(target), reason, on: TODAY },
  });

  it('is revised by a backbone, with a reason', () => {
    indicator([defined]).when('ReviseIndicatorTarget', INDICATOR, revision, { by: CITY }).then(revised(revision));
  });

  it('is not revised by anyone else', () => {
    indicator([defined])
      .when('ReviseIndicatorTarget', INDICATOR, revision, { by: EVALUATOR })
      .thenRefused('NOT_BACKBONE', []);
  });

  it('is not revised to what it is already', () => {
    indicator([defined])
      .when('ReviseIndicatorTarget', INDICATOR, { ...revision, target: TARGET }, { by: CITY })
      .thenRefused('TARGET_UNCHANGED', ['target']);
    indicator([defined, revised(revision)])
      .when('ReviseIndicatorTarget', INDICATOR, revision, { by: CITY })
      .thenRefused('TARGET_UNCHANGED', ['target']);
  });

  it('may be revised in its due date alone, or set where there was none', () => {
    const later = { target: { value: '300', dueOn: '2031-12-31' }, reason: 'The works began late.' };
    indicator([defined]).when('ReviseIndicatorTarget', INDICATOR, later, { by: CITY }).then(revised(later));
    indicator([completed(aimless)])
      .when('ReviseIndicatorTarget', INDICATOR, later, { by: CITY })
      .then(revised(later));
  });

  describe('is not revised', () => {
    const overdue = completed(aimless, main({ value: '300', dueOn: '2026-02-01' }));
    const revising = (past: DomainEvent, target: object) =>
      indicator([past]).when('ReviseIndicatorTarget', INDICATOR, { target, reason: 'Bolder.' }, { by: CITY });

    it('to a day that is over, or to the very day, be it the day it had', () => {
      for (const past of [defined, overdue]) {
        for (const dueOn of ['2026-02-01', TODAY]) {
          revising(past, { value: '310', dueOn }).thenRefused('TARGET_IN_PAST', ['target', 'dueOn']);
        }
      }
      const target = { value: '310', dueOn: TOMORROW };
      revising(overdue, target).then(revised({ target, reason: 'Bolder.' }));
    });

    it('to no day, where it had one', () => {
      revising(defined, { value: '310' }).thenRefused('TARGET_DATE_DROPPED', ['target', 'dueOn']);
      const target = { value: '310' } as typeof revision.target;
      revising(completed(aimless, main({ value: '300' })), target).then(revised({ target, reason: 'Bolder.' }));
    });
  });
});

describe('A measurement', () => {
  it.each([
    ['member', MEMBER],
    ['funder', OTHER_MEMBER],
    ['evaluator', EVALUATOR],
    ['backbone', CITY],
  ])('is recorded by any organisation of the mission: a %s', (_, by) => {
    indicator([defined])
      .when('RecordMeasurement', INDICATOR, { ...said, measurementId: FIRST }, { by })
      .then({
        type: 'MeasurementRecorded',
        data: { ...measured.data, recordedBy: by, capacity: by === CITY ? 'REPORTER' : 'OTHER' },
      });
  });

  it('is not recorded by a stranger, nor by an organisation that left', () => {
    indicator([defined]).when('RecordMeasurement', INDICATOR, said, { by: STRANGER }).thenRefused('NOT_A_MEMBER', []);
    indicator([defined], [...mission, { type: 'MissionLeft', data: { organisationId: MEMBER, roles: ['MEMBER'] } }])
      .when('RecordMeasurement', INDICATOR, said, { by: MEMBER })
      .thenRefused('NOT_A_MEMBER', []);
  });

  it('holds every detail given, of a single day', () => {
    const details = {
      place: { name: 'Le Blosne', country: 'FR' },
      evidence: [{ url: 'https://example.org/report.pdf', title: 'Yearly report' }],
      note: 'After the flood.',
    };
    indicator([defined])
      .when(
        'RecordMeasurement',
        INDICATOR,
        { value: '0', date: TODAY, measurementId: FIRST, ...details },
        { by: MEMBER },
      )
      .then({
        type: 'MeasurementRecorded',
        data: {
          missionId: MISSION,
          measurementId: FIRST,
          recordedBy: MEMBER,
          value: '0',
          definitionVersion: 1,
          capacity: 'OTHER',
          categories: [],
          period: { from: TODAY, to: TODAY },
          ...details,
        },
      });
  });

  it('goes by the id of its command where none is given', () => {
    const decided = indicatorDecider.decide(
      {
        type: 'RecordMeasurement',
        id: INDICATOR,
        data: { ...said, evidence: [], measurementId: undefined },
        commandId: id(77),
        actor: { organisation: MEMBER },
        scopes: ['write'],
        at: NOON,
      },
      indicatorDecider.evolve(indicatorDecider.initial, defined as never),
      {
        actor: undefined as never,
        reporters: [],
        connections: { memberships: [] },
        mission: mission.reduce((state, event) => missionDecider.evolve(state, event as never), missionDecider.initial),
      },
    );
    expect(decided).toEqual([
      { type: 'MeasurementRecorded', data: expect.objectContaining({ measurementId: id(77) }) },
    ]);
  });

  it('is not recorded twice under one id', () => {
    indicator([defined, measured])
      .when('RecordMeasurement', INDICATOR, { ...said, measurementId: FIRST }, { by: MEMBER })
      .thenRefused('MEASUREMENT_EXISTS', ['measurementId']);
  });

  it('does not reach past the day it comes in', () => {
    indicator([defined])
      .when('RecordMeasurement', INDICATOR, { value: '1', date: TOMORROW }, { by: MEMBER })
      .thenRefused('PERIOD_IN_FUTURE', ['date']);
    indicator([defined])
      .when('RecordMeasurement', INDICATOR, { value: '1', period: { from: TODAY, to: TOMORROW } }, { by: MEMBER })
      .thenRefused('PERIOD_IN_FUTURE', ['period', 'to']);
    indicator([defined, measured])
      .when(
        'CorrectMeasurement',
        INDICATOR,
        { value: '1', date: TOMORROW, measurementId: FIRST, reason: 'Wrong day.' },
        { by: MEMBER },
      )
      .thenRefused('PERIOD_IN_FUTURE', ['date']);
  });

  it('says a date or a period, not both and not neither', () => {
    const { RecordMeasurement, CorrectMeasurement } = indicatorCommands;
    const correction = { measurementId: FIRST, reason: 'Typing error.' };
    for (const dates of [{}, { date: TODAY, period: said.period }]) {
      const paths = [
        RecordMeasurement.data.safeParse({ value: '1', ...dates }),
        CorrectMeasurement.data.safeParse({ value: '1', ...correction, ...dates }),
      ].map(({ error }) => error?.issues.map(({ path }) => path));
      expect(paths).toEqual([[['date']], [['date']]]);
    }
  });
});

describe('A correction', () => {
  const correction = { ...said, value: '1090', measurementId: FIRST, reason: 'Two dwellings were counted twice.' };
  const corrected = { type: 'MeasurementCorrected', data: { ...correction, missionId: MISSION } };

  it('is made by the organisation that recorded it', () => {
    indicator([defined, measured]).when('CorrectMeasurement', INDICATOR, correction, { by: MEMBER }).then(corrected);
  });

  it('is made by the organisation that recorded it even after it left', () => {
    indicator(
      [defined, measured],
      [...mission, { type: 'MissionLeft', data: { organisationId: MEMBER, roles: ['MEMBER'] } }],
    )
      .when('CorrectMeasurement', INDICATOR, correction, { by: MEMBER })
      .then(corrected);
  });

  it.each([
    ['another member', OTHER_MEMBER],
    ['a backbone', CITY],
    ['an evaluator', EVALUATOR],
  ])('is not made by %s, whose word would stand under its author’s name', (_, by) => {
    indicator([defined, measured])
      .when('CorrectMeasurement', INDICATOR, correction, { by })
      .thenRefused('NOT_YOURS', ['measurementId']);
  });

  it('is not made of a measurement nobody recorded', () => {
    indicator([defined])
      .when('CorrectMeasurement', INDICATOR, correction, { by: MEMBER })
      .thenRefused('UNKNOWN_MEASUREMENT', ['measurementId']);
  });

  it('may follow another', () => {
    indicator([defined, measured, corrected])
      .when('CorrectMeasurement', INDICATOR, { ...correction, value: '1091' }, { by: MEMBER })
      .then({ type: 'MeasurementCorrected', data: { ...corrected.data, value: '1091' } });
  });
});
