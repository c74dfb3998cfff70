import { describe, expect, it } from '@jest/globals';
import { giveWay } from './give-way.js';

function compute(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

describe('Long arithmetic', () => {
  it('lets whatever else waits go on between its pieces, though all of them are ready at once', async () => {
    const told: string[] = [];
    const piece = async (n: number) => {
      await giveWay();
      compute(12);
      told.push(`piece ${n}`);
    };
    const pieces = [1, 2, 3, 4].map(piece);
    setTimeout(() => told.push('another visitor'), 15);
    await Promise.all(pieces);
    expect(told.filter((each) => each !== 'another visitor')).toEqual(['piece 1', 'piece 2', 'piece 3', 'piece 4']);
    expect(told.indexOf('another visitor')).toBeGreaterThan(0);
    expect(told.at(-1)).toBe('piece 4');
  });
});
