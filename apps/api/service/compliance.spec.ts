import { describe, expect, it } from '@jest/globals';
import { accessibilityState } from './compliance.js';

const audit = (rate: number, on = '2026-03-01') => ({ on, auditor: 'An auditor', rate, report: undefined });

describe('A ledger’s pages', () => {
  it('are not compliant before there was an audit, and while one is to come', () => {
    expect(accessibilityState(undefined, '2026-11-30')).toBe('NON_COMPLIANT');
    expect(accessibilityState(audit(100, '2026-12-01'), '2026-11-30')).toBe('NON_COMPLIANT');
  });

  it.each([
    [100, 'FULLY_COMPLIANT'],
    [99.9, 'PARTLY_COMPLIANT'],
    [50, 'PARTLY_COMPLIANT'],
    [49.9, 'NON_COMPLIANT'],
    [0, 'NON_COMPLIANT'],
  ])('of which an audit found %d %% of the criteria met are %s', (rate, state) => {
    expect(accessibilityState(audit(rate), '2026-11-30')).toBe(state);
  });

  it('are no longer compliant once three years have gone by', () => {
    expect(accessibilityState(audit(100), '2029-03-01')).toBe('FULLY_COMPLIANT');
    expect(accessibilityState(audit(100), '2029-03-02')).toBe('NON_COMPLIANT');
  });
});
