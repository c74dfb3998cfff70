import { beforeAll, describe, expect, it } from '@jest/globals';
import { day } from '../acceptance/client.js';
import { dateText, LONG_DAY } from '../../apps/web/i18n/text.js';
import { promise, shareMission, type Member, type Shared } from '../acceptance/mission.js';
import { READINGS, servePages } from './served.js';
import { stepsOf } from './steps.js';
import { intlOf } from './words.js';

const pages = servePages();

describe.each(READINGS)('given the forms in $language at $width pixels', ({ language, width }) => {
  const { say, visit, faultless, shoot, press, textOf, pickDay } = stepsOf(pages, { language, width });
  let shared: Shared;

  beforeAll(async () => {
    shared = await shareMission(pages.served);
  });

  /** Made by one to another, who accepted it. */
  async function promised(by: Member, to: Member, more: Readonly<Record<string, unknown>>): Promise<string> {
    const { id } = await by.client.record(
      'makeCommitment',
      promise(shared.missionId, { counterpartyIds: [to.globalId], ...more }),
    );
    await to.client.record('acceptCommitment', { commitmentId: id, termsVersion: 1 });
    return id;
  }

  it('what a promise has decides what is asked of a contribution: a step, that it completes it, or neither', async () => {
    const { builder, tenants } = shared;
    const milestones = [
      { key: 'permit', what: 'The permit is there.' },
      { key: 'roof', what: 'The roof is on.' },
    ];
    const stepwise = await promised(builder, tenants, { quantity: undefined, milestones });
    const visitor = await visit(builder, `/record/contribution/${stepwise}`);
    const { page } = visitor;
    expect(await page.getByText(say('completes.true')).count()).toBe(0);
    await page.getByLabel(say('field.milestone')).selectOption({ label: 'The permit is there.' });
    await faultless(visitor);
    await shoot(visitor, 'contribution-milestone');
    await press(page, say('command.RecordContribution.send'));
    await page.getByRole('link', { name: say('record.see') }).click();
    await page.locator('#progress-notes ~ ul li').filter({ hasText: 'The permit is there.' }).waitFor();
    const reached = page.locator('li').filter({ hasText: 'The permit is there.' });
    // Its receiver accepted the promise: the step is reached once it was recorded.
    await reached.getByText(say('milestone.reached')).waitFor();

    const whole = await promised(builder, tenants, { quantity: undefined, description: 'A key for every tenant.' });
    await page.goto(`/record/contribution/${whole}`);
    await page.getByText(say('completes.true')).click();
    expect(await page.getByLabel(say('field.milestone')).count()).toBe(0);
    await faultless(visitor);
    await shoot(visitor, 'contribution-completes');
    await press(page, say('command.RecordContribution.send'));
    await page.getByRole('link', { name: say('record.see') }).click();
    await page.locator('[id^="contribution-"]').waitFor();
    const { commitment } = await builder.client.ask(
      'query ($id: ID!) { commitment(id: $id) { contributions { nodes { completes } } } }',
      { id: whole },
    );
    expect(commitment.contributions.nodes).toEqual([{ completes: true }]);

    const counted = await promised(builder, tenants, {});
    await page.goto(`/record/contribution/${counted}`);
    await page.getByLabel(say('field.quantity.amount')).waitFor();
    expect(await page.getByLabel(say('field.milestone')).count()).toBe(0);
    expect(await page.getByText(say('completes.true')).count()).toBe(0);
    await visitor.leave();
  });

  it('what was received and confirmed is handed on, and counted where it was received', async () => {
    const { builder, tenants, city } = shared;
    const money = { kind: 'MONEY', quantity: { amount: '900', unit: 'EUR' } };
    const first = await promised(city, builder, { ...money, description: 'Nine hundred for windows.' });
    const quantity = { amount: '600', unit: 'EUR' };
    const { id } = await city.client.record('recordContribution', {
      commitmentId: first,
      quantity,
      date: day(0),
      description: 'The first six hundred.',
    });
    await builder.client.record('corroborateContribution', { contributionId: id });
    const second = await promised(builder, tenants, { ...money, description: 'What we get, you get.' });

    const visitor = await visit(builder, `/record/contribution/${second}`);
    const { page } = visitor;
    await textOf(page, say('field.quantity.amount')).fill('250');
    await press(page, say('passesOn.open'));
    const received = page.getByLabel(say('field.passesOn.commitmentId'));
    const choice = await received.locator('option').filter({ hasText: 'The first six hundred.' }).getAttribute('value');
    await received.selectOption(choice);
    await faultless(visitor);
    await shoot(visitor, 'contribution-passed-on');
    await press(page, say('command.RecordContribution.send'));
    await page.getByRole('link', { name: say('record.see') }).click();
    await page.getByText(say('contribution.passesOn')).waitFor();
    await faultless(visitor);
    await visitor.leave();
  });

  it('whoever is promised much accepts it all beforehand, and no more once it says so', async () => {
    const { builder, tenants, missionId } = shared;
    const visitor = await visit(tenants, `/missions/${missionId}`);
    const { page } = visitor;
    await press(page, `${say('command.AcceptReceiving')} (`);
    const form = page.getByRole('form', { name: say('command.AcceptReceiving') });
    // The sentence stands once the day that it names is there, and the line that it stays does from the beginning.
    const foretold = form.locator('.foretold');
    expect(await foretold.allInnerTexts()).toEqual([say('foretold.forGood')]);
    await pickDay(form, say('command.AcceptReceiving.until'), day(200));
    const until = dateText(intlOf(language), `${day(200)}T00:00:00Z`, { ...LONG_DAY, timeZone: 'UTC' });
    expect(await foretold.first().innerText()).toBe(
      say('foretold.AcceptReceiving', { actor: 'Tenants’ Union', until }),
    );
    await faultless(visitor);
    await press(form, say('command.AcceptReceiving.send'));
    await page.getByRole('button', { name: `${say('command.EndReceiving')} (` }).waitFor();
    await faultless(visitor);
    await shoot(visitor, 'mission-receiving');

    const answersOf = async () => {
      const { id } = await builder.client.record(
        'makeCommitment',
        promise(missionId, { counterpartyIds: [tenants.globalId] }),
      );
      const { commitment } = await builder.client.ask(
        'query ($id: ID!) { commitment(id: $id) { parties { part state } } }',
        { id },
      );
      const parties = commitment.parties as readonly { readonly part: string; readonly state: string }[];
      return { id, answers: parties.map(({ part, state }) => `${part} ${state}`) };
    };
    expect((await answersOf()).answers).toEqual(['PROMISOR ACCEPTED', 'COUNTERPARTY ACCEPTED']);

    await press(page, `${say('command.EndReceiving')} (`);
    await page
      .getByRole('form', { name: say('command.EndReceiving') })
      .getByRole('button', { name: say('command.EndReceiving.send') })
      .click();
    await page.getByText(say('receiving.text')).waitFor();
    await faultless(visitor);
    const later = await answersOf();
    expect(later.answers).toEqual(['PROMISOR ACCEPTED', 'COUNTERPARTY PROPOSED']);
    // Asked, and no more than that, wherever it is named.
    await page.goto(`/organisations/${tenants.globalId}`);
    await page.getByText(say('organisation.counterparty.PROPOSED')).waitFor();
    await page.goto(`/commitments/${later.id}`);
    await page.getByText(`(${say('named.PROPOSED')})`).waitFor();
    await faultless(visitor);
    await visitor.leave();
  });

  it('a figure that was mistyped is corrected, and what it said stays in sight; the indicator names its goal, then none', async () => {
    const { city, missionId } = shared;
    const visitor = await visit(city, `/record/indicator/${missionId}`);
    const { page } = visitor;
    await page.getByLabel(say('command.DefineIndicator.name')).fill('People housed');
    await page.getByLabel(say('command.DefineIndicator.unit')).selectOption('person');
    await page.getByLabel(say('field.sdgs')).fill('11.1.1, 99');
    await press(page, say('command.DefineIndicator.send'));
    // No such goal: that is said beside the field, in the page's own language.
    await page.locator('[id$="-sdgs"] .field-error').getByText(say('field.sdgs.invalid')).waitFor();
    await faultless(visitor);
    await page.getByLabel(say('field.sdgs')).fill('11.1.1, 10');
    await shoot(visitor, 'indicator-form');
    await press(page, say('command.DefineIndicator.send'));
    await page.getByRole('link', { name: say('record.see') }).click();
    await page.getByText(say('mission.sdg', { code: '11.1.1' })).waitFor();
    const indicatorId = page.url().split('/').at(-1);

    const evidence = [{ url: 'https://example.org/register', title: 'The register' }];
    await city.client.record('recordMeasurement', { indicatorId, value: '410', date: day(-3), evidence });
    await page.reload();
    await press(page, `${say('command.CorrectMeasurement')} (`);
    const form = page.getByRole('form', { name: say('command.CorrectMeasurement') });
    const value = form.locator('[id$="-value"] input').first();
    await value.fill('41');
    await value.blur();
    await textOf(form, say('command.CorrectMeasurement.reason')).fill('A nought too many.');
    await faultless(visitor);
    await shoot(visitor, 'indicator-correct');
    await press(form, say('command.CorrectMeasurement.send'));
    await page.getByText('A nought too many.').waitFor();
    // What shows it stays, as nothing was changed about that.
    await page.getByRole('link', { name: 'The register' }).first().waitFor();
    await faultless(visitor);
    await shoot(visitor, 'indicator');

    await press(page, say('command.ReviseIndicator'));
    const revising = page.getByRole('form', { name: say('command.ReviseIndicator') });
    await textOf(revising, say('field.sdgs')).fill('');
    await textOf(revising, say('command.ReviseIndicator.reason')).fill('Housed people are no goal of that list.');
    await press(revising, say('command.ReviseIndicator.send'));
    await page.getByText(say('mission.sdg', { code: '11.1.1' })).waitFor({ state: 'detached' });
    await visitor.leave();
  });
});
