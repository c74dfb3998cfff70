import { beforeAll, describe, it } from '@jest/globals';
import { day } from '../acceptance/client.js';
import { shareMission, type Shared } from '../acceptance/mission.js';
import { READINGS, servePages } from './served.js';
import { signInByKey } from './sign-in.js';
import { faultless, stepsOf } from './steps.js';

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

describe.each(READINGS)('given two that report it and differ, in $language at $width pixels', ({ language, width }) => {
  const { say, visit } = stepsOf(pages, { language, width });

  it('an evaluator agrees to what is measured, and confirms one of the figures', async () => {
    const { city, builder, evaluator, missionId } = shared;
    const { id: indicatorId } = await city.client.record('defineIndicator', {
      missionId,
      name: `Dry homes (${language})`,
      unit: 'dwelling',
      direction: 'INCREASE',
      reporterIds: [city.globalId, builder.globalId],
      targets: [{ value: '100' }],
    });
    for (const [{ client }, value] of [
      [city, '80'],
      [builder, '90'],
    ] as const) {
      await client.record('recordMeasurement', { indicatorId, date: day(-1), value });
    }
    const visitor = await visit(evaluator, `/indicators/${indicatorId}`);
    const { page } = visitor;
    await page.getByText(say('figureState.CONTESTED')).waitFor();
    await page.getByRole('button', { name: say('command.AgreeIndicator.send') }).click();
    await page.getByText(say('indicator.agreement', { agreed: 2, members: 4 })).waitFor();
    await page.getByRole('button', { name: new RegExp(`${say('command.ConfirmMeasurement')} \\(90`) }).click();
    const form = page.getByRole('form', { name: say('command.ConfirmMeasurement') });
    await faultless(visitor);
    await form.getByRole('button', { name: say('command.ConfirmMeasurement.send'), exact: true }).click();
    await page.getByText(say('figureState.CONFIRMED')).waitFor();
    await page.getByText(say('act.done')).waitFor();
    await faultless(visitor);
    await visitor.leave();
  });
});
