import { beforeAll, describe, it } from '@jest/globals';
import { shareMission, promise, type Member, type Shared } from '../acceptance/mission.js';
import { day } from '../acceptance/client.js';
import type { Visitor } from './browser.js';
import { CROSSED, servePages } from './served.js';
import { signInByKey } from './sign-in.js';
import { faultless } from './steps.js';
import { words } from './words.js';

const pages = servePages();

describe.each(CROSSED)('given the pages in $language at $width pixels', ({ language, width }) => {
  const say = words(language);
  let shared: Shared;

  // Of each its own: whoever denied ties to a giver is not asked again within the year.
  beforeAll(async () => {
    shared = await shareMission(pages.served);
  });

  /** By the builder, towards what the tenants accepted as its receiver. The place of it on the pages. */
  async function given(): Promise<string> {
    const { builder, tenants, missionId } = shared;
    const { id: commitmentId } = await builder.client.record(
      'makeCommitment',
      promise(missionId, { counterpartyIds: [tenants.globalId] }),
    );
    await tenants.client.record('acceptCommitment', { commitmentId, termsVersion: 1 });
    const quantity = { amount: '400', unit: 'dwelling' };
    const { id } = await builder.client.record('recordContribution', { commitmentId, quantity, date: day(0) });
    return `/commitments/${commitmentId}#contribution-${id}`;
  }

  async function visit({ client }: Member, place: string): Promise<Visitor> {
    const visitor = await pages.visitor({ language, width });
    await signInByKey(visitor, client.key ?? '');
    await visitor.page.goto(place);
    return visitor;
  }

  it('a giver corrects 400 to 40, answers what its receiver sees otherwise, and an evaluator finds 38', async () => {
    const { builder, tenants, evaluator } = shared;
    const place = await given();
    const giver = await visit(builder, place);
    const { page } = giver;
    await page.getByRole('button', { name: `${say('command.CorrectContribution')} (` }).click();
    const amount = page.locator('[id$="-quantity.amount"] input').first();
    await amount.fill('40');
    await amount.blur();
    await faultless(giver);
    await page.getByRole('button', { name: say('command.CorrectContribution.send'), exact: true }).click();
    await page.getByText(say('contribution.versions', { count: 1 })).waitFor();
    await faultless(giver);

    const receiver = await visit(tenants, place);
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

    const finder = await visit(evaluator, place);
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

  it('a receiver disputes what never came, and its giver takes it back', async () => {
    const { builder, tenants } = shared;
    const place = await given();
    const receiver = await visit(tenants, place);
    await receiver.page.getByRole('button', { name: `${say('command.DisputeContribution')} (` }).click();
    const disputing = receiver.page.getByRole('form', { name: say('command.DisputeContribution') });
    await disputing.getByRole('textbox', { name: say('command.DisputeContribution.reason') }).fill('Nobody came.');
    await disputing.getByRole('button', { name: say('form.send'), exact: true }).click();
    await receiver.page.getByText(say('contribution.disputed')).waitFor();
    await receiver.page.getByText('Nobody came.').waitFor();
    await faultless(receiver);

    const giver = await visit(builder, place);
    await giver.page.getByText(say('contribution.disputed')).waitFor();
    await giver.page.getByRole('button', { name: `${say('command.RetractContribution')} (` }).click();
    const retracting = giver.page.getByRole('form', { name: say('command.RetractContribution') });
    await retracting
      .getByRole('textbox', { name: say('command.RetractContribution.reason') })
      .fill('The van went elsewhere.');
    await retracting.getByRole('button', { name: say('command.RetractContribution.send'), exact: true }).click();
    await giver.page.getByText(say('contribution.retracted')).waitFor();
    await giver.page.getByText('The van went elsewhere.').waitFor();
    await faultless(giver);
    await Promise.all([receiver.leave(), giver.leave()]);
  });
});
