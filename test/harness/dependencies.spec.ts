import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { installedProgram, program } from './programs.js';
import { told } from './told.js';

/** What a process gets by each import that starts in the folder of a program. */
async function namesIn(main: string, specifiers: readonly string[]): Promise<Readonly<Record<string, string[]>>> {
  const script = `
    const found = {};
    for (const each of ${JSON.stringify(specifiers)}) found[each] = Object.keys(await import(each));
    process.stdout.write(JSON.stringify(found), () => process.exit());`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: dirname(main),
    maxBuffer: 2 ** 24,
  });
  return JSON.parse(stdout) as Record<string, string[]>;
}

describe('The packages that tests have in one file', () => {
  it('export by each import what they export as they are installed', async () => {
    const file = await readFile(join(told('TEST_DEPENDENCIES'), 'places.json'), 'utf8');
    const places = JSON.parse(file) as Readonly<Record<string, { readonly specifier: string }>>;
    const specifiers = Object.values(places).map(({ specifier }) => specifier);
    expect(specifiers).toEqual(expect.arrayContaining(['graphql', 'zod', '@nestjs/core', 'csv-parse/sync']));
    const main = 'apps/cli/main.ts';
    const [one, installed] = await Promise.all([
      namesIn(program(main), specifiers),
      namesIn(installedProgram(main), specifiers),
    ]);
    for (const specifier of specifiers) {
      // Node's own reading of what CommonJS exports finds this mark as well.
      const names = (installed[specifier] ?? []).filter((name) => name !== '__esModule');
      expect({ specifier, names: one[specifier] }).toEqual({ specifier, names: expect.arrayContaining(names) });
      expect(names).not.toEqual([]);
    }
  });
});
