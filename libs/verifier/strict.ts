/** Sizes, indexes and positions stay below 2^63, as other logs' tools keep them in signed 64-bit integers. */
export const MAX_SIZE = 2n ** 63n - 1n;

/** An ASCII decimal without sign or leading zeros, at most `MAX_SIZE`; `undefined` for anything else. */
export function parseDecimal(text: string): bigint | undefined {
  if (!/^(?:0|[1-9][0-9]{0,18})$/.test(text)) return undefined;
  const value = BigInt(text);
  return value <= MAX_SIZE ? value : undefined;
}

/** RFC 4648 §4 with its padding and no stray bits, so that bytes have one spelling; `undefined` for anything else. */
export function parseBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

/** A SHA-256 hash in base64. */
export function parseHash(text: string): Buffer | undefined {
  const bytes = parseBase64(text);
  return bytes?.length === 32 ? bytes : undefined;
}
