import type { Instant } from '@maillage/kernel';
import { VerificationError } from './fault.js';
import { openNote, shown, textOfNote, type VerifierKey } from './note.js';
import { certifiedKey } from './receipt-keys.js';
import { parseDecimal, parseHash } from './strict.js';

/** What the ledger's server promised, at once, to have recorded. */
export interface SignedReceipt {
  readonly origin: string;
  readonly commandId: string;
  readonly recordedAt: Instant;
  /** By when a checkpoint covers it at the latest; receipts of before promised no time. */
  readonly coveredBy?: Instant;
  /** The vkey of the server's own key that signed it, certified by the log's; absent where the log's key signed. */
  readonly signedBy?: string;
  /** In ascending order of position. */
  readonly events: readonly { readonly position: bigint; readonly leaf: Buffer }[];
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * A signed note over `<origin>/receipt`, the command's id, the time, `by <time>` where it promises to be covered by then,
 * `key <vkey> <certificate>` where a key signed it that the log's has certified, and a line `<position> <base64 leaf hash>`
 * an event. The log's key is all that it takes to believe either.
 * @throws {VerificationError} NOTE, SIGNATURE, RECEIPT where it is malformed, ORIGIN where it is of another log.
 */
export function openReceipt(note: Uint8Array | string, logKey: VerifierKey): SignedReceipt {
  // Taken apart before any of it is believed: it says itself by which key it is signed.
  const [head = '', commandId = '', recordedAt = '', ...rest] = textOfNote(note).slice(0, -1).split('\n');
  const coveredBy = rest[0]?.startsWith('by ') === true ? rest.shift()?.slice('by '.length) : undefined;
  const certified = rest[0]?.startsWith('key ') === true ? certifiedIn(head, rest.shift() ?? '', logKey) : undefined;
  openNote(note, [certified?.key ?? logKey]);
  if (!head.endsWith('/receipt')) throw malformed(`its first line is ${shown(head)}, not <origin>/receipt`);
  const origin = head.slice(0, -'/receipt'.length);
  if (origin !== logKey.name) throw ofAnother(origin, logKey);
  if (!UUID.test(commandId)) throw malformed(`its second line is ${shown(commandId)}, not the UUID of a command`);
  if (!INSTANT.test(recordedAt)) throw malformed(`its third line is ${shown(recordedAt)}, not an instant in UTC`);
  if (coveredBy !== undefined && !INSTANT.test(coveredBy)) {
    throw malformed(`its fourth line is by ${shown(coveredBy)}, not by an instant in UTC`);
  }
  return {
    origin,
    commandId,
    recordedAt,
    ...(coveredBy === undefined ? {} : { coveredBy }),
    ...(certified === undefined ? {} : { signedBy: certified.vkey }),
    events: eventsIn(rest),
  };
}

/** By which key a receipt says it is signed, where the log's key bears that out. */
function certifiedIn(
  head: string,
  line: string,
  logKey: VerifierKey,
): { readonly vkey: string; readonly key: VerifierKey } {
  const origin = head.replace(/\/receipt$/, '');
  if (origin !== logKey.name) throw ofAnother(origin, logKey);
  const [, vkey = '', signature = '', ...more] = line.split(' ');
  if (more.length > 0) throw malformed(`${shown(line)} is not a key and its certificate`);
  return { vkey, key: certifiedKey({ key: vkey, signature }, logKey) };
}

function eventsIn(lines: readonly string[]): SignedReceipt['events'] {
  if (lines.length === 0) throw malformed('it names no event');
  let before = 0n;
  return lines.map((line) => {
    const [first = '', second = '', ...more] = line.split(' ');
    const position = parseDecimal(first);
    const leaf = parseHash(second);
    if (position === undefined || leaf === undefined || more.length > 0 || position <= before) {
      throw malformed(`${shown(line)} is not the next position and its leaf hash in base64`);
    }
    before = position;
    return { position, leaf };
  });
}

const malformed = (why: string) => new VerificationError('RECEIPT', `This is not a receipt: ${why}.`);
const ofAnother = (origin: string, { name }: VerifierKey) =>
  new VerificationError('ORIGIN', `The receipt is of ${shown(origin)}, the key of ${shown(name)}.`);
