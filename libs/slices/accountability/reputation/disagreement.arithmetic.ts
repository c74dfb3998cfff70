/** What one control group of reviewers says in all. */
export interface Opinion {
  /** Of the group: sums are taken in its order where scores are equal, so that no other order can change a bit of them. */
  readonly id: string;
  /** The mean of its scores, each by its weight: from 0 to 1. */
  readonly score: number;
  /** m, more than 0. */
  readonly mass: number;
}

/** How far the groups that reviewed a work are apart, whatever they say on the whole. */
export interface Disagreement {
  readonly lowest: number;
  readonly highest: number;
  /** By how much two groups differ on average, those of more mass counting for more: from 0 to 1. */
  readonly apart: number;
}

/** `undefined` where fewer than two groups say anything: nobody disagrees alone. */
export function disagreementOf(opinions: readonly Opinion[]): Disagreement | undefined {
  const sorted = [...opinions].sort((a, b) => a.score - b.score || (a.id < b.id ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  const [lowest, highest] = [first.score, last.score];
  // Of each pair once: what the higher one says, less what the lower one does. Scores count from the lowest, so that equal
  // ones differ by nothing at all.
  let [before, said, differences, pairs] = [0, 0, 0, 0];
  for (const { score, mass } of sorted) {
    const above = score - lowest;
    differences += mass * (above * before - said);
    pairs += mass * before;
    before += mass;
    said += mass * above;
  }
  return { lowest, highest, apart: Math.min(highest - lowest, Math.max(0, differences / pairs)) };
}
