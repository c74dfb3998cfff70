import { crc32 } from 'node:zlib';
import { LONGEST_EXIF, orientationAlone } from './orientation.js';
import type { Piece, Source } from './source.js';

const SIGNATURE_BYTES = 8;
/** Length, type and check sum. */
const FRAME_BYTES = 12;
/** What shows a picture, or has it move. */
const SHOWS = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
);

/** What shows a PNG: no texts, times, or other chunks that are not needed for it, but which way up it is held. */
export async function partsOfPng(source: Source): Promise<readonly Piece[]> {
  const pieces: Piece[] = [source.part(0, SIGNATURE_BYTES)];
  for (let at = SIGNATURE_BYTES; ;) {
    source.countPart();
    const head = await source.read(at, 8);
    const length = head.readUInt32BE(0);
    const type = head.toString('latin1', 4, 8);
    const whole = source.part(at, at + FRAME_BYTES + length);
    if (SHOWS.has(type)) pieces.push(whole);
    else if (type === 'eXIf' && length <= LONGEST_EXIF) {
      const tiff = orientationAlone(await source.read(at + 8, length));
      if (tiff !== undefined) pieces.push(chunk('eXIf', tiff));
    }
    if (type === 'IEND') return pieces;
    at += FRAME_BYTES + length;
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
