import { may, type Slice } from '@maillage/engine';
import { indicatorDecider } from './indicator/decider.js';
import {
  Indicator,
  IndicatorDefinition,
  indicatorMutations,
  Measurement,
  MeasurementCorrection,
  measurementMutations,
  TargetSet,
} from './indicator/graphql.js';
import {
  IndicatorProgress,
  progressOnIndicator,
  progressOnTarget,
  ReporterShare,
} from './indicator/progress.graphql.js';
import {
  agreementOfIndicator,
  correctionsOfMeasurement,
  definitionsOfIndicator,
  indicatorById,
  latestMeasurementOfIndicator,
  placesMeasured,
  measurementById,
  measurementsOfIndicator,
  standingOfIndicator,
  targetsOfIndicator,
} from './indicator/queries.js';
import { indicators } from './indicator/view.js';
import { ROLES } from './mission/events.js';
import { missionDecider } from './mission/decider.js';
import { backbonesAround, missionToJoin } from './mission/joining.queries.js';
import { invitedOfLate } from './mission/invitations.js';
import {
  BackboneHandover,
  Invitation,
  Listing,
  Membership,
  Mission,
  missionMutations,
  PrivacyProposal,
} from './mission/graphql.js';
import {
  handoverOfMission,
  privacyOfMission,
  isInvitedMemberOfMission,
  listingsOfMission,
  listingsOfOrganisation,
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
  circles: { mission: isInvitedMemberOfMission },
  views: [missions, indicators],
  queries: [
    missionById,
    missionPage,
    membersOfMission,
    membershipsOfOrganisation,
    membersBySectorOfMission,
    isInvitedMemberOfMission,
    invitedOfLate,
    missionToJoin,
    backbonesAround,
    listingsOfMission,
    listingsOfOrganisation,
    handoverOfMission,
    privacyOfMission,
    openInvitationsOfMission,
    indicatorById,
    targetsOfIndicator,
    measurementsOfIndicator,
    latestMeasurementOfIndicator,
    placesMeasured,
    standingOfIndicator,
    agreementOfIndicator,
    definitionsOfIndicator,
    measurementById,
    correctionsOfMeasurement,
  ],
  graphql: [
    Mission,
    Membership,
    Invitation,
    Listing,
    BackboneHandover,
    PrivacyProposal,
    missionMutations,
    may(Mission, missionDecider),
    Indicator,
    IndicatorDefinition,
    TargetSet,
    ReporterShare,
    IndicatorProgress,
    progressOnIndicator,
    progressOnTarget,
    indicatorMutations,
    may(Indicator, indicatorDecider),
    Measurement,
    MeasurementCorrection,
    measurementMutations,
    may(Measurement, indicatorDecider),
  ],
  resolvers: [],
};
