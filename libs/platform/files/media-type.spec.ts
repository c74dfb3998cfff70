import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mediaTypeOf } from './media-type.js';
import * as samples from './samples.fixtures.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-types-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function typeOf(content: Buffer | string) {
  const path = join(folder, 'content');
  await writeFile(path, content);
  return mediaTypeOf(path);
}

describe('The type of a file', () => {
  it.each([
    ['application/pdf', samples.PDF],
    ['image/png', samples.PNG],
    ['image/jpeg', samples.JPEG],
    ['image/webp', samples.WEBP],
    ['text/csv', samples.CSV],
    ['text/csv', Buffer.from('a,b\n"1, or so",2\n')],
    ['text/plain', samples.TEXT],
    ['text/plain', Buffer.from('\ufeffOne line, with a comma.\n\nAnd another.')],
    ['text/plain', Buffer.from('5 < 6 and 7 > 3\n')],
    ['application/vnd.oasis.opendocument.spreadsheet', samples.ODS],
    ['application/vnd.oasis.opendocument.text', samples.ODT],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', samples.XLSX],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', samples.DOCX],
  ])('is %s by its content', async (mediaType, content) => {
    expect(await typeOf(content)).toEqual({ mediaType });
  });

  it.each([
    ['an SVG with a script', samples.SVG, /markup|xml|svg/],
    ['an SVG behind an XML declaration', `<?xml version="1.0"?>${samples.SVG.toString()}`, /markup|xml|svg/],
    ['an SVG behind a comment', `\n <!-- x --><svg/>`, /markup/],
    ['a page', samples.HTML, /markup|html/],
    ['a page behind some text', `Dear all,\n<ScRiPt src="//x">`, /markup/],
    ['any other markup', '<note>x</note>', /markup/],
    ['a script', '#!/bin/sh\nrm -rf /\n', /script/],
    ['an executable', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(64)]), /application\/x-elf/],
    ['an executable for Windows', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(64)]), /application\/x-msdownload/],
    ['a plain archive', samples.zip({ 'a.txt': 'a' }), /application\/zip/],
    [
      'a workbook with macros',
      samples
        .officeOpenXml('xl/workbook.xml', 'x')
        .toString('latin1')
        .replace('openxmlformats-officedocument.x', 'ms-excel.sheet.macroEnabled'),
      /it is /,
    ],
    ['a film', Buffer.from('0000001c6674797069736f6d0000020069736f6d69736f32', 'hex'), /video\/mp4/],
    ['bytes of no type', Buffer.from([0x93, 0x12, 0xfe, 0x00, 0x41]), /no known type/],
    ['text with NUL in it', 'a\0b', /no known type/],
    ['text that breaks off in a character', Buffer.from('é').subarray(0, 1), /no known type/],
    ['text in Latin-1', Buffer.from('été', 'latin1'), /no known type/],
  ])('is refused for %s', async (_, content, why) => {
    expect(await typeOf(content)).toEqual({ refused: expect.stringMatching(why) });
  });

  it('is looked for in all of a text, not in its beginning alone', async () => {
    const long = 'Nothing to see here.\n'.repeat(20_000);
    expect(await typeOf(long)).toEqual({ mediaType: 'text/plain' });
    expect(await typeOf(`${long}\0`)).toHaveProperty('refused');
  });
});
