import { Injectable, type Provider, type Type } from '@nestjs/common';
import { CommandBus, CommandHandler, QueryBus, QueryHandler } from '@nestjs/cqrs';
import type { Command, Refusal } from '@maillage/kernel';
import { persistReading, type Database } from '@maillage/platform';
import { CommandExecutor, type Executed } from './commands/executor.js';
import type { AnyQuery, Question } from './queries/query.js';
import type { Registry } from './slice.js';

/** The database as queries read it: on connections of their own, whose statements take so long and no longer. */
export const READING = Symbol('Reading');

interface Message<Payload> {
  readonly payload: Payload;
}
interface Dispatched {
  readonly command: Command;
  readonly limit: Refusal | undefined;
}
type MessageType = new (payload: unknown) => Message<unknown>;

/** @nestjs/cqrs finds handlers by the class of a message: one is made per command and per query, all of them alike. */
function messageType(name: string): MessageType {
  const type = class {
    constructor(readonly payload: unknown) {}
  };
  Object.defineProperty(type, 'name', { value: name });
  return type;
}

/** The message classes by kind and name. */
export class Messages {
  private readonly types = new Map<string, MessageType>();

  constructor(registry: Registry) {
    for (const type of registry.deciderOf.keys()) this.types.set(`command ${type}`, messageType(type));
    for (const { name } of registry.queries) this.types.set(`query ${name}`, messageType(name));
  }

  type(name: string): MessageType {
    const type = this.types.get(name);
    if (type === undefined) throw new Error(`Nothing handles the ${name}; its slice must list it.`);
    return type;
  }

  of(name: string, payload: unknown): Message<unknown> {
    return new (this.type(name))(payload);
  }
}

/**
 * The one bridge between deciders, queries and @nestjs/cqrs: a handler per command type and per query, made from the
 * registry. The registry has refused two handlers for one name by then; `dispatch` and `ask` refuse a name with none.
 */
@Injectable()
export class Bus {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly messages: Messages,
  ) {}

  /** @param limit what the views tell against the command, where they do; see {@link CommandExecutor.execute}. */
  async dispatch(command: Command, limit?: Refusal): Promise<Executed | Refusal> {
    const sent: Dispatched = { command, limit };
    return this.commands.execute(this.messages.of(`command ${command.type}`, sent));
  }

  async ask<Input, Output>(question: Question<Input, Output>, input: Input): Promise<Output> {
    return this.queries.execute(this.messages.of(`query ${question.name}`, input));
  }
}

/** A Nest provider per handler, which @nestjs/cqrs then registers as if it had been written by hand. */
export function handlers(registry: Registry, messages: Messages): readonly Provider[] {
  return [
    ...[...registry.deciderOf.keys()].map((type) => commandHandler(type, messages.type(`command ${type}`))),
    ...registry.queries.map((query) => queryHandler(query, messages.type(`query ${query.name}`))),
  ];
}

function commandHandler(name: string, message: MessageType): Provider {
  const handler = named(
    `${name}Handler`,
    class {
      constructor(private readonly executor: CommandExecutor) {}
      execute({ payload: { command, limit } }: Message<Dispatched>): Promise<Executed | Refusal> {
        return this.executor.execute(command, limit);
      }
    },
  );
  CommandHandler(message)(handler);
  return {
    provide: handler,
    inject: [CommandExecutor],
    useFactory: (executor: CommandExecutor) => new handler(executor),
  };
}

function queryHandler(query: AnyQuery, message: MessageType): Provider {
  const handler = named(
    `${query.name}Handler`,
    class {
      constructor(private readonly database: Database) {}
      execute({ payload }: Message<unknown>): Promise<unknown> {
        return persistReading(() => query.run(this.database, payload));
      }
    },
  );
  QueryHandler(message)(handler);
  return { provide: handler, inject: [READING], useFactory: (database: Database) => new handler(database) };
}

function named<Class extends Type<unknown> | (new (...args: never[]) => unknown)>(name: string, type: Class): Class {
  Object.defineProperty(type, 'name', { value: name });
  return type;
}
