import { computed, figure, givenBy, mutations, one, root, rowType } from '@maillage/engine';
import { ref, uuid } from '@maillage/kernel';
import { Organisation } from '@maillage/directory';
import { disclosedText, type DisclosedText } from '@maillage/evidence';
import { erasureDecider, mayErase } from './decider.js';
import { erasureAt, erasurePage, recordedValue, recordedValues } from './queries.js';
import { erasures } from './view.js';

export const Erasure = rowType('Erasure', erasures.tables.erasure, {
  says: 'That a private value was erased: its salted hash stays in the log and opens no more.',
  fields: {
    eventId: { says: 'The event that had the value.', type: uuid },
    path: 'Where in the event’s data it was: a JSON Pointer (RFC 6901) such as /whatWorked.',
    ground: 'Why it was erased.',
    note: 'What who erased it had to say of it.',
    erasedAt: 'When it was erased.',
    position: 'Of the event that says so.',
  },
  edges: { erasedBy: one(Organisation, { says: 'Null for an operator that is not registered.' }) },
  lists: [
    root('erasures', {
      says: 'What was erased, by whom and why, in the order of the log.',
      query: erasurePage,
      args: {
        eventId: uuid.optional().describe('The event that had the value.'),
        organisationId: ref('Organisation').optional().describe('Who erased it.'),
      },
    }),
  ],
});

/** What may be erased is told of each text by itself: whom its event names, the log says. */
export const ErasableText = figure<DisclosedText>(disclosedText, {
  mayErase: computed<DisclosedText>({
    says: 'Whether `eraseValue` would be taken from the organisation you act for: it is there, and you recorded it, are named by its event, or operate the ledger.',
    type: Boolean,
    resolve: async ({ row: { disclosure, eventId, path }, context: { principal, loaders } }) => {
      const isThere = disclosure !== 'ERASED' && disclosure !== 'MISSING';
      if (!isThere || eventId === null || path === null || principal?.scopes.includes('write') !== true) return false;
      const recorded = await loaders.load(recordedValues, `${eventId} ${path}`, null);
      return recorded !== undefined && mayErase(recorded, principal.organisation, principal.scopes);
    },
  }),
});

export const erasureMutations = mutations(erasureDecider, {
  gives: {
    name: 'ErasureRecorded',
    says: 'That a private value was erased.',
    gives: { erasure: givenBy(Erasure, erasureAt, ({ id, data }) => `${id} ${data['path'] as string}`) },
  },
  commands: {
    EraseValue: {
      says: 'Which private value is erased, and why.',
      address: 'eventId',
      addressed: 'The event that has the value, by the id its receipt gives.',
      // The log does not change: what it says of the event now is true whenever the command is decided.
      completes: {
        recorded: ({ id, data }, database) => recordedValue(database, { eventId: id, path: data['path'] as string }),
      },
    },
  },
});
