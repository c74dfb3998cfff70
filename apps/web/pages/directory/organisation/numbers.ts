/** A number in somebody's register, as commands take it. */
export interface RegisterNumber {
  /** By the register's org-id.guide code. */
  readonly scheme: string;
  readonly value: string;
}

/** A line a number: `FR-SIRET 123 456 789 00012`. */
export function linesOfNumbers(numbers: readonly RegisterNumber[]): string {
  return numbers.map(({ scheme, value }) => `${scheme} ${value}`.trim()).join('\n');
}

/** The numbers that the lines name, each once. Codes of registers are written in capitals. */
export function numbersIn(text: string): readonly RegisterNumber[] {
  const lines = new Set(text.split('\n').map((line) => line.trim().replace(/\s+/g, ' ')));
  return [...lines]
    .filter((line) => line !== '')
    .map((line) => {
      const [scheme = '', ...value] = line.split(' ');
      return { scheme: scheme.toUpperCase(), value: value.join(' ') };
    });
}
