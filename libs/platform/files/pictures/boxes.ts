import { BrokenPicture, NO_HEIC } from './source.js';

/** A box of an ISO base media file, of which HEIC is one, within a buffer. */
export interface Box {
  readonly type: string;
  readonly from: number;
  /** Behind its size and type. */
  readonly content: number;
  readonly to: number;
}

/** Of a box's head, as far as there is one, its size in all, 0 for up to the end, and how long the head is. */
export function headOf(bytes: Buffer): { readonly type: string; readonly size: number; readonly length: number } {
  const head = Buffer.concat([bytes, Buffer.alloc(8)]);
  const type = head.toString('latin1', 4, 8);
  const size = head.readUInt32BE(0);
  if (size !== 1) return { type, size, length: 8 };
  const long = head.readBigUInt64BE(8);
  if (long > BigInt(Number.MAX_SAFE_INTEGER)) throw new BrokenPicture(NO_HEIC);
  return { type, size: Number(long), length: 16 };
}

/** The boxes that lie in `bytes` from one place to before another. @throws {BrokenPicture} where one goes beyond. */
export function boxesIn(bytes: Buffer, from: number, to: number): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to;) {
    const { type, size, length } = headOf(bytes.subarray(at, Math.min(at + 16, to)));
    const end = size === 0 ? to : at + size;
    if (end < at + length || end > to) throw new BrokenPicture(NO_HEIC);
    boxes.push({ type, from: at, content: at + length, to: end });
    at = end;
  }
  return boxes;
}

/** Reads numbers one behind the other. @throws {BrokenPicture} beyond the end. */
export class Cursor {
  constructor(
    private readonly bytes: Buffer,
    private at: number,
    private readonly end: number,
  ) {}

  /** A whole number of 0 (which is 0), 1, 2, 4 or 8 bytes, the highest first. */
  number(length: number): number {
    if (this.at + length > this.end) throw new BrokenPicture(NO_HEIC);
    let value = 0;
    for (let n = 0; n < length; n += 1) value = value * 256 + this.bytes.readUInt8(this.at + n);
    this.at += length;
    return value;
  }

  type(): string {
    const type = this.bytes.toString('latin1', this.at, Math.min(this.at + 4, this.end));
    this.at += 4;
    return type;
  }
}
