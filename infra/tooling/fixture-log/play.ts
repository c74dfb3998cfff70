import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import type { Registry } from '@maillage/engine';
import {
  isRefusal,
  ownerOf,
  SCOPES,
  streamOf,
  uuid,
  type AnyDecider,
  type Command,
  type DomainEvent,
} from '@maillage/kernel';
import { eventOfEntry, toEntries } from '@maillage/ledger';

/** Names the ids of fixture commands, which follow from where they are written. */
const COMMAND_NAMESPACE = '3c1f6a52-7f5e-5d0b-8a55-2f0e7f1d9c11';

/** A line of a `.commands.jsonl`: who records what, and when. */
const fixtureCommand = z.strictObject({
  at: z.iso.datetime({ precision: 3 }),
  by: uuid,
  member: z.string().optional(),
  scopes: z.array(z.enum(SCOPES)).default(['write']),
  type: z.string(),
  /** Of the aggregate it is addressed to. */
  id: z.string(),
  data: z.unknown(),
});
type FixtureCommand = z.output<typeof fixtureCommand>;

/** Of the command in a line of a file, from 1. */
export function commandIdAt(file: string, line: number): string {
  return uuidv5(`${file}/${line}`, COMMAND_NAMESPACE);
}

interface Stream {
  readonly version: bigint;
  readonly state: unknown;
}

/** A log in memory: commands go through the deciders as they do in the engine, one after the other. */
export class Player {
  private readonly streams = new Map<string, Stream>();

  /** @param looked what is answered where a decision rests on what views tell, by the kind of stream that is named. */
  constructor(
    private readonly registry: Registry,
    private readonly looked: Readonly<Record<string, unknown>> = {},
  ) {}

  /** Takes entries that are recorded already. */
  resume(entries: readonly string[]): void {
    for (const entry of entries) {
      const { stream, type, data } = eventOfEntry(this.registry.events, 0n, entry);
      this.evolve(stream, [{ type, data }]);
    }
  }

  /**
   * @param lines one command each, as JSON.
   * @returns the entries of the events they yield.
   * @throws where a line is no command, or is refused; it says which.
   */
  play(name: string, lines: readonly string[]): readonly string[] {
    return lines.flatMap((line, index) => {
      const where = `${name}, line ${index + 1}`;
      try {
        const given = fixtureCommand.parse(JSON.parse(line));
        return this.record(given, commandIdAt(name, index + 1));
      } catch (error) {
        throw new Error(`${where}: ${(error as Error).message}`, { cause: error });
      }
    });
  }

  /**
   * The types of the events that a command would come to if another sent it, none where it would be refused. Nothing is recorded.
   * @param line one command, as JSON.
   */
  typesIfSentBy(sender: Pick<FixtureCommand, 'by' | 'scopes'>, line: string): readonly string[] {
    const { member: _, ...given } = fixtureCommand.parse(JSON.parse(line));
    const { decided } = this.decided({ ...given, ...sender }, commandIdAt('', 1));
    return isRefusal(decided) ? [] : decided.map(({ type }) => type);
  }

  private record(given: FixtureCommand, commandId: string): readonly string[] {
    const { stream, command, decided } = this.decided(given, commandId);
    if (isRefusal(decided)) throw new Error(`${given.type} is refused (${decided.code}): ${decided.message}`);
    const context = { stream, actor: command.actor, commandId, recordedAt: given.at };
    const entries = toEntries(this.registry.events, decided, this.stream(stream).version, context);
    this.evolve(stream, entries);
    return entries.map(({ text }) => text);
  }

  private decided({ at, by, member, ...given }: FixtureCommand, commandId: string) {
    const decider = this.registry.deciderOf.get(given.type);
    const schema = decider?.commands[given.type]?.data;
    if (decider === undefined || schema === undefined) throw new Error(`${given.type} is no command.`);
    const actor = { organisation: by, ...(member === undefined ? {} : { member }) };
    const command: Command = { ...given, data: schema.parse(given.data), actor, commandId, at };
    const stream = streamOf(decider.name, command.id);
    const { state } = this.stream(stream);
    return { stream, command, decided: decider.decide(command, state, this.consulted(decider, command, state)) };
  }

  private consulted(decider: AnyDecider, command: Command, state: unknown): Readonly<Record<string, unknown>> {
    const wanted = decider.consults(command, state) as Readonly<Record<string, string | readonly string[] | undefined>>;
    return Object.fromEntries(
      Object.entries(wanted).flatMap(([name, stream]) => {
        if (stream === undefined) return [];
        const stateOf = (each: string): unknown => this.looked[ownerOf(each)] ?? this.stream(each).state;
        return [[name, typeof stream === 'string' ? stateOf(stream) : stream.map(stateOf)]];
      }),
    );
  }

  private evolve(name: string, events: readonly DomainEvent[]): void {
    const decider = this.deciderOf(name);
    const { version, state } = this.stream(name);
    this.streams.set(name, {
      version: version + BigInt(events.length),
      state: events.reduce<unknown>((before, event) => decider.evolve(before, event) as unknown, state),
    });
  }

  private stream(name: string): Stream {
    return this.streams.get(name) ?? { version: 0n, state: this.deciderOf(name).initial as unknown };
  }

  private deciderOf(stream: string): AnyDecider {
    const decider = this.registry.deciders.get(ownerOf(stream));
    if (decider === undefined) throw new Error(`${stream} is no stream of any decider.`);
    return decider;
  }
}
