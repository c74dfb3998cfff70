import { describe, it, expect } from '@jest/globals';
import { erasable, plusDays, type DomainEvent } from '@maillage/kernel';
import {
  BANK,
  CITY,
  declared,
  fold,
  invited,
  joined,
  left,
  mission,
  MISSION,
  ON,
  open,
  STRANGER,
  TENANTS,
} from './mission.fixtures.js';
import { isListed, isMember, suspensionOn } from './state.js';

const source = { dataset: 'Budgets of the region', record: '2026/3' };
const reason = 'Works without a permit.';
const day = (days: number) => plusDays(ON, days);
const noonOn = (date: string) => `${date}T12:00:00.000Z`;
const withBank: readonly DomainEvent[] = [...declared, joined(BANK, 'FUNDER')];

const listed = (organisationId: string, role = 'MEMBER') => ({
  type: 'MemberListed',
  data: { organisationId, role, source, on: ON },
});
const suspended = (organisationId: string, until: string) => ({
  type: 'MemberSuspended',
  data: { organisationId, reason: erasable(reason), from: day(7), until, on: ON },
});
const removed = (organisationId: string, ...roles: string[]) => ({
  type: 'MemberRemoved',
  data: { organisationId, roles, reason: erasable(reason), on: ON },
});

describe('An organisation that a source lists', () => {
  const listing = { organisationId: TENANTS, role: 'MEMBER', source };

  it('is listed by a backbone, and takes no part from that', () => {
    mission(declared).when('ListMember', MISSION, listing, { by: CITY }).then(listed(TENANTS));
    const state = fold([...declared, listed(TENANTS)]);
    expect([isListed(state, TENANTS), isMember(state, TENANTS)]).toEqual([true, false]);
  });

  it('is listed by nobody else, and only if it is registered', () => {
    mission(withBank).when('ListMember', MISSION, listing, { by: BANK }).thenRefused('NOT_BACKBONE', []);
    mission(declared)
      .when('ListMember', MISSION, { ...listing, organisationId: STRANGER }, { by: CITY })
      .thenRefused('UNKNOWN_ORGANISATION', ['organisationId']);
  });

  it('is listed once in a role, and not in one that it holds', () => {
    mission([...declared, listed(TENANTS)])
      .when('ListMember', MISSION, listing, { by: CITY })
      .thenRefused('ALREADY_LISTED', ['role']);
    mission(withBank)
      .when('ListMember', MISSION, { ...listing, organisationId: BANK, role: 'FUNDER' }, { by: CITY })
      .thenRefused('ALREADY_MEMBER', ['role']);
  });

  it('joins like any other, and is then listed in that role no more', () => {
    const past = [...declared, listed(TENANTS), listed(TENANTS, 'FUNDER')];
    mission(past)
      .when('JoinMission', MISSION, { role: 'MEMBER' }, { by: TENANTS })
      .thenRefused('NOT_INVITED', ['role']);
    const state = fold([...past, invited(TENANTS, 'MEMBER'), joined(TENANTS, 'MEMBER')]);
    expect([state.listed[TENANTS], state.members[TENANTS]]).toEqual([['FUNDER'], ['MEMBER']]);
  });

  it('is taken off the list by a backbone', () => {
    mission([...declared, listed(TENANTS)])
      .when('RemoveMember', MISSION, { organisationId: TENANTS, reason }, { by: CITY })
      .then(removed(TENANTS, 'MEMBER'));
    expect(isListed(fold([...declared, listed(TENANTS), removed(TENANTS, 'MEMBER')]), TENANTS)).toBe(false);
  });
});

