import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Mailbox } from '../api/people.mailbox.js';
import type { TestOrganisation } from '../harness/api.js';
import { READINGS, servePages } from './served.js';
import { Newcomer } from './setting-up.people.js';
import { signInByKey } from './sign-in.js';
import { faultless } from './steps.js';
import { words } from './words.js';

const DECLARE = `mutation ($input: DeclareMissionInput!) {
  declareMission(input: $input) { ... on MissionRecorded { mission { id } } }
}`;
const JOIN = 'mutation ($input: JoinMissionInput!) { joinMission(input: $input) { __typename } }';
const PROMISES = `query ($id: ID!) {
  mission(id: $id) { commitments(first: 10) { nodes { description promisors { name } } } }
}`;

const mailbox = new Mailbox();
const env: Record<string, string> = { MAIL_FROM: 'ledger@example.org' };
beforeAll(async () => {
  await mailbox.open();
  env['SMTP_URL'] = mailbox.url;
});
const pages = servePages({ env });
afterAll(() => mailbox.close());

/** Whom a page is for, as its address says. */
const named = (page: Page): string | null => new URL(page.url()).searchParams.get('for');
const draftsIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("maillage.draft."))');

describe.each(READINGS)('given somebody who acts for two organisations, in $language at $width pixels', (reading) => {
  const { language } = reading;
  const say = words(language);
  const [gardens, ovens] = [`Les Jardins ${language}`, `Les Fours ${language}`];
  let ofGardens: TestOrganisation;
  let ofOvens: TestOrganisation;
  let missionId: string;
  let person: Newcomer;

  beforeAll(async () => {
    const { served } = pages;
    [ofGardens, ofOvens] = [await served.registerOrganisation(gardens), await served.registerOrganisation(ovens)];
    const terms = { title: `Du pain pour tous ${language}`, challenge: 'Who has bread?', openInvitation: true };
    const declared = { commandId: randomUUID(), ...terms, hashtag: `#pain${language}` };
    const { data } = await served.graphql(DECLARE, { input: declared }, { key: ofGardens.key });
    missionId = data.declareMission.mission.id;
    await served.graphql(JOIN, { input: { commandId: randomUUID(), missionId, role: 'MEMBER' } }, { key: ofOvens.key });

    person = await Newcomer.come(await pages.visitor(reading), `both.${language}@example.org`, mailbox, say);
    await person.goes('/me');
    for (const { key, globalId } of [ofGardens, ofOvens]) {
      await person.type(person.page.getByLabel(say('signIn.key.label')), key);
      await person.press(say('me.firstSeat.send'));
      await person.page.locator(`a[href="/seats/${globalId}"]`).first().waitFor();
    }
  });
  afterAll(() => person.visitor.leave());

  const actsFor = async (page: Page, organisation: string, { globalId }: TestOrganisation) => {
    await page.goto('/me');
    await page.getByRole('button', { name: say('me.actFor', { organisation }) }).click();
    await page.waitForURL(`**/desk/${globalId}`);
  };
  const describing = (page: Page) => page.getByRole('textbox', { name: say('command.MakeCommitment.description') });
  const actsAs = (page: Page, organisation: string) =>
    page.locator('.acting-for').getByRole('link', { name: organisation }).waitFor();

  it('a form stays with the one its address names, whatever is chosen in another tab, and is recorded for it', async () => {
    const { page, visitor } = person;
    await actsFor(page, gardens, ofGardens);
    await page.goto(`/missions/${missionId}`);
    const link = page.getByRole('link', { name: say('mission.makeCommitment') }).first();
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`/record/commitment/${missionId}?for=${ofGardens.globalId}`);
    await link.click();
    await describing(page).fill('Flour for a year');
    expect(named(page)).toBe(ofGardens.globalId);
    await faultless(visitor);

    const other = await visitor.context.newPage();
    await actsFor(other, ovens, ofOvens);
    // A new tab begins with the last choice of all, and says so in its address; a copied address keeps its own.
    await other.goto(`/record/commitment/${missionId}`);
    await describing(other).waitFor();
    expect(named(other)).toBe(ofOvens.globalId);
    await actsAs(other, ovens);
    await other.goto(page.url());
    await actsAs(other, gardens);
    await other.close();

    await page.reload();
    await actsAs(page, gardens);
    await page.getByLabel(say('command.MakeCommitment.kind')).selectOption('SERVICE');
    await person.press(say('command.MakeCommitment.send'), page.locator('form'));
    await person.sees(say('record.recorded'));
    const { data } = await pages.served.graphql(PROMISES, { id: missionId });
    expect(data.mission.commitments.nodes).toEqual([
      { description: 'Flour for a year', promisors: [{ name: gardens }] },
    ]);
  });

  it('the pages where partners are invited and a mission is set up name it, too', async () => {
    const { page } = person;
    for (const path of [`/missions/${missionId}/partners`, '/missions/new?step=challenge']) {
      await page.goto(path);
      await page.waitForURL((url) => url.searchParams.get('for') === ofGardens.globalId);
    }
    expect(new URL(page.url()).searchParams.get('step')).toBe('challenge');
  });

  it('what is kept outside the log says of it, too, that nobody has confirmed who it is', async () => {
    const { page } = person;
    for (const path of [`/seats/${ofGardens.globalId}`, `/keys/${ofGardens.globalId}`]) {
      await page.goto(path);
      const named = page.locator('main p').filter({ hasText: gardens });
      await named.getByRole('img', { name: say('organisation.identity.mark') }).waitFor();
    }
  });

  it('what she began is offered to nobody else, ends with her seat, and all of it with herself', async () => {
    const { page, visitor } = person;
    const form = `/record/commitment/${missionId}`;
    for (const { globalId } of [ofGardens, ofOvens]) {
      await page.goto(`${form}?for=${globalId}`);
      await describing(page).fill(`Begun for ${globalId}`);
      await page.reload();
      await person.sees(say('form.restored'));
    }
    expect(await draftsIn(page)).toHaveLength(2);

    await signInByKey(visitor, ofGardens.key);
    await page.goto(`${form}?for=${ofGardens.globalId}`);
    await describing(page).waitFor();
    expect(await describing(page).inputValue()).toBe('');
    await visitor.context.clearCookies();

    await pages.served.database.pool.query('delete from seat where organisation_id = $1', [ofOvens.id]);
    await person.goes('/me');
    await page.getByRole('button', { name: say('me.actFor', { organisation: gardens }) }).waitFor();
    expect(await draftsIn(page)).toEqual([expect.stringContaining(ofGardens.globalId)]);

    await person.press(say('me.erase'));
    await person.press(say('me.eraseNow'));
    await page.getByRole('link', { name: say('nav.signIn'), exact: true }).waitFor();
    expect(await draftsIn(page)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });
});
