import { open } from 'node:fs/promises';

/** A part of a file that stays, from its first byte to before `to`; bytes in the place of others; or so many zeros. */
export type Piece = { readonly from: number; readonly to: number } | Buffer | { readonly zeros: number };

/** A picture is not made as its type has it; in a clause, how. */
export class BrokenPicture extends Error {
  override readonly name = 'BrokenPicture';
}

// Why a picture is broken, in more than one place.
export const CUT_SHORT = 'it is a picture that is cut short';
export const NO_HEIC = 'it is no HEIC that can be read';
export const TOO_MANY_PARTS = 'it is a picture of too many parts';

/** More than any picture has; each costs a look into the file. */
const MOST_PARTS = 200_000;
const WINDOW = 64 * 1024;

/** A file to be looked into here and there, a window of it in memory. */
export class Source {
  private readonly window = Buffer.alloc(WINDOW);
  private begins = 0;
  private ends = 0;
  private parts = 0;

  constructor(
    private readonly reading: (buffer: Buffer, at: number) => Promise<number>,
    readonly size: number,
  ) {}

  /** The bytes from `at` on, `length` of them. @throws {BrokenPicture} where the file has less. */
  async read(at: number, length: number): Promise<Buffer> {
    if (at + length > this.size) throw new BrokenPicture(CUT_SHORT);
    if (length > WINDOW) {
      const whole = Buffer.alloc(length);
      await this.reading(whole, at);
      return whole;
    }
    if (at < this.begins || at + length > this.ends) {
      this.begins = at;
      this.ends = at + (await this.reading(this.window, at));
    }
    return Buffer.from(this.window.subarray(at - this.begins, at - this.begins + length));
  }

  /** As much as is read at once. */
  chunk(at: number): Promise<Buffer> {
    return this.read(at, Math.min(WINDOW, this.size - at));
  }

  /** To be said of each part that a format is made of. @throws {BrokenPicture} where it has absurdly many. */
  countPart(): void {
    this.parts += 1;
    if (this.parts > MOST_PARTS) throw new BrokenPicture(TOO_MANY_PARTS);
  }

  /** The part that goes so far. @throws {BrokenPicture} where the file does not. */
  part(from: number, to: number): Piece {
    if (to > this.size) throw new BrokenPicture(CUT_SHORT);
    return { from, to };
  }
}

/** The content that is made of some pieces of a file. */
export async function* assembled(path: string, pieces: readonly Piece[]): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    for (const piece of pieces) {
      if (Buffer.isBuffer(piece)) yield piece;
      else if ('zeros' in piece) yield* zeros(piece.zeros);
      else if (piece.to > piece.from) {
        yield* file.createReadStream({
          start: piece.from,
          end: piece.to - 1,
          autoClose: false,
        }) as AsyncIterable<Buffer>;
      }
    }
  } finally {
    await file.close();
  }
}

function* zeros(length: number): Generator<Buffer> {
  for (let left = length; left > 0; left -= WINDOW) yield Buffer.alloc(Math.min(left, WINDOW));
}

/** Pieces with those in one that follow each other in the file. */
export function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last !== undefined && 'to' in last && 'from' in piece && last.to === piece.from) {
      result[result.length - 1] = { from: last.from, to: piece.to };
    } else result.push(piece);
  }
  return result;
}
