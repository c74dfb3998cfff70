import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Visitor } from './browser.js';
import { tabTo } from './keyboard.js';
import { READINGS, serveCoalition } from './served.js';
import { signInOn } from './sign-in.js';
import { stepsOf } from './steps.js';
import { words } from './words.js';

const LANDLORD = 'Rivemont Habitat';
const TENANTS = 'Union des locataires de Rivemont';

const pages = serveCoalition();
let missionId: string;

beforeAll(async () => {
  missionId = await pages.served.missionId();
});

async function signIn({ page }: Visitor, name: string): Promise<void> {
  await page.goto('/search');
  await signInOn(page, { persona: await pages.served.organisationId(name) });
}

const draftsIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("maillage.draft."))');

async function promisesSaying(description: string): Promise<number> {
  const { data } = await pages.served.api.graphql(
    'query ($search: String!) { commitments(search: $search, first: 50) { nodes { description } } }',
    { search: description },
  );
  const found: readonly { readonly description: string }[] = data.commitments.nodes;
  return found.filter((each) => each.description === description).length;
}

/** The form for a promise, with its parts as people find them. */
function promiseForm(page: Page, say: ReturnType<typeof words>) {
  const field = (id: Parameters<typeof say>[0]) => page.getByRole('textbox', { name: `${say(id)} (` });
  return {
    kind: page.getByLabel(say('command.MakeCommitment.kind')),
    amount: field('field.quantity.amount'),
    unit: page.getByLabel(say('field.quantity.unit')),
    description: field('command.MakeCommitment.description'),
    send: page.locator('form').getByRole('button', { name: say('command.MakeCommitment.send') }),
    recorded: page.getByText(say('record.recorded')),
    restored: page.getByText(say('form.restored')),
  };
}

async function openForm(page: Page): Promise<void> {
  await page.goto(`/record/commitment/${missionId}`);
  await page.locator('form').waitFor();
}

