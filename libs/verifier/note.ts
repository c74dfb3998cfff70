import { isUtf8 } from 'node:buffer';
import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto';
import { VerificationError } from './fault.js';
import { parseBase64 } from './strict.js';

/** Signature types of C2SP signed-note that are read here: a note's own Ed25519, and cosignature/v1. */
export const ED25519 = 1;
export const COSIGNATURE = 4;

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const MAX_NOTE_BYTES = 1_000_000;
/** C2SP signed-note asks for at least 16. */
const MAX_SIGNATURES = 100;
const SIGNATURE_LINE = /^— (\S+) (\S+)$/;
/** No Unicode space and no plus sign: they would end the name in a vkey or a signature line. */
const KEY_NAME = /^[^\s+\u0085]+$/u;
// The fixed head of an Ed25519 key in SubjectPublicKeyInfo (RFC 8410 §4).
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

export interface VerifierKey {
  readonly name: string;
  /** Four bytes: with the name they say which key made a signature. */
  readonly id: Buffer;
  readonly type: typeof ED25519 | typeof COSIGNATURE;
  /** 32 bytes, RFC 8032. */
  readonly publicKey: Buffer;
}

export interface NoteSignature {
  readonly name: string;
  readonly id: Buffer;
  /** What follows the key's id. */
  readonly bytes: Buffer;
  /** The whole line, without its line break. */
  readonly line: string;
}

export interface Note {
  /** Ends in a line break. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface Signer {
  readonly key: VerifierKey;
  /** Unix seconds at which a witness signed; of type 4 alone. */
  readonly time?: bigint;
}

/** `<name>+<key id, 8 hex digits>+<base64 of type ‖ key>` (C2SP signed-note). @throws {VerificationError} KEY. */
export function parseVerifierKey(vkey: string): VerifierKey {
  const [, name, hex, base64] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/su.exec(vkey) ?? [];
  const bytes = base64 === undefined ? undefined : parseBase64(base64);
  if (name === undefined || hex === undefined || bytes === undefined || !KEY_NAME.test(name)) {
    throw new VerificationError('KEY', `${shown(vkey)} is not a verifier key: <name>+<8 hex digits>+<base64>.`);
  }
  const [type] = bytes;
  if (type !== ED25519 && type !== COSIGNATURE) {
    throw new VerificationError('KEY', `The key of ${name} is ${told(type)}; types 1 and 4, both Ed25519, are read.`);
  }
  if (bytes.length !== 1 + KEY_BYTES) {
    throw new VerificationError('KEY', `The key of ${name} has ${bytes.length - 1} bytes; an Ed25519 key has 32.`);
  }
  const id = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), bytes]), 'buffer').subarray(0, 4);
  if (id.toString('hex') !== hex) {
    throw new VerificationError('KEY', `The id of the key of ${name} is ${id.toString('hex')}, not ${hex}.`);
  }
  return { name, id, type, publicKey: bytes.subarray(1) };
}

/** A type that is not read here, as people know it. */
function told(type: number | undefined): string {
  const known = new Map([
    [2, 'ECDSA'],
    [5, 'RFC 6962 TreeHeadSignature'],
    [6, 'ML-DSA-44'],
  ]).get(type ?? 0);
  return known === undefined ? `of type ${type ?? '?'}` : `of type ${type ?? '?'}, ${known}`;
}

/** Takes a signed note apart without believing it (C2SP signed-note). @throws {VerificationError} NOTE. */
export function parseNote(note: Uint8Array | string): Note {
  const { text, lines } = partsOf(note);
  return { text, signatures: lines.map(signatureOf) };
}

/** The text of a signed note, whose signatures are not looked into. @throws {VerificationError} NOTE. */
export function textOfNote(note: Uint8Array | string): string {
  return partsOf(note).text;
}

function partsOf(note: Uint8Array | string): { readonly text: string; readonly lines: readonly string[] } {
  const bytes = typeof note === 'string' ? Buffer.from(note, 'utf8') : note;
  if (bytes.length > MAX_NOTE_BYTES)
    throw malformed(`it has ${bytes.length} bytes, at most ${MAX_NOTE_BYTES} are read`);
  if (!isUtf8(bytes)) throw malformed('it is not UTF-8');
  const whole = typeof note === 'string' ? note : Buffer.from(bytes).toString('utf8');
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0009\u000b-\u001f]/.test(whole)) throw malformed('it holds a control character other than line feed');
  if (!whole.endsWith('\n')) throw malformed('it does not end in a line break');
  const blank = whole.lastIndexOf('\n\n');
  if (blank < 0) throw malformed('no blank line parts text and signatures');
  const text = whole.slice(0, blank + 1);
  // The format lets a text end in an empty line; none that is read here does, and it would hide what was signed.
  if (text.endsWith('\n\n') || text === '\n') throw malformed('two blank lines stand before its signatures');
  const lines = whole.slice(blank + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) throw malformed(`it has ${lines.length} signatures; ${MAX_SIGNATURES} are read`);
  return { text, lines };
}

function signatureOf(line: string): NoteSignature {
  const [, name = '', base64 = ''] = SIGNATURE_LINE.exec(line) ?? [];
  const bytes = parseBase64(base64);
  if (!KEY_NAME.test(name) || bytes === undefined || bytes.length < 5) {
    throw malformed(`${shown(line)} is not a signature: em dash, space, name, space, base64 of key id and signature`);
  }
  return { name, id: bytes.subarray(0, 4), bytes: bytes.subarray(4), line };
}

/**
 * The text, with who signed it. Signatures of keys that are not given are passed over, whatever name they bear.
 * @throws {VerificationError} NOTE where it is malformed; SIGNATURE where one by a given key is wrong, or there is none.
 */
export function openNote(
  note: Uint8Array | string,
  keys: readonly VerifierKey[],
): { readonly text: string; readonly signedBy: readonly Signer[] } {
  const { text, signatures } = parseNote(note);
  const signedBy = new Map<VerifierKey, Signer>();
  for (const signature of signatures) {
    for (const key of keys) {
      if (key.name !== signature.name || !key.id.equals(signature.id)) continue;
      const signer = verified(text, signature, key);
      if (!signedBy.has(key)) signedBy.set(key, signer);
    }
  }
  if (signedBy.size === 0) {
    const names = keys.map(({ name, id }) => `${name}+${id.toString('hex')}`).join(', ');
    throw new VerificationError('SIGNATURE', `The note bears no signature of ${names === '' ? 'a known key' : names}.`);
  }
  return { text, signedBy: [...signedBy.values()] };
}

/** The message that a signature of the key's type is over: the text itself, or that of C2SP tlog-cosignature. */
function verified(text: string, { name, bytes }: NoteSignature, key: VerifierKey): Signer {
  const wrong = new VerificationError('SIGNATURE', `The signature of ${name} does not match the note's text.`);
  switch (key.type) {
    case ED25519:
      if (bytes.length !== SIGNATURE_BYTES || !verify(null, Buffer.from(text), keyObject(key), bytes)) throw wrong;
      return { key };
    case COSIGNATURE: {
      if (bytes.length !== 8 + SIGNATURE_BYTES) throw wrong;
      const time = bytes.readBigUInt64BE();
      const message = Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);
      if (time >= 2n ** 63n || !verify(null, message, keyObject(key), bytes.subarray(8))) throw wrong;
      return { key, time };
    }
  }
}

function keyObject({ publicKey }: VerifierKey): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
}

const malformed = (why: string) => new VerificationError('NOTE', `This is not a signed note: ${why}.`);

/** For a message: what was found, cut where it would fill the screen. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
