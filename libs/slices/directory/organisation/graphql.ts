import {
  allReached,
  computed,
  each,
  may,
  mutations,
  node,
  one,
  reached,
  root,
  rowType,
  UuidScalar,
  type AnyNode,
  type GraphqlContext,
  type Limits,
} from '@maillage/engine';
import { disclosed, EvidenceFileObject, evidenceLink, linksOf } from '@maillage/evidence';
import { calendarDate, ref, sought, today } from '@maillage/kernel';
import { organisationDecider } from './decider.js';
import { identifier, sector, type Identifier, type Sector } from './events.js';
import { areOneGroup, parentOfOrganisation, subsidiariesOfOrganisation } from './grouping.queries.js';
import { bearersOfName, claimantsOfNumber, identifiersOfOrganisation, refuseTaken } from './identity.queries.js';
import { refuseUnseenName, refuseUnseenSector } from './name.queries.js';
import { organisationById, organisationPage } from './queries.js';
import { organisations, type IdentifierRow, type OrganisationRow } from './view.js';

/** For what is asked of a day. */
const onDay = { on: calendarDate.optional().describe('The day asked about, in UTC; today, if left out.') };

const oneGroupArguments = {
  organisationId: ref('Organisation').describe('The other one.'),
  on: onDay.on,
};

