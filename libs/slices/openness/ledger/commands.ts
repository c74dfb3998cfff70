import { commands } from '@maillage/kernel';
import { attestation, reopening } from './events.js';

/** Sent by the ledger's own processes and its operator's commands; there is no mutation for them. */
export const ledgerCommands = commands({
  AttestViews: {
    for: 'For the ledger itself: what its views were at positions of the log.',
    data: attestation,
    refusals: ['UNKNOWN_LEDGER', 'NOT_AN_OPERATOR', 'ATTESTED_FURTHER', 'CONTRADICTS_ATTESTATION'],
  },
  ReopenLog: {
    for: 'For the operator: lets the log go on although it does not continue the last checkpoint signed.',
    data: reopening,
    refusals: ['UNKNOWN_LEDGER', 'NOT_AN_OPERATOR'],
  },
});
export type LedgerCommands = typeof ledgerCommands;
