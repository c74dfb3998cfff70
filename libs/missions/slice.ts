import type { Slice } from '@maillage/engine';
import { indicatorDecider } from './indicator.decider.js';
import { indicators } from './indicator.view.js';
import { missionDecider } from './mission.decider.js';
import {
  InvitationResolver,
  MembershipResolver,
  MissionResolver,
  OrganisationMissionsResolver,
} from './mission.graphql.js';
import {
  memberIdsOfMission,
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
    memberIdsOfMission,
    openInvitationsOfMission,
  ],
  resolvers: [MissionResolver, MembershipResolver, InvitationResolver, OrganisationMissionsResolver],
};
