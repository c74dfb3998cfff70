import type { Slice } from '@maillage/engine';
import { accreditationDecider } from './accreditation/decider.js';
import { Accreditation, AccreditationEnding, accreditationMutations } from './accreditation/graphql.js';
import {
  accreditationPage,
  accreditationsOfOrganisation,
  accredited,
  endingsOfAccreditation,
} from './accreditation/queries.js';
import { accreditations } from './accreditation/view.js';
import { organisationDecider } from './organisation/decider.js';
import {
  Organisation,
  OrganisationIdentifier,
  organisationMay,
  organisationMutations,
} from './organisation/graphql.js';
import { GroupingProposal, GroupMembership } from './organisation/grouping.graphql.js';
import {
  areOneGroup,
  connectionsAround,
  fewSubsidiaries,
  subsidiariesOn,
  membershipsInGroups,
  parentOfOrganisation,
  proposalsAboutOrganisation,
  subsidiariesOfOrganisation,
} from './organisation/grouping.queries.js';
import {
  bearersOfName,
  claimantsOfNumber,
  duplicatesOf,
  fewDuplicates,
  holdersOfNumbers,
  identifiersOfOrganisation,
} from './organisation/identity.queries.js';
import { organisationsAlike } from './organisation/alike.queries.js';
import { organisationById, organisationPage } from './organisation/queries.js';
import { organisations } from './organisation/view.js';

export const directory: Slice = {
  name: 'directory',
  deciders: [organisationDecider, accreditationDecider],
  views: [organisations, accreditations],
  queries: [
    organisationById,
    organisationPage,
    organisationsAlike,
    identifiersOfOrganisation,
    claimantsOfNumber,
    bearersOfName,
    holdersOfNumbers,
    fewDuplicates,
    areOneGroup,
    connectionsAround,
    parentOfOrganisation,
    membershipsInGroups,
    subsidiariesOfOrganisation,
    proposalsAboutOrganisation,
    fewSubsidiaries,
    accreditationPage,
    accreditationsOfOrganisation,
    endingsOfAccreditation,
    accredited,
  ],
  lookups: {
    connections: (database, keys) => connectionsAround.run(database, { keys, args: null }),
    duplicates: duplicatesOf,
    subsidiaries: subsidiariesOn,
  },
  graphql: [
    Organisation,
    OrganisationIdentifier,
    GroupMembership,
    GroupingProposal,
    organisationMay,
    organisationMutations,
    Accreditation,
    AccreditationEnding,
    accreditationMutations,
  ],
  resolvers: [],
};
