import { beforeAll, describe, it } from '@jest/globals';
import { shareMission, promise, type Shared } from '../acceptance/mission.js';
import { day } from '../acceptance/client.js';
import { READINGS, servePages } from './served.js';
import { signInByKey } from './sign-in.js';
import { faultless } from './steps.js';
import { words } from './words.js';

const pages = servePages();

describe.each(READINGS)('given the pages in $language at $width pixels', ({ language, width }) => {
  const say = words(language);
  let shared: Shared;

  // Of each its own: whoever denied ties to a giver is not asked again within the year.
  beforeAll(async () => {
    shared = await shareMission(pages.served);
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
      const visitor = await pages.visitor({ language, width });
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
    await faultless(giver);
    await page.getByRole('button', { name: say('command.CorrectContribution.send'), exact: true }).click();
    await page.getByText(say('contribution.versions', { count: 1 })).waitFor();
    await faultless(giver);

    const receiver = await visit(tenants.client.key ?? '');
    await receiver.page.getByRole('button', { name: `${say('command.NoteObjection')} (` }).click();
    await receiver.page.getByRole('textbox', { name: `${say('command.NoteObjection.reason')} (` }).fill('38');
    await receiver.page.getByRole('button', { name: say('command.NoteObjection.send'), exact: true }).click();
    await receiver.page.getByRole('heading', { name: say('contribution.objections') }).waitFor();
    await faultless(receiver);

    await page.goto('/search');
    await page.goto(place);
    await page.getByRole('button', { name: `${say('command.AnswerObjection')} (` }).click();
    await page.getByRole('textbox', { name: `${say('command.AnswerObjection.answer')} (` }).fill('✓');
    await page.getByRole('button', { name: say('command.AnswerObjection.send'), exact: true }).click();
    await page.getByText(say('objection.answer')).waitFor();
    await faultless(giver);

    const finder = await visit(evaluator.client.key ?? '');
    await finder.page.getByRole('button', { name: `${say('command.VerifyContribution')} (` }).click();
    const found = finder.page.locator('[id$="-found.amount"] input').first();
    await found.fill('38');
    await found.blur();
    await finder.page.getByRole('checkbox', { name: say('noTies.true') }).check({ force: true });
    await faultless(finder);
    await finder.page.getByRole('button', { name: say('form.send'), exact: true }).click();
    await finder.page.getByText(say('statement.unaccredited')).waitFor();
    await faultless(finder);
    const shots = process.env['SHOTS'];
    if (shots !== undefined) {
      await finder.page.screenshot({ path: `${shots}/contribution-${language}.png`, fullPage: true });
    }
    await Promise.all([giver.leave(), receiver.leave(), finder.leave()]);
  });
});
