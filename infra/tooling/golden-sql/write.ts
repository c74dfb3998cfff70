import { format } from 'sql-formatter';
import { queriesOf, standOfViews, tableStatements, type AnyQuery, type Slice } from '@maillage/engine';
import type { View } from '@maillage/kernel';
import type { Database } from '@maillage/platform';
import { writeFolder } from '../write-folder.js';
import { queryFile, statementsIn, viewFile } from './files.js';
import { pages } from './pages.js';
import { spell } from './spell.js';
import { watchStatements } from './watch.js';

/**
 * Writes the SQL that every query and every view of these slices sends, a file each.
 * @param open a database of one connection, so that statements sent side by side come in one order. It is opened while
 *   they are watched, and closed here.
 * @throws {Error} where a query names no examples, or one of them fails or sends nothing.
 */
export async function writeGoldenSql(folder: string, slices: readonly Slice[], open: () => Database): Promise<void> {
  const files = new Map<string, string>();
  for (const { name, views } of slices) {
    for (const view of views) files.set(viewFile(name, view.name), viewText(view));
  }
  const sent: string[] = [];
  const stop = watchStatements(({ whose, text }) => {
    if ('query' in whose) sent.push(text);
  });
  const database = open();
  try {
    for (const slice of slices) {
      const { name } = slice;
      for (const query of queriesOf(slice))
        files.set(queryFile(name, query.name), await queryText(name, query, database, sent));
    }
    for (const query of [pages, standOfViews]) {
      files.set(queryFile('engine', query.name), await queryText('engine', query, database, sent));
    }
  } finally {
    await database.close();
    stop();
  }
  await writeFolder(folder, files);
}

async function queryText(slice: string, query: AnyQuery, database: Database, sent: string[]): Promise<string> {
  if (query.examples.length === 0) {
    throw new Error(
      `The query ${query.name} of the slice ${slice} names no examples: give query() inputs that lead to every statement ` +
        'it may send, one for each branch.',
    );
  }
  /** The examples that lead to each statement. */
  const examples = new Map<string, string[]>();
  for (const input of query.examples) {
    const example = JSON.stringify(input, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
    sent.length = 0;
    try {
      await query.run(database, input);
    } catch (error) {
      throw new Error(`The query ${query.name} of the slice ${slice} fails for its example ${example}.`, {
        cause: error,
      });
    }
    if (sent.length === 0) {
      throw new Error(`The query ${query.name} of the slice ${slice} sends nothing for its example ${example}.`);
    }
    for (const text of new Set(sent)) examples.set(text, [...(examples.get(text) ?? []), example]);
  }
  return fileOf(
    `What the query ${query.name} sends, below the inputs that lead to it.`,
    [...examples].map(([text, inputs]) => [inputs, text]),
  );
}

function viewText({ name, tables }: View): string {
  const parts = Object.entries(tables).flatMap(([table, definition]) =>
    Object.entries(tableStatements(table, definition)).map(([does, text]) => [[`${table}: ${does}`], text] as const),
  );
  return fileOf(`What moves the rows of the view ${name}.`, parts);
}

function fileOf(says: string, parts: Iterable<readonly [readonly string[], string]>): string {
  const all = [...parts];
  const blocks = all.map(([remarks, sql]) => `${remarks.map(remark).join('')}${laidOut(sql)};\n`);
  const text = [remark(`${says} Written by \`npm run generate\`.`), ...blocks].join('\n');
  // What is compared in tests is read from the file: it must say what was sent, whatever laying it out has done.
  const written = statementsIn(text).map(spell);
  for (const [n, [, sql]] of all.entries()) {
    if (written[n] !== spell(sql)) throw new Error(`This statement cannot be written to a golden file:\n${sql}`);
  }
  return text;
}

const remark = (text: string): string => `-- ${text}\n`;

function laidOut(sql: string): string {
  return format(sql, { language: 'postgresql', keywordCase: 'preserve', expressionWidth: 100 });
}
