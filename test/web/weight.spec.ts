import { beforeAll, expect, it } from '@jest/globals';
import { importIndigo } from '../../apps/cli/import/index.js';
import { openSession } from '../../apps/cli/session.js';
import { AT, SAMPLE } from '../import/dataset.js';
import { firstView } from './first-view.js';
import { servePages } from './served.js';

const MOST_BYTES_OF_SCRIPT = 200_000;

const pages = servePages();

beforeAll(async () => {
  const session = openSession(pages.served.database, new AbortController().signal);
  await importIndigo(SAMPLE, { execute: session.execute, at: AT });
  await session.catchUp();
});

// Times are the bench's to measure: `npm run bench -- pages`.
it('a mission’s page takes one GraphQL request and no more script than was agreed on', async () => {
  const { data } = await pages.served.graphql('{ missions(first: 1) { nodes { id } } }');
  const found = await firstView(pages.browser, pages.served.url, `/missions/${data.missions.nodes[0].id as string}`);
  expect(found.graphqlRequests).toBe(1);
  expect(found.scriptBytes).toBeGreaterThan(10_000);
  expect(found.scriptBytes).toBeLessThanOrEqual(MOST_BYTES_OF_SCRIPT);
});
