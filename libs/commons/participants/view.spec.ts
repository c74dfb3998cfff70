import { describe, it, expect } from '@jest/globals';
import { Registry } from '@maillage/engine';
import { slices } from '../../../apps/host/slices.js';
import { BACKBONE, BUILDER, CITY, COMMITMENT, MISSION } from '../../../test/harness/cast.js';
import { id, projected, recorded } from '../../../test/harness/given.js';
import { participantsOf } from './view.js';

const ANNE = id(0xa1);
const BEN = id(0xb1);
const [mission, city] = [`mission/${MISSION}`, `organisation/${CITY}`];
const happened = (type: string) => ({ type, data: {} });

describe('The participants view', () => {
  it('knows since when each member has acted for which organisation, in events of every stream', () => {
    const by = (organisation: string, member?: string) => ({
      actor: member === undefined ? { organisation } : { organisation, member },
    });
    const { participant_member: members } = projected(participantsOf(new Registry(slices).events), [
      recorded(city, happened('OrganisationRegistered'), by(BACKBONE)),
      recorded(city, happened('OrganisationRevised'), by(CITY, ANNE)),
      recorded(mission, happened('MissionJoined'), by(BUILDER, ANNE)),
      recorded(`indicator/${id(8)}`, happened('IndicatorTargetRevised'), by(BUILDER, BEN)),
      recorded(`commitment/${COMMITMENT}`, happened('CommitmentMade'), by(CITY, ANNE)),
      recorded(`commitment/${COMMITMENT}`, happened('CommitmentMade'), by(CITY, BEN)),
      // Upkeep of the log says nothing of who works with whom.
      recorded(`erasure/${id(9)}`, happened('ValueErased'), by(BACKBONE, BEN)),
    ]);
    expect(members?.map((row) => [row['organisation_id'], row['member_id'], row['position']])).toEqual([
      [CITY, ANNE, '2'],
      [CITY, BEN, '6'],
      [BUILDER, ANNE, '3'],
      [BUILDER, BEN, '4'],
    ]);
  });
});
