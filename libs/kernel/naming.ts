import { z } from 'zod';

/** What the published schema calls a closed list, an object or a text of one form, and what it says of it. */
export type Named = OfOneForm | ClosedList;

interface OfOneForm {
  readonly kind: 'shape' | 'input' | 'scalar';
  readonly name: string;
  readonly says: string;
  /** What the schema says of itself wherever it stands, which describes no field in particular. */
  readonly anywhere: string | undefined;
}

export interface ClosedList {
  readonly kind: 'enumeration';
  readonly name: string;
  readonly says: string;
  /** Each value with its meaning. */
  readonly values: Readonly<Record<string, string>>;
}

/** By schema. Copies, as `describe` and `refine` make them, have the same name; those with other fields have none. */
export const names = z.registry<Named>();

/** A closed list: each value with its meaning, in the list's order. */
export function enumeration<const Value extends string>(
  name: string,
  says: string,
  values: Readonly<Record<Value, string>>,
): z.ZodEnum<{ [Each in Value]: Each }> {
  const schema = z.enum(Object.keys(values) as [Value, ...Value[]]);
  names.add(schema, { kind: 'enumeration', name, says, values });
  lists.set(schema.options, schema);
  return schema;
}

const lists = new WeakMap<readonly string[], z.ZodType<string>>();

/** The closed list whose `options` these are: by identity, as a column keeps them that `oneOf` made. */
export function enumerationOf(options: readonly string[]): z.ZodType<string> | undefined {
  return lists.get(options);
}

/** An object that several commands or things have, under a name of its own; each of its fields says what it is. */
export function shape<Schema extends z.ZodType>(name: string, says: string, schema: Schema): Schema {
  names.add(schema, { kind: 'shape', name, says, anywhere: schema.description });
  return schema;
}

/** An object that is only ever given, such as a filter: its input type has this very name. */
export function inputShape<Schema extends z.ZodType>(name: string, says: string, schema: Schema): Schema {
  names.add(schema, { kind: 'input', name, says, anywhere: schema.description });
  return schema;
}

/** A text of one form, as the API's scalar of that name carries it. */
export function scalar<Schema extends z.ZodType>(name: string, schema: Schema): Schema {
  names.add(schema, { kind: 'scalar', name, says: schema.description ?? '', anywhere: schema.description });
  return schema;
}
