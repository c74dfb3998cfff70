import { describe, it, expect } from '@jest/globals';
import type { DomainEvent } from '@maillage/kernel';
import { id, NOON, projected, recorded } from '../../../../test/harness/given.js';
import { indicators } from './view.js';

const CITY = id(1);
const MEMBER = id(2);
const MISSION = id(100);
const INDICATOR = id(200);
const FIRST = id(301);
const TODAY = NOON.slice(0, 10);

const aimless = {
  missionId: MISSION,
  name: 'Dwellings found unfit to live in',
  unit: 'dwelling',
  mode: 'REACH',
  direction: 'DECREASE',
  aggregation: 'LATEST',
  dimensions: [],
  reporterIds: [MEMBER],
  baseline: { value: '1200', on: '2025-12-31' },
  source: 'Municipal hygiene service, yearly count',
  sdgs: ['11.1'],
  targets: [],
  definedBy: CITY,
  on: TODAY,
};
const terms = {
  ...aimless,
  targets: [{ targetId: 'main', value: '300', dueOn: '2030-12-31', categories: [] }],
};
const defined = { type: 'IndicatorDefined', data: terms };

const said = { value: '1100.5', period: { from: '2026-01-01', to: '2026-02-28' }, categories: [], evidence: [] };
const measured = {
  type: 'MeasurementRecorded',
  data: {
    ...said,
    missionId: MISSION,
    measurementId: FIRST,
    recordedBy: MEMBER,
    definitionVersion: 1,
    capacity: 'REPORTER',
  },
};

