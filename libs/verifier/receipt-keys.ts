import { VerificationError } from './fault.js';
import { ED25519, openNote, parseVerifierKey, shown, type VerifierKey } from './note.js';

/** A key that a server signs receipts with, and the log's key's word that it may. */
export interface Certificate {
  /** A vkey named `<origin>/receipts`. */
  readonly key: string;
  /** In base64, the id of the log's key and its signature over `<origin>/receipt-key` and the vkey, a line each. */
  readonly signature: string;
}

/** What an entry may say of such keys. */
export interface OfReceiptKeys {
  readonly certifies?: Certificate;
  /** A vkey. */
  readonly revokes?: string;
}

const nameOf = (origin: string): string => `${origin}/receipts`;

/** @throws {VerificationError} KEY where it is no key for receipts of this log, SIGNATURE where the log's does not vouch for it. */
export function certifiedKey({ key: vkey, signature }: Certificate, logKey: VerifierKey): VerifierKey {
  const key = parseVerifierKey(vkey);
  if (key.type !== ED25519 || key.name !== nameOf(logKey.name)) {
    throw new VerificationError('KEY', `${shown(vkey)} is not a key named ${nameOf(logKey.name)}, for receipts alone.`);
  }
  try {
    openNote(`${logKey.name}/receipt-key\n${vkey}\n\n— ${logKey.name} ${signature}\n`, [logKey]);
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    throw new VerificationError('SIGNATURE', `The key ${vkey} is not certified by the log's: ${error.message}`);
  }
  return key;
}

/** What a log says of keys for receipts: whether each that it certifies is so by its own key, and which were revoked. */
export class ReceiptKeys {
  private readonly revoked = new Map<string, bigint>();

  constructor(private readonly logKey: VerifierKey) {}

  /** @throws {VerificationError} KEY. */
  hear({ certifies, revokes }: OfReceiptKeys, position: bigint): void {
    if (certifies !== undefined) this.mustBeCertified(certifies, position);
    if (revokes !== undefined && !this.revoked.has(revokes)) this.revoked.set(revokes, position);
  }

  /** @throws {VerificationError} SIGNATURE where a receipt places something where its key was revoked by then. */
  mustStand(signedBy: string | undefined, position: bigint): void {
    const revoked = signedBy === undefined ? undefined : this.revoked.get(signedBy);
    if (revoked === undefined || position <= revoked) return;
    const why = `A receipt for this position is signed with ${signedBy ?? ''}, which was revoked at position ${revoked} already.`;
    throw new VerificationError('SIGNATURE', why, position);
  }

  /** Of a log that was reopened, keys of before were certified by the one it had then. */
  private mustBeCertified(certificate: Certificate, position: bigint): void {
    const { key } = certificate;
    if (!key.startsWith(`${nameOf(this.logKey.name)}+`)) return;
    try {
      certifiedKey(certificate, this.logKey);
    } catch (error) {
      if (!(error instanceof VerificationError)) throw error;
      throw new VerificationError('KEY', `It certifies a key that it does not: ${error.message}`, position);
    }
  }
}
