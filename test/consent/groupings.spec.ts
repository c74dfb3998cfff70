import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefused, type Input } from '../acceptance/client.js';
import { MISSION, promise, shareMission, type Member } from '../acceptance/mission.js';
import { attempt, Network, said } from './network.js';

const OPINION: Input = {
  scores: { results: 4, reliability: 4, openness: 4, learning: 4 },
  whatWorked: 'They called before they came.',
  whatToTry: 'Come earlier in the year.',
};

const ERASE = 'mutation ($input: EraseValueInput!) { eraseValue(input: $input) { __typename } }';

let network: Network;
beforeAll(async () => {
  network = await Network.open();
});
afterAll(() => network.close());

const MAY = 'query ($id: ID!) { organisation(id: $id) { may { command about code } } }';

describe('A grouping', () => {
  it('takes the word of both: proposed by one, on the desk of the other, and in force once that accepts', async () => {
    network.at('2026-03-01');
    const [daughter, mother] = [await network.organisation('Daughter'), await network.organisation('Mother')];
    const both = { organisationId: daughter.globalId, parentId: mother.globalId };
    await daughter.client.record('proposeGrouping', { ...both, reason: 'Bought in March.' });
    expect(await network.parentOf(daughter)).toBe('Daughter');
    expect(await network.awaitedOf(mother)).toEqual([
      { kind: 'GROUPING', stream: `organisation/${daughter.id}`, dueOn: '2026-04-30' },
    ]);
    expect(await network.awaitedOf(daughter)).toEqual([]);
    expect(said(await attempt(daughter, 'acceptGrouping', both))).toEqual(['NOT_ASKED', ['parentId']]);

    await mother.client.record('acceptGrouping', both);
    expect([await network.parentOf(daughter), await network.awaitedOf(mother)]).toEqual(['Mother', []]);
    expect(await network.parentOf(daughter, '2026-02-28')).toBe('Daughter');
    expect((await network.of(mother, 'subsidiaries { name }')).subsidiaries).toEqual([{ name: 'Daughter' }]);
    const { groupingProposals, groupMemberships } = await network.of(
      daughter,
      'groupingProposals { nodes { kind standing reason { text } saidBy { name } parent { name } answeredOn } } ' +
        'groupMemberships { nodes { basis since until group { name } } }',
    );
    expect(groupingProposals.nodes).toEqual([
      {
        kind: 'PROPOSED',
        standing: 'ACCEPTED',
        reason: { text: 'Bought in March.' },
        saidBy: { name: 'Daughter' },
        parent: { name: 'Mother' },
        answeredOn: '2026-03-01',
      },
    ]);
    expect(groupMemberships.nodes).toEqual([
      { basis: 'AGREED', since: '2026-03-01', until: null, group: { name: 'Mother' } },
    ]);
  });

  it('is not made without the parent’s word', async () => {
    const [daughter, mother] = [await network.organisation('Alone'), await network.organisation('Unasked')];
    const both = { organisationId: daughter.globalId, parentId: mother.globalId };
    expect(said(await attempt(daughter, 'acceptGrouping', both))).toEqual(['NO_PROPOSAL', ['parentId']]);
    expect(said(await attempt(network.operator, 'proposeGrouping', both))).toEqual([
      'NOT_YOUR_ORGANISATION',
      ['parentId'],
    ]);
    await daughter.client.record('proposeGrouping', both);
    await mother.client.record('declineGrouping', { ...both, reason: 'Not ours.' });
    expect([await network.parentOf(daughter), await network.awaitedOf(mother)]).toEqual(['Alone', []]);
    expect(said(await attempt(daughter, 'proposeGrouping', both))).toEqual(['GROUPING_DECLINED', ['parentId']]);
  });

  it('is not joined by a parent that has subsidiaries, whose names the refusal says', async () => {
    network.at('2026-03-01');
    const [child, middle, top] = [
      await network.organisation('Child'),
      await network.organisation('Middle'),
      await network.organisation('Top'),
    ];
    const lower = { organisationId: child.globalId, parentId: middle.globalId };
    const upper = { organisationId: middle.globalId, parentId: top.globalId };
    await middle.client.record('proposeGrouping', upper);
    await child.client.record('proposeGrouping', lower);
    await middle.client.record('acceptGrouping', lower);
    const refused = await attempt(top, 'acceptGrouping', upper);
    expect(said(refused)).toEqual(['HAS_SUBSIDIARIES', ['organisationId']]);
    expect(isRefused(refused) && refused.message).toMatch(/parent of Child; group these under the new parent first/);
    const { organisation } = await top.client.ask(MAY, { id: middle.globalId });
    expect(organisation.may).toContainEqual({
      command: 'AcceptGrouping',
      about: top.globalId,
      code: 'HAS_SUBSIDIARIES',
    });
    await child.client.record('ungroupOrganisation', { organisationId: child.globalId, reason: 'Regrouped.' });
    await top.client.record('acceptGrouping', upper);
    // Child was in Middle's group within the year: it counts as one with Top by way of Middle.
    expect([
      await network.oneGroup(child, top, '2026-03-01'),
      await network.oneGroup(child, top, '2027-03-01'),
    ]).toEqual([true, true]);
    expect(await network.oneGroup(child, top, '2027-03-02')).toBe(false);
  });

  it('gives the same receipt again to a command sent again, whatever the views know by then', async () => {
    const [child, top] = [await network.organisation('Sent twice'), await network.organisation('Top of it')];
    const input = { commandId: randomUUID(), organisationId: child.globalId, parentId: top.globalId };
    const first = await child.client.record('proposeGrouping', input);
    const grandchild = await network.organisation('Come since');
    const below = { organisationId: grandchild.globalId, parentId: child.globalId };
    await grandchild.client.record('proposeGrouping', below);
    await child.client.record('acceptGrouping', below);
    const again = await child.client.record('proposeGrouping', input);
    expect(again.receipt).toEqual(first.receipt);
    expect(said(await attempt(child, 'proposeGrouping', { ...input, commandId: randomUUID() }))).toEqual([
      'HAS_SUBSIDIARIES',
      ['organisationId'],
    ]);
  });
});

