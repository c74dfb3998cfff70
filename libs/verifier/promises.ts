import type { Instant } from '@maillage/kernel';
import type { OpenedCheckpoint } from './checkpoint.js';
import { VerificationError } from './fault.js';
import type { VerifierKey } from './note.js';
import { openReceipt } from './receipt.js';
import type { ReceiptKeys } from './receipt-keys.js';

/** What a receipt promises of one position. */
export interface Promised {
  readonly leaf: Buffer;
  readonly coveredBy?: Instant;
  /** The vkey of a key that the log's has certified; absent where that itself signed. */
  readonly signedBy?: string;
}
export type Promises = ReadonlyMap<bigint, readonly Promised[]>;

/** What is promised at each position, receipt by receipt. */
export function receiptsOf(notes: readonly string[], key: VerifierKey): Promises {
  const promises = new Map<bigint, Promised[]>();
  for (const note of notes) {
    const { events, coveredBy, signedBy } = openReceipt(note, key);
    for (const { position, leaf } of events) {
      const promised = {
        leaf,
        ...(coveredBy === undefined ? {} : { coveredBy }),
        ...(signedBy === undefined ? {} : { signedBy }),
      };
      promises.set(position, [...(promises.get(position) ?? []), promised]);
    }
  }
  return promises;
}

/** @throws {VerificationError} OMISSION where another event stands there; SIGNATURE where a key was revoked before. */
export function refuseOthers(promises: Promises, keys: ReceiptKeys, position: bigint, leaf: Buffer): void {
  for (const promised of promises.get(position) ?? []) {
    keys.mustStand(promised.signedBy, position);
    if (promised.leaf.equals(leaf)) continue;
    const message = 'A receipt promises another event here: what it was given for has been left out.';
    throw new VerificationError('OMISSION', message, position);
  }
}

/**
 * The checkpoint is at least as late as whatever it covers was recorded, as a witness signed it, and as it was still shown.
 * @throws {VerificationError} OMISSION where what is not there was promised to be covered before that, or to two events at
 *   once; SIGNATURE where a key was revoked before.
 */
export function refuseBroken(
  promises: Promises,
  keys: ReceiptKeys,
  { size, cosignedBy }: OpenedCheckpoint,
  head: bigint,
  latest: Instant,
  asOf: Instant = '',
): void {
  const times: (readonly [at: Instant, how: string])[] = [
    [latest, `covers what was recorded at ${latest}`],
    [asOf, `was still the newest at ${asOf}`],
    ...cosignedBy.map(({ name, time }) => [instantOf(time), `was cosigned by ${name} at ${instantOf(time)}`] as const),
  ];
  const [at, how] = times.reduce((last, each) => (each[0] > last[0] ? each : last));
  const open = [...promises].filter(([position]) => position > head).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [position, promised] of open) {
    for (const { signedBy } of promised) keys.mustStand(signedBy, position);
    if (promised.some(({ leaf }) => promised[0]?.leaf.equals(leaf) === false)) {
      const message = `Two receipts promise position ${position} to different events.`;
      throw new VerificationError('OMISSION', message, position);
    }
    const coveredBy = promised.flatMap((each) => each.coveredBy ?? []).sort()[0];
    if (coveredBy === undefined || coveredBy >= at) continue;
    const message =
      `A receipt promises this position to be covered by ${coveredBy}. The checkpoint of size ${size}, which ${how}, ` +
      'ends before it: what the receipt was given for has been left out.';
    throw new VerificationError('OMISSION', message, position);
  }
}

/** Of Unix seconds; of those beyond the calendar, its last. */
export function instantOf(seconds: bigint): Instant {
  const last = 253_402_300_799n;
  return new Date(Number(seconds < last ? seconds : last) * 1000).toISOString();
}
