import { readFile, stat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@maillage/kernel';
import { formatReport, type ImportReport } from '../../apps/cli/import/index.js';
import { Folders, openTarget, SAMPLE, type ImportTarget } from './dataset.js';

describe('The sample', () => {
  const folders = new Folders();
  let target: ImportTarget;
  let report: ImportReport;
  let events: readonly RecordedEvent[];
  let refusedFile: string;
  const phases = new Map<string, number>();

  beforeAll(async () => {
    target = await openTarget();
    refusedFile = join(await folders.write({ 'note.txt': '' }), 'refused.csv');
    report = await target.import(SAMPLE, {
      refusedFile,
      onProgress: ({ phase, done, total }) => phases.set(phase, total - done),
    });
    events = await target.events();
  });
  afterAll(async () => {
    await target.close();
    await folders.remove();
  });

  const ofType = (type: string): readonly Record<string, unknown>[] =>
    events.filter((event) => event.type === type).map(({ data }) => data as Record<string, unknown>);

  it('is small', async () => {
    const sizes = (await readdir(SAMPLE)).map(async (file) => (await stat(join(SAMPLE, file))).size);
    expect((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
  });

  it('adds up, file by file and in all', () => {
    for (const { rows, recorded, unchanged, refused } of report.files) {
      expect(recorded + refused).toBe(rows);
      // Delivery locations are part of their project's event, and so append none of their own.
      expect(unchanged === 0 || recorded === unchanged).toBe(true);
    }
    expect(report.totals.recorded + report.totals.refused).toBe(report.totals.rows);
    expect(report.totals.events).toBe(events.length);
    expect(report.refused).toHaveLength(report.totals.refused);
    expect(report.totals.refused).toBeLessThan(10);
  });

  it('shows missions of several sectors with measured indicators and contributions', () => {
    const missionsOf = (type: string): number => new Set(ofType(type).map(({ missionId }) => missionId)).size;
    expect(ofType('MissionDeclared').length).toBeGreaterThanOrEqual(12);
    expect(new Set(ofType('MissionDeclared').map(({ hashtag }) => hashtag)).size).toBeGreaterThanOrEqual(5);
    expect(missionsOf('MeasurementRecorded')).toBeGreaterThanOrEqual(3);
    expect(missionsOf('ContributionRecorded')).toBeGreaterThanOrEqual(3);
  });

  it('is recorded by the publisher, which is the backbone of each mission, on behalf of others', () => {
    const [publisher] = ofType('OrganisationRegistered');
    expect(publisher).toMatchObject({ name: 'INDIGO, Government Outcomes Lab, University of Oxford' });
    const id = publisher?.['controlGroupId'];
    expect(new Set(events.map(({ actor }) => actor.organisation))).toEqual(new Set([id]));
    expect(new Set(ofType('MissionDeclared').map(({ declaredBy }) => declaredBy))).toEqual(new Set([id]));
    expect(ofType('ContributionRecorded').every(({ declared }) => declared === false)).toBe(true);
    expect(new Set(events.map(({ recordedAt }) => recordedAt)).size).toBe(1);
  });

  it('says of each commitment where it comes from', () => {
    expect(ofType('CommitmentMade')).toContainEqual(
      expect.objectContaining({
        source: { dataset: 'INDIGO 2025-05', record: 'INDIGO-POJ-0195/investment1', verified: true },
      }),
    );
    expect(ofType('CommitmentMade').every(({ source }) => source !== undefined)).toBe(true);
  });

  it('takes a payment towards what its payer promised', () => {
    const mission = events.find(
      ({ type, data }) => type === 'MissionDeclared' && (data as { title: string }).title.startsWith('Cambodia Rural'),
    );
    const paid = ofType('ContributionRecorded').find(
      ({ missionId }) => mission?.stream === `mission/${String(missionId)}`,
    );
    expect(paid).toMatchObject({
      quantity: { amount: '3125000', unit: 'USD' },
      period: { from: '2019-11-01', to: '2021-03-31' },
    });
    const towards = events.find(({ data }) => data === paid)?.stream;
    const [made] = events.filter(({ stream, type }) => stream === towards && type === 'CommitmentMade');
    // "$10,000,000" is not certain, so the promise stands without an amount.
    expect(made?.data).not.toHaveProperty('quantity');
    expect(report.notes).toContainEqual(expect.objectContaining({ value: '$10,000,000' }));
  });

  it('writes the refused rows beside the report, as CSV', async () => {
    const text = await readFile(refusedFile, 'utf8');
    expect(text.split('\n')[0]).toBe('file,line,column,value,reason');
    expect(text).toContain('projects_results.csv,5,Period - Start - (Value),2018-15,is not a month that exists\n');
    expect(text.trim().split('\n')).toHaveLength(report.totals.refused + 1);
  });

  it('is told in a table, with the reasons', () => {
    const text = formatReport(report);
    expect(text).toMatch(/^file +rows +recorded +refused +events$/m);
    expect(text).toMatch(/^projects\.csv +13 +13 +0 +26$/m);
    expect(text).toContain('3  projects_results.csv, Period - Start - (Value): is not a month that exists');
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('reports its progress, each phase to its end', () => {
    expect([...phases.keys()].slice(0, 3)).toEqual(['organisations', 'missions', 'members']);
    expect([...phases.values()].every((left) => left === 0)).toBe(true);
  });

  it('records nothing when imported again, later and at another pace', async () => {
    const again = await target.import(SAMPLE, { at: '2027-01-01T00:00:00.000Z', concurrency: 3 });
    expect(again.totals).toEqual({ ...report.totals, events: 0, unchanged: report.totals.recorded });
    expect(again.refused).toEqual(report.refused);
    expect(await target.ledger.head()).toBe(BigInt(events.length));
  });
});
