import { describe, it, expect } from '@jest/globals';
import { erasable, upcast } from '@maillage/kernel';
import { AS_EVALUATOR } from '../../../../test/harness/evaluator.js';
import { provenance } from '../../../../test/harness/given.js';
import { missionDecider } from './decider.js';
import { missionEvents, ROLES, type Role } from './events.js';
import {
  BANK,
  CITY,
  declared,
  fold,
  invited,
  joined,
  joinedOpenly,
  left,
  mission,
  MISSION,
  ON,
  open,
  STRANGER,
  TENANTS,
} from './mission.fixtures.js';
import { isMember } from './state.js';

/** What the role takes to join in it. */
const as = (role: Role) => (role === 'EVALUATOR' ? AS_EVALUATOR : { role });

describe('An invitation', () => {
  it('is extended by a backbone to a registered organisation', () => {
    mission(declared)
      .when('InviteOrganisation', MISSION, { organisationId: TENANTS, role: 'MEMBER' }, { by: CITY })
      .then(invited(TENANTS, 'MEMBER'));
  });

  it('is extended to a member for a further role', () => {
    mission([...declared, joined(TENANTS, 'MEMBER')])
      .when('InviteOrganisation', MISSION, { organisationId: TENANTS, role: 'EVALUATOR' }, { by: CITY })
      .then(invited(TENANTS, 'EVALUATOR'));
  });

  it('is not extended by anyone else', () => {
    mission([...declared, joined(BANK, 'FUNDER')])
      .when('InviteOrganisation', MISSION, { organisationId: TENANTS, role: 'MEMBER' }, { by: BANK })
      .thenRefused('NOT_BACKBONE', []);
  });

  it('is not extended to an organisation nobody registered', () => {
    mission(declared)
      .when('InviteOrganisation', MISSION, { organisationId: STRANGER, role: 'MEMBER' }, { by: CITY })
      .thenRefused('UNKNOWN_ORGANISATION', ['organisationId']);
  });

  it('is not extended twice while it is open', () => {
    mission([...declared, invited(TENANTS, 'MEMBER')])
      .when('InviteOrganisation', MISSION, { organisationId: TENANTS, role: 'MEMBER' }, { by: CITY })
      .thenRefused('ALREADY_INVITED', ['role']);
  });

  it('is not extended for a role the organisation holds', () => {
    mission([...declared, joined(TENANTS, 'MEMBER')])
      .when('InviteOrganisation', MISSION, { organisationId: TENANTS, role: 'MEMBER' }, { by: CITY })
      .thenRefused('ALREADY_MEMBER', ['role']);
  });

  it('is withdrawn by a backbone, and then no longer opens the door', () => {
    const invitation = { organisationId: TENANTS, role: 'MEMBER' };
    const withdrawn = { type: 'InvitationWithdrawn', data: { ...invitation, on: ON } };
    mission([...declared, invited(TENANTS, 'MEMBER')])
      .when('WithdrawInvitation', MISSION, invitation, { by: CITY })
      .then(withdrawn);
    mission([...declared, invited(TENANTS, 'MEMBER'), withdrawn])
      .when('JoinMission', MISSION, { role: 'MEMBER' }, { by: TENANTS })
      .thenRefused('NOT_INVITED', ['role']);
  });

  it('is not withdrawn by anyone else, nor once it is accepted', () => {
    const data = { organisationId: TENANTS, role: 'MEMBER' };
    mission([...declared, invited(TENANTS, 'MEMBER'), joined(BANK, 'FUNDER')])
      .when('WithdrawInvitation', MISSION, data, { by: BANK })
      .thenRefused('NOT_BACKBONE', []);
    mission([...declared, invited(TENANTS, 'MEMBER'), joined(TENANTS, 'MEMBER')])
      .when('WithdrawInvitation', MISSION, data, { by: CITY })
      .thenRefused('NOT_INVITED', ['organisationId']);
  });
});

describe('Joining', () => {
  it.each(['MEMBER', 'FUNDER'] as const)('an open mission as %s needs no invitation', (role) => {
    mission(open).when('JoinMission', MISSION, { role }, { by: BANK }).then(joinedOpenly(BANK, role));
  });

  it.each(['BACKBONE', 'EVALUATOR'] as const)('as %s needs an invitation, however open the mission', (role) => {
    mission(open).when('JoinMission', MISSION, { role }, { by: BANK }).thenRefused('NOT_INVITED', ['role']);
    mission([...open, invited(BANK, role)])
      .when('JoinMission', MISSION, as(role), { by: BANK })
      .then(joined(BANK, role, as(role)));
  });

  it.each(ROLES)('a mission that is not open as %s needs an invitation to that role', (role) => {
    mission(declared).when('JoinMission', MISSION, { role }, { by: BANK }).thenRefused('NOT_INVITED', ['role']);
    mission([...declared, invited(BANK, role)])
      .when('JoinMission', MISSION, as(role), { by: BANK })
      .then(joined(BANK, role, as(role)));
  });

  it('by an invitation to another role is refused', () => {
    mission([...declared, invited(BANK, 'MEMBER')])
      .when('JoinMission', MISSION, { role: 'FUNDER' }, { by: BANK })
      .thenRefused('NOT_INVITED', ['role']);
  });

  it('takes a registered organisation', () => {
    mission(open)
      .when('JoinMission', MISSION, { role: 'MEMBER' }, { by: STRANGER })
      .thenRefused('UNKNOWN_ORGANISATION', []);
  });

  it('adds a further role, but not the same one twice', () => {
    mission([...open, joined(BANK, 'FUNDER')])
      .when('JoinMission', MISSION, { role: 'MEMBER' }, { by: BANK })
      .then(joinedOpenly(BANK, 'MEMBER'));
    mission([...open, joined(BANK, 'FUNDER')])
      .when('JoinMission', MISSION, { role: 'FUNDER' }, { by: BANK })
      .thenRefused('ALREADY_MEMBER', ['role']);
  });

  it('is for the organisation itself alone: nobody is named by another', () => {
    const input = { role: 'MEMBER', organisationId: BANK };
    expect(missionDecider.commands.JoinMission.data.safeParse(input).success).toBe(false);
  });

  it('recorded before invitations were told apart was by one: whoever took part read everything then', () => {
    const old = { organisationId: BANK, role: 'FUNDER' };
    expect(upcast('MissionJoined', missionEvents.MissionJoined, 1, old, provenance)).toEqual(
      joined(BANK, 'FUNDER').data,
    );
  });

  it('by invitation is open to whoever took the role while it was open to all, once', () => {
    const past = [...open, joinedOpenly(BANK, 'FUNDER')];
    mission(past)
      .when('InviteOrganisation', MISSION, { organisationId: BANK, role: 'FUNDER' }, { by: CITY })
      .then(invited(BANK, 'FUNDER'));
    mission([...past, invited(BANK, 'FUNDER')])
      .when('JoinMission', MISSION, { role: 'FUNDER' }, { by: BANK })
      .then(joined(BANK, 'FUNDER'));
    const now = [...past, invited(BANK, 'FUNDER'), joined(BANK, 'FUNDER')];
    expect(fold(now).members[BANK]).toEqual(['FUNDER']);
    mission(now)
      .when('InviteOrganisation', MISSION, { organisationId: BANK, role: 'FUNDER' }, { by: CITY })
      .thenRefused('ALREADY_MEMBER', ['role']);
  });
});

