import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { projectRoot } from '@maillage/platform';
import { LANGUAGES, type Language } from '../../apps/web/i18n/language-list.js';

const resolve = createRequire(import.meta.url).resolve;

/** Pages are given time generously: a loaded machine must not fail what only takes longer there. */
const PATIENCE_MS = 120_000;

const MISSING =
  'The tests of the pages need Chromium and found none on the PATH. Install it (Debian: apt-get install chromium-headless-shell; ' +
  'macOS: brew install --cask chromium), or set TEST_CHROMIUM to the program of one.';

/** Chromium must not look for its own servers: the tests work on machines without a network. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** The system's own; Playwright would fetch one otherwise. One without a window first: it takes half of the work. */
function chromiumPath(): string {
  const named = process.env['TEST_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  const mac = '/Applications/Chromium.app/Contents/MacOS/Chromium';
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const places = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  const found = [...places, mac].find((path) => existsSync(path));
  if (found === undefined) throw new Error(MISSING);
  return found;
}

const WEB = join(projectRoot, 'apps', 'web');
const BUILT = join(projectRoot, 'node_modules', '.cache', 'pages');

/** The folder with the pages as they are in the sources now: built by Vite, once for all suites that look at them. */
export async function buildPages(): Promise<string> {
  const folder = join(BUILT, await fingerprint());
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js');
  // A process of its own: Jest's modules and Vite's would get in each other's way.
  await promisify(execFile)(process.execPath, [vite, 'build', WEB, '--outDir', unfinished, '--logLevel', 'error'], {
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
  }).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  });
  // Whole, as another suite may be at it too; whoever comes second has built the same.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  return folder;
}

/** Of all that the pages are built from. */
async function fingerprint(): Promise<string> {
  const entries = await readdir(WEB, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const hash = createHash('sha256');
  for (const file of [...files.sort(), join(projectRoot, 'package-lock.json')]) {
    hash.update(`${file}\n`).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 32);
}

export interface VisitorOptions {
  readonly language?: Language;
  /** In CSS pixels. */
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** Somebody with a browser of their own: own cookies, own language, one page. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console and the page complained of since it was opened. */
  readonly complaints: readonly string[];
  /** Bodies of the GraphQL requests sent, in order. */
  readonly operations: readonly string[];
  /**
   * What axe finds wrong on the page as it is: rule, and where. Empty for nothing.
   * @param but rules that are left out
   */
  violations(but?: readonly string[]): Promise<readonly string[]>;
  leave(): Promise<void>;
}

export interface TestBrowser {
  visitor(url: string, options?: VisitorOptions): Promise<Visitor>;
  close(): Promise<void>;
}

export async function openBrowser(): Promise<TestBrowser> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: QUIET });
  const axe = await readFile(resolve('axe-core/axe.min.js'), 'utf8');
  return {
    visitor: (url, options = {}) => visitor(browser, axe, url, options),
    close: () => browser.close(),
  };
}

async function visitor(browser: Browser, axe: string, url: string, options: VisitorOptions): Promise<Visitor> {
  const { language = 'en', width = 1280, colorScheme = 'light' } = options;
  const settings: BrowserContextOptions = {
    baseURL: url,
    locale: LANGUAGES[language].locale,
    timezoneId: 'Europe/Paris',
    viewport: { width, height: 900 },
    colorScheme,
    // What moves while it is looked at can be neither judged nor clicked.
    reducedMotion: 'reduce',
  };
  const context = await browser.newContext(settings);
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const complaints: string[] = [];
  const operations: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    if (request.method() === 'POST' && new URL(request.url()).pathname === '/graphql') {
      operations.push(request.postData() ?? '');
    }
  });
  return {
    page,
    context,
    complaints,
    operations,
    violations: (but) => violations(page, axe, but),
    leave: () => context.close(),
  };
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
  }[];
}

async function violations(page: Page, axe: string, but: readonly string[] = []): Promise<readonly string[]> {
  // By the debugger and not as an element of the page, whose policy forbids scripts from elsewhere.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe);
  const rules = Object.fromEntries(but.map((rule) => [rule, { enabled: false }]));
  const options = JSON.stringify({ resultTypes: ['violations'], rules });
  const results: AxeResults = await page.evaluate(`axe.run(document, ${options})`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
