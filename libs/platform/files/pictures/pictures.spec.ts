import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { draftOf } from '../draft.js';
import { JPEG, PDF, PNG, WEBP } from '../samples.fixtures.js';
import { withoutMetadata } from './index.js';
import { exif, heic, jpeg, jpegSegment, png, pngChunk, SECRET, webp } from './pictures.fixtures.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-pictures-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function cleaned(content: Buffer, mediaType: string) {
  const draft = await draftOf(Readable.from([content]), folder, Infinity);
  const result = await withoutMetadata(draft, mediaType, folder);
  if ('refused' in result) return result;
  const { draft: clean, metadataRemoved } = result;
  const bytes = await readFile(clean.path);
  expect([clean.size, clean.sha256]).toEqual([bytes.length, createHash('sha256').update(bytes).digest('hex')]);
  return { bytes, metadataRemoved };
}

const EXIF_HEAD = Buffer.from('Exif\0\0');
const said = Buffer.from(SECRET);
const ofColours = jpegSegment(0xe2, 'ICC_PROFILE\0\x01\x01colours');
const adobe = jpegSegment(0xee, 'Adobe\0\x64\0\0\0\0\0');
const upright = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex');

describe('A picture', () => {
  it('of JPEG loses what segments say, and what follows its end; what shows it stays to the byte', async () => {
    const told = [
      jpegSegment(0xe1, Buffer.concat([EXIF_HEAD, exif()])),
      jpegSegment(0xe1, `http://ns.adobe.com/xap/1.0/\0${SECRET}`),
      jpegSegment(0xe2, `MPF\0${SECRET}`),
      jpegSegment(0xed, `Photoshop 3.0\0${SECRET}`),
      jpegSegment(0xfe, SECRET),
    ];
    expect(await cleaned(jpeg([...told, ofColours, adobe], `a film of ${SECRET}`), 'image/jpeg')).toEqual({
      bytes: jpeg([ofColours, adobe]),
      metadataRemoved: true,
    });
  });

  it('of JPEG loses the small picture in its head, which may be of an earlier state', async () => {
    const head = Buffer.from('4a46494600010100000100010101', 'hex');
    const withSmall = Buffer.concat([
      JPEG.subarray(0, 2),
      jpegSegment(0xe0, Buffer.concat([head, said.subarray(0, 3)])),
    ]);
    const { bytes } = (await cleaned(Buffer.concat([withSmall, JPEG.subarray(-2)]), 'image/jpeg')) as { bytes: Buffer };
    expect(bytes.toString('hex')).toBe('ffd8ffe000104a46494600010100000100010000ffd9');
  });

  it('of PNG loses texts, times and chunks that show nothing', async () => {
    const told = [
      pngChunk('tEXt', `Author\0${SECRET}`),
      pngChunk('zTXt', SECRET),
      pngChunk('iTXt', SECRET),
      pngChunk('tIME', '1234567'),
      pngChunk('eXIf', exif()),
      pngChunk('prVt', SECRET),
    ];
    const shown = [pngChunk('gAMA', Buffer.alloc(4, 1))];
    expect(await cleaned(png([...told, ...shown], SECRET), 'image/png')).toEqual({
      bytes: png(shown),
      metadataRemoved: true,
    });
  });

  it('of WebP loses EXIF and XMP, and does not announce them', async () => {
    const extended = (flags: number) => ['VP8X', Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0])] as const;
    const pixels = ['VP8L', Buffer.from('pixels!')] as const;
    const given = webp([extended(0x2c), pixels, ['EXIF', exif()], ['XMP ', said], ['priv', said]]);
    expect(await cleaned(given, 'image/webp')).toEqual({
      bytes: webp([extended(0x20), pixels]),
      metadataRemoved: true,
    });
    const turned = webp([extended(0x0c), pixels, ['EXIF', Buffer.concat([EXIF_HEAD, exif(6)])]]);
    expect(await cleaned(turned, 'image/webp')).toMatchObject({
      bytes: webp([extended(0x08), pixels, ['EXIF', upright]]),
    });
  });

  it.each(['image/heic', 'image/heif'])('of %s has zeros where something was said, and nothing moved', async (type) => {
    const given = heic('the very pixels');
    const { bytes, metadataRemoved } = (await cleaned(given, type)) as { bytes: Buffer; metadataRemoved: boolean };
    expect([given.includes(said), bytes.includes(said), bytes.length]).toEqual([true, false, given.length]);
    expect([bytes.indexOf('the very pixels'), metadataRemoved]).toEqual([given.indexOf('the very pixels'), true]);
    expect(bytes.includes('irot')).toBe(true);
  });

  it('is held the way up it was, and says nothing else', async () => {
    const turned = jpegSegment(0xe1, Buffer.concat([EXIF_HEAD, exif(6)]));
    expect(await cleaned(jpeg([turned]), 'image/jpeg')).toMatchObject({
      bytes: jpeg([jpegSegment(0xe1, Buffer.concat([EXIF_HEAD, upright]))]),
    });
    expect(await cleaned(png([pngChunk('eXIf', exif(6))]), 'image/png')).toMatchObject({
      bytes: png([pngChunk('eXIf', upright)]),
    });
  });

  it.each([
    ['image/jpeg', jpeg([ofColours, adobe])],
    ['image/png', PNG],
    ['image/webp', WEBP],
    ['application/pdf', PDF],
  ])('that hides nothing, or is none, is kept as it came: %s', async (mediaType, content) => {
    expect(await cleaned(content, mediaType)).toEqual({ bytes: content, metadataRemoved: false });
  });

  it('that was cleaned has nothing left to clean', async () => {
    const told = [jpegSegment(0xe1, Buffer.concat([EXIF_HEAD, exif(6)]))];
    const { bytes } = (await cleaned(jpeg(told), 'image/jpeg')) as { bytes: Buffer };
    expect(await cleaned(bytes, 'image/jpeg')).toEqual({ bytes, metadataRemoved: false });
  });

  it('that is not made as its type has it is refused in words, and never fails otherwise', async () => {
    const whole = {
      'image/jpeg': jpeg([ofColours]),
      'image/png': png([pngChunk('tEXt', SECRET)]),
      'image/webp': webp([['VP8X', Buffer.alloc(10)]]),
      'image/heic': heic('pixels'),
    };
    for (const [mediaType, content] of Object.entries(whole)) {
      for (let n = 0; n < 40; n += 1) {
        const spoilt = Buffer.from(content.subarray(0, n % 2 === 0 ? content.length - n : content.length));
        randomBytes(4).copy(spoilt, 8 + ((n * 7) % Math.max(1, spoilt.length - 12)));
        const result = await cleaned(spoilt, mediaType);
        expect('refused' in result ? result.refused : 'kept').toMatch(/^(kept|it [a-z].*[a-zA-Z])$/);
      }
    }
    expect(await cleaned(png([]).subarray(0, -6), 'image/png')).toEqual({
      refused: 'it is a picture that is cut short',
    });
  });

  it('of a great many parts is not read to its end', async () => {
    const content = Buffer.concat([JPEG.subarray(0, 2), Buffer.alloc(500_000, 'ff01', 'hex'), JPEG.subarray(-2)]);
    expect(await cleaned(content, 'image/jpeg')).toEqual({ refused: 'it is a picture of too many parts' });
  });
});
