export { organisationDecider, unknownOrganisation, type OrganisationState } from './organisation.decider.js';
export * from './organisation.events.js';
export { Organisation, organisationOf, OrganisationConnection } from './organisation.graphql.js';
export { organisationById, organisationPage, type OrganisationRow } from './organisation.queries.js';
export { directory } from './slice.js';
