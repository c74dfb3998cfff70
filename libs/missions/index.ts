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
export { Indicator, indicatorOf } from './indicator.graphql.js';
export { indicatorById, type IndicatorRow } from './indicator.queries.js';
export { Measurement, measurementOf } from './measurement.graphql.js';
export { Mission, missionOf, MissionConnection } from './mission.graphql.js';
export { missionById, type MissionRow } from './mission.queries.js';
export {
  EvidenceLinkInput,
  EvidenceLinkObject,
  PeriodInput,
  PeriodObject,
  PlaceInput,
  PlaceObject,
} from './shared.graphql.js';
export { missionsSlice } from './slice.js';
