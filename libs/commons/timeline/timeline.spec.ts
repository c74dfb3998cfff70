import { describe, expect, it } from '@jest/globals';
import { Registry } from '@maillage/engine';
import { slices } from '../../../apps/host/slices.js';
import { BUILDER, CITY, MISSION, NEIGHBOUR } from '../../../test/harness/cast.js';
import { id, projected, recorded } from '../../../test/harness/given.js';
import { timelineOf } from './view.js';

const LATER = '2026-04-01T08:00:00.000Z';

describe('The timeline view', () => {
  it('lists what happened in a mission across its streams, in the log’s order', () => {
    const stream = `commitment/${id(0x31)}`;
    const told = { missionId: MISSION };
    const by = (organisation: string, more = {}) => ({ actor: { organisation }, ...more });
    const { mission_timeline: rows } = projected(timelineOf(new Registry(slices).events), [
      recorded(`mission/${MISSION}`, { type: 'MissionDeclared', data: {} }, by(NEIGHBOUR)),
      recorded(`indicator/${id(8)}`, { type: 'IndicatorTargetRevised', data: told }, by(NEIGHBOUR)),
      recorded(stream, { type: 'CommitmentMade', data: told }, by(CITY, { recordedAt: LATER })),
      recorded(`organisation/${CITY}`, { type: 'OrganisationRevised', data: {} }),
      recorded(stream, { type: 'ReviewSubmitted', data: told }, by(BUILDER)),
      recorded(stream, { type: 'ReviewDeclined', data: told }, by(NEIGHBOUR)),
      recorded(stream, { type: 'ReviewLearned', data: told }, by(CITY)),
    ]);
    expect(rows?.map((row) => [row['mission_id'], row['position'], row['type'], row['actor_id']])).toEqual([
      [MISSION, '1', 'MissionDeclared', NEIGHBOUR],
      [MISSION, '2', 'IndicatorTargetRevised', NEIGHBOUR],
      [MISSION, '3', 'CommitmentMade', CITY],
      [MISSION, '5', 'ReviewSubmitted', BUILDER],
      [MISSION, '7', 'ReviewLearned', CITY],
    ]);
    expect(rows?.[2]).toEqual(expect.objectContaining({ stream, recorded_at: LATER }));
  });
});
