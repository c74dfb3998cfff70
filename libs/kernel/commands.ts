import type { z } from 'zod';
import type { Actor, Scope, SeatRole } from './actor.js';
import type { FieldOf } from './told.js';
import { explainRefusals } from './refusal.js';
import { dateOf, type CalendarDate, type Instant } from './time.js';

/** One command, said once: GraphQL's mutation and input, its published JSON Schema and the pages' forms follow from it. */
export interface CommandType<
  Data = unknown,
  Code extends string = string,
  About extends string | undefined = string | undefined,
> {
  /** For whom it is and what comes of it, for people who read the published schema. */
  readonly for: string;
  /**
   * The seat that it takes of a person: WRITER where it records what was done or promised, ADMIN where it changes what the
   * organisation is, which missions it takes part in and how they are led, or erases.
   */
  readonly seat: Exclude<SeatRole, 'READER'>;
  /** Whether it makes the thing it is addressed to, whose id then follows from the command's own. */
  readonly creates: boolean;
  /** Whether the server alone sends it, at the end of a procedure of its own: no mutation does, and `may` says nothing of it. */
  readonly internal: boolean;
  readonly data: z.ZodType<Data>;
  /**
   * The field of the data that names what the command is about, where that is not the aggregate as a whole: one of its
   * parts, the one among several that is meant, or what a new aggregate is made under.
   */
  readonly about: About;
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
  /** Of the person who sends it; a key has none, and is held to its scopes alone. */
  readonly seat?: SeatRole | undefined;
  readonly at: Instant;
}

export type CommandOf<Types extends CommandTypes, Name extends keyof Types & string = keyof Types & string> = {
  [Each in Name]: Command<Each, DataOf<Types[Each]>>;
}[Name];

type DataOf<Type extends CommandType> = Type extends CommandType<infer Data> ? Data : never;

/** The codes that commands declare: of all of an aggregate's, or of those named. */
export type RefusalOf<
  Types extends CommandTypes,
  Name extends keyof Types = keyof Types,
> = Types[Name]['refusals'][number];

/** What somebody is about to command: all that a command says but its input. Its guard answers whether it may. */
export interface Intent<Type extends string = string, About extends string | undefined = string | undefined> {
  readonly type: Type;
  /** Of the aggregate it would be addressed to; of one yet to be made, an id under which nothing stands. */
  readonly id: string;
  /** What the field would hold that the command declares as `about`. */
  readonly about: About;
  readonly actor: Actor;
  readonly scopes: readonly Scope[];
  /** Of the person who would send it; a key has none. */
  readonly seat?: SeatRole | undefined;
  /** The calendar date in UTC that it would be sent on. */
  readonly on: CalendarDate;
}

export type IntentOf<Types extends CommandTypes, Name extends keyof Types & string = keyof Types & string> = {
  [Each in Name]: Intent<Each, Named<Types[Each]['about']>>;
}[Name];

type Named<Field> = Field extends string ? string : undefined;

/** An intent, with the input where it is that of a command which came in. */
export type AskedOf<Types extends CommandTypes> = {
  [Name in keyof Types & string]: IntentOf<Types, Name> & { readonly data?: DataOf<Types[Name]> };
}[keyof Types & string];

/** The intent of a command. */
export function intentOf<Types extends CommandTypes>(types: Types, command: CommandOf<Types>): IntentOf<Types> {
  const { type, id, data, actor, scopes, seat, at } = command as Command;
  const field = types[type]?.about;
  const about = field === undefined ? undefined : (data as Readonly<Record<string, string>>)[field];
  const intent: Intent = { type, id, about, actor, scopes, seat, on: dateOf(at) };
  return intent as IntentOf<Types>;
}

interface Definition {
  readonly for: string;
  readonly seat: CommandType['seat'];
  readonly creates?: boolean;
  readonly internal?: boolean;
  readonly data: z.ZodType;
  readonly about?: string;
  readonly refusals: readonly string[];
}

type Completed<Given extends Definition> = CommandType<
  z.output<Given['data']>,
  Given['refusals'][number],
  Given extends { readonly about: infer About extends string } ? About : undefined
>;

/**
 * The commands of an aggregate, each with the codes it may be refused with; what a definition leaves out is filled in.
 * @param meanings of the codes, in a sentence each, but for those that an earlier slice explains.
 */
export function commands<const Definitions extends Readonly<Record<string, Definition>>>(
  definitions: Definitions & {
    readonly [Name in keyof Definitions]: { readonly about?: FieldOf<z.output<Definitions[Name]['data']>, string> };
  },
  meanings: { readonly [Code in Definitions[keyof Definitions]['refusals'][number]]?: string } = {},
): { readonly [Name in keyof Definitions]: Completed<Definitions[Name]> } {
  explainRefusals(meanings as Readonly<Record<string, string>>);
  const entries = Object.entries<Definition>(definitions).map(([name, definition]) => [
    name,
    { creates: false, internal: false, about: undefined, ...definition },
  ]);
  return Object.fromEntries(entries) as never;
}
