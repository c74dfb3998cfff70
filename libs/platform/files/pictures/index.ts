import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { draftOf, type Draft } from '../draft.js';
import { partsOfHeic } from './heic.js';
import { partsOfJpeg } from './jpeg.js';
import { partsOfPng } from './png.js';
import { assembled, BrokenPicture, joined, Source, type Piece } from './source.js';
import { partsOfWebp } from './webp.js';

const PARTS: Readonly<Record<string, (source: Source) => Promise<readonly Piece[]>>> = {
  'image/jpeg': partsOfJpeg,
  'image/png': partsOfPng,
  'image/webp': partsOfWebp,
  'image/heic': partsOfHeic,
  'image/heif': partsOfHeic,
};

export interface CleanDraft {
  readonly draft: Draft;
  readonly metadataRemoved: boolean;
}

/**
 * A picture without what says where, when, by whom and with what device it was taken, as a further draft; every pixel stays as
 * it was. What has nothing to remove, or is no picture, is the draft that was given.
 * @returns in a clause why it is refused, where it is not made as its type has it.
 */
export async function withoutMetadata(
  draft: Draft,
  mediaType: string,
  folder: string,
): Promise<CleanDraft | { readonly refused: string }> {
  const partsOf = PARTS[mediaType];
  if (partsOf === undefined) return { draft, metadataRemoved: false };
  try {
    const pieces = joined(await parts(draft, partsOf));
    const [first] = pieces;
    const isWhole = pieces.length === 1 && first !== undefined && 'to' in first && first.to === draft.size;
    if (isWhole) return { draft, metadataRemoved: false };
    const cleaned = await draftOf(Readable.from(assembled(draft.path, pieces)), folder, Infinity);
    return { draft: cleaned, metadataRemoved: cleaned.sha256 !== draft.sha256 };
  } catch (error) {
    if (error instanceof BrokenPicture) return { refused: error.message };
    throw error;
  }
}

async function parts(
  { path, size }: Draft,
  partsOf: (source: Source) => Promise<readonly Piece[]>,
): Promise<readonly Piece[]> {
  const file = await open(path, 'r');
  try {
    const reading = async (buffer: Buffer, at: number) => (await file.read(buffer, 0, buffer.length, at)).bytesRead;
    return await partsOf(new Source(reading, size));
  } finally {
    await file.close();
  }
}
