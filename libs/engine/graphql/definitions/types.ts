import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import type { GraphQLScalarType } from 'graphql';
import type { z } from 'zod';
import { names, references, type ClosedList, type Named } from '@maillage/kernel';
import { DateScalar, DateTimeScalar, DecimalScalar, PositionScalar, UuidScalar } from '../scalars.js';
import { newType } from './names.js';
import { standInOf } from './stand-ins.js';

/** A GraphQL type as @nestjs/graphql takes it: a class, a scalar, the object behind an enum, or a list of one of them. */
export type GraphqlType = Type<unknown> | GraphQLScalarType | object | readonly [GraphqlType];

/** Where a schema is shown: what may be left out of an input has an answer in an output, and a default in an argument. */
export type Side = 'input' | 'argument' | 'output';

export interface SchemaField {
  readonly type: GraphqlType;
  readonly nullable: boolean;
  readonly description: string;
  readonly defaultValue?: unknown;
}

/** A definition the API cannot be made from. The process does not start with it. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
}

const SCALARS: Readonly<Record<string, GraphQLScalarType>> = {
  UUID: UuidScalar,
  Date: DateScalar,
  DateTime: DateTimeScalar,
  Decimal: DecimalScalar,
  Position: PositionScalar,
};

/** A schema without what surrounds it: may it be left out or be null, and what is said of it. */
export interface Unwrapped {
  readonly inner: z.core.$ZodTypes;
  readonly optional: boolean;
  readonly nullable: boolean;
  readonly fallback?: unknown;
  readonly description: string | undefined;
}

export function unwrap(schema: z.core.$ZodType): Unwrapped {
  let inner = schema as z.core.$ZodTypes;
  let [optional, nullable] = [false, false];
  let fallback: unknown;
  let description: string | undefined;
  for (;;) {
    description ??= saidOf(inner);
    if ((names.get(inner) ?? references.get(inner) ?? standInOf(inner)) !== undefined) break;
    const { def } = inner._zod;
    if (def.type === 'optional' || def.type === 'default') {
      optional = true;
      if (def.type === 'default') fallback = def.defaultValue;
      inner = def.innerType as z.core.$ZodTypes;
    } else if (def.type === 'nullable') {
      nullable = true;
      inner = def.innerType as z.core.$ZodTypes;
    } else if (def.type === 'pipe') {
      inner = def.in as z.core.$ZodTypes;
    } else {
      break;
    }
  }
  return { inner, optional, nullable, description, ...(fallback === undefined ? {} : { fallback }) };
}

/** What is said at this place: what a name says wherever it stands is no description of a field. */
function saidOf(schema: z.core.$ZodTypes): string | undefined {
  const { description } = schema as unknown as z.ZodType;
  const named = names.get(schema);
  return named?.kind !== 'enumeration' && description === named?.anywhere ? undefined : description;
}

/**
 * The field that a schema makes.
 * @param at names the field in errors and, in a list of fields, the type that it would make.
 * @throws {DefinitionError} where nothing describes it, or the API has no type for it.
 */
export function fieldOf(schema: z.ZodType, side: Side, at: string): SchemaField {
  const { inner, optional, nullable, fallback, description } = unwrap(schema);
  if (description === undefined)
    throw new DefinitionError(`${at} has no description; add .describe('…') to its schema.`);
  const filledIn = fallback !== undefined && side !== 'input';
  return {
    type: typeOf(inner, side, at),
    nullable: nullable || (optional && !filledIn),
    description: asSentence(description),
    ...(filledIn && side === 'argument' ? { defaultValue: fallback } : {}),
  };
}

