export {
  hasRole,
  isMember,
  missionDecider,
  notAMember,
  notBackbone,
  unknownMission,
  type MissionRefusal,
  type MissionState,
} from './mission.decider.js';
export * from './mission.events.js';
export { indicatorDecider, type IndicatorRefusal, type IndicatorState } from './indicator.decider.js';
export * from './indicator.events.js';
export { SDG_CODES, sdgs } from './sdg.js';
