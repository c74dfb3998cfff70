import { LONGEST_EXIF, orientationAlone } from './orientation.js';
import type { Piece, Source } from './source.js';

const HEAD_BYTES = 12;
const SHOWS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const FLAGS_AT = 8;
/** Bits of VP8X that announce EXIF and XMP. */
const SAYS_EXIF = 0x08;
const SAYS_XMP = 0x04;

/** What shows a WebP, and which way up it is held. */
export async function partsOfWebp(source: Source): Promise<readonly Piece[]> {
  const ends = Math.min(source.size, 8 + (await source.read(4, 4)).readUInt32LE(0));
  const pieces: Piece[] = [];
  let [extended, exif]: [number | undefined, Buffer | undefined] = [undefined, undefined];
  let length = 4;
  for (let at = HEAD_BYTES; at + 8 <= ends;) {
    source.countPart();
    const head = await source.read(at, 8);
    const type = head.toString('latin1', 0, 4);
    const bytes = head.readUInt32LE(4);
    source.part(at, at + 8 + bytes);
    // Chunks begin at even places; the last one's filling is sometimes left out.
    const to = Math.min(at + 8 + bytes + (bytes % 2), source.size);
    const whole = source.part(at, to);
    if (SHOWS.has(type)) {
      if (type === 'VP8X') extended = pieces.length;
      pieces.push(whole);
      length += to - at;
    } else if (type === 'EXIF' && bytes <= LONGEST_EXIF)
      exif = orientationAlone(tiffIn(await source.read(at + 8, bytes)));
    at = to;
  }
  if (extended !== undefined) {
    const { from, to } = pieces[extended] as { readonly from: number; readonly to: number };
    const announced = await source.read(from, FLAGS_AT + 1);
    const others = announced.readUInt8(FLAGS_AT) & ~SAYS_EXIF & ~SAYS_XMP;
    announced.writeUInt8(exif === undefined ? others : others | SAYS_EXIF, FLAGS_AT);
    pieces.splice(extended, 1, announced, source.part(from + announced.length, to));
  }
  const last = extended === undefined || exif === undefined ? [] : [chunk(exif)];
  const head = await source.read(0, HEAD_BYTES);
  head.writeUInt32LE(length + last.reduce((sum, { length }) => sum + length, 0), 4);
  return [head, ...pieces, ...last];
}

/** Some programs put the head that EXIF has in a JPEG before it. */
function tiffIn(data: Buffer): Buffer {
  return data.toString('latin1', 0, 6) === 'Exif\0\0' ? data.subarray(6) : data;
}

function chunk(data: Buffer): Buffer {
  const head = Buffer.from('EXIF\0\0\0\0', 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data]);
}
