/** One of the things that are built, by paths below the project's root; a folder stands for all in it. */
export interface Step {
  readonly name: string;
  readonly inputs: readonly string[];
  /** Of the files in a folder; by default all. */
  readonly wanted?: RegExp;
  readonly outputs: readonly string[];
}

export function filesOf(root: string, paths: readonly string[], wanted?: RegExp): Promise<readonly string[]>;
export function isCurrent(root: string, step: Step): Promise<boolean>;
export function build(root: string, step: Step, make: () => Promise<void>): Promise<void>;