describe('A suspension', () => {
  const suspending = (until: string, past = withBank, at = noonOn(ON)) =>
    mission(past).when('SuspendMember', MISSION, { organisationId: BANK, until, reason }, { by: CITY, at });

  it('has effect from the eighth day on and until its last one', () => {
    suspending(day(60)).then(suspended(BANK, day(60)));
    const state = fold([...withBank, suspended(BANK, day(60))]);
    const effective = [0, 6, 7, 60, 61].filter((days) => suspensionOn(state, BANK, day(days)) !== undefined);
    expect(effective).toEqual([7, 60]);
  });

  it('lasts until the ninetieth day at most, and at least until it has effect', () => {
    suspending(day(90)).then(suspended(BANK, day(90)));
    suspending(day(91)).thenRefused('SUSPENSION_OUT_OF_RANGE', ['until']);
    suspending(day(7)).then(suspended(BANK, day(7)));
    suspending(day(6)).thenRefused('SUSPENSION_OUT_OF_RANGE', ['until']);
  });

  it('is not followed by another within 180 days of its end, whether or not the member left and came back', () => {
    const back = [...withBank, suspended(BANK, day(10)), left(BANK, 'FUNDER'), joined(BANK, 'FUNDER')];
    suspending(day(200), back, noonOn(day(190))).thenRefused('SUSPENDED_RECENTLY', ['organisationId']);
    suspending(day(200), back, noonOn(day(191))).then({
      type: 'MemberSuspended',
      data: { organisationId: BANK, reason: erasable(reason), from: day(198), until: day(200), on: day(191) },
    });
    expect(suspensionOn(fold(back), BANK, day(8))).toBeDefined();
  });

  it('is by a backbone and of a member, other than itself', () => {
    const data = { organisationId: BANK, until: day(30), reason };
    mission([...withBank, joined(TENANTS, 'MEMBER')])
      .when('SuspendMember', MISSION, data, { by: TENANTS })
      .thenRefused('NOT_BACKBONE', []);
    mission(declared)
      .when('SuspendMember', MISSION, data, { by: CITY })
      .thenRefused('NOT_A_MEMBER', ['organisationId']);
    mission(declared)
      .when('SuspendMember', MISSION, { ...data, organisationId: CITY }, { by: CITY })
      .thenRefused('YOUR_OWN_MEMBERSHIP', ['organisationId']);
  });
});

describe('Lifting a suspension', () => {
  const until = day(60);
  const lifted = (days: number) => ({ type: 'SuspensionLifted', data: { organisationId: BANK, on: day(days) } });
  const lifting = (days: number, past: readonly DomainEvent[] = [...withBank, suspended(BANK, until)], by = CITY) =>
    mission(past).when('LiftSuspension', MISSION, { organisationId: BANK }, { by, at: noonOn(day(days)) });
  const effectiveDays = (past: readonly DomainEvent[]) =>
    [7, 19, 20, 60].filter((days) => suspensionOn(fold(past), BANK, day(days)) !== undefined);

  it('ends it on that day, or before it began, as long as it is not over', () => {
    lifting(20).then(lifted(20));
    expect(effectiveDays([...withBank, suspended(BANK, until), lifted(20)])).toEqual([7, 19]);
    lifting(2).then(lifted(2));
    expect(effectiveDays([...withBank, suspended(BANK, until), lifted(2)])).toEqual([]);
    lifting(60).then(lifted(60));
    lifting(61).thenRefused('NOT_SUSPENDED', ['organisationId']);
  });

  it('is done once, and only of one that there is', () => {
    const past = [...withBank, suspended(BANK, until), lifted(20)];
    lifting(20, past).thenRefused('NOT_SUSPENDED', ['organisationId']);
    lifting(20, withBank).thenRefused('NOT_SUSPENDED', ['organisationId']);
  });

  it('is not followed by another within 180 days', () => {
    const again = (days: number, past: readonly DomainEvent[]) =>
      mission(past).when(
        'SuspendMember',
        MISSION,
        { organisationId: BANK, until: day(days + 30), reason },
        { by: CITY, at: noonOn(day(days)) },
      );
    const past = [...withBank, suspended(BANK, until), lifted(20)];
    again(199, past).thenRefused('SUSPENDED_RECENTLY', ['organisationId']);
    again(200, past).then({
      type: 'MemberSuspended',
      data: { organisationId: BANK, reason: erasable(reason), from: day(207), until: day(230), on: day(200) },
    });
  });

  it('is told of where it keeps another from being recorded: as what it was, and not as what never had effect', () => {
    const again = (past: readonly DomainEvent[]) =>
      mission(past).when(
        'SuspendMember',
        MISSION,
        { organisationId: BANK, until: day(60), reason },
        { by: CITY, at: noonOn(day(30)) },
      );
    const path = ['organisationId'];
    const before = [...withBank, suspended(BANK, until), lifted(2)];
    again(before).thenRefused('SUSPENDED_RECENTLY', path, /lifted on \S+, before it began; .* again from/);
    const after = [...withBank, suspended(BANK, until), lifted(20)];
    again(after).thenRefused('SUSPENDED_RECENTLY', path, /was suspended until \S+; .* again from/);
  });

  it('is by a backbone other than the member itself', () => {
    const past = [...withBank, suspended(BANK, until), joined(TENANTS, 'MEMBER')];
    lifting(20, past, TENANTS).thenRefused('NOT_BACKBONE', []);
    lifting(20, [...past, joined(BANK, 'BACKBONE')], BANK).thenRefused('YOUR_OWN_MEMBERSHIP', ['organisationId']);
  });

  it('serves one that left meanwhile, too', () => {
    lifting(20, [...withBank, suspended(BANK, until), left(BANK, 'FUNDER')]).then(lifted(20));
  });
});

