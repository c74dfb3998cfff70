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
