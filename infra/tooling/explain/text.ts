import type { GraphQLArgument, GraphQLField, GraphQLInputField } from 'graphql';

/** A heading with its lines below it. */
export function section(heading: string, lines: readonly string[]): string {
  return [heading, ...lines.map((line) => `  ${line}`)].join('\n');
}

/** Rows of words, their columns below one another. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((word, column) => word.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** `commitments(first, after): CommitmentConnection!`: where arguments with their types would be too long. */
export function shortly({ name, type, args }: GraphQLField<unknown, unknown>): string {
  const taken = args.map((each) => each.name).join(', ');
  return `${name}${taken === '' ? '' : `(${taken})`}: ${String(type)}`;
}

/** `commitments(first: Int, after: String): CommitmentConnection!`. */
export function signature({ name, type, ...field }: GraphQLField<unknown, unknown> | GraphQLInputField): string {
  const args: readonly GraphQLArgument[] = 'args' in field ? field.args : [];
  const taken = args.map((each) => `${each.name}: ${String(each.type)}`).join(', ');
  return `${name}${taken === '' ? '' : `(${taken})`}: ${String(type)}`;
}
