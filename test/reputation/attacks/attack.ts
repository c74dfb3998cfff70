import type { ATTACKER, VICTIM, World } from './world.js';

/** One way to move an estimate that one has not earned. */
export interface Attack {
  readonly name: string;
  /** Whose estimate it is meant to move. */
  readonly target: typeof ATTACKER | typeof VICTIM;
  /**
   * How far it may move it, in any dimension and for any seed; on average where it takes an evaluator who is corrupt. None
   * for what no rule can exclude: that is printed, and explained by how far groups are apart.
   */
  readonly most?: number;
  readonly onAverage?: number;
  /** What happens whether or not there is an attack, beside the year itself. */
  readonly anyway?: (world: World) => void;
  /** What is done beside what the network does anyway. */
  readonly act: (world: World) => void;
}
