import { domainToASCII } from 'node:url';

/** RFC 5321: of the whole, and of what stands before the @. */
const LONGEST = 254;
const LONGEST_LOCAL_PART = 64;
/** An atom of RFC 5322 after the other, with dots between: what mailboxes are called, without quotes and comments. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * A mail address as it is kept and compared: in lower case, the domain as its A-label. Dots and what follows a plus tell
 * mailboxes apart, as some providers have it.
 * @returns `undefined` for what is none.
 */
export function mailAddress(text: string): string | undefined {
  const given = text.trim();
  const at = given.lastIndexOf('@');
  if (at < 1 || given.length > LONGEST) return undefined;
  // Letters beyond ASCII have no one lower case: `İ` would become two.
  const local = given.slice(0, at).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const written = given.slice(at + 1);
  // What a browser would take for more than a host is none.
  if (/[\s/?#:%\\[\]]/.test(written)) return undefined;
  const domain = domainToASCII(written);
  const address = `${local}@${domain}`;
  return local.length <= LONGEST_LOCAL_PART &&
    LOCAL_PART.test(local) &&
    DOMAIN.test(domain) &&
    address.length <= LONGEST
    ? address
    : undefined;
}

/** Enough for whom it belongs to to know it again: `m…@e….org`. */
export function maskedAddress(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  const dot = domain.lastIndexOf('.');
  return `${local.slice(0, 1)}…@${domain.slice(0, 1)}…${domain.slice(dot)}`;
}
