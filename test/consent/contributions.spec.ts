import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Input } from '../acceptance/client.js';
import { bareId, globalId, type Member } from '../acceptance/mission.js';
import {
  accredit,
  amount,
  begin,
  builder,
  city,
  friend,
  give,
  given,
  institute,
  kinds,
  missionId,
  neighbour,
  network,
  opinion,
  promise,
  share,
  tenants,
  TOTALS,
  voices,
  weighedOf,
} from './contributions.fixtures.js';
import { attempt, said } from './network.js';

beforeAll(begin);
afterAll(() => network.close());

describe('A giver', () => {
  it('mends 50 typed for 5 within the day, without giving reasons', async () => {
    const commitmentId = await promise();
    const contributionId = await give(commitmentId, '50', '2026-03-10');
    expect((await given(contributionId)).commitment).toMatchObject({ state: 'KEPT', delivered: { amount: '50' } });
    await builder.client.record('correctContribution', { contributionId, ...amount('5.0'), date: '2026-03-10' });
    expect(await given(contributionId)).toMatchObject({
      evidence: 'DECLARED',
      version: 2,
      quantity: { amount: '5' },
      versions: [
        { version: 1, quantity: { amount: '50' } },
        { version: 2, quantity: { amount: '5' }, reason: null },
      ],
      commitment: { state: 'DUE', delivered: { amount: '5' } },
    });
  });

  it('corrects 400 to 40 once others have spoken, with a reason, and its evidence begins anew', async () => {
    const commitmentId = await promise();
    const contributionId = await give(commitmentId, '400', '2026-03-10');
    await tenants.client.record('corroborateContribution', { contributionId });
    const correcting = { contributionId, ...amount('40'), date: '2026-03-10' };
    expect(said(await attempt(builder, 'correctContribution', correcting))).toEqual(['REASON_MISSING', ['reason']]);
    await builder.client.record('correctContribution', { ...correcting, reason: 'A nought too many.' });
    expect(await given(contributionId)).toMatchObject({
      evidence: 'DECLARED',
      statements: [
        { act: 'DECLARED', superseded: false },
        { act: 'CORROBORATED', version: 1, superseded: true },
      ],
      versions: [{ version: 1 }, { version: 2, reason: 'A nought too many.' }],
    });
    await tenants.client.record('corroborateContribution', { contributionId });
    expect((await given(contributionId)).evidence).toBe('CORROBORATED');
  });

  it('takes back what it recorded, which then counts for nothing', async () => {
    const commitmentId = await promise();
    const contributionId = await give(commitmentId, '40', '2026-03-10');
    await builder.client.record('retractContribution', { contributionId, reason: 'It was the neighbours’ work.' });
    expect(await given(contributionId)).toMatchObject({
      retractedOn: '2026-03-10',
      retractionReason: 'It was the neighbours’ work.',
      commitment: { state: 'DUE', delivered: { amount: '0' } },
    });
  });

  it('delivers nothing by what it gave before it was bound', async () => {
    const commitmentId = await promise();
    const contributionId = await give(commitmentId, '40', '2026-03-10', { date: '2026-02-20' });
    expect((await given(contributionId)).commitment).toMatchObject({ state: 'DUE', delivered: { amount: '0' } });
  });

  it('writes amounts as it likes, and is recorded in one spelling', async () => {
    const commitmentId = await promise();
    for (const [written, recorded] of [
      ['15.0', '15'],
      ['+15', '15'],
      ['1e1', '10'],
      ['0.123456789012345', '0.123456789012345'],
    ] as const) {
      const contributionId = await give(commitmentId, written, '2026-03-10');
      expect((await given(contributionId)).quantity.amount).toBe(recorded);
    }
  });

  it('is asked on its desk for what somebody says is wrong', async () => {
    const commitmentId = await promise();
    const contributionId = await give(commitmentId, '40', '2026-04-10');
    await tenants.client.record('disputeContribution', { contributionId, reason: 'Ten are wet.' });
    await neighbour.client.record('noteObjection', { contributionId, reason: 'We saw thirty.' });
    expect(await kinds(builder)).toEqual(expect.arrayContaining(['ContributionDisputed', 'ObjectionNoted']));
    const [{ id: objectionId }] = (await given(contributionId)).objections;
    await builder.client.record('answerObjection', { objectionId, answer: 'Thirty, you are right.' });
    await builder.client.record('correctContribution', {
      contributionId,
      ...amount('30'),
      date: '2026-04-10',
      reason: 'So.',
    });
    expect(await kinds(builder)).not.toEqual(expect.arrayContaining(['ContributionDisputed']));
    expect(await kinds(builder)).not.toEqual(expect.arrayContaining(['ObjectionNoted']));
    await tenants.client.record('withdrawDispute', { contributionId });
  });
});

