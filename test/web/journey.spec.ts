import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { tabTo } from './keyboard.js';
import { READINGS, serveCoalition } from './served.js';
import { faultless } from './steps.js';
import { words } from './words.js';

const LANDLORD = 'Rivemont Habitat';
const TENANTS = 'Union des locataires de Rivemont';

const pages = serveCoalition();

describe.each(READINGS)('given the pages in $language at $width pixels', ({ language, width }) => {
  const say = words(language);
  const promise = { en: 'Forty inspections of damp dwellings', fr: 'Quarante visites de logements humides' }[language];
  const given = { en: 'Twelve inspections in the old town', fr: 'Douze visites dans la vieille ville' }[language];
  const lesson = { en: 'Tell tenants a week ahead.', fr: 'Prévenir les locataires une semaine avant.' }[language];
  const reply = { en: 'We will write to them first.', fr: 'Nous leur écrirons d’abord.' }[language];

  it('a promise is made, kept in part, corroborated, reviewed by keyboard and answered, and a resident sees it happen', async () => {
    const visitor = () => pages.visitor({ language, width });
    const [resident, landlord, tenants] = await Promise.all([visitor(), visitor(), visitor()]);
    const missionId = await pages.served.missionId();
    await resident.page.goto(`/missions/${missionId}`);
    const timeline = resident.page.locator('.timeline');
    await timeline.waitFor();
    expect(resident.operations).toHaveLength(1);

    // The landlord promises …
    await signInAs(landlord.page, LANDLORD, say);
    await landlord.page.goto(`/record/commitment/${missionId}`);
    await landlord.page.getByLabel(say('command.MakeCommitment.kind')).selectOption('SERVICE');
    await landlord.page.getByLabel(say('field.quantity.unit')).selectOption('dwelling');
    await landlord.page.getByRole('textbox', { name: say('field.quantity.amount') }).fill('40');
    await landlord.page.getByRole('textbox', { name: `${say('command.MakeCommitment.description')} (` }).fill(promise);
    await landlord.page
      .getByLabel(say('command.MakeCommitment.counterpartyIds'))
      .selectOption({ label: say('organisation.identity.inText', { name: TENANTS }) });
    await landlord.page.getByRole('button', { name: say('command.MakeCommitment.send') }).click();
    await landlord.page.getByRole('link', { name: say('record.see') }).click();
    await landlord.page.waitForURL('**/commitments/**');
    const commitmentPath = new URL(landlord.page.url()).pathname;
    await timeline.getByText(promise).first().waitFor();

    // … gives a part of it, with a file …
    await landlord.page.getByRole('link', { name: say('commitment.record') }).click();
    await landlord.page.getByRole('textbox', { name: say('field.quantity.amount') }).fill('12');
    await landlord.page
      .getByRole('textbox', { name: `${say('command.RecordContribution.description')} (` })
      .fill(given);
    await landlord.page.setInputFiles('input[type=file]', {
      name: 'inspections.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`address,dampness\n1 rue du Port (${language}),high\n`),
    });
    await landlord.page.getByRole('button', { name: say('evidence.remove', { name: 'inspections.csv' }) }).waitFor();
    await landlord.page.getByRole('button', { name: say('command.RecordContribution.send') }).click();
    await landlord.page.getByRole('link', { name: say('record.see') }).click();
    await landlord.page.getByText(given).first().waitFor();
    await timeline.getByText(given).first().waitFor();

    // … which the tenants’ union confirms, having looked at the file.
    await signInAs(tenants.page, TENANTS, say);
    await tenants.page.goto(commitmentPath);
    const file = tenants.page.getByRole('link', { name: /inspections\.csv/ }).first();
    const served = await tenants.context.request.get((await file.getAttribute('href')) ?? '');
    expect(await served.text()).toContain('1 rue du Port');
    await tenants.page.getByRole('button', { name: say('command.CorroborateContribution') }).click();
    await tenants.page.getByLabel(say('command.CorroborateContribution.statement')).fill('✓');
    await tenants.page
      .locator('form')
      .getByRole('button', { name: say('form.send') })
      .click();
    await tenants.page.getByText(say('evidence.CORROBORATED')).first().waitFor();

    // It reviews the work by the keyboard alone …
    await tenants.page.getByRole('link', { name: say('commitment.review', { organisation: LANDLORD }) }).click();
    await tenants.page.waitForURL('**/review/**');
    await reviewByKeyboard(tenants.page, say, lesson);
    await timeline.getByText(LANDLORD).first().waitFor();

    // … and the landlord reads it on its desk, and answers.
    const landlordId = await pages.served.organisationId(LANDLORD);
    await landlord.page.goto(`/desk/${landlordId}`);
    const review = landlord.page.locator('li, article').filter({ hasText: lesson }).last();
    await review.getByRole('button', { name: say('command.AnswerReview') }).click();
    await review.getByRole('textbox', { name: say('command.AnswerReview.answer') }).fill(reply);
    const send = review.getByRole('button', { name: say('command.AnswerReview.send') });
    await send.click();
    await send.waitFor({ state: 'hidden' });
    await tenants.page.goto(commitmentPath);
    await tenants.page.getByText(reply).waitFor();

    // The resident loaded the page once.
    expect(await resident.page.evaluate('performance.getEntriesByType("navigation").length')).toBe(1);
    for (const each of [resident, landlord, tenants]) await faultless(each);
    await Promise.all([resident, landlord, tenants].map((each) => each.leave()));
  });
});

async function signInAs(page: Page, persona: string, say: ReturnType<typeof words>): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: say('signIn.personas.actAs', { organisation: persona }) }).click();
  await page.getByRole('link', { name: say('nav.desk') }).waitFor();
}

/** No click, no tap: Tab, arrows, space and letters. */
async function reviewByKeyboard(page: Page, say: ReturnType<typeof words>, lesson: string): Promise<void> {
  const goOn = page.getByRole('button', { name: say('reviewForm.goOn') });
  await goOn.waitFor();
  await tabTo(page, goOn);
  await page.keyboard.press('Enter');
  const groups = page.getByRole('radiogroup');
  await groups.first().waitFor();
  expect(await groups.count()).toBe(4);
  for (const points of [3, 4, 2, 1]) {
    const group = groups.nth([3, 4, 2, 1].indexOf(points));
    const radios = group.getByRole('radio');
    await tabTo(page, radios.first());
    await page.keyboard.press('Space');
    for (let n = 0; n < points; n += 1) await page.keyboard.press('ArrowDown');
    expect(await radios.nth(points).isChecked()).toBe(true);
  }
  await tabTo(page, page.getByLabel(say('field.whatWorked')));
  await page.keyboard.type('They came when they said they would.');
  await tabTo(page, page.getByLabel(say('field.whatToTry')));
  await page.keyboard.type(lesson);
  await tabTo(page, page.getByRole('button', { name: say('command.SubmitReview.send') }));
  await page.keyboard.press('Enter');
  await page.getByText(say('reviewForm.reviewed')).first().waitFor();
}
