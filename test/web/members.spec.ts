import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { day } from '../acceptance/client.js';
import { memberOf, shareMission, type Member, type Shared } from '../acceptance/mission.js';
import type { Visitor } from './browser.js';
import { CROSSED, servePages } from './served.js';
import { signInByKey } from './sign-in.js';
import { faultless } from './steps.js';
import { words } from './words.js';

const pages = servePages();

describe.each(CROSSED)('given the page of a mission in $language at $width pixels', ({ language, width }) => {
  const say = words(language);
  let shared: Shared;
  let newcomer: Member;

  beforeAll(async () => {
    shared = await shareMission(pages.served);
    newcomer = memberOf(await pages.served.registerOrganisation(`Surveyors of ${language}`), pages.served.url);
  });

  async function pageFor(member: Member): Promise<Visitor> {
    const visitor = await pages.visitor({ language, width });
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

  it('a partner joins an open mission by itself, and may promise there from then on', async () => {
    const name = `Repair Café ${language}`;
    const partner = await pageFor(memberOf(await pages.served.registerOrganisation(name), pages.served.url));
    const { page } = partner;
    const place = page.locator('.take-part');
    await place.getByText(say('join.openText')).waitFor();
    expect(await place.getByRole('link', { name: say('mission.makeCommitment') }).count()).toBe(0);
    await place.getByRole('button', { name: say('join.button') }).click();
    await place.getByRole('link', { name: say('mission.makeCommitment') }).waitFor();
    await page.locator('section[aria-labelledby="members"]').getByRole('link', { name }).waitFor();
    await faultless(partner);
    await partner.leave();
  });

  it('a backbone takes back an invitation, and changes what the mission says of itself, its goals to none', async () => {
    const { missionId, city } = shared;
    const invitation = { missionId, organisationId: newcomer.globalId, role: 'FUNDER' };
    await city.client.record('inviteOrganisation', invitation);
    await city.client.record('reviseMission', { missionId, sdgs: ['11'], reason: 'It is about cities.' });
    const backbone = await pageFor(city);
    const { page } = backbone;
    await page.getByRole('button', { name: say('mission.invitations') }).click();
    const withdrawing = await opened(backbone, `${say('command.WithdrawInvitation')} (`);
    await withdrawing.getByRole('button', { name: say('command.WithdrawInvitation.send') }).click();
    await page.getByRole('button', { name: say('mission.invitations') }).waitFor({ state: 'detached' });
    await page.getByText(say('act.done')).waitFor();

    const title = (form: Locator) => form.getByRole('textbox', { name: `${say('command.ReviseMission.title')} (` });
    await title(await opened(backbone, say('command.ReviseMission'))).fill(`Dry homes (${language})`);
    // Another backbone, meanwhile.
    const theirs = { title: 'Homes', challenge: 'No damp by 2029.' };
    await city.client.record('reviseMission', { missionId, ...theirs, reason: 'Sooner.' });
    await page.reload();
    await page.getByText(theirs.challenge).first().waitFor();
    const revising = await opened(backbone, say('command.ReviseMission'));
    const field = (label: string) => revising.getByRole('textbox', { name: `${label} (` });
    await revising.getByText(say('form.contested', { fields: say('command.ReviseMission.title') })).waitFor();
    expect(await title(revising).inputValue()).toBe(`Dry homes (${language})`);
    expect(await field(say('command.ReviseMission.challenge')).inputValue()).toBe(theirs.challenge);
    await field(say('command.ReviseMission.places')).fill('Rennes\nBetton');
    await field(say('field.sdgs')).fill('11, 99');
    await field(say('command.ReviseMission.reason')).fill('Betton joins in.');
    const send = revising.getByRole('button', { name: say('command.ReviseMission.send') });
    await send.click();
    await revising.locator('.field-error').getByText(say('field.sdgs.invalid')).waitFor();
    expect(await revising.locator('[lang="en"]').count()).toBe(0);
    await faultless(backbone);
    await field(say('field.sdgs')).fill('');
    await send.click();
    await page.getByRole('heading', { level: 1, name: `Dry homes (${language})` }).waitFor();
    await page.getByText('Betton', { exact: true }).waitFor();
    expect(await page.getByText(say('mission.sdgs'), { exact: true }).count()).toBe(0);
    await faultless(backbone);
    await backbone.leave();
  });

  it('a backbone suspends and removes members, who read it and why, and may have the words erased', async () => {
    const backbone = await pageFor(shared.city);
    const until = day(60);
    const suspending = await opened(backbone, say('command.SuspendMember'));
    await suspending
      .getByRole('combobox')
      .selectOption({ label: say('organisation.identity.inText', { name: 'Habitat Builders' }) });
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
    await removing
      .getByRole('combobox')
      .selectOption({ label: say('organisation.identity.inText', { name: 'Tenants’ Union' }) });
    await removing.getByRole('textbox', { name: say('command.RemoveMember.reason') }).fill('It left long ago.');
    await removing.getByRole('button', { name: say('command.RemoveMember.send') }).click();
    await backbone.page.getByRole('button', { name: say('mission.members.former', { count: 1 }) }).click();
    await backbone.page.getByText('It left long ago.').first().waitFor();
    await faultless(backbone);

    const builder = await pageFor(shared.builder);
    await builder.page.locator('.take-part .notice').waitFor();
    await builder.page.getByText(say('erasure.open')).click();
    const erasing = builder.page.getByRole('form', { name: say('command.EraseValue') });
    await erasing.getByText(say('ground.RECORDED_IN_ERROR')).click();
    await faultless(builder);
    await erasing.getByRole('button', { name: say('command.EraseValue.send') }).click();
    await builder.page.getByText(say('disclosure.ERASED'), { exact: true }).waitFor();
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
