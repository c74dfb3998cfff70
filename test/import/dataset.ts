import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commitmentDecider, receivingDecider } from '@maillage/accountability';
import { organisationDecider } from '@maillage/directory';
import type { AnyDecider } from '@maillage/kernel';
import { indicatorDecider, missionDecider } from '@maillage/missions';
import { stringify } from 'csv-stringify/sync';
import * as layouts from '../../apps/cli/import/files.js';
import type { ColumnOf } from '../../apps/cli/import/files.js';
import { importIndigo, type ImportOptions, type ImportReport } from '../../apps/cli/import/index.js';
import { openEngine, type TestEngine } from '../harness/engine.js';
import { UNHINDERED } from '../harness/lookups.js';

export const SAMPLE = join(process.cwd(), 'apps/cli/sample/indigo');
export const FULL = join(process.cwd(), '../shared/data/indigo');
export const AT = '2026-11-22T09:00:00.000Z';

const DECIDERS: readonly AnyDecider[] = [
  organisationDecider,
  missionDecider,
  indicatorDecider,
  receivingDecider,
  commitmentDecider,
];

export interface ImportTarget extends TestEngine {
  import(folder: string, options?: Partial<ImportOptions>): Promise<ImportReport>;
}

/** An empty ledger and the command path to it, without views: an import needs none. */
export async function openTarget(): Promise<ImportTarget> {
  const engine = await openEngine([
    { ...UNHINDERED, name: 'all', deciders: DECIDERS, views: [], queries: [], resolvers: [] },
  ]);
  return {
    ...engine,
    import: (folder, options = {}) =>
      importIndigo(folder, { execute: (command) => engine.executor.execute(command), at: AT, ...options }),
  };
}

type Cells<Layout> = Partial<Record<ColumnOf<Layout>, string>>;
/** The rows of a small dataset, by the importer's names of files and columns; cells left out are empty. */
export type Dataset = { readonly [Name in keyof typeof layouts]?: readonly Cells<(typeof layouts)[Name]>[] };

/** The same as files; organisations and projects, which no import does without, are there even if empty. */
export function filesOf(dataset: Dataset): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ organisations: [], projects: [], ...dataset }).map(([name, rows]) => {
      const { file, columns } = layouts[name as keyof typeof layouts];
      const names = Object.keys(columns);
      const lines = rows.map((row: Record<string, string>) => names.map((column) => row[column] ?? ''));
      return [file, stringify([Object.values(columns), ...lines])];
    }),
  );
}

/** Folders of CSV files, gone when the suite ends. */
export class Folders {
  private readonly root = mkdtemp(join(tmpdir(), 'maillage-import-'));

  /** A copy of a folder, each file through `change` (text in, text out; `undefined` leaves the file out). */
  async copy(
    from: string,
    change: (text: string, file: string) => string | undefined = (text) => text,
  ): Promise<string> {
    const files: Record<string, string> = {};
    for (const file of await readdir(from)) {
      if (!file.endsWith('.csv')) continue;
      const text = change(await readFile(join(from, file), 'utf8'), file);
      if (text !== undefined) files[file] = text;
    }
    return this.write(files);
  }

  async write(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
    const folder = join(await this.root, randomUUID());
    for (const [file, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), content);
    }
    return folder;
  }

  async remove(): Promise<void> {
    await rm(await this.root, { recursive: true, force: true });
  }
}