describe('The indicators view', () => {
  const stream = `indicator/${INDICATOR}`;
  const show = (...events: readonly DomainEvent[]) =>
    projected(
      indicators,
      events.map((event) => recorded(stream, event, { actor: { organisation: CITY } })),
    );

  const revised = {
    type: 'IndicatorTargetRevised',
    data: {
      missionId: MISSION,
      definitionVersion: 1,
      target: { targetId: 'main', value: '200', categories: [] },
      reason: 'The region adds funds.',
      on: TODAY,
    },
  };
  const corrected = (value: string) => ({
    type: 'MeasurementCorrected',
    data: {
      missionId: MISSION,
      measurementId: FIRST,
      value,
      period: { from: TODAY, to: TODAY },
      place: { name: 'Le Blosne', code: '35-9' },
      categories: [],
      evidence: [{ url: 'https://example.org/count.csv' }],
      reason: 'Counted again.',
    },
  });
  const firstSaid = {
    value: '1100.5',
    numerator: null,
    denominator: null,
    period_from: '2026-01-01',
    period_to: '2026-02-28',
    place_name: null,
    place_country: null,
    place_code: null,
    categories: [],
    group_name: null,
    cell: '',
    evidence: [],
    note: null,
  };

  it('shows an indicator as it was defined', () => {
    expect(show(defined, revised)['indicator']).toEqual([
      {
        id: INDICATOR,
        mission_id: MISSION,
        definition_version: 1,
        name: terms.name,
        description: null,
        unit: 'dwelling',
        mode: 'REACH',
        direction: 'DECREASE',
        aggregation: 'LATEST',
        dimensions: [],
        reporter_ids: [MEMBER],
        baseline_value: '1200',
        baseline_on: '2025-12-31',
        source: terms.source,
        proxy_for: null,
        sdgs: ['11.1'],
        retired_on: null,
        retirement_reason: null,
        defined_by: CITY,
        defined_at: NOON,
        position: '1',
      },
    ]);
  });

  it('keeps every target it had', () => {
    expect(show(defined, revised)['indicator_target']).toEqual([
      {
        indicator_id: INDICATOR,
        target_id: 'main',
        position: '1',
        value: '300',
        upper: null,
        from_value: null,
        due_on: '2030-12-31',
        categories: [],
        definition_version: 1,
        turn: 0,
        reason: null,
        set_by: CITY,
        set_at: NOON,
        set_on: TODAY,
      },
      expect.objectContaining({ position: '2', value: '200', due_on: null, reason: 'The region adds funds.' }),
    ]);
    expect(show({ type: 'IndicatorDefined', data: aimless })['indicator_target']).toEqual([]);
  });

  it('shows a measurement as recorded', () => {
    expect(show(defined, measured)['measurement']).toEqual([
      {
        id: FIRST,
        indicator_id: INDICATOR,
        mission_id: MISSION,
        definition_version: 1,
        capacity: 'REPORTER',
        ...firstSaid,
        recorded_by: MEMBER,
        recorded_at: NOON,
        corrected: false,
        original: null,
        confirmed_by: null,
        confirmed_on: null,
        confirmed_evidence: [],
        confirmed_position: null,
        position: '2',
      },
    ]);
  });

  it('shows a corrected measurement as it stands, and all it said before', () => {
    const { measurement, measurement_correction } = show(defined, measured, corrected('1090'), corrected('1091'));
    expect(measurement).toEqual([
      expect.objectContaining({
        value: '1091',
        period_to: TODAY,
        place_name: 'Le Blosne',
        place_code: '35-9',
        recorded_by: MEMBER,
        corrected: true,
        original: firstSaid,
        position: '2',
      }),
    ]);
    expect(measurement_correction).toEqual([
      expect.objectContaining({ measurement_id: FIRST, position: '3', value: '1090', corrected_by: CITY }),
      expect.objectContaining({ measurement_id: FIRST, position: '4', value: '1091', reason: 'Counted again.' }),
    ]);
  });

  it('keeps measurements of two indicators apart, though their clients chose one id', () => {
    const { measurement } = projected(indicators, [
      recorded(stream, measured),
      recorded(`indicator/${id(201)}`, { ...measured, data: { ...measured.data, value: '7' } }),
    ]);
    expect(measurement?.map(({ value }) => value)).toEqual(['1100.5', '7']);
  });

  it('keeps every version of what an indicator says, and who agreed to which', () => {
    const data = { ...aimless, name: 'Dwellings unfit', dimensions: [], definitionVersion: 2, revisedBy: MEMBER };
    const { targets: _, definedBy: __, ...next } = data;
    const agreed = { missionId: MISSION, definitionVersion: 1, organisationId: MEMBER, on: TODAY };
    const shown = show(
      defined,
      { type: 'IndicatorAgreed', data: agreed },
      { type: 'IndicatorRevised', data: { ...next, reason: 'Shorter.' } },
      { type: 'IndicatorRetired', data: { missionId: MISSION, reason: 'Done.', on: TODAY } },
    );
    expect(shown['indicator']).toEqual([
      expect.objectContaining({
        name: 'Dwellings unfit',
        definition_version: 2,
        retired_on: TODAY,
        retirement_reason: 'Done.',
      }),
    ]);
    expect(shown['indicator_definition']).toEqual([
      expect.objectContaining({ version: 1, name: terms.name, reason: null, made_by: CITY }),
      expect.objectContaining({ version: 2, name: 'Dwellings unfit', reason: 'Shorter.', made_by: MEMBER }),
    ]);
    expect(shown['indicator_agreement']).toEqual([
      expect.objectContaining({ version: 1, organisation_id: CITY }),
      expect.objectContaining({ version: 1, organisation_id: MEMBER }),
      expect.objectContaining({ version: 2, organisation_id: MEMBER }),
    ]);
  });

  it('shows who confirmed a figure, until it says something else', () => {
    const confirmed = {
      type: 'MeasurementConfirmed',
      data: { missionId: MISSION, measurementId: FIRST, confirmedBy: CITY, evidence: [], on: TODAY },
    };
    expect(show(defined, measured, confirmed)['measurement']).toEqual([
      expect.objectContaining({ confirmed_by: CITY, confirmed_on: TODAY, confirmed_position: '3' }),
    ]);
    expect(show(defined, measured, confirmed, corrected('9'))['measurement']).toEqual([
      expect.objectContaining({ value: '9', confirmed_by: null, confirmed_position: null }),
    ]);
  });

  it('halts on what it never saw begin', () => {
    const retired = { type: 'IndicatorRetired', data: { missionId: MISSION, reason: 'Done.', on: TODAY } };
    expect(() => show(retired)).toThrow(/finds no row/);
    expect(() => show(corrected('1'))).toThrow(/finds no row/);
  });
});
