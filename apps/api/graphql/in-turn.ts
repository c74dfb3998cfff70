import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
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
  args: Placed,
): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> {
  const begun = await createSourceEventStream(args).finally(args.leave);
  if (!(Symbol.asyncIterator in begun)) return begun;
  const { contextValue, cost } = args;
  return eachOf(begun, (event) => inFlight.inTurn(contextValue, cost, () => execute({ ...args, rootValue: event })));
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
