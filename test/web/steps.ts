import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Member } from '../acceptance/mission.js';
import type { TestBrowser, Visitor } from './browser.js';
import { signInByKey } from './sign-in.js';
import { words, type Language, type Message } from './words.js';

/** Which pages, as they are served once a spec has begun. */
interface Served {
  readonly browser: TestBrowser;
  readonly url: string;
}

/** In which language, on how wide a screen. */
interface Reading {
  readonly language: Language;
  readonly width: number;
}

/** What somebody does on the pages, by the words of their language. */
export function stepsOf(served: () => Served, { language, width }: Reading) {
  const say = words(language);

  async function visit(member: Member | undefined, path: string): Promise<Visitor> {
    const { browser, url } = served();
    const visitor = await browser.visitor(url, { language, width });
    if (member !== undefined) await signInByKey(visitor, member.client.key ?? '');
    await visitor.page.goto(path);
    await visitor.page.locator('h1').waitFor();
    return visitor;
  }

  async function faultless(visitor: Visitor): Promise<void> {
    expect([visitor.complaints, await visitor.violations()]).toEqual([[], []]);
    const overflow = await visitor.page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
  }

  /** Of the page as it is, where somebody wants to look at it: `SHOTS=<folder>`. */
  async function shoot(visitor: Visitor, name: string): Promise<void> {
    const folder = process.env['SHOTS'];
    if (folder === undefined) return;
    await visitor.page.screenshot({ path: `${folder}/${name}-${language}.png`, fullPage: true });
  }

  const press = (within: Page | Locator, name: string) => within.getByRole('button', { name }).first().click();
  const textOf = (within: Page | Locator, label: string) => within.getByRole('textbox', { name: label });

  /** Part by part, in the order of both languages. */
  async function pickDay(form: Locator, label: string, day: string): Promise<void> {
    const [year, month, date] = day.split('-').map(Number);
    const field = form.locator('.field').filter({ has: form.page().getByText(label) });
    await field.getByRole('spinbutton').first().click();
    for (const part of [date, month, year]) await form.page().keyboard.type(String(part).padStart(2, '0'));
  }

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
