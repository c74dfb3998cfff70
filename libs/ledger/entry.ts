import { hash } from 'node:crypto';
import { parse as uuidBytes, v5 as uuidv5 } from 'uuid';
import type { Actor, DomainEvent, EventTypes, Instant, PrivatePlace } from '@maillage/kernel';
import { canonical, InvalidEvent } from './canonical.js';
import { withoutSecrets, type PrivateValue } from './private.js';

export { canonical, InvalidEvent };

/** Largest entry, in bytes of UTF-8: bundles give its length in 16 bits (C2SP tlog-tiles). */
export const MAX_ENTRY_BYTES = 65_535;

/** Names the ids of events, which follow from their command's id: a retry makes the same event again. */
const EVENT_NAMESPACE = uuidBytes('5b2ab5a5-2d27-5f0c-9d3a-6f1f3a0c1f7e');

/** What a command says of each event it yields. */
export interface EntryContext {
  readonly stream: string;
  readonly actor: Actor;
  readonly commandId: string;
  readonly recordedAt: Instant;
}

/** An event ready to be appended: its canonical text and the copies the indexes need. */
export interface Entry {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly version: bigint;
  readonly organisation: string;
  readonly recordedAt: Instant;
  readonly text: string;
  /** As the text has it: private values are salted hashes here, and only in `privates` themselves. */
  readonly data: unknown;
  readonly privates: readonly PrivateValue[];
  /** The private values that the event says are erased. */
  readonly erasures: readonly PrivatePlace[];
}

/**
 * Builds the entries of one command on one stream, versions counting up from `after` + 1. Each secret is replaced by the
 * salted hash of it, under a new salt.
 * @throws {InvalidEvent} for an unknown type, data its schema refuses, text without a UTF-8 form, or more than 65,535 bytes.
 */
export function toEntries(
  types: EventTypes,
  events: readonly DomainEvent[],
  after: bigint,
  context: EntryContext,
): readonly Entry[] {
  return events.map((event, index) => {
    // `toString` and its like are no types, though every object has them.
    const type = Object.hasOwn(types, event.type) ? types[event.type] : undefined;
    if (type === undefined) throw new InvalidEvent(`${event.type} is not a known type of event.`, 'TYPE');
    const { data: logged, privates } = withoutSecrets(type, event);
    const data = type.data.safeParse(logged);
    if (!data.success) {
      const faults = data.error.issues.map(({ path, message }) => `data.${path.join('.')}: ${message}`).join('; ');
      throw new InvalidEvent(`${event.type} does not fit its schema: ${faults}`, 'DATA');
    }
    // As bytes: text would be taken apart anew each time, in JavaScript, for three times the cost.
    const id = uuidv5(Buffer.from(`${context.commandId}/${context.stream}/${index}`, 'utf8'), EVENT_NAMESPACE);
    const version = after + BigInt(index) + 1n;
    const text = canonical({
      id,
      type: event.type,
      schema: type.schema,
      stream: context.stream,
      version: version.toString(),
      actor: context.actor,
      commandId: context.commandId,
      recordedAt: context.recordedAt,
      data: data.data,
    });
    const bytes = Buffer.byteLength(text, 'utf8');
    if (bytes > MAX_ENTRY_BYTES) {
      throw new InvalidEvent(
        `${event.type} takes ${bytes} bytes; an event may take at most ${MAX_ENTRY_BYTES}.`,
        'SIZE',
      );
    }
    return {
      id,
      type: event.type,
      stream: context.stream,
      version,
      organisation: context.actor.organisation,
      text,
      data: data.data,
      recordedAt: context.recordedAt,
      privates,
      erasures: type.erases?.(data.data) ?? [],
    };
  });
}

/** RFC 6962 leaf hash: SHA-256(0x00 ‖ entry). */
export function leafHash(entry: string): Buffer {
  // U+0000 is the byte 0x00 in UTF-8. In one call, which costs a third of making a hash object and updating it.
  return hash('sha256', `\0${entry}`, 'buffer');
}

/** What tells a retry from another command under a used id: SHA-256 over its canonical form. */
export function commandDigest(command: unknown): Buffer {
  return hash('sha256', canonical(command), 'buffer');
}