describe('A removal', () => {
  const removing = (organisationId: string, past = withBank, by = CITY) =>
    mission(past).when('RemoveMember', MISSION, { organisationId, reason }, { by });

  it('takes all the roles, and invitations to more with them', () => {
    removing(BANK).then(removed(BANK, 'FUNDER'));
    removing(BANK, [...withBank, invited(BANK, 'MEMBER')]).then(
      { type: 'InvitationWithdrawn', data: { organisationId: BANK, role: 'MEMBER', on: ON } },
      removed(BANK, 'FUNDER'),
    );
    expect(isMember(fold([...withBank, removed(BANK, 'FUNDER')]), BANK)).toBe(false);
  });

  it('lets nobody back by the open door, but by an invitation', () => {
    const past = [...open, joined(BANK, 'FUNDER'), removed(BANK, 'FUNDER')];
    mission(past).when('JoinMission', MISSION, { role: 'FUNDER' }, { by: BANK }).thenRefused('NOT_INVITED', ['role']);
    mission([...past, invited(BANK, 'FUNDER')])
      .when('JoinMission', MISSION, { role: 'FUNDER' }, { by: BANK })
      .then(joined(BANK, 'FUNDER'));
  });

  it('is by a backbone, of somebody who takes part, and never of a backbone', () => {
    removing(BANK, [...withBank, joined(TENANTS, 'MEMBER')], TENANTS).thenRefused('NOT_BACKBONE', []);
    removing(TENANTS).thenRefused('NOT_A_MEMBER', ['organisationId']);
    removing(CITY).thenRefused('YOUR_OWN_MEMBERSHIP', ['organisationId']);
    removing(BANK, [...declared, joined(BANK, 'BACKBONE')]).thenRefused('BACKBONE_NOT_REMOVED', ['organisationId']);
  });
});

describe('An invitation that is not wanted', () => {
  it('is declined by the invited, who may be invited again', () => {
    const data = { organisationId: BANK, role: 'FUNDER', reason: erasable(reason), concernedIds: [CITY], on: ON };
    const declined = { type: 'InvitationDeclined', data };
    mission([...declared, invited(BANK, 'FUNDER')])
      .when('DeclineInvitation', MISSION, { role: 'FUNDER', reason }, { by: BANK })
      .then(declined);
    mission([...declared, invited(BANK, 'FUNDER'), declined])
      .when('InviteOrganisation', MISSION, { organisationId: BANK, role: 'FUNDER' }, { by: CITY })
      .then(invited(BANK, 'FUNDER'));
  });

  it('is declined by nobody else, nor in another role', () => {
    const past = [...declared, invited(BANK, 'FUNDER')];
    mission(past)
      .when('DeclineInvitation', MISSION, { role: 'FUNDER' }, { by: TENANTS })
      .thenRefused('NOT_INVITED', ['role']);
    mission(past)
      .when('DeclineInvitation', MISSION, { role: 'MEMBER' }, { by: BANK })
      .thenRefused('NOT_INVITED', ['role']);
  });
});
