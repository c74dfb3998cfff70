import { describe, expect, it } from '@jest/globals';
import { erasable, type DomainEvent } from '@maillage/kernel';
import {
  BACKBONE,
  BUILDER,
  CITY,
  COMMITMENT,
  EVALUATOR,
  GIFT,
  INSIDER,
  MISSION,
  NEIGHBOUR,
  OBJECTION,
  SISTER,
  STRANGER,
  TENANTS,
  TENANTS_BRANCH,
  acceptedBy,
  accredited,
  commitment,
  contributed,
  corrected,
  disputeWithdrawn,
  disputed,
  disputing,
  joined,
  left,
  made,
  objected,
  saidNo,
  verified,
} from '../spec.fixtures.js';

const about = { contributionId: GIFT };
const dispute = { ...about, reason: 'The walls are still wet.' };
const promised = made({
  promisorIds: [CITY, BUILDER],
  counterpartyIds: [TENANTS],
  acceptedBy: [CITY, BUILDER, TENANTS],
});
const recorded = [promised, contributed()];

describe('Disputing a contribution', () => {
  it.each([
    ['a bound promisor other than the giver', BUILDER],
    ['a receiver that accepted the promise', TENANTS],
    ['an evaluator of the mission', EVALUATOR],
    ['a backbone', BACKBONE],
  ])('is for %s', (_, by) => {
    commitment(recorded).when('DisputeContribution', COMMITMENT, dispute, { by }).then(disputing(by));
  });

  it('is not for others: they may note an objection', () => {
    const standing = commitment(recorded).when('DisputeContribution', COMMITMENT, dispute, { by: NEIGHBOUR });
    standing.thenRefused('NO_STANDING', ['contributionId']);
    expect(standing.result).toMatchObject({ message: expect.stringMatching(/note an objection instead/) });
    const notAccepted = [{ ...promised, data: { ...(promised.data as object), acceptedBy: [CITY] } }, contributed()];
    for (const by of [TENANTS, BUILDER]) {
      commitment(notAccepted).when('DisputeContribution', COMMITMENT, dispute, { by }).thenRefused('NO_STANDING');
    }
  });

  it('is not for the giver, nor for its control group', () => {
    commitment(recorded).when('DisputeContribution', COMMITMENT, dispute, { by: CITY }).thenRefused('OWN_CONTRIBUTION');
    for (const by of [SISTER, INSIDER]) {
      commitment(recorded).when('DisputeContribution', COMMITMENT, dispute, { by }).thenRefused('SAME_CONTROL_GROUP');
    }
  });

  it('is done once by a control group, whether taken back or not, until the contribution is corrected', () => {
    const withBranch = [
      made({ promisorIds: [CITY], counterpartyIds: [TENANTS, TENANTS_BRANCH] }),
      contributed(),
      disputed(TENANTS),
    ];
    for (const past of [withBranch, [...withBranch, disputeWithdrawn(TENANTS)]]) {
      for (const by of [TENANTS, TENANTS_BRANCH]) {
        commitment(past).when('DisputeContribution', COMMITMENT, dispute, { by }).thenRefused('ALREADY_DISPUTED');
      }
    }
    commitment([...withBranch, corrected()])
      .when('DisputeContribution', COMMITMENT, dispute, { by: TENANTS_BRANCH })
      .then(disputing(TENANTS_BRANCH));
    commitment(withBranch).when('DisputeContribution', COMMITMENT, dispute, { by: BACKBONE }).then(disputing(BACKBONE));
  });

  it('does not end with the word of an evaluator, as far as its own stream knows: that may have been paid', () => {
    const past = [...recorded, verified(EVALUATOR)];
    for (const streams of [{}, accredited(EVALUATOR)]) {
      commitment(past, [], streams)
        .when('DisputeContribution', COMMITMENT, dispute, { by: TENANTS })
        .then(disputing(TENANTS));
    }
  });

  it('is taken back by whoever disputed it, while it holds something up', () => {
    const past = [...recorded, disputed(TENANTS)];
    const withdrawing = { ...about, reason: 'They dried.' };
    commitment(past)
      .when('WithdrawDispute', COMMITMENT, withdrawing, { by: TENANTS })
      .then({
        type: 'DisputeWithdrawn',
        data: {
          missionId: MISSION,
          ...about,
          contributorId: CITY,
          withdrawnBy: TENANTS,
          reason: erasable('They dried.'),
          on: '2026-03-01',
        },
      });
    const refused = (events: typeof past, by: string, at: string) =>
      commitment(events).when('WithdrawDispute', COMMITMENT, about, { by, at }).thenRefused('NOT_DISPUTED');
    refused(past, BACKBONE, '2026-03-02T12:00:00.000Z');
    refused([...past, disputeWithdrawn(TENANTS)], TENANTS, '2026-03-02T12:00:00.000Z');
    refused(past, TENANTS, '2026-05-01T12:00:00.000Z');
  });
});