describe('What the operator asserts from a register', () => {
  const register = 'https://register.example.org/7';

  it('counts once 14 days have passed in which neither side contested it', async () => {
    network.at('2026-03-01');
    const [daughter, mother] = [await network.organisation('Silent'), await network.organisation('Owner')];
    const both = { organisationId: daughter.globalId, parentId: mother.globalId };
    expect(said(await attempt(daughter, 'assertGrouping', { ...both, register }))).toEqual(['NOT_THE_OPERATOR', []]);
    await network.operator.client.record('assertGrouping', { ...both, register });
    for (const asked of [daughter, mother]) {
      expect(await network.awaitedOf(asked)).toEqual([
        { kind: 'GROUPING_ASSERTED', stream: `organisation/${daughter.id}`, dueOn: '2026-03-15' },
      ]);
    }
    network.at('2026-03-15');
    expect([await network.parentOf(daughter), (await network.awaitedOf(mother)).length]).toEqual(['Silent', 1]);
    network.at('2026-03-16');
    // Nobody is late with an answer that silence gives.
    expect([await network.parentOf(daughter), (await network.awaitedOf(mother)).length]).toEqual(['Owner', 0]);
    const contesting = await attempt(daughter, 'contestGrouping', { ...both, reason: 'Sold.' });
    expect(said(contesting)).toEqual(['CONTEST_OVER', ['parentId']]);
    const leaving = { organisationId: daughter.globalId, reason: 'We left.' };
    expect(said(await attempt(daughter, 'ungroupOrganisation', leaving))).toEqual(['ASSERTED_GROUP', []]);
    expect(said(await attempt(network.operator, 'ungroupOrganisation', leaving))).toBe('recorded');
  });

  it('does not count where the operator takes it back in time', async () => {
    network.at('2026-03-01');
    const [daughter, mother] = [await network.organisation('Mistaken'), await network.organisation('No owner')];
    const both = { organisationId: daughter.globalId, parentId: mother.globalId };
    await network.operator.client.record('assertGrouping', { ...both, register });
    const dropping = { ...both, reason: 'A firm of the same name.' };
    expect(said(await attempt(mother, 'dropGroupingAssertion', dropping))).toEqual(['NOT_THE_OPERATOR', []]);
    await network.operator.client.record('dropGroupingAssertion', dropping);
    network.at('2026-03-16');
    expect([await network.parentOf(daughter), await network.awaitedOf(mother)]).toEqual(['Mistaken', []]);
    const { groupingProposals } = await network.of(daughter, 'groupingProposals { nodes { standing } }');
    expect(groupingProposals.nodes).toEqual([{ standing: 'DROPPED' }]);
  });

  it('does not count where one of them contests it, though the other has the words erased', async () => {
    network.at('2026-03-01');
    const [daughter, mother] = [await network.organisation('Objecting'), await network.organisation('Former owner')];
    const both = { organisationId: daughter.globalId, parentId: mother.globalId };
    await network.operator.client.record('assertGrouping', { ...both, register });
    network.at('2026-03-15');
    const contested = await mother.client.record('contestGrouping', { ...both, reason: 'We sold it in 2025.' });
    const proposals = () =>
      network.of(daughter, 'groupingProposals { nodes { standing register answerReason { text disclosure } } }');
    expect((await proposals()).groupingProposals.nodes).toEqual([
      { standing: 'CONTESTED', register, answerReason: { text: 'We sold it in 2025.', disclosure: 'PUBLIC' } },
    ]);
    const words = { eventId: contested.receipt.events[0]?.id, path: '/reason', ground: 'REQUEST_OF_THE_PERSON' };
    const erase = async ({ client }: Member) =>
      (await client.ask(ERASE, { input: { commandId: randomUUID(), ...words } })).eraseValue.__typename as string;
    expect(await erase(await network.organisation('Stranger to both'))).toBe('EraseValueRefused');
    expect(await erase(daughter)).toBe('ErasureRecorded');
    network.at('2027-03-01');
    expect([await network.parentOf(daughter), await network.oneGroup(daughter, mother, '2027-03-01')]).toEqual([
      'Objecting',
      false,
    ]);
    expect((await proposals()).groupingProposals.nodes).toEqual([
      { standing: 'CONTESTED', register, answerReason: { text: null, disclosure: 'ERASED' } },
    ]);
  });
});

