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

/** The attestations of a verified log, in order. */
export async function attestationsIn(read: Read, size: bigint): Promise<readonly Attestation[]> {
  const found: Attestation[] = [];
  let position = 0n;
  for await (const text of entriesOf(read, 0n, size, size)) {
    position += 1n;
    // Parsing every entry would cost many times the search.
    if (!text.includes(`"type":"${TYPE}"`)) continue;
    const { type, stream, data } = JSON.parse(text) as Entry;
    if (type !== TYPE || stream !== STREAM) continue;
    found.push({ position, views: data.views.map((each) => ({ ...each, position: BigInt(each.position) })) });
  }
  return found;
}

/**
 * Whether what was attested of a view can be compared with what this program computes.
 * - `COMPARABLE`: it is of this program's version of the view.
 * - `SUPERSEDED`: of an earlier one, and the log goes on to attest the view as this program has it, or does so no more.
 * - `OTHER_VERSION`, `UNKNOWN`: the ledger's last word on the view is of a version, or of a view, that is not this program's;
 *   or versions go back, which those of a program never do.
 * - `BEYOND`: of a position that the log had not reached.
 */
export type Standing = 'COMPARABLE' | 'SUPERSEDED' | 'OTHER_VERSION' | 'UNKNOWN' | 'BEYOND';

/** @param attested all that the log attests, in order. @param ours the versions of this program's views, by name. */
export function standings(
  attested: readonly Attestation[],
  ours: ReadonlyMap<string, number>,
): ReadonlyMap<ViewDigest, Standing> {
  const found = new Map<ViewDigest, Standing>();
  const highest = new Map<string, number>();
  const last = attested.at(-1)?.views ?? [];
  for (const [index, { position, views }] of attested.entries()) {
    const later = attested.slice(index + 1);
    for (const claim of views) {
      const { view, version } = claim;
      const own = ours.get(view);
      const goesBack = version < (highest.get(view) ?? 0);
      highest.set(view, Math.max(version, highest.get(view) ?? 0));
      if (claim.position >= position) found.set(claim, 'BEYOND');
      else if (goesBack) found.set(claim, 'OTHER_VERSION');
      else if (own === version) found.set(claim, 'COMPARABLE');
      else if (own === undefined) found.set(claim, last.some((each) => each.view === view) ? 'UNKNOWN' : 'SUPERSEDED');
      else {
        const goesOn = later.some((each) => each.views.some((next) => next.view === view && next.version === own));
        found.set(claim, version < own && goesOn ? 'SUPERSEDED' : 'OTHER_VERSION');
      }
    }
  }
  return found;
}
