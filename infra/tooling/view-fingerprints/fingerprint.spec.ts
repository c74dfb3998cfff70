import { describe, expect, it } from '@jest/globals';
import { table, view } from '@maillage/kernel';
import { complaintsOf, fingerprintOf, segmentHash } from './fingerprint.js';

interface Rung {
  readonly type: 'Rung';
  readonly data: object;
}

const bells = (version: number, columns: { readonly [name: string]: 'text' | 'integer' } = { id: 'text' }) =>
  view({ name: 'bells', version, tables: { bell: table({ columns, primaryKey: ['id'] }).on<Rung>({}) } });

const first = { segment: '0001-first', log: segmentHash(['{"a":1}']), digest: 'a1' };
const second = { segment: '0002-second', log: segmentHash(['{"b":2}']), digest: 'b2' };
const written = fingerprintOf(bells(3), [first]);

describe('The fingerprint of a view', () => {
  it('may stay as it is', () => {
    expect(complaintsOf(written, fingerprintOf(bells(3), [first]))).toEqual([]);
  });

  it('may be taken over a longer log', () => {
    expect(complaintsOf(written, fingerprintOf(bells(3), [first, second]))).toEqual([]);
  });

  it('may not change in its columns under the same version', () => {
    const [complaint, ...others] = complaintsOf(written, fingerprintOf(bells(3, { id: 'text', at: 'text' }), [first]));
    expect(complaint).toMatch(
      /^View bells has changed \(its tables, columns, keys or indexes\) and is still version 3: raise its version, or/,
    );
    expect(others).toEqual([]);
  });

  it('knows columns in another order, other types, another key and another index', () => {
    const { tables } = bells(3, { id: 'text', at: 'text' });
    const { bell } = tables;
    const shapes = [
      tables,
      { bell: { ...bell, columns: { at: 'text' as const, id: 'text' as const } } },
      { bell: { ...bell, columns: { id: 'text' as const, at: 'integer' as const } } },
      { bell: { ...bell, primaryKey: ['id', 'at'] } },
      { bell: { ...bell, indexes: [['at']] } },
      { chime: bell },
    ].map((each) => fingerprintOf({ name: 'bells', version: 3, tables: each }, []).shape);
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it('may not change in its rows under the same version', () => {
    const before = fingerprintOf(bells(3), [first, second]);
    const now = fingerprintOf(bells(3), [first, { ...second, digest: 'other' }]);
    expect(complaintsOf(before, now)).toEqual([expect.stringContaining('(its rows after 0002-second) and is still')]);
  });

  it('may change in all of it under a higher version', () => {
    const now = fingerprintOf(bells(4, { id: 'text', at: 'text' }), [{ ...first, digest: 'other' }]);
    expect(complaintsOf(written, now)).toEqual([]);
  });

  it('may not go back to a lower version', () => {
    expect(complaintsOf(written, fingerprintOf(bells(2), [first]))).toEqual([
      'View bells is version 2 and was 3 already; numbers only rise.',
    ]);
  });

  it('is not taken over a fixture log that was edited or cut, whatever the version', () => {
    const edited = fingerprintOf(bells(4), [{ ...first, log: segmentHash(['{"a":7}']) }]);
    expect(complaintsOf(written, edited)).toEqual([
      expect.stringContaining('The fixture log’s 0001-first is not what'),
    ]);
    expect(complaintsOf(written, fingerprintOf(bells(4), [second]))).toHaveLength(1);
  });
});
