import { boxesIn, Cursor, headOf, type Box } from './boxes.js';
import { BrokenPicture, CUT_SHORT, NO_HEIC, TOO_MANY_PARTS, type Piece, type Source } from './source.js';

const LONGEST_META = 4 * 1024 * 1024;
const MOST_EXTENTS = 10_000;
const MOST_SAID = 100;
/** Items that say something of the picture: EXIF, XMP and what else is text. */
const SAYS = new Set(['Exif', 'mime', 'uri ']);
/** Boxes among what describes the items that say something to people or programs alone, and times. */
const SPOKEN = new Set(['udes', 'altt', 'crtt', 'mdft', 'uuid', 'udta', 'xml ', 'bxml']);
const IN_FILE = 0;
const IN_META = 1;

interface Extent {
  /** In the file, or in the box `idat`. */
  readonly place: number;
  readonly from: number;
  readonly length: number;
}

/**
 * What shows a HEIC. Its items are found by where they lie in the file, so that nothing is taken out: zeros stand in the place
 * of what was said. Which way up it is held is a property of the picture itself, and stays.
 */
export async function partsOfHeic(source: Source): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  let blanks: readonly Extent[] = [];
  for (let at = 0; at < source.size;) {
    source.countPart();
    const head = await source.read(at, Math.min(16, source.size - at));
    if (head.length < 8) throw new BrokenPicture(CUT_SHORT);
    const { type, size, length } = headOf(head);
    const to = size === 0 ? source.size : at + size;
    if (to < at + length) throw new BrokenPicture(NO_HEIC);
    const whole = source.part(at, to);
    if (type === 'meta') {
      if (to - at > LONGEST_META) throw new BrokenPicture('it is a picture with too much about it');
      const meta = await source.read(at, to - at);
      blanks = [...blanks, ...silenced(meta, length)];
      pieces.push(meta);
    } else if (type === 'ftyp' || type === 'mdat') pieces.push(whole);
    else
      pieces.push(Buffer.concat([head.subarray(0, 4), Buffer.from('free'), head.subarray(8, length)]), {
        zeros: to - at - length,
      });
    at = to;
  }
  return blanked(pieces, blanks);
}

/** Zeros in a box `meta` whatever says something in it. @returns what is said elsewhere in the file. */
function silenced(meta: Buffer, headLength: number): readonly Extent[] {
  const boxes = boxesIn(meta, headLength + 4, meta.length);
  const extents = boxes.flatMap((box) => (box.type === 'iinf' ? extentsOf(meta, saying(meta, box), boxes) : []));
  const data = boxes.find(({ type }) => type === 'idat');
  for (const { place, from, length } of extents) {
    if (place === IN_META && data !== undefined)
      meta.fill(0, data.content + from, Math.min(data.content + from + length, data.to));
  }
  const properties = boxes
    .filter(({ type }) => type === 'iprp')
    .flatMap((box) => boxesIn(meta, box.content, box.to))
    .flatMap((box) => (box.type === 'ipco' ? boxesIn(meta, box.content, box.to) : []));
  for (const { type, from, content, to } of [...boxes, ...properties]) {
    if (!SPOKEN.has(type)) continue;
    meta.write('free', from + 4, 'latin1');
    meta.fill(0, content, to);
  }
  return extents.filter(({ place }) => place === IN_FILE);
}

/** Ids of the items that say something. */
function saying(meta: Buffer, { content, to }: Box): ReadonlySet<number> {
  const many = meta.readUInt8(content) === 0 ? 2 : 4;
  const ids = boxesIn(meta, content + 4 + many, to).map((entry) => {
    const cursor = new Cursor(meta, entry.content, entry.to);
    const version = cursor.number(1);
    cursor.number(3);
    const id = cursor.number(version >= 3 ? 4 : 2);
    cursor.number(2);
    return version >= 2 && SAYS.has(cursor.type()) ? id : undefined;
  });
  return new Set(ids.filter((id) => id !== undefined));
}

/** Where items lie, by the box `iloc`. */
function extentsOf(meta: Buffer, ids: ReadonlySet<number>, boxes: readonly Box[]): readonly Extent[] {
  const located = boxes.find(({ type }) => type === 'iloc');
  if (located === undefined || ids.size === 0) return [];
  const cursor = new Cursor(meta, located.content, located.to);
  const version = cursor.number(1);
  cursor.number(3);
  const [sizes, moreSizes] = [cursor.number(1), cursor.number(1)];
  const [offsetSize, lengthSize, baseSize] = [sizes >> 4, sizes & 15, moreSizes >> 4];
  const indexSize = version === 0 ? 0 : moreSizes & 15;
  const wide = version < 2 ? 2 : 4;
  const found: Extent[] = [];
  let extents = 0;
  for (let items = cursor.number(wide); items > 0; items -= 1) {
    const id = cursor.number(wide);
    const place = version === 0 ? IN_FILE : cursor.number(2) & 15;
    cursor.number(2);
    const base = cursor.number(baseSize);
    for (let left = cursor.number(2); left > 0; left -= 1) {
      extents += 1;
      if (extents > MOST_EXTENTS) throw new BrokenPicture(TOO_MANY_PARTS);
      cursor.number(indexSize);
      const from = base + cursor.number(offsetSize);
      const length = cursor.number(lengthSize);
      if (!ids.has(id)) continue;
      if (found.length === MOST_SAID) throw new BrokenPicture(TOO_MANY_PARTS);
      if (place !== IN_FILE && place !== IN_META)
        throw new BrokenPicture('it says in a way that is not read here where it was taken, or more');
      // Of length 0 it is all there is.
      found.push({ place, from, length: length === 0 ? Number.MAX_SAFE_INTEGER : length });
    }
  }
  return found;
}

/** Pieces as long as a file, of which some stretches are zeros. */
function blanked(pieces: readonly Piece[], extents: readonly Extent[]): readonly Piece[] {
  let result = pieces;
  for (const { from, length } of extents) {
    result = result.flatMap((piece): readonly Piece[] => {
      if (!('from' in piece)) return [piece];
      const begins = Math.max(piece.from, Math.min(from, piece.to));
      const ends = Math.max(begins, Math.min(from + length, piece.to));
      if (begins === ends) return [piece];
      return [{ from: piece.from, to: begins }, { zeros: ends - begins }, { from: ends, to: piece.to }].filter(
        (part) => 'zeros' in part || part.to > part.from,
      );
    });
  }
  return result;
}
