import { describe, expect, it } from '@jest/globals';
import { table, view } from '@maillage/kernel';
import { listsOf, rowsOf } from './batch.js';
import { findBy } from './find.js';

interface Sewn {
  readonly type: 'Sewn';
  readonly data: object;
}

const { tables } = view({
  name: 'quilts',
  version: 1,
  tables: {
    quilt: table({ columns: { id: 'text' }, primaryKey: ['id'] }).on<Sewn>({}),
    patch: table({ columns: { quilt_id: 'text', position: 'bigint' }, primaryKey: ['quilt_id', 'position'] }).on<Sewn>(
      {},
    ),
  },
});

describe('Finding rows by their key', () => {
  it('is a query of that name, with an example', () => {
    expect(findBy('quiltById', tables.quilt)).toMatchObject({
      name: 'quiltById',
      examples: [{ keys: ['1'], args: null }],
    });
  });

  it('is refused where the key is no text', () => {
    expect(() => findBy('patchByKey', tables.patch)).toThrow('patchByKey: position is no text to find rows by.');
  });
});

describe('The rows of a statement', () => {
  const rows = [
    { of: 'b', n: 1 },
    { of: 'a', n: 2 },
    { of: 'elsewhere', n: 3 },
    { of: 'b', n: 4 },
  ];

  it('come in the order of the keys, whatever theirs, and nothing where a key has none', () => {
    expect(rowsOf(['a', 'none', 'elsewhere', 'a'], rows, (row) => row.of).map((row) => row?.n)).toEqual([
      2,
      undefined,
      3,
      2,
    ]);
  });

  it('come as lists where a key may have several', () => {
    expect(listsOf(['b', 'none', 'a'], rows, (row) => row.of).map((list) => list.map(({ n }) => n))).toEqual([
      [1, 4],
      [],
      [2],
    ]);
  });
});
