import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Member } from '../acceptance/mission.js';
import type { Visitor } from './browser.js';
import { READINGS, type Opened, type Reading } from './served.js';
import { signInByKey } from './sign-in.js';
import { words, type Message } from './words.js';

/** What takes axe most of its time, and does not depend on the width. */
const OF_COLOURS = ['color-contrast'];

/** Nothing to complain of: for whoever needs assistance, in the console, and in width, whichever screen it is read on. */
export async function faultless(visitor: Visitor): Promise<void> {
  const { page, complaints } = visitor;
  const size = page.viewportSize();
  if (size === null) throw new Error('The page has no window.');
  const look = async (width: number, but: readonly string[]) => {
    const overflow = await page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)');
    expect({ width, overflow, violations: await visitor.violations(but) }).toEqual({
      width,
      overflow: 0,
      violations: [],
    });
  };
  await look(size.width, []);
  for (const { width } of READINGS.filter((each) => each.width !== size.width)) {
    await page.setViewportSize({ ...size, width });
    await look(width, OF_COLOURS);
  }
  await page.setViewportSize(size);
  expect(complaints).toEqual([]);
}

/** Types a day part by part, in the order of both languages. */
export async function pickDay(form: Locator, label: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  const field = form.locator('.field').filter({ has: form.page().getByText(label) });
  await field.getByRole('spinbutton').first().click();
  for (const part of [date, month, year]) await form.page().keyboard.type(part);
}

/** What somebody does on the pages, by the words of their language. */
export function stepsOf(pages: Pick<Opened<unknown>, 'visitor'>, { language, width }: Reading) {
  const say = words(language);

  async function visit(member: Member | undefined, path: string): Promise<Visitor> {
    const visitor = await pages.visitor({ language, width });
    if (member !== undefined) await signInByKey(visitor, member.client.key ?? '');
    await visitor.page.goto(path);
    await visitor.page.locator('h1').waitFor();
    return visitor;
  }

  /** Of the page as it is, where somebody wants to look at it: `SHOTS=<folder>`. */
  async function shoot(visitor: Visitor, name: string): Promise<void> {
    const folder = process.env['SHOTS'];
    if (folder === undefined) return;
    await visitor.page.screenshot({ path: `${folder}/${name}-${language}.png`, fullPage: true });
  }

  const press = (within: Page | Locator, name: string) => within.getByRole('button', { name }).first().click();
  const textOf = (within: Page | Locator, label: string) => within.getByRole('textbox', { name: label });

  /** From the desk, by what waits there for an answer. */
  async function fromDesk(member: Member, kind: Message): Promise<Visitor> {
    const visitor = await visit(member, `/desk/${member.globalId}`);
    const card = visitor.page.locator('.card').filter({ has: visitor.page.getByRole('heading', { name: say(kind) }) });
    await card.first().locator('.said').waitFor();
    await faultless(visitor);
    await card
      .getByRole('link', { name: say('desk.awaited.answer') })
      .first()
      .click();
    await visitor.page.waitForURL('**/commitments/**');
    await visitor.page.locator('#parties').waitFor();
    return visitor;
  }

  return { say, visit, faultless, shoot, press, textOf, pickDay, fromDesk };
}
