import type { Command, CommandTypes } from './commands.js';
import type { DomainEvent } from './envelope.js';
import type { EventTypes } from './events.js';
import type { Refusal } from './refusal.js';

/** For each consulted state, the stream (or streams) it is folded from; `undefined` leaves it at that decider's initial state. */
export type StreamsOf<Consulted> = {
  readonly [Name in keyof Consulted]: Consulted[Name] extends readonly unknown[]
    ? readonly string[]
    : string | undefined;
};

/**
 * One aggregate's rules. `decide` says which events a command yields, or refuses; `evolve` folds events into the state
 * `decide` reads. Both are pure.
 */
export interface Decider<
  State,
  Cmd extends Command,
  Event extends DomainEvent,
  Consulted = Record<never, never>,
  Code extends string = string,
> {
  /** Also the stream's prefix: `commitment` owns `commitment/<id>`. */
  readonly name: string;
  readonly commands: CommandTypes;
  readonly events: EventTypes;
  readonly initial: State;
  /** Other streams folded first. Their versions are part of the decision: if one moves meanwhile, it is taken again. */
  consults?(command: Cmd, state: State): StreamsOf<Consulted>;
  decide(command: Cmd, state: State, consulted: Consulted): readonly Event[] | Refusal<Code>;
  evolve(state: State, event: Event): State;
}

// The registry holds deciders of all states and commands side by side; only the engine calls them, with what it folded.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyDecider = Decider<any, any, any, any>;

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
