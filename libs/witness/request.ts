/** What a body of `add-checkpoint` says (C2SP tlog-witness). */
export interface AddCheckpointRequest {
  /** The size the client believes this witness cosigned last. */
  readonly oldSize: bigint;
  /** Consistency proof from `oldSize` to the checkpoint's size, 32-byte hashes in the order of RFC 6962 §2.1.2. */
  readonly proof: readonly Buffer[];
  /** The checkpoint as a signed note, not looked into yet. */
  readonly note: string;
}

/** The body is not in the form the protocol has; the message says where. */
export class MalformedRequest extends Error {
  override readonly name = 'MalformedRequest';
}

const MOST_PROOF_LINES = 63;
// As many digits as the largest size has that a checkpoint is read with, 2^63 − 1.
const OLD_SIZE = /^old (0|[1-9][0-9]{0,18})$/;
const HASH = /^[A-Za-z0-9+/]{43}=$/;

/** @throws {MalformedRequest} */
export function parseRequest(body: Uint8Array): AddCheckpointRequest {
  const lines = utf8(body).split('\n');
  const size = OLD_SIZE.exec(lines[0] ?? '')?.[1];
  if (size === undefined) {
    throw new MalformedRequest('The first line is not "old", a space and a size in decimal without leading zeros.');
  }
  const end = lines.indexOf('');
  if (end === -1 || end === lines.length - 1) {
    throw new MalformedRequest('There is no empty line with a checkpoint after it.');
  }
  if (end - 1 > MOST_PROOF_LINES) {
    throw new MalformedRequest(`The proof has ${end - 1} lines; at most ${MOST_PROOF_LINES} are accepted.`);
  }
  return {
    oldSize: BigInt(size),
    proof: lines.slice(1, end).map(toHash),
    note: lines.slice(end + 1).join('\n'),
  };
}

function toHash(line: string, index: number): Buffer {
  const hash = Buffer.from(line, 'base64');
  // The last character holds two bits that no byte needs: only one spelling of a hash is the hash.
  if (!HASH.test(line) || hash.toString('base64') !== line) {
    throw new MalformedRequest(`Line ${index + 2} is not a hash of 32 bytes in base64.`);
  }
  return hash;
}

function utf8(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new MalformedRequest('The body is not UTF-8.');
  }
}
