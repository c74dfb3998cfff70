import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { importIndigo } from '../../apps/cli/import/index.js';
import { openSession } from '../../apps/cli/session.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { AT, SAMPLE } from '../import/dataset.js';
import { buildPages, openBrowser, type TestBrowser } from './browser.js';
import { firstView } from './first-view.js';

const MOST_BYTES_OF_SCRIPT = 200_000;

let api: TestApi;
let browser: TestBrowser;

beforeAll(async () => {
  const pagesFolder = await buildPages();
  [api, browser] = await Promise.all([startTestApi({ pagesFolder }), openBrowser()]);
  const session = openSession(api.database, new AbortController().signal);
  await importIndigo(SAMPLE, { execute: session.execute, at: AT });
  await session.catchUp();
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

// Times are the bench's to measure: `npm run bench -- pages`.
it('a mission’s page takes one GraphQL request and no more script than was agreed on', async () => {
  const { data } = await api.graphql('{ missions(first: 1) { nodes { id } } }');
  const found = await firstView(browser, api.url, `/missions/${data.missions.nodes[0].id as string}`);
  expect(found.graphqlRequests).toBe(1);
  expect(found.scriptBytes).toBeGreaterThan(10_000);
  expect(found.scriptBytes).toBeLessThanOrEqual(MOST_BYTES_OF_SCRIPT);
});
