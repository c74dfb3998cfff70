import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';

const WEB = join(import.meta.dirname, '..');

/** What nobody is to look for on a page, and why. */
const WITHOUT_A_PAGE: Readonly<Record<string, string>> = {
  registerOrganisation:
    'Its page, /organisations/new, is for people without an organisation: they apply, and the server sends it.',
  releaseDissolved: 'The ledger does it by itself, for each promise of an organisation that was dissolved.',
};

const IMPORT = /(?:import|export)\s+(?:type\s+)?([^;'"]*?)\s*from\s+'(\.[^']+)\.js'|import\('(\.[^']+)\.js'\)/g;
const NAMES = /[A-Za-z]\w*/g;
const SENT = /\banswer: (\w+)\(input: \$input\)/g;

interface Imported {
  readonly from: string;
  readonly names: readonly string[];
}

/** What a file of the pages imports of other files of theirs, by their paths without an ending. */
function importsOf(file: string, source: string): readonly Imported[] {
  return [...source.matchAll(IMPORT)].map(([, names = '', from, loaded]) => ({
    from: join(dirname(file), from ?? loaded ?? ''),
    names: names.match(NAMES) ?? [],
  }));
}

/** All of the pages' sources, by their paths without an ending. */
async function sourcesOfPages(): Promise<ReadonlyMap<string, string>> {
  const files = await readdir(WEB, { recursive: true });
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file));
  const texts = new Map<string, string>();
  for (const file of sources) texts.set(file.replace(/\.tsx?$/, ''), await readFile(join(WEB, file), 'utf8'));
  return texts;
}

/** Those that pages are made of: theirs, and what those import, without what is generated. */
function partsOfPages(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const reached = new Map<string, string>();
  const open = [...texts.keys()].filter((file) => file.startsWith('pages/') && file.endsWith('-page'));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const source = texts.get(file);
    if (source === undefined || reached.has(file) || file.startsWith('generated/')) continue;
    reached.set(file, source);
    open.push(...importsOf(file, source).map(({ from }) => from));
  }
  return reached;
}

/** Of a generated file, what it exports under a name, as far as the next. */
function exported(source: string, name: string): string {
  return new RegExp(`export const ${name}\\b[\\s\\S]*?(?=\\nexport |$)`).exec(source)?.[0] ?? '';
}

/** Whether a form that nobody arranges is whole: it draws no list, and asks for nobody whom the page does not name. */
function isDrawnByItself(command: string, page: string): boolean {
  const ids = [...command.matchAll(/['{\s](\w+): \{ type: '(id|ids|rows)'/g)];
  return ids.every(([, name = '', type]) => type === 'id' && page.includes(name));
}

async function mutationsOfPages(): Promise<ReadonlySet<string>> {
  const sent = new Set<string>();
  const texts = await sourcesOfPages();
  const note = (text: string) => {
    for (const [, name = ''] of text.matchAll(SENT)) sent.add(name);
  };
  for (const [file, source] of partsOfPages(texts)) {
    for (const { from, names } of importsOf(file, source)) {
      if (!from.startsWith('generated/')) continue;
      const text = texts.get(from) ?? '';
      if (!from.startsWith('generated/commands/on-')) {
        for (const name of names) note(exported(text, name));
        continue;
      }
      for (const each of importsOf(from, text)) {
        const command = texts.get(each.from) ?? '';
        if (isDrawnByItself(command, source)) note(command);
      }
    }
  }
  return sent;
}

describe('given all mutations of the API', () => {
  it('each has its place on a page', async () => {
    const schema = buildSchema(await readFile(join(WEB, '../../infra/generated/schema.graphql'), 'utf8'));
    const all = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(all.length).toBeGreaterThan(50);
    const sent = await mutationsOfPages();
    expect(all.filter((name) => !sent.has(name) && !(name in WITHOUT_A_PAGE))).toEqual([]);
    expect(Object.keys(WITHOUT_A_PAGE).filter((name) => sent.has(name) || !all.includes(name))).toEqual([]);
  });

  it('a command is placed where a page names it, or offers all about its thing and the form draws itself', () => {
    expect(importsOf('pages/a/a-page', "import { A, type B } from '../../generated/commands/A.js';")).toEqual([
      { from: 'generated/commands/A', names: ['A', 'type', 'B'] },
    ]);
    const page = 'on={{ organisationId: id }}';
    expect(isDrawnByItself("{ organisationId: { type: 'id' }, reason: { type: 'text' } }", page)).toBe(true);
    expect(isDrawnByItself("{ organisationId: { type: 'id' }, identifiers: { type: 'rows' } }", page)).toBe(false);
    expect(isDrawnByItself("{ organisationId: { type: 'id' }, parentId: { type: 'id' } }", page)).toBe(false);
  });
});
