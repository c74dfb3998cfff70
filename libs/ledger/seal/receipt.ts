import type { Receipt } from '../contract.js';
import { originOfReceiptKey } from './receipt-key.js';
import type { SigningKey } from './signing-key.js';

/** Signs receipts for a server, with a promise by when they are covered. */
export class ReceiptSigner {
  /**
   * @param key the log's own; with `certificate`, one for receipts alone.
   * @param promiseSeconds after what was recorded, until a checkpoint covers it at the latest.
   * @param certificate the log's key's word that the other may sign, once it has given that.
   */
  constructor(
    private readonly key: SigningKey,
    private readonly promiseSeconds: number,
    private readonly certificate?: () => string | undefined,
  ) {}

  /** `undefined` while there is no certificate of a key that takes one. */
  sign(receipt: Receipt): string | undefined {
    const certificate = this.certificate?.();
    if (this.certificate !== undefined && certificate === undefined) return undefined;
    return signedReceipt(receipt, this.key, this.promiseSeconds, certificate);
  }
}

/**
 * A receipt as the log's own promise: a signed note (C2SP signed-note) over
 *
 *     <origin>/receipt
 *     <command id>
 *     <when it was recorded, RFC 3339>
 *     by <when a checkpoint covers it at the latest, RFC 3339>
 *     key <vkey> <certificate>                where it is not the log's own key that signs; see `certificateOf`
 *     <position> <leaf hash in base64>        one line an event, in order of position
 *
 * Its first line is no origin, so that it never passes for a checkpoint. Nothing in it depends on when it is asked for,
 * and Ed25519 signs the same text alike: the same receipt gives the same note, as long as the operator promises the same and
 * the server has the same key.
 * Whoever holds it can show that an event was promised a place which a later tree does not give it, and a time by which one
 * would have to.
 * @throws where nothing was recorded: there is nothing to promise.
 */
export function signedReceipt(
  { commandId, recordedAt, events }: Receipt,
  key: SigningKey,
  promiseSeconds: number,
  certificate?: string,
): string {
  if (recordedAt === undefined || events.length === 0) {
    throw new Error(`Command ${commandId} recorded nothing, so there is nothing to sign.`);
  }
  const lines = events.map(({ position, hash }) => `${position} ${Buffer.from(hash, 'hex').toString('base64')}`);
  const by = new Date(Date.parse(recordedAt) + promiseSeconds * 1000).toISOString();
  const certified = certificate === undefined ? undefined : originOfReceiptKey(key.name);
  const vouched = certified === undefined ? [] : [`key ${key.vkey} ${certificate ?? ''}`];
  const text = `${[`${certified ?? key.name}/receipt`, commandId, recordedAt, `by ${by}`, ...vouched, ...lines].join('\n')}\n`;
  return `${text}\n${key.sign(text)}`;
}