describe.each(READINGS)('given the form for a promise in $language at $width pixels', ({ language, width }) => {
  const say = words(language);
  const description = { en: 'A roof for the old school', fr: 'Un toit pour la vieille école' }[language];

  it('what is written is there again after a reload, for nobody else, until it is recorded', async () => {
    const visitor = await pages.visitor({ language, width });
    const { page } = visitor;
    await signIn(visitor, LANDLORD);
    await openForm(page);
    const form = promiseForm(page, say);
    expect(await draftsIn(page)).toEqual([]);
    await form.kind.selectOption('SERVICE');
    await form.description.fill(description);
    await page.reload();
    await form.restored.waitFor();
    expect(await form.description.inputValue()).toBe(description);
    expect(await form.kind.inputValue()).toBe('SERVICE');
    expect(await visitor.violations()).toEqual([]);

    await signIn(visitor, TENANTS);
    await openForm(page);
    expect([await form.restored.count(), await form.description.inputValue()]).toEqual([0, '']);

    await signIn(visitor, LANDLORD);
    await openForm(page);
    await form.restored.waitFor();
    await form.send.click();
    await form.recorded.waitFor();
    expect(await draftsIn(page)).toEqual([]);
    expect(await promisesSaying(description)).toBe(1);
    await openForm(page);
    expect([await form.restored.count(), await form.description.inputValue()]).toEqual([0, '']);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('what is missing or refused is said beside its field, and the way there is by keyboard', async () => {
    const visitor = await pages.visitor({ language, width });
    const { page } = visitor;
    await signIn(visitor, LANDLORD);
    await openForm(page);
    const form = promiseForm(page, say);
    const error = (field: Locator) => page.locator('.field').filter({ has: field }).locator('.field-error');
    await form.description.fill('   ');
    await form.unit.selectOption('dwelling');
    const before = visitor.operations.length;
    await tabTo(page, form.send);
    await page.keyboard.press('Enter');

    // Blank is nothing; half a quantity is none. Nothing is sent, and all of it is named where the focus is.
    const summary = page.locator('.error-summary:focus');
    await summary.waitFor();
    expect(await summary.getByRole('link').allInnerTexts()).toEqual([
      say('command.MakeCommitment.description'),
      say('command.MakeCommitment.kind'),
      say('field.quantity.amount'),
    ]);
    expect(await error(form.description).innerText()).toBe(say('form.missing'));
    expect(await error(form.amount).innerText()).toBe(say('record.amountMissing'));
    expect(visitor.operations.length).toBe(before);
    expect(await visitor.violations()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')).toBe(false);
    await tabTo(page, page.locator('.error-summary').getByRole('link').first());
    await page.keyboard.press('Enter');
    await form.description.and(page.locator(':focus')).waitFor();

    // What only the ledger knows is refused, and said beside the field that its path leads to.
    await page.keyboard.type(description);
    await form.kind.selectOption('SERVICE');
    await form.amount.fill('-3');
    await form.send.click();
    await error(form.amount).waitFor();
    expect(await error(form.description).count()).toBe(0);
    expect(await form.description.inputValue()).toContain(description);
    await visitor.leave();
  });
});

interface Promised {
  readonly id: string;
  readonly quantity: { readonly amount: string } | null;
  readonly promisors: readonly { readonly name: string }[];
}

describe.each(READINGS)('given the form for what was given in $language at $width pixels', (reading) => {
  const { language, width } = reading;
  const { say, shoot } = stepsOf(pages, reading);

  it('what is unusual is said and forbids nothing, and several photographs go with it, each with a small picture', async () => {
    const { data } = await pages.served.api.graphql(
      'query ($id: ID!) { mission(id: $id) { commitments(first: 50) { nodes { id quantity { amount } promisors { name } } } } }',
      { id: missionId },
    );
    const promised = (data.mission.commitments.nodes as readonly Promised[]).find(
      ({ quantity, promisors }) => quantity !== null && promisors.some(({ name }) => name === LANDLORD),
    );
    const visitor = await pages.visitor({ language, width });
    const { page } = visitor;
    await signIn(visitor, LANDLORD);
    await page.goto(`/record/contribution/${promised!.id}`);
    const amount = page.getByRole('textbox', { name: say('field.quantity.amount') });
    await amount.waitFor();
    const warned = page.getByText(say('warning.moreThanPromised'));
    expect(await warned.count()).toBe(0);
    await amount.fill(`${Number(promised!.quantity?.amount) * 3 + 1}`);
    await warned.waitFor();
    expect(await page.locator('.foretold').first().innerText()).toContain(LANDLORD);

    const photograph = async (wide: number) => ({
      name: `${wide}.png`,
      mimeType: 'image/png',
      buffer: await page.screenshot({ clip: { x: 0, y: 0, width: wide, height: 8 } }),
    });
    await page.locator('input[type=file]').setInputFiles([await photograph(8), await photograph(9)]);
    await page.locator('.sent-files img').nth(1).waitFor();
    const drawn = '[...document.querySelectorAll(".sent-files img")].map((image) => image.naturalWidth)';
    expect(await page.evaluate(drawn)).toEqual([8, 9]);
    expect(await visitor.violations()).toEqual([]);
    await shoot(visitor, 'contribution-form');

    await page.getByRole('button', { name: say('command.RecordContribution.send') }).click();
    await page.getByText(say('form.recorded')).waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});

describe('given a form that is sent', () => {
  const say = words('en');

  it('the server gets what was filled in, and neither null nor blanks for what was not', async () => {
    const visitor = await pages.visitor();
    const { page } = visitor;
    await signIn(visitor, LANDLORD);
    await openForm(page);
    const form = promiseForm(page, say);
    await form.kind.selectOption('SERVICE');
    await form.description.fill('  Nothing but this \n');
    // More digits than a number of JavaScript's has.
    await form.amount.fill('999,999,999,999,999.1234567');
    await form.unit.selectOption('hour');
    await form.send.click();
    await form.recorded.waitFor();
    const [sent] = visitor.operations.filter((body) => body.includes('mutation MakeCommitment'));
    expect(JSON.parse(sent ?? '').variables).toEqual({
      input: {
        commandId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        missionId,
        kind: 'SERVICE',
        description: 'Nothing but this',
        quantity: { amount: '999999999999999.1234567', unit: 'hour' },
      },
    });
    await visitor.leave();
  });

  it('a unit that the list lacks has a name of its own, and is never added to another', async () => {
    const visitor = await pages.visitor();
    const { page } = visitor;
    await signIn(visitor, LANDLORD);
    for (const [amount, name] of [
      ['12', 'Veggie  box'],
      ['30', 'veggie box '],
      ['5', 'bench'],
    ] as const) {
      await openForm(page);
      const form = promiseForm(page, say);
      await form.kind.selectOption('SERVICE');
      await form.description.fill(`Given by the ${name}`);
      await form.amount.fill(amount);
      await form.unit.selectOption({ label: say('unitField.own') });
      await page.getByRole('textbox', { name: say('unitField.own.name') }).fill(name);
      expect(await visitor.violations()).toEqual([]);
      await form.send.click();
      await form.recorded.waitFor();
    }
    await page.goto(`/missions/${missionId}`);
    const progress = page.locator('section[aria-labelledby="progress"]');
    const more = progress.getByRole('button', { name: /left\)$/ });
    await more.first().waitFor();
    while ((await more.count()) > 0) await more.first().click();
    for (const sum of ['42 veggie box', '5 bench']) {
      expect([sum, await progress.getByRole('row').filter({ hasText: sum }).count()]).toEqual([sum, 1]);
    }
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('whose answer is lost, and which is sent again after a reload, it is recorded once', async () => {
    const visitor = await pages.visitor();
    const { page } = visitor;
    await signIn(visitor, LANDLORD);
    await openForm(page);
    const form = promiseForm(page, say);
    await form.kind.selectOption('SERVICE');
    await form.description.fill('Said once');
    await page.route('**/graphql', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await form.send.click();
    await page.getByRole('alert').getByText(say('lost.title')).waitFor();
    await page.unroute('**/graphql');
    await page.reload();
    await form.restored.waitFor();
    await form.send.click();
    await form.recorded.waitFor();
    expect(await promisesSaying('Said once')).toBe(1);
    await visitor.leave();
  });

  it('a browser that keeps nothing records it all the same', async () => {
    const visitor = await pages.visitor();
    const { page } = visitor;
    await page.addInitScript(`for (const name of ['getItem', 'setItem', 'removeItem', 'key']) {
        Storage.prototype[name] = () => { throw new DOMException('Storage is forbidden.', 'SecurityError'); };
      }`);
    await signIn(visitor, LANDLORD);
    // Whom the tab acts for is kept by nobody either, but by the address of the desk until another page is loaded.
    await page.goto(`/desk/${await pages.served.organisationId(LANDLORD)}`);
    await page.getByRole('heading', { level: 1, name: say('desk.title') }).waitFor();
    await page.evaluate(`history.pushState(null, '', '/record/commitment/${missionId}')`);
    await page.locator('form').waitFor();
    const form = promiseForm(page, say);
    await form.kind.selectOption('SERVICE');
    await form.description.fill('Kept by nobody but the ledger');
    await form.send.click();
    await form.recorded.waitFor();
    expect(await promisesSaying('Kept by nobody but the ledger')).toBe(1);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});

describe('given a contribution that awaits a word', () => {
  const say = words('en');

  it('the desk and the page of the commitment have one form for it', async () => {
    const visitor = await pages.visitor();
    const { page } = visitor;
    await signIn(visitor, TENANTS);
    await page.goto(`/desk/${await pages.served.organisationId(TENANTS)}`);
    const section = page.locator('section', { has: page.locator('h2#corroborate') });
    await section
      .getByRole('button', { name: say('command.CorroborateContribution') })
      .first()
      .click();
    const labels = (form: Locator) => form.locator('label, legend').allInnerTexts();
    const onDesk = await labels(section.locator('form'));
    await section.locator('form textarea').fill('We saw it arrive.');

    await section
      .getByRole('link', { name: say('desk.seeEvidence') })
      .first()
      .click();
    await page.waitForURL('**/commitments/**');
    const contribution = page.locator(new URL(page.url()).hash.replaceAll('=', '\\='));
    await contribution.getByRole('button', { name: say('command.CorroborateContribution') }).click();
    const form = contribution.locator('form');
    expect(await labels(form)).toEqual(onDesk);
    // What was begun on the desk goes on here.
    expect(await form.locator('textarea').inputValue()).toBe('We saw it arrive.');
    expect(await visitor.violations()).toEqual([]);
    await form.getByRole('button', { name: say('form.send') }).click();
    await contribution.locator('.badge').getByText(say('evidence.CORROBORATED')).waitFor();
    expect(await draftsIn(page)).toEqual([]);
    await visitor.leave();
  });
});
