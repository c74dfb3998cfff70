import {
  intentOf,
  type AskedOf,
  type Command,
  type CommandOf,
  type CommandTypes,
  type Intent,
  type IntentOf,
  type RefusalOf,
} from './commands.js';
import type { DomainEvent } from './envelope.js';
import type { EventOf, EventTypes } from './events.js';
import type { Refusal } from './refusal.js';

/** For each consulted state, the stream (or streams) it is folded from; `undefined` where nothing turns on it. */
export type StreamsOf<Consulted> = {
  readonly [Name in keyof Consulted]: Consulted[Name] extends readonly unknown[]
    ? readonly string[]
    : string | undefined;
};

/** The same of some of the states: those that are folded once the others are. */
export type Further<Consulted> = Partial<StreamsOf<Consulted>>;

/** What one command comes to. */
export interface Rule<
  State,
  Asked extends Intent,
  Cmd extends Command,
  Event extends DomainEvent,
  Consulted,
  Code extends string,
> {
  /**
   * The guard: refuses what no input could mend. Asked before every decision, and alone where somebody wants to know what
   * may be done; it finds consulted only what follows without the input.
   */
  readonly allowed?: (asked: Asked, state: State, consulted: Consulted) => Refusal<Code> | undefined;
  /** Which events the command yields, or why its input is refused. What the guard refuses never comes to it. */
  readonly decide: (command: Cmd, state: State, consulted: Consulted) => readonly Event[] | Refusal<Code>;
}

/** The rule of one of an aggregate's commands: it refuses with the codes that command declares, and with no others. */
export type RuleOf<
  State,
  Commands extends CommandTypes,
  Name extends keyof Commands & string,
  Events extends EventTypes,
  Consulted = Record<never, never>,
> = Rule<
  State,
  IntentOf<Commands, Name>,
  CommandOf<Commands, Name>,
  EventOf<Events>,
  Consulted,
  RefusalOf<Commands, Name>
>;

/** An aggregate's rules, as they are written down. */
export interface DeciderDefinition<
  State,
  Commands extends CommandTypes,
  Events extends EventTypes,
  Consulted = Record<never, never>,
> {
  /** Also the stream's prefix: `commitment` owns `commitment/<id>`. */
  readonly name: string;
  readonly commands: Commands;
  readonly events: Events;
  readonly initial: State;
  /** Other streams folded first. Their versions are part of the decision: if one moves meanwhile, it is taken again. */
  readonly consults?: (asked: AskedOf<Commands>, state: State) => StreamsOf<Consulted>;
  /** Those that only what was consulted names: whoever holds a role in the mission. They are consulted in their turn. */
  readonly consultsFurther?: (asked: AskedOf<Commands>, state: State, consulted: Consulted) => Further<Consulted>;
  readonly rules: {
    readonly [Name in keyof Commands & string]: RuleOf<State, Commands, Name, Events, Consulted>;
  };
  readonly evolve: (state: State, event: EventOf<Events>) => State;
}

/**
 * One aggregate's rules. `decide` says which events a command yields, or refuses; `allowed` says what would be refused
 * whatever the input; `evolve` folds events into the state both read. All are pure.
 */
export interface Decider<
  State,
  Commands extends CommandTypes,
  Events extends EventTypes,
  Consulted = Record<never, never>,
> {
  readonly name: string;
  readonly commands: Commands;
  readonly events: Events;
  readonly initial: State;
  /** The commands whose rules have a guard; of the others, nothing is refused whatever the input. */
  readonly guarded: readonly (keyof Commands & string)[];
  /** The streams that {@link decide} reads of a command, or {@link allowed} of an intent. */
  consults(asked: CommandOf<Commands> | IntentOf<Commands>, state: State): StreamsOf<Consulted>;
  /** Those that are named by what was consulted; none for most. */
  consultsFurther(
    asked: CommandOf<Commands> | IntentOf<Commands>,
    state: State,
    consulted: Consulted,
  ): Further<Consulted>;
  allowed(asked: IntentOf<Commands>, state: State, consulted: Consulted): Refusal<RefusalOf<Commands>> | undefined;
  decide(
    command: CommandOf<Commands>,
    state: State,
    consulted: Consulted,
  ): readonly EventOf<Events>[] | Refusal<RefusalOf<Commands>>;
  evolve(state: State, event: EventOf<Events>): State;
}

