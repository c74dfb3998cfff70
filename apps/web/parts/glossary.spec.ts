import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { TERMS } from './glossary.js';

const PAGES = join(import.meta.dirname, '../pages');

it('each word of the glossary is explained from a page where it is met', async () => {
  const files = (await readdir(PAGES, { recursive: true })).filter((file) => file.endsWith('.tsx'));
  const sources = await Promise.all(files.map((file) => readFile(join(PAGES, file), 'utf8')));
  const met = sources.flatMap((source) => [...source.matchAll(/<InPlainWords terms=\{\[([^\]]*)\]\}/g)]);
  const named = new Set(met.flatMap(([, list = '']) => list.match(/\w+/g) ?? []));
  expect(TERMS.filter((term) => !named.has(term))).toEqual([]);
});
