import type { SigningKey } from './signing-key.js';

const SUFFIX = '/receipts';

/** What a key is named that a server signs the receipts of a log with. No checkpoint is signed under such a name. */
export const receiptKeyName = (origin: string): string => `${origin}${SUFFIX}`;

/** Of which log a key signs receipts; `undefined` where it is no key for receipts alone. @param name of a key, or its vkey. */
export function originOfReceiptKey(name: string): string | undefined {
  const [bare = ''] = name.split('+');
  return bare.endsWith(SUFFIX) ? bare.slice(0, -SUFFIX.length) : undefined;
}

/**
 * The log's key's word that another may sign its receipts: over two lines, `<origin>/receipt-key` and the vkey, which are no
 * checkpoint and no receipt. The same whenever it is given.
 * @returns base64, as behind the name in a signed note (C2SP signed-note).
 */
export function certificateOf(vkey: string, logKey: SigningKey): string {
  const [, , signature = ''] = logKey.sign(`${logKey.name}/receipt-key\n${vkey}\n`).trimEnd().split(' ');
  return signature;
}
