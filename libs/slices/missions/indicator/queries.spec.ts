import { afterAll, beforeAll, describe, it, expect } from '@jest/globals';
import { PageError, writeCursor, type BatchQuery, type Page, type PageInput } from '@maillage/engine';
import { id } from '../../../../test/harness/given.js';
import {
  CLIMATE,
  COLD_HOMES,
  DWELLINGS,
  HOUSING,
  NOWHERE,
  openMissions,
  TONNES,
  type OpenMissions,
} from '../spec.fixtures.js';
import { Indicator } from './graphql.js';
import {
  correctionsOfMeasurement,
  indicatorById,
  latestMeasurementOfIndicator,
  measurementById,
  measurementsOfIndicator,
  placesMeasured,
  standingOfIndicator,
  targetsOfIndicator,
} from './queries.js';
import { readingOn } from './standing.js';
import type { IndicatorRow } from './view.js';

const indicatorsOfMission = Indicator.queries?.find(({ name }) => name === 'indicatorsOfMission') as BatchQuery<
  PageInput,
  Page<IndicatorRow>
>;

let opened: OpenMissions;
let batch: OpenMissions['batch'];
beforeAll(async () => {
  opened = await openMissions();
  ({ batch } = opened);
});
afterAll(() => opened.close());

describe('Indicators', () => {
  it('come by mission in the order of definition', async () => {
    const [housing, climate] = await batch(indicatorsOfMission, [HOUSING, CLIMATE], { first: 1 });
    expect(housing).toMatchObject({ rows: [{ id: DWELLINGS }], hasNextPage: true });
    expect(climate).toMatchObject({ rows: [{ id: TONNES }], hasNextPage: false });
    const after = housing?.cursors[0];
    const [next] = await batch(indicatorsOfMission, [HOUSING], { after });
    expect(next?.rows.map((row) => row.id)).toEqual([COLD_HOMES]);
    const [one, none] = await batch(indicatorById, [TONNES, NOWHERE], null);
    expect([one?.unit, none]).toEqual(['tonne_co2e', undefined]);
  });

  it('keep every target', async () => {
    const [targets, none] = await batch(targetsOfIndicator, [DWELLINGS, TONNES], null);
    expect(targets).toMatchObject([
      { value: '500', due_on: '2030-12-31', reason: null },
      { value: '300', due_on: null, reason: 'Fewer were found to need it.' },
    ]);
    expect(none).toEqual([]);
  });
});

describe('Measurements', () => {
  const values = async (args: Parameters<typeof measurementsOfIndicator.run>[1]['args']) => {
    const [page] = await batch(measurementsOfIndicator, [DWELLINGS], args);
    return page?.rows.map((row) => row.value);
  };

  it('come by the end of their period, then as recorded', async () => {
    expect(await values({})).toEqual(['90', '200.5', '12', '7']);
    const [page] = await batch(measurementsOfIndicator, [DWELLINGS], { first: 3 });
    expect(page?.hasNextPage).toBe(true);
    expect(await values({ after: page?.cursors.at(-1) })).toEqual(['7']);
  });

  it('are filtered by place, by its name or its code, and by group', async () => {
    expect(await values({ place: 'Villejean' })).toEqual(['12']);
    expect(await values({ place: '35238-7' })).toEqual(['12']);
    expect(await values({ group: 'over 75' })).toEqual(['7']);
    expect(await values({ place: 'Villejean', group: 'over 75' })).toEqual([]);
    expect([await values({ corrected: true }), await values({ corrected: false })]).toEqual([
      ['200.5'],
      ['90', '12', '7'],
    ]);
  });

  it('tell the places that they are of, each once', async () => {
    const [dwellings, tonnes] = await batch(placesMeasured, [DWELLINGS, TONNES], null);
    expect(dwellings?.map(({ name }) => name)).toEqual(['Villejean']);
    expect(tonnes).toEqual([]);
  });

  it('refuse a cursor that is none of theirs', async () => {
    for (const key of [['2026-02-30', '1'], ['2026-02-01', 'x'], ['1']]) {
      const run = measurementsOfIndicator.run(opened.database, {
        keys: [DWELLINGS],
        args: { after: writeCursor(key) },
      });
      await expect(run).rejects.toThrow(PageError);
    }
  });

  it('have a latest one, in all and of everybody everywhere', async () => {
    const keys = [DWELLINGS, COLD_HOMES, TONNES];
    const any = await batch(latestMeasurementOfIndicator, keys, null);
    expect(any.map((row) => row?.value)).toEqual(['7', '20', undefined]);
    const overall = await batch(standingOfIndicator, keys, null);
    expect(await batch(standingOfIndicator, keys, null)).toEqual(overall);
    const readings = overall.map((standing) => standing && readingOn(standing, '2026-03-01'));
    expect(readings.map((reading) => reading?.value)).toEqual(['200.5', null, null]);
    expect(readings.map((reading) => reading?.target?.value)).toEqual(['300', '0', undefined]);
    expect(overall.map((standing) => standing?.definitions[0]?.baseline)).toEqual(['100', '80', null]);
    const [nowhere] = await batch(standingOfIndicator, [NOWHERE], null);
    expect(nowhere).toBeUndefined();
  });

  it('are told apart by indicator where two share an id', async () => {
    const keys = [`${COLD_HOMES}/${id(301)}`, `${TONNES}/${id(301)}`, `${DWELLINGS}/${id(301)}`];
    const rows = await batch(measurementById, keys, null);
    expect(rows.map((row) => row?.value)).toEqual(['20', undefined, '200.5']);
    expect(rows[2]).toMatchObject({
      corrected: true,
      original: { value: '150', period_to: '2026-03-01', evidence: [{ url: 'https://rennes.example/q1' }] },
    });
    const corrections = await batch(correctionsOfMeasurement, keys, null);
    expect(corrections).toMatchObject([[], [], [{ value: '200.5', reason: 'A street was left out.' }]]);
  });
});
