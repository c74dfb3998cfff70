import type { Receipt } from '../contract.js';
import type { SigningKey } from './signing-key.js';

/** Signs receipts for a server: with its key, and with a promise by when they are covered. */
export class ReceiptSigner {
  constructor(
    private readonly key: SigningKey,
    /** After what was recorded, until a checkpoint covers it at the latest. */
    private readonly promiseSeconds: number,
  ) {}

  sign(receipt: Receipt): string {
    return signedReceipt(receipt, this.key, this.promiseSeconds);
  }
}

/**
 * A receipt as the log's own promise: a signed note (C2SP signed-note) over
 *
 *     <origin>/receipt
 *     <command id>
 *     <when it was recorded, RFC 3339>
 *     by <when a checkpoint covers it at the latest, RFC 3339>
 *     <position> <leaf hash in base64>        one line an event, in order of position
 *
 * Its first line is no origin, so that it never passes for a checkpoint. Nothing in it depends on when it is asked for,
 * and Ed25519 signs the same text alike: the same receipt gives the same note, as long as the operator promises the same.
 * Whoever holds it can show that an event was promised a place which a later tree does not give it, and a time by which one
 * would have to.
 * @throws where nothing was recorded: there is nothing to promise.
 */
export function signedReceipt(
  { commandId, recordedAt, events }: Receipt,
  key: SigningKey,
  promiseSeconds: number,
): string {
  if (recordedAt === undefined || events.length === 0) {
    throw new Error(`Command ${commandId} recorded nothing, so there is nothing to sign.`);
  }
  const lines = events.map(({ position, hash }) => `${position} ${Buffer.from(hash, 'hex').toString('base64')}`);
  const by = new Date(Date.parse(recordedAt) + promiseSeconds * 1000).toISOString();
  const text = `${[`${key.name}/receipt`, commandId, recordedAt, `by ${by}`, ...lines].join('\n')}\n`;
  return `${text}\n${key.sign(text)}`;
}
