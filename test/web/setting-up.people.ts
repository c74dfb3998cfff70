import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Mailbox, ReceivedMail } from '../api/people.mailbox.js';
import type { Visitor } from './browser.js';
import { counted, type Done } from './counted.js';
import { tabTo } from './keyboard.js';
import { faultless } from './steps.js';
import type { words } from './words.js';

/** Of a word, with the blank behind it: by this, forty words a minute are so many letters. */
const LETTERS_A_WORD = 5;

/** How fast people type, in words a minute; all at once unless told. */
const TYPING = Number(process.env['TYPING'] ?? 0);

/** In so many steps, at the most, each is to be done. */
const MOST_STEPS = {
  'sign in': 3,
  'accept an invitation': 3,
  register: 3,
  'invite twenty': 3,
  'contribute with a photograph': 4,
} as const;
type Task = keyof typeof MOST_STEPS;

/** Somebody who signs in by mail and finds her way by the words on the pages. */
export class Newcomer {
  private read = 0;
  /** When she opened the first page, in milliseconds of the machine's clock. */
  readonly came = performance.now();
  private readonly taken = new Map<Task, number>();

  private constructor(
    readonly visitor: Visitor,
    readonly address: string,
    private readonly mailbox: Mailbox,
    readonly say: ReturnType<typeof words>,
    /** Whether she has no mouse: she then goes from field to field by Tab. */
    private readonly byKeyboard: boolean,
    readonly done: Readonly<Done>,
  ) {}

  static async come(
    visitor: Visitor,
    address: string,
    mailbox: Mailbox,
    say: ReturnType<typeof words>,
    byKeyboard = false,
  ): Promise<Newcomer> {
    return new Newcomer(visitor, address, mailbox, say, byKeyboard, await counted(visitor.context));
  }

  get page(): Page {
    return this.visitor.page;
  }

  /** Does something, or a part of it, and holds that all of it takes her no more steps than it is to. */
  async takes(task: Task, work: () => Promise<void>): Promise<void> {
    const before = this.done.steps;
    await work();
    const steps = this.done.steps - before;
    expect(steps).toBeGreaterThan(0);
    const all = (this.taken.get(task) ?? 0) + steps;
    this.taken.set(task, all);
    expect({ task, steps: Math.max(all, MOST_STEPS[task]) }).toEqual({ task, steps: MOST_STEPS[task] });
  }

  /** In how many steps she did each. */
  get steps(): string {
    return [...this.taken].map(([task, steps]) => `${task} ${steps}`).join(', ');
  }

  /** The first mail to her that says so, of those not read yet. */
  async mail(saying: string): Promise<ReceivedMail> {
    for (;;) {
      const mail = await this.mailbox.wait(this.address, (this.read += 1));
      if (mail.text.includes(saying)) return mail;
    }
  }

  async press(name: string, within: Page | Locator = this.page): Promise<void> {
    await this.act(within.getByRole('button', { name, exact: true }).first());
  }

  async follow(name: string): Promise<void> {
    await this.act(this.page.locator('main').getByRole('link', { name, exact: true }).first());
  }

  /** What a button without a form of its own opens: `what` is its name, before what it is about. */
  async open(what: string, within: Page | Locator = this.page): Promise<void> {
    await this.act(within.getByRole('button', { name: what }).first());
  }

  async type(field: Locator, text: string): Promise<void> {
    await field.waitFor();
    if (this.byKeyboard) await tabTo(this.page, field);
    if (TYPING > 0 || this.byKeyboard) {
      await field.pressSequentially(text, TYPING > 0 ? { delay: 60_000 / (TYPING * LETTERS_A_WORD) } : {});
    } else {
      await field.fill(text);
    }
  }

  /** From somewhere else: nobody types it here. */
  async pastes(field: Locator, text: string): Promise<void> {
    await field.fill(text);
  }

  /** By the button of a field for files. */
  async chooses(field: Locator, files: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
    const asked = this.page.waitForEvent('filechooser');
    await field.click();
    await (await asked).setFiles(files);
  }

  /** Of a field that is drawn as a list: one by one, without a mouse. */
  async choose(field: Locator, label: string): Promise<void> {
    await field.waitFor();
    if (!this.byKeyboard) {
      await field.selectOption({ label });
      return;
    }
    await tabTo(this.page, field);
    // What has the focus is the list.
    const ask = <Answer>(what: string) => this.page.evaluate<Answer>(`document.activeElement.${what}`);
    const find = `options.length && [...document.activeElement.options].findIndex((each) => each.label === ${JSON.stringify(label)})`;
    const [to, from] = [await ask<number>(find), await ask<number>('selectedIndex')];
    for (let down = from; down < to; down += 1) await this.page.keyboard.press('ArrowDown');
    expect(await ask<string>('selectedOptions[0].label')).toBe(label);
  }

  /** A radio button or a box. */
  async tick(box: Locator): Promise<void> {
    await box.waitFor();
    if (!this.byKeyboard) {
      // What is clicked is drawn by its label.
      await box.check({ force: true });
      return;
    }
    await tabTo(this.page, box);
    await this.page.keyboard.press('Space');
  }

  textbox(name: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('textbox', { name });
  }

  async sees(text: string): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** Nothing to complain of on the page as it is, by axe, the console and the width. */
  async looks(): Promise<void> {
    await this.page.locator('main h1').waitFor();
    // Nobody waits for that who is timed.
    if (TYPING > 0) return;
    await faultless(this.visitor);
  }

  /** From the page to sign in, which she is on. */
  async signsInByCode(): Promise<void> {
    const code = await this.asksForMail();
    await this.looks();
    await this.type(this.textbox(this.say('signIn.code.label')), code);
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL((url) => url.pathname !== '/sign-in');
  }

  async signsInByLink(): Promise<void> {
    await this.page.goto('/sign-in');
    const { text } = await this.asked();
    const link = /https?:\S+#token=\S+/.exec(text)?.[0] ?? '';
    await this.page.goto(link);
    await this.page.reload();
    await this.looks();
    await this.act(this.page.getByRole('button', { name: this.say('signIn.link.send', { address: '' }).trim() }));
    await this.page.waitForURL('**/me');
  }

  /** Goes where only people may, is led to sign in, and is back. */
  async goes(path: string): Promise<void> {
    await this.page.goto(path);
    await this.page.waitForURL('**/sign-in?to=*');
    await this.signsInByCode();
    await this.page.locator('main h1').waitFor();
  }

  private async asksForMail(): Promise<string> {
    const { text } = await this.asked();
    return (
      /(?<!\d)(\d{3}) ?(\d{3})(?!\d)/
        .exec(text.replace(/token=\S+/g, ''))
        ?.slice(1)
        .join('') ?? ''
    );
  }

  private async asked(): Promise<ReceivedMail> {
    await this.type(this.textbox(this.say('signIn.mail.label')), this.address);
    await this.press(this.say('signIn.mail.send'));
    await this.textbox(this.say('signIn.code.label')).waitFor();
    return this.mail('#token=');
  }

  private async act(target: Locator): Promise<void> {
    await target.waitFor();
    if (!this.byKeyboard) {
      await target.click();
      return;
    }
    await tabTo(this.page, target);
    await this.page.keyboard.press('Enter');
  }
}
