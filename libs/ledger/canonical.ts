import canonicalizeModule from 'canonicalize';

// The package is CommonJS whose types claim an ES default export; at run time the import is the function itself.
const canonicalize = canonicalizeModule as unknown as typeof canonicalizeModule.default;

/** An event that must not enter the log. `message` says which and why; nothing was written. */
export class InvalidEvent extends Error {
  override readonly name = 'InvalidEvent';

  constructor(
    message: string,
    readonly reason: 'TYPE' | 'DATA' | 'TEXT' | 'SIZE',
  ) {
    super(message);
  }
}

// `\u0000` or half of a surrogate pair, as JSON spells them, behind an even number of backslashes.
const NOT_TEXT = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/**
 * RFC 8785 canonical JSON.
 * @throws {InvalidEvent} where a string has no UTF-8 form or holds NUL, which PostgreSQL cannot keep.
 */
export function canonical(value: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (error) {
    throw new InvalidEvent(`There is no JSON for it: ${(error as Error).message}.`, 'DATA');
  }
  if (text === undefined) throw new InvalidEvent('There is nothing to write.', 'DATA');
  if (NOT_TEXT.test(text)) {
    throw new InvalidEvent('A text holds NUL or half of a surrogate pair; send well-formed Unicode.', 'TEXT');
  }
  return text;
}
