import { SourceUnreadable } from '@maillage/verifier';
import { folderReader } from '../bundle/read.js';
import type { Source } from './source.js';

/** A bundle, as `maillage export` writes it, or any other copy of a ledger's files. */
export function folderSource(folder: string): Source {
  const read = folderReader(folder);
  return {
    read: async (path) => {
      try {
        return await read(path);
      } catch (error) {
        throw new SourceUnreadable(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
      }
    },
  };
}