describe('A review', () => {
  /** The one reviews what the other promised. */
  async function setting(name: string) {
    const [city, giver, reviewer] = [
      await network.organisation(`City of ${name}`),
      await network.organisation(`Giver of ${name}`),
      await network.organisation(`Reviewer of ${name}`),
    ];
    const missionId = (await city.client.record('declareMission', MISSION)).id;
    for (const { client } of [giver, reviewer]) await client.record('joinMission', { missionId, role: 'MEMBER' });
    const made = { missionId, kind: 'SERVICE', description: 'Insulate forty dwellings.' };
    const commitmentId = (await giver.client.record('makeCommitment', made)).id;
    const both = { organisationId: reviewer.globalId, parentId: giver.globalId };
    return {
      reviewer,
      group: async () => {
        await reviewer.client.record('proposeGrouping', both);
        await giver.client.record('acceptGrouping', both);
      },
      leave: () =>
        reviewer.client.record('ungroupOrganisation', { organisationId: reviewer.globalId, reason: 'For a day.' }),
      review: () => attempt(reviewer, 'submitReview', { commitmentId, reviewedId: giver.globalId, ...OPINION }),
    };
  }

  it('after leaving the group is refused for 365 days, and so there is nothing to come back for', async () => {
    network.at('2026-03-01');
    const { group, leave, review } = await setting('Leaving');
    await group();
    network.at('2026-03-10');
    await leave();
    expect(said(await review())).toEqual(['SAME_CONTROL_GROUP', ['reviewedId']]);
    network.at('2027-03-10');
    expect(said(await review())).toEqual(['SAME_CONTROL_GROUP', ['reviewedId']]);
    network.at('2027-03-11');
    expect(said(await review())).toBe('recorded');
  });

  it('before a grouping is taken; on the days asked about once they are one, they are one', async () => {
    network.at('2026-03-01');
    const { group, review } = await setting('Joining');
    expect(said(await review())).toBe('recorded');
    network.at('2026-03-02');
    await group();
    expect(said(await review())).toEqual(['SAME_CONTROL_GROUP', ['reviewedId']]);
  });
});

