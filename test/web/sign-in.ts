import { expect } from '@jest/globals';
import type { Visitor } from './browser.js';

/** Signs a visitor in as whoever holds an access key, as the sign-in page would. */
export async function signInByKey({ page }: Visitor, key: string): Promise<void> {
  await page.goto('/search');
  const body = JSON.stringify({ key });
  const status: number = await page.evaluate(
    `fetch('/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(body)} })
      .then(({ status }) => status)`,
  );
  expect(status).toBe(204);
}
