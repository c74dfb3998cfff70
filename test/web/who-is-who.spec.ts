import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startTestApi, type TestApi, type TestOrganisation } from '../harness/api.js';
import { buildPages, openBrowser, type TestBrowser, type Visitor } from './browser.js';
import { words, type Language } from './words.js';

let api: TestApi;
let browser: TestBrowser;
let operator: TestOrganisation;

beforeAll(async () => {
  api = await startTestApi({ pagesFolder: await buildPages() });
  browser = await openBrowser();
  const network = await api.registerOrganisation('The Network');
  operator = { ...network, key: await api.createKey(network.id, ['read', 'write', 'admin']) };
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

async function signedIn(visitor: Visitor, { key }: TestOrganisation): Promise<void> {
  await visitor.page.goto('/search');
  await visitor.page.waitForLoadState('networkidle');
  const status: number = await visitor.page.evaluate(
    `fetch('/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify({ key }))} }).then(({ status }) => status)`,
  );
  expect(status).toBe(204);
}

/** What is wrong with a page as it is shown: accessibility, the console, and what does not fit. */
async function faults(visitor: Visitor): Promise<unknown> {
  const tooWide = await visitor.page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  return { tooWide, violations: await visitor.violations(), complaints: visitor.complaints };
}
const NONE = { tooWide: false, violations: [], complaints: [] };

async function fillDay(page: Page, label: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  const field = page.getByRole('group', { name: label });
  for (const [part, value] of [
    ['year', year],
    ['month', month],
    ['day', date],
  ] as const) {
    await field.locator(`[data-type="${part}"]`).click();
    await page.keyboard.type(value);
  }
}

describe.each<{ language: Language; width: number }>([
  { language: 'en', width: 1280 },
  { language: 'fr', width: 375 },
])('given the pages in $language at $width pixels', ({ language, width }) => {
  const say = words(language);
  const visit = () => browser.visitor(api.url, { language, width });
  const named = (name: string) => `${name} (${language})`;

  it('one organisation proposes that it belongs to another, which finds that on its desk and accepts', async () => {
    const [daughter, mother] = [
      await api.registerOrganisation(named('Daughter')),
      await api.registerOrganisation(named('Mother')),
    ];
    const [below, above] = [await visit(), await visit()];
    await signedIn(below, daughter);
    await below.page.goto(`/organisations/${mother.globalId}`);
    await below.page.getByRole('button', { name: say('groups.weBelong') }).click();
    await below.page.getByRole('textbox', { name: `${say('command.ProposeGrouping.reason')} (` }).fill('42');
    await below.page.getByRole('button', { name: say('command.ProposeGrouping.send'), exact: true }).click();
    await below.page.getByText(say('grouping.standing.OPEN')).waitFor();
    expect(await faults(below)).toEqual(NONE);

    await signedIn(above, mother);
    await above.page.goto(`/desk/${mother.globalId}`);
    await above.page.getByRole('heading', { name: say('desk.groupings') }).waitFor();
    expect(await faults(above)).toEqual(NONE);
    await above.page.getByRole('button', { name: `${say('command.AcceptGrouping')} (` }).click();
    await above.page.getByRole('button', { name: say('command.AcceptGrouping.send'), exact: true }).click();
    await above.page.getByText(say('desk.groupings.none')).waitFor();
    await below.page.goto(`/organisations/${daughter.globalId}`);
    await below.page.getByText(say('membership.AGREED')).waitFor();
    expect(await faults(below)).toEqual(NONE);
    await Promise.all([below.leave(), above.leave()]);
  });

  it('the operator confirms who an organisation is, accredits it, and finds that another record is of the same body', async () => {
    const identifiers = [{ scheme: 'FR-SIRET', value: language === 'en' ? '111' : '222' }];
    const kept = await api.registerOrganisation(named('Kept'), { identifiers });
    const twice = await api.registerOrganisation(named('Twice'), { identifiers });
    const visitor = await visit();
    const { page } = visitor;
    await page.goto(`/organisations/${kept.globalId}`);
    await page.getByText(say('organisation.identity.unconfirmed'), { exact: true }).waitFor();
    await page.getByText(say('organisation.number.alsoClaimed')).waitFor();
    expect(await faults(visitor)).toEqual(NONE);

    await signedIn(visitor, operator);
    await page.goto(`/organisations/${kept.globalId}`);
    await page.getByRole('button', { name: `${say('command.ConfirmIdentity')} (` }).click();
    await page.getByRole('textbox', { name: `${say('command.ConfirmIdentity.scheme')} (` }).fill('FR-SIRET');
    await page
      .getByRole('textbox', { name: `${say('command.ConfirmIdentity.value')} (` })
      .fill(language === 'en' ? '111' : '222');
    await page.getByRole('button', { name: say('evidence.addLink') }).click();
    await page.getByLabel(say('evidence.url', { number: 1 })).fill('https://register.example.org/1');
    expect(await faults(visitor)).toEqual(NONE);
    await page.getByRole('button', { name: say('command.ConfirmIdentity.send'), exact: true }).click();
    await page.getByText(say('organisation.identity.confirmed'), { exact: true }).waitFor();

    await page.goto('/evaluators');
    await page.getByRole('button', { name: say('command.AccreditEvaluator') }).click();
    await page.getByLabel(say('organisationField.search')).fill(named('Kept'));
    await page.getByRole('button', { name: say('organisationField.find') }).click();
    await page.getByLabel(say('command.AccreditEvaluator.organisationId')).waitFor();
    await page.getByRole('textbox', { name: `${say('command.AccreditEvaluator.scope')} (` }).fill(named('Works'));
    await fillDay(page, say('command.AccreditEvaluator.from'), '2099-01-01');
    await fillDay(page, say('command.AccreditEvaluator.until'), '2099-12-31');
    await page.getByRole('button', { name: say('evidence.addLink') }).click();
    await page.getByLabel(say('evidence.url', { number: 1 })).fill('https://register.example.org/1');
    expect(await faults(visitor)).toEqual(NONE);
    await page.getByRole('button', { name: say('command.AccreditEvaluator.send'), exact: true }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: named('Works') })
      .waitFor();
    expect(await faults(visitor)).toEqual(NONE);

    await page.goto(`/organisations/${twice.globalId}`);
    await page.getByRole('button', { name: say('command.MarkDuplicate') }).click();
    await page.getByLabel(say('organisationField.search')).fill(named('Kept'));
    await page.keyboard.press('Enter');
    await page.getByLabel(say('command.MarkDuplicate.keptId')).waitFor();
    await page.getByRole('textbox', { name: `${say('command.MarkDuplicate.reason')} (` }).fill('42');
    await page.getByRole('button', { name: say('command.MarkDuplicate.send'), exact: true }).click();
    await page.getByText(say('organisation.duplicate')).waitFor();
    expect(await faults(visitor)).toEqual(NONE);
    await page.getByRole('link', { name: named('Kept') }).click();
    await page.getByText(say('organisation.identity.confirmed'), { exact: true }).waitFor();
    await visitor.leave();
  });
});
