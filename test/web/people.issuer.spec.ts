import { afterAll, describe, expect, it } from '@jest/globals';
import { Issuer } from '../api/session.issuer.js';
import { freePort } from '../harness/ports.js';
import type { Visitor } from './browser.js';
import { READINGS, servePages } from './served.js';
import { faultless, stepsOf } from './steps.js';
import { words } from './words.js';

const issuer = new Issuer();
const pages = servePages(async () => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  return { env: { ...(await issuer.open(address)), PORT: String(port), PUBLIC_URL: address } };
});
afterAll(() => {
  issuer.close();
});

describe.each(READINGS)('Whoever has an account at an issuer, at a screen of $width pixels in $language', (reading) => {
  const say = words(reading.language);
  const { shoot } = stepsOf(pages, reading);
  const press = ({ page }: Visitor, name: string) => page.getByRole('button', { name, exact: true }).click();

  /** At the issuer's own pages, and back. */
  async function agrees({ page }: Visitor, name: string): Promise<void> {
    await page.locator('input[name="login"]').fill(name);
    await page.locator('input[name="password"]').fill('x');
    await page.locator('button[type="submit"]').click();
    await page.locator('form input[value="consent"]').waitFor({ state: 'attached' });
    await page.locator('button[type="submit"]').click();
  }

  it('signs in, lands on the desk of the organisation that it claims, links another account and unlinks it', async () => {
    const organisation = await pages.served.registerOrganisation(`Les Amis ${reading.language}`);
    const [first, second] = [`ana-${reading.language}`, `bea-${reading.language}`];
    issuer.says(first, () => ({ maillage_organisation: organisation.id }));
    const one = await pages.visitor(reading);
    // What the issuer's own pages would fetch from elsewhere.
    await one.context.route(/^https:/, (route) => route.fulfill({ contentType: 'text/css', body: '' }));
    await one.page.goto('/sign-in');
    await one.page.getByRole('link', { name: say('signIn.oidc.send') }).click();
    await agrees(one, first);
    await one.page.getByRole('heading', { level: 1, name: /./ }).waitFor();
    await one.page.waitForURL(/\/(|desk\/.+)$/);
    await one.page.getByText(`Les Amis ${reading.language}`).first().waitFor();

    await one.page.goto('/me');
    await one.page.getByRole('button', { name: say('me.account.link') }).waitFor();
    await faultless(one);
    await one.context.clearCookies({ domain: '127.0.0.1', name: /^_(session|interaction)/ });
    await press(one, say('me.account.link'));
    await agrees(one, second);
    await one.page.getByText(say('me.account.linked')).waitFor();
    expect(new URL(one.page.url()).hash).toBe('');
    await faultless(one);
    await shoot(one, `accounts-${reading.language}`);
    await one.page.getByRole('button', { name: new RegExp(`${second}$`) }).click();
    await one.page.getByRole('button', { name: new RegExp(`${second}$`) }).waitFor({ state: 'detached' });
    expect(one.complaints).toEqual([]);
    await one.leave();
  });
});
