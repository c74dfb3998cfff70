/**
 * An expected "no": a value, never an exception. A slice lists its codes in one closed union, so that a client can
 * switch over them and a reviewer can see every rule at a glance.
 */
export interface Refusal<Code extends string = string> {
  readonly refused: true;
  readonly code: Code;
  /** One sentence for people: what is wrong, and what would be accepted. */
  readonly message: string;
  /** Where in the command's input the fault lies, outermost first; empty when it is no single field. */
  readonly path: readonly (string | number)[];
}

export function refuse<Code extends string>(
  code: Code,
  message: string,
  path: readonly (string | number)[] = [],
): Refusal<Code> {
  return { refused: true, code, message, path };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}

const sentences = new Map<string, string>();

/**
 * What each code means, for people who read the published schema; `commands` takes them beside the commands. A code that
 * several slices refuse with is explained by the earliest alone.
 * @throws {Error} for a code explained in two ways: one code has one meaning.
 */
export function explainRefusals(codes: Readonly<Record<string, string>>): void {
  for (const [code, sentence] of Object.entries(codes)) {
    if ((sentences.get(code) ?? sentence) !== sentence)
      throw new Error(`The refusal ${code} is explained in two ways.`);
    sentences.set(code, sentence);
  }
}

/** The meaning of every code that was explained. */
export function explainedRefusals(): ReadonlyMap<string, string> {
  return sentences;
}
