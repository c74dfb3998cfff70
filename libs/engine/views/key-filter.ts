const BITS = 2 ** 26;
const PROBES = 4;

/**
 * A Bloom filter: whether a key may have been added, or certainly has not. 8 MiB whatever it is given; at six million
 * keys about one in fifty that were never added is mistaken for one that was.
 */
export class KeyFilter {
  private readonly words = new Uint32Array(BITS / 32);

  add(table: string, key: string): void {
    const [first, step] = hashes(table, key);
    for (let n = 0; n < PROBES; n += 1) {
      const bit = (first + n * step) % BITS;
      this.words[bit >>> 5] = (this.words[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }

  mayHave(table: string, key: string): boolean {
    const [first, step] = hashes(table, key);
    for (let n = 0; n < PROBES; n += 1) {
      const bit = (first + n * step) % BITS;
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
