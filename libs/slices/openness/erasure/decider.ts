import { decider, refuse } from '@maillage/kernel';
import { erasureCommands, type ErasureCommands } from './commands.js';
import { erasureEvents } from './events.js';

/** What the log says of a value: who recorded it, and whom words in its event name. */
interface Concerned {
  readonly organisationId: string;
  readonly names: readonly string[];
}

/** Whoever is spoken of, in public or among those whom a mission lets read it, has a say in whether the words stay; that they were said, and of whom, does. */
export function mayErase({ organisationId, names }: Concerned, by: string, scopes: readonly string[]): boolean {
  return organisationId === by || names.includes(by) || scopes.includes('operator');
}

/** What is erased of one event. */
export interface ErasureState {
  readonly erased: readonly string[];
}

export const erasureDecider = decider<ErasureState, ErasureCommands, typeof erasureEvents>({
  name: 'erasure',
  commands: erasureCommands,
  events: erasureEvents,
  initial: { erased: [] },

  rules: {
    EraseValue: {
      decide({ id, data, actor, scopes }, state) {
        const { recorded, ...terms } = data;
        if (recorded === undefined) {
          return refuse('UNKNOWN_EVENT', `The log has no event ${id}; name one by the id its receipt gives.`, ['id']);
        }
        if (!mayErase(recorded, actor.organisation, scopes)) {
          return refuse(
            'NOT_YOURS_TO_ERASE',
            'A value is erased by the organisation that recorded it or by an operator whose key has the scope "operator", and words about others by whoever their event names; ask one of these.',
            ['id'],
          );
        }
        if (!recorded.committed) {
          return refuse(
            'NOT_PRIVATE',
            `The log holds no private value at ${terms.path} of this event: what is public stays. Name a path where it holds a salted hash.`,
            ['path'],
          );
        }
        if (state.erased.includes(terms.path)) {
          return refuse(
            'ALREADY_ERASED',
            `The value at ${terms.path} of this event is erased already; nothing is left of it to erase.`,
            ['path'],
          );
        }
        return [{ type: 'ValueErased', data: { eventId: id, ...terms } }];
      },
    },
  },

  evolve: (state, event) => ({ erased: [...state.erased, event.data.path] }),
});
