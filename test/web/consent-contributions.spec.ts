import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shareMission, promise, type Shared } from '../acceptance/mission.js';
import { day } from '../acceptance/client.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { buildPages, openBrowser, type TestBrowser, type Visitor } from './browser.js';
import { signInByKey } from './sign-in.js';
import { words, type Language } from './words.js';

let api: TestApi;
let browser: TestBrowser;

beforeAll(async () => {
  api = await startTestApi({ pagesFolder: await buildPages() });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

/** What is wrong with a page as it is shown: accessibility, the console, and what does not fit. */
async function faults(visitor: Visitor): Promise<unknown> {
  const tooWide = await visitor.page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  return { tooWide, violations: await visitor.violations(), complaints: visitor.complaints };
}
const NONE = { tooWide: false, violations: [], complaints: [] };

describe.each<{ language: Language; width: number }>([
  { language: 'en', width: 1280 },
  { language: 'fr', width: 375 },
])('given the pages in $language at $width pixels', ({ language, width }) => {
  const say = words(language);
  let shared: Shared;

  // Of each its own: whoever denied ties to a giver is not asked again within the year.
  beforeAll(async () => {
    shared = await shareMission(api);
  });

  it('a giver corrects 400 to 40, answers what its receiver sees otherwise, and an evaluator finds 38', async () => {
    const { builder, tenants, evaluator, missionId } = shared;
    const { id: commitmentId } = await builder.client.record(
      'makeCommitment',
      promise(missionId, { counterpartyIds: [tenants.globalId] }),
    );
    await tenants.client.record('acceptCommitment', { commitmentId, termsVersion: 1 });
    const quantity = { amount: '400', unit: 'dwelling' };
    const { id } = await builder.client.record('recordContribution', { commitmentId, quantity, date: day(0) });
    const place = `/commitments/${commitmentId}#contribution-${id}`;
    const visit = async (key: string) => {
      const visitor = await browser.visitor(api.url, { language, width });
      await signInByKey(visitor, key);
      await visitor.page.goto(place);
      return visitor;
    };

    const giver = await visit(builder.client.key ?? '');
    const { page } = giver;
    await page.getByRole('button', { name: `${say('command.CorrectContribution')} (` }).click();
    const amount = page.locator('[id$="-quantity.amount"] input').first();
    await amount.fill('40');
    await amount.blur();
    expect(await faults(giver)).toEqual(NONE);
    await page.getByRole('button', { name: say('command.CorrectContribution.send'), exact: true }).click();
    await page.getByText(say('contribution.versions', { count: 1 })).waitFor();
    expect(await faults(giver)).toEqual(NONE);

    const receiver = await visit(tenants.client.key ?? '');
    await receiver.page.getByRole('button', { name: `${say('command.NoteObjection')} (` }).click();
    await receiver.page.getByRole('textbox', { name: `${say('command.NoteObjection.reason')} (` }).fill('38');
    await receiver.page.getByRole('button', { name: say('command.NoteObjection.send'), exact: true }).click();
    await receiver.page.getByRole('heading', { name: say('contribution.objections') }).waitFor();
    expect(await faults(receiver)).toEqual(NONE);

    await page.goto('/search');
    await page.goto(place);
    await page.getByRole('button', { name: `${say('command.AnswerObjection')} (` }).click();
    await page.getByRole('textbox', { name: `${say('command.AnswerObjection.answer')} (` }).fill('✓');
    await page.getByRole('button', { name: say('command.AnswerObjection.send'), exact: true }).click();
    await page.getByText(say('objection.answer')).waitFor();
    expect(await faults(giver)).toEqual(NONE);

    const finder = await visit(evaluator.client.key ?? '');
    await finder.page.getByRole('button', { name: `${say('command.VerifyContribution')} (` }).click();
    const found = finder.page.locator('[id$="-found.amount"] input').first();
    await found.fill('38');
    await found.blur();
    await finder.page.getByRole('checkbox', { name: say('noTies.true') }).check({ force: true });
    expect(await faults(finder)).toEqual(NONE);
    await finder.page.getByRole('button', { name: say('form.send'), exact: true }).click();
    await finder.page.getByText(say('statement.unaccredited')).waitFor();
    expect(await faults(finder)).toEqual(NONE);
    const shots = process.env['SHOTS'];
    if (shots !== undefined) {
      await finder.page.screenshot({ path: `${shots}/contribution-${language}.png`, fullPage: true });
    }
    await Promise.all([giver.leave(), receiver.leave(), finder.leave()]);
  });
});