export const OrganisationIdentifier = rowType('OrganisationIdentifier', organisations.tables.organisation_identifier, {
  says: 'A number of a register that an organisation says is its own, or that the operator confirmed to be.',
  fields: {
    scheme: 'The register, by its org-id.guide list code: GB-COH; a local one by its country: FR-LOCAL.',
    value: 'As the register writes it.',
    confirmed: 'Whether the operator has confirmed it; until then it is the organisation’s own word.',
    confirmedOn: 'When the operator confirmed it.',
    evidence: {
      says: 'Links to what the operator went by.',
      type: [evidenceLink],
      of: ({ evidence }) => linksOf(evidence),
    },
    evidenceFiles: {
      says: 'Files that the operator went by.',
      type: [EvidenceFileObject],
      of: ({ evidence }) => EvidenceFileObject.allOf(evidence),
    },
  },
  edges: {
    confirmedBy: one((): AnyNode => Organisation, { says: 'The operator that confirmed it.' }),
    alsoClaimedBy: allReached<IdentifierRow>((): AnyNode => Organisation, {
      says: 'Other organisations that say this number is theirs, by name.',
      by: async ({ row, context }) => {
        const claimants = await context.loaders.load(claimantsOfNumber, row.number_key, null);
        return claimants.filter((id) => id !== row.organisation_id);
      },
    }),
  },
});

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
    identityConfirmed: {
      says: 'Whether the operator has confirmed who it is, by a number of a register; until then it is who it says.',
      type: Boolean,
      of: ({ confirmations }) => confirmations.length > 0,
    },
    dissolvedOn: 'When it ceased to exist; null while it exists.',
    accessRecoveredOn:
      'When the operator last had somebody administer it anew, as nobody could any more; null where it never had to.',
    registeredAt: 'When it took its place in the ledger.',
  },
  edges: {
    identifiers: each(
      OrganisationIdentifier,
      identifiersOfOrganisation,
      'In somebody’s registers: what it claims, in its order, then what is confirmed without being claimed.',
    ),
    alsoNamed: allReached<OrganisationRow>((): AnyNode => Organisation, {
      says: 'Other organisations of the same name, whatever its case, accents, spaces and punctuation: which is meant has to be asked. The longest registered first.',
      by: async ({ row, key, context }) => {
        const bearers = await context.loaders.load(bearersOfName, row.name_key, null);
        return bearers.filter((id) => id !== key && id !== row.duplicate_of);
      },
    }),
    duplicateOf: one<OrganisationRow>((): AnyNode => Organisation, {
      says: 'The record that is kept in place of this one. Null where this one is.',
      by: 'duplicate_of',
    }),
    duplicateReason: disclosed({
      says: 'How it is known that this record is a duplicate; null where it is none.',
      column: 'duplicate_reason',
      nullable: true,
    }),
    dissolutionReason: disclosed({
      says: 'Why it ceased to exist; null while it exists.',
      column: 'dissolution_reason',
      nullable: true,
    }),
    successor: one((): AnyNode => Organisation, {
      says: 'Who takes over what it promised, once it accepts that. Null where nobody does.',
    }),
    controlGroup: reached<OrganisationRow, typeof onDay>((): AnyNode => Organisation, {
      says: 'The ultimate parent of its control group on a day; the organisation itself while it stands alone.',
      args: onDay,
      by: ({ key, args: { on }, context }) =>
        context.loaders.load(parentOfOrganisation, key, { on: on ?? today(context.clock) }),
    }),
    subsidiaries: allReached<OrganisationRow, typeof onDay>((): AnyNode => Organisation, {
      says: 'Those whose ultimate parent it is on a day, by name.',
      args: onDay,
      by: ({ key, args: { on }, context }) =>
        context.loaders.load(subsidiariesOfOrganisation, key, { on: on ?? today(context.clock) }),
    }),
    oneGroupWith: computed<OrganisationRow, typeof oneGroupArguments>({
      says: 'Whether the two count as one group on a day: they shared a control group at any time in the 365 days before, or each did with others that did. What one says of the other then weighs nothing.',
      type: Boolean,
      args: oneGroupArguments,
      resolve: ({ key, args: { organisationId, on }, context }) =>
        context.loaders.load(areOneGroup, `${key}/${organisationId}`, { on: on ?? today(context.clock) }),
    }),
  },
  lists: [
    root('organisations', {
      says: 'By name, É beside E. Of records of one body, the one that is kept.',
      query: organisationPage,
      args: {
        sector: sector.optional().describe('Of this sector only.'),
        search: sought(400)
          .optional()
          .describe(
            'Words of its name, in any order and as parts of longer ones, whatever their case, accents and apostrophes.',
          ),
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

type Folded = typeof organisationDecider.initial;
const proposedOf = ({ grouping }: Folded) => Object.keys(grouping.proposals);
const assertedOf = ({ grouping: { assertion } }: Folded) => (assertion === null ? [] : [assertion.parentId]);

/** What an organisation may do to another, or to itself. */
export const organisationMay = may(Organisation, organisationDecider, {
  AcceptGrouping: proposedOf,
  DeclineGrouping: proposedOf,
  DropGrouping: proposedOf,
  ContestGrouping: assertedOf,
  DropGroupingAssertion: assertedOf,
});

// Which numbers are claimed is in the input, so that no guard can know.
const claimedByNobodyElse: Limits = ({ id, data }, database) => {
  const claimed = (data['identifiers'] ?? []) as readonly Identifier[];
  return refuseTaken(
    database,
    id,
    claimed.map((number, index) => ({ number, path: ['identifiers', index] })),
  );
};

const seenByTheOperator: Limits = async ({ id, data, isOperator }, database) => {
  // What the operator records it has looked at.
  if (isOperator) return undefined;
  const { name, sector: kind } = data as { readonly name: string; readonly sector: Sector };
  return (await refuseUnseenName(database, id, name)) ?? (await refuseUnseenSector(database, id, kind));
};

export const organisationMutations = mutations(organisationDecider, {
  gives: Organisation,
  commands: {
    RegisterOrganisation: { limits: claimedByNobodyElse },
    ReviseOrganisation: {
      limits: async (sent, database, on) =>
        (await claimedByNobodyElse(sent, database, on)) ?? (await seenByTheOperator(sent, database, on)),
    },
    ConfirmIdentity: {
      limits: ({ id, data }, database) =>
        refuseTaken(database, id, [
          { number: identifier.parse({ scheme: data['scheme'], value: data['value'] }), path: ['value'] },
        ]),
    },
  },
});
