import { orientationAlone } from './orientation.js';
import { BrokenPicture, type Piece, type Source } from './source.js';

const END = 0xd9;
const SCAN = 0xda;
const APP0 = 0xe0;
const APP15 = 0xef;
const COMMENT = 0xfe;
const EXIF = 'Exif\0\0';
/** Of a JFIF header, without the small picture that may follow it. */
const JFIF_BYTES = 14;

/**
 * What shows a JPEG: all but what programs and devices say of it (APP segments and comments), which way up it is held, and
 * what follows its end, where telephones put further pictures and films.
 */
export async function partsOfJpeg(source: Source): Promise<readonly Piece[]> {
  const pieces: Piece[] = [source.part(0, 2)];
  let at = 2;
  // Without its end it is shown all the same, as far as it goes.
  while (at + 2 <= source.size) {
    source.countPart();
    const marker = await source.read(at, 2);
    const code = marker.readUInt8(1);
    if (marker.readUInt8(0) !== 0xff) throw new BrokenPicture('it is no JPEG that can be read');
    if (code === 0xff) at += 1;
    else if (code === END) return [...pieces, source.part(at, at + 2)];
    else if (code === 0x01 || (code >= 0xd0 && code <= 0xd8)) {
      pieces.push(source.part(at, at + 2));
      at += 2;
    } else {
      const end = at + 2 + (await source.read(at + 2, 2)).readUInt16BE(0);
      if (end < at + 4) throw new BrokenPicture('it is no JPEG that can be read');
      const to = code === SCAN ? await endOfScan(source, end) : end;
      pieces.push(...(await kept(source, code, at, to)));
      at = to;
    }
  }
  return pieces;
}

async function kept(source: Source, code: number, from: number, to: number): Promise<readonly Piece[]> {
  const whole = source.part(from, to);
  if (code !== COMMENT && (code < APP0 || code > APP15)) return [whole];
  const data = await source.read(from + 4, to - from - 4);
  const begins = (name: string) => data.toString('latin1', 0, name.length) === name;
  if (code === APP0 && begins('JFIF\0') && data.length >= JFIF_BYTES)
    return [data.length === JFIF_BYTES ? whole : segment(code, withoutThumbnail(data))];
  if (code === APP0 + 1 && begins(EXIF)) {
    const tiff = orientationAlone(data.subarray(EXIF.length));
    return tiff === undefined ? [] : [segment(code, Buffer.concat([Buffer.from(EXIF), tiff]))];
  }
  const isOfColours = (code === APP0 + 2 && begins('ICC_PROFILE\0')) || (code === APP0 + 14 && begins('Adobe'));
  return isOfColours ? [whole] : [];
}

function withoutThumbnail(jfif: Buffer): Buffer {
  const header = Buffer.from(jfif.subarray(0, JFIF_BYTES));
  header.writeUInt16BE(0, JFIF_BYTES - 2);
  return header;
}

function segment(code: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** Where the next segment begins behind compressed data: 0xff, and then neither 0 nor a mark to restart at. */
async function endOfScan(source: Source, from: number): Promise<number> {
  let at = from;
  while (at < source.size) {
    const chunk = await source.chunk(at);
    for (let found = chunk.indexOf(0xff); found !== -1; found = chunk.indexOf(0xff, found + 1)) {
      if (found + 1 === chunk.length) break;
      const next = chunk.readUInt8(found + 1);
      if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at + found;
    }
    // A last 0xff is looked at once more, with what follows it.
    const step = chunk.at(-1) === 0xff ? chunk.length - 1 : chunk.length;
    at += step === 0 ? 1 : step;
  }
  return source.size;
}
