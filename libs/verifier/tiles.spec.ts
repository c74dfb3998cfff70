import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseTilePath, tilePath, tileWidth } from './tiles.js';

describe('The path of a tile', () => {
  it.each([
    [0, 0n, 256, 'tile/0/000'],
    [0, 273n, 112, 'tile/0/273.p/112'],
    [1, 1_234_067n, 256, 'tile/1/x001/x234/067'],
    [0, 1_234n, 17, 'tile/0/x001/234.p/17'],
    [63, 1_000n, 1, 'tile/63/x001/000.p/1'],
    ['entries', 999n, 255, 'tile/entries/999.p/255'],
  ] as const)('of level %s, index %s, width %s is %s', (level, index, width, path) => {
    expect(tilePath(level, index, width)).toBe(path);
    expect(parseTilePath(path)).toEqual({ level, index, width });
  });

  it('leads back to what it was made of', () => {
    const level = fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const));
    const index = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });
    fc.assert(
      fc.property(level, index, fc.integer({ min: 1, max: 256 }), (...parts) => {
        const [level, index, width] = parts;
        expect(parseTilePath(tilePath(level, index, width))).toEqual({ level, index, width });
      }),
    );
  });

  it.each([
    '',
    'tile/0',
    'tile/0/0',
    'tile/0/00',
    'tile/0/0000',
    'tile/00/000',
    'tile/01/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/000/',
    '/tile/0/000',
    'tile/0/000.p',
    'tile/0/000.p/',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/x000/000',
    'tile/0/x000/001',
    'tile/0/001/000',
    'tile/0/x001/x000',
    'tile/0/X001/000',
    'tile/leaves/000',
    'tile/0/000\n',
    'tile/0/000.p/1\n',
    'tile/0/%30',
    'tile/0/../0/000',
    'tile/0/x999/x999/x999/x999/x999/x999/999',
    'tile/0/000.p/1.p/1',
  ])('is not %j', (path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });
});

describe('How wide a tile is', () => {
  it('follows from the size of the tree', () => {
    // The example of C2SP tlog-tiles: a tree of 70,000.
    const size = 70_000n;
    expect([tileWidth(0, 272n, size), tileWidth(0, 273n, size), tileWidth(0, 274n, size)]).toEqual([256, 112, 0]);
    expect([tileWidth(1, 0n, size), tileWidth(1, 1n, size), tileWidth(1, 2n, size)]).toEqual([256, 17, 0]);
    expect([tileWidth(2, 0n, size), tileWidth(2, 1n, size), tileWidth(3, 0n, size)]).toEqual([1, 0, 0]);
    expect([tileWidth(0, 0n, 256n), tileWidth(1, 0n, 256n), tileWidth(0, 0n, 0n)]).toEqual([256, 1, 0]);
  });
});
