export { organisationDecider, unknownOrganisation, type OrganisationState } from './organisation/decider.js';
export * from './organisation/events.js';
export { Organisation, organisationOf } from './organisation/graphql.js';
export { organisationById, sectorsOfOrganisations } from './organisation/queries.js';
export { organisations } from './organisation/view.js';
export { directory } from './slice.js';
