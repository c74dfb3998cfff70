import { randomUUID } from 'node:crypto';
import { describe, it } from '@jest/globals';
import { day } from './client.js';
import {
  clock,
  commitmentId,
  contributionId,
  goOnFromHere,
  indicatorId,
  OPINION,
  refused,
  reviewId,
  shared,
  stranger,
  subsidiary,
} from './hostile.fixtures.js';
import { bareId, globalId, MISSION, promise } from './mission.js';

describe('Another organisation’s stream', () => {
  const amendment = () => {
    const { missionId: _, ...terms } = promise('', { commitmentId, description: 'None.', reason: 'Why not.' });
    return terms;
  };

  it('is not amended by a member that promised nothing', () =>
    refused(shared.tenants, 'amendCommitment', amendment(), 'NOT_A_PROMISOR', [], /bound by it/));

  it('is not amended by an organisation outside the mission', () =>
    refused(stranger, 'amendCommitment', amendment(), 'NOT_A_PROMISOR', [], /bound by it/));

  it('is not withdrawn', () =>
    refused(
      shared.tenants,
      'withdrawCommitment',
      { commitmentId, reason: 'No.' },
      'NOT_A_PROMISOR',
      [],
      /bound by it/,
    ));

  it('takes no contribution in another’s name', () =>
    refused(
      shared.tenants,
      'recordContribution',
      { commitmentId, contributorId: shared.builder.globalId, date: day(-1) },
      'NOT_A_PROMISOR',
      ['contributorId'],
      /by the organisation that gave it, or on its behalf by a backbone/,
    ));

  it('takes no promise in another’s name', () =>
    refused(
      shared.tenants,
      'makeCommitment',
      promise(shared.missionId, { promisorIds: [shared.builder.globalId] }),
      'NOT_A_PROMISOR',
      ['promisorIds', '0'],
      /by one of its promisors, or on their behalf by a backbone/,
    ));

  it.each([
    ['reviseOrganisation', { name: 'Renamed', sector: 'PUBLIC' }],
    ['ungroupOrganisation', { reason: 'Mine now.' }],
    ['dissolveOrganisation', { reason: 'No more.' }],
  ] as const)('is not touched by %s', (name, input) =>
    refused(
      stranger,
      name,
      { organisationId: shared.city.globalId, ...input },
      'NOT_YOUR_ORGANISATION',
      ['organisationId'],
      /Only the organisation itself/,
    ),
  );

  it('is not put in a group by others, nor in one whose parent has not agreed', async () => {
    const { city, builder } = shared;
    const ours = { organisationId: city.globalId, parentId: builder.globalId };
    await refused(stranger, 'proposeGrouping', ours, 'NOT_YOUR_ORGANISATION', ['parentId'], /by one of the two/);
    await refused(builder, 'acceptGrouping', ours, 'NO_PROPOSAL', ['parentId'], /the other accepts/);
  });

  it('of a mission is revised, and invited to, by its backbones alone', async () => {
    const { missionId, builder } = shared;
    const revision = { ...MISSION, missionId, title: 'Ours now', reason: 'Because.' };
    await refused(builder, 'reviseMission', revision, 'NOT_BACKBONE', [], /Only a backbone organisation of .* may/);
    const invitation = { missionId, organisationId: stranger.globalId, role: 'EVALUATOR' };
    await refused(builder, 'inviteOrganisation', invitation, 'NOT_BACKBONE', [], /Only a backbone organisation/);
  });

  it('of an indicator takes measurements of members alone', () =>
    refused(
      stranger,
      'recordMeasurement',
      { indicatorId, value: '1', date: day(-1) },
      'NOT_A_MEMBER',
      [],
      /must join first/,
    ));

  it('of a review is revised by its author and answered by the reviewed alone', async () => {
    const { city } = shared;
    await refused(city, 'reviseReview', { reviewId, ...OPINION }, 'NOT_YOUR_REVIEW', ['reviewId'], /that submitted it/);
    const answer = { reviewId, answer: 'Thanks.' };
    await refused(city, 'answerReview', answer, 'NOT_YOURS_TO_ANSWER', ['reviewId'], /by the organisation it is about/);
  });
});

