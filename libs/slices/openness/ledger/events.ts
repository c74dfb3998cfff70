import { z } from 'zod';
import { events, privately, ref, text } from '@maillage/kernel';

const position = z.string().regex(/^(0|[1-9][0-9]{0,18})$/, { error: 'is not a position: digits, from "0" on' });
const hash = z.string().regex(/^[0-9a-f]{64}$/, { error: 'is not 64 lower-case hexadecimal digits' });

export const attestedView = z.strictObject({
  view: z.string().min(1).max(100),
  version: z.int().positive(),
  position: position.describe('Up to which the view had folded the log'),
  digest: hash.describe('SHA-256 over its rows as canonical JSON in key order, one a line, table by table'),
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
export const fileHash = hash;

export const publishedSchema = z.strictObject({
  type: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]{0,99}$/, { error: 'is not the name of a type of event' })
    .describe('Of the events whose data it is of'),
  schema: z.int().positive().max(999_999).describe('Its number'),
  sha256: hash.describe(
    'SHA-256 over what of it judges, as canonical JSON: without $id, $schema, title, description and default',
  ),
});
export type PublishedSchema = z.output<typeof publishedSchema>;

/** How many schemas one event names at most: all of them fit an entry. */
const MOST_SCHEMAS = 200;

export const publication = z.strictObject({
  schemas: z
    .array(publishedSchema)
    .min(1)
    .max(MOST_SCHEMAS)
    .refine((schemas) => new Set(schemas.map(nameOf)).size === schemas.length, {
      error: 'names a schema twice; publish each once',
    }),
});

/** `<type>/<number>`, as a schema is found. */
export const nameOf = ({ type, schema }: { readonly type: string; readonly schema: number }): string =>
  `${type}/${schema}`;

/** The public half of a key that a server signs receipts with, and nothing else. */
export const receiptKey = z
  .string()
  .max(400)
  .regex(/^[^\s+]+\/receipts\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/, {
    error: 'is not the vkey of a key for receipts: <origin>/receipts+<8 hexadecimal digits>+<base64>',
  })
  .describe('A C2SP signed-note vkey, named <origin>/receipts');

export const receiptKeyCertificate = z.strictObject({
  key: receiptKey,
  signature: z
    .string()
    .regex(/^[A-Za-z0-9+/]{91}=$/, { error: 'is not the base64 of a key’s id and a signature, 68 bytes' })
    .describe('Of the log’s key, over <origin>/receipt-key and the vkey, a line each; as a signed note has it'),
});

export const receiptKeyRevocation = z.strictObject({ key: receiptKey, reason: text(1000) });

/** Stream `ledger/log`: what the ledger says of itself. */
export const ledgerEvents = events({
  ViewsAttested: {
    says: 'The ledger stated what its views were at positions of the log, so that whoever replays the log can compare.',
    data: attestation,
    authorship: 'LEDGER',
  },
  SchemasPublished: {
    says: 'The ledger committed itself to the JSON Schemas that its events are recorded by, so that none can be put in their place later.',
    data: publication,
    authorship: 'LEDGER',
  },
  ReceiptKeyProposed: {
    says: 'A server asked to sign receipts with a key of its own. None counts until the log’s key certifies it.',
    data: z.strictObject({ key: receiptKey }),
    authorship: 'LEDGER',
  },
  ReceiptKeyCertified: {
    says: 'The log’s key certified one that a server signs receipts with: they count as if the log’s key had signed them.',
    data: receiptKeyCertificate,
    authorship: 'LEDGER',
  },
  ReceiptKeyRevoked: {
    says: 'An operator revoked a key for receipts: none that it signs for what is recorded from here on counts.',
    data: receiptKeyRevocation,
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
