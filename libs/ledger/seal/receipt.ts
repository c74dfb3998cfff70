import type { Receipt } from '../contract.js';
import type { SigningKey } from './signing-key.js';

/**
 * A receipt as the log's own promise: a signed note (C2SP signed-note) over
 *
 *     <origin>/receipt
 *     <command id>
 *     <when it was recorded, RFC 3339>
 *     <position> <leaf hash in base64>        one line an event, in order of position
 *
 * Its first line is no origin, so that it never passes for a checkpoint. Nothing in it depends on when it is asked for,
 * and Ed25519 signs the same text alike: the same receipt gives the same note. Whoever holds it can show that an event was
 * promised a place which a later tree does not give it.
 * @throws where nothing was recorded: there is nothing to promise.
 */
export function signedReceipt({ commandId, recordedAt, events }: Receipt, key: SigningKey): string {
  if (recordedAt === undefined || events.length === 0) {
    throw new Error(`Command ${commandId} recorded nothing, so there is nothing to sign.`);
  }
  const lines = events.map(({ position, hash }) => `${position} ${Buffer.from(hash, 'hex').toString('base64')}`);
  const text = `${[`${key.name}/receipt`, commandId, recordedAt, ...lines].join('\n')}\n`;
  return `${text}\n${key.sign(text)}`;
}
