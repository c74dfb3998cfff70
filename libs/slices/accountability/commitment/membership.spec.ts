import { describe, it } from '@jest/globals';
import {
  BACKBONE,
  BUILDER,
  CITY,
  COMMITMENT,
  GIFT,
  MISSION,
  TENANTS,
  TODAY,
  amended,
  commitment,
  contributed,
  declared,
  declinedBy,
  disputing,
  given10,
  left,
  listed,
  made,
  opinion,
  removed,
  suspended,
  terms,
} from '../spec.fixtures.js';

const promise = { missionId: MISSION, ...terms };
const AFTERWARDS = '2026-05-01T12:00:00.000Z';

describe('A suspended member', () => {
  it('makes no new promise, by itself or through a backbone, until the suspension is over', () => {
    const since = [suspended(CITY)];
    commitment([], since).when('MakeCommitment', COMMITMENT, promise, { by: CITY }).thenRefused('MEMBER_SUSPENDED', []);
    commitment([], since)
      .when('MakeCommitment', COMMITMENT, { ...promise, promisorIds: [BUILDER, CITY] }, { by: BACKBONE })
      .thenRefused('MEMBER_SUSPENDED', ['promisorIds', 1]);
    commitment([], since)
      .when('MakeCommitment', COMMITMENT, promise, { by: CITY, at: AFTERWARDS })
      .then(made({ on: '2026-05-01' }));
  });

  it('gives no new review until then, and may say that it cannot judge', () => {
    const review = { reviewedId: CITY, ...opinion };
    commitment([made()], [suspended(BUILDER)])
      .when('SubmitReview', COMMITMENT, review, { by: BUILDER })
      .thenRefused('MEMBER_SUSPENDED', []);
    commitment([made()], [suspended(BUILDER)])
      .when('DeclineReview', COMMITMENT, { reviewedId: CITY }, { by: BUILDER })
      .then(declinedBy(BUILDER));
  });
});

describe.each([
  ['suspended', suspended],
  ['removed', removed],
  ['departed', left],
] as const)('A party that is %s', (_, happened) => {
  it('still delivers what it promised', () => {
    commitment([made()], [happened(CITY)])
      .when('RecordContribution', COMMITMENT, given10, { by: CITY })
      .then(contributed());
  });

  it('still changes its promise, and takes it back', () => {
    const amendment = { ...terms, description: 'Thirty dwellings made dry.', reason: 'Two buildings were sold.' };
    commitment([made()], [happened(CITY)])
      .when('AmendCommitment', COMMITMENT, amendment, { by: CITY })
      .then(amended({ ...amendment }));
    commitment([made()], [happened(CITY)])
      .when('WithdrawCommitment', COMMITMENT, { reason: 'They were sold.' }, { by: CITY })
      .then({ type: 'CommitmentWithdrawn', data: { missionId: MISSION, reason: 'They were sold.', on: TODAY } });
  });

  it('still disputes what another promisor, or a promisor to it, says it gave', () => {
    const why = { contributionId: GIFT, reason: 'The walls are still wet.' };
    const together = made({ promisorIds: [CITY, BUILDER], counterpartyIds: [TENANTS] });
    for (const party of [BUILDER, TENANTS]) {
      commitment([together, contributed()], [happened(party)])
        .when('DisputeContribution', COMMITMENT, why, { by: party })
        .then(disputing(party));
    }
  });
});

describe.each([
  ['suspended', suspended(BUILDER), 'MEMBER_SUSPENDED'],
  ['removed', removed(BUILDER), 'NOT_A_MEMBER'],
  ['departed', left(BUILDER), 'NOT_A_MEMBER'],
] as const)('A promisor that is asked, and %s', (_, happened, code) => {
  const asked = made({ promisorIds: [CITY, BUILDER], acceptedBy: [CITY] });
  const gift = contributed({ contributorId: BUILDER, recordedBy: BACKBONE, declared: false });
  const about = { contributionId: GIFT };
  const act = (type: string, data: object, past = [asked, gift]) =>
    commitment(past, [happened]).when(type, COMMITMENT, data, { by: BUILDER });

  it('is bound by what it does as little as by its word', () => {
    act('AcceptCommitment', { termsVersion: 1 }).thenRefused(code, []);
    act('RecordContribution', given10, [asked]).thenRefused(code, []);
    act('DeclareContribution', about).thenRefused(code, []);
    const eight = { ...given10, quantity: { amount: '8', unit: 'dwelling' } };
    act('CorrectContribution', eight).thenRefused(code, []);
    act('CorroborateContribution', about, [asked, contributed()]).thenRefused(code, []);
  });

  it('still declares and corrects what it promised before', () => {
    const bound = made({ promisorIds: [CITY, BUILDER] });
    act('DeclareContribution', about, [bound, gift]).then(declared);
  });
});

describe('A backbone that is asked, and suspended', () => {
  const asked = made({ promisorIds: [CITY, BACKBONE], acceptedBy: [CITY] });
  const record = (contributorId: string) =>
    commitment([asked], [suspended(BACKBONE)]).when(
      'RecordContribution',
      COMMITMENT,
      { ...given10, contributorId },
      { by: BACKBONE },
    );

  it('records for others, and for itself nothing that would bind it', () => {
    record(CITY).then(contributed({ recordedBy: BACKBONE, declared: false }));
    record(BACKBONE).thenRefused('MEMBER_SUSPENDED', []);
  });
});

describe('An organisation that a source lists', () => {
  const source = { dataset: 'INDIGO', record: 'Projects!12' };
  const reported = { ...promise, dueOn: '2019-01-31', promisorIds: [TENANTS] };

  it('is named in what a source reports, and in nothing else', () => {
    commitment([], [listed(TENANTS)])
      .when('MakeCommitment', COMMITMENT, { ...reported, source }, { by: BACKBONE })
      .then(made({ promisorIds: [TENANTS], dueOn: '2019-01-31', source, acceptedBy: [] }));
    commitment([], [listed(TENANTS)])
      .when('MakeCommitment', COMMITMENT, { ...promise, promisorIds: [TENANTS] }, { by: BACKBONE })
      .thenRefused('NOT_A_MEMBER', ['promisorIds', 0]);
  });

  it('promises and reviews nothing itself', () => {
    commitment([], [listed(TENANTS)])
      .when('MakeCommitment', COMMITMENT, promise, { by: TENANTS })
      .thenRefused('NOT_A_MEMBER', []);
    commitment([made()], [listed(TENANTS)])
      .when('SubmitReview', COMMITMENT, { reviewedId: CITY, ...opinion }, { by: TENANTS })
      .thenRefused('NOT_A_MEMBER');
  });
});
