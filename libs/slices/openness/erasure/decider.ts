import { z } from 'zod';
import { refuse, uuid, type CommandOf, type Decider } from '@maillage/kernel';
import { erasureEvents, erasureTerms, type ErasureEvent } from './events.js';

export const erasureCommands = {
  /** Addressed to the event that has the value. */
  EraseValue: erasureTerms.extend({
    /**
     * What the log, which does not change, says of that event: who recorded it, and whether a commitment stands at the
     * path. Looked up by whoever sends the command, never by the client; absent where the log has no such event.
     */
    recorded: z.strictObject({ organisationId: uuid, committed: z.boolean() }).optional(),
  }),
};
export type ErasureCommand = CommandOf<typeof erasureCommands>;

export type ErasureRefusal = 'UNKNOWN_EVENT' | 'NOT_YOURS_TO_ERASE' | 'NOT_PRIVATE' | 'ALREADY_ERASED';

/** What is erased of one event. */
export interface ErasureState {
  readonly erased: readonly string[];
}

export const erasureDecider: Decider<
  ErasureState,
  ErasureCommand,
  ErasureEvent,
  Record<never, never>,
  ErasureRefusal
> = {
  name: 'erasure',
  commands: erasureCommands,
  events: erasureEvents,
  initial: { erased: [] },

  decide({ id, data, actor, scopes }, state) {
    const { recorded, ...terms } = data;
    if (recorded === undefined) {
      return refuse('UNKNOWN_EVENT', `The log has no event ${id}; name one by the id its receipt gives.`, ['id']);
    }
    if (recorded.organisationId !== actor.organisation && !scopes.includes('admin')) {
      return refuse(
        'NOT_YOURS_TO_ERASE',
        'A value is erased by the organisation that recorded it, or by an operator whose key has the scope "admin".',
        ['id'],
      );
    }
    if (!recorded.committed) {
      return refuse(
        'NOT_PRIVATE',
        `The log holds no private value at ${terms.path} of this event: what is public stays. Name a path where it holds a commitment.`,
        ['path'],
      );
    }
    if (state.erased.includes(terms.path)) {
      return refuse('ALREADY_ERASED', `The value at ${terms.path} of this event is erased already.`, ['path']);
    }
    return [{ type: 'ValueErased', data: { eventId: id, ...terms } }];
  },

  evolve: (state, event) => ({ erased: [...state.erased, event.data.path] }),
};
