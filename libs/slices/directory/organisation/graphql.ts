import { mutations, node, one, root, UuidScalar, type AnyNode, type GraphqlContext } from '@maillage/engine';
import { text } from '@maillage/kernel';
import { organisationDecider } from './decider.js';
import { identifier, sector } from './events.js';
import { organisationById, organisationPage } from './queries.js';
import { organisations } from './view.js';

export const Organisation = node('Organisation', organisations.tables.organisation, {
  says: 'A legal or informal body.',
  fields: {
    uuid: {
      says: 'Its id among organisations: that of its stream in the log, organisation/<uuid>.',
      column: 'id',
      type: UuidScalar,
    },
    name: 'As it calls itself.',
    sector: 'What kind of body it is.',
    jurisdiction: 'ISO 3166-1 or 3166-2.',
    website: 'An http or https address.',
    identifiers: { says: 'In somebody’s registers.', type: [identifier] },
    registeredAt: 'When it took its place in the ledger.',
  },
  edges: {
    controlGroup: one((): AnyNode => Organisation, {
      says: 'The ultimate parent of its control group; the organisation itself while it stands alone.',
    }),
  },
  lists: [
    root('organisations', {
      says: 'By name.',
      query: organisationPage,
      args: {
        sector: sector.optional().describe('Of this sector only.'),
        search: text(400).optional().describe('Part of a name, whatever its case and accents.'),
      },
    }),
  ],
  find: organisationById,
});
export type Organisation = InstanceType<typeof Organisation>;

/** For the resolvers of other slices: the organisation under an id, in a batch. */
export function organisationOf(context: GraphqlContext, id: string): Promise<Organisation | null> {
  return Organisation.find(context, id);
}

export const organisationMutations = mutations(organisationDecider, { gives: Organisation });
