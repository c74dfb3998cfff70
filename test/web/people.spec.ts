import { describe, expect, it } from '@jest/globals';
import type { Visitor } from './browser.js';
import { READINGS, servePages } from './served.js';
import { faultless } from './steps.js';
import { words } from './words.js';

const LINK = 'a[href*="#token="]';

const pages = servePages();

describe.each(READINGS)('A person at a screen of $width pixels in $language', ({ language, width }) => {
  const say = words(language);

  async function asks(visitor: Visitor, address: string): Promise<void> {
    const { page } = visitor;
    await page.goto('/sign-in');
    await page.getByRole('textbox', { name: say('signIn.mail.label') }).fill(address);
    await page.getByRole('button', { name: say('signIn.mail.send') }).click();
    await page.getByRole('textbox', { name: say('signIn.code.label') }).waitFor();
  }

  const press = ({ page }: Visitor, name: string) => page.getByRole('button', { name, exact: true }).click();
  const shown = ({ page }: Visitor, text: string) => page.getByText(text).first().waitFor();

  it('signs in by a mail, is the first of her organisation, invites another, and is erased', async () => {
    const name = `Les Jardins ${language}`;
    const organisation = await pages.served.registerOrganisation(name);
    const [first, second] = [await pages.visitor({ language, width }), await pages.visitor({ language, width })];

    await asks(first, `first.${language}@example.org`);
    await faultless(first);
    const mails = await first.context.newPage();
    // What is sent after the answer may take a moment.
    await mails.goto('/mail');
    while ((await mails.locator(LINK).count()) === 0) await mails.reload();
    const link = await mails.locator(LINK).first().getAttribute('href');
    await mails.close();

    await first.page.goto(link ?? '');
    await first.page.reload();
    await press(first, say('signIn.link.send', { address: 'f…@e….org' }));
    await first.page.waitForURL('**/me');
    await first.page.getByRole('textbox', { name: say('me.name') }).fill('Marie Dupont');
    await press(first, say('me.save'));
    await shown(first, say('me.saved'));
    await first.page.getByLabel(say('signIn.key.label')).fill(organisation.key);
    await press(first, say('me.firstSeat.send'));
    await first.page.getByRole('link', { name: say('me.toSeats', { organisation: name }) }).waitFor();
    await faultless(first);

    await press(first, say('me.actFor', { organisation: name }));
    await first.page.waitForURL(`**/desk/${organisation.globalId}`);
    await first.page.locator('.acting-for').getByRole('link', { name }).waitFor();

    await first.page.goto(`/seats/${organisation.globalId}`);
    const colleague = `second.${language}@example.org`;
    await first.page.getByRole('textbox', { name: say('seats.invite.address') }).fill(colleague);
    await press(first, say('seats.invite.send'));
    await shown(first, say('seats.invite.sent', { address: colleague }));
    await faultless(first);

    await asks(second, colleague);
    const code = await codeFor(first, colleague);
    await second.page
      .getByRole('textbox', { name: say('signIn.code.label') })
      .fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await second.page.keyboard.press('Enter');
    await second.page.waitForURL('**/me');
    await press(second, say('me.accept', { organisation: name }));
    await press(second, say('me.actFor', { organisation: name }));
    await second.page.locator('.acting-for').getByRole('link', { name }).waitFor();
    expect(second.complaints).toEqual([]);
    await second.leave();

    await first.page.goto('/me');
    await press(first, say('me.erase'));
    await press(first, say('me.eraseNow'));
    await first.page.getByRole('link', { name: say('nav.signIn'), exact: true }).waitFor();
    expect(first.complaints).toEqual([]);
    await first.leave();
  });

  /** Of the last mail to it; she looks for it in the window of another. */
  async function codeFor({ context }: Visitor, address: string): Promise<string> {
    const mails = await context.newPage();
    for (;;) {
      await mails.goto('/mail');
      const article = mails
        .locator('article')
        .filter({ hasText: address })
        .filter({ has: mails.locator(LINK) });
      if ((await article.count()) > 0) {
        const [, code = ''] =
          /(\d{6})(?!.*\d{6})/s.exec((await article.first().textContent())?.replace(/token=\S+/g, '') ?? '') ?? [];
        await mails.close();
        return code;
      }
    }
  }
});
