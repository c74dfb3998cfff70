import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SigningKey } from '@maillage/ledger';
import { Database, migrate, projectRoot } from '@maillage/platform';
import { importIndigo } from '../../apps/cli/import/index.js';
import { openSession } from '../../apps/cli/session.js';
import { UNLIMITED } from '../harness/unlimited.js';
import { buildPages, openBrowser } from '../web/browser.js';
import { firstView, type FirstView } from '../web/first-view.js';
import { addressOf, profiling, startChild } from './children.js';
import { SCHEMA } from './network.js';
import type { Options } from './options.js';
import { progress, type Expectation, type Figure } from './report.js';
import type { BenchServer } from './server.js';
import { median } from './statistics.js';

const section = 'pages';
const WHOLE = join(projectRoot, '..', 'shared', 'data', 'indigo');
const SAMPLE = join(projectRoot, 'apps', 'cli', 'sample', 'indigo');
const AT = '2026-11-22T09:00:00.000Z';
/** A visit lasts a second or two: more of them than of other measurements can be afforded. */
const VISITS_PER_ROUND = 3;

interface Measure {
  readonly name: string;
  readonly of: keyof FirstView;
  readonly unit: string;
  readonly per?: number;
  readonly expected?: Expectation;
}

const MEASURES: readonly Measure[] = [
  { name: 'compressed script', of: 'scriptBytes', unit: 'kB', per: 1000, expected: { atMost: 200 } },
  { name: 'all that is fetched', of: 'bytes', unit: 'kB', per: 1000 },
  { name: 'GraphQL requests', of: 'graphqlRequests', unit: '', expected: { atMost: 1 } },
  { name: 'first contentful paint', of: 'firstPaint', unit: 'ms' },
  { name: 'largest contentful paint', of: 'largestPaint', unit: 'ms' },
  { name: 'heading and timeline drawn', of: 'usable', unit: 'ms', expected: { below: 2000 } },
  { name: 'total blocking time', of: 'blocked', unit: 'ms' },
];

/** The first view of missions' pages in a browser with an empty cache; server and browser share the machine. */
export async function pages(server: BenchServer, options: Options): Promise<readonly Figure[]> {
  const whole = existsSync(WHOLE);
  const dataset = whole ? 'the whole INDIGO dataset' : 'the INDIGO sample shipped';
  const url = await server.database('pages');
  progress(`pages: ${await load(url, whole ? WHOLE : SAMPLE)} events of ${dataset}`);
  const pagesFolder = await buildPages();
  const dataDir = await mkdtemp(join(tmpdir(), 'maillage-bench-'));
  const env = {
    DATABASE_URL: url,
    PORT: '0',
    REDIS_URL: '',
    LOG_LEVEL: 'error',
    MAILLAGE_DATA_DIR: dataDir,
    LOG_SIGNING_KEY: SigningKey.generate(`localhost/${SCHEMA}`).secret,
    RATE_LIMIT_PER_MINUTE: '1000000000',
    ...UNLIMITED,
  };
  const child = startChild('./api.child.ts', [pagesFolder], { env, node: profiling(options.profile) });
  const browser = await openBrowser();
  try {
    const api = await addressOf(child);
    const figures: Figure[] = [];
    for (const { which, id, size } of await chosen(api)) {
      await server.settle();
      const path = `/missions/${id}`;
      // The server's first answer is not the page's.
      await firstView(browser, api, path);
      const views: FirstView[] = [];
      for (let visit = 0; visit < options.rounds * VISITS_PER_ROUND; visit += 1) {
        views.push(await firstView(browser, api, path));
      }
      progress(`pages: ${views.length} visits of the ${which} mission (${size}) of ${dataset}`);
      const named = `${which} mission of ${dataset}`;
      figures.push(...MEASURES.map((measure) => figure(named, measure, views)));
    }
    return figures;
  } finally {
    await browser.close();
    await child.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function figure(mission: string, { name, of, unit, per = 1, expected }: Measure, views: readonly FirstView[]): Figure {
  const value = median(views.map((view) => view[of] / per));
  return { section, name: `${mission}, ${name}`, value, unit, ...(expected && { expected }) };
}

/** @returns how many events were recorded. */
async function load(url: string, folder: string): Promise<number> {
  const database = new Database({ url, schema: SCHEMA, poolSize: 10 });
  try {
    await migrate(database);
    const session = openSession(database, new AbortController().signal);
    const { totals } = await importIndigo(folder, { execute: session.execute, at: AT });
    await session.catchUp();
    return totals.events;
  } finally {
    await database.close();
  }
}

interface Mission {
  readonly id: string;
  readonly members: number;
  readonly commitments: number;
}

/** The mission with the most members and commitments together, and the one in the middle. */
async function chosen(api: string) {
  const bySize = [...(await missionsOf(api))].sort(
    (a, b) => b.members + b.commitments - (a.members + a.commitments) || (a.id < b.id ? -1 : 1),
  );
  const named = [
    { which: 'largest', mission: bySize[0] },
    { which: 'typical', mission: bySize[Math.floor(bySize.length / 2)] },
  ];
  return named.map(({ which, mission }) => {
    if (mission === undefined) throw new Error('The dataset has no mission.');
    const { id, members, commitments } = mission;
    return { which, id, size: `${members} members, ${commitments} commitments` };
  });
}

const MISSIONS = `query ($after: String) {
  missions(first: 50, after: $after) {
    nodes { id membersBySector { organisations } progress { commitments { count } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Listed {
  readonly id: string;
  readonly membersBySector: readonly { readonly organisations: number }[];
  readonly progress: { readonly commitments: readonly { readonly count: number }[] };
}

interface MissionsPage {
  readonly nodes: readonly Listed[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

async function missionsOf(api: string): Promise<readonly Mission[]> {
  const found: Mission[] = [];
  for (let after: string | null = null; ;) {
    const answer = await fetch(`${api}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: MISSIONS, variables: { after } }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The missions could not be listed: ${text}`);
    const { missions } = (JSON.parse(text) as { readonly data: { readonly missions: MissionsPage } }).data;
    for (const {
      id,
      membersBySector,
      progress: { commitments },
    } of missions.nodes) {
      const members = membersBySector.reduce((sum, { organisations }) => sum + organisations, 0);
      found.push({ id, members, commitments: commitments.reduce((sum, { count }) => sum + count, 0) });
    }
    if (!missions.pageInfo.hasNextPage) return found;
    after = missions.pageInfo.endCursor;
  }
}
