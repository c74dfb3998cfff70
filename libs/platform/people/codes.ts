import { randomInt } from 'node:crypto';
import { hashOf } from '../secrets.js';

/** So long link and code of a mail hold. */
export const ATTEMPT_MS = 15 * 60_000;
/** To one address within a day. */
export const CODES_A_DAY = 10;
/** Of one code. */
export const TRIES = 3;

/** Six digits. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** Together with what the browser holds: six digits alone would be guessed from their hash. */
export function hashOfCode(browser: string, code: string): Buffer {
  return hashOf(`${browser} ${code}`);
}
