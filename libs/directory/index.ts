export { organisationDecider, unknownOrganisation, type OrganisationState } from './organisation.decider.js';
export * from './organisation.events.js';