describe('What needs somebody from outside', () => {
  it('is refused to whoever is one with those it speaks of by way of a third, though neither shared a group with the other', async () => {
    network.at('2026-03-01');
    const { missionId, city, builder, tenants, evaluator } = await shareMission(network.api);
    const made = promise(missionId, { counterpartyIds: [tenants.globalId] });
    const commitmentId = (await builder.client.record('makeCommitment', made)).id;
    await tenants.client.record('acceptCommitment', { commitmentId, termsVersion: 1 });
    const given = { commitmentId, quantity: { amount: '10', unit: 'dwelling' }, date: '2026-03-01' };
    const contributionId = (await builder.client.record('recordContribution', given)).id;
    const told = { commitmentId, reviewedId: builder.globalId };
    const reviewId = (await tenants.client.record('submitReview', { ...told, ...OPINION })).id;

    const reporterIds = [city.globalId, builder.globalId];
    const terms = { missionId, name: 'People', unit: 'person', direction: 'INCREASE', reporterIds };
    const indicatorId = (await city.client.record('defineIndicator', terms)).id;
    const figure = { indicatorId, date: '2026-02-28' };
    await builder.client.record('recordMeasurement', { ...figure, value: '90' });
    const measurementId = (await city.client.record('recordMeasurement', { ...figure, value: '80' })).id;

    // Each of the three belongs to a group of its own; what ties the groups are others, which changed sides.
    const [near, far, further] = [
      await network.organisation('Near'),
      await network.organisation('Far'),
      await network.organisation('Further'),
    ];
    await network.group(builder, near);
    await network.group(tenants, far);
    await network.group(evaluator, further);
    const acts = [
      [tenants, 'corroborateContribution', { contributionId }, 'contributionId'],
      [tenants, 'disputeContribution', { contributionId, reason: 'We counted nine.' }, 'contributionId'],
      [evaluator, 'verifyContribution', { contributionId, noTies: true, finding: 'We counted ten.' }, 'contributionId'],
      [evaluator, 'confirmMeasurement', { measurementId }, 'measurementId'],
      [evaluator, 'submitReview', { ...told, ...OPINION }, 'reviewedId'],
      [tenants, 'reviseReview', { reviewId, ...OPINION }, 'reviewId'],
    ] as const;
    for (const elsewhere of [far, further]) {
      const turncoat = await network.organisation('Turncoat');
      await network.group(turncoat, near);
      await network.group(turncoat, elsewhere);
    }
    for (const [who, name, input, field] of acts) {
      const outcome = await attempt(who, name, input);
      expect([name, said(outcome)]).toEqual([name, ['SAME_CONTROL_GROUP', [field]]]);
      expect(isRefused(outcome) && outcome.message).toMatch(/by way of others/);
    }
    // A year after it left, nothing ties them any more.
    network.at('2027-03-02');
    for (const [who, name, input] of acts) {
      expect([name, said(await attempt(who, name, input))]).toEqual([name, 'recorded']);
    }
  });
});
