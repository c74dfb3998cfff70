import { posix } from 'node:path';

/** What is known of the tree: its files, what they say, and which events each slice declares, in the slices' order. */
export interface Tree {
  /** Paths from the top, with `/`. */
  readonly files: readonly string[];
  /** The text of a file; of what is no text, the empty string. */
  readonly read: (file: string) => string;
  /** Each slice's folder below `libs/slices` with its event types, a slice after those it builds on. */
  readonly slices: readonly { readonly folder: string; readonly events: readonly string[] }[];
}

const LEFT_BEHIND = /\.(orig|rej|bak|log|tmp|swp)$|~$|(^|\/)(core|nohup\.out|\.DS_Store|Thumbs\.db)$/;

/** Beside dotfiles: the top level is the user's, and stays as it is. */
const TOP = new Set([
  'apps',
  'libs',
  'infra',
  'test',
  'docker-compose.yml',
  'nest-cli.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'eslint.config.js',
  'jest.config.js',
  'knip.jsonc',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
]);

/** Whose files are read folder by folder, and so are named nowhere; code is looked after by knip. */
const READ_BY_FOLDER =
  /\.(ts|tsx|graphql)$|^[^/]+$|^\.[^/]+\/|(^|\/)generated\/|^infra\/(migrations|decisions)\/|\/sample\/|\/fixtures\/|^infra\/tooling\/.*\.css$/;

/** What is untidy, a sentence each; none where all is well. */
export function untidy(tree: Tree): readonly string[] {
  return [
    ...leftBehind(tree),
    ...strangersAtTheTop(tree),
    ...unreferenced(tree),
    ...deadLinks(tree),
    ...tooEarly(tree),
  ];
}

function leftBehind({ files }: Tree): readonly string[] {
  return files
    .filter((file) => LEFT_BEHIND.test(file))
    .map((file) => `${file} looks left behind by a tool; delete it, or give it a name that says what it is.`);
}

function strangersAtTheTop({ files }: Tree): readonly string[] {
  const names = new Set(files.map((file) => file.split('/')[0] ?? ''));
  return [...names]
    .filter((name) => !name.startsWith('.') && !TOP.has(name))
    .map((name) => `${name} is new at the top level, which stays as it is; put it into apps, libs, infra or test.`);
}

function unreferenced({ files, read }: Tree): readonly string[] {
  const asked = files.filter((file) => !READ_BY_FOLDER.test(file) && !LEFT_BEHIND.test(file));
  const texts = files.map((file) => ({ file, text: read(file) }));
  return asked
    .filter((file) => !texts.some((other) => other.file !== file && other.text.includes(posix.basename(file))))
    .map((file) => `${file} is named by no other file; delete it, or say where it is used.`);
}

/** Links between documents, to files and folders of the tree; the names of headings are left alone. */
function deadLinks({ files, read }: Tree): readonly string[] {
  const there = new Set(files.flatMap(withFolders));
  return files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [...read(file).matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target = '']) => target.replace(/#.*$/, ''))
        .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
        .filter((target) => !there.has(posix.normalize(posix.join(posix.dirname(file), target)).replace(/\/$/, '')))
        .map((target) => `${file} links to ${target}, where nothing is.`),
    );
}

function withFolders(file: string): readonly string[] {
  const parts = file.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Events are declared by their slice and reach those before it, and the commons, by facets: never by name. */
function tooEarly({ files, read, slices }: Tree): readonly string[] {
  const code = files.filter((file) => file.endsWith('.ts') && !/\.(spec|fixtures)\.ts$/.test(file));
  const found: string[] = [];
  const look = (folder: string, events: readonly string[], why: string): void => {
    if (events.length === 0) return;
    const named = new RegExp(`\\b(${events.join('|')})\\b`);
    for (const file of code.filter((each) => each.startsWith(folder))) {
      const match = named.exec(withoutComments(read(file)));
      if (match !== null) found.push(`${file} names the event ${match[0]}, ${why}.`);
    }
  };
  for (const [index, { folder }] of slices.entries()) {
    const later = slices.slice(index + 1).flatMap(({ events }) => events);
    look(`libs/slices/${folder}/`, later, 'which a later slice declares; declare a facet there instead');
  }
  const all = slices.flatMap(({ events }) => events);
  look('libs/commons/', all, 'but the commons know events by their facets alone');
  for (const folder of ['evidence', 'ledger', 'platform', 'kernel']) {
    look(`libs/${folder}/`, all, 'which a slice declares, and slices come later');
  }
  return found;
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
}
