import { Args, ArgsType, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Inject, type Type } from '@nestjs/common';
import type { GraphQLResolveInfo } from 'graphql';
import { z } from 'zod';
import type { GraphqlContext } from '../context.js';
import { IdError } from '../node.js';
import { newType } from './names.js';
import { translateFields } from './translate.js';
import { addFields, type GraphqlType } from './types.js';

/** Arguments of a field: each a schema with its description. A default is the argument's default. */
export type ArgumentSchemas = Readonly<Record<string, z.ZodType>>;

/** What those arguments are, without nulls and with local ids. What does not fit its schema has been refused by then. */
export type ArgumentsOf<Schemas extends ArgumentSchemas> = {
  readonly [Name in keyof Schemas]: z.output<Schemas[Name]>;
};

/** A field that is worked out when it is asked for. */
export interface ResolvedField {
  readonly says: string;
  readonly type: () => GraphqlType;
  readonly nullable: boolean;
  /** The class of its arguments. */
  readonly args?: Type<unknown> | undefined;
  /** What it costs, where that is more than any field does; see cost.ts of the API. */
  readonly complexity?: number | undefined;
}

export type Asking = (
  this: Record<string, unknown>,
  parent: unknown,
  args: Readonly<Record<string, unknown>>,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
) => unknown;

/** A class that @nestjs/graphql takes for a resolver, as if it had been written by hand. */
export function newResolver(
  name: string,
  of: Type<unknown> | undefined,
  injected: Readonly<Record<string, Type<unknown>>> = {},
): Type<unknown> {
  const properties = Object.keys(injected);
  const type = newType(
    name,
    // Whatever is injected comes in by the constructor; methods are added below.
    // eslint-disable-next-line @typescript-eslint/no-extraneous-class
    class {
      constructor(...values: readonly unknown[]) {
        for (const [index, property] of properties.entries()) Object.assign(this, { [property]: values[index] });
      }
    },
  );
  for (const [index, token] of Object.values(injected).entries()) Inject(token)(type, undefined, index);
  if (of === undefined) Resolver()(type);
  else Resolver(() => of)(type);
  return type;
}

export function addResolvedField(resolver: Type<unknown>, name: string, field: ResolvedField, ask: Asking): void {
  const { type, says, nullable, complexity } = field;
  const descriptor = addMethod(resolver, name, field, ask);
  const options = { description: says, nullable, ...(complexity === undefined ? {} : { complexity }) };
  ResolveField(type as () => Type<unknown>, options)(resolver.prototype as object, name, descriptor);
}

export function addQuery(resolver: Type<unknown>, name: string, field: ResolvedField, ask: Asking): void {
  const { type, says, nullable } = field;
  const descriptor = addMethod(resolver, name, field, ask);
  Query(type as () => Type<unknown>, { description: says, nullable })(resolver.prototype as object, name, descriptor);
}

/** A mutation with its one argument `input`. */
export function addMutation(
  resolver: Type<unknown>,
  name: string,
  field: Omit<ResolvedField, 'args' | 'nullable'> & { readonly input: Type<unknown>; readonly inputSays: string },
  ask: Asking,
): void {
  const { type, says, input, inputSays } = field;
  const descriptor = addMethod(resolver, name, { ...field, nullable: false }, ask);
  Args('input', { type: () => input, description: inputSays })(resolver.prototype as object, name, 1);
  Mutation(type as () => Type<unknown>, { description: says })(resolver.prototype as object, name, descriptor);
}

function addMethod(resolver: Type<unknown>, name: string, { args }: ResolvedField, ask: Asking): PropertyDescriptor {
  const prototype = resolver.prototype as object;
  Object.defineProperty(prototype, name, { value: ask, writable: true, configurable: true });
  // As the compiler notes it of methods written by hand; decorators look there first, even where the type is said.
  Reflect.defineMetadata('design:paramtypes', [Object, Object, Object, Object], prototype, name);
  Parent()(prototype, name, 0);
  if (args !== undefined) Args({ type: () => args })(prototype, name, 1);
  Context()(prototype, name, 2);
  Info()(prototype, name, 3);
  return Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor;
}

const argumentsByField = new Map<string, ArgumentSchemas>();

/** The schemas of the arguments of every field that was defined so far, by type and field: `OrganisationMissions`. */
export function definedArguments(): ReadonlyMap<string, ArgumentSchemas> {
  return argumentsByField;
}

/** The arguments of the field `of`, on top of those that its kind of field has. */
export function argumentsType(of: string, schemas: ArgumentSchemas | undefined, base?: Type<unknown>) {
  if (schemas === undefined) return base;
  argumentsByField.set(of, schemas);
  const type = newType(`${of}Args`, base as Type<object> | undefined);
  ArgsType()(type);
  addFields(type, schemas, 'argument');
  return type;
}

const together = new WeakMap<ArgumentSchemas, z.ZodObject>();

/** One schema of all of a field's arguments. */
function schemaOf(schemas: ArgumentSchemas): z.ZodObject {
  const known = together.get(schemas) ?? z.object(schemas);
  together.set(schemas, known);
  return known;
}

/**
 * Arguments as queries take them: without nulls, and with local ids. Those that the schemas do not name stay.
 * @throws {IdError} naming the argument, for an id of another kind and for what does not fit its schema.
 */
export async function argumentsGiven(
  schemas: ArgumentSchemas | undefined,
  given: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  if (schemas === undefined) return given;
  const others = Object.entries(given).filter(([name]) => schemas[name] === undefined);
  const translated = await translateFields(schemas, given, []);
  const read = Object.keys(translated).length === 0 ? { data: {} } : schemaOf(schemas).safeParse(translated);
  if (read.data === undefined) throw unfit(read.error);
  return { ...Object.fromEntries(others), ...read.data };
}

function unfit({ issues: [issue] }: z.ZodError): IdError {
  const path = (issue?.path ?? []) as (string | number)[];
  return new IdError(`${path.join('.')}: ${issue?.message ?? 'is not acceptable'}.`, path);
}
