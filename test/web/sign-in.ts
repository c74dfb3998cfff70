import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Visitor } from './browser.js';

const KEPT_AS = 'maillage.actingFor';

interface Opened {
  readonly seats: readonly [string];
}

/** Signs a visitor in as whoever holds an access key, as the sign-in page would; no page is opened for it. */
export async function signInByKey({ context }: Pick<Visitor, 'context'>, key: string): Promise<void> {
  const headers = { 'sec-fetch-site': 'same-origin' };
  const response = await context.request.post('/session', { data: { key }, headers });
  expect(response.status()).toBe(200);
  const { seats } = (await response.json()) as Opened;
  // Once in each tab: what is chosen there later stays.
  const once = JSON.stringify(`test.${randomUUID()}`);
  await context.addInitScript(`try {
    if (sessionStorage.getItem(${once}) === null) {
      sessionStorage.setItem(${once}, '');
      sessionStorage.setItem('${KEPT_AS}', '${seats[0]}');
      localStorage.setItem('${KEPT_AS}', '${seats[0]}');
    }
  } catch {}`);
}

/** Signs in by a key or as a persona on a page that is open, as the sign-in page would; pages opened afterwards act so. */
export async function signInOn(page: Page, by: { readonly key: string } | { readonly persona: string }): Promise<void> {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(by) };
  const status: number = await page.evaluate(
    `fetch('/session', ${JSON.stringify(request)}).then(async (answer) => {
      const { seats } = await answer.json();
      try {
        for (const storage of [sessionStorage, localStorage]) storage.setItem('${KEPT_AS}', seats[0]);
      } catch {}
      return answer.status;
    })`,
  );
  expect(status).toBe(200);
}
