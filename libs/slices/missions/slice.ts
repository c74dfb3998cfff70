import type { Slice } from '@maillage/engine';
import { indicatorDecider } from './indicator/decider.js';
import { indicatorOf, IndicatorResolver, MissionIndicatorsResolver, TargetSetResolver } from './indicator/graphql.js';
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
import { measurementOf, MeasurementCorrectionResolver, MeasurementResolver } from './indicator/measurement.graphql.js';
import { MeasurementRecordingResolver } from './indicator/measurement.recording.graphql.js';
import { ROLES } from './mission/events.js';
import { missionDecider } from './mission/decider.js';
import {
  InvitationResolver,
  MembershipResolver,
  missionOf,
  MissionResolver,
  OrganisationMissionsResolver,
} from './mission/graphql.js';
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
  resolvers: [
    MissionResolver,
    MembershipResolver,
    InvitationResolver,
    OrganisationMissionsResolver,
    IndicatorResolver,
    TargetSetResolver,
    MissionIndicatorsResolver,
    MeasurementResolver,
    MeasurementCorrectionResolver,
    MeasurementRecordingResolver,
  ],
  nodes: { Mission: missionOf, Indicator: indicatorOf, Measurement: measurementOf },
};