describe('A word in one’s own favour', () => {
  it('as a review of oneself is refused', () =>
    refused(
      shared.builder,
      'submitReview',
      { commitmentId, reviewedId: shared.builder.globalId, ...OPINION },
      'SELF_REVIEW',
      ['reviewedId'],
      /name another promisor/,
    ));

  it('as a review within one’s control group is refused, in either direction', async () => {
    const ofParent = { commitmentId, reviewedId: shared.builder.globalId, ...OPINION };
    await refused(subsidiary, 'submitReview', ofParent, 'SAME_CONTROL_GROUP', ['reviewedId'], /outside it/);
  });

  it('as a corroboration by oneself, or within one’s control group, is refused', async () => {
    const { builder } = shared;
    await refused(builder, 'corroborateContribution', { contributionId }, 'OWN_CONTRIBUTION', [], /another|other/i);
    await refused(
      subsidiary,
      'corroborateContribution',
      { contributionId },
      'SAME_CONTROL_GROUP',
      ['contributionId'],
      /outside it/,
    );
  });

  it('as a verification by who is no evaluator is refused', () =>
    refused(shared.city, 'verifyContribution', { contributionId }, 'NOT_AN_EVALUATOR', [], /by an evaluator/));

  it('as an amendment once the promise is due is refused, and so is taking it back', async () => {
    const { city, missionId } = shared;
    const { id } = await city.client.record('makeCommitment', promise(missionId, { dueOn: day(1) }));
    clock.moveTo(`${day(2)}T12:00:00.000Z`);
    await goOnFromHere();
    const { missionId: _, ...terms } = promise('', { commitmentId: id, reason: 'Late.' });
    await refused(city, 'amendCommitment', terms, 'AFTER_DUE', [], /propose a settlement instead/);
    const withdrawal = { commitmentId: id, reason: 'Too late.' };
    await refused(city, 'withdrawCommitment', withdrawal, 'AFTER_DUE', [], /was due on/);
    clock.moveTo(new Date().toISOString());
  });
});

describe('A mutation', () => {
  it.each(['', 'x', randomUUID().toUpperCase(), '00000000-0000-0000-0000-000000000000', `${randomUUID()}\u0000`])(
    'under the commandId %j is refused with the form it takes',
    (commandId) =>
      refused(
        shared.city,
        'makeCommitment',
        { ...promise(shared.missionId), commandId },
        'INVALID_INPUT',
        ['commandId'],
        /is not a UUID in lower case, such as/,
      ),
  );

  it.each([
    ['missionId', 'Mission', () => shared.city.globalId],
    ['missionId', 'Mission', () => bareId(shared.missionId)],
    ['missionId', 'Mission', () => 'x\u0000'],
  ])('with a %s that is not of type %s is refused with where to take it from', (field, type, id) =>
    refused(
      shared.city,
      'makeCommitment',
      promise(id()),
      'INVALID_INPUT',
      [field],
      new RegExp(`is not an id of type ${type}; take it from the field`),
    ),
  );

  it('that names an organisation in a list by another type’s id says which of them', () =>
    refused(
      shared.city,
      'makeCommitment',
      promise(shared.missionId, { counterpartyIds: [shared.tenants.globalId, shared.missionId] }),
      'INVALID_INPUT',
      ['counterpartyIds', '1'],
      /is not an id of type Organisation/,
    ));

  it('that names nobody registered, or a mission never declared, is refused', async () => {
    const nobody = globalId('Organisation', randomUUID());
    const toNobody = promise(shared.missionId, { counterpartyIds: [nobody] });
    const path = ['counterpartyIds', '0'];
    await refused(shared.city, 'makeCommitment', toNobody, 'UNKNOWN_ORGANISATION', path, /register it first/);
    const nowhere = promise(globalId('Mission', randomUUID()));
    await refused(shared.city, 'makeCommitment', nowhere, 'UNKNOWN_MISSION', ['missionId'], /declare it first/);
  });

  it('that names an organisation twice, on both sides, or too many, is refused', async () => {
    const { city, tenants, missionId } = shared;
    const twice = promise(missionId, { counterpartyIds: [tenants.globalId, tenants.globalId] });
    await refused(city, 'makeCommitment', twice, 'INVALID_INPUT', ['counterpartyIds'], /name each once/);
    const both = promise(missionId, { counterpartyIds: [city.globalId] });
    await refused(city, 'makeCommitment', both, 'ON_BOTH_SIDES', ['counterpartyIds', '0'], /one side/);
    const counterpartyIds = Array.from({ length: 21 }, () => globalId('Organisation', randomUUID()));
    const many = promise(missionId, { counterpartyIds });
    await refused(city, 'makeCommitment', many, 'INVALID_INPUT', ['counterpartyIds'], /at most 20/);
  });
});
