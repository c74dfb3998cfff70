import { beforeAll, describe, expect, it } from '@jest/globals';
import { readGlobalId } from '@maillage/engine';
import type { ROUTES } from '../../apps/web/shell/routes.js';
import { buildPages, type Visitor } from './browser.js';
import { openProduction } from './production.js';
import { serveCoalition } from './served.js';
import { signInOn } from './sign-in.js';
import { words, type Language } from './words.js';

const LANDLORD = 'Rivemont Habitat';
const TENANTS = 'Union des locataires de Rivemont';

const pages = serveCoalition('fr');
/** An address of each route, and one where nothing is. */
let paths: Readonly<Record<keyof typeof ROUTES | 'nothing', string>>;

beforeAll(async () => {
  const [missionId, landlordId, tenantsId] = await Promise.all([
    pages.served.missionId(),
    pages.served.organisationId(LANDLORD),
    pages.served.organisationId(TENANTS),
  ]);
  const { data } = await pages.served.api.graphql(
    `query ($missionId: ID!, $landlordId: ID!) {
      mission(id: $missionId) { indicators(first: 1) { nodes { id } } }
      organisation(id: $landlordId) { commitments(part: PROMISOR, first: 1) { nodes { id } } }
    }`,
    { missionId, landlordId },
  );
  const commitmentId: string = data.organisation.commitments.nodes[0].id;
  const indicatorId: string = data.mission.indicators.nodes[0].id;
  paths = {
    '/': '/',
    '/missions/new': '/missions/new',
    '/missions/:id': `/missions/${missionId}`,
    '/organisations/new': '/organisations/new',
    '/organisations/:id': `/organisations/${landlordId}`,
    '/commitments/:id': `/commitments/${commitmentId}`,
    '/desk': '/desk',
    '/desk/:organisationId': `/desk/${tenantsId}`,
    '/review/:commitmentId/:reviewedId': `/review/${commitmentId}/${landlordId}`,
    '/record/commitment/:missionId': `/record/commitment/${missionId}`,
    '/record/contribution/:commitmentId': `/record/contribution/${commitmentId}`,
    '/indicators/:id': `/indicators/${indicatorId}`,
    '/record/indicator/:missionId': `/record/indicator/${missionId}`,
    '/record/measurement/:indicatorId': `/record/measurement/${indicatorId}`,
    '/evaluators': '/evaluators',
    '/search': '/search?q=logement',
    '/sign-in': '/sign-in',
    '/legal': '/legal',
    '/glossary': '/glossary',
    '/privacy': '/privacy',
    '/accessibility': '/accessibility',
    '/contact': '/contact',
    '/me': '/me',
    '/join': '/join',
    '/missions/:missionId/partners': `/missions/${missionId}/partners`,
    '/operator': '/operator',
    '/seats/:organisationId': `/seats/${tenantsId}`,
    '/keys/:organisationId': `/keys/${tenantsId}`,
    nothing: '/missions/nothing',
  };
});

/** To one’s own desk another page leads, which asks who is there. */
const REQUESTS: Readonly<Record<string, number>> = { '/desk': 2 };
/** What a console says where seats and keys are refused, which are for people who signed in as themselves. */
const FOR_PEOPLE_ALONE = 'the server responded with a status of 401';

async function loaded({ page }: Visitor, path: string): Promise<void> {
  await page.goto(path);
  // A busy machine may be silent for a while before the page asks for its data: the heading comes with them.
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
}

async function signedIn(visitor: Visitor): Promise<void> {
  const persona = await pages.served.organisationId(TENANTS);
  await loaded(visitor, '/search');
  await signInOn(visitor.page, { persona });
}

