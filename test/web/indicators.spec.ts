import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { shareMission, type Shared } from '../acceptance/mission.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { buildPages, openBrowser, type TestBrowser } from './browser.js';
import { signInByKey } from './sign-in.js';

let api: TestApi;
let browser: TestBrowser;
let shared: Shared;
beforeAll(async () => {
  api = await startTestApi({ pagesFolder: await buildPages() });
  browser = await openBrowser();
  shared = await shareMission(api);
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

it('A backbone says what to measure, and a member agrees, on a phone', async () => {
  const { city, tenants, missionId } = shared;
  const visitor = await browser.visitor(api.url, { language: 'en', width: 375 });
  const { page } = visitor;
  await signInByKey(visitor, city.client.key ?? '');
  await page.goto(`/missions/${missionId}`);
  await page.getByRole('link', { name: 'Say what else to measure' }).click();
  await page.getByLabel('What is measured').fill('People housed');
  await page.getByLabel('In which unit').selectOption('person');
  await page.getByRole('button', { name: 'Add a breakdown' }).click();
  await page.getByLabel('What it is called').fill('Women and men');
  await page.getByLabel('Its parts').fill('Women\nMen');
  await page.getByRole('button', { name: 'Define this indicator' }).click();
  await page.getByRole('link', { name: 'See it' }).click();
  await page.getByText('Women and men: Women and Men').waitFor();
  await page.getByText('Agreed by 1 of 4 members.').waitFor();
  await visitor.leave();

  const member = await browser.visitor(api.url, { language: 'en', width: 375 });
  await signInByKey(member, tenants.client.key ?? '');
  await member.page.goto(`/missions/${missionId}`);
  await member.page.getByRole('link', { name: /All about this figure/ }).click();
  await member.page.getByRole('button', { name: 'We agree' }).click();
  await member.page.getByText('Agreed by 2 of 4 members.').waitFor();
  expect(await member.violations()).toEqual([]);
  expect(member.complaints).toEqual([]);
  await member.leave();
});