describe('An evaluator', () => {
  it('that is accredited finds 12 of 40: twelve count, and the giver corrects no more', async () => {
    const commitmentId = await promise();
    const contributionId = await give(commitmentId, '40', '2026-03-10');
    const finding = { contributionId, noTies: true, finding: 'Twelve are dry.' };
    const verifying = (of: string) =>
      attempt(institute, 'verifyContribution', { ...finding, found: { amount: of, unit: 'dwelling' } });
    expect(said(await verifying('41'))).toEqual(['FOUND_TOO_LARGE', ['found', 'amount']]);
    expect(said(await attempt(institute, 'verifyContribution', { contributionId }))).toEqual([
      'TIES_NOT_DENIED',
      ['noTies'],
    ]);
    expect(said(await verifying('12'))).toBe('recorded');
    expect(await given(contributionId)).toMatchObject({
      evidence: 'VERIFIED',
      quantity: { amount: '40' },
      found: { amount: '12' },
      statements: [{}, { act: 'VERIFIED', accredited: true, paid: false, found: { amount: '12' } }],
      commitment: { state: 'DUE', delivered: { amount: '12' } },
    });
    const correcting = { contributionId, ...amount('12'), date: '2026-03-10', reason: 'So it is.' };
    expect(said(await attempt(builder, 'correctContribution', correcting))).toEqual([
      'ALREADY_VERIFIED',
      ['contributionId'],
    ]);
    expect(said(await verifying('14'))).toBe('recorded');
    expect((await given(contributionId)).found).toEqual({ amount: '14' });
  });

  it('without accreditation that finds 0.01 says no more than a corroboration', async () => {
    const commitmentId = await promise();
    const contributionId = await give(commitmentId, '40', '2026-03-10');
    const found = { amount: '0.01', unit: 'dwelling' };
    await friend.client.record('verifyContribution', { contributionId, noTies: true, found });
    expect(await given(contributionId)).toMatchObject({
      evidence: 'CORROBORATED',
      found: null,
      statements: [{}, { accredited: false }],
      commitment: { state: 'KEPT', delivered: { amount: '40' } },
    });
    await builder.client.record('correctContribution', {
      contributionId,
      ...amount('39'),
      date: '2026-03-10',
      reason: 'One is wet.',
    });
  });

  it('that the giver paid says no more either, and that is shown', async () => {
    network.at('2026-03-01');
    const payer = await network.organisation('Payers');
    const paid = await network.organisation('Paid Evaluators');
    const sceptic = await network.organisation('Sceptical Evaluators');
    const mission = await share(payer, [], [paid, sceptic]);
    await accredit(paid);
    const { id } = await payer.client.record('makeCommitment', {
      missionId: mission,
      kind: 'SERVICE',
      ...amount('40'),
      description: 'Forty dwellings made dry.',
      dueOn: '2026-10-01',
    });
    network.at('2026-05-01');
    const recorded = await payer.client.record('recordContribution', {
      commitmentId: id,
      ...amount('40'),
      date: '2026-05-01',
    });
    await paid.client.record('verifyContribution', { contributionId: recorded.id, noTies: true });
    expect(await given(recorded.id)).toMatchObject({
      evidence: 'VERIFIED',
      statements: [{}, { accredited: true, paid: false }],
    });
    const disputing = { contributionId: recorded.id, reason: 'It is wet.' };
    const settled = await attempt(sceptic, 'disputeContribution', disputing);
    expect(said(settled)).toEqual(['ALREADY_VERIFIED', ['contributionId']]);
    const payment = {
      missionId: mission,
      kind: 'MONEY',
      description: 'Fees',
      quantity: { amount: '500', unit: 'EUR' },
    };
    await payer.client.record('recordContribution', {
      ...payment,
      date: '2026-05-01',
      counterpartyIds: [paid.globalId],
    });
    expect(await given(recorded.id)).toMatchObject({
      evidence: 'CORROBORATED',
      statements: [{}, { accredited: true, paid: true }],
    });
    // Nor does it settle a dispute; and the giver, which chose to pay, corrects no more than before.
    const correcting = { contributionId: recorded.id, ...amount('39'), date: '2026-05-01', reason: 'One is wet.' };
    expect(said(await attempt(payer, 'correctContribution', correcting))).toEqual([
      'ALREADY_VERIFIED',
      ['contributionId'],
    ]);
    await sceptic.client.record('disputeContribution', disputing);
    expect(await given(recorded.id)).toMatchObject({ disputed: true });
  });

  it('of one control group with the giver counts for nothing, with a party for a corroboration; and that is shown', async () => {
    network.at('2026-03-01');
    const [giver, receiver] = [await network.organisation('Roofers'), await network.organisation('Roofless')];
    const [ofGiver, ofReceiver] = [await network.organisation('Roof Audit'), await network.organisation('Rain Audit')];
    const mission = await share(giver, [receiver], [ofGiver, ofReceiver]);
    for (const each of [ofGiver, ofReceiver]) await accredit(each);
    const verifiedBy = async (evaluator: Member) => {
      const { id } = await giver.client.record('makeCommitment', {
        missionId: mission,
        kind: 'SERVICE',
        ...amount('40'),
        description: 'Forty dwellings made dry.',
        dueOn: '2026-10-01',
        counterpartyIds: [receiver.globalId],
      });
      const gift = { commitmentId: id, ...amount('40'), date: '2026-03-01' };
      const contributionId = (await giver.client.record('recordContribution', gift)).id;
      await evaluator.client.record('verifyContribution', { contributionId, noTies: true });
      return contributionId;
    };
    const [own, others] = [await verifiedBy(ofGiver), await verifiedBy(ofReceiver)];
    const independent = { evidence: 'VERIFIED', statements: [{}, { tied: false, tiedToParty: false }] };
    expect([await given(own), await given(others)]).toMatchObject([independent, independent]);
    network.at('2026-03-02');
    for (const [child, parent] of [
      [ofGiver, giver],
      [ofReceiver, receiver],
    ] as const) {
      const both = { organisationId: child.globalId, parentId: parent.globalId };
      await child.client.record('proposeGrouping', { ...both, reason: 'Bought.' });
      await parent.client.record('acceptGrouping', both);
    }
    expect([await given(own), await given(others)]).toMatchObject([
      { evidence: 'DECLARED', statements: [{}, { tied: true, tiedToParty: true }] },
      { evidence: 'CORROBORATED', statements: [{}, { tied: false, tiedToParty: true }] },
    ]);
  });

  it('of one’s own mission, with thirty gifts of next to nothing, gives nobody a voice', async () => {
    network.at('2026-03-01');
    const loud = await network.organisation('Loud');
    const own = await network.organisation('Own Evaluators');
    const heard = await give(await promise(), '40', '2026-03-02');
    await institute.client.record('verifyContribution', { contributionId: heard, noTies: true });
    const before = await voices('2026-03-21');
    expect(Math.max(...Object.values(before))).toBeGreaterThan(0);
    network.at('2026-03-01');
    const mission = await share(loud, [], [own]);
    const { id } = await loud.client.record('makeCommitment', {
      missionId: mission,
      kind: 'TIME',
      description: 'Hours',
      quantity: { amount: '1', unit: 'hour' },
      dueOn: '2026-10-01',
    });
    network.at('2026-03-20');
    for (let n = 0; n < 30; n += 1) {
      const quantity = { amount: '0.000001', unit: 'hour' };
      const { id: contributionId } = await loud.client.record('recordContribution', {
        commitmentId: id,
        quantity,
        date: '2026-03-20',
      });
      await own.client.record('verifyContribution', { contributionId, noTies: true });
    }
    await loud.client.record('joinMission', { missionId, role: 'MEMBER' });
    const commitmentId = await promise();
    await give(commitmentId, '40', '2026-03-21');
    const told = { commitmentId, reviewedId: builder.globalId, ...opinion(0) };
    const review = await loud.client.record('submitReview', told);
    const reviews = await weighedOf(builder);
    expect(reviews.find((each) => each.review.id === review.id)).toMatchObject({ anchor: 0, weight: 0 });
    expect(await voices('2026-03-21')).toStrictEqual(before);
  });
});

