/*
 * Small steps over the bytes of canonical JSON. Each says where what it looks for ends, or -1; none of them reads a text
 * whole.
 */

export const QUOTE = 0x22;
export const BACKSLASH = 0x5c;
export const ZERO = 0x30;

/** What may follow a backslash: the escapes of canonical form, but those that spell a code unit out. */
const ESCAPED = new Set(Buffer.from('"\\bfnrt'));
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const literal = (text: string): Uint8Array => Buffer.from(text, 'utf8');

export const isDigit = (byte = 0): boolean => byte >= ZERO && byte <= 0x39;

export function isBytes(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let n = 0; n < wanted.length; n += 1) if (bytes[at + n] !== wanted[n]) return false;
  return true;
}

/** @returns where the quotation mark stands that ends the text which begins at `at`, inside it. */
export function afterText(bytes: Uint8Array, at: number): number {
  for (let end = at; end < bytes.length; end += 1) {
    const byte = bytes[end] as number;
    if (byte === QUOTE) return end;
    if (byte < 0x20) return -1;
    if (byte === BACKSLASH) {
      end += 1;
      if (!ESCAPED.has(bytes[end] as number)) return -1;
    }
  }
  return -1;
}

/** The same of a text without escapes that is not empty. */
export function afterPlainText(bytes: Uint8Array, at: number): number {
  let end = at;
  for (let byte = bytes[end] ?? 0; byte !== QUOTE; byte = bytes[end] ?? 0) {
    if (byte < 0x20 || byte === BACKSLASH) return -1;
    end += 1;
  }
  return end > at ? end : -1;
}

/** How many characters (code points) a text has of which `afterText` found the end. */
export function countOf(bytes: Uint8Array, at: number, end: number): number {
  let count = 0;
  for (let n = at; n < end; n += 1) {
    const byte = bytes[n] as number;
    if (byte === BACKSLASH) n += 1;
    // All bytes of a character but its first are 10xxxxxx.
    if ((byte & 0xc0) !== 0x80) count += 1;
  }
  return count;
}

/** A decimal number of so many digits; NaN where there are fewer. */
function digits(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let n = at; n < at + count; n += 1) {
    const byte = bytes[n] ?? 0;
    if (!isDigit(byte)) return NaN;
    value = value * 10 + byte - ZERO;
  }
  return value;
}

const DASH = 0x2d;
const COLON = 0x3a;

/** `2026-01-31`, a day that the calendar has. */
export function afterDate(bytes: Uint8Array, at: number): number {
  const year = digits(bytes, at, 4);
  const month = digits(bytes, at + 5, 2);
  const day = digits(bytes, at + 8, 2);
  if (bytes[at + 4] !== DASH || bytes[at + 7] !== DASH || Number.isNaN(year)) return -1;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
  return day >= 1 && day <= days ? at + 10 : -1;
}

/** `2026-01-31T12:00:00.000Z`. */
export function afterInstant(bytes: Uint8Array, at: number): number {
  if (afterDate(bytes, at) < 0 || bytes[at + 10] !== 0x54 || bytes[at + 13] !== COLON || bytes[at + 16] !== COLON)
    return -1;
  if (bytes[at + 19] !== 0x2e || bytes[at + 23] !== 0x5a) return -1;
  const inDay = digits(bytes, at + 11, 2) < 24 && digits(bytes, at + 14, 2) < 60 && digits(bytes, at + 17, 2) < 60;
  return inDay && digits(bytes, at + 20, 3) < 1000 ? at + 24 : -1;
}
