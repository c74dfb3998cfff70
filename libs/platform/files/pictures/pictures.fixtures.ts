import { crc32 } from 'node:zlib';
import { JPEG, PNG } from '../samples.fixtures.js';

export const SECRET = 'Anna, 48.117266 N';

/** EXIF that says a name and, unless it is upright, which way up the picture is held. */
export function exif(orientation = 1): Buffer {
  const tiff = Buffer.alloc(38);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  // Orientation, a number; and its artist, a text behind the directory.
  tiff.set([0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0], 10);
  tiff.set([0x3b, 1, 2, 0, SECRET.length, 0, 0, 0, 38, 0, 0, 0], 22);
  return Buffer.concat([tiff, Buffer.from(SECRET)]);
}

export function jpegSegment(code: number, data: Buffer | string): Buffer {
  const bytes = Buffer.from(data as string);
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}

/** The small JPEG with some segments behind its first, compressed data with marks in it, and something behind its end. */
export function jpeg(segments: readonly Buffer[], after = ''): Buffer {
  const scan = Buffer.concat([jpegSegment(0xda, Buffer.alloc(6)), Buffer.from('12ff0034ffd056ff', 'hex')]);
  return Buffer.concat([JPEG.subarray(0, -2), ...segments, scan, JPEG.subarray(-2), Buffer.from(after)]);
}

export function pngChunk(type: string, data: Buffer | string): Buffer {
  const named = Buffer.concat([Buffer.from(type), Buffer.from(data as string)]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(named.length - 4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** The small PNG with some chunks behind its first, and something behind its end. */
export function png(chunks: readonly Buffer[], after = ''): Buffer {
  return Buffer.concat([PNG.subarray(0, 33), ...chunks, PNG.subarray(33), Buffer.from(after)]);
}

export function webp(chunks: readonly (readonly [type: string, data: Buffer])[]): Buffer {
  const body = chunks.map(([type, data]) => {
    const head = Buffer.from(`${type}\0\0\0\0`, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
  });
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + body.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...body]);
}

function box(type: string, ...content: readonly Buffer[]): Buffer {
  const data = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + data.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data]);
}

const full = (type: string, version: number, ...content: readonly Buffer[]) =>
  box(type, Buffer.from([version, 0, 0, 0]), ...content);
const shorts = (...numbers: readonly number[]) => {
  const bytes = Buffer.alloc(numbers.length * 2);
  for (const [n, value] of numbers.entries()) bytes.writeUInt16BE(value, n * 2);
  return bytes;
};
const item = (id: number, type: string) => full('infe', 2, shorts(id, 0), Buffer.from(`${type}\0`));

/** A picture of item 1, EXIF of item 2 behind it, XMP of item 3 within `meta`, a description, and a box nobody asked for. */
export function heic(pixels: string): Buffer {
  const said = Buffer.from(SECRET);
  const type = box('ftyp', Buffer.from('heic\0\0\0\0heicmif1'));
  const metaOf = (data: number) =>
    full(
      'meta',
      0,
      full('iinf', 0, shorts(3), item(1, 'hvc1'), item(2, 'Exif'), item(3, 'mime')),
      full(
        'iloc',
        1,
        Buffer.from([0x44, 0]),
        shorts(3),
        ...[
          [1, 0, data, pixels.length],
          [2, 0, data + pixels.length, said.length],
          [3, 1, 0, said.length],
        ].map(([id = 0, place = 0, from = 0, length = 0]) => shorts(id, place, 0, 1, 0, from, 0, length)),
      ),
      box('iprp', box('ipco', box('irot', Buffer.from([1])), full('udes', 0, said))),
      box('idat', said),
    );
  const before = type.length + metaOf(0).length + 8;
  return Buffer.concat([type, metaOf(before), box('mdat', Buffer.from(pixels), said), box('uuid', said)]);
}
