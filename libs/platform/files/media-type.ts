import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';

/** The extensions of each type that is accepted, the usual one first. */
const ACCEPTED: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heif', 'heic'],
  'text/csv': ['csv', 'tsv', 'txt'],
  'text/plain': ['txt', 'md', 'csv', 'log'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
};

/** For people. */
export const ACCEPTED_TYPES = 'PDF, PNG, JPEG, WebP, HEIC, CSV, plain text in UTF-8, ODS, ODT, XLSX and DOCX';

/** As much of a text as tells what it is. */
const HEAD_BYTES = 64 * 1024;
/** As much as a browser that guesses would look at, and more. */
const SNIFFED = 4096;
const BEGINS_AS_MARKUP = /^\s*<(?:[!?/]|[a-z][\w:-]*[\s/>])/i;
const HOLDS_MARKUP = /<(?:!doctype|\?xml|html|head|body|script|svg|iframe|object|embed|style|math)\b/i;
const DELIMITERS = [',', ';', '\t', '|'];

export type FoundType = { readonly mediaType: string } | { readonly refused: string };

export function extensionsOf(mediaType: string): readonly string[] {
  return ACCEPTED[mediaType] ?? [];
}

/** What a file is by its content, whatever it is called; or in a clause why it is not accepted. */
export async function mediaTypeOf(path: string): Promise<FoundType> {
  // Loaded with the first upload: every command of the command line loads this library, and hardly any needs it.
  const { fileTypeFromFile } = await import('file-type');
  const binary = await fileTypeFromFile(path);
  if (binary !== undefined) {
    const { mime } = binary;
    return ACCEPTED[mime] === undefined ? { refused: `it is ${mime}` } : { mediaType: mime };
  }
  if (!(await isUtf8(path))) return { refused: 'its content is of no known type' };
  const head = await headOf(path);
  const sniffed = head.slice(0, SNIFFED);
  if (BEGINS_AS_MARKUP.test(sniffed) || HOLDS_MARKUP.test(sniffed)) {
    return { refused: 'it is markup, such as HTML, SVG or XML' };
  }
  if (head.startsWith('#!')) return { refused: 'it is a script' };
  return { mediaType: isTable(head) ? 'text/csv' : 'text/plain' };
}

/** Well-formed all through, and without NUL. */
async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (chunk.includes(0)) return false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}

async function headOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return new TextDecoder('utf-8').decode(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** At least two rows, all of the same number of columns, at least two. */
function isTable(head: string): boolean {
  const lines = head.length < HEAD_BYTES ? head : head.slice(0, head.lastIndexOf('\n') + 1);
  return DELIMITERS.some((delimiter) => {
    try {
      const rows = parse(lines, { delimiter, to: 20, skip_empty_lines: true }) as readonly (readonly string[])[];
      return rows.length >= 2 && (rows[0]?.length ?? 0) >= 2;
    } catch {
      // Not such a table: rows of different lengths, quotes that do not close.
      return false;
    }
  });
}