/** Descriptions of fields are written with or without their full stop. */
export function asSentence(text: string): string {
  return /[.!?…”")]$/u.test(text) ? text : `${text}.`;
}

/** The type of a schema without regard to null. */
export function typeOf(schema: z.core.$ZodType, side: Side, at: string): GraphqlType {
  const { inner } = unwrap(schema);
  if (references.get(inner) !== undefined) {
    if (side === 'output') throw new DefinitionError(`${at} shows a local id; use an edge, one() or many(), instead.`);
    return ID;
  }
  const named = names.get(inner);
  if (named !== undefined) return namedType(named, inner, side, at);
  const { def } = inner._zod;
  if (def.type === 'array') return [typeOf(def.element, side, at)];
  if (def.type === 'string') return String;
  if (def.type === 'number') return (inner as unknown as z.ZodNumber).format === 'safeint' ? Int : Float;
  if (def.type === 'boolean') return Boolean;
  if (def.type === 'object') {
    throw new DefinitionError(`${at} is an object without a name; give its schema one with shape('…').`);
  }
  if (def.type === 'enum') {
    throw new DefinitionError(`${at} is a closed list without a name; make it with enumeration('…').`);
  }
  throw new DefinitionError(`${at} is a schema of type ${def.type}, for which the API has no type.`);
}

function namedType(named: Named, schema: z.core.$ZodTypes, side: Side, at: string): GraphqlType {
  switch (named.kind) {
    case 'enumeration':
      return enumOf(named);
    case 'shape':
      return side === 'output' ? objectOf(named, schema) : inputOf(named, schema);
    case 'input':
      if (side === 'output') throw new DefinitionError(`${at} shows a ${named.name}, which is only ever given.`);
      return inputOf(named, schema);
    case 'scalar': {
      const type = SCALARS[named.name];
      if (type === undefined) throw new DefinitionError(`${at} is a ${named.name}, and the API has no such scalar.`);
      return type;
    }
  }
}

const enums = new Map<string, object>();
const objects = new Map<string, Type<unknown>>();
const inputs = new Map<string, Type<unknown>>();

export function enumOf({ name, says, values }: ClosedList): object {
  return closedList(name, says, values);
}

/** Registers a closed list once. @param values each with its description */
export function closedList(name: string, says: string, values: Readonly<Record<string, string>>): object {
  let known = enums.get(name);
  if (known === undefined) {
    known = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
    const valuesMap = Object.fromEntries(
      Object.entries(values).map(([value, description]) => [value, { description: asSentence(description) }]),
    );
    registerEnumType(known, { name, description: says, valuesMap });
    enums.set(name, known);
  }
  return known;
}

export function objectOf({ name, says }: Named, schema: z.core.$ZodTypes): Type<unknown> {
  return once(objects, name, (type) => {
    ObjectType(name, { description: says })(type);
    addFields(type, shapeOf(schema, name), 'output');
  });
}

function inputOf({ kind, name: of, says }: Named, schema: z.core.$ZodTypes): Type<unknown> {
  const name = kind === 'input' ? of : `${of}Input`;
  return once(inputs, name, (type) => {
    InputType(name, { description: says })(type);
    addFields(type, shapeOf(schema, name), 'input');
  });
}

function once(types: Map<string, Type<unknown>>, name: string, make: (type: Type<unknown>) => void): Type<unknown> {
  let type = types.get(name);
  if (type === undefined) {
    type = newType(name);
    types.set(name, type);
    make(type);
  }
  return type;
}

/** The fields of an object's schema by name. */
export function shapeOf(schema: z.core.$ZodType, at: string): Readonly<Record<string, z.ZodType>> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type !== 'object') throw new DefinitionError(`${at} is no object; commands and shapes are objects.`);
  return def.shape as Readonly<Record<string, z.ZodType>>;
}

export function addFields(type: Type<unknown>, fields: Readonly<Record<string, z.ZodType>>, side: Side): void {
  for (const [name, schema] of Object.entries(fields)) {
    addField(type, name, fieldOf(schema, side, `${type.name}.${name}`));
  }
}

export function addField(type: Type<unknown>, name: string, { type: of, ...options }: SchemaField): void {
  Field((() => of) as () => Type<unknown>, options)(type.prototype as object, name);
}
