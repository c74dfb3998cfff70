import { z } from 'zod';
import { commands, ref, text } from '@maillage/kernel';
import { attestation, fileHash, publication, reopening } from './events.js';

/** Sent by the ledger's own processes and its operator's commands; there is no mutation for them. */
export const ledgerCommands = commands({
  AttestViews: {
    for: 'For the ledger itself: what its views were at positions of the log.',
    data: attestation,
    refusals: ['UNKNOWN_LEDGER', 'NOT_AN_OPERATOR', 'ATTESTED_FURTHER', 'CONTRADICTS_ATTESTATION'],
  },
  PublishSchemas: {
    for: 'For the ledger itself: the JSON Schemas of events; records those that it has not committed itself to yet.',
    data: publication,
    refusals: ['UNKNOWN_LEDGER', 'NOT_AN_OPERATOR', 'CONTRADICTS_PUBLICATION'],
  },
  ReopenLog: {
    for: 'For the operator: lets the log go on although it does not continue the last checkpoint signed.',
    data: reopening,
    refusals: ['UNKNOWN_LEDGER', 'NOT_AN_OPERATOR'],
  },
  EraseEvidence: {
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
