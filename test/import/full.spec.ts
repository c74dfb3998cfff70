import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatReport, type ImportReport } from '../../apps/cli/import/index.js';
import { FULL, openTarget, SAMPLE, type ImportTarget } from './dataset.js';

// The whole dataset lies beside the project, not in it; where it is not, the sample's specs say as much in little.
const found = existsSync(FULL);
if (!found) process.stderr.write(`The whole INDIGO dataset is not at ${FULL}; its import is not tested here.\n`);

(found ? describe : describe.skip)('The whole INDIGO dataset', () => {
  let target: ImportTarget;
  let report: ImportReport;

  beforeAll(async () => {
    target = await openTarget();
    report = await target.import(FULL);
    if (process.env['SHOW_REPORT'] !== undefined) process.stderr.write(`${formatReport(report)}\n`);
  });
  afterAll(() => target.close());

  it('adds up, file by file', () => {
    expect(report.files).toHaveLength(14);
    for (const { rows, recorded, refused } of report.files) expect(recorded + refused).toBe(rows);
    expect(report.refused).toHaveLength(report.totals.refused);
  });

  it('counts every event that it appended', async () => {
    expect(BigInt(report.totals.events)).toBe(await target.ledger.head());
  });

  it('refuses no organisation and no project', () => {
    const refused = Object.fromEntries(report.files.map((file) => [file.file, file.refused]));
    expect(refused).toMatchObject({ 'organisations.csv': 0, 'projects.csv': 0 });
  });

  it('refuses the measurement whose month does not exist', () => {
    expect(report.refused).toContainEqual(
      expect.objectContaining({
        file: 'projects_results.csv',
        column: 'Period - Start - (Value)',
        value: '2018-15',
        reason: 'is not a month that exists',
      }),
    );
  });

  it('records nothing when imported again', async () => {
    const before = await target.ledger.head();
    const again = await target.import(FULL, { at: '2026-12-01T09:00:00.000Z' });
    expect(again.totals).toEqual({ ...report.totals, events: 0, unchanged: report.totals.recorded });
    expect(again.refused).toEqual(report.refused);
    expect(await target.ledger.head()).toBe(before);
  });

  it('puts right what the shipped sample says in fewer words, and refuses none of it', async () => {
    const small = await openTarget();
    try {
      await small.import(SAMPLE);
      const { refused } = await small.import(FULL);
      expect(refused).toEqual(report.refused);
    } finally {
      await small.close();
    }
  });
});
