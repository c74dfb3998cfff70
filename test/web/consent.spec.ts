import { beforeAll, describe, expect, it } from '@jest/globals';
import { memberOf, promise, shareMission, type Member, type Shared } from '../acceptance/mission.js';
import { TestClock } from '../harness/clock.js';
import type { Visitor } from './browser.js';
import { READINGS, servePages } from './served.js';
import { signInByKey } from './sign-in.js';
import { stepsOf } from './steps.js';

const MADE = '2026-03-02T09:00:00.000Z';
const DUE = '2026-06-30';
/** Within the notice: whoever counts on it is asked. */
const LATE = '2026-06-20T09:00:00.000Z';
const OVERDUE = '2026-07-02T09:00:00.000Z';
/** The day after those asked could still answer. */
const SILENCE = '2026-07-17T09:00:00.000Z';

const clock = new TestClock(MADE);
const pages = servePages({ clock, env: { SESSION_HOURS: '12' } });

describe.each(READINGS)('given the pages of promises in $language at $width pixels', ({ language, width }) => {
  const { say, visit, faultless, shoot, press, textOf, pickDay, fromDesk } = stepsOf(pages, { language, width });
  const other = `Repair Workshop ${language}`;
  let shared: Shared;
  let workshop: Member;

  beforeAll(async () => {
    clock.moveTo(MADE);
    shared = await shareMission(pages.served);
    workshop = memberOf(await pages.served.registerOrganisation(other), pages.served.url);
    await workshop.client.record('joinMission', { missionId: shared.missionId, role: 'MEMBER' });
  });

  it('a joint promise is declined by one, accepted by another that delivers, and extended with its receiver’s word', async () => {
    // The builder promises it, names two others as promisors, and the city as its receiver.
    const builder = await visit(shared.builder, `/record/commitment/${shared.missionId}`);
    const form = builder.page.getByRole('form', { name: say('command.MakeCommitment') });
    await textOf(form, say('command.MakeCommitment.description')).fill('Forty dwellings made dry together.');
    await form.getByLabel(say('command.MakeCommitment.kind')).selectOption('SERVICE');
    await textOf(form, say('field.quantity.amount')).fill('40');
    await form.getByLabel(say('field.quantity.unit')).selectOption('dwelling');
    await pickDay(form, say('command.MakeCommitment.dueOn'), DUE);
    await form
      .getByLabel(say('command.MakeCommitment.counterpartyIds'))
      .selectOption({ label: say('organisation.identity.inText', { name: 'City of Rennes' }) });
    await faultless(builder);
    await press(form, say('commitmentForm.more'));
    for (const name of ['Tenants’ Union', other]) {
      await form.getByText(say('organisation.identity.inText', { name }), { exact: true }).last().click();
    }
    await faultless(builder);
    await press(form, say('command.MakeCommitment.send'));
    await builder.page.getByText(say('commitment.freeUntil', { day: '' }).slice(0, 12)).waitFor();
    await faultless(builder);
    await builder.page.getByRole('link', { name: say('record.see') }).click();
    await builder.page.waitForURL('**/commitments/**');
    const path = new URL(builder.page.url()).pathname;
    await builder.page.getByText(say('party.PROPOSED')).first().waitFor();

    // To everybody else it is a proposal, and its words are its parties'.
    const stranger = await visit(undefined, path);
    await stranger.page.getByText(say('promise.hidden')).waitFor();
    await faultless(stranger);

    const tenants = await fromDesk(shared.tenants, 'awaited.CommitmentMade');
    const no = tenants.page.getByRole('form', { name: say('command.DeclineCommitment') });
    await textOf(no, say('command.DeclineCommitment.reason')).fill('We have no masons.');
    await press(no, say('command.DeclineCommitment.send'));
    await tenants.page.getByText('We have no masons.').waitFor();
    await faultless(tenants);

    // Delivering is accepting.
    const deliverer = await visit(workshop, `/record/contribution/${path.split('/').at(-1)}`);
    await pickDay(deliverer.page.locator('form'), say('command.RecordContribution.date'), MADE.slice(0, 10));
    await textOf(deliverer.page, say('field.quantity.amount')).fill('5');
    await textOf(deliverer.page, say('command.RecordContribution.description')).fill('Five dwellings in the north.');
    await press(deliverer.page, say('command.RecordContribution.send'));
    await deliverer.page.getByRole('link', { name: say('record.see') }).click();
    const row = deliverer.page.locator('#parties ~ ul li').filter({ hasText: other });
    await row.getByText(/2026/).waitFor();
    await stranger.page.reload();
    await stranger.page.getByText('Forty dwellings made dry together.').first().waitFor();

    const city = await fromDesk(shared.city, 'awaited.CommitmentMade');
    const yes = city.page.getByRole('form', { name: say('command.AcceptCommitment') });
    await faultless(city);
    await press(yes, say('command.AcceptCommitment.send'));
    await yes.waitFor({ state: 'detached' });
    await faultless(city);

    await moreTimeIsAskedAndAgreed(path);
    await Promise.all([builder, stranger, tenants, deliverer, city].map((each) => each.leave()));
  });

  async function moreTimeIsAskedAndAgreed(path: string): Promise<void> {
    clock.moveTo(OVERDUE);
    const asking = await visit(workshop, path);
    await asking.page.getByRole('heading', { name: say('commitment.settlements') }).waitFor();
    await press(asking.page, say('settlement.EXTENDED'));
    const form = asking.page.getByRole('form', { name: say('settlement.EXTENDED') });
    await pickDay(form, say('command.ProposeSettlement.dueOn'), '2026-07-25');
    await textOf(form, say('command.ProposeSettlement.reason')).fill('The permit came late.');
    await faultless(asking);
    await press(form, say('command.ProposeSettlement.send'));
    await asking.page.getByText('The permit came late.').waitFor();
    await faultless(asking);

    const agreeing = await fromDesk(shared.city, 'awaited.SETTLEMENT');
    await press(agreeing.page, say('command.AcceptSettlement'));
    const yes = agreeing.page.getByRole('form', { name: say('command.AcceptSettlement') });
    await press(yes, say('command.AcceptSettlement.send'));
    await agreeing.page.getByText(say('commitment.agreedDue')).waitFor();
    await faultless(agreeing);
    await Promise.all([asking.leave(), agreeing.leave()]);
    clock.moveTo(MADE);
  }

  it('a small association makes a promise in four fields on a phone, and changes it while that is free', async () => {
    const phone = await pages.visitor({ language, width: 375 });
    await signInByKey(phone, workshop.client.key ?? '');
    await phone.page.goto(`/record/commitment/${shared.missionId}`);
    const form = phone.page.getByRole('form', { name: say('command.MakeCommitment') });
    await textOf(form, say('command.MakeCommitment.description')).fill('A repair café every month.');
    // What, how much, by when, for whom.
    await form.getByLabel(say('command.MakeCommitment.kind')).selectOption('TIME');
    await textOf(form, say('field.quantity.amount')).fill('12');
    await form.getByLabel(say('field.quantity.unit')).selectOption('hour');
    await pickDay(form, say('command.MakeCommitment.dueOn'), DUE);
    await form
      .getByLabel(say('command.MakeCommitment.counterpartyIds'))
      .selectOption({ label: say('organisation.identity.inText', { name: 'City of Rennes' }) });
    await press(form, say('command.MakeCommitment.send'));
    await phone.page.getByRole('link', { name: say('record.see') }).click();
    await phone.page.getByText('A repair café every month.').first().waitFor();

    await press(phone.page, say('commitment.change'));
    const amend = phone.page.getByRole('form', { name: say('command.AmendCommitment') });
    await textOf(amend, say('command.AmendCommitment.description')).fill('A repair café every other month.');
    await textOf(amend, say('command.AmendCommitment.reason')).fill('Too few hands.');
    await faultless(phone);
    await press(amend, say('command.AmendCommitment.send'));
    await phone.page.getByRole('button', { name: say('commitment.earlier', { count: 1 }) }).waitFor();
    await phone.page.getByText('A repair café every other month.').first().waitFor();
    await faultless(phone);
    await phone.leave();
  });

  /** Of the builder and the workshop to the tenants, all of whom accepted it. */
  async function promisedTogether(): Promise<string> {
    clock.moveTo(MADE);
    const { builder, tenants, missionId } = shared;
    const { id } = await builder.client.record(
      'makeCommitment',
      promise(missionId, {
        dueOn: DUE,
        promisorIds: [builder.globalId, workshop.globalId],
        counterpartyIds: [tenants.globalId],
      }),
    );
    const given = { commitmentId: id, termsVersion: 1 };
    for (const { client } of [workshop, tenants]) await client.record('acceptCommitment', given);
    return id;
  }

  it('a joint promise is left by one, lessened with its receiver’s word, and left at what was given once it was due', async () => {
    const path = `/commitments/${await promisedTogether()}`;

    const leaver = await visit(workshop, path);
    await press(leaver.page, `${say('command.ReleaseParty')} (`);
    await textOf(leaver.page, say('command.ReleaseParty.reason')).fill('Our van is gone.');
    await faultless(leaver);
    await leaver.page.getByRole('button', { name: say('command.ReleaseParty.send'), exact: true }).click();
    await leaver.page.locator('#parties ~ ul').getByText('Our van is gone.').waitFor();
    await faultless(leaver);
    // Whoever left is no longer said to promise it, here or in a list.
    const by = leaver.page.locator(`dt:has-text("${say('commitment.by')}") + dd`).first();
    expect(await by.innerText()).toBe('Habitat Builders');
    await leaver.page.goto(`/organisations/${workshop.globalId}`);
    await leaver.page.getByText(say('organisation.promisor.RELEASED')).first().waitFor();
    await leaver.page.getByText(say('organisation.counts.released', { count: 1 })).waitFor();
    await faultless(leaver);
    await shoot(leaver, 'organisation-left');

    clock.moveTo(LATE);
    const promisor = await visit(shared.builder, path);
    await press(promisor.page, say('commitment.change'));
    const amend = promisor.page.getByRole('form', { name: say('command.AmendCommitment') });
    const amount = amend.locator('[id$="-quantity.amount"] input').first();
    await amount.fill('30');
    await amount.blur();
    await textOf(amend, say('command.AmendCommitment.reason')).fill('Alone, it is thirty.');
    await press(amend, say('command.AmendCommitment.send'));
    await promisor.page.getByText(say('change.open')).waitFor();
    await faultless(promisor);

    const receiver = await fromDesk(shared.tenants, 'awaited.AMENDMENT');
    const yes = receiver.page.getByRole('form', { name: say('change.AcceptCommitment') });
    await faultless(receiver);
    await press(yes, say('command.AcceptCommitment.send'));
    await receiver.page.getByRole('button', { name: say('commitment.earlier', { count: 1 }) }).waitFor();
    await faultless(receiver);
    await shoot(receiver, 'promise-lessened');

    await leftAtThat(path);
    await Promise.all([leaver, promisor, receiver].map((each) => each.leave()));
  });

  async function leftAtThat(path: string): Promise<void> {
    clock.moveTo(OVERDUE);
    const asking = await visit(shared.builder, path);
    await press(asking.page, say('settlement.CLOSED_AS_IS'));
    const form = asking.page.getByRole('form', { name: say('settlement.CLOSED_AS_IS') });
    await textOf(form, say('command.ProposeSettlement.reason')).fill('No more walls are open.');
    await faultless(asking);
    await press(form, say('command.ProposeSettlement.send'));
    await asking.page.getByText('No more walls are open.').waitFor();

    const agreeing = await fromDesk(shared.tenants, 'awaited.SETTLEMENT');
    await press(agreeing.page, `${say('command.AcceptSettlement')} (`);
    const yes = agreeing.page.getByRole('form', { name: say('command.AcceptSettlement') });
    await press(yes, say('command.AcceptSettlement.send'));
    await agreeing.page.getByText(say('state.CLOSED')).first().waitFor();
    await faultless(agreeing);
    await shoot(agreeing, 'promise-closed');
    await Promise.all([asking.leave(), agreeing.leave()]);
    clock.moveTo(MADE);
  }

  it('a backbone without ties agrees where a receiver stayed silent, and is asked to by its desk from that day on', async () => {
    const commitmentId = await promisedTogether();
    clock.moveTo(OVERDUE);
    const settlement = { commitmentId, outcome: 'CLOSED_AS_IS', reason: 'Nobody opens the door any more.' };
    await shared.builder.client.record('proposeSettlement', settlement);
    const asked = (desk: Visitor) => desk.page.locator('section', { has: desk.page.locator('h2#standIn') });

    const before = await visit(shared.city, `/desk/${shared.city.globalId}`);
    await before.page.locator('h2#awaited').waitFor();
    expect(await asked(before).count()).toBe(0);

    clock.moveTo(SILENCE);
    const desk = await visit(shared.city, `/desk/${shared.city.globalId}`);
    await asked(desk).getByText('Nobody opens the door any more.').waitFor();
    await faultless(desk);
    await shoot(desk, 'desk-stand-in');
    await asked(desk)
      .getByRole('link', { name: say('desk.awaited.answer') })
      .click();
    const until = say('settlement.backboneUntil', { day: '', until: '' }).split(', ').at(-1) ?? '';
    await desk.page.getByText(until).waitFor();
    await press(desk.page, `${say('command.AcceptSettlement')} (`);
    await desk.page
      .getByRole('form', { name: say('command.AcceptSettlement') })
      .getByRole('button', { name: say('command.AcceptSettlement.send') })
      .click();
    await desk.page.getByText(say('state.CLOSED')).first().waitFor();
    await faultless(desk);

    await desk.page.goto(`/desk/${shared.city.globalId}`);
    await desk.page.locator('h2#awaited').waitFor();
    expect(await asked(desk).count()).toBe(0);
    await Promise.all([before.leave(), desk.leave()]);
    clock.moveTo(MADE);
  });

  it('a promisor drops a change and tells how it goes, and its receiver does not agree to leave it at that', async () => {
    const commitmentId = await promisedTogether();
    const { builder, tenants } = shared;
    const { kind, description } = promise('');
    const terms = { kind, description, dueOn: DUE, quantity: { amount: '30', unit: 'dwelling' } };
    await builder.client.record('amendCommitment', { commitmentId, ...terms, reason: 'Fewer hands.' });
    const promisor = await visit(builder, `/commitments/${commitmentId}`);
    const { page } = promisor;
    await page.getByText(say('change.open')).waitFor();
    await press(page, say('command.DropAmendment'));
    await press(page.getByRole('form', { name: say('command.DropAmendment') }), say('command.DropAmendment.send'));
    await page.getByText(say('change.open')).waitFor({ state: 'detached' });

    await press(page, say('command.NoteProgress'));
    const note = page.getByRole('form', { name: say('command.NoteProgress') });
    await textOf(note, say('command.NoteProgress.text')).fill('Rain stopped us for a week.');
    await faultless(promisor);
    await press(note, say('command.NoteProgress.send'));
    const notes = page.locator('section[aria-labelledby="progress-notes"] ul');
    await notes.getByText('Rain stopped us for a week.').waitFor();

    clock.moveTo(OVERDUE);
    const settlement = { commitmentId, outcome: 'CLOSED_AS_IS', reason: 'The roofs are gone.' };
    await builder.client.record('proposeSettlement', settlement);
    const receiver = await fromDesk(tenants, 'awaited.SETTLEMENT');
    await press(receiver.page, `${say('command.DeclineSettlement')} (`);
    const no = receiver.page.getByRole('form', { name: say('command.DeclineSettlement') });
    await textOf(no, say('command.DeclineSettlement.reason')).fill('Half of them stand.');
    await press(no, say('command.DeclineSettlement.send'));
    await receiver.page.getByText('Half of them stand.').waitFor();
    await receiver.page.getByText(say('settlement.declined', { organisation: '' }).slice(0, 8)).waitFor();
    await faultless(receiver);
    await Promise.all([promisor, receiver].map((each) => each.leave()));
    clock.moveTo(MADE);
  });
});
