import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { writeFolder } from './write-folder.js';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

it('A generated folder holds what was given for it, and nothing that was generated before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-generated-'));
  folders.push(folder);
  for (const gone of ['gone', 'kept', 'kept/gone']) await mkdir(join(folder, gone));
  for (const file of ['gone.sql', 'gone/a.sql', 'kept/a.sql', 'kept/b.sql', 'kept/gone/a.sql']) {
    await writeFile(join(folder, file), 'old');
  }
  const files = new Map([
    ['kept/a.sql', 'new'],
    ['made/b.sql', 'new'],
  ]);

  await writeFolder(folder, files);

  expect((await readdir(folder, { recursive: true })).sort()).toEqual(['kept', 'kept/a.sql', 'made', 'made/b.sql']);
  for (const file of files.keys()) expect(await readFile(join(folder, file), 'utf8')).toBe('new');
});
