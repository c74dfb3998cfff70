import { hash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { EvidenceFiles } from '@maillage/platform';
import type { Plan } from './plan.js';
import { FOLDER, type Tables } from './tables.js';

/** Types of the files that come with the sample, as the store finds them by their content. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
};

/**
 * What speaks for a contribution: the file that comes with the sample, and a page of example.org, where nothing is, since
 * nothing of this happened.
 */
export function evidenceOf({ commitment, n, link, file }: Tables['contributions'][number], plan: Plan) {
  const title = link === undefined ? {} : { title: plan.say(link) };
  return [
    ...(file === undefined ? [] : [{ ...fileOf(file), ...title }]),
    ...(link === undefined ? [] : [{ url: `https://example.org/rivemont/${commitment}/${n}`, ...title }]),
  ];
}

function fileOf(name: string) {
  const content = readFileSync(join(FOLDER, 'files', name));
  const mediaType = MEDIA_TYPES[extname(name)];
  if (mediaType === undefined) throw new Error(`The type of ${name} is not known.`);
  return { sha256: hash('sha256', content, 'hex'), name, mediaType, size: content.length };
}

/** Puts the files into the store as an upload by their givers would, before anything on record names them. */
export async function keepFiles(
  { contributions, commitments }: Tables,
  plan: Plan,
  store: EvidenceFiles,
): Promise<void> {
  for (const { commitment, by, file } of contributions) {
    if (file === undefined) continue;
    const giver = by ?? commitments.find(({ key }) => key === commitment)?.by[0] ?? '';
    const content = createReadStream(join(FOLDER, 'files', file));
    const keeping = await store.keep(await store.draft(content), plan.organisation(giver));
    // One that an operator had erased stays erased; the records name it all the same.
    if ('refused' in keeping) throw new Error(`${file} is not taken as evidence: ${keeping.refused}`);
  }
}
