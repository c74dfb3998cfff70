import { describe, it, expect } from '@jest/globals';
import type { DomainEvent } from '@maillage/kernel';
import { id, NOON, projected, recorded } from '../../../../test/harness/given.js';
import type { Role } from './events.js';
import { missions } from './view.js';

const CITY = id(1);
const LANDLORDS = id(2);
const TENANTS = id(3);
const BANK = id(4);
const MISSION = id(100);

const endless = {
  title: 'Logement digne',
  challenge: 'Every household in Rennes lives in a decent dwelling by 2030.',
  hashtag: '#logement-digne',
  startsOn: '2026-01-01',
  places: [{ name: 'Rennes', country: 'FR', code: '35238' }],
  sdgs: ['11', '11.1'],
  openInvitation: false,
  privateFields: [],
};
const terms = { ...endless, endsOn: '2030-12-31' };
const joined = (organisationId: string, role: Role) => ({ type: 'MissionJoined', data: { organisationId, role } });
const invited = (organisationId: string, role: Role) => ({
  type: 'OrganisationInvited',
  data: { organisationId, role },
});
const left = (organisationId: string, ...roles: Role[]) => ({ type: 'MissionLeft', data: { organisationId, roles } });
const declared = [{ type: 'MissionDeclared', data: { ...terms, declaredBy: CITY } }, joined(CITY, 'BACKBONE')];

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
        joined_at: NOON,
        left_at: null,
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

  it('halts on what it never saw begin', () => {
    expect(() => show({ type: 'MissionRevised', data: { ...terms, reason: 'x' } })).toThrow(/finds no row/);
    expect(() => show(left(BANK, 'FUNDER'))).toThrow(/finds no row/);
    expect(() => show({ type: 'InvitationWithdrawn', data: { organisationId: BANK, role: 'FUNDER' } })).toThrow(
      /finds no row/,
    );
  });
});
