import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { events, type DomainEvent, type EventTypes } from '@maillage/kernel';
import { commandDigest, toEntries, type AppendRequest } from '@maillage/ledger';

// Not from the harness: the writers' processes run this file too, where Jest is not.
export const ORGANISATION = '00000000-0000-4000-8000-000000000001';
export const NOON = '2026-03-01T12:00:00.000Z';

/** Two types of event of the suite's own: what the log promises does not depend on what it holds. */
export const types = events({
  Noted: {
    says: 'Something was noted.',
    data: z.strictObject({ note: z.string() }),
  },
  Counted: {
    says: 'Something was counted.',
    data: z.strictObject({ count: z.int() }),
    schema: 2,
    upcast: {
      1: ({ number }: { number: string }) => ({ count: Number(number) }),
    },
  },
});

export const noted = (note = 'seen'): DomainEvent => ({ type: 'Noted', data: { note } });

/** `{ 'note/1': [0n, noted()] }` writes one event to note/1, expected at 0; `{ 'note/2': [3n] }` only consults note/2. */
export interface Streams {
  readonly [stream: string]: readonly [expected: bigint, ...events: DomainEvent[]];
}

export function request(streams: Streams, commandId: string = randomUUID(), known: EventTypes = types): AppendRequest {
  const context = { actor: { organisation: ORGANISATION }, commandId, recordedAt: NOON };
  const parts = Object.entries(streams).map(([stream, [version, ...events]]) => ({ stream, version, events }));
  return {
    commandId,
    digest: commandDigest(parts.map(({ stream, version, events }) => ({ stream, version: `${version}`, events }))),
    expected: parts.map(({ stream, version }) => ({ stream, version })),
    entries: parts.flatMap(({ stream, version, events }) => toEntries(known, events, version, { ...context, stream })),
  };
}
