import { systemClock, type Config } from '@maillage/platform';
import { recordOfReceiptKey, ReceiptKeysOnRecord, type KeyOnRecord } from '../../host/receipt-keys.js';
import { withSession } from '../session.js';
import { table } from '../table.js';
import { UsageError } from '../usage.js';

export interface ReceiptKeysOptions {
  /** The vkey of one to revoke first. */
  readonly revoke?: string;
  readonly reason?: string;
  readonly json: boolean;
}

/** Lists the keys that servers sign receipts with, as the log has them; revokes one first where asked to. */
export async function receiptKeysCommand(config: Config, options: ReceiptKeysOptions): Promise<number> {
  const { revoke: key, reason, json } = options;
  if ((key === undefined) !== (reason === undefined)) {
    throw new UsageError('--revoke <key> and --reason <text> go together: which key, and why, for the log itself.');
  }
  const keys = await withSession(config, async ({ ledger, execute }) => {
    const onRecord = new ReceiptKeysOnRecord(ledger);
    if (key !== undefined && reason !== undefined) {
      if (!(await onRecord.read()).has(key)) {
        throw new UsageError(`${key} is not on record; \`keys receipts\` lists those that are.`);
      }
      await recordOfReceiptKey(execute, systemClock, 'RevokeReceiptKey', { key, reason });
    }
    return [...(await onRecord.read()).values()];
  });
  const rows = keys.map((each) => ({ key: each.key, state: stateOf(each) }));
  process.stdout.write(
    json
      ? `${JSON.stringify(rows, null, 2)}\n`
      : table(
          ['state', 'key'],
          rows.map((row) => [row.state, row.key]),
        ),
  );
  return 0;
}

function stateOf({ certificate, revokedAt }: KeyOnRecord): string {
  if (revokedAt !== undefined) return `revoked at ${revokedAt}`;
  return certificate === undefined ? 'proposed' : 'certified';
}
