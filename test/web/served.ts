import { afterAll, beforeAll } from '@jest/globals';
import { startTestApi, type TestApi, type TestApiOptions } from '../harness/api.js';
import { buildPages, openBrowser, type TestBrowser, type Visitor, type VisitorOptions } from './browser.js';
import { startCoalition, type Coalition } from './coalition.js';
import type { Language } from './words.js';

/** In which language somebody reads, on how wide a screen, in CSS pixels. */
export interface Reading {
  readonly language: Language;
  readonly width: number;
}

/** Each journey is gone once in each language; what it shows is looked at in the other's width as well, see `faultless`. */
export const READINGS: readonly Reading[] = [
  { language: 'en', width: 1280 },
  { language: 'fr', width: 375 },
];

/** The same crossed, for some of the journeys: between them, each language is acted in on each width. */
export const CROSSED: readonly Reading[] = [
  { language: 'fr', width: 1280 },
  { language: 'en', width: 375 },
];

/** What a file's tests look at: there once its first hook has run. */
export interface Opened<Served> {
  readonly served: Served;
  readonly browser: TestBrowser;
  visitor(options?: VisitorOptions): Promise<Visitor>;
}

type ServeOptions = Omit<TestApiOptions, 'pagesFolder'>;

/**
 * The pages over a ledger of their own, for all tests of a file.
 * @param options a function where they are known only once something else is up.
 */
export function servePages(options: ServeOptions | (() => Promise<ServeOptions>) = {}): Opened<TestApi> {
  return opened(
    async () => {
      const known = typeof options === 'function' ? await options() : options;
      return startTestApi({ ...known, pagesFolder: await buildPages() });
    },
    (api) => api,
  );
}

/** The same with the fictional coalition in the ledger. */
export function serveCoalition(language?: Language): Opened<Coalition> {
  return opened(
    () => startCoalition(language),
    ({ api }) => api,
  );
}

function opened<Served extends { readonly close: () => Promise<void> }>(
  start: () => Promise<Served>,
  apiOf: (served: Served) => TestApi,
): Opened<Served> {
  let served: Served;
  let browser: TestBrowser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([start(), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });
  return {
    get served() {
      return served;
    },
    get browser() {
      return browser;
    },
    visitor: (options) => browser.visitor(apiOf(served).url, options),
  };
}
