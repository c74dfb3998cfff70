import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '@maillage/platform';
import { writeFolder } from './write-folder.js';

const web = join(projectRoot, 'apps', 'web');
const MESSAGES = join(web, 'i18n', 'messages');
const HEADER = '// Written by `npm run generate` from the files of messages.';
/** The language whose messages say which there are. */
const FIRST = 'en';
/** What a file says for the server's sentences, beside messages of its own: by the occasion, and then by the code. */
const REFUSALS = ['refusals', 'signInRefusals'];

type Texts = Readonly<Record<string, string>>;

/** What one file says. */
export interface MessageFile {
  /** Below the language's folder, without its ending. */
  readonly path: string;
  readonly exports: Readonly<Record<string, Texts>>;
}

/**
 * For each language one file of all that its folder says, whichever files there are: a slice's messages are a file, and
 * nothing else need name it.
 * @returns the ids of the messages.
 * @throws {Error} where two files give a text to one id or code.
 */
export async function writeWebMessages(): Promise<readonly string[]> {
  const folders = await readdir(MESSAGES, { withFileTypes: true });
  const languages = folders.filter((each) => each.isDirectory()).map(({ name }) => name);
  const written = new Map<string, string>();
  let ids: readonly string[] = [];
  for (const language of languages.sort()) {
    const merged = mergedMessages(language, await filesOf(language));
    if (language === FIRST) ids = merged.ids;
    written.set(`${language}.ts`, await formatted(merged.text));
  }
  await writeFolder(join(web, 'generated', 'messages'), written);
  return ids;
}

async function filesOf(language: string): Promise<readonly MessageFile[]> {
  const entries = await readdir(join(MESSAGES, language), { recursive: true });
  const paths = entries.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -'.ts'.length));
  return Promise.all(
    paths.sort().map(async (path) => ({
      path: path.replaceAll('\\', '/'),
      exports: (await import(`../../apps/web/i18n/messages/${language}/${path}.js`)) as MessageFile['exports'],
    })),
  );
}

/**
 * The TypeScript of one language's file, and the ids of its messages.
 * @throws {Error} where two files give a text to one id, or to one code.
 */
export function mergedMessages(
  language: string,
  files: readonly MessageFile[],
): { readonly ids: readonly string[]; readonly text: string } {
  const ids = idsOf(language, files, (name) => !REFUSALS.includes(name));
  for (const occasion of REFUSALS) idsOf(language, files, (name) => name === occasion);
  return { ids, text: textOf(language, files) };
}

/** Of the exports that are wanted; each once. */
function idsOf(language: string, files: readonly MessageFile[], wanted: (name: string) => boolean): readonly string[] {
  const places = new Map<string, string>();
  for (const { path, exports } of files) {
    const texts = Object.entries(exports).filter(([name]) => wanted(name));
    for (const id of texts.flatMap(([, each]) => Object.keys(each))) {
      const other = places.get(id);
      if (other !== undefined) {
        throw new Error(`${id} has a text in ${language}/${other}.ts and in ${language}/${path}.ts: keep one.`);
      }
      places.set(id, path);
    }
  }
  return [...places.keys()];
}

function textOf(language: string, files: readonly MessageFile[]): string {
  const named = files.map((file) => ({ ...file, as: identifierOf(`in-${file.path}`) }));
  const imports = named.map(({ path, as }) => {
    return `import * as ${as} from '${posix.join('../../i18n/messages', language, `${path}.js`)}';`;
  });
  const spread = (wanted: (name: string) => boolean) =>
    named.flatMap(({ as, exports }) =>
      Object.keys(exports)
        .filter(wanted)
        .map((name) => `...${as}.${name},`),
    );
  const messages = spread((name) => !REFUSALS.includes(name)).join('\n');
  const occasions = REFUSALS.map((occasion) => ({ occasion, texts: spread((name) => name === occasion) }));
  const refusals = occasions.some(({ texts }) => texts.length > 0)
    ? `\nexport const refusals = {
      ${occasions.map(({ occasion, texts }) => `${occasion}: {\n${texts.join('\n')}\n},`).join('\n')}
    };\n`
    : '';
  const types =
    language === FIRST
      ? 'export type Messages = Readonly<Record<keyof typeof messages, string>>;\n'
      : `import type { Messages } from './${FIRST}.js';\n`;
  return `${HEADER}
${imports.join('\n')}
${language === FIRST ? '' : types}
const messages${language === FIRST ? '' : ': Messages'} = {
${messages}
};

${language === FIRST ? types : ''}
export default messages;
${refusals}`;
}

function identifierOf(path: string): string {
  return path.replace(/[^a-zA-Z0-9]+(.)/g, (_, next: string) => next.toUpperCase());
}

async function formatted(text: string): Promise<string> {
  const style = await resolveConfig(join(web, 'generated', 'messages', 'any.ts'));
  return format(text, { ...style, parser: 'typescript' });
}
