import { beforeAll, describe, expect, it } from '@jest/globals';
import { day } from '../acceptance/client.js';
import { memberOf, shareMission, type Shared } from '../acceptance/mission.js';
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

describe.each(READINGS)(
  'given an organisation without a mission, in $language at $width pixels',
  ({ language, width }) => {
    const { say, visit, press, textOf, shoot } = stepsOf(pages, { language, width });
    const title = { en: 'A warm meal for every child', fr: 'Un repas chaud pour chaque enfant' }[language];

    async function found(): Promise<unknown> {
      const { data } = await pages.served.graphql(
        `query ($search: String!) {
        missions(first: 5, search: $search) {
          nodes { hashtag indicators(first: 5) { nodes { name unit } } invitations { role organisation { name } } }
        }
      }`,
        { search: title },
      );
      return data.missions.nodes;
    }

    it('it sets one up step by step, and each part is recorded once, though an answer is lost and the page reloaded', async () => {
      const kitchen = memberOf(await pages.served.registerOrganisation(`Kitchen ${language}`), pages.served.url);
      const farm = `Farm ${language}`;
      await pages.served.registerOrganisation(farm);
      const visitor = await visit(kitchen, `/desk/${kitchen.globalId}`);
      const { page } = visitor;
      const done = page.getByText(say('firstSteps.done'), { exact: true });
      await done.waitFor();
      await shoot(visitor, 'setup-0-desk');
      await page.getByRole('link', { name: say('firstSteps.setUp') }).click();
      const goOn = () => press(page, say('setup.goOn'));
      const at = (step: 'challenge' | 'place' | 'indicators' | 'partners' | 'preview') =>
        page.getByRole('heading', { level: 2, name: say(`setup.step.${step}`) }).waitFor();

      await textOf(page, say('command.DeclareMission.title')).fill(title);
      await goOn();
      await page.getByText(say('form.missing')).waitFor();
      await faultless(visitor);
      await textOf(page, say('command.DeclareMission.challenge')).fill('?');
      await page.getByText(`2. ${say('sdg.2')}`).click();
      await shoot(visitor, 'setup-1-challenge');
      await goOn();
      await at('place');
      await textOf(page, say('command.DeclareMission.places')).fill('Rennes');
      await shoot(visitor, 'setup-2-place');
      await faultless(visitor);
      await goOn();
      await at('indicators');
      const meals = say('commonIndicator.mealsServed');
      await page.getByText(meals).first().click();
      await press(page, say('setup.indicators.change', { name: meals }));
      await textOf(page, say('indicatorForm.value')).fill('1000');
      await shoot(visitor, 'setup-3-indicator');
      await press(page, say('setup.indicators.take'));
      await page.getByText(say('form.restored')).waitFor({ state: 'detached' });
      await page.reload();
      await page.getByText(say('form.restored')).waitFor();
      await page.getByRole('button', { name: say('setup.indicators.change', { name: meals }) }).waitFor();
      await shoot(visitor, 'setup-3-indicators');
      await faultless(visitor);
      await goOn();
      await at('partners');
      await page.getByRole('searchbox').fill(farm);
      await press(page, say('organisationField.find'));
      await page.getByText(say('organisationField.found', { count: 1 })).waitFor();
      await press(page, say('setup.partners.add'));
      await page.getByRole('button', { name: say('setup.remove', { name: farm }) }).waitFor();
      await shoot(visitor, 'setup-4-partners');
      await faultless(visitor);
      await goOn();
      await at('preview');
      await shoot(visitor, 'setup-5-preview');
      await faultless(visitor);

      await page.route('**/graphql', async (route) => {
        if (!(route.request().postData() ?? '').includes('DefineIndicator')) return route.continue();
        await route.fetch();
        return route.abort();
      });
      await press(page, say('setup.declare', { organisation: `Kitchen ${language}` }));
      await page.getByText(say('lost.title')).first().waitFor();
      await page.unroute('**/graphql');
      await page.reload();
      await page
        .getByRole('button', { name: say('setup.goOnRecording', { organisation: `Kitchen ${language}` }) })
        .dblclick();
      await page.getByText(say('setup.declared')).waitFor();
      await shoot(visitor, 'setup-6-declared');
      await page.getByRole('link', { name: say('setup.toMission') }).click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await found()).toEqual([
        {
          hashtag: { en: '#warm-meal-for-every-child', fr: '#repas-chaud-pour-chaque-enfant' }[language],
          indicators: { nodes: [{ name: meals, unit: 'meal' }] },
          invitations: [{ role: 'MEMBER', organisation: { name: farm } }],
        },
      ]);
      await page.goto(`/desk/${kitchen.globalId}`);
      await done.nth(1).waitFor();
      await page.getByRole('link', { name: say('setup.link'), exact: true }).click();
      await at('challenge');
      expect(await textOf(page, say('command.DeclareMission.title')).inputValue()).toBe('');
      await visitor.leave();
    });
  },
);
