import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { ImportReport } from '../../apps/cli/import/index.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { recordStatements } from '../harness/statements.js';
import { FULL, SAMPLE } from '../import/dataset.js';
import { Client, faultsOf, headOf, readLog } from './client.js';
import { globalId } from './mission.js';
import { maillage, type Finished } from './processes.js';

const MOST_STATEMENTS = 10;

// What the issue counts: progress, twenty commitments, their contributions and organisations; its indicators as well.
const PAGE = `
  title challenge hashtag sdgs places { name }
  indicators(first: 20) { nodes { name unit target { value } progress { state share value } } }
  progress {
    kept due overdue withdrawn
    commitments { kind state count } promised { kind unit amount } contributions { kind evidence unit amount count }
  }
  commitments(first: 20) {
    nodes {
      kind state quantity { amount unit } delivered { amount }
      promisors { name sector } counterparties { name }
      contributions(first: 20) { nodes { evidence quantity { amount unit } contributor { name sector } } }
    }
  }`;
/** All a page could show beside it. */
const MEMBERS = `
  declaredBy { name }
  membersBySector { sector organisations }
  members(first: 50) { nodes { roles organisation { name sector } } }`;
const MOST_STATEMENTS_WITH_MEMBERS = MOST_STATEMENTS + 4;

const found = existsSync(FULL);
if (!found) process.stderr.write(`The whole INDIGO dataset is not at ${FULL}; its acceptance is not tested here.\n`);

describe.each([
  { what: 'The sample', folder: SAMPLE, there: true },
  { what: 'The whole INDIGO dataset', folder: FULL, there: found },
])('$what, imported by the command line', ({ folder, there }) => {
  if (!there) {
    it.skip('is not here', () => undefined);
    return;
  }
  let api: TestApi;
  let anybody: Client;
  let directory: string;
  let refusedFile: string;
  let finished: Finished;
  let report: ImportReport;
  let statements: string[];

  const importOnce = () =>
    maillage(['import', 'indigo', folder, '--json', '--refused', refusedFile], { DATABASE_URL: api.databaseUrl });

  beforeAll(async () => {
    // Without projections of its own: every statement that is counted below is the query's.
    api = await startTestApi({ projects: false });
    anybody = new Client(api.url);
    statements = recordStatements(...api.reading);
    directory = await mkdtemp(join(tmpdir(), 'maillage-acceptance-'));
    refusedFile = join(directory, 'refused.csv');
    const migrated = await maillage(['migrate'], { DATABASE_URL: api.databaseUrl });
    expect({ code: migrated.code, stderr: migrated.stderr }).toEqual({ code: 0, stderr: '' });
    finished = await importOnce();
    report = JSON.parse(finished.stdout) as ImportReport;
  });
  afterAll(async () => {
    await api.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('ends well, and says how it goes in plain lines', () => {
    expect(finished.code).toBe(0);
    expect(finished.stderr).toMatch(/^\w[\w ]*: \d+\/\d+$/m);
    expect(finished.stderr).not.toContain('\u001b');
  });

  it('has totals that add up, file by file and in all', async () => {
    expect(report.files.length).toBeGreaterThan(5);
    for (const { rows, recorded, refused } of report.files) expect(recorded + refused).toBe(rows);
    const { totals } = report;
    expect(totals.recorded + totals.refused).toBe(totals.rows);
    expect(totals.rows).toBe(report.files.reduce((sum, { rows }) => sum + rows, 0));
    expect(totals.events).toBe(report.files.reduce((sum, { events }) => sum + events, 0));
    expect(await headOf(anybody)).toBe(BigInt(totals.events));
  });

  it('has one line in the CSV for each refused row: file, line, column and reason', async () => {
    const lines = parse<Record<string, string>>(await readFile(refusedFile), { columns: true });
    expect(lines).toHaveLength(report.totals.refused);
    expect(lines.length).toBeGreaterThan(0);
    for (const { file, line, reason } of lines) {
      expect(file).toMatch(/\.csv$/);
      expect(Number(line)).toBeGreaterThan(1);
      expect(reason?.length).toBeGreaterThan(5);
    }
    const places = new Set(lines.map(({ file, line }) => `${file}:${line}`));
    expect(places.size).toBe(lines.length);
  });

  it('comes back from GraphQL as missions of real projects', async () => {
    const { missions } = await anybody.ask(
      '{ missions(first: 100) { nodes { title hashtag } pageInfo { hasNextPage } } }',
    );
    const projects = report.files.find(({ file }) => file === 'projects.csv');
    expect(missions.nodes).toHaveLength(Math.min(projects?.recorded ?? 0, 100));
    expect((await anybody.ask('{ views { lag state } }')).views).not.toContainEqual(
      expect.not.objectContaining({ lag: '0', state: 'RUNNING' }),
    );
  });

  it.each([
    { what: 'a mission’s page', fields: PAGE, most: MOST_STATEMENTS },
    { what: 'one with all its members', fields: `${PAGE}${MEMBERS}`, most: MOST_STATEMENTS_WITH_MEMBERS },
  ])('costs at most $most SQL statements for $what, however many rows', async ({ fields, most }) => {
    const [busiest, quietest] = await busiestAndQuietest(api);
    const cost = async (missionId: string) => {
      statements.length = 0;
      const query = `query ($id: ID!) { mission(id: $id) { ${fields} } }`;
      const { mission } = await anybody.ask(query, { id: globalId('Mission', missionId) });
      return { mission, sent: [...statements] };
    };
    await cost(busiest);
    const [large, small] = [await cost(busiest), await cost(quietest)];
    const shown = large.mission.commitments.nodes as { promisors: unknown[]; contributions: { nodes: unknown[] } }[];
    expect(shown).toHaveLength(20);
    expect((small.mission.commitments.nodes as unknown[]).length).toBeLessThan(20);
    expect(shown.some(({ contributions }) => contributions.nodes.length > 0)).toBe(true);
    expect(shown.every(({ promisors }) => promisors.length > 0)).toBe(true);
    for (const { sent } of [large, small]) {
      if (sent.length > most) throw new Error(`${sent.length} statements:\n${sent.join('\n')}`);
      expect(sent.length).toBeGreaterThan(3);
    }
    expect(small.sent.length).toBeLessThanOrEqual(large.sent.length);
  });

  it('records nothing when imported again', async () => {
    const before = await headOf(anybody);
    const again = await importOnce();
    expect(again.code).toBe(0);
    const second = JSON.parse(again.stdout) as ImportReport;
    expect(second.totals).toEqual({ ...report.totals, events: 0, unchanged: report.totals.recorded });
    expect(second.refused).toEqual(report.refused);
    expect(await headOf(anybody)).toBe(before);
  });

  it('leaves a log without gap or duplicate', async () => {
    expect(faultsOf(await readLog(anybody))).toEqual([]);
  });
});

/** The missions with the most and with the fewest commitments, of those that have any. */
async function busiestAndQuietest({ database }: TestApi): Promise<readonly [string, string]> {
  const { rows } = await database.pool.query<{ mission: string }>(
    `select (entry::json -> 'data' ->> 'missionId') as mission from event where type = 'CommitmentMade'
     group by 1 order by count(*) desc, 1`,
  );
  return [rows[0]?.mission ?? '', rows.at(-1)?.mission ?? ''];
}
