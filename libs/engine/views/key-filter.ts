const FEWEST_BITS = 2 ** 16;
const MOST_BITS = 2 ** 26;
/** Several keys of each event, at some ten bits. */
const BITS_PER_EVENT = 64;
const PROBES = 4;

/**
 * A Bloom filter: whether a key may have been added, or certainly has not. From 8 KiB to 8 MiB, by how many events are
 * expected; at six million keys about one in fifty that were never added is mistaken for one that was.
 */
export class KeyFilter {
  private readonly bits: number;
  private readonly words: Uint32Array;

  constructor(events: number) {
    const wanted = 2 ** Math.ceil(Math.log2(Math.max(1, events * BITS_PER_EVENT)));
    this.bits = Math.min(MOST_BITS, Math.max(FEWEST_BITS, wanted));
    this.words = new Uint32Array(this.bits / 32);
  }

  add(table: string, key: string): void {
    const [first, step] = hashes(table, key);
    for (let n = 0; n < PROBES; n += 1) {
      const bit = (first + n * step) % this.bits;
      this.words[bit >>> 5] = (this.words[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }

  mayHave(table: string, key: string): boolean {
    const [first, step] = hashes(table, key);
    for (let n = 0; n < PROBES; n += 1) {
      const bit = (first + n * step) % this.bits;
      if (((this.words[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false;
    }
    return true;
  }
}

/** Two independent 32-bit hashes by multiplication and exclusive or; the second is odd, so that every probe differs. */
function hashes(table: string, key: string): readonly [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (const text of [table, key]) {
    for (let n = 0; n < text.length; n += 1) {
      const unit = text.charCodeAt(n);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
    }
  }
  return [(a ^ (a >>> 16)) >>> 0, (b | 1) >>> 0];
}
