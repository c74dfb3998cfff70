import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { refusals as french } from '../../apps/web/i18n/messages/fr/refusals.js';
import { day } from '../acceptance/client.js';
import { memberOf, promise, shareMission, type Member, type Shared } from '../acceptance/mission.js';
import type { Visitor, VisitorOptions } from './browser.js';
import { READINGS, servePages } from './served.js';
import { signInByKey } from './sign-in.js';
import { words, type Message } from './words.js';

const MAY = 'may { command about allowed code message }';
const ASK = `query ($id: ID!) {
  commitment(id: $id) { ${MAY} contributions(first: 1) { nodes { id ${MAY} } } }
}`;

interface Permission {
  readonly command: string;
  readonly about: string | null;
  readonly allowed: boolean;
  readonly code: string | null;
  readonly message: string | null;
}

const pages = servePages();
let shared: Shared;
let stranger: Member;
let commitmentId: string;

beforeAll(async () => {
  shared = await shareMission(pages.served);
  stranger = memberOf(await pages.served.registerOrganisation('Neighbourhood Council'), pages.served.url);
  const { city, builder, tenants, missionId } = shared;
  await city.client.record('defineIndicator', {
    missionId,
    name: 'Dry homes',
    unit: 'dwelling',
    direction: 'INCREASE',
  });
  const made = promise(missionId, { counterpartyIds: [tenants.globalId] });
  commitmentId = (await builder.client.record('makeCommitment', made)).id;
  await builder.client.record('recordContribution', { commitmentId, date: day(-2) });
});

/** The commitment's page, as a member sees it. */
async function pageFor(member: Member, options: VisitorOptions): Promise<Visitor> {
  const visitor = await pages.visitor(options);
  await signInByKey(visitor, member.client.key ?? '');
  await visitor.page.goto(`/commitments/${commitmentId}`);
  await visitor.page.locator('.contribution').waitFor();
  return visitor;
}

/** What stands behind the button that says why not: each thing, and the reason. Nothing where there is no such button. */
async function reasonsIn(place: Locator, say: ReturnType<typeof words>): Promise<readonly string[]> {
  const button = place.getByRole('button', { name: say('may.not') });
  if ((await button.count()) === 0) return [];
  await button.click();
  return place.locator('.reveal .pair').allInnerTexts();
}

describe.each(READINGS)('given a gift towards a promise, in $language at $width pixels', ({ language, width }) => {
  const say = words(language);
  const reason = ({ code, message }: Permission) => (language === 'en' ? message : french[code ?? '']) ?? '';
  const titled = (command: string) => say(`command.${command}` as Message);

  it.each(['builder', 'tenants', 'evaluator', 'stranger'] as const)(
    'the %s sees a button for each thing it may say of it, and the reason for each other',
    async (who) => {
      const member = who === 'stranger' ? stranger : shared[who];
      const { commitment } = await member.client.ask(ASK, { id: commitmentId });
      const may: readonly Permission[] = commitment.contributions.nodes[0].may;
      const visitor = await pageFor(member, { language, width });
      const contribution = visitor.page.locator('.contribution');

      const offered = contribution.locator('.acts .actions').getByRole('button');
      const named = (await offered.allInnerTexts()).map((text) => text.split('\n')[0]?.replace(/ \(.*/, ''));
      expect(named).toEqual(may.filter(({ allowed }) => allowed).map(({ command }) => titled(command)));

      const told = (await reasonsIn(contribution, say)).join('\n');
      for (const permission of may.filter(({ allowed }) => !allowed)) {
        expect(told).toContain(titled(permission.command));
        expect(told).toContain(reason(permission));
      }
      // axe takes most of the time: the evaluator’s page has the most on it.
      if (who === 'evaluator') expect(await visitor.violations()).toEqual([]);
      expect(visitor.complaints).toEqual([]);
      await visitor.leave();
    },
  );

  it('its terms may be changed and its delivery recorded by whom the ledger would let, and the others read why not', async () => {
    const [builder, tenants, nobody] = [
      await pageFor(shared.builder, { language, width }),
      await pageFor(shared.tenants, { language, width }),
      await pages.visitor({ language, width }),
    ];
    const change = ({ page }: Visitor) => page.getByRole('button', { name: say('commitment.change') });
    const record = ({ page }: Visitor) => page.getByRole('link', { name: say('commitment.record') });
    const review = ({ page }: Visitor) =>
      page.getByRole('link', { name: say('commitment.review', { organisation: 'Habitat Builders' }) });
    const offered = (visitor: Visitor) =>
      Promise.all([change(visitor), record(visitor), review(visitor)].map((each) => each.count()));

    expect(await offered(builder)).toEqual([1, 1, 0]);
    expect(await offered(tenants)).toEqual([0, 0, 1]);
    const terms = tenants.page.locator('div:has(> section[aria-labelledby="terms"])');
    const [why] = await reasonsIn(terms, say);
    for (const command of ['AmendCommitment', 'WithdrawCommitment']) expect(why).toContain(titled(command));
    if (language === 'fr') expect(why).toContain(french['NOT_A_PROMISOR']);
    const reviews = builder.page.locator('section[aria-labelledby="reviews"]');
    expect((await reasonsIn(reviews, say)).join()).toContain(
      language === 'fr' ? french['SELF_REVIEW'] : 'An organisation does not review itself',
    );

    // Whoever acts for nobody is offered nothing, and is told no reasons: the ledger has none to give.
    await nobody.page.goto(`/commitments/${commitmentId}`);
    await nobody.page.locator('.contribution').waitFor();
    expect(await offered(nobody)).toEqual([0, 0, 0]);
    expect(await nobody.page.getByRole('button', { name: say('may.not') }).count()).toBe(0);
    for (const each of [builder, tenants, nobody]) {
      expect(each.complaints).toEqual([]);
      await each.leave();
    }
  });

  it('the page of the mission offers promises and measurements to its members, and a stranger to join', async () => {
    const offered = async (member: Member) => {
      const visitor = await pageFor(member, { language, width });
      const { page } = visitor;
      await page.goto(`/missions/${shared.missionId}`);
      await page.getByRole('heading', { name: 'Dry homes' }).waitFor();
      // What may be done there is fetched after what is read.
      await page.locator('.take-part').waitFor();
      const found = {
        promise: await page.getByRole('link', { name: say('mission.makeCommitment') }).count(),
        measurement: await page.getByRole('link', { name: say('indicator.record') }).count(),
        joining: await page.getByRole('button', { name: say('join.button') }).count(),
      };
      expect(visitor.complaints).toEqual([]);
      await visitor.leave();
      return found;
    };
    expect(await offered(shared.tenants)).toEqual({ promise: 2, measurement: 1, joining: 0 });
    expect(await offered(stranger)).toEqual({ promise: 0, measurement: 0, joining: 1 });
  });

  it('the page of a review tells whoever may not give one why, in the place of the form', async () => {
    const visitor = await pageFor(shared.builder, { language, width });
    await visitor.page.goto(`/review/${commitmentId}/${shared.builder.globalId}`);
    const notice = visitor.page.locator('.notice');
    await notice.waitFor();
    expect(await notice.innerText()).toContain(
      language === 'fr' ? french['SELF_REVIEW'] : 'An organisation does not review itself',
    );
    expect(await visitor.page.getByRole('button', { name: say('reviewForm.goOn') }).count()).toBe(0);
    await visitor.leave();
  });
});
