import type { Executed } from '@maillage/engine';
import { isRefusal, LEDGER_ACTOR, type Clock, type Command, type Refusal } from '@maillage/kernel';
import { certificateOf, originOfReceiptKey, type Ledger, type SigningKey } from '@maillage/ledger';
import type { Logger } from '@maillage/platform';
import { v5 as uuidv5 } from 'uuid';
import { Rounds } from './rounds.js';

/** How a key for receipts stands in the log. */
export interface KeyOnRecord {
  /** A vkey. */
  readonly key: string;
  /** The log's key's word that it may sign, in base64; absent while it was only proposed. */
  readonly certificate?: string;
  /** The position from which on it counts no more. */
  readonly revokedAt?: bigint;
}

export type Execute = (command: Command) => Promise<Executed | Refusal>;

const TYPES = ['ReceiptKeyProposed', 'ReceiptKeyCertified', 'ReceiptKeyRevoked'];
/** Names a command by what it says, so that it is recorded once however many processes send it. */
const NAMESPACE = '9d1f6f3e-2c57-5a64-8f0e-5b8f7c1e0a42';
/** A server that has just started waits for it. */
const LOOKS_EVERY_MS = 1_000;

/** Keys for receipts as the log has them, read as far as it goes. */
export class ReceiptKeysOnRecord {
  private position = 0n;
  private readonly keys = new Map<string, KeyOnRecord>();

  constructor(private readonly ledger: Ledger) {}

  /** As they stand now, by vkey. */
  async read(): Promise<ReadonlyMap<string, KeyOnRecord>> {
    for (const { type, data, position } of await this.ledger.readOfTypes(TYPES, this.position)) {
      const { key, signature } = data as { readonly key: string; readonly signature?: string };
      this.keys.set(key, {
        ...(this.keys.get(key) ?? { key }),
        ...(signature === undefined ? {} : { certificate: signature }),
        ...(type === 'ReceiptKeyRevoked' ? { revokedAt: position } : {}),
      });
      this.position = position;
    }
    return this.keys;
  }
}

/** Has the ledger itself record something of a key for receipts; at once where it did before. @throws where it is refused. */
export async function recordOfReceiptKey(
  execute: Execute,
  clock: Clock,
  type: 'ProposeReceiptKey' | 'CertifyReceiptKey' | 'RevokeReceiptKey',
  data: { readonly key: string; readonly signature?: string; readonly reason?: string },
): Promise<void> {
  const result = await execute({
    type,
    id: 'log',
    data,
    commandId: uuidv5(`${type} ${JSON.stringify(data)}`, NAMESPACE),
    actor: { organisation: LEDGER_ACTOR },
    scopes: ['write', 'operator'],
    at: clock.now(),
  });
  if (isRefusal(result)) throw new Error(result.message);
}

export interface CertifyingOptions {
  readonly ledger: Ledger;
  /** The log's. */
  readonly key: SigningKey;
  readonly execute: Execute;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Where the log's key is: certifies, for as long as it runs, each key for this log's receipts that a server proposes. */
export function certifying({ ledger, key: logKey, execute, clock, logger }: CertifyingOptions): Rounds {
  const onRecord = new ReceiptKeysOnRecord(ledger);
  const round = async () => {
    for (const { key, certificate, revokedAt } of (await onRecord.read()).values()) {
      if (certificate !== undefined || revokedAt !== undefined || originOfReceiptKey(key) !== logKey.name) continue;
      await recordOfReceiptKey(execute, clock, 'CertifyReceiptKey', { key, signature: certificateOf(key, logKey) });
      logger.info({ key }, 'a key that a server signs receipts with is certified');
    }
  };
  return new Rounds({ round, pauseMs: () => LOOKS_EVERY_MS, logger, undone: 'keys for receipts wait to be certified' });
}
