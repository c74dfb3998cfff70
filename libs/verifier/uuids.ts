import { randomInt } from 'node:crypto';

const WORDS = 4;

/** A set of UUIDs in 16 bytes each: of millions of texts, most of the time would go into keeping them. */
export class Uuids {
  /** Slots of four words; a free one is all zero, which no UUID of a version is. At most half of them are taken. */
  private slots = new Int32Array(WORDS * 1024);
  private count = 0;
  private readonly read = new Int32Array(WORDS);
  /** Nobody can choose UUIDs that meet in one slot without knowing these. */
  private readonly factors = Array.from({ length: WORDS }, () => randomInt(2 ** 31) * 2 + 1);

  /** @param uuid in its usual spelling. @returns whether it was not there before. */
  add(uuid: string): boolean {
    this.read[0] = hexAt(uuid, 0, 8);
    this.read[1] = (hexAt(uuid, 9, 4) << 16) | hexAt(uuid, 14, 4);
    this.read[2] = (hexAt(uuid, 19, 4) << 16) | hexAt(uuid, 24, 4);
    this.read[3] = hexAt(uuid, 28, 8);
    if (!this.put(this.slots, this.read, 0)) return false;
    this.count += 1;
    if (this.count * 2 * WORDS > this.slots.length) this.grow();
    return true;
  }

  /** @param from where the four words of a UUID begin at `at`. @returns false where it is there already. */
  private put(slots: Int32Array, from: Int32Array, at: number): boolean {
    const [a, b, c, d] = [from[at] as number, from[at + 1] as number, from[at + 2] as number, from[at + 3] as number];
    const [fa, fb, fc, fd] = this.factors as [number, number, number, number];
    const mixed = Math.imul(a, fa) + Math.imul(b, fb) + Math.imul(c, fc) + Math.imul(d, fd);
    const last = slots.length / WORDS - 1;
    for (let slot = (mixed ^ (mixed >>> 15)) & last; ; slot = (slot + 1) & last) {
      const place = slot * WORDS;
      if (slots[place] === a && slots[place + 1] === b && slots[place + 2] === c && slots[place + 3] === d)
        return false;
      if ((slots[place + 1] as number) !== 0) continue;
      slots[place] = a;
      slots[place + 1] = b;
      slots[place + 2] = c;
      slots[place + 3] = d;
      return true;
    }
  }

  private grow(): void {
    const grown = new Int32Array(this.slots.length * 2);
    for (let at = 0; at < this.slots.length; at += WORDS) if (this.slots[at + 1] !== 0) this.put(grown, this.slots, at);
    this.slots = grown;
  }
}

function hexAt(text: string, at: number, digits: number): number {
  let value = 0;
  for (let n = at; n < at + digits; n += 1) {
    const code = text.charCodeAt(n);
    // 0 to 9 are 0x30 to 0x39, a to f 0x61 to 0x66.
    value = (value << 4) | (code < 0x40 ? code - 0x30 : code - 0x57);
  }
  return value;
}