describe('An evaluator', () => {
  const asked = [...declared, invited(BANK, 'EVALUATOR')];
  const joining = (data: object) => mission(asked).when('JoinMission', MISSION, data, { by: BANK });
  const { noTies, qualification, evidence } = AS_EVALUATOR;

  it('denies ties, says what qualifies it, and shows it', () => {
    joining(AS_EVALUATOR).then(joined(BANK, 'EVALUATOR', { noTies, qualification, evidence }));
  });

  it('is refused without any of the three', () => {
    joining({ role: 'EVALUATOR', qualification, evidence }).thenRefused('TIES_NOT_DENIED', ['noTies']);
    joining({ ...AS_EVALUATOR, noTies: false }).thenRefused('TIES_NOT_DENIED', ['noTies']);
    joining({ role: 'EVALUATOR', noTies, evidence }).thenRefused('QUALIFICATION_MISSING', ['qualification']);
    joining({ role: 'EVALUATOR', noTies, qualification }).thenRefused('QUALIFICATION_NOT_SHOWN', ['evidence']);
    const long = { ...AS_EVALUATOR, qualification: 'x'.repeat(501) };
    expect(missionDecider.commands.JoinMission.data.safeParse(long).success).toBe(false);
  });

  it('alone is asked that: another role takes no such words', () => {
    const parsed = missionDecider.commands.JoinMission.data.safeParse({ role: 'MEMBER', qualification });
    expect(parsed.error?.issues).toEqual([expect.objectContaining({ path: ['role'] })]);
  });
});

describe('Leaving', () => {
  it('gives up all roles at once, with a reason if one is given', () => {
    mission([...declared, joined(BANK, 'FUNDER'), joined(BANK, 'MEMBER')])
      .when('LeaveMission', MISSION, { reason: 'The programme ended.' }, { by: BANK })
      .then({
        type: 'MissionLeft',
        data: {
          organisationId: BANK,
          roles: ['FUNDER', 'MEMBER'],
          reason: erasable('The programme ended.'),
          concernedIds: [CITY],
          on: ON,
        },
      });
    mission([...declared, joined(BANK, 'FUNDER')])
      .when('LeaveMission', MISSION, {}, { by: BANK })
      .then(left(BANK, 'FUNDER'));
  });

  it('names with its reason whoever keeps the mission together, or did, and so may be spoken of', () => {
    const handed = { type: 'BackboneHandedOver', data: { organisationId: CITY, successorId: TENANTS, on: ON } };
    const past = [...declared, joined(BANK, 'FUNDER'), joined(TENANTS, 'BACKBONE'), handed, left(CITY, 'MEMBER')];
    const data = { organisationId: BANK, roles: ['FUNDER'], reason: erasable('They owe us.'), on: ON };
    mission(past)
      .when('LeaveMission', MISSION, { reason: 'They owe us.' }, { by: BANK })
      .then({ type: 'MissionLeft', data: { ...data, concernedIds: [CITY, TENANTS] } });
  });

  it('is for members only', () => {
    mission([...declared, invited(BANK, 'FUNDER')])
      .when('LeaveMission', MISSION, {}, { by: BANK })
      .thenRefused('NOT_A_MEMBER', []);
  });

  it('is not for the last backbone', () => {
    mission([...declared, joined(BANK, 'FUNDER')])
      .when('LeaveMission', MISSION, {}, { by: CITY })
      .thenRefused('LAST_BACKBONE', []);
    mission([...declared, joined(BANK, 'BACKBONE')])
      .when('LeaveMission', MISSION, {}, { by: CITY })
      .then(left(CITY, 'BACKBONE'));
  });

  it('is not for good: an organisation may come back', () => {
    const past = [...open, joined(BANK, 'FUNDER'), left(BANK, 'FUNDER')];
    expect(isMember(fold(past), BANK)).toBe(false);
    mission(past).when('JoinMission', MISSION, { role: 'FUNDER' }, { by: BANK }).then(joinedOpenly(BANK, 'FUNDER'));
  });
});
