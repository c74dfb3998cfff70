import { entries, entryOf, ledgerOf, reading, testKey, type Source } from './ledger.fixtures.js';
import { verify, type VerifyOptions } from './verify.js';

// One ledger of 600 entries, and what the verifier finds in it whole or changed.

export const key = testKey('example.org/ledger');
export const given = { logKey: key.vkey };
export const texts = entries(600);

export const tampered = (change: (source: Source) => void, of: readonly string[] = texts): Source => {
  const source = ledgerOf(of, key);
  change(source);
  return source;
};
export const verdictOf = (source: Source, options: VerifyOptions = {}) =>
  verify(reading(source), { ...given, ...options });
export const faultOf = async (source: Source, options: VerifyOptions = {}) => {
  const verdict = await verdictOf(source, options);
  if (verdict.valid) throw new Error('It was found valid.');
  return verdict.fault;
};
/** A ledger in which so many private values were recorded and, each by an event of its own, erased again. */
export function whispered(count: number): { readonly texts: readonly string[]; readonly ids: readonly string[] } {
  const told = Array.from({ length: count }, (_, n) =>
    entryOf(900 + n, { type: 'Whispered', data: { note: { sha256: 'ab'.repeat(32) } } }),
  );
  const ids = told.map((text) => (JSON.parse(text) as { readonly id: string }).id);
  const erased = ids.map((eventId, n) =>
    entryOf(950 + n, { type: 'ValueErased', stream: `erasure/${eventId}`, data: { eventId, path: '/note' } }),
  );
  return { texts: [...texts, ...told, ...erased], ids };
}
export const flip = (source: Source, path: string, at: number): void => {
  const bytes = Buffer.from(source.get(path)!);
  bytes[at]! ^= 1;
  source.set(path, bytes);
};
/** The same texts but one. */
export const altered = (n: number, text: (old: string) => string, of: readonly string[] = texts) =>
  of.map((old, k) => (k === n ? text(old) : old));
