import { describe, it, expect } from '@jest/globals';
import { erasable, plusDays } from '@maillage/kernel';
import {
  BANK,
  CITY,
  declared,
  fold,
  joined,
  left,
  mission,
  MISSION,
  ON,
  STRANGER,
  TENANTS,
} from './mission.fixtures.js';

const proposed = (successorId: string, organisationId = CITY) => ({
  type: 'BackboneHandoverProposed',
  data: { organisationId, successorId, on: ON },
});
const dropped = { type: 'BackboneHandoverDropped', data: { organisationId: CITY, on: ON } };
const handedOver = (on = ON) => ({
  type: 'BackboneHandedOver',
  data: { organisationId: CITY, successorId: BANK, on },
});
const offered = [...declared, proposed(BANK)];
const at = (days: number) => `${plusDays(ON, days)}T12:00:00.000Z`;

describe('The last backbone', () => {
  it('offers its place to a registered organisation that is no backbone', () => {
    const offering = (successorId: string, past = declared) =>
      mission(past).when('ProposeBackboneHandover', MISSION, { successorId }, { by: CITY });
    offering(BANK).then(proposed(BANK));
    offering(STRANGER).thenRefused('UNKNOWN_ORGANISATION', ['successorId']);
    offering(BANK, [...declared, joined(BANK, 'BACKBONE')]).thenRefused('ALREADY_MEMBER', ['successorId']);
    offering(CITY).thenRefused('ALREADY_MEMBER', ['successorId']);
  });

  it('stays one until the successor accepts, and is a member then', () => {
    expect(fold(offered).members[CITY]).toEqual(['BACKBONE']);
    mission(offered).when('LeaveMission', MISSION, {}, { by: CITY }).thenRefused('LAST_BACKBONE', []);
    mission(offered)
      .when('AcceptBackboneHandover', MISSION, {}, { by: BANK })
      .then(joined(BANK, 'BACKBONE'), handedOver());
    const state = fold([...offered, joined(BANK, 'BACKBONE'), handedOver()]);
    expect(state.members).toEqual({ [CITY]: ['MEMBER'], [BANK]: ['BACKBONE'] });
    expect(state.handover).toBeUndefined();
  });

  it('keeps its other roles', () => {
    const past = [...declared, joined(CITY, 'FUNDER'), proposed(BANK), joined(BANK, 'BACKBONE'), handedOver()];
    expect(fold(past).members[CITY]).toEqual(['FUNDER']);
  });

  it('offers one place at a time, and may take the offer back', () => {
    mission(offered)
      .when('ProposeBackboneHandover', MISSION, { successorId: TENANTS }, { by: CITY })
      .thenRefused('HANDOVER_OPEN', []);
    mission(offered).when('DropBackboneHandover', MISSION, {}, { by: CITY }).then(dropped);
    mission([...offered, dropped])
      .when('AcceptBackboneHandover', MISSION, {}, { by: BANK })
      .thenRefused('NO_HANDOVER_OPEN', []);
    mission([...offered, dropped])
      .when('ProposeBackboneHandover', MISSION, { successorId: TENANTS }, { by: CITY })
      .then(proposed(TENANTS));
  });
});

describe('An offer to take the place of a backbone', () => {
  it('is by a backbone, and taken back by the one that made it', () => {
    mission([...declared, joined(BANK, 'MEMBER')])
      .when('ProposeBackboneHandover', MISSION, { successorId: TENANTS }, { by: BANK })
      .thenRefused('NOT_BACKBONE', []);
    mission([...offered, joined(TENANTS, 'BACKBONE')])
      .when('DropBackboneHandover', MISSION, {}, { by: TENANTS })
      .thenRefused('NO_HANDOVER_OPEN', []);
  });

  it('is accepted and declined by the successor alone', () => {
    for (const answer of ['AcceptBackboneHandover', 'DeclineBackboneHandover']) {
      mission(offered).when(answer, MISSION, {}, { by: TENANTS }).thenRefused('NO_HANDOVER_OPEN', []);
      mission(declared).when(answer, MISSION, {}, { by: BANK }).thenRefused('NO_HANDOVER_OPEN', []);
    }
    mission(offered)
      .when('DeclineBackboneHandover', MISSION, { reason: 'Too much at once.' }, { by: BANK })
      .then({
        type: 'BackboneHandoverDeclined',
        data: { organisationId: CITY, successorId: BANK, reason: erasable('Too much at once.'), on: ON },
      });
  });

  it('stands for thirty days, after which another may be made', () => {
    mission(offered)
      .when('AcceptBackboneHandover', MISSION, {}, { by: BANK, at: at(30) })
      .then(joined(BANK, 'BACKBONE', { on: plusDays(ON, 30) }), handedOver(plusDays(ON, 30)));
    mission(offered)
      .when('AcceptBackboneHandover', MISSION, {}, { by: BANK, at: at(31) })
      .thenRefused('NO_HANDOVER_OPEN', []);
    mission(offered)
      .when('ProposeBackboneHandover', MISSION, { successorId: TENANTS }, { by: CITY, at: at(31) })
      .then({
        type: 'BackboneHandoverProposed',
        data: { organisationId: CITY, successorId: TENANTS, on: plusDays(ON, 31) },
      });
  });

  it('goes with the backbone that made it, where another keeps the mission', () => {
    mission([...offered, joined(TENANTS, 'BACKBONE')])
      .when('LeaveMission', MISSION, {}, { by: CITY })
      .then(dropped, left(CITY, 'BACKBONE'));
  });
});
