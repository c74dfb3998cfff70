import { port, type BatchQuestion } from '@maillage/engine';

// What this slice needs to know and cannot, because it takes the events of slices that come after it.

/** By {@link sharing}: whether somebody had acted for both organisations by then, in events of whatever slice. */
export const shareAMember: BatchQuestion<null, boolean> = port('shareAMember');

/** The key of two organisations and a position in the log, which counts itself. */
export function sharing(one: string, other: string, upTo: string): string {
  return `${one} ${other} ${upTo}`;
}
