import type { ViewDigest } from '@maillage/engine';
import type { Read } from '@maillage/verifier';
import { entriesOf } from './read.js';

/** What the ledger recorded of its own views, in an event `ViewsAttested`. */
export interface Attestation {
  /** Of the event. */
  readonly position: bigint;
  readonly views: readonly ViewDigest[];
}

const TYPE = 'ViewsAttested';
const STREAM = 'ledger/log';

interface Entry {
  readonly type: string;
  readonly stream: string;
  readonly data: { readonly views: readonly (Omit<ViewDigest, 'position'> & { readonly position: string })[] };
}

/** The attestations of a verified log, in order. One of positions that its log does not have before it is left out. */
export async function attestationsIn(read: Read, size: bigint): Promise<readonly Attestation[]> {
  const found: Attestation[] = [];
  let position = 0n;
  for await (const text of entriesOf(read, 0n, size, size)) {
    position += 1n;
    // Parsing every entry would cost many times the search.
    if (!text.includes(`"type":"${TYPE}"`)) continue;
    const { type, stream, data } = JSON.parse(text) as Entry;
    if (type !== TYPE || stream !== STREAM) continue;
    const views = data.views.map((each) => ({ ...each, position: BigInt(each.position) }));
    if (views.every((each) => each.position < position)) found.push({ position, views });
  }
  return found;
}
