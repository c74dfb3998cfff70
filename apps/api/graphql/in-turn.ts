import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { Loaders, type Asks } from '@maillage/engine';
import type { Pace } from '../http/pace.js';
import type { ApiContext } from './context.js';
import type { InFlight, Leave } from './in-flight.js';

/** An operation by WebSocket that has taken its place among those of its visitor. */
export interface Placed extends ExecutionArgs {
  readonly contextValue: ApiContext;
  readonly cost: number;
  readonly leave: Leave;
}

/** A query or mutation, which gives its place back as it ends. */
export async function executeOnce(args: Placed): Promise<ExecutionResult> {
  try {
    return await execute(args);
  } finally {
    args.leave();
  }
}

/** A subscription, which takes a place as it begins and for each thing it tells, and none while it waits. */
export async function subscribeInTurn(
  inFlight: InFlight,
  pace: Pace,
  shared: SharedLoaders,
  args: Placed,
): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> {
  const begun = await createSourceEventStream(args).finally(args.leave);
  if (!(Symbol.asyncIterator in begun)) return begun;
  const { contextValue, cost } = args;
  return eachOf(begun, (event) => {
    const told = {
      ...args,
      rootValue: event,
      contextValue: { ...contextValue, loaders: shared.of(event, contextValue) },
    };
    const { visitor, client } = contextValue;
    return pace.inTurn(visitor, client, () => inFlight.inTurn(contextValue, cost, () => execute(told)));
  });
}

/** For how long what was loaded for one is shown to others; as long as an answer is on its way. */
const SHARED_MS = 1_000;

/**
 * What is loaded for an event that subscriptions tell of: once for all who ask as the same organisation, or as the public, at
 * about the same time, and never once more for a later event.
 */
export class SharedLoaders {
  private readonly byEvent = new WeakMap<object, Map<string, { readonly loaders: Loaders; readonly until: number }>>();

  constructor(private readonly bus: Asks) {}

  of(event: unknown, { principal }: Pick<ApiContext, 'principal'>): Loaders {
    if (typeof event !== 'object' || event === null) return new Loaders(this.bus);
    const known = this.byEvent.get(event) ?? new Map<string, { loaders: Loaders; until: number }>();
    this.byEvent.set(event, known);
    const key = JSON.stringify(principal ?? null);
    const now = performance.now();
    const before = known.get(key);
    if (before !== undefined && now < before.until) return before.loaders;
    const loaders = new Loaders(this.bus);
    known.set(key, { loaders, until: now + SHARED_MS });
    return loaders;
  }
}

/** Leaving ends a wait under way at once, where a generator would hear of it only after the next event. */
function eachOf<Event, Answer>(
  stream: AsyncIterable<Event>,
  answer: (event: Event) => Promise<Answer>,
): AsyncIterableIterator<Answer> {
  const events = stream[Symbol.asyncIterator]();
  return {
    next: async () => {
      const event = await events.next();
      return event.done === true ? { value: undefined, done: true } : { value: await answer(event.value), done: false };
    },
    return: async () => {
      await events.return?.();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
