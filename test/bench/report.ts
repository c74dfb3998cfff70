/** A bound the project set itself, in the unit of the figure. */
export type Expectation = { readonly atLeast: number } | { readonly atMost: number } | { readonly below: number };

export interface Figure {
  readonly section: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly expected?: Expectation;
}

export function meets({ value, expected }: Figure): boolean | undefined {
  if (expected === undefined) return undefined;
  if ('atLeast' in expected) return value >= expected.atLeast;
  return 'atMost' in expected ? value <= expected.atMost : value < expected.below;
}

/** Progress goes to standard error: the figures can be piped on their own. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function printTable(figures: readonly Figure[]): void {
  const rows = [
    ['section', 'figure', 'value', 'unit', 'expected', ''],
    ...figures.map((figure) => [
      figure.section,
      figure.name,
      spell(figure.value),
      figure.unit,
      figure.expected === undefined ? '' : bound(figure.expected),
      { true: 'met', false: 'MISSED', undefined: '' }[String(meets(figure)) as 'true' | 'false' | 'undefined'],
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    );
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`);
  }
}

function bound(expected: Expectation): string {
  if ('atLeast' in expected) return `>= ${spell(expected.atLeast)}`;
  return 'atMost' in expected ? `<= ${spell(expected.atMost)}` : `< ${spell(expected.below)}`;
}

/** Whole numbers where they are large, two digits behind the point where they are small. */
function spell(value: number): string {
  if (!Number.isFinite(value)) return 'not measured';
  return value.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(value) >= 100 ? 0 : 2 });
}
