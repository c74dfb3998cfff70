export {
  hasRole,
  isMember,
  keepsPrivate,
  missionDecider,
  notAMember,
  unknownMission,
  type MissionState,
} from './mission/decider.js';
export * from './mission/events.js';
export { indicatorDecider } from './indicator/decider.js';
export * from './indicator/events.js';
export { SDG_CODES } from './sdg.js';
export { Mission, missionOf } from './mission/graphql.js';
export { isMemberOfMission } from './mission/queries.js';
export { missions } from './mission/view.js';
