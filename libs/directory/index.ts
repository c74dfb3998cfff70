export { organisationDecider, unknownOrganisation, type OrganisationState } from './organisation.decider.js';
export * from './organisation.events.js';
export { Organisation, organisationOf } from './organisation.graphql.js';
export { organisationById } from './organisation.queries.js';
export { directory } from './slice.js';
