import { describe, expect, it } from '@jest/globals';
import { visitorAt } from './addresses.js';

describe('One visitor', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['unknown', 'unknown'],
  ])('at %s is counted as %s', (address, visitor) => {
    expect(visitorAt(address)).toBe(visitor);
  });
});
