import type { Instant } from '@maillage/kernel';
import type { OpenedCheckpoint } from './checkpoint.js';
import { VerificationError } from './fault.js';
import type { VerifierKey } from './note.js';
import { openReceipt } from './receipt.js';

/** What receipts promise of one position. */
export interface Promised {
  readonly leaf: Buffer;
  readonly coveredBy?: Instant;
}

/** What is promised at each position. @throws {VerificationError} OMISSION where two promise different leaves. */
export function receiptsOf(notes: readonly string[], key: VerifierKey): ReadonlyMap<bigint, Promised> {
  const promises = new Map<bigint, Promised>();
  for (const note of notes) {
    const { events, coveredBy } = openReceipt(note, key);
    for (const { position, leaf } of events) {
      const before = promises.get(position);
      if (before?.leaf.equals(leaf) === false) {
        const message = `Two receipts promise position ${position} to different events.`;
        throw new VerificationError('OMISSION', message, position);
      }
      const by = [before?.coveredBy, coveredBy].filter((each) => each !== undefined).sort()[0];
      promises.set(position, { leaf, ...(by === undefined ? {} : { coveredBy: by }) });
    }
  }
  return promises;
}

/**
 * The checkpoint is at least as late as whatever it covers was recorded, as a witness signed it, and as it was still shown.
 * @throws {VerificationError} OMISSION where what is not there was promised to be covered before that.
 */
export function refuseBroken(
  promises: ReadonlyMap<bigint, Promised>,
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
  for (const [position, { coveredBy }] of [...promises].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (position <= head || coveredBy === undefined || coveredBy >= at) continue;
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
