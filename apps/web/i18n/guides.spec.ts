import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import english from '../generated/messages/en.js';
import french from '../generated/messages/fr.js';
import { ROUTES } from '../shell/routes.js';

const DOCS = join(import.meta.dirname, '../../../infra/docs');

/** As a guide writes it: an ellipsis for whatever stands there. */
const written = (message: string): string => message.replace(/\{\w+\}/g, '…');

const named = Object.entries(english).map(([id, message]) =>
  [written(message), written((french as Readonly<Record<string, string>>)[id] ?? '')].join(' | '),
);
const addresses = Object.keys(ROUTES).map((route) => route.replace(/:\w+/g, '…'));

describe('a guide for coordinators', () => {
  it('names pages and buttons as they are called, in both languages', async () => {
    const guide = await readFile(join(DOCS, 'first-month.md'), 'utf8');
    const rows = [...guide.matchAll(/^\| [^|]+ \| `(\/[^`]*)` \| (.+) \|$/gm)];
    expect(rows.length).toBeGreaterThan(9);
    expect(rows.flatMap(([, address = '']) => (addresses.includes(address) ? [] : [address]))).toEqual([]);
    expect(rows.flatMap(([, , words = '']) => (named.includes(words) ? [] : [words]))).toEqual([]);
  });

  it.each(['first-month.md', 'getting-started.md'])('sends nobody to a terminal for a key: %s', async (name) => {
    expect(await readFile(join(DOCS, name), 'utf8')).not.toMatch(/keys create|curl/);
  });
});
