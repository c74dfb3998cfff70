import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { assertEnumType, buildSchema } from 'graphql';
import { createIntl } from 'react-intl';
import english from '../generated/messages/en.js';
import french, { refusals as said } from '../generated/messages/fr.js';
import { LANGUAGES } from './language-list.js';

const { refusals, signInRefusals } = said;
const ROOT = join(import.meta.dirname, '../../..');
const { formatters } = createIntl({ locale: 'en' });

interface Part {
  readonly value?: unknown;
  readonly type: number;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}

/** Of a message, by name; inside plurals as well. */
function argumentsOf(message: string): readonly string[] {
  const names = new Set<string>();
  const collect = (parts: readonly Part[]) => {
    for (const { type, value, options } of parts) {
      // Text and the `#` of a plural name nothing.
      if (type !== 0 && type !== 7) names.add(String(value));
      for (const option of Object.values(options ?? {})) collect(option.value);
    }
  };
  collect(formatters.getMessageFormat(message, 'en').getAst());
  return [...names].sort();
}

/** `code` where the server names it: of mutations in the SDL, of each command, and where it answers with an error. */
async function codesOfTheServer(): Promise<readonly string[]> {
  const schema = buildSchema(await readFile(join(ROOT, 'infra/generated/schema.graphql'), 'utf8'));
  const ofMutations = assertEnumType(schema.getType('RefusalCode')).getValues();
  const codes = new Set(ofMutations.map(({ name }) => name));
  for (const folder of ['libs', 'apps/api']) {
    const files = await readdir(join(ROOT, folder), { recursive: true });
    for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))) {
      const source = await readFile(join(ROOT, folder, file), 'utf8');
      const lists = file.endsWith('commands.ts')
        ? source.matchAll(/\brefusals: (\[[^\]]*\])|^const \w+ = (\[[^\]]*\]) as const;/gm)
        : [];
      const errors = source.matchAll(/extensions: \{ code: ('[A-Z_]+')|\b[45]\d\d,\s*('[A-Z_]+')/g);
      for (const [, ...found] of [...lists, ...errors]) {
        for (const [, code = ''] of found.join(' ').matchAll(/'([A-Z_]+)'/g)) codes.add(code);
      }
    }
  }
  return [...codes].sort();
}

const frenchTexts = Object.entries({ ...french, ...refusals, ...signInRefusals });

describe('the messages of the pages', () => {
  it('are a folder for each language that can be chosen', async () => {
    expect((await readdir(join(import.meta.dirname, 'messages'))).sort()).toEqual(Object.keys(LANGUAGES).sort());
  });

  describe.each(Object.entries(LANGUAGES))('in the language %s', (_, { load }) => {
    it('are the same as in every other', async () => {
      const { default: messages } = await load();
      expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
    });

    it('take the same arguments as in every other', async () => {
      const { default: messages } = await load();
      const of = (each: Readonly<Record<string, string>>) =>
        Object.fromEntries(Object.entries(each).map(([id, message]) => [id, argumentsOf(message)]));
      expect(of(messages)).toEqual(of(english));
    });
  });

  it('have words for each unit that an amount may have', async () => {
    const source = await readFile(join(ROOT, 'libs/kernel/quantity.ts'), 'utf8');
    const [, list = ''] = /export const UNITS = \[([^\]]*)\]/.exec(source) ?? [];
    const units = [...list.matchAll(/'(\w+)'/g)].map(([, unit]) => unit);
    expect(units).toContain('dwelling');
    const named = Object.keys(english).flatMap((id) => /^unit\.(\w+)$/.exec(id)?.[1] ?? []);
    expect(named.sort()).toEqual(units.sort());
  });

  it('say in French what is possible instead of what is refused: in a further clause, or by asking for it', async () => {
    const schema = buildSchema(await readFile(join(ROOT, 'infra/generated/schema.graphql'), 'utf8'));
    const codes = assertEnumType(schema.getType('RefusalCode')).getValues();
    const texts = codes.map(({ name }) => [name, (refusals as Readonly<Record<string, string>>)[name] ?? ''] as const);
    expect(texts.filter(([, text]) => !/[:;] .|[.] \p{Lu}|\p{L}+ez\b|\b[Dd]ites\b/u.test(text))).toEqual([]);
  });

  it('keep French punctuation on the line of the word before it', () => {
    const breaking = /[ \u00A0][;!?]|[ \u202F][:%»]|« |[^\s\u00A0\u202F][;!?»]|«[^\u00A0]/u;
    expect(frenchTexts.filter(([, text]) => breaking.test(text))).toEqual([]);
  });

  it('say in French what the server refuses, or fails at, in English', async () => {
    const codes = await codesOfTheServer();
    expect(codes).toEqual(expect.arrayContaining(['INVALID_INPUT', 'SELF_REVIEW', 'RATE_LIMITED', 'FORBIDDEN']));
    expect(codes.filter((code) => !(code in refusals))).toEqual([]);
    expect(Object.keys(signInRefusals).filter((code) => !codes.includes(code))).toEqual([]);
  });
});
