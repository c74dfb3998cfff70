import {
  consultedBy,
  isRefusal,
  ownerOf,
  intentOf,
  streamOf,
  type AnyDecider,
  type Command,
  type DomainEvent,
  type Intent,
  type Refusal,
} from '@maillage/kernel';
import { isLookup, lookedUp } from './lookups.js';

/** What deciders make of commands, one after the other, without a log: their states are kept, their events handed back. */
export class Decisions {
  private readonly states = new Map<string, unknown>();

  constructor(private readonly deciders: readonly AnyDecider[]) {}

  /** @param command its data is taken as it is; {@link parsed} has it as the engine would. */
  decide(command: Command): readonly DomainEvent[] | Refusal {
    const decider = this.deciderOf(command.type);
    const { state, consulted } = this.basis(decider, command);
    return decider.decide(command, state, consulted);
  }

  /** Decides, and keeps what comes of it. */
  perform(command: Command): readonly DomainEvent[] | Refusal {
    const decider = this.deciderOf(command.type);
    const events = this.decide(command);
    if (isRefusal(events)) return events;
    const stream = streamOf(decider.name, command.id);
    const state = events.reduce<unknown>((before, event) => decider.evolve(before, event), this.stateOf(stream));
    this.states.set(stream, state);
    return events;
  }

  /** Folds what happened, whatever was decided of it. */
  happened(stream: string, events: readonly DomainEvent[]): void {
    const decider = this.deciders.find(({ name }) => name === ownerOf(stream));
    if (decider === undefined) throw new Error(`No decider folds ${stream}.`);
    const evolve = (before: unknown, event: DomainEvent): unknown => decider.evolve(before, event);
    this.states.set(stream, events.reduce(evolve, this.stateOf(stream)));
  }

  /** What the guard of a command says: before the command is there, or with all consulted that its input names. */
  allowed(asked: Intent | Command): Refusal | undefined {
    const decider = this.deciderOf(asked.type);
    const { state, consulted } = this.basis(decider, asked);
    const intent = 'at' in asked ? intentOf(decider.commands, asked) : asked;
    return decider.allowed(intent, state, consulted);
  }

  /** @throws {ZodError} where the command does not take such data. */
  parsed(command: Command): Command {
    const type = this.deciderOf(command.type).commands[command.type];
    return { ...command, data: type?.data.parse(command.data) };
  }

  deciderOf(command: string): AnyDecider {
    const decider = this.deciders.find(({ commands }) => commands[command] !== undefined);
    if (decider === undefined) throw new Error(`No decider takes the command ${command}.`);
    return decider;
  }

  stateOf(stream: string): unknown {
    if (isLookup(stream)) return lookedUp(stream, this.states);
    return this.states.get(stream) ?? this.deciders.find(({ name }) => name === ownerOf(stream))?.initial;
  }

  private basis(decider: AnyDecider, asked: Command | Intent) {
    const state = this.stateOf(streamOf(decider.name, asked.id));
    const consulted = consultedBy(decider, asked, state, (stream) => this.stateOf(stream));
    return { state, consulted };
  }
}