// axe takes most of the time: it sees every page in each language, width and theme, and not in each combination of them.
describe.each<{ language: Language; width: number; colorScheme: 'light' | 'dark'; examined: boolean }>([
  { language: 'en', width: 1280, colorScheme: 'dark', examined: true },
  { language: 'fr', width: 1280, colorScheme: 'light', examined: false },
  { language: 'en', width: 375, colorScheme: 'dark', examined: false },
  { language: 'fr', width: 375, colorScheme: 'light', examined: true },
])('given a member who reads in $language at $width pixels, in the $colorScheme theme', (options) => {
  it('every page loads its data in as few requests as may be, fits, has no accessibility violation and leaves the console empty', async () => {
    const visitor = await pages.visitor(options);
    await signedIn(visitor);
    for (const [what, path] of Object.entries(paths)) {
      const before = visitor.operations.length;
      await loaded(visitor, path);
      const found = {
        what,
        requests: visitor.operations.length - before,
        language: await visitor.page.evaluate('document.documentElement.lang'),
        tooWide: await visitor.page.evaluate('document.documentElement.scrollWidth > window.innerWidth'),
        headings: await visitor.page.locator('h1').count(),
        violations: options.examined ? await visitor.violations() : [],
        complaints: visitor.complaints.filter((each) => !each.includes(FOR_PEOPLE_ALONE)),
      };
      expect(found).toEqual({
        what,
        requests: REQUESTS[what] ?? 1,
        language: options.language,
        tooWide: false,
        headings: 1,
        violations: [],
        complaints: [],
      });
    }
    await visitor.leave();
  });
});

describe('given a mission’s page', () => {
  it('speaks the other language once it is chosen, and on the next visit', async () => {
    const visitor = await pages.visitor({ language: 'en' });
    await visitor.page.goto(paths['/missions/:id']);
    await visitor.page.getByRole('button', { name: 'Français' }).click();
    await visitor.page.getByText(words('fr')('footer.openData')).waitFor();
    await visitor.page.goto('/search');
    await visitor.page.getByText(words('fr')('footer.openData')).waitFor();
    await visitor.leave();
  });

  it('says so when the connection is lost, and catches up when it is back', async () => {
    const say = words('en');
    const visitor = await pages.visitor();
    await visitor.page.goto(paths['/missions/:id']);
    await visitor.page.locator('.timeline').waitFor();
    await visitor.context.setOffline(true);
    await visitor.page.getByText(say('lost.title')).waitFor();
    const asked = visitor.operations.length;
    await visitor.context.setOffline(false);
    await visitor.page.getByText(say('lost.back')).waitFor();
    // Asked anew by itself: nobody reloads the page.
    while (visitor.operations.length === asked) await visitor.page.waitForTimeout(50);
    await visitor.leave();
  });

  it('has a table for every chart', async () => {
    const say = words('en');
    const visitor = await pages.visitor();
    await visitor.page.goto(paths['/missions/:id']);
    const charts = visitor.page.locator('figure.chart');
    await charts.first().waitFor();
    const many = await charts.count();
    expect(many).toBeGreaterThan(3);
    for (let n = 0; n < many; n += 1) {
      await charts
        .nth(n)
        .getByRole('button', { name: say('chart.table') })
        .click();
      expect(await charts.nth(n).getByRole('row').count()).toBeGreaterThan(1);
    }
    expect(await visitor.violations()).toEqual([]);
    await visitor.leave();
  });
});

describe('given the pages in production, by https', () => {
  it('they work in whole, keep the session by https, and let no text become markup', async () => {
    const { api } = pages.served;
    const production = await openProduction(api, await buildPages());
    const visitor = await pages.browser.visitor(production.url);
    await production.serve(visitor.context);
    const say = words('en');
    const id = readGlobalId(await pages.served.organisationId(TENANTS))?.id ?? '';
    await loaded(visitor, '/sign-in');
    await visitor.page.getByLabel(say('signIn.key.label')).fill(await api.createKey(id));
    await visitor.page.getByLabel(say('signIn.key.label')).press('Enter');
    await visitor.page.waitForURL('/');
    expect(await visitor.context.cookies(production.url)).toMatchObject([
      { name: '__Host-maillage_session', secure: true, httpOnly: true, domain: 'ledger.example.org' },
    ]);
    for (const what of ['/record/measurement/:indicatorId', 'nothing', '/missions/:id'] as const) {
      await loaded(visitor, paths[what]);
    }
    await production.followed;
    const outcome = (text: string) =>
      visitor.page.evaluate(
        `(() => { try { document.createElement('p').innerHTML = ${JSON.stringify(text)}; return 'done'; } catch (error) { return error.name; } })()`,
      );
    // As components empty what screen readers are told.
    expect(await outcome('')).toBe('done');
    expect(visitor.complaints).toEqual([]);
    expect(await outcome('<b>text</b>')).toBe('TypeError');
    await production.close();
    await visitor.leave();
  });
});
