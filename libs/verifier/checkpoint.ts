import { VerificationError } from './fault.js';
import { EMPTY_ROOT } from './merkle.js';
import { openNote, shown, type VerifierKey } from './note.js';
import { parseDecimal, parseHash } from './strict.js';

export interface Checkpoint {
  readonly origin: string;
  /** How many leaves the tree has. */
  readonly size: bigint;
  readonly root: Buffer;
  readonly extensions: readonly string[];
}

/** A witness under the name by which a policy speaks of it. */
export interface Witness {
  readonly name: string;
  readonly key: VerifierKey;
}

export interface Cosigner {
  readonly name: string;
  /** Unix seconds at which it signed. */
  readonly time: bigint;
}

export interface OpenedCheckpoint extends Checkpoint {
  readonly cosignedBy: readonly Cosigner[];
}

/** The text of a checkpoint note (C2SP tlog-checkpoint). @throws {VerificationError} CHECKPOINT. */
export function parseCheckpoint(text: string): Checkpoint {
  const checkpoint = parseCheckpointForm(text);
  if (checkpoint.size === 0n && !checkpoint.root.equals(EMPTY_ROOT)) {
    throw malformed('it is of size 0, but its root is not that of no leaves');
  }
  return checkpoint;
}

/** The same in form alone: of no leaves, it may have any root. @throws {VerificationError} CHECKPOINT. */
export function parseCheckpointForm(text: string): Checkpoint {
  if (!text.endsWith('\n')) throw malformed('its text does not end in a line break');
  const [origin = '', sizeLine, rootLine, ...extensions] = text.slice(0, -1).split('\n');
  if (sizeLine === undefined || rootLine === undefined) throw malformed('it has fewer than three lines');
  if (origin === '') throw malformed('its first line, the origin, is empty');
  const size = parseDecimal(sizeLine);
  if (size === undefined) {
    throw malformed(`its size is ${shown(sizeLine)}; a decimal below 2^63 without sign or leading zeros is accepted`);
  }
  const root = parseHash(rootLine);
  if (root === undefined) throw malformed(`its root is ${shown(rootLine)}; 32 bytes in canonical base64 are accepted`);
  if (extensions.includes('')) throw malformed('a line of it is empty');
  return { origin, size, root, extensions };
}

/**
 * A checkpoint that the log signed, and the witnesses that did too.
 * @throws {VerificationError} NOTE or CHECKPOINT where it is malformed, SIGNATURE where the log's is absent or any of a
 *   given key is wrong, ORIGIN where it is of another log than the key's.
 */
export function openCheckpoint(
  note: Uint8Array | string,
  logKey: VerifierKey,
  witnesses: readonly Witness[] = [],
): OpenedCheckpoint {
  const { text, signedBy } = openNote(note, [logKey, ...witnesses.map(({ key }) => key)]);
  if (!signedBy.some(({ key }) => key === logKey)) {
    throw new VerificationError('SIGNATURE', `The checkpoint bears no signature of ${logKey.name}.`);
  }
  const checkpoint = parseCheckpoint(text);
  if (checkpoint.origin !== logKey.name) {
    const message = `The checkpoint is of ${shown(checkpoint.origin)}, the key of ${shown(logKey.name)}.`;
    throw new VerificationError('ORIGIN', message);
  }
  const cosignedBy = witnesses.flatMap(({ name, key }) => {
    const time = signedBy.find((signer) => signer.key === key)?.time;
    return time === undefined ? [] : [{ name, time }];
  });
  return { ...checkpoint, cosignedBy };
}

const malformed = (why: string) => new VerificationError('CHECKPOINT', `This is not a checkpoint: ${why}.`);
