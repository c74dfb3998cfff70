import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '@maillage/platform';
import type { Language } from '../../apps/web/i18n/language-list.js';
import { openBrowser, type TestBrowser, type Visitor } from '../web/browser.js';
import { signInOn } from '../web/sign-in.js';
import { patchFiles, purposeOf, type PatchFile } from './patch-files.js';
import { applyPatch, scratchCopy, type Finished, type ScratchCopy } from './scratch-copy.js';
import { startScratch, type ScratchServer } from './scratch-server.js';

const EVENT = 'infra/docs/walkthroughs/adding-an-event.patch';
const SLICE = 'infra/docs/walkthroughs/adding-a-slice.patch';
// Types, pages and specs of a whole copy: minutes on a machine that does other work beside.
const RUNS_WITHIN_MS = 1_200_000;

/** Segments of the fixture log are recorded from their commands. */
const GENERATED = /(^|\/)generated\/|^test\/fixtures\/log\/900\d-[a-z-]+\.jsonl$/;

/** What runs, without the tests but those that the walk-throughs bring: checking all of them would take as long again. */
const PRODUCT = {
  extends: '../../tsconfig.json',
  compilerOptions: { noEmit: true },
  include: ['../../apps', '../../libs', '../../infra'],
  exclude: ['../../apps/web', '../../**/*.spec.ts'],
};

const STEPS = {
  types: ['node_modules/typescript/bin/tsc', '-p', 'node_modules/.cache/product.json'],
  'types of the pages': ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'apps/web'],
  imports: [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    'apps',
    'libs',
    '--config',
    '.dependency-cruiser.cjs',
    '--preserve-symlinks',
  ],
  tidiness: ['test/harness/compiled.js', 'infra/tooling/tidy.ts'],
  specs: [
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    'unit',
    '--maxWorkers',
    '1',
    '--runTestsByPath',
    'libs/slices/directory/organisation/organisation.spec.ts',
    'libs/slices/directory/organisation/renaming.spec.ts',
    'libs/slices/gatherings/gathering/gathering.spec.ts',
    'apps/web/i18n/messages.spec.ts',
  ],
} as const;
type Step = keyof typeof STEPS;

let scratch: ScratchCopy;
let server: ScratchServer;
let browser: TestBrowser;
const finished = new Map<Step, Finished>();
const closers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  scratch = await scratchCopy();
  closers.push(() => scratch.remove());
  for (const patch of [EVENT, SLICE]) await scratch.apply(patch);
  const generated = await scratch.node('test/harness/compiled.js', 'infra/tooling/generate.ts');
  if (generated.code !== 0) throw new Error(`npm run generate, with what is added:\n${generated.output}`);
  const specs = [...(await patchFiles(EVENT)), ...(await patchFiles(SLICE))]
    .filter(({ path }) => path.endsWith('.spec.ts'))
    .map(({ path }) => `../../${path}`);
  await mkdir(join(scratch.root, 'node_modules/.cache'), { recursive: true });
  await writeFile(join(scratch.root, 'node_modules/.cache/product.json'), JSON.stringify({ ...PRODUCT, files: specs }));
  // Two at a time, as there are cores.
  await Promise.all([
    checked(['types', 'specs']),
    built().then(() => checked(['imports', 'types of the pages', 'tidiness'])),
  ]);
}, RUNS_WITHIN_MS);
afterAll(async () => {
  for (const close of closers.reverse()) await close();
}, RUNS_WITHIN_MS);

async function checked(names: readonly Step[]): Promise<void> {
  for (const name of names) finished.set(name, await scratch.node(...STEPS[name]));
}

