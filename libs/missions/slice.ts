import type { Slice } from '@maillage/engine';
import { EvidenceClaims } from './evidence.claims.js';
import { EvidenceFileResolver } from './evidence.graphql.js';
import { evidenceFileState } from './evidence.queries.js';
import { indicatorDecider } from './indicator.decider.js';
import { indicatorOf, IndicatorResolver, MissionIndicatorsResolver, TargetSetResolver } from './indicator.graphql.js';
import {
  correctionsOfMeasurement,
  indicatorById,
  indicatorsOfMission,
  latestMeasurementOfIndicator,
  measurementById,
  measurementsOfIndicator,
  standingOfIndicator,
  targetsOfIndicator,
} from './indicator.queries.js';
import { indicators } from './indicator.view.js';
import { measurementOf, MeasurementCorrectionResolver, MeasurementResolver } from './measurement.graphql.js';
import { MeasurementRecordingResolver } from './measurement.recording.graphql.js';
import { missionDecider } from './mission.decider.js';
import {
  InvitationResolver,
  MembershipResolver,
  missionOf,
  MissionResolver,
  OrganisationMissionsResolver,
} from './mission.graphql.js';
import {
  isMemberOfMission,
  membersBySectorOfMission,
  membershipsOfOrganisation,
  membersOfMission,
  missionById,
  missionPage,
  openInvitationsOfMission,
} from './mission.queries.js';
import { missions } from './mission.view.js';

export const missionsSlice: Slice = {
  name: 'missions',
  deciders: [missionDecider, indicatorDecider],
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
    evidenceFileState,
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
    EvidenceFileResolver,
    EvidenceClaims,
  ],
  nodes: { Mission: missionOf, Indicator: indicatorOf, Measurement: measurementOf },
};
