import { describe, expect, it } from '@jest/globals';
import { erasable, plusDays, type DomainEvent } from '@maillage/kernel';
import {
  BANK,
  CITY,
  declared,
  fold,
  invited,
  joined,
  LANDLORDS,
  mission,
  MISSION,
  ON,
  open,
  TENANTS,
} from './mission.fixtures.js';
import { pauseInForce } from './state.js';

const day = (days: number) => plusDays(ON, days);
const noonOn = (date: string) => `${date}T12:00:00.000Z`;
const reason = 'Nobody has time.';
const learned = 'Once a month is enough.';

const paused = (reassessBy = day(60), on = ON) => ({
  type: 'MissionPaused',
  data: { organisationId: CITY, reason: erasable(reason), concernedIds: [], reassessBy, on },
});
const resumed = (on: string, pausedOn = ON) => ({
  type: 'MissionResumed',
  data: { organisationId: CITY, pausedOn, outcome: 'CONTINUED', learned: erasable(learned), concernedIds: [], on },
});
const closed = (more: object = {}) => ({
  type: 'MissionClosed',
  data: { organisationId: CITY, outcome: 'REACHED', learned: erasable(learned), concernedIds: [], on: ON, ...more },
});

describe('A mission', () => {
  const pausing = (past: readonly DomainEvent[], on = ON, reassessBy = plusDays(on, 60)) =>
    mission(past).when('PauseMission', MISSION, { reason, reassessBy }, { by: CITY, at: noonOn(on) });
  const resuming = (past: readonly DomainEvent[], by = CITY) =>
    mission(past).when('ResumeMission', MISSION, { outcome: 'CONTINUED', learned }, { by });
  const closing = (past: readonly DomainEvent[], by = CITY) =>
    mission(past).when('CloseMission', MISSION, { outcome: 'REACHED', learned }, { by });

  it('is paused by a backbone, resumed and closed by one, and by nobody else', () => {
    pausing(declared).then(paused());
    resuming([...declared, paused()]).then(resumed(ON));
    closing(declared).then(closed());
    const withBank = [...declared, joined(BANK, 'FUNDER')];
    mission(withBank)
      .when('PauseMission', MISSION, { reason, reassessBy: day(1) }, { by: BANK })
      .thenRefused('NOT_BACKBONE', []);
    resuming([...withBank, paused()], BANK).thenRefused('NOT_BACKBONE', []);
    closing(withBank, BANK).thenRefused('NOT_BACKBONE', []);
  });

  it('is looked at anew later than it is paused, and within ninety days', () => {
    pausing(declared, ON, ON).thenRefused('REASSESS_IN_PAST', ['reassessBy']);
    pausing(declared, ON, day(1)).then(paused(day(1)));
    pausing(declared, ON, day(90)).then(paused(day(90)));
    pausing(declared, ON, day(91)).thenRefused('REASSESS_TOO_LATE', ['reassessBy']);
  });

  it('is paused once at a time, and not within thirty days of the end of a pause', () => {
    pausing([...declared, paused()]).thenRefused('PAUSED_ALREADY', []);
    const back = [...declared, paused(), resumed(day(10))];
    pausing(back, day(39)).thenRefused('PAUSED_LATELY', []);
    pausing(back, day(40)).then(paused(day(100), day(40)));
  });

  it('is resumed while it is paused only', () => {
    resuming(declared).thenRefused('NOT_PAUSED', []);
    resuming([...declared, paused(), resumed(day(10))]).thenRefused('NOT_PAUSED', []);
  });

  it('that is closed in a pause ends that too', () => {
    closing([...declared, paused()]).then(closed({ pausedOn: ON }));
    expect(pauseInForce(fold([...declared, paused(), closed({ pausedOn: ON })]))).toBeUndefined();
  });

  it('stays closed', () => {
    const past = [...declared, closed()];
    pausing(past).thenRefused('MISSION_CLOSED', []);
    resuming(past).thenRefused('MISSION_CLOSED', []);
    closing(past).thenRefused('MISSION_CLOSED', []);
  });

  it('that is closed begins nothing new, while what is open may still be answered', () => {
    const ended = [...open, invited(TENANTS, 'MEMBER'), closed()];
    const sending = (type: 'InviteOrganisation' | 'ListMember', more: object = {}) =>
      mission(ended).when(type, MISSION, { organisationId: BANK, role: 'MEMBER', ...more }, { by: CITY });
    sending('InviteOrganisation').thenRefused('MISSION_CLOSED', []);
    sending('ListMember', { source: { dataset: 'Budgets', record: '1' } }).thenRefused('MISSION_CLOSED', []);
    mission(ended)
      .when('JoinMission', MISSION, { role: 'MEMBER' }, { by: LANDLORDS })
      .thenRefused('MISSION_CLOSED', []);
    mission(ended).when('JoinMission', MISSION, { role: 'MEMBER' }, { by: TENANTS }).then(joined(TENANTS, 'MEMBER'));
  });
});
