import { z } from 'zod';
import { privateFieldsOf, type PrivateField, type PrivatePlace } from './private.js';

/**
 * One type of event: its current schema, the number of that schema, and how data written under older numbers is
 * brought up to it. Old entries are never rewritten; reading upcasts.
 */
export interface EventType<Data = unknown> {
  readonly schema: number;
  readonly data: z.ZodType<Data>;
  /** `upcast[n]` takes data of schema n and gives data of schema n + 1. */
  readonly upcast: Readonly<Record<number, (old: never) => unknown>>;
  /** For readers of the published JSON Schema. */
  readonly description: string;
  /** The fields that may enter the log as a commitment; see `privately`. */
  readonly privates: readonly PrivateField[];
  /** The private values that recording such an event erases, in the same transaction. */
  erases?(data: Data): readonly PrivatePlace[];
}

export type EventTypes = Readonly<Record<string, EventType>>;

/** What a decider yields and a view is shown: the type's name and its data. */
export type EventOf<Types extends EventTypes> = {
  [Name in keyof Types & string]: {
    readonly type: Name;
    readonly data: Types[Name] extends EventType<infer Data> ? Data : never;
  };
}[keyof Types & string];

export interface DomainEvent {
  readonly type: string;
  readonly data: unknown;
}

/**
 * An event type. A later schema has its number, and for each older one how to bring its data up to the next.
 * @throws {Error} where an older schema has no upcast.
 */
export function eventType<Schema extends z.ZodType>(
  description: string,
  data: Schema,
  schema = 1,
  upcast: Readonly<Record<number, (old: never) => unknown>> = {},
  { erases }: { readonly erases?: (data: z.output<Schema>) => readonly PrivatePlace[] } = {},
): EventType<z.output<Schema>> {
  for (let older = 1; older < schema; older += 1) {
    if (upcast[older] === undefined) throw new Error(`Schema ${schema} needs an upcast from schema ${older}.`);
  }
  return {
    description,
    data: data as unknown as z.ZodType<z.output<Schema>>,
    schema,
    upcast,
    privates: privateFieldsOf(data),
    ...(erases === undefined ? {} : { erases }),
  };
}

/** Brings data recorded under an older schema number up to the current one. */
export function upcast(name: string, type: EventType, schema: number, data: unknown): unknown {
  if (schema > type.schema) {
    throw new Error(
      `${name} was recorded with schema ${schema}; this version reads up to ${type.schema}. Upgrade first.`,
    );
  }
  let current = data;
  for (let number = schema; number < type.schema; number += 1) {
    const step = type.upcast[number];
    if (step === undefined) throw new Error(`${name} has no upcast from schema ${number}.`);
    current = step(current as never);
  }
  return current;
}
