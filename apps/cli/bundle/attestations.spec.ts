import { describe, expect, it } from '@jest/globals';
import { standings, type Attestation, type Standing } from './attestations.js';

const ours = new Map([
  ['missions', 3],
  ['reviews', 1],
]);

/** Events at 10, 20, 30…, each of versions by view, as of the position before it. */
const attested = (...events: readonly Readonly<Record<string, number>>[]): readonly Attestation[] =>
  events.map((versions, index) => {
    const position = BigInt(index + 1) * 10n;
    const views = Object.entries(versions).map(([view, version]) => ({
      view,
      version,
      position: position - 1n,
      digest: '',
    }));
    return { position, views };
  });

const judged = (log: readonly Attestation[]): readonly (readonly Standing[])[] => {
  const found = standings(log, ours);
  return log.map(({ views }) => views.map((claim) => found.get(claim)!));
};

describe('What a ledger attested of its views', () => {
  it('is compared where it is of this program’s versions, each time', () => {
    const log = attested({ missions: 3, reviews: 1 }, { missions: 3, reviews: 1 });
    expect(judged(log)).toEqual([
      ['COMPARABLE', 'COMPARABLE'],
      ['COMPARABLE', 'COMPARABLE'],
    ]);
  });

  it('under an earlier version is left behind once the log attests this one', () => {
    const log = attested({ missions: 1 }, { missions: 2 }, { missions: 3 });
    expect(judged(log)).toEqual([['SUPERSEDED'], ['SUPERSEDED'], ['COMPARABLE']]);
  });

  it('under another version as its last word is a fault, be it earlier, later or made up', () => {
    expect(judged(attested({ missions: 2 }))).toEqual([['OTHER_VERSION']]);
    expect(judged(attested({ missions: 3 }, { missions: 4 }))).toEqual([['COMPARABLE'], ['OTHER_VERSION']]);
    expect(judged(attested({ missions: 99 }, { missions: 3 }))).toEqual([['OTHER_VERSION'], ['OTHER_VERSION']]);
  });

  it('under a version that goes back is a fault, as programs do not', () => {
    const log = attested({ missions: 3 }, { missions: 2 }, { missions: 3 });
    expect(judged(log)).toEqual([['COMPARABLE'], ['OTHER_VERSION'], ['COMPARABLE']]);
  });

  it('of a view that this program lacks is a fault while the log goes on about it', () => {
    expect(judged(attested({ gone: 1 }, { reviews: 1 }))).toEqual([['SUPERSEDED'], ['COMPARABLE']]);
    expect(judged(attested({ gone: 1 }, { gone: 1 }))).toEqual([['UNKNOWN'], ['UNKNOWN']]);
  });

  it('of a position that had not come is a fault', () => {
    const [event] = attested({ reviews: 1 });
    const early = (position: bigint) => judged([{ ...event!, views: [{ ...event!.views[0]!, position }] }]);
    expect([early(9n), early(10n), early(11n)]).toEqual([[['COMPARABLE']], [['BEYOND']], [['BEYOND']]]);
  });
});
