import type { MissionPageQuery } from '../../../generated/graphql/pages/missions/mission/mission.js';

export type MissionData = NonNullable<MissionPageQuery['mission']>;
export type IndicatorData = MissionData['indicators']['nodes'][number];
export type CommitmentData = MissionData['commitments']['nodes'][number];