/** What an organisation received, confirmed, and has not handed on in whole. */
async function toPassOn(member: Member, unit: string): Promise<readonly string[]> {
  const { contributionsToPassOn } = await network.of(member, `contributionsToPassOn(unit: "${unit}") { nodes { id } }`);
  return (contributionsToPassOn.nodes as readonly { readonly id: string }[]).map(({ id }) => id);
}

describe('Money that is handed on', () => {
  it('is counted once: of €100k passed on, the first hand', async () => {
    network.at('2026-06-01');
    const euros = (of: string) => ({ quantity: { amount: of, unit: 'EUR' } });
    const gift = { missionId, kind: 'MONEY', description: 'A grant', date: '2026-06-01' };
    const first = await city.client.record('recordContribution', {
      ...gift,
      ...euros('100000'),
      counterpartyIds: [builder.globalId],
    });
    const [commitmentId, contributionId] = bareId(first.id).split('/');
    const passesOn = { commitmentId: globalId('Commitment', commitmentId ?? ''), contributionId };
    const handing = (of: string) => ({
      ...gift,
      ...euros(of),
      description: 'Handed on',
      counterpartyIds: [tenants.globalId],
      passesOn,
    });
    expect(said(await attempt(builder, 'recordContribution', handing('100000')))).toEqual([
      'PASSED_ON_UNKNOWN',
      ['passesOn'],
    ]);
    await builder.client.record('corroborateContribution', { contributionId: first.id });
    expect(said(await attempt(builder, 'recordContribution', handing('100000.01')))).toEqual([
      'PASSED_ON_TOO_MUCH',
      ['quantity', 'amount'],
    ]);
    expect([await toPassOn(builder, 'EUR'), await toPassOn(builder, 'hour')]).toEqual([[first.id], []]);
    const second = await builder.client.record('recordContribution', handing('60000'));
    expect(await toPassOn(builder, 'EUR')).toEqual([first.id]);
    expect(said(await attempt(builder, 'recordContribution', handing('40001')))).toEqual([
      'PASSED_ON_TOO_MUCH',
      ['quantity', 'amount'],
    ]);
    await builder.client.record('recordContribution', handing('40000'));
    // Nothing of it is left, which a correction does not change; it may make it less, and as much again.
    const correcting = (of: string) => ({ ...euros(of), contributionId: second.id, date: '2026-06-01' });
    expect(said(await attempt(builder, 'correctContribution', correcting('60000.01')))).toEqual([
      'PASSED_ON_TOO_MUCH',
      ['quantity', 'amount'],
    ]);
    await builder.client.record('correctContribution', correcting('59999'));
    await builder.client.record('correctContribution', correcting('60000'));
    expect(await toPassOn(builder, 'EUR')).toEqual([]);
    const { mission } = await network.anybody.ask(TOTALS, { id: missionId });
    const money = (mission.progress.contributions as readonly Input[]).filter(({ kind }) => kind === 'MONEY');
    expect(money).toEqual([
      { kind: 'MONEY', unit: 'EUR', evidence: 'CORROBORATED', amount: '100000', handedOn: null, count: 1, disputed: 0 },
      { kind: 'MONEY', unit: 'EUR', evidence: 'DECLARED', amount: '0', handedOn: '100000', count: 2, disputed: 0 },
    ]);
    const shown = await network.anybody.ask('query ($id: ID!) { contribution(id: $id) { passesOn { id } } }', {
      id: second.id,
    });
    expect(shown.contribution.passesOn).toEqual({ id: first.id });
  });
});
