import { Inject, Injectable } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { v5 as uuidv5 } from 'uuid';
import { isRefusal, refuse, uuid, type Refusal } from '@maillage/kernel';
import { Bus } from '../bus.js';
import { refuseReading, senderOf } from '../commands/scope.js';
import { ViewPositions } from '../views/positions.js';
import type { GraphqlContext } from './context.js';
import { IdError } from './node.js';
import { RefusalObject } from './definitions/refusals.js';
import { ReceiptObject } from './receipt.js';

/** Names the ids of things made by a command, so that a retry makes the same thing. */
const AGGREGATE_NAMESPACE = '8f0c7c0e-4d0b-5a53-8a39-0f6f6a1f5d11';

/** How long a mutation waits for the views its answer is read from. */
export const READ_YOUR_WRITES_MS = Symbol('READ_YOUR_WRITES_MS');

export interface Recording {
  readonly type: string;
  /** The aggregate's id; for a new one `newId(input.commandId)`. */
  readonly id: string;
  /** The input field that named it, for a refusal to point at. */
  readonly idField?: string;
  readonly data: unknown;
  readonly commandId: string;
  /** What the views tell against it: it is refused so, unless it was recorded before. */
  readonly limit?: Refusal;
}

/** The id of what a command makes. */
export function newId(commandId: string): string {
  return uuidv5(commandId, AGGREGATE_NAMESPACE);
}

/** What the public is told where an organisation must act; `message` where it came with no session. */
export function notSignedIn(
  { sessionOver, unseated }: Pick<GraphqlContext, 'sessionOver' | 'unseated'>,
  message: string,
): GraphQLError {
  if (unseated === true) {
    const told =
      'You have no seat in the organisation that this was sent for: choose one that you act for, then send it again.';
    return new GraphQLError(told, { extensions: { code: 'NO_SEAT', http: { status: 403 } } });
  }
  const [code, told] =
    sessionOver === true
      ? ['SESSION_EXPIRED', 'Your session has expired: sign in again, then send this once more.']
      : ['UNAUTHENTICATED', message];
  return new GraphQLError(told, { extensions: { code, http: { status: 401 } } });
}

/** From a mutation to the log and back: dispatches, waits for the views, and gives the payload. */
@Injectable()
export class Recorder {
  constructor(
    private readonly bus: Bus,
    private readonly positions: ViewPositions,
    @Inject(READ_YOUR_WRITES_MS) private readonly waitMs: number,
  ) {}

  /**
   * @param recording made lazily, so that a malformed id becomes a refusal like any other bad input.
   * @param payload called once the views have caught up with what was recorded, or the wait ran out.
   */
  async record<Payload>(
    context: GraphqlContext,
    recording: () => Recording | Promise<Recording>,
    payload: (receipt: ReceiptObject, id: string) => Payload | Promise<Payload>,
  ): Promise<Payload | RefusalObject> {
    const { principal, loaders, clock } = context;
    if (principal === undefined) {
      throw notSignedIn(
        context,
        "Recording needs an organisation's access key or token: send it as `Authorization: Bearer …`.",
      );
    }
    // Before any work is done on what was sent.
    const readOnly = refuseReading(principal.scopes);
    if (readOnly !== undefined) return RefusalObject.of(readOnly);
    let command: Recording;
    try {
      command = await recording();
    } catch (error) {
      if (error instanceof IdError) return RefusalObject.of(refuse('INVALID_INPUT', error.message, error.path));
      throw error;
    }
    const commandId = uuid.safeParse(command.commandId);
    if (!commandId.success) {
      const why = commandId.error.issues[0]?.message ?? '';
      return RefusalObject.of(refuse('INVALID_INPUT', `commandId: ${why}.`, ['commandId']));
    }
    const { type, id, data, idField = 'id', limit } = command;
    const sent = {
      type,
      id,
      data,
      commandId: commandId.data,
      ...senderOf(principal),
      at: clock.now(),
    };
    const result = await this.bus.dispatch(sent, limit);
    if (isRefusal(result)) {
      // Deciders know the aggregate's id as `id`; the client knows it by the input's name for it.
      const [first, ...rest] = result.path;
      return RefusalObject.of(first === 'id' ? { ...result, path: [idField, ...rest] } : result);
    }
    await this.positions.folded(result.receipt.events, this.waitMs);
    loaders.clear();
    return payload(ReceiptObject.of(result.receipt), command.id);
  }
}
