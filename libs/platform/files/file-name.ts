import { extensionsOf } from './media-type.js';

const LONGEST = 200;
// Control characters, line separators, and marks that turn the direction of reading, behind which `gpj.exe` reads `exe.jpg`.
const STRIPPED = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;
const DROPPED = /[.\s]/;
const EXTENSION = /\.([^.\s]+)$/;

/**
 * A name for a file that is safe to show and to save under: the last part of a path, without characters that mislead, at
 * most 200 UTF-16 units. Where it ends in an extension of another type, that of the type is put behind it, so that nothing
 * saved under it is run as what it is not. Whatever it gave, it gives again.
 */
export function safeFileName(given: string, mediaType: string): string {
  const base = given.split(/[/\\]/).at(-1) ?? '';
  const clean = trimmed(base.replace(STRIPPED, '').replace(/\s+/g, ' '));
  const name = clean === '' ? 'file' : clean;
  const [first = 'bin', ...others] = extensionsOf(mediaType);
  const found = EXTENSION.exec(name)?.[1]?.toLowerCase();
  const extension = found === undefined ? '' : [first, ...others].includes(found) ? `.${found}` : `.${first}`;
  const fits = found === undefined || extension === `.${found}`;
  const stem = fits ? name.slice(0, name.length - extension.length) : name;
  const end = fits ? name.slice(name.length - extension.length) : extension;
  const short = `${cut(stem, LONGEST - end.length)}${end}`;
  // Where the end was cut off, what is the end now may be another type's extension.
  return end === '' && short !== name ? safeFileName(short, mediaType) : short;
}

/**
 * Without dots at the end, too: Windows drops them when it saves, and `run.bat.` would be `run.bat`. Character by character,
 * as a pattern for the end of a text begins anew at each dot: of 70,000 it would take seconds.
 */
function trimmed(text: string): string {
  let end = text.length;
  while (end > 0 && DROPPED.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end).trimStart();
}

/** Not in the middle of a surrogate pair, nor before a space or dot, which would not be kept. */
function cut(text: string, most: number): string {
  return trimmed(text.slice(0, most).replace(/[\uD800-\uDBFF]$/, ''));
}
