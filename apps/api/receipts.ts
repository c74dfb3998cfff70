import type { Clock } from '@maillage/kernel';
import { ReceiptSigner, type Ledger, type SigningKey } from '@maillage/ledger';
import type { HealthPart } from '@maillage/platform';
import type { Parts } from '../host/parts.js';
import { recordOfReceiptKey, ReceiptKeysOnRecord, type Execute, type KeyOnRecord } from '../host/receipt-keys.js';
import { Rounds } from '../host/rounds.js';
import { receiptKey, refuseForeignKey, refuseForeignName } from '../host/sealing.js';

/** How this server signs receipts. */
export interface Receipts {
  readonly signer: ReceiptSigner;
  readonly health: readonly HealthPart[];
  /** @param execute takes a command to the log. */
  start(ledger: Ledger, execute: Execute): void;
  stop(): Promise<void>;
}

/** While the key waits to be certified, and from then on: how soon it is heard that it was revoked. */
const LOOKS_EVERY_MS = { waiting: 500, certified: 5_000 };

/**
 * @param logKey where this process holds it, since it seals the log as well: another key in the same memory would protect nothing.
 * @throws {ConfigurationError} where a key cannot be used, or the log has another name or key.
 */
export async function openReceipts(parts: Parts, clock: Clock, logKey: SigningKey | undefined): Promise<Receipts> {
  const { config, database } = parts;
  const { promiseSeconds } = config.seal;
  if (logKey === undefined) {
    await refuseForeignName(database, config);
    return new OwnReceipts(await receiptKey(config), promiseSeconds, parts, clock);
  }
  // Its receipts would be promises nobody could hold the log to.
  await refuseForeignKey(database, logKey);
  const signer = new ReceiptSigner(logKey, promiseSeconds);
  return { signer, health: [], start: () => undefined, stop: async () => undefined };
}

/** By a key of the server's own, which counts once the log's has certified it. */
class OwnReceipts implements Receipts {
  readonly signer: ReceiptSigner;
  readonly health: readonly HealthPart[];
  private standing: KeyOnRecord | undefined;
  private rounds: Rounds | undefined;

  constructor(
    private readonly key: SigningKey,
    promiseSeconds: number,
    private readonly parts: Parts,
    private readonly clock: Clock,
  ) {
    this.signer = new ReceiptSigner(key, promiseSeconds, () => this.certificate);
    this.health = [{ name: 'receipts', required: false, check: async () => this.report() }];
  }

  start(ledger: Ledger, execute: Execute): void {
    const onRecord = new ReceiptKeysOnRecord(ledger);
    this.rounds = new Rounds({
      round: () => this.look(onRecord, execute),
      pauseMs: () => LOOKS_EVERY_MS[this.standing === undefined ? 'waiting' : 'certified'],
      logger: this.parts.logger,
      undone: 'receipts are not signed yet',
    });
    this.rounds.start();
  }

  async stop(): Promise<void> {
    await this.rounds?.stop();
  }

  private get certificate(): string | undefined {
    return this.standing?.revokedAt === undefined ? this.standing?.certificate : undefined;
  }

  private async look(onRecord: ReceiptKeysOnRecord, execute: Execute): Promise<void> {
    const { vkey } = this.key;
    const found = (await onRecord.read()).get(vkey);
    if (found === undefined) await recordOfReceiptKey(execute, this.clock, 'ProposeReceiptKey', { key: vkey });
    const settled = found?.certificate !== undefined || found?.revokedAt !== undefined;
    if (found?.revokedAt !== undefined && this.standing?.revokedAt === undefined) {
      this.parts.logger.error({ key: vkey }, 'the key of this server was revoked; receipts are not signed');
    }
    this.standing = settled ? found : undefined;
  }

  private report(): Awaited<ReturnType<HealthPart['check']>> {
    const { vkey: key } = this.key;
    if (this.standing?.revokedAt !== undefined) {
      const why = `Receipts are not signed: the key was revoked at position ${this.standing.revokedAt}. Give this server another.`;
      return { ok: false, why, key };
    }
    if (this.certificate !== undefined) return { ok: true, key };
    return { ok: false, why: 'Receipts are not signed yet: no worker has certified the key of this server.', key };
  }
}
