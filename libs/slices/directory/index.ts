export { accreditationDecider, isAccredited, type AccreditationState } from './accreditation/decider.js';
export { accreditationsOf, accreditedOn } from './accreditation/queries.js';
export { accreditations } from './accreditation/view.js';
export { organisationDecider } from './organisation/decider.js';
export * from './organisation/events.js';
export { askedAlike, organisationsAlike, type AlikeOrganisation } from './organisation/alike.queries.js';
export { refuseTaken } from './organisation/identity.queries.js';
export { isCalledPublic, whyNameWaits, type NameReason } from './organisation/name.queries.js';
export { Organisation, organisationOf } from './organisation/graphql.js';
export { groupAt, membershipsAround, oneGroupOn } from './organisation/grouping.queries.js';
export {
  connectionsOf,
  groupsOn,
  sameGroup,
  type Connections,
  type GroupOf,
  type Membership,
} from './organisation/groups.arithmetic.js';
export { organisationById, sectorsOfOrganisations } from './organisation/queries.js';
export { notTheOperator, unknownOrganisation } from './organisation/rules/shared.js';
export type { OrganisationState } from './organisation/state.js';
export { organisations } from './organisation/view.js';
export { directory } from './slice.js';
