import type { EventOf } from '@maillage/kernel';
import { contributionEvents } from './events/contribution.events.js';
import { promiseEvents } from './events/promise.events.js';
import { reviewEvents } from './events/review.events.js';
import { settlementEvents } from './events/settlement.events.js';

export * from './events/contribution.events.js';
export * from './events/promise.events.js';
export * from './events/review.events.js';
export * from './events/settlement.events.js';
export * from './events/shared.events.js';

/** Stream `commitment/<id>`. Each event names its mission, so that a mission's reader needs no other stream. */
export const commitmentEvents = { ...promiseEvents, ...settlementEvents, ...contributionEvents, ...reviewEvents };
export type CommitmentEvent = EventOf<typeof commitmentEvents>;
export type CommitmentEventOf<Type extends CommitmentEvent['type']> = Extract<CommitmentEvent, { type: Type }>;
