import { may, type Slice } from '@maillage/engine';
import { indicatorDecider } from './indicator/decider.js';
import {
  Indicator,
  indicatorMutations,
  Measurement,
  MeasurementCorrection,
  measurementMutations,
  TargetSet,
} from './indicator/graphql.js';
import { IndicatorProgressResolver } from './indicator/progress.graphql.js';
import {
  correctionsOfMeasurement,
  indicatorById,
  latestMeasurementOfIndicator,
  measurementById,
  measurementsOfIndicator,
  standingOfIndicator,
  targetsOfIndicator,
} from './indicator/queries.js';
import { indicators } from './indicator/view.js';
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
    Indicator,
    TargetSet,
    indicatorMutations,
    may(Indicator, indicatorDecider),
    Measurement,
    MeasurementCorrection,
    measurementMutations,
    may(Measurement, indicatorDecider),
  ],
  resolvers: [IndicatorProgressResolver],
};
