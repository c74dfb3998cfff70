import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { day } from '../acceptance/client.js';
import { memberOf, shareMission, type Member, type Shared } from '../acceptance/mission.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { buildPages, openBrowser, type TestBrowser, type Visitor } from './browser.js';
import { signInByKey } from './sign-in.js';
import { words, type Language } from './words.js';

let api: TestApi;
let browser: TestBrowser;

beforeAll(async () => {
  api = await startTestApi({ pagesFolder: await buildPages() });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

describe.each<{ language: Language; width: number }>([
  { language: 'en', width: 1280 },
  { language: 'fr', width: 375 },
])('given the page of a mission in $language at $width pixels', ({ language, width }) => {
  const say = words(language);
  let shared: Shared;
  let newcomer: Member;

  beforeAll(async () => {
    shared = await shareMission(api);
    newcomer = memberOf(await api.registerOrganisation(`Surveyors of ${language}`), api.url);
  });

  async function pageFor(member: Member): Promise<Visitor> {
    const visitor = await browser.visitor(api.url, { language, width });
    await signInByKey(visitor, member.client.key ?? '');
    await visitor.page.goto(`/missions/${shared.missionId}`);
    await visitor.page.locator('.take-part, #members').first().waitFor();
    return visitor;
  }

  /** Opens what stands behind a button; gives the form in it. */
  async function opened({ page }: Visitor, label: string): Promise<Locator> {
    await page.getByRole('button', { name: label }).first().click();
    const form = page.getByRole('form', { name: label });
    await form.waitFor();
    return form;
  }

  async function faultless(visitor: Visitor): Promise<void> {
    expect([visitor.complaints, await visitor.violations()]).toEqual([[], []]);
    const overflow = await visitor.page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
  }

  it('a backbone invites an evaluator, which says what it must and joins', async () => {
    const [backbone, invited] = [await pageFor(shared.city), await pageFor(newcomer)];
    const form = await opened(backbone, say('command.InviteOrganisation'));
    await form.getByRole('searchbox').fill(`Surveyors of ${language}`);
    await form.getByRole('button', { name: say('organisationField.find') }).click();
    await form.getByRole('combobox').waitFor();
    await form.getByText(say('role.EVALUATOR'), { exact: true }).click();
    await faultless(backbone);
    await form.getByRole('button', { name: say('command.InviteOrganisation.send') }).click();
    await backbone.page.getByRole('button', { name: say('mission.invitations') }).waitFor();

    await invited.page.goto(`/desk/${newcomer.globalId}`);
    await invited.page.getByRole('heading', { name: say('awaited.OrganisationInvited') }).waitFor();
    await invited.page.goto(`/missions/${shared.missionId}`);
    const join = invited.page.getByRole('form', { name: say('join.label') });
    await join.getByRole('button', { name: say('join.accept') }).click();
    await join.getByRole('alert').waitFor();
    await join.getByText(say('noTies.true')).click();
    await join.getByRole('textbox', { name: say('command.JoinMission.qualification') }).fill('We measure damp.');
    await join.getByRole('button', { name: say('evidence.addLink') }).click();
    await join
      .getByRole('textbox', { name: say('evidence.url', { number: 1 }) })
      .first()
      .fill('https://example.org/surveyors');
    await faultless(invited);
    await join.getByRole('button', { name: say('join.accept') }).click();
    await invited.page
      .getByRole('button', { name: `${say('members.qualification')} (Surveyors of ${language})` })
      .click();
    await invited.page.getByText('We measure damp.').waitFor();
    await faultless(invited);
    await Promise.all([backbone.leave(), invited.leave()]);
  });

  it('a backbone suspends and removes members, who read it and why', async () => {
    const backbone = await pageFor(shared.city);
    const until = day(60);
    const suspending = await opened(backbone, say('command.SuspendMember'));
    await suspending.getByRole('combobox').selectOption({ label: 'Habitat Builders' });
    await shared.city.client.record('suspendMember', {
      missionId: shared.missionId,
      organisationId: shared.builder.globalId,
      until,
      reason: 'Works without a permit.',
    });
    await faultless(backbone);
    await backbone.page.reload();
    await backbone.page.getByText('Works without a permit.').first().waitFor();

    const removing = await opened(backbone, say('command.RemoveMember'));
    expect(await removing.getByRole('option').allInnerTexts()).not.toContain('City of Rennes');
    await removing.getByRole('combobox').selectOption({ label: 'Tenants’ Union' });
    await removing.getByRole('textbox', { name: say('command.RemoveMember.reason') }).fill('It left long ago.');
    await removing.getByRole('button', { name: say('command.RemoveMember.send') }).click();
    await backbone.page.getByRole('button', { name: say('mission.members.former', { count: 1 }) }).click();
    await backbone.page.getByText('It left long ago.').first().waitFor();
    await faultless(backbone);

    const builder = await pageFor(shared.builder);
    await builder.page.locator('.take-part .notice').waitFor();
    await faultless(builder);
    await Promise.all([backbone.leave(), builder.leave()]);
  });

  it('the last backbone hands over, and its successor accepts', async () => {
    const backbone = await pageFor(shared.city);
    const form = await opened(backbone, say('command.ProposeBackboneHandover'));
    await form.getByRole('searchbox').fill(`Surveyors of ${language}`);
    await form.getByRole('button', { name: say('organisationField.find') }).click();
    await form.getByRole('combobox').waitFor();
    await form.getByRole('button', { name: say('command.ProposeBackboneHandover.send') }).click();
    await backbone.page.getByRole('button', { name: say('command.DropBackboneHandover') }).waitFor();

    const successor = await pageFor(newcomer);
    const accept = await opened(successor, say('command.AcceptBackboneHandover'));
    await faultless(successor);
    await accept.getByRole('button', { name: say('command.AcceptBackboneHandover.send') }).click();
    await successor.page.getByRole('button', { name: say('command.InviteOrganisation') }).waitFor();
    await faultless(successor);
    await Promise.all([backbone.leave(), successor.leave()]);
  });
});
