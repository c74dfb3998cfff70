import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as layouts from '../../apps/cli/import/files.js';
import { importIndigo, ImportError } from '../../apps/cli/import/index.js';
import { readTable } from '../../apps/cli/import/table.js';
import { AT, filesOf, Folders } from './dataset.js';

const folders = new Folders();
afterAll(() => folders.remove());

const files = filesOf({
  organisations: [{ id: 'INDIGO-ORG-0001', name: 'A council' }],
  projects: [{ id: 'INDIGO-POJ-0001', name: 'A project' }],
  results: [{ project: 'INDIGO-POJ-0001', metric: 'outcomemetric1', achieved: '3' }],
});
const results = files['projects_results.csv'] ?? '';
const header = results.split('\n')[0] ?? '';

/** What an import of these files says, and how many commands it sent before saying so. */
async function attempt(changed: Readonly<Record<string, string | Buffer | undefined>>) {
  const present = Object.entries({ ...files, ...changed }).flatMap(([file, text]) =>
    text === undefined ? [] : [[file, text] as const],
  );
  const folder = await folders.write(Object.fromEntries(present));
  let commands = 0;
  const refusedFile = join(folder, 'refused.csv');
  const error: unknown = await importIndigo(folder, {
    at: AT,
    refusedFile,
    execute: async () => {
      commands += 1;
      throw new Error('No command was to be sent.');
    },
  }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { error: error as Error, commands, wroteFile: existsSync(refusedFile) };
}

describe('A folder that cannot be imported', () => {
  it.each<[string, Record<string, string | Buffer | undefined>, string]>([
    ['without projects', { 'projects.csv': undefined }, 'projects.csv is missing from'],
    ['without organisations', { 'organisations.csv': undefined }, 'organisations.csv is missing from'],
    [
      'with an empty file',
      { 'projects_results.csv': '' },
      'projects_results.csv is empty; its first line must name the columns.',
    ],
    ['with a file of a mark alone', { 'projects_results.csv': '\uFEFF' }, 'projects_results.csv is empty'],
    [
      'with a column missing',
      { 'projects_results.csv': results.replace('Outcomes achieved - (Value)', 'Outcomes') },
      'projects_results.csv has no column "Outcomes achieved - (Value)"; its first line must name it.',
    ],
    [
      'with a quotation mark never closed',
      { 'projects_results.csv': `${header}\nINDIGO-POJ-0001,,,,,,,\nINDIGO-POJ-0001,"outcome,,,,,,\n,,,,,,,\n` },
      'projects_results.csv, line 3: a quotation mark is opened here and never closed.',
    ],
    [
      'with a field too few',
      { 'projects_results.csv': `${header}\n,"two\nlines",,,,,,\nINDIGO-POJ-0001,outcomemetric1\n` },
      'projects_results.csv, line 4: the row has 2 fields, and the first line names 8 columns.',
    ],
    [
      'with a field too many',
      { 'projects_results.csv': `${header}\n,,,,,,,,\n` },
      'projects_results.csv, line 2: the row has 9 fields, and the first line names 8 columns.',
    ],
    [
      'with a quotation mark within a field',
      { 'projects_results.csv': `${header}\n,the "final" one,,,,,,\n` },
      'projects_results.csv, line 2: a quotation mark stands within a field',
    ],
    [
      'in another encoding than UTF-8',
      {
        'organisations.csv': Buffer.from((files['organisations.csv'] ?? '').replace('A council', 'Fundação'), 'latin1'),
      },
      'organisations.csv is not UTF-8 text; save it as UTF-8.',
    ],
  ])('%s says what is wrong, and records nothing', async (_, changed, message) => {
    const { error, commands, wroteFile } = await attempt(changed);
    expect(error).toBeInstanceOf(ImportError);
    expect(error.message).toContain(message);
    expect(commands).toBe(0);
    expect(wroteFile).toBe(false);
  });

  it('ends at the first failure of the ledger, with that failure', async () => {
    const { error, commands } = await attempt({});
    expect(error.message).toBe('No command was to be sent.');
    expect(commands).toBe(1);
  });
});

describe('A file', () => {
  let lines: readonly (readonly [number, string])[];

  beforeAll(async () => {
    const text = ['\uFEFFProject ID,Extra,Id', 'P1,"a\nb",one', '', 'P2,"c\r\n\r\nd",two', 'P3,,"say ""three"""', ''];
    const folder = await folders.write({ 'projects_outcome_funds.csv': text.join('\r\n') });
    const { rows } = await readTable(folder, layouts.outcomeFunds);
    lines = rows.map(({ line, cells }) => [line, `${cells.project} ${cells.id}`]);
  });

  it('is read with its mark, its line breaks, blank lines and columns of no interest', () => {
    expect(lines.map(([, cells]) => cells)).toEqual(['P1 one', 'P2 two', 'P3 say "three"']);
  });

  it('has each row at the line on which it begins', () => {
    expect(lines.map(([line]) => line)).toEqual([2, 5, 8]);
  });

  it('that is not there is absent where it is optional', async () => {
    const folder = await folders.write(files);
    expect(await readTable(folder, layouts.transactions)).toEqual({
      file: 'projects_transactions.csv',
      present: false,
      rows: [],
    });
  });

  it('may be as long as it likes, but no cell may', async () => {
    const folder = await folders.write({
      'projects_outcome_funds.csv': `Project ID,Id\nP1,"${'x'.repeat(2_000_000)}"\n`,
    });
    await expect(readTable(folder, layouts.outcomeFunds)).rejects.toThrow('line 2');
  });
});
