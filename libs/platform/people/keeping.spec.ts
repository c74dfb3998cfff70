import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../project-root.js';
import { allKept } from './keeping.js';

const MIGRATIONS = join(projectRoot, 'infra/migrations');

/** What else the database has, and why it is not what is kept of people. */
const NOT_OF_PEOPLE: Readonly<Record<string, string>> = {
  event: 'The log: it names organisations, and people by the random ids of their seats alone.',
  log_head: 'Of the log: where it ends.',
  log_seal: 'Of the log: its tree.',
  log_tile: 'Of the log: its tree.',
  checkpoint: 'Of the log: what was signed.',
  cosignature: 'Of the log: what witnesses signed.',
  command: 'Of the log: what was asked for once is answered again.',
  private_value: 'What organisations record and may erase; it is asked for by its entry.',
  evidence_file: 'What organisations record and may erase; it is asked for by its entry.',
  view_checkpoint: 'How far each view has read the log.',
  persona: 'Fictional organisations of the sample.',
  session: 'Of organisations, opened by a key of theirs or as a persona of the sample.',
};

async function tables(): Promise<readonly string[]> {
  const files = (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.sql'));
  const texts = await Promise.all(files.map((file) => readFile(join(MIGRATIONS, file), 'utf8')));
  const made = texts.flatMap((text) => [...text.matchAll(/^create table (?:if not exists )?(\w+)/gim)]);
  return made.map(([, name = '']) => name.toLowerCase());
}

describe('Of all tables that migrations make', () => {
  it('each is among those that are kept of people, or said not to be', async () => {
    const kept = allKept().map(([table]) => table as string);
    expect([...kept, ...Object.keys(NOT_OF_PEOPLE)].sort()).toEqual([...new Set(await tables())].sort());
  });

  it('those of people are exported, or there is a reason why not', () => {
    const unsaid = allKept().filter(([, { exported }]) =>
      'not' in exported ? exported.not.length < 20 : exported.length === 0,
    );
    expect(unsaid).toEqual([]);
  });
});
