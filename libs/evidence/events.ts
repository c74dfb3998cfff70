import { z } from 'zod';
import {
  fieldsOf,
  isSaltedHash,
  link,
  pointerTo,
  privately,
  secretIf,
  shape,
  text,
  valueAt,
  type FieldKeys,
  type Pointer,
  type PrivateReference,
  type RecordedEvent,
} from '@maillage/kernel';

const title = text(300).optional().describe('What it is, in a few words');

/** Where anyone can see for themselves. */
export const evidenceLink = shape(
  'EvidenceLink',
  'Where anyone can see for themselves.',
  z.strictObject({ url: link.describe('An http or https address'), title }),
);
export type EvidenceLink = z.output<typeof evidenceLink>;

// A path, a control character, or a mark that turns the direction of reading would make a name look like another.
const NOT_IN_A_NAME = /[/\\\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
/** GraphQL's Int holds no more. */
const LARGEST_FILE = 2_147_483_647;

/** A file by its content's hash: the log says which bytes were shown, and the store, where they can be erased, keeps them. */
export const evidenceFile = z.strictObject({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: 'is not a SHA-256 hash; write 64 lower-case hexadecimal digits' })
    .describe('Of the content'),
  name: text(200).refine((name) => !NOT_IN_A_NAME.test(name) && name !== '.' && name !== '..', {
    error: 'is not the plain name of a file; leave out folders, control characters and marks of direction',
  }),
  mediaType: z
    .string()
    .max(100)
    .regex(/^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/, { error: 'is not a media type such as application/pdf' }),
  size: z.int().min(1).max(LARGEST_FILE).describe('In bytes'),
  title,
});
export type EvidenceFile = z.output<typeof evidenceFile>;

const NEITHER = 'is neither a link, { url, title }, nor a file, { sha256, name, mediaType, size, title }';
export const MOST_ITEMS = 20;
const TOO_MANY = `are too many; at most ${MOST_ITEMS} links and files together are accepted`;

/** What speaks for a figure or a contribution: links and files, in the order they were given. */
export const evidenceItems = z
  .array(z.union([evidenceLink, evidenceFile], { error: NEITHER }))
  .max(MOST_ITEMS, { error: TOO_MANY })
  .default([]);
export type EvidenceItem = EvidenceLink | EvidenceFile;

/** The same as the log holds it: of a file that a mission keeps private, a salted hash of name and content. */
export const recordedEvidence = z
  .array(z.union([evidenceLink, privately(evidenceFile)], { error: NEITHER }))
  .max(20, { error: TOO_MANY })
  .default([]);
export type RecordedEvidence = z.output<typeof recordedEvidence>;

/** Evidence on its way into an event. @param hidden whether its files are to stay out of the log. */
export function evidenceToRecord(items: readonly EvidenceItem[], hidden: boolean): RecordedEvidence {
  return items.map((item) => ('sha256' in item ? secretIf(hidden, item) : item));
}

/** Evidence as a view holds it: a private file by where it stands beside the log. */
export type HeldEvidence = EvidenceItem | PrivateReference;

/** The evidence that an event has at a place in its data. */
export function evidenceHeld(event: RecordedEvent, path: Pointer = '/evidence'): readonly HeldEvidence[] {
  const items = valueAt(event.data, path) as RecordedEvidence;
  return items.map((item, index) =>
    isSaltedHash(item)
      ? { eventId: event.id, path: `${path}${pointerTo([index])}`, sha256: item.sha256 }
      : (item as EvidenceItem),
  );
}

/** Where a server gives a file, on that server. */
export function evidencePath(sha256: string, name: string): string {
  return `/evidence/${sha256}/${encodeURIComponent(name)}`;
}

export function linksOf(items: readonly HeldEvidence[]): readonly EvidenceLink[] {
  return items.filter((item): item is EvidenceLink => 'url' in item);
}

export function filesOf(items: readonly HeldEvidence[]): readonly (EvidenceFile | PrivateReference)[] {
  return items.filter((item): item is EvidenceFile | PrivateReference => 'sha256' in item);
}

/**
 * Where data of a schema may hold files of evidence: whatever says so in its schema is known to refer to files, and so
 * keeps them from being swept. Found by the hash's own schema, which a file is recognised by wherever it stands.
 */
export function evidenceFieldsOf(schema: z.ZodType): readonly FieldKeys[] {
  const { sha256 } = evidenceFile.shape;
  const isFile = ({ _zod: { def } }: z.core.$ZodTypes) =>
    def.type === 'object' && def.shape['sha256'] === sha256 ? true : undefined;
  return fieldsOf(schema, isFile).map(({ keys }) => keys);
}
