export { missionDecider } from './mission/decider.js';
export { notAMember, refuseClosed, unknownMission } from './mission/rules/shared.js';
export {
  concernedIn,
  backbonesOf,
  hasRole,
  isListed,
  isMember,
  recordedWords,
  suspensionOn,
  type MissionState,
} from './mission/state.js';
export * from './mission/events.js';
export { indicatorDecider } from './indicator/decider.js';
export * from './indicator/events.js';
export { Indicator } from './indicator/graphql.js';
export { SDG_CODES } from './sdg.js';
export { backbonesAround, missionToJoin, type MissionToJoin } from './mission/joining.queries.js';
export { Mission, missionOf } from './mission/graphql.js';
export { missions } from './mission/view.js';
