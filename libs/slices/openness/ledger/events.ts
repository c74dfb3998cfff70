import { z } from 'zod';
import { events, privately, ref, text } from '@maillage/kernel';

const position = z.string().regex(/^(0|[1-9][0-9]{0,18})$/, { error: 'is not a position: digits, from "0" on' });

export const attestedView = z.strictObject({
  view: z.string().min(1).max(100),
  version: z.int().positive(),
  position: position.describe('Up to which the view had folded the log'),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: 'is not 64 lower-case hexadecimal digits' })
    .describe('SHA-256 over its rows as canonical JSON in key order, one a line, table by table'),
});
export type AttestedView = z.output<typeof attestedView>;

export const attestation = z.strictObject({
  views: z
    .array(attestedView)
    .min(1)
    .max(200)
    .refine((views) => new Set(views.map(({ view }) => view)).size === views.length, {
      error: 'names a view twice; attest each once',
    }),
});

/** What an earlier checkpoint said, which the log no longer continues, and where it goes on from. */
export const reopening = z.strictObject({
  previousOrigin: z.string().min(1).max(255).describe('Of the checkpoints signed until then'),
  previousSize: position.describe('Of the last of them'),
  previousRoot: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, { error: 'is not the base64 of 32 bytes' })
    .describe('Of the last of them, in base64 as a checkpoint has it (C2SP tlog-checkpoint)'),
  keptPosition: position.describe('The last event that is still in the log'),
  reason: text(1000),
});

/** A file of evidence by the SHA-256 of its content, in lower-case hexadecimal. */
export const fileHash = z.string().regex(/^[0-9a-f]{64}$/, { error: 'is not 64 lower-case hexadecimal digits' });

/** Stream `ledger/log`: what the ledger says of itself. */
export const ledgerEvents = events({
  ViewsAttested: {
    says: 'The ledger stated what its views were at positions of the log, so that whoever replays the log can compare.',
    data: attestation,
    authorship: 'LEDGER',
  },
  LogReopened: {
    says: 'An operator let the log go on although it does not continue the last checkpoint signed, as after a restored backup.',
    data: reopening,
    authorship: 'LEDGER',
  },
  EvidenceErased: {
    says: 'An operator had the content of a file of evidence deleted for good. What names it says its hash still.',
    data: z.strictObject({
      sha256: privately(fileHash).describe(
        'Of the content; of a file that records name privately alone, the salted hash of that',
      ),
      missionId: ref('Mission').optional().describe('A mission whose records name it; an event for each'),
      reason: text(1000).describe('Public and permanent, so it must not repeat what is erased'),
    }),
    authorship: 'LEDGER',
    mission: ({ missionId }) => missionId,
  },
});
