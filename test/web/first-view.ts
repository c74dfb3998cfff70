import type { TestBrowser } from './browser.js';

/** What a page costs whoever opens it first, with nothing in the browser's cache. Times in milliseconds from navigation. */
export interface FirstView {
  /** Scripts and all there is, in bytes as transferred: compressed, with headers. */
  readonly scriptBytes: number;
  readonly bytes: number;
  readonly graphqlRequests: number;
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** When the mission's heading and its timeline were drawn. */
  readonly usable: number;
  /** For how long in all the page could not have answered a press: what tasks after the first paint took beyond 50 ms. */
  readonly blocked: number;
}

// Runs before any script of the page; what it asks for, browsers buffer.
const WATCH = `(() => {
  const seen = (window.firstView = { largestPaint: 0, tasks: [], usable: undefined });
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (seen.largestPaint = entry.startTime)))
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => seen.tasks.push(...list.getEntries()))
    .observe({ type: 'longtask', buffered: true });
  const changes = new MutationObserver(() => {
    if (document.querySelector('.timeline > li') === null || document.querySelector('main h1') === null) return;
    changes.disconnect();
    // The frame after the one in which it is drawn.
    requestAnimationFrame(() => requestAnimationFrame(() => (seen.usable = performance.now())));
  });
  changes.observe(document, { childList: true, subtree: true });
})()`;

const READ = `(() => {
  const { largestPaint, tasks, usable } = window.firstView;
  const [{ transferSize: own }] = performance.getEntriesByType('navigation');
  const firstPaint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
  const fetched = performance.getEntriesByType('resource').map(({ name, transferSize }) => [new URL(name).pathname, transferSize]);
  const sum = (sizes) => sizes.reduce((total, [, size]) => total + size, 0);
  const blocked = tasks
    .filter(({ startTime, duration }) => startTime + duration > firstPaint)
    .reduce((total, { duration }) => total + duration - 50, 0);
  const scriptBytes = sum(fetched.filter(([path]) => path.endsWith('.js')));
  return { scriptBytes, bytes: own + sum(fetched), firstPaint, largestPaint, usable, blocked };
})()`;

/** @param path of a mission's page, with something in its timeline. */
export async function firstView(browser: TestBrowser, url: string, path: string): Promise<FirstView> {
  const visitor = await browser.visitor(url);
  const { page, operations } = visitor;
  await page.addInitScript(WATCH);
  await page.goto(path);
  await page.locator('.timeline > li').first().waitFor();
  // Whatever is still fetched counts as well.
  await page.waitForLoadState('networkidle');
  const read: Omit<FirstView, 'graphqlRequests'> = await page.evaluate(READ);
  await visitor.leave();
  return { ...read, graphqlRequests: operations.length };
}
