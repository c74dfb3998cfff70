import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LanguageEnum, type Language } from '@maillage/engine';
import { ConfigurationError } from '@maillage/platform';

/** The pages a public service has to have. */
export const NoticePageEnum = {
  LEGAL: 'LEGAL',
  PRIVACY: 'PRIVACY',
  ACCESSIBILITY: 'ACCESSIBILITY',
  CONTACT: 'CONTACT',
} as const;
export type NoticePage = keyof typeof NoticePageEnum;

const MOST_BYTES = 100_000;

/** What the operator adds to these pages, by page and language: paragraphs of plain text. */
export class Notices {
  private constructor(private readonly paragraphs: ReadonlyMap<string, readonly string[]>) {}

  static readonly none = new Notices(new Map());

  /**
   * Reads a folder of files `<page>.<language>.txt`, as in `privacy.fr.txt`; a blank line ends a paragraph.
   * @throws {ConfigurationError} for a folder that cannot be read, and for a file there that is none of these: its text would
   * be awaited on a page in vain.
   */
  static async in(folder: string): Promise<Notices> {
    const names = await readdir(folder).catch((error: unknown) => {
      throw new ConfigurationError(`NOTICES_DIR: ${folder} cannot be read: ${(error as Error).message}`);
    });
    const known = pagesAndLanguages().map(([page, language]) => fileOf(page, language));
    const paragraphs = new Map<string, readonly string[]>();
    for (const name of names.filter((each) => !each.startsWith('.'))) {
      if (!known.includes(name)) {
        throw new ConfigurationError(`NOTICES_DIR: ${name} is the text of no page; there may be ${known.join(', ')}.`);
      }
      const text = await readFile(join(folder, name), 'utf8');
      if (text.length > MOST_BYTES) {
        throw new ConfigurationError(`NOTICES_DIR: ${name} is longer than ${MOST_BYTES} characters.`);
      }
      paragraphs.set(name, paragraphsOf(text));
    }
    return new Notices(paragraphs);
  }

  of(page: NoticePage, language: Language): readonly string[] {
    return this.paragraphs.get(fileOf(page, language)) ?? [];
  }
}

function pagesAndLanguages(): readonly (readonly [NoticePage, Language])[] {
  const languages = Object.values(LanguageEnum);
  return Object.values(NoticePageEnum).flatMap((page) => languages.map((language) => [page, language] as const));
}

function fileOf(page: NoticePage, language: Language): string {
  return `${page}.${language}.txt`.toLowerCase();
}

function paragraphsOf(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n[^\S\n]*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
