/**
 * Waits in a line, behind those before it: for so long at most, and no longer than the client is there.
 * @param entryOf what stands in the line meanwhile, and has its turn begin by what it is given.
 */
export function waitIn<Entry>(
  line: Set<Entry>,
  entryOf: (begin: () => void) => Entry,
  client: AbortSignal | undefined,
  ms: number | undefined,
): Promise<'begun' | 'late' | 'gone'> {
  return new Promise((resolve) => {
    const end = (how: 'begun' | 'late' | 'gone') => {
      line.delete(entry);
      clearTimeout(limit);
      client?.removeEventListener('abort', gone);
      resolve(how);
    };
    const gone = () => end('gone');
    const entry = entryOf(() => end('begun'));
    const limit = ms === undefined ? undefined : setTimeout(() => end('late'), ms).unref();
    line.add(entry);
    client?.addEventListener('abort', gone);
    if (client?.aborted === true) gone();
  });
}
