import { may, type Slice } from '@maillage/engine';
import { indicatorDecider } from './indicator/decider.js';
import {
  Indicator,
  indicatorOf,
  IndicatorResolver,
  MissionIndicatorsResolver,
  TargetSetResolver,
} from './indicator/graphql.js';
import {
  correctionsOfMeasurement,
  indicatorById,
  indicatorsOfMission,
  latestMeasurementOfIndicator,
  measurementById,
  measurementsOfIndicator,
  standingOfIndicator,
  targetsOfIndicator,
} from './indicator/queries.js';
import { indicators } from './indicator/view.js';
import {
  Measurement,
  measurementOf,
  MeasurementCorrectionResolver,
  MeasurementResolver,
} from './indicator/measurement.graphql.js';
import { MeasurementRecordingResolver } from './indicator/measurement.recording.graphql.js';
import { ROLES } from './mission/events.js';
import { missionDecider } from './mission/decider.js';
import { Invitation, Membership, Mission, missionMutations } from './mission/graphql.js';
import {
  isMemberOfMission,
  membersBySectorOfMission,
  membershipsOfOrganisation,
  membersOfMission,
  missionById,
  missionPage,
  openInvitationsOfMission,
} from './mission/queries.js';
import { missions } from './mission/view.js';

export const missionsSlice: Slice = {
  name: 'missions',
  deciders: [missionDecider, indicatorDecider],
  roles: ROLES,
  views: [missions, indicators],
  queries: [
    missionById,
    missionPage,
    membersOfMission,
    membershipsOfOrganisation,
    membersBySectorOfMission,
    isMemberOfMission,
    openInvitationsOfMission,
    indicatorById,
    indicatorsOfMission,
    targetsOfIndicator,
    measurementsOfIndicator,
    latestMeasurementOfIndicator,
    standingOfIndicator,
    measurementById,
    correctionsOfMeasurement,
  ],
  graphql: [
    Mission,
    Membership,
    Invitation,
    missionMutations,
    may(Mission, missionDecider),
    may(Indicator, indicatorDecider),
    may(Measurement, indicatorDecider),
  ],
  resolvers: [
    IndicatorResolver,
    TargetSetResolver,
    MissionIndicatorsResolver,
    MeasurementResolver,
    MeasurementCorrectionResolver,
    MeasurementRecordingResolver,
  ],
  nodes: { Indicator: indicatorOf, Measurement: measurementOf },
};
