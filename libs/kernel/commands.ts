import type { z } from 'zod';
import type { Actor, Scope } from './actor.js';
import type { Instant } from './time.js';

/** One command, said once: GraphQL's mutation and input, its published JSON Schema and the pages' forms follow from it. */
export interface CommandType<Data = unknown, Code extends string = string> {
  /** For whom it is and what comes of it, for people who read the published schema. */
  readonly for: string;
  /** Whether it makes the thing it is addressed to, whose id then follows from the command's own. */
  readonly creates: boolean;
  readonly data: z.ZodType<Data>;
  /** Every code it may be refused with, beside the engine's own. */
  readonly refusals: readonly Code[];
}

/** By the command's type. */
export type CommandTypes = Readonly<Record<string, CommandType>>;

/** The envelope every command shares. Time and ids come in with it, so that deciding is pure and a retry decides alike. */
export interface Command<Type extends string = string, Data = unknown> {
  readonly type: Type;
  /** Of the aggregate it is addressed to: with the decider's name, the stream. */
  readonly id: string;
  readonly data: Data;
  /** Chosen by the client, a UUID: the same one again is the same command again. */
  readonly commandId: string;
  readonly actor: Actor;
  readonly scopes: readonly Scope[];
  readonly at: Instant;
}

export type CommandOf<Types extends CommandTypes> = {
  [Name in keyof Types & string]: Command<Name, DataOf<Types[Name]>>;
}[keyof Types & string];

type DataOf<Type extends CommandType> = Type extends CommandType<infer Data> ? Data : never;

/** The codes that commands declare: of all of an aggregate's, or of those named. */
export type RefusalOf<Types extends CommandTypes, Name extends keyof Types = keyof Types> =
  Types[Name] extends CommandType<unknown, infer Code> ? Code : never;

interface Definition {
  readonly for: string;
  readonly creates?: boolean;
  readonly data: z.ZodType;
  readonly refusals: readonly string[];
}

/** The commands of an aggregate, each with the codes it may be refused with; what a definition leaves out is filled in. */
export function commands<const Definitions extends Readonly<Record<string, Definition>>>(
  definitions: Definitions,
): {
  readonly [Name in keyof Definitions]: CommandType<
    z.output<Definitions[Name]['data']>,
    Definitions[Name]['refusals'][number]
  >;
} {
  const entries = Object.entries(definitions).map(([name, definition]) => [name, { creates: false, ...definition }]);
  return Object.fromEntries(entries) as never;
}
