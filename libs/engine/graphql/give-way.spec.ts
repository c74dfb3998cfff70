import { describe, expect, it } from '@jest/globals';
import { inPieces } from './give-way.js';

function compute(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

describe('Long arithmetic', () => {
  it('lets whatever else waits go on between its pieces, though all of them are ready at once', async () => {
    const told: string[] = [];
    const piece = (n: number) =>
      inPieces(told, () => {
        compute(12);
        told.push(`piece ${n}`);
      });
    const pieces = [1, 2, 3, 4].map(piece);
    setTimeout(() => told.push('another visitor'), 15);
    await Promise.all(pieces);
    expect(told.filter((each) => each !== 'another visitor')).toEqual(['piece 1', 'piece 2', 'piece 3', 'piece 4']);
    expect(told.indexOf('another visitor')).toBeGreaterThan(0);
    expect(told.at(-1)).toBe('piece 4');
  });

  it('of one request is answered at once, when all of it is done, and of another by itself', async () => {
    const [request, other] = [{}, {}];
    const answered: string[] = [];
    const piece = async (of: object, name: string) => {
      await inPieces(of, () => compute(12));
      answered.push(name);
    };
    const pieces = ['a', 'b', 'c'].map((name) => piece(request, name));
    const alone = piece(other, 'd');
    await pieces[0];
    expect(answered.toSorted()).toEqual(['a', 'b', 'c']);
    await alone;
    expect(answered.at(-1)).toBe('d');
  });

  it('that fails fails alone', async () => {
    const request = {};
    const failing = inPieces(request, () => {
      throw new Error('It fails.');
    });
    const [failed, other] = await Promise.allSettled([failing, inPieces(request, () => 1)]);
    expect([failed.status, other]).toEqual(['rejected', { status: 'fulfilled', value: 1 }]);
  });
});
