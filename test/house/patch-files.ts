import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '@maillage/platform';

/** A file that a patch makes or edits. */
export interface PatchFile {
  readonly path: string;
  readonly isNew: boolean;
  /** Lines that are added, and taken away. */
  readonly added: number;
  readonly removed: number;
}

/** What a unified diff of Git's touches, in its order. */
export async function patchFiles(patch: string): Promise<readonly PatchFile[]> {
  const text = await readFile(join(projectRoot, patch), 'utf8');
  return text
    .split(/^diff --git /m)
    .slice(1)
    .map((part) => {
      const lines = part.slice(part.indexOf('\n@@')).split('\n');
      return {
        path: /^\+\+\+ b\/(.*)$/m.exec(part)?.[1] ?? '',
        isNew: /^new file mode/m.test(part),
        added: lines.filter((line) => line.startsWith('+')).length,
        removed: lines.filter((line) => line.startsWith('-')).length,
      };
    });
}

/** What a file is for: it proves that the rest holds, it is drawn or said in the pages, or the API runs by it. */
export function purposeOf({ path }: PatchFile): 'proof' | 'page' | 'API' {
  if (/\.spec\.ts$|^test\//.test(path)) return 'proof';
  return path.startsWith('apps/web/') ? 'page' : 'API';
}
