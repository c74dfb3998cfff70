import { beforeAll, describe, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { TestOrganisation } from '../harness/api.js';
import { READINGS, servePages } from './served.js';
import { signInByKey } from './sign-in.js';
import { faultless } from './steps.js';
import { words } from './words.js';

const pages = servePages();
let operator: TestOrganisation;

beforeAll(async () => {
  const network = await pages.served.registerOrganisation('The Network');
  operator = { ...network, key: await pages.served.createKey(network.id, ['read', 'write', 'operator']) };
});

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

describe.each(READINGS)('given the pages in $language at $width pixels', ({ language, width }) => {
  const say = words(language);
  const visit = () => pages.visitor({ language, width });
  const named = (name: string) => `${name} (${language})`;

  it('one organisation proposes that it belongs to another, which finds that on its desk and accepts', async () => {
    const [daughter, mother] = [
      await pages.served.registerOrganisation(named('Daughter')),
      await pages.served.registerOrganisation(named('Mother')),
    ];
    const [below, above] = [await visit(), await visit()];
    await signInByKey(below, daughter.key);
    await below.page.goto(`/organisations/${mother.globalId}`);
    await below.page.getByRole('button', { name: say('groups.weBelong') }).click();
    await below.page.getByRole('textbox', { name: `${say('command.ProposeGrouping.reason')} (` }).fill('42');
    await below.page.getByRole('button', { name: say('command.ProposeGrouping.send'), exact: true }).click();
    await below.page.getByText(say('grouping.standing.OPEN')).waitFor();
    await faultless(below);

    await signInByKey(above, mother.key);
    await above.page.goto(`/desk/${mother.globalId}`);
    await above.page.getByRole('heading', { name: say('desk.groupings') }).waitFor();
    await faultless(above);
    await above.page.getByRole('button', { name: `${say('command.AcceptGrouping')} (` }).click();
    await above.page.getByRole('button', { name: say('command.AcceptGrouping.send'), exact: true }).click();
    await above.page.getByText(say('desk.groupings.none')).waitFor();
    await below.page.goto(`/organisations/${daughter.globalId}`);
    await below.page.getByText(say('membership.AGREED')).waitFor();

    await below.page.getByRole('button', { name: `${say('command.ReviseOrganisation')} (` }).click();
    const numbers = below.page.getByRole('textbox', { name: `${say('command.ReviseOrganisation.identifiers')} (` });
    await numbers.fill(`fr-siret 9 ${language}`);
    await below.page.getByRole('button', { name: say('command.ReviseOrganisation.send'), exact: true }).click();
    await below.page.getByText(`FR-SIRET 9 ${language}`).waitFor();
    await faultless(below);
    await Promise.all([below.leave(), above.leave()]);
  });

  it('the operator confirms who an organisation is, accredits it, and finds that another record is of the same body', async () => {
    const identifiers = [{ scheme: 'FR-SIRET', value: language === 'en' ? '111' : '222' }];
    const kept = await pages.served.registerOrganisation(named('Kept'), { identifiers });
    const twice = await pages.served.registerOrganisation(named('Twice'), { identifiers });
    const visitor = await visit();
    const { page } = visitor;
    await page.goto(`/organisations/${kept.globalId}`);
    await page.getByText(say('organisation.identity.unconfirmed'), { exact: true }).waitFor();
    await page.getByText(say('organisation.number.alsoClaimed')).waitFor();
    await faultless(visitor);

    await signInByKey(visitor, operator.key);
    await page.goto(`/organisations/${kept.globalId}`);
    await page.getByRole('button', { name: `${say('command.ConfirmIdentity')} (` }).click();
    await page.getByRole('textbox', { name: `${say('command.ConfirmIdentity.scheme')} (` }).fill('FR-SIRET');
    await page
      .getByRole('textbox', { name: `${say('command.ConfirmIdentity.value')} (` })
      .fill(language === 'en' ? '111' : '222');
    await page.getByRole('button', { name: say('evidence.addLink') }).click();
    await page.getByLabel(say('evidence.url', { number: 1 })).fill('https://register.example.org/1');
    await faultless(visitor);
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
    await faultless(visitor);
    await page.getByRole('button', { name: say('command.AccreditEvaluator.send'), exact: true }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: named('Works') })
      .waitFor();
    await faultless(visitor);

    await page.goto(`/organisations/${twice.globalId}`);
    await page.getByRole('button', { name: say('command.MarkDuplicate') }).click();
    await page.getByLabel(say('organisationField.search')).fill(named('Kept'));
    await page.keyboard.press('Enter');
    await page.getByLabel(say('command.MarkDuplicate.keptId')).waitFor();
    await page.getByRole('textbox', { name: `${say('command.MarkDuplicate.reason')} (` }).fill('42');
    await page.getByRole('button', { name: say('command.MarkDuplicate.send'), exact: true }).click();
    await page.getByText(say('organisation.duplicate')).waitFor();
    await faultless(visitor);
    await page.getByRole('link', { name: named('Kept') }).click();
    await page.getByText(say('organisation.identity.confirmed'), { exact: true }).waitFor();
    await visitor.leave();
  });
});
