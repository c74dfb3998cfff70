import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '@maillage/kernel';
import { projected, recorded } from '../../../../test/harness/given.js';
import { commitments } from '../commitment/view.js';
import {
  BACKBONE,
  CITY,
  COMMITMENT,
  EVALUATOR,
  NEIGHBOUR,
  OBJECTION,
  TENANTS,
  contributed,
  corrected,
  corroborated,
  disputeWithdrawn,
  disputed,
  made,
  objected,
  retracted,
  verified,
} from '../spec.fixtures.js';
import { isFolded, isSuperseded } from './standing.js';

const given = (...events: readonly DomainEvent[]) =>
  projected(
    commitments,
    [made(), contributed(), ...events].map((event) =>
      recorded(`commitment/${COMMITMENT}`, event, { actor: { organisation: CITY } }),
    ),
  );

describe('A contribution that is corrected', () => {
  it('is what it says now, with what it was beside it', () => {
    const { contribution, contribution_version: versions } = given(corroborated(NEIGHBOUR), corrected());
    expect(contribution).toMatchObject([{ amount: '8', version: 2, evidence: 'DECLARED', evidence_since: 2 }]);
    expect(versions).toMatchObject([
      { version: 1, amount: '10', evidence_since: 1, reason: null, position: '2' },
      { version: 2, amount: '8', evidence_since: 2, reason: 'Two were counted twice.', position: '4' },
    ]);
  });

  it('keeps what speaks for it where it was a slip, and its disputes in any case', () => {
    const slip = given(corrected({ keepsEvidence: true, reason: undefined }));
    expect(slip['contribution']).toMatchObject([{ version: 2, evidence_since: 1, evidence: 'DECLARED' }]);
    const { contribution } = given(disputed(BACKBONE), corrected());
    expect(contribution).toMatchObject([{ disputed_until: '2026-04-30', disputes: [{ by: BACKBONE }] }]);
  });

  it('marks what was said of it before as about what stood then, but for its giver’s word', () => {
    const tables = given(corroborated(NEIGHBOUR), corrected(), verified(EVALUATOR));
    const [contribution] = tables['contribution'] as never as readonly Parameters<typeof isSuperseded>[1][];
    const statements = tables['contribution_statement'] as never as readonly Parameters<typeof isSuperseded>[0][];
    expect(statements.map((each) => [each.act, each.version, isSuperseded(each, contribution)])).toEqual([
      ['DECLARED', 1, false],
      ['CORROBORATED', 1, true],
      ['VERIFIED', 2, false],
    ]);
  });
});

describe('A contribution that is retracted', () => {
  it('stays, with the reason', () => {
    expect(given(retracted)['contribution']).toMatchObject([
      { retracted_on: '2026-03-01', retracted_position: '3', retraction_reason: 'It was another’s.' },
    ]);
  });
});

describe('Disputes', () => {
  it('hold it up until the last of them lapses, but for those taken back', () => {
    const until = (...events: readonly DomainEvent[]) => given(...events)['contribution']?.[0]?.['disputed_until'];
    const later = { type: 'ContributionDisputed', data: { ...(disputed(TENANTS).data as object), on: '2026-03-11' } };
    expect(until(disputed(BACKBONE))).toBe('2026-04-30');
    expect(until(later, disputed(BACKBONE))).toBe('2026-05-10');
    expect(until(later, disputed(BACKBONE), disputeWithdrawn(TENANTS))).toBe('2026-04-30');
    expect(until(disputed(BACKBONE), disputeWithdrawn(BACKBONE))).toBeNull();
  });

  it('are said in order, and so is that they were taken back', () => {
    const said = given(disputed(BACKBONE), disputeWithdrawn(BACKBONE))['contribution_statement'];
    expect(said?.map((row) => row['act'])).toEqual(['DECLARED', 'DISPUTED', 'DISPUTE_WITHDRAWN']);
  });
});

describe('An objection', () => {
  const answered = {
    type: 'ObjectionAnswered',
    data: { ...ofObjection(), answer: 'Two dried later.' },
  };
  const withdrawn = { type: 'ObjectionWithdrawn', data: ofObjection() };

  it('stands beside the contribution with its answer, and holds nothing up', () => {
    const tables = given(objected(NEIGHBOUR), answered);
    expect(tables['contribution']).toMatchObject([{ disputed_until: null }]);
    expect(tables['contribution_objection']).toMatchObject([
      {
        id: OBJECTION,
        organisation_id: NEIGHBOUR,
        reason: 'We saw eight.',
        answer: 'Two dried later.',
        withdrawn_on: null,
      },
    ]);
    expect(given(objected(NEIGHBOUR), withdrawn)['contribution_objection']).toMatchObject([
      { withdrawn_on: '2026-03-01', withdrawal_reason: null },
    ]);
  });

  it('is folded away once it is taken back, or after 180 days', () => {
    const noted = { noted_on: '2026-03-01', withdrawn_on: null };
    expect(isFolded(noted, '2026-08-28')).toBe(false);
    expect(isFolded(noted, '2026-08-29')).toBe(true);
    expect(isFolded({ ...noted, withdrawn_on: '2026-03-02' }, '2026-03-02')).toBe(true);
  });
});

function ofObjection() {
  const { missionId, contributionId, objectionId, on } = objected(NEIGHBOUR).data as Readonly<Record<string, string>>;
  return { missionId, contributionId, objectionId, on };
}
