import { describe, it, expect } from '@jest/globals';
import type { DomainEvent } from '@maillage/kernel';
import { AS_EVALUATOR } from '../../../../test/harness/evaluator.js';
import { NOON, projected, recorded } from '../../../../test/harness/given.js';
import {
  BANK,
  CITY,
  declared,
  endless,
  invited,
  joined,
  joinedOpenly,
  LANDLORDS,
  left,
  MISSION,
  ON,
  TENANTS,
  terms,
} from './mission.fixtures.js';
import { missions } from './view.js';

describe('The missions view', () => {
  const stream = `mission/${MISSION}`;
  const LATER = '2026-06-01T12:00:00.000Z';
  const show = (...events: readonly DomainEvent[]) =>
    projected(
      missions,
      events.map((event) => recorded(stream, event)),
    );

  it('shows a mission as it is now', () => {
    const { mission: rows } = show(...declared, {
      type: 'MissionRevised',
      data: { ...endless, openInvitation: true, privateFields: ['EVIDENCE_NOTES'], reason: 'Open-ended.' },
    });
    expect(rows).toEqual([
      {
        id: MISSION,
        title: terms.title,
        challenge: terms.challenge,
        hashtag: terms.hashtag,
        starts_on: '2026-01-01',
        ends_on: null,
        places: terms.places,
        sdgs: terms.sdgs,
        open_invitation: true,
        private_fields: ['EVIDENCE_NOTES'],
        declared_by: CITY,
        declared_at: NOON,
        closed_on: null,
        closed_as: null,
        closed_by: null,
        learned: null,
        learned_private: null,
        position: '1',
      },
    ]);
  });

  it('shows who takes part, in which roles', () => {
    const { mission_member } = show(...declared, joined(BANK, 'FUNDER'), joined(BANK, 'MEMBER'));
    expect(mission_member).toEqual([
      expect.objectContaining({ organisation_id: CITY, roles: ['BACKBONE'], position: '2' }),
      {
        mission_id: MISSION,
        organisation_id: BANK,
        roles: ['FUNDER', 'MEMBER'],
        by_invitation: true,
        qualification: null,
        evidence_links: [],
        joined_at: NOON,
        left_at: null,
        removal_reason: null,
        removal_reason_private: null,
        suspended_from: null,
        suspended_until: null,
        suspension_reason: null,
        suspension_reason_private: null,
        suspension_lifted_on: null,
        position: '3',
      },
    ]);
  });

  it('remembers who left, and begins anew when they come back', () => {
    const past = [
      recorded(stream, joined(BANK, 'FUNDER')),
      recorded(stream, left(BANK, 'FUNDER'), { recordedAt: LATER }),
    ];
    expect(projected(missions, past)['mission_member']).toEqual([
      expect.objectContaining({ roles: [], joined_at: NOON, left_at: LATER, position: '1' }),
    ]);
    const back = recorded(stream, joined(BANK, 'MEMBER'), { recordedAt: LATER });
    expect(projected(missions, [...past, back])['mission_member']).toEqual([
      expect.objectContaining({ roles: ['MEMBER'], joined_at: LATER, left_at: null, position: '3' }),
    ]);
  });

  it('shows what an evaluator said of itself, and who may read what is private', () => {
    const { noTies, qualification, evidence } = AS_EVALUATOR;
    const { mission_member } = show(
      ...declared,
      joined(BANK, 'EVALUATOR', { noTies, qualification, evidence }),
      joinedOpenly(TENANTS, 'MEMBER'),
      joinedOpenly(LANDLORDS, 'MEMBER'),
      joined(LANDLORDS, 'MEMBER'),
    );
    expect(mission_member?.slice(1)).toEqual([
      expect.objectContaining({ roles: ['MEMBER'], by_invitation: true }),
      expect.objectContaining({ qualification: null, evidence_links: [], by_invitation: false }),
      expect.objectContaining({ qualification, evidence_links: evidence, by_invitation: true }),
    ]);
  });

  it('shows a suspension, which leaving and coming back does not end, and a removal', () => {
    const suspension = { reason: 'No permit.', from: '2026-03-08', until: '2026-04-01', on: ON };
    const past = [
      ...declared,
      joined(BANK, 'FUNDER'),
      { type: 'MemberSuspended', data: { organisationId: BANK, ...suspension } },
      left(BANK, 'FUNDER'),
      joinedOpenly(BANK, 'FUNDER'),
    ];
    const suspended = {
      suspended_from: '2026-03-08',
      suspended_until: '2026-04-01',
      suspension_reason: 'No permit.',
    };
    expect(show(...past)['mission_member']?.[1]).toMatchObject({ ...suspended, by_invitation: false, left_at: null });
    const lifted = { type: 'SuspensionLifted', data: { organisationId: BANK, on: '2026-03-09' } };
    expect(show(...past, lifted)['mission_member']?.[1]).toMatchObject({
      ...suspended,
      suspension_lifted_on: '2026-03-09',
    });
    const removed = { organisationId: BANK, roles: ['FUNDER'], reason: 'No permit, again.', on: ON };
    expect(show(...past, { type: 'MemberRemoved', data: removed })['mission_member']?.[1]).toMatchObject({
      ...suspended,
      roles: [],
      left_at: NOON,
      removal_reason: 'No permit, again.',
    });
  });

  it('refers to a reason that stands beside the log by its salted hash', () => {
    const hashed = (n: string) => ({ sha256: n.repeat(32) });
    const suspension = { reason: hashed('ab'), from: '2026-03-08', until: '2026-04-01', on: ON };
    const removed = { organisationId: BANK, roles: ['FUNDER'], reason: hashed('cd'), on: ON };
    const past = [
      ...declared,
      joined(BANK, 'FUNDER'),
      { type: 'MemberSuspended', data: { organisationId: BANK, ...suspension } },
      { type: 'MemberRemoved', data: removed },
    ];
    expect(show(...past)['mission_member']?.[1]).toMatchObject({
      suspension_reason: null,
      suspension_reason_private: { path: '/reason', ...hashed('ab') },
      removal_reason: null,
      removal_reason_private: { path: '/reason', ...hashed('cd') },
    });
  });

  it('shows whom a source lists, until it joins in that role or is taken off', () => {
    const source = { dataset: 'Budgets', record: '3' };
    const listed = (organisationId: string, role: string) => ({
      type: 'MemberListed',
      data: { organisationId, role, source, on: ON },
    });
    const past = [...declared, listed(BANK, 'FUNDER'), listed(BANK, 'MEMBER'), listed(TENANTS, 'MEMBER')];
    const row = { mission_id: MISSION, source, listed_on: ON };
    const { mission_listing, mission_member } = show(...past, joined(BANK, 'FUNDER'));
    expect(mission_listing).toEqual([
      { ...row, organisation_id: TENANTS, role: 'MEMBER', position: '5' },
      { ...row, organisation_id: BANK, role: 'MEMBER', position: '4' },
    ]);
    expect(mission_member).toHaveLength(2);
    const off = { organisationId: TENANTS, roles: ['MEMBER'], reason: 'Another.', on: ON };
    expect(show(...past, { type: 'MemberRemoved', data: off })['mission_listing']).toHaveLength(2);
  });

  it('shows the place that a backbone offers, until that is answered', () => {
    const proposed = { type: 'BackboneHandoverProposed', data: { organisationId: CITY, successorId: BANK, on: ON } };
    expect(show(...declared, proposed)['mission_handover']).toEqual([
      { mission_id: MISSION, organisation_id: CITY, successor_id: BANK, proposed_on: ON, position: '3' },
    ]);
    const handedOver = { type: 'BackboneHandedOver', data: { organisationId: CITY, successorId: BANK, on: ON } };
    const { mission_handover, mission_member } = show(...declared, proposed, joined(BANK, 'BACKBONE'), handedOver);
    expect(mission_handover).toEqual([]);
    expect(mission_member).toEqual([
      expect.objectContaining({ organisation_id: CITY, roles: ['MEMBER'] }),
      expect.objectContaining({ organisation_id: BANK, roles: ['BACKBONE'] }),
    ]);
  });

  it('shows each invitation and what became of it', () => {
    const { mission_invitation } = show(
      invited(LANDLORDS, 'MEMBER'),
      invited(TENANTS, 'MEMBER'),
      invited(BANK, 'FUNDER'),
      { type: 'InvitationWithdrawn', data: { organisationId: TENANTS, role: 'MEMBER' } },
      joined(TENANTS, 'MEMBER'),
      joined(BANK, 'FUNDER'),
      joined(BANK, 'MEMBER'),
    );
    expect(mission_invitation).toEqual([
      expect.objectContaining({ organisation_id: LANDLORDS, state: 'OPEN', invited_at: NOON, position: '1' }),
      expect.objectContaining({ organisation_id: TENANTS, state: 'WITHDRAWN' }),
      expect.objectContaining({ organisation_id: BANK, role: 'FUNDER', state: 'ACCEPTED' }),
    ]);
  });

  it('reopens an invitation extended again', () => {
    const { mission_invitation } = show(
      invited(BANK, 'FUNDER'),
      joined(BANK, 'FUNDER'),
      left(BANK, 'FUNDER'),
      invited(BANK, 'FUNDER'),
    );
    expect(mission_invitation).toEqual([expect.objectContaining({ state: 'OPEN', position: '4' })]);
  });

  it('shows every pause, how each ended, and how the mission did', () => {
    const by = { organisationId: CITY, reason: 'Rain.' };
    const pause = (on: string, reassessBy: string) => ({ type: 'MissionPaused', data: { ...by, reassessBy, on } });
    const { mission, mission_pause } = show(
      ...declared,
      pause('2026-03-01', '2026-04-01'),
      {
        type: 'MissionResumed',
        data: { ...by, pausedOn: '2026-03-01', outcome: 'REDEFINED', learned: 'Less.', on: '2026-03-20' },
      },
      pause('2026-05-01', '2026-06-01'),
      {
        type: 'MissionClosed',
        data: { ...by, pausedOn: '2026-05-01', outcome: 'ENDED', learned: 'Enough.', on: '2026-05-30' },
      },
    );
    expect(mission_pause).toEqual([
      expect.objectContaining({ reassess_by: '2026-04-01', ended_on: '2026-03-20', outcome: 'REDEFINED' }),
      expect.objectContaining({ reassess_by: '2026-06-01', ended_on: '2026-05-30', outcome: null, resumed_by: null }),
    ]);
    expect(mission).toEqual([
      expect.objectContaining({ closed_on: '2026-05-30', closed_as: 'ENDED', closed_by: CITY, learned: 'Enough.' }),
    ]);
  });

  it('halts on what it never saw begin', () => {
    expect(() => show({ type: 'MissionRevised', data: { ...terms, reason: 'x' } })).toThrow(/finds no row/);
    expect(() => show(left(BANK, 'FUNDER'))).toThrow(/finds no row/);
    expect(() => show({ type: 'InvitationWithdrawn', data: { organisationId: BANK, role: 'FUNDER' } })).toThrow(
      /finds no row/,
    );
  });
});
