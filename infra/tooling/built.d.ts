/** One of the things that are built, by paths below the project's root; a folder stands for all in it. */
export interface Step {
  readonly name: string;
  readonly inputs: readonly string[];
  /** Of the files in a folder; by default all. */
  readonly wanted?: RegExp;
  readonly outputs: readonly string[];
}

export interface Standing {
  /** All that was made last is there as it was made. */
  readonly whole: boolean;
  /** It is whole, and made from the inputs as they are now. */
  readonly current: boolean;
}

export function filesOf(root: string, paths: readonly string[], wanted?: RegExp): Promise<readonly string[]>;
export function standingOf(root: string, step: Step): Promise<Standing>;
export function build(root: string, step: Step, make: () => Promise<void>): Promise<void>;
