import type { Actor } from './actor.js';
import type { Instant } from './time.js';

/** Any event, as a decider yields it. */
export interface DomainEvent {
  readonly type: string;
  readonly data: unknown;
}

/** An event as the log holds it: what a decider yielded, in its envelope, at its position. */
export interface RecordedEvent<Event extends DomainEvent = DomainEvent> {
  readonly position: bigint;
  readonly id: string;
  readonly type: Event['type'];
  readonly schema: number;
  readonly stream: string;
  readonly version: bigint;
  readonly actor: Actor;
  readonly commandId: string;
  readonly recordedAt: Instant;
  readonly data: Event['data'];
}