// The registry holds deciders of all states and commands side by side; only the engine calls them, with what it folded.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyDecider = Decider<any, CommandTypes, EventTypes, any>;

/** A decider of its rules: the guard of a command is asked here, and nowhere else, before its decision is taken. */
export function decider<
  State,
  Commands extends CommandTypes,
  Events extends EventTypes,
  Consulted = Record<never, never>,
>(definition: DeciderDefinition<State, Commands, Events, Consulted>): Decider<State, Commands, Events, Consulted> {
  const { name, commands, events, initial, consults, consultsFurther, evolve } = definition;
  // Which rule takes which command is checked where the rules are written down.
  type AnyRule = Rule<State, Intent, Command, EventOf<Events>, Consulted, RefusalOf<Commands>>;
  const rules = definition.rules as unknown as Readonly<Record<string, AnyRule>>;
  const ruleOf = (type: string): AnyRule => {
    const rule = rules[type];
    if (rule === undefined) throw new Error(`${name} takes no command ${type}.`);
    return rule;
  };
  return {
    name,
    commands,
    events,
    initial,
    guarded: Object.keys(rules).filter((type) => ruleOf(type).allowed !== undefined),
    consults: (asked, state) => consults?.(withInput(commands, asked), state) ?? ({} as StreamsOf<Consulted>),
    consultsFurther: (asked, state, consulted) => consultsFurther?.(withInput(commands, asked), state, consulted) ?? {},
    allowed: (asked, state, consulted) => ruleOf(asked.type).allowed?.(asked, state, consulted),
    decide(command, state, consulted) {
      const rule = ruleOf(command.type);
      return rule.allowed?.(intentOf(commands, command), state, consulted) ?? rule.decide(command, state, consulted);
    },
    evolve,
  };
}

function withInput<Commands extends CommandTypes>(
  commands: Commands,
  asked: CommandOf<Commands> | IntentOf<Commands>,
): AskedOf<Commands> {
  return 'at' in asked ? { ...intentOf(commands, asked), data: asked.data } : asked;
}

type Streams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The streams that a decision or a guard reads beside its own, each once. */
export function consultedStreams(streams: Streams): readonly string[] {
  return [...new Set(Object.values(streams).flatMap((stream) => stream ?? []))];
}

/** The consulted states, by what a decider calls them; `stateOf` has a stream folded. */
export function consultedOf(streams: Streams, stateOf: (stream: string) => unknown): Readonly<Record<string, unknown>> {
  const entries = Object.entries(streams).flatMap(([name, stream]) =>
    stream === undefined ? [] : [[name, typeof stream === 'string' ? stateOf(stream) : stream.map(stateOf)] as const],
  );
  return Object.fromEntries(entries);
}

/** All that a decision or a guard reads beside its own stream, where every state is at hand. */
export function consultedBy(
  decider: AnyDecider,
  asked: Command | Intent,
  state: unknown,
  stateOf: (stream: string) => unknown,
): Readonly<Record<string, unknown>> {
  const consulted = consultedOf(decider.consults(asked, state), stateOf);
  return { ...consulted, ...consultedOf(decider.consultsFurther(asked, state, consulted), stateOf) };
}

/** `commitment` and an id give `commitment/<id>`. */
export function streamOf(decider: string, id: string): string {
  return `${decider}/${id}`;
}

/** The id within a stream's name. */
export function idOf(stream: string): string {
  return stream.slice(stream.indexOf('/') + 1);
}

/** The decider's name within a stream's name. */
export function ownerOf(stream: string): string {
  return stream.slice(0, stream.indexOf('/'));
}
