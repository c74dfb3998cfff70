import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** A scalar that travels as a JSON string; its finer rules are checked with the command, which can say more. */
function stringScalar(name: string, description: string, pattern?: RegExp): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string') throw new GraphQLError(`${name} must be a string: ${description}`);
    if (pattern !== undefined && !pattern.test(value)) throw new GraphQLError(`${name} is malformed: ${description}`);
    return value;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

export const DecimalScalar = stringScalar(
  'Decimal',
  'A decimal number as a string, never a float: "1250.5". At most 15 digits before the point and 15 ' +
    'after it. Taken as `15.0`, `+15` or `1e3` too; given in one spelling: `15`, `1000`.',
);
export const DateScalar = stringScalar('Date', 'A calendar date, ISO 8601: "2026-11-22".');
export const DateTimeScalar = stringScalar('DateTime', 'A moment in UTC, RFC 3339: "2026-11-22T09:30:00.000Z".');
export const PositionScalar = stringScalar(
  'Position',
  'A position in the log, counting from "1" without gaps, as a string of digits.',
  /^(0|[1-9][0-9]{0,17})$/,
);
export const UuidScalar = stringScalar('UUID', 'A UUID in lower case: "0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f50".');
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: "An event's data, as its published JSON Schema describes it.",
  serialize: (value) => value,
});
