import { z } from 'zod';
import { IdError, standFor } from '@maillage/engine';
import { shape } from '@maillage/kernel';
import { claimFiles, Database, safeFileName, type KeptFile } from '@maillage/platform';
import { evidenceFile, evidenceItems, evidenceLink, MOST_ITEMS, type EvidenceFile } from './events.js';

/** A file as a client names it; what the upload found out about it is added here. */
const namedFile = shape(
  'EvidenceFile',
  'A file that was uploaded with POST /evidence.',
  z.strictObject({
    sha256: z.string().describe('As POST /evidence answered.'),
    name: z.string().describe('As POST /evidence answered, or another plain name of a file.'),
    title: z.string().optional().describe('What it is, in a few words.'),
  }),
);
type NamedFile = z.output<typeof namedFile>;

/** In inputs, links and files are two lists: a client names a file by its hash alone. */
standFor(evidenceItems, {
  fields: {
    evidence: z.array(evidenceLink).max(MOST_ITEMS).optional().describe('Links to what anyone can see for themselves.'),
    files: z.array(namedFile).max(MOST_ITEMS).optional().describe('Files that were uploaded before.'),
  },
  value: async (given, database) => (await claimed(given, database))['evidence'],
});

/**
 * An input's data with its `files` complete and behind its links in `evidence`, as commands take them. The files it
 * names stay: no sweep takes them while the command is under way.
 * @throws {IdError} for a file that was not uploaded, or was erased.
 */
async function claimed(
  { files, ...data }: Readonly<Record<string, unknown>>,
  database: Database,
): Promise<Record<string, unknown>> {
  const named = (files ?? []) as readonly NamedFile[];
  if (named.length === 0) return data;
  const kept = await claimFiles(
    database,
    named.map(({ sha256 }) => sha256),
  );
  const items = named.map((file, index) => completed(file, kept.get(file.sha256), index));
  return { ...data, evidence: [...((data['evidence'] ?? []) as readonly unknown[]), ...items] };
}

function completed(file: NamedFile, kept: KeptFile | undefined, index: number): EvidenceFile {
  if (kept === undefined) {
    throw fault(['files', index, 'sha256'], 'no file of this hash is kept here; upload it with POST /evidence first');
  }
  if (kept.erased) throw fault(['files', index, 'sha256'], 'this file was erased; name another one');
  const { mediaType, size } = kept;
  // By the rules of the upload, whose answer passes unchanged.
  const item = evidenceFile.safeParse({ ...file, name: safeFileName(file.name, mediaType), mediaType, size });
  if (item.success) return item.data;
  const [issue] = item.error.issues;
  throw fault(['files', index, ...((issue?.path ?? []) as string[])], issue?.message ?? 'is not acceptable');
}

function fault(path: readonly (string | number)[], message: string): IdError {
  return new IdError(`${path.join('.')}: ${message}.`, path);
}
