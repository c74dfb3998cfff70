import type { z } from 'zod';
import { facetsOf, type EventFacets, type Facets } from './facets.js';
import { privateFieldsOf, type PrivateField, type PrivatePlace } from './private.js';
import type { Provenance } from './told.js';

/**
 * One type of event: its current schema, the number of that schema, and how data written under older numbers is
 * brought up to it. Old entries are never rewritten; reading upcasts.
 */
export interface EventType<Data = unknown> {
  readonly schema: number;
  readonly data: z.ZodType<Data>;
  /** `upcast[n]` takes data of schema n, and where it was recorded, and gives data of schema n + 1. */
  readonly upcast: Upcasts;
  /** For readers of the published JSON Schema. */
  readonly says: string;
  /** The fields that may enter the log as a salted hash; see `privately`. */
  readonly privates: readonly PrivateField[];
  readonly facets: EventFacets;
  /** The private values that recording such an event erases, in the same transaction. */
  erases?(data: Data): readonly PrivatePlace[];
}

export type Upcasts = Readonly<Record<number, (old: never, recorded: Provenance) => unknown>>;

export type EventTypes = Readonly<Record<string, EventType>>;

/** What a decider yields and a view is shown: the type's name and its data. */
export type EventOf<Types extends EventTypes> = {
  [Name in keyof Types & string]: {
    readonly type: Name;
    readonly data: Types[Name] extends EventType<infer Data> ? Data : never;
  };
}[keyof Types & string];

/** An upcast that leaves data as it is: what was written under the older number fits the schema of the next. */
export const same = (data: unknown): unknown => data;

/** One type of event, as it is written down: everything else about it follows. */
export interface EventDefinition<Schema extends z.ZodType> extends Facets<z.output<Schema>> {
  /** What happened, in a sentence; readers of the published JSON Schema see it. */
  readonly says: string;
  readonly data: Schema;
  /** 1 where nothing is said. A later one takes, for each older one, how to bring its data up to the next. */
  readonly schema?: number;
  /** `upcast[n]` takes data of schema n and gives data of schema n + 1. */
  readonly upcast?: Upcasts;
  /** The private values that recording such an event erases, in the same transaction. */
  readonly erases?: (data: z.output<Schema>) => readonly PrivatePlace[];
}

/**
 * A stream's types of events by name, each written down once.
 * @throws {Error} where an older schema has no upcast.
 */
export function events<Schemas extends Readonly<Record<string, z.ZodType>>>(definitions: {
  readonly [Name in keyof Schemas]: EventDefinition<Schemas[Name]>;
}): { readonly [Name in keyof Schemas]: EventType<z.output<Schemas[Name]>> } {
  const types = Object.entries<EventDefinition<z.ZodType>>(definitions).map(
    ([name, definition]) => [name, eventType(name, definition)] as const,
  );
  return Object.fromEntries(types) as { readonly [Name in keyof Schemas]: EventType<z.output<Schemas[Name]>> };
}

function eventType(name: string, definition: EventDefinition<z.ZodType>): EventType {
  const { says, data, schema = 1, upcast = {}, erases } = definition;
  for (let older = 1; older < schema; older += 1) {
    if (upcast[older] === undefined) {
      throw new Error(`${name}: schema ${schema} needs an upcast from schema ${older}.`);
    }
  }
  return {
    says,
    data,
    schema,
    upcast,
    privates: privateFieldsOf(data),
    facets: facetsOf(name, definition),
    ...(erases === undefined ? {} : { erases }),
  };
}

/**
 * Brings data recorded under an older schema number up to the current one.
 * @param recorded what older data left to its envelope: the day, the author.
 */
export function upcast(name: string, type: EventType, schema: number, data: unknown, recorded: Provenance): unknown {
  if (schema > type.schema) {
    throw new Error(
      `${name} was recorded with schema ${schema}; this version reads up to ${type.schema}. Upgrade first.`,
    );
  }
  let current = data;
  for (let number = schema; number < type.schema; number += 1) {
    const step = type.upcast[number];
    if (step === undefined) throw new Error(`${name} has no upcast from schema ${number}.`);
    current = step(current as never, recorded);
  }
  return current;
}
