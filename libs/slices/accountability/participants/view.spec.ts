import { describe, it, expect } from '@jest/globals';
import { id, projected, recorded } from '../../../../test/harness/given.js';
import { participants } from './view.js';
import { BACKBONE, BUILDER, CITY, COMMITMENT, joined, left, made, MISSION, OTHER_MISSION } from '../spec.fixtures.js';

const ANNE = id(0xa1);
const BEN = id(0xb1);
const [mission, city] = [`mission/${MISSION}`, `organisation/${CITY}`];
const grouping = (type: string, controlGroupId: string) => ({ type, data: { controlGroupId } });

describe('The participants view', () => {
  it('knows the control group each organisation belongs to now', () => {
    const events = [
      recorded(city, grouping('OrganisationRegistered', CITY)),
      recorded(city, grouping('OrganisationGrouped', BUILDER)),
      recorded(city, grouping('OrganisationUngrouped', CITY)),
    ];
    const groups = [1, 2, 3].map((count) => projected(participants, events.slice(0, count))['participant']);
    expect(groups).toEqual([CITY, BUILDER, CITY].map((group) => [{ organisation_id: CITY, control_group_id: group }]));
  });

  it('knows who takes part now and in which roles', () => {
    const { participant_seat: seats } = projected(participants, [
      recorded(mission, joined(CITY, 'MEMBER')),
      recorded(mission, joined(CITY, 'EVALUATOR')),
      recorded(mission, joined(BUILDER, 'FUNDER')),
      recorded(mission, left(BUILDER)),
      recorded(`mission/${OTHER_MISSION}`, joined(BUILDER, 'MEMBER')),
    ]);
    expect(seats).toEqual([
      { organisation_id: CITY, mission_id: MISSION, roles: ['MEMBER', 'EVALUATOR'] },
      { organisation_id: BUILDER, mission_id: OTHER_MISSION, roles: ['MEMBER'] },
    ]);
  });

  it('begins a membership anew when an organisation comes back', () => {
    const { participant_seat: seats } = projected(participants, [
      recorded(mission, joined(CITY, 'BACKBONE')),
      recorded(mission, left(CITY)),
      recorded(mission, joined(CITY, 'MEMBER')),
    ]);
    expect(seats).toEqual([expect.objectContaining({ roles: ['MEMBER'] })]);
  });

  it('halts on an organisation that leaves what it never joined', () => {
    expect(() => projected(participants, [recorded(mission, left(CITY))])).toThrow(/finds no row/);
  });

  it('knows since when each member has acted for which organisation, in events of every stream', () => {
    const by = (organisation: string, member?: string) => ({
      actor: member === undefined ? { organisation } : { organisation, member },
    });
    const { participant_member: members } = projected(participants, [
      recorded(city, grouping('OrganisationRegistered', CITY), by(BACKBONE)),
      recorded(city, { type: 'OrganisationRevised', data: {} }, by(CITY, ANNE)),
      recorded(mission, joined(BUILDER, 'MEMBER'), by(BUILDER, ANNE)),
      recorded(`indicator/${id(8)}`, { type: 'IndicatorTargetRevised', data: {} }, by(BUILDER, BEN)),
      recorded(`commitment/${COMMITMENT}`, made(), by(CITY, ANNE)),
      recorded(`commitment/${COMMITMENT}`, made(), by(CITY, BEN)),
    ]);
    expect(members?.map((row) => [row['organisation_id'], row['member_id'], row['position']])).toEqual([
      [CITY, ANNE, '2'],
      [CITY, BEN, '6'],
      [BUILDER, ANNE, '3'],
      [BUILDER, BEN, '4'],
    ]);
  });
});
