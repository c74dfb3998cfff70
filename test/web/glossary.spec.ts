import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Mailbox } from '../api/people.mailbox.js';
import { globalId } from '../acceptance/mission.js';
import { piecesOf, TERMS, UNTIED, type Term } from '../../apps/web/parts/glossary.js';
import { ROUTES } from '../../apps/web/shell/routes.js';
import { BACKBONE, GIVER, INDICATOR, MISSION, recorded, showHundred } from './hundred.js';
import { READINGS, servePages } from './served.js';
import { Newcomer } from './setting-up.people.js';
import { signInByKey } from './sign-in.js';
import { words, type Language } from './words.js';

const mailbox = new Mailbox();
const env: Record<string, string> = {
  MAIL_FROM: 'ledger@example.org',
  OPERATOR_ORGANISATION: '0b6f3f0e-5a53-4c86-9d1e-0a8f6d2f7c11',
};
beforeAll(async () => {
  await mailbox.open();
  env['SMTP_URL'] = mailbox.url;
});
const pages = servePages({ env });
afterAll(() => mailbox.close());

const missionId = globalId('Mission', MISSION);
const indicatorId = globalId('Indicator', INDICATOR);
const [backboneId, giverId] = [globalId('Organisation', BACKBONE), globalId('Organisation', GIVER)];
const commitmentId = globalId('Commitment', recorded.find(({ fate }) => fate === 'DISPUTED')!.commitmentId);

// Nobody in that ledger writes a word of the glossary: all that are found are the pages’ own.
showHundred(() => pages.served);

/** An address of each route. */
const ADDRESSES = {
  '/': '/',
  '/missions/new': '/missions/new',
  '/missions/:id': `/missions/${missionId}`,
  '/organisations/new': '/organisations/new',
  '/organisations/:id': `/organisations/${giverId}`,
  '/commitments/:id': `/commitments/${commitmentId}`,
  '/desk': '/desk',
  '/desk/:organisationId': `/desk/${backboneId}`,
  '/review/:commitmentId/:reviewedId': `/review/${commitmentId}/${giverId}`,
  '/record/commitment/:missionId': `/record/commitment/${missionId}`,
  '/record/contribution/:commitmentId': `/record/contribution/${commitmentId}`,
  '/indicators/:id': `/indicators/${indicatorId}`,
  '/record/indicator/:missionId': `/record/indicator/${missionId}`,
  '/record/measurement/:indicatorId': `/record/measurement/${indicatorId}`,
  '/evaluators': '/evaluators',
  '/search': '/search?q=Isolation',
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
  '/seats/:organisationId': `/seats/${backboneId}`,
  '/keys/:organisationId': `/keys/${backboneId}`,
} as const satisfies Readonly<Record<keyof typeof ROUTES, string>>;

/** A text of a page where a link may be, or the word that is tied there, in the order in which they are read. */
type Read = { readonly text: string } | { readonly tied: string };

const READ = `(() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const read = [];
  while (walker.nextNode()) {
    const { data: text, parentElement: within } = walker.currentNode;
    const tie = within.closest('a.term');
    if (tie !== null) read.push({ tied: tie.hash.slice(1) });
    else if (within.closest(${JSON.stringify(UNTIED)}) === null) read.push({ text });
  }
  return read;
})()`;

/** What is amiss, and which words are tied. */
function judged(
  read: readonly Read[],
  language: Language,
): { readonly amiss: readonly string[]; readonly tied: Set<Term> } {
  const amiss: string[] = [];
  const tied = new Set<Term>();
  for (const each of read) {
    if ('tied' in each) {
      const term = TERMS.find((known) => known === each.tied);
      if (term === undefined || tied.has(term)) amiss.push(`${each.tied} is tied again`);
      else tied.add(term);
      continue;
    }
    for (const piece of piecesOf(each.text, language)) {
      if (typeof piece === 'object' && !tied.has(piece.term))
        amiss.push(`${piece.term} stands untied in: ${each.text}`);
    }
  }
  return { amiss, tied };
}

describe.each(READINGS)('given every page, read in $language at $width pixels', (reading) => {
  const { language } = reading;
  const met = new Set<Term>();

  async function walk(visitor: Newcomer['visitor']): Promise<void> {
    const { page } = visitor;
    const wrong: string[] = [];
    for (const [route, address] of Object.entries(ADDRESSES)) {
      await page.goto(address);
      await page.locator('main h1').waitFor();
      await page.waitForLoadState('networkidle');
      const { amiss, tied } = judged(await page.evaluate<readonly Read[]>(READ), language);
      wrong.push(...amiss.map((each) => `${route}: ${each}`));
      for (const term of tied) met.add(term);
    }
    expect(wrong).toEqual([]);
    // What is for others is refused, on the pages of those who may not see it.
    expect(visitor.complaints.filter((each) => !each.includes('Failed to load resource'))).toEqual([]);
  }

  it('each word of the glossary is tied where it first stands, for the public', async () => {
    const visitor = await pages.visitor(reading);
    await walk(visitor);
    await visitor.leave();
  });

  it('and for whoever leads the mission, by its key', async () => {
    const visitor = await pages.visitor(reading);
    await signInByKey(visitor, await pages.served.createKey(BACKBONE));
    await walk(visitor);
    await visitor.leave();
  });

  it('and for a person, who has a page of her own', async () => {
    const visitor = await pages.visitor(reading);
    const person = await Newcomer.come(visitor, `anne.${language}@example.org`, mailbox, words(language));
    await person.goes('/me');
    await walk(visitor);
    await visitor.leave();
  });

  it('there is a page for each where it is met and explained', () => {
    expect(TERMS.filter((term) => !met.has(term))).toEqual([]);
  });
});
