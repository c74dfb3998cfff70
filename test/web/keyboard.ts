import type { Locator, Page } from 'playwright-core';

const FARTHEST = 400;

/** Presses Tab until what is looked for has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < FARTHEST; pressed += 1) {
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${FARTHEST} presses of Tab do not lead to ${target.toString()}.`);
}
