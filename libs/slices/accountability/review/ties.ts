import type { z } from 'zod';
import { enumeration } from '@maillage/kernel';
import { SHOWN_TIES, type ShownTie } from '../commitment/events.js';

export const tieBasis = enumeration('TieBasis', 'How a tie is known.', {
  DECLARED: 'The reviewer says so, and the log does not show it.',
  FOUND: 'The log shows it, declared or not.',
});
export type TieBasis = z.output<typeof tieBasis>;

export interface Tie {
  readonly kind: ShownTie;
  readonly basis: TieBasis;
  /** Of a payment that was found: the latest contribution, by its composite key. */
  readonly contributionKey: string | null;
}

/** What the log itself tells of two organisations. */
export interface FoundTies {
  /** The latest payment, by its contribution's composite key; null where there was none. */
  readonly payment: string | null;
  readonly sharedMember: boolean;
}

/** One entry per kind: what anyone can look up outweighs what somebody says. */
export function tiesBeside(declared: readonly ShownTie[], found: FoundTies): readonly Tie[] {
  return SHOWN_TIES.flatMap((kind): readonly Tie[] => {
    const isFound = kind === 'PAYMENT' ? found.payment !== null : found.sharedMember;
    const contributionKey = kind === 'PAYMENT' ? found.payment : null;
    if (isFound) return [{ kind, basis: 'FOUND', contributionKey }];
    return declared.includes(kind) ? [{ kind, basis: 'DECLARED', contributionKey: null }] : [];
  });
}
