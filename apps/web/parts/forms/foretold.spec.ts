import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, languages } from '../../i18n/language-list.js';
import type { Command } from './command.js';

const WEB = join(import.meta.dirname, '../..');
const COMMANDS = join(WEB, 'generated/commands');

/** The page knows more of them than the form does, and says it all itself: whose gift, and which indicator. */
const BY_THEIR_PAGES = ['RecordContribution', 'RecordMeasurement'];

/** What is sent otherwise than by a command's form, and where it is said before that what it does. */
const WITHOUT_A_FORM: Readonly<Record<string, string>> = {
  'parts/review/review-card.tsx': 'reviews.markLearnedHelp',
  'pages/missions/mission-setup/use-declaring.ts': 'setup.permanent',
};

/** What a file imports that sends a command; its types alone send nothing. */
const SENDS = /import \{ (?:useRecording|recordOnce)\b/;

async function sources(): Promise<readonly { readonly file: string; readonly source: string }[]> {
  const files = await readdir(WEB, { recursive: true });
  const code = files.filter((file) => /\.tsx?$/.test(file) && !/^generated|\.spec\.ts$/.test(file));
  return Promise.all(code.map(async (file) => ({ file, source: await readFile(join(WEB, file), 'utf8') })));
}

async function commands(): Promise<readonly Command[]> {
  const files = (await readdir(COMMANDS)).filter((file) => /^[A-Z]\w*\.ts$/.test(file));
  return Promise.all(
    files.map(async (file) => {
      const name = file.replace('.ts', '');
      const exported = (await import(join(COMMANDS, file))) as Readonly<Record<string, Command>>;
      return exported[name]!;
    }),
  );
}

describe.each(languages)('given the forms of all commands in %s', (language) => {
  it('each says in a sentence what it does before it is sent, with whoever acts and what was filled in', async () => {
    const messages: Readonly<Record<string, unknown>> = (await LANGUAGES[language].load()).default;
    const all = await commands();
    expect(all.length).toBeGreaterThan(60);
    const wrong = all.flatMap(({ name, fields }) => {
      const sentence = messages[`foretold.${name}`];
      if (typeof sentence !== 'string') return [`${name}: no sentence`];
      if (BY_THEIR_PAGES.includes(name)) return [];
      const named = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, each = '']) => each);
      if (!named.includes('actor')) return [`${name}: nobody acts`];
      const known = (each: string) => ['date', 'choice'].includes(fields[each]?.type ?? '');
      return named
        .filter((each) => each !== 'actor' && !known(each) && name !== 'MakeCommitment')
        .map((each) => `${name}: {${each}}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('given the sources of the pages', () => {
  it('whatever is recorded goes by a form that says so, or stands beside a text that does', async () => {
    const all = await sources();
    const sending = all.filter(({ source }) => SENDS.test(source)).map(({ file }) => file);
    const known = ['shell/graphql/use-recording.ts', 'parts/forms/use-command-form.ts', ...Object.keys(WITHOUT_A_FORM)];
    expect(sending.sort()).toEqual(known.sort());
    const messages: Readonly<Record<string, unknown>> = (await LANGUAGES.en.load()).default;
    for (const id of Object.values(WITHOUT_A_FORM)) {
      expect([id, typeof messages[id], all.some(({ source }) => source.includes(`id="${id}"`))]).toEqual([
        id,
        'string',
        true,
      ]);
    }
  });

  it('a form says nothing where it only plans, for a mission that is being set up', async () => {
    const planning = (await sources()).filter(({ source }) => /^\s+isPlanned$/m.test(source)).map(({ file }) => file);
    expect(planning.filter((file) => !file.startsWith('pages/missions/mission-setup/'))).toEqual([]);
  });

  it('a form that several pages arrange is a command’s form, whose sentence no page leaves out', async () => {
    const forms = (await sources()).filter(({ source }) => /\buseCommandForm\(/.test(source));
    const bare = forms.filter(({ file, source }) => file.endsWith('.tsx') && !/<CommandForm\b/.test(source));
    expect(bare.map(({ file }) => file)).toEqual([]);
  });
});