async function built(): Promise<void> {
  const pages = await scratch.node('node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'error');
  if (pages.code !== 0) throw new Error(`The pages, with what is added, are not built:\n${pages.output}`);
  server = await startScratch(scratch.root);
  closers.push(() => server.stop());
  browser = await openBrowser();
  closers.push(() => browser.close());
}

const paths = (files: readonly PatchFile[]) => files.map(({ path }) => path);
const of = (files: readonly PatchFile[], purpose: ReturnType<typeof purposeOf>) =>
  files.filter((file) => purposeOf(file) === purpose);

/** The rows of the table in which a walk-through's document says what it takes. */
async function countedIn(document: string): Promise<readonly string[]> {
  const text = await readFile(join(projectRoot, 'infra/docs', document), 'utf8');
  return text.split('\n').filter((line) => /^\| .* \| \d+ \|$/.test(line));
}

describe('Adding an event with its command', () => {
  it('takes four files for the API, two for the page, and two that prove it', async () => {
    const files = await patchFiles(EVENT);
    expect(paths(of(files, 'API')).length).toBeLessThanOrEqual(4);
    expect(paths(of(files, 'page')).length).toBeLessThanOrEqual(2);
    expect(await countedIn('adding-an-event.md')).toEqual([
      `| for the API | ${of(files, 'API').length} |`,
      `| for the page | ${of(files, 'page').length} |`,
      `| that prove it: a spec, and a line of the fixture log | ${of(files, 'proof').length} |`,
    ]);
  });

  it('gives the API a mutation that records it, and refuses in the words of its rule', async () => {
    const choir = await server.register('Chorale');
    const rename = (name: string) =>
      server.ask(
        `mutation ($input: RenameOrganisationInput!) {
          renameOrganisation(input: $input) {
            ... on OrganisationRecorded { organisation { name } receipt { events { type } } }
            ... on RenameOrganisationRefused { code path }
          }
        }`,
        { input: { commandId: randomUUID(), organisationId: choir.id, name, reason: 'There are two of us.' } },
        choir.key,
      );
    expect(await rename('Chorale de Rivemont')).toEqual({
      renameOrganisation: {
        organisation: { name: 'Chorale de Rivemont' },
        receipt: { events: [{ type: 'OrganisationRenamed' }] },
      },
    });
    expect(await rename('Chorale de Rivemont')).toEqual({
      renameOrganisation: { code: 'SAME_NAME', path: ['name'] },
    });
    const { organisations } = await server.ask('{ organisations(search: "Rivemont") { nodes { id name } } }', {});
    expect(organisations.nodes).toEqual([{ id: choir.id, name: 'Chorale de Rivemont' }]);
  });

  it('gives the organisation’s page a form for it, in both languages', async () => {
    const workshop = await server.register('Workshop');
    const visitor = await signedIn(workshop.key, 'en');
    const { page } = visitor;
    await page.goto(`/organisations/${workshop.id}`);
    await page.getByRole('button', { name: 'Change its name' }).click();
    await page.getByLabel('What it is called from here on').fill('Workshop of the Hill');
    await page.getByLabel('Why it changes').fill('There is another one by the river.');
    expect(await visitor.violations()).toEqual([]);
    await page.locator('form').getByRole('button', { name: 'Change the name' }).click();
    await page.getByRole('heading', { level: 1, name: 'Workshop of the Hill' }).waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();

    const french = await signedIn(workshop.key, 'fr');
    await french.page.goto(`/organisations/${workshop.id}`);
    await french.page.getByRole('button', { name: 'Changer son nom' }).click();
    await french.page.getByLabel('Comment elle s’appelle désormais').fill('Workshop of the Hill');
    await french.page.getByLabel('Pourquoi ce nom change').fill('Pour rien.');
    await french.page.locator('form').getByRole('button', { name: 'Changer le nom' }).click();
    await french.page.getByRole('alert').getByText('L’organisation s’appelle déjà ainsi').waitFor();
    await french.leave();
  });
});

describe('Adding a slice with an aggregate, a view, a list, a mutation and a page', () => {
  it('takes twelve files written by hand, a line for the host and a line for the route', async () => {
    const files = await patchFiles(SLICE);
    const made = files.filter(({ isNew }) => isNew);
    expect(paths(made).length).toBeLessThanOrEqual(12);
    expect(await countedIn('adding-a-slice.md')).toEqual([
      `| for the API | ${of(made, 'API').length} |`,
      `| for the page | ${of(made, 'page').length} |`,
      `| that prove it: a spec, and a line of the fixture log | ${of(made, 'proof').length} |`,
      '| lines in `apps/host/slices.ts` | 1 |',
      '| lines in `apps/web/shell/routes.ts` | 1 |',
    ]);
    expect(files.filter(({ isNew }) => !isNew)).toEqual([
      { path: 'apps/host/slices.ts', isNew: false, added: 1, removed: 0 },
      { path: 'apps/web/shell/routes.ts', isNew: false, added: 1, removed: 0 },
    ]);
  });

  it('edits no file of another slice', async () => {
    const others = /^(libs\/slices|apps\/web\/pages)\/(?!gatherings\/)/;
    expect(paths(await patchFiles(SLICE)).filter((path) => others.test(path))).toEqual([]);
  });

  it('gives the API its mutation, its node and its list', async () => {
    const choir = await server.register('Choir');
    const announce = (heldOn: string) =>
      server.ask(
        `mutation ($input: AnnounceGatheringInput!) {
          announceGathering(input: $input) {
            ... on GatheringRecorded { gathering { id title host { name } } }
            ... on AnnounceGatheringRefused { code path }
          }
        }`,
        { input: { commandId: randomUUID(), title: 'Open rehearsal', place: 'The old school', heldOn } },
        choir.key,
      );
    const { gathering } = (await announce('2999-03-21')).announceGathering;
    expect(gathering).toEqual({ id: expect.any(String), title: 'Open rehearsal', host: { name: 'Choir' } });
    expect((await announce('2020-03-21')).announceGathering).toEqual({ code: 'HELD_IN_THE_PAST', path: ['heldOn'] });
    const found = await server.ask(
      `query ($host: ID!, $id: ID!) {
        organisation(id: $host) { gatherings { totalCount nodes { id heldOn } } }
        node(id: $id) { ... on Gathering { place } }
      }`,
      { host: choir.id, id: gathering.id },
    );
    expect(found).toEqual({
      organisation: { gatherings: { totalCount: 1, nodes: [{ id: gathering.id, heldOn: '2999-03-21' }] } },
      node: { place: 'The old school' },
    });
  });

  it('gives it a page, where a member announces a gathering and the public finds it', async () => {
    const school = await server.register('School');
    const visitor = await signedIn(school.key, 'en');
    const { page } = visitor;
    await page.goto(`/organisations/${school.id}/gatherings`);
    await page.getByRole('button', { name: 'Announce a gathering' }).click();
    await page.getByLabel('What it is called').fill('Open doors');
    await page.getByLabel('Where it is held').fill('Behind the yard');
    await page.getByRole('spinbutton').first().click();
    await page.keyboard.type('21032999');
    expect(await visitor.violations()).toEqual([]);
    await page.locator('form').getByRole('button', { name: 'Announce it' }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Open doors' })
      .getByText('21 March 2999, Behind the yard')
      .waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();

    const reader = await browser.visitor(server.url, { language: 'fr', width: 375 });
    await reader.page.goto(`/organisations/${school.id}/gatherings`);
    await reader.page.getByRole('heading', { level: 1, name: 'Réunions ouvertes' }).waitFor();
    await reader.page.getByText('21 mars 2999, Behind the yard').waitFor();
    expect(await reader.page.getByRole('button', { name: 'Annoncer une réunion' }).count()).toBe(0);
    expect(await reader.violations()).toEqual([]);
    await reader.leave();
  });
});

describe('With what both add', () => {
  it.each(Object.keys(STEPS) as Step[])('the check of %s passes', (name) => {
    const { code, output } = finished.get(name) ?? { code: undefined, output: 'It was not run.' };
    // What it said, where it failed.
    expect(code === 0 ? '' : output).toBe('');
  });

  it('nothing changes but what is written by hand and what is generated', async () => {
    const written = new Set([...paths(await patchFiles(EVENT)), ...paths(await patchFiles(SLICE))]);
    const changed = await scratch.changed();
    expect(changed).toEqual(expect.arrayContaining([...written, 'infra/generated/schema.graphql']));
    expect(changed.filter((path) => !written.has(path) && !GENERATED.test(path))).toEqual([]);
    expect([...written].filter((path) => GENERATED.test(path))).toEqual([]);
  });
});

describe('A patch that no longer fits', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'maillage-stale-'));
    for (const file of ['apps/host/slices.ts', 'apps/web/shell/routes.ts']) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      const text = await readFile(join(projectRoot, file), 'utf8');
      await writeFile(join(folder, file), file.endsWith('routes.ts') ? '// Routes are elsewhere now.\n' : text);
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('says which hunk fails, and how to renew it', async () => {
    const applied = applyPatch(folder, SLICE);
    await expect(applied).rejects.toThrow(
      /routes\.ts with 1 reject[\s\S]*Rejected hunk #1[\s\S]*walkthroughs\/README\.md/,
    );
  });
});

/** Somebody who acts for the organisation of a key. */
async function signedIn(key: string, language: Language): Promise<Visitor> {
  const visitor = await browser.visitor(server.url, { language });
  await visitor.page.goto('/search');
  await signInOn(visitor.page, { key });
  return visitor;
}
