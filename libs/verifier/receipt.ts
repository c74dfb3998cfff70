import type { Instant } from '@maillage/kernel';
import { VerificationError } from './fault.js';
import { openNote, shown, type VerifierKey } from './note.js';
import { parseDecimal, parseHash } from './strict.js';

/** What the ledger's server promised, at once, to have recorded. */
export interface SignedReceipt {
  readonly origin: string;
  readonly commandId: string;
  readonly recordedAt: Instant;
  /** By when a checkpoint covers it at the latest; receipts of before promised no time. */
  readonly coveredBy?: Instant;
  /** In ascending order of position. */
  readonly events: readonly { readonly position: bigint; readonly leaf: Buffer }[];
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * A signed note over `<origin>/receipt`, the command's id, the time, `by <time>` where it promises to be covered by then,
 * and a line `<position> <base64 leaf hash>` an event.
 * @throws {VerificationError} NOTE, SIGNATURE, RECEIPT where it is malformed, ORIGIN where it is of another log.
 */
export function openReceipt(note: Uint8Array | string, logKey: VerifierKey): SignedReceipt {
  const { text } = openNote(note, [logKey]);
  const [head = '', commandId = '', recordedAt = '', ...rest] = text.slice(0, -1).split('\n');
  if (!head.endsWith('/receipt')) throw malformed(`its first line is ${shown(head)}, not <origin>/receipt`);
  const origin = head.slice(0, -'/receipt'.length);
  if (origin !== logKey.name) {
    throw new VerificationError('ORIGIN', `The receipt is of ${shown(origin)}, the key of ${shown(logKey.name)}.`);
  }
  if (!UUID.test(commandId)) throw malformed(`its second line is ${shown(commandId)}, not the UUID of a command`);
  if (!INSTANT.test(recordedAt)) throw malformed(`its third line is ${shown(recordedAt)}, not an instant in UTC`);
  const promise = rest[0]?.startsWith('by ') === true ? rest[0].slice('by '.length) : undefined;
  if (promise !== undefined && !INSTANT.test(promise)) {
    throw malformed(`its fourth line is by ${shown(promise)}, not by an instant in UTC`);
  }
  const lines = promise === undefined ? rest : rest.slice(1);
  if (lines.length === 0) throw malformed('it names no event');
  let before = 0n;
  const events = lines.map((line) => {
    const [first = '', second = '', ...more] = line.split(' ');
    const position = parseDecimal(first);
    const leaf = parseHash(second);
    if (position === undefined || leaf === undefined || more.length > 0 || position <= before) {
      throw malformed(`${shown(line)} is not the next position and its leaf hash in base64`);
    }
    before = position;
    return { position, leaf };
  });
  return { origin, commandId, recordedAt, ...(promise === undefined ? {} : { coveredBy: promise }), events };
}

const malformed = (why: string) => new VerificationError('RECEIPT', `This is not a receipt: ${why}.`);
