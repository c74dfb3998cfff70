// Before every spec file: a statement that a query or a view sends and that no golden file holds fails the test that ran it,
// in whatever process of the test's it was.
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach } from '@jest/globals';
import type { StatementsOf } from '@maillage/engine';
import type { Statement } from '../../../infra/tooling/golden-sql/watch.js';
import { UNLISTED_STATEMENTS, watchUnlisted } from './unlisted.js';

const elsewhere = join(tmpdir(), `maillage-statements-${randomUUID()}`);
process.env[UNLISTED_STATEMENTS] = elsewhere;
const here: Statement[] = [];
const stop = watchUnlisted((statement) => here.push(statement));

afterEach(complain);
// What was sent after the last test.
afterAll(complain);
// After a suite that could not be loaded, too.
process.once('end of suite', stop);

async function complain(): Promise<void> {
  const sent = [...here.splice(0), ...sentElsewhere()];
  if (sent.length === 0) return;
  const product = await namesOfTheProduct();
  // A spec may make up slices of its own, which no file is generated for.
  const faults = sent.filter(({ whose }) => product.has(nameOf(whose)));
  if (faults.length === 0) return;
  const list = new Set(faults.map(({ whose, text }) => `${nameOf(whose)}:\n${text}`));
  throw new Error(
    'No file in infra/generated/sql holds what was sent. If it is meant, give the query an example that leads to it, run ' +
      `\`npm run build && npm run generate\`, look the difference over, and commit it.\n\n${[...list].join('\n\n')}`,
  );
}

function sentElsewhere(): readonly Statement[] {
  if (!existsSync(elsewhere)) return [];
  const lines = readFileSync(elsewhere, 'utf8').split('\n');
  rmSync(elsewhere);
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Statement);
}

function nameOf(whose: StatementsOf): string {
  return 'query' in whose ? `The query ${whose.query}` : `The table ${whose.table}`;
}

/** Of queries and views' tables. Loaded only where something is not listed: most specs never load all the slices. */
async function namesOfTheProduct(): Promise<ReadonlySet<string>> {
  const { slices } = await import('../../../apps/host/slices.js');
  const queries = slices.flatMap((slice) => slice.queries.map(({ name }) => nameOf({ query: name })));
  const tables = slices.flatMap(({ views }) => views.flatMap((view) => Object.keys(view.tables)));
  return new Set([...queries, ...tables.map((table) => nameOf({ table, name: table }))]);
}
