import { expect } from '@jest/globals';
import type { Visitor } from './browser.js';

/** Signs a visitor in as whoever holds an access key, as the sign-in page would; no page is opened for it. */
export async function signInByKey({ context }: Visitor, key: string): Promise<void> {
  const headers = { 'sec-fetch-site': 'same-origin' };
  const response = await context.request.post('/session', { data: { key }, headers });
  expect(response.status()).toBe(204);
}
