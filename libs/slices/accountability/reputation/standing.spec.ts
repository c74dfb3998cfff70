import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { plusDays } from '@maillage/kernel';
import { standingOf, type Background } from './standing.js';

/** E and F are accredited evaluators, R, S and T are not. */
const background: Background = {
  on: '2026-09-01',
  memberships: [],
  accreditations: ['E', 'F'].map((organisationId) => ({
    organisationId,
    from: '2026-01-01',
    until: '2027-12-31',
    endedOn: null,
    voidFrom: null,
  })),
  payments: [],
  verifications: [{ giverId: 'Q', evaluatorId: 'E', on: '2026-03-01' }],
};

describe('Who is heard', () => {
  const voice = (change: Partial<Background>, of = 'Q') => standingOf({ ...background, ...change }).voiceOf(of);
  const found = (evaluatorId: string, on = '2026-03-01') => ({ giverId: 'Q', evaluatorId, on });

  it('is counted by the groups of accredited evaluators, each once', () => {
    const many = ['E', 'E', 'F', 'R'].flatMap((id) => [found(id), found(id, '2026-04-01')]);
    expect(voice({ verifications: many })).toBe(2);
    const sisters = [{ organisationId: 'F', controlGroupId: 'E', from: '2026-01-01', until: null }];
    expect(voice({ verifications: many, memberships: sisters })).toBe(1);
  });

  it('is not by an evaluator before or after it was accredited', () => {
    const dated = (change: object) => voice({ accreditations: [{ ...background.accreditations[0]!, ...change }] });
    expect(dated({ from: '2026-03-02' })).toBe(0);
    expect(dated({ from: '2026-03-01', until: '2026-03-01' })).toBe(1);
    expect(dated({ until: '2026-02-28' })).toBe(0);
    expect(dated({ endedOn: '2026-02-28' })).toBe(0);
    expect(dated({ endedOn: '2026-03-01' })).toBe(1);
  });

  it('counts as one group by whatever chain of groups shared within the year before', () => {
    const member = (organisationId: string, controlGroupId: string, until: string | null) => ({
      organisationId,
      controlGroupId,
      until,
      from: '2025-01-01',
    });
    const chain = [member('E', 'H', '2026-01-01'), member('Q', 'H', '2025-09-01')];
    expect(voice({ memberships: chain })).toBe(0);
    expect(voice({ memberships: chain, on: '2026-09-02' })).toBe(1);
    expect(plusDays('2025-09-01', 365)).toBe('2026-09-01');
  });

  it('is not changed by evaluators that nobody accredited, however many', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('R', 'S', 'T'), { maxLength: 9 }), (others) => {
        const verifications = [...background.verifications, ...others.map((id) => found(id))];
        expect(voice({ verifications })).toBe(voice({}));
      }),
    );
  });
});
