import { z } from 'zod';
import { scalar } from './naming.js';

// A lone surrogate has no UTF-8 form and NUL has no place in PostgreSQL text: neither could be hashed and read back alike.
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
// Control characters other than tab, line feed and carriage return.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
// Left open, these turn the direction of reading of whatever is shown after the text: 12 would read 21, in others' words.
const TURNING = /[\u202A-\u202E\u2066-\u2069]/;

/** Of at most `most` UTF-16 units, as it was sent: of what is longer nothing is looked at. */
function ofAtMost(most: number): z.ZodString {
  return z.string().max(most, { error: `is too long; at most ${most} characters are accepted`, abort: true });
}

/** Text for people, trimmed, of 1 to `most` UTF-16 units, that has one UTF-8 form. */
export function text(most: number): z.ZodType<string> {
  return ofAtMost(most)
    .refine((value) => !LONE_SURROGATE.test(value), {
      error: 'holds half of a surrogate pair; send well-formed Unicode',
    })
    .refine((value) => !CONTROL.test(value), {
      error: 'holds a control character; only tab and line breaks are accepted',
    })
    .refine((value) => !TURNING.test(value), {
      error: 'holds a mark that turns the direction of reading, which would turn the words after it; leave it out',
    })
    .trim()
    .min(1, { error: 'must not be empty' });
}

/** Words that somebody looks for: at most `most` UTF-16 units, and none at all to look for nothing in particular. */
export function sought(most: number): z.ZodType<string> {
  return ofAtMost(most);
}

/** As much of what somebody sent as a message quotes. */
const QUOTED = 80;

/** What somebody sent, as messages quote it: cut where it is long, since one may be told of it again and again. */
export function shortened(sent: string, most = QUOTED): string {
  return sent.length > most ? `${sent.slice(0, most)}…` : sent;
}

/** A link people may follow: http or https only, and without a name or password, which the log would show to everybody. */
export const link = ofAtMost(2048)
  .check(z.url({ protocol: /^https?$/, error: 'is not a web address; write one that begins with https:// or http://' }))
  .refine(namesNoUser, {
    error: 'holds a user name or password before the host, which everybody could read; leave it out',
  });

function namesNoUser(address: string): boolean {
  if (!URL.canParse(address)) return true;
  const { username, password } = new URL(address);
  return username === '' && password === '';
}

export const uuid = scalar(
  'UUID',
  z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, {
    error: 'is not a UUID in lower case, such as 0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f50',
  }),
);

/** A position in the log by its digits: there may be more than JavaScript counts exactly. */
export const position = scalar(
  'Position',
  z.string().regex(/^(0|[1-9][0-9]{0,17})$/, { error: 'is no position in the log; write its digits, such as "42"' }),
);

/** ISO 3166-1 alpha-2, or its subdivisions by ISO 3166-2 (`FR-35`). */
export const jurisdiction = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, {
  error: 'is not an ISO 3166 code such as FR or FR-35',
});
