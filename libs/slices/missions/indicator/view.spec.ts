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
  direction: 'DECREASE',
  baseline: { value: '1200', on: '2025-12-31' },
  source: 'Municipal hygiene service, yearly count',
  sdgs: ['11.1'],
};
const terms = { ...aimless, target: { value: '300', dueOn: '2030-12-31' } };
const defined = { type: 'IndicatorDefined', data: terms };

const said = { value: '1100.5', period: { from: '2026-01-01', to: '2026-02-28' }, evidence: [] };
const measured = {
  type: 'MeasurementRecorded',
  data: { ...said, missionId: MISSION, measurementId: FIRST, recordedBy: MEMBER },
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
    data: { missionId: MISSION, target: { value: '200' }, reason: 'The region adds funds.' },
  };
  const corrected = (value: string) => ({
    type: 'MeasurementCorrected',
    data: {
      missionId: MISSION,
      measurementId: FIRST,
      value,
      period: { from: TODAY, to: TODAY },
      place: { name: 'Le Blosne', code: '35-9' },
      evidence: [{ url: 'https://example.org/count.csv' }],
      reason: 'Counted again.',
    },
  });
  const firstSaid = {
    value: '1100.5',
    period_from: '2026-01-01',
    period_to: '2026-02-28',
    place_name: null,
    place_country: null,
    place_code: null,
    group_name: null,
    evidence: [],
    note: null,
  };

  it('shows an indicator with the target of now', () => {
    expect(show(defined, revised)['indicator']).toEqual([
      {
        id: INDICATOR,
        mission_id: MISSION,
        name: terms.name,
        description: null,
        unit: 'dwelling',
        direction: 'DECREASE',
        baseline_value: '1200',
        baseline_on: '2025-12-31',
        target_value: '200',
        target_due_on: null,
        source: terms.source,
        proxy_for: null,
        sdgs: ['11.1'],
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
        position: '1',
        value: '300',
        due_on: '2030-12-31',
        reason: null,
        set_by: CITY,
        set_at: NOON,
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
        ...firstSaid,
        recorded_by: MEMBER,
        recorded_at: NOON,
        corrected: false,
        original: null,
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

  it('halts on what it never saw begin', () => {
    expect(() => show(revised)).toThrow(/finds no row/);
    expect(() => show(corrected('1'))).toThrow(/finds no row/);
  });
});
