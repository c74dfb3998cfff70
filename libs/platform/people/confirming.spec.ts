import { describe, expect, it } from '@jest/globals';
import { standingOf } from './confirming.js';

describe('A seat', () => {
  it.each([
    ['2026-03-02T09:00:00.000Z', 'CONFIRMED'],
    ['2027-03-02T08:59:59.999Z', 'CONFIRMED'],
    ['2027-03-02T09:00:00.000Z', 'TO_CONFIRM'],
    ['2027-04-01T08:59:59.999Z', 'TO_CONFIRM'],
    ['2027-04-01T09:00:00.000Z', 'LAPSED'],
  ])('confirmed on 2 March 2026 is at %s %s', (now, standing) => {
    expect(standingOf('2026-03-02T09:00:00.000Z', now)).toBe(standing);
  });
});