describe('Objecting to a contribution', () => {
  const objection = { ...about, objectionId: OBJECTION, reason: 'We saw eight.' };
  const noted = (by: string) => objected(by, { reason: erasable('We saw eight.') });

  it('is for members since 30 days, and for parties', () => {
    for (const by of [NEIGHBOUR, BUILDER, TENANTS, BACKBONE]) {
      commitment(recorded).when('NoteObjection', COMMITMENT, objection, { by }).then(noted(by));
    }
    commitment(recorded).when('NoteObjection', COMMITMENT, objection, { by: STRANGER }).thenRefused('NOT_A_MEMBER');
    const since = (on: string) => ({
      ...joined(STRANGER, 'MEMBER'),
      data: { ...(joined(STRANGER, 'MEMBER').data as object), on },
    });
    commitment(recorded, [since('2026-01-31')])
      .when('NoteObjection', COMMITMENT, objection, { by: STRANGER })
      .thenRefused('MEMBER_TOO_RECENT');
    commitment(recorded, [since('2026-01-30')])
      .when('NoteObjection', COMMITMENT, objection, { by: STRANGER })
      .then(noted(STRANGER));
    commitment(recorded, [left(NEIGHBOUR), since('2026-01-01')])
      .when('NoteObjection', COMMITMENT, objection, { by: NEIGHBOUR })
      .thenRefused('NOT_A_MEMBER');
  });

  it('takes as long a membership of a party that was only asked, or said no, or left', () => {
    const asked = [made({ counterpartyIds: [STRANGER], acceptedBy: [CITY] }), contributed()];
    const accepting = acceptedBy(STRANGER);
    const gone = {
      type: 'PartyReleased',
      data: { missionId: MISSION, organisationId: STRANGER, reason: 'It is over.', on: '2026-03-01' },
    };
    const object = (past: readonly DomainEvent[]) =>
      commitment(past).when('NoteObjection', COMMITMENT, objection, { by: STRANGER });
    object(asked).thenRefused('NOT_A_MEMBER');
    object([...asked, saidNo(STRANGER)]).thenRefused('NOT_A_MEMBER');
    object([...asked, accepting]).then(noted(STRANGER));
    object([...asked, accepting, gone]).thenRefused('NOT_A_MEMBER');
  });

  it('is done once by a control group and version', () => {
    const past = [...recorded, objected(TENANTS)];
    const again = { ...about, reason: 'And the paint.' };
    for (const by of [TENANTS, TENANTS_BRANCH]) {
      commitment(past, [joined(TENANTS_BRANCH, 'MEMBER')])
        .when('NoteObjection', COMMITMENT, again, { by })
        .thenRefused('ALREADY_OBJECTED');
    }
    commitment(past).when('NoteObjection', COMMITMENT, objection, { by: NEIGHBOUR }).thenRefused('OBJECTION_EXISTS');
    const { result } = commitment([...past, corrected()]).when('NoteObjection', COMMITMENT, again, { by: TENANTS });
    expect(result).toMatchObject([{ type: 'ObjectionNoted', data: { objectedBy: TENANTS } }]);
    commitment(recorded).when('NoteObjection', COMMITMENT, again, { by: SISTER }).thenRefused('SAME_CONTROL_GROUP');
    commitment(recorded).when('NoteObjection', COMMITMENT, again, { by: CITY }).thenRefused('OWN_CONTRIBUTION');
  });

  it('is answered by the giver, and taken back by whoever noted it', () => {
    const past = [...recorded, objected(NEIGHBOUR)];
    const answering = { objectionId: OBJECTION, answer: 'Two dried later.' };
    commitment(past, [left(CITY)])
      .when('AnswerObjection', COMMITMENT, answering, { by: CITY })
      .then({
        type: 'ObjectionAnswered',
        data: {
          missionId: MISSION,
          ...about,
          objectionId: OBJECTION,
          objectedBy: NEIGHBOUR,
          answer: erasable('Two dried later.'),
          on: '2026-03-01',
        },
      });
    commitment(past)
      .when('AnswerObjection', COMMITMENT, answering, { by: NEIGHBOUR })
      .thenRefused('NOT_YOURS_TO_ANSWER');
    commitment(recorded).when('AnswerObjection', COMMITMENT, answering, { by: CITY }).thenRefused('UNKNOWN_OBJECTION');
    const back = { objectionId: OBJECTION };
    commitment(past).when('WithdrawObjection', COMMITMENT, back, { by: CITY }).thenRefused('NOT_YOUR_OBJECTION');
    const gone = {
      type: 'ObjectionWithdrawn',
      data: { missionId: MISSION, ...about, ...back, contributorId: CITY, on: '2026-03-01' },
    };
    commitment(past).when('WithdrawObjection', COMMITMENT, back, { by: NEIGHBOUR }).then(gone);
    commitment([...past, gone])
      .when('AnswerObjection', COMMITMENT, answering, { by: CITY })
      .thenRefused('OBJECTION_WITHDRAWN');
  });
});
