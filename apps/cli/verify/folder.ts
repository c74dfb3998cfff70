import { parseCheckpoint, parseNote, SourceUnreadable, type Read } from '@maillage/verifier';
import { folderReader } from '../bundle/read.js';
import { faultOfWords } from '../bundle/words.js';
import type { Source } from './source.js';

/** A bundle, as `maillage export` writes it, or any other copy of a ledger's files. */
export function folderSource(folder: string): Source {
  const readFile = folderReader(folder);
  const read: Read = async (path) => {
    try {
      return await readFile(path);
    } catch (error) {
      throw new SourceUnreadable(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
    }
  };
  return {
    read,
    beside: async (complete) => {
      const checkpoint = complete ? await read('log/checkpoint') : undefined;
      if (checkpoint === undefined) return undefined;
      return faultOfWords(read, parseCheckpoint(parseNote(checkpoint.toString('utf8')).text).size);
    },
  };
}
