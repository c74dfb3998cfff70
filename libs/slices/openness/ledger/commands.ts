import { z } from 'zod';
import { commands, ref, text } from '@maillage/kernel';
import {
  attestation,
  fileHash,
  publication,
  receiptKey,
  receiptKeyCertificate,
  receiptKeyRevocation,
  reopening,
} from './events.js';

/** Sent by the ledger's own processes and its operator's commands; there is no mutation for them. */
export const ledgerCommands = commands({
  AttestViews: {
    seat: 'ADMIN',
    for: 'For the ledger itself: what its views were at positions of the log.',
    data: attestation,
    refusals: ['UNKNOWN_LEDGER', 'NOT_AN_OPERATOR', 'ATTESTED_FURTHER', 'CONTRADICTS_ATTESTATION'],
  },
  PublishSchemas: {
    seat: 'ADMIN',
    for: 'For the ledger itself: the JSON Schemas of events; records those that it has not committed itself to yet.',
    data: publication,
    refusals: ['UNKNOWN_LEDGER', 'NOT_AN_OPERATOR', 'CONTRADICTS_PUBLICATION'],
  },
  ProposeReceiptKey: {
    seat: 'ADMIN',
    for: 'For a server of the ledger itself: has its key for receipts put before whoever holds the log’s key; once each.',
    data: z.strictObject({ key: receiptKey }),
    refusals: ['UNKNOWN_LEDGER', 'NOT_AN_OPERATOR', 'RECEIPT_KEY_REVOKED'],
  },
  CertifyReceiptKey: {
    seat: 'ADMIN',
    for: 'For the ledger itself, where the log’s key is: certifies a key for receipts that a server proposed.',
    data: receiptKeyCertificate,
    refusals: ['UNKNOWN_LEDGER', 'NOT_AN_OPERATOR', 'UNKNOWN_RECEIPT_KEY', 'RECEIPT_KEY_REVOKED'],
  },
  RevokeReceiptKey: {
    seat: 'ADMIN',
    for: 'For the operator: ends what a key for receipts is good for, as where it was stolen.',
    data: receiptKeyRevocation,
    refusals: ['UNKNOWN_LEDGER', 'NOT_AN_OPERATOR', 'UNKNOWN_RECEIPT_KEY'],
  },
  ReopenLog: {
    seat: 'ADMIN',
    for: 'For the operator: lets the log go on although it does not continue the last checkpoint signed.',
    data: reopening,
    refusals: ['UNKNOWN_LEDGER', 'NOT_AN_OPERATOR'],
  },
  EraseEvidence: {
    seat: 'ADMIN',
    for: 'For the operator: says that the content of a file of evidence is deleted for good, before it is.',
    data: z.strictObject({
      sha256: fileHash.describe('Of the content.'),
      hidden: z.boolean().describe('Whether records name it privately alone, so that its hash stays out of the log.'),
      missionIds: z.array(ref('Mission')).max(1000).describe('The missions whose records name it.'),
      reason: text(1000).describe('Why; public and permanent.'),
    }),
    refusals: ['UNKNOWN_LEDGER', 'NOT_AN_OPERATOR'],
  },
});
export type LedgerCommands = typeof ledgerCommands;
