import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spell } from './spell.js';
import type { Statement } from './watch.js';

const VIEW = '.view.sql';

export const queryFile = (slice: string, query: string): string => `${slice}/${query}.sql`;
export const viewFile = (slice: string, view: string): string => `${slice}/${view}${VIEW}`;

/** The statements of a file, as they are written there. */
export function statementsIn(text: string): readonly string[] {
  return text
    .split(/;\n+/)
    .map((part) => part.replace(/^(?:--.*)?\n/gm, ''))
    .filter((part) => part.trim() !== '');
}

/** The golden files of a folder, each read when it is first asked about. */
export class GoldenSql {
  private readonly queries = new Map<string, string>();
  private readonly views: readonly string[];
  private readonly held = new Map<string, ReadonlySet<string>>();

  constructor(folder: string) {
    const views: string[] = [];
    for (const slice of existsSync(folder) ? readdirSync(folder) : []) {
      for (const file of readdirSync(join(folder, slice))) {
        const path = join(folder, slice, file);
        if (file.endsWith(VIEW)) views.push(path);
        else this.queries.set(file.replace(/\.sql$/, ''), path);
      }
    }
    this.views = views;
  }

  /**
   * Whether a file holds the statement, whatever the length of its lists; of a page, whether it holds the first page of the
   * same list, as pages of all lists are cut alike.
   */
  holds({ whose, text, usual = text }: Statement): boolean {
    if ('query' in whose) {
      const file = this.queries.get(whose.query);
      if (file === undefined) return false;
      const held = this.statementsOf([file]);
      return held.has(spell(text)) || held.has(spell(usual));
    }
    // A table that is rebuilt beside the live one is that table.
    return this.statementsOf(this.views).has(spell(text.replaceAll(`"${whose.name}"`, `"${whose.table}"`)));
  }

  private statementsOf(files: readonly string[]): ReadonlySet<string> {
    const key = files.join('\n');
    let held = this.held.get(key);
    if (held === undefined) {
      held = new Set(files.flatMap((file) => statementsIn(readFileSync(file, 'utf8'))).map(spell));
      this.held.set(key, held);
    }
    return held;
  }
}
