/**
 * An offline proof that an entry is in a log: its index, the inclusion proof and the checkpoint it leads to, as one text
 * (C2SP tlog-proof). Whoever has the entry, the log's key and those of its witnesses needs nothing else.
 * @param index of the leaf, counting from 0.
 * @param proof the leaf's sibling first (RFC 6962 §2.1.1).
 * @param note the checkpoint with all its signatures, ending in a line break.
 */
export function tlogProof(index: bigint, proof: readonly Buffer[], note: string): string {
  const hashes = proof.map((hash) => `${hash.toString('base64')}\n`);
  return `c2sp.org/tlog-proof@v1\nindex ${index}\n${hashes.join('')}\n${note}`;
}
