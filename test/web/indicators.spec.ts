import { beforeAll, it } from '@jest/globals';
import { shareMission, type Shared } from '../acceptance/mission.js';
import { servePages } from './served.js';
import { signInByKey } from './sign-in.js';
import { faultless } from './steps.js';

const pages = servePages();
let shared: Shared;
beforeAll(async () => {
  shared = await shareMission(pages.served);
});

it('A backbone says what to measure, and a member agrees, on a phone', async () => {
  const { city, tenants, missionId } = shared;
  const visitor = await pages.visitor({ language: 'en', width: 375 });
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

  const member = await pages.visitor({ language: 'en', width: 375 });
  await signInByKey(member, tenants.client.key ?? '');
  await member.page.goto(`/missions/${missionId}`);
  await member.page.getByRole('link', { name: /All about this figure/ }).click();
  await member.page.getByRole('button', { name: 'We agree' }).click();
  await member.page.getByText('Agreed by 2 of 4 members.').waitFor();
  await faultless(member);
  await member.leave();
});
