import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal, upcast, type CommandOf } from '@maillage/kernel';
import { organisationDecider } from '@maillage/directory';
import { AS_EVALUATOR } from '../../../../test/harness/evaluator.js';
import { id, NOON, provenance } from '../../../../test/harness/given.js';
import type { MissionCommands } from './commands.js';
import { missionDecider } from './decider.js';
import { hashtag, missionEvents, missionTerms, ROLES, type Role } from './events.js';
import { SDG_CODES, sdgs } from '../sdg.js';
import {
  BANK,
  CITY,
  declared,
  endless,
  fold,
  joined,
  LANDLORDS,
  mission,
  MISSION,
  ON,
  open,
  recorded,
  STRANGER,
  TENANTS,
  terms,
} from './mission.fixtures.js';
import { hasRole } from './state.js';

describe('A mission', () => {
  it('is declared by an organisation, which becomes its backbone', () => {
    mission()
      .when('DeclareMission', MISSION, terms, { by: CITY })
      .then(...declared);
  });

  it('is not declared twice', () => {
    mission(declared).when('DeclareMission', MISSION, terms, { by: BANK }).thenRefused('MISSION_EXISTS', ['id']);
  });

  it('is not declared by an organisation nobody registered', () => {
    mission().when('DeclareMission', MISSION, terms, { by: STRANGER }).thenRefused('UNKNOWN_ORGANISATION', []);
  });

  it('takes no command before it is declared', () => {
    const revision = { ...terms, reason: 'New dates.' };
    const role = { organisationId: BANK, role: 'FUNDER' };
    mission().when('ReviseMission', MISSION, revision, { by: CITY }).thenRefused('UNKNOWN_MISSION', ['id']);
    mission().when('InviteOrganisation', MISSION, role, { by: CITY }).thenRefused('UNKNOWN_MISSION', ['id']);
    mission().when('WithdrawInvitation', MISSION, role, { by: CITY }).thenRefused('UNKNOWN_MISSION', ['id']);
    mission().when('JoinMission', MISSION, { role: 'FUNDER' }, { by: BANK }).thenRefused('UNKNOWN_MISSION', ['id']);
    mission().when('LeaveMission', MISSION, {}, { by: BANK }).thenRefused('UNKNOWN_MISSION', ['id']);
  });

  it('is revised by a backbone, with a reason', () => {
    const revision = { ...terms, title: 'Un logement digne pour tous', reason: 'The council chose a clearer name.' };
    mission(declared)
      .when('ReviseMission', MISSION, revision, { by: CITY })
      .then({ type: 'MissionRevised', data: { ...revision, privateFields: [], on: ON } });
  });

  it('asks for privacy as it declares or revises itself, and goes on asking until it says otherwise', () => {
    const reason = 'Frank reviews.';
    const asking = { ...terms, privateFields: ['REVIEW_COMMENTS'] };
    const askedFor = (privateFields: readonly string[]) => ({
      type: 'MissionRevised',
      data: { ...terms, privateFields, reason, on: ON },
    });
    mission()
      .when('DeclareMission', MISSION, terms, { by: CITY })
      .then(...declared);
    mission(declared)
      .when('ReviseMission', MISSION, { ...asking, reason }, { by: CITY })
      .then(askedFor(['REVIEW_COMMENTS']));
    const asked = [...declared, askedFor(['REVIEW_COMMENTS'])];
    mission(asked)
      .when('ReviseMission', MISSION, { ...terms, reason }, { by: CITY })
      .then(askedFor(['REVIEW_COMMENTS']));
    mission(asked)
      .when('ReviseMission', MISSION, { ...terms, privateFields: [], reason }, { by: CITY })
      .then(askedFor([]));
  });

  it('names what is to be private from a closed list, each once', () => {
    const accepts = (...privateFields: string[]) =>
      missionDecider.commands.DeclareMission.data.safeParse({ ...terms, privateFields }).success;
    expect(accepts('EVIDENCE_NOTES', 'REVIEW_COMMENTS')).toBe(true);
    expect([accepts('SCORES'), accepts('EVIDENCE_NOTES', 'EVIDENCE_NOTES')]).toEqual([false, false]);
  });

  it('recorded before privacy could be asked for has asked for none', () => {
    for (const [type, more] of [
      ['MissionDeclared', { declaredBy: CITY }],
      ['MissionRevised', { reason: 'New dates.' }],
    ] as const) {
      expect(upcast(type, missionEvents[type], 1, { ...terms, ...more }, provenance)).toEqual({ ...recorded, ...more });
    }
  });

  it('recorded before entries named a day was of the day it was recorded', () => {
    const invitation = { organisationId: BANK, role: 'FUNDER' };
    for (const [type, schema, old] of [
      ['MissionDeclared', 2, { ...terms, privateFields: [], declaredBy: CITY }],
      ['MissionRevised', 2, { ...terms, privateFields: [], reason: 'New dates.' }],
      ['OrganisationInvited', 1, invitation],
      ['InvitationWithdrawn', 1, invitation],
      ['MissionLeft', 1, { organisationId: BANK, roles: ['FUNDER'] }],
    ] as const) {
      expect(upcast(type, missionEvents[type], schema, old, provenance)).toEqual({ ...old, on: ON });
    }
  });

  it('is not revised by a member that is no backbone', () => {
    mission([...declared, joined(BANK, 'FUNDER')])
      .when('ReviseMission', MISSION, { ...terms, reason: 'I say so.' }, { by: BANK })
      .thenRefused('NOT_BACKBONE', []);
  });

  it('keeps what a revision does not name, and clears what it names with null', () => {
    const reason = 'Open-ended.';
    const revised = (data: object) => ({
      type: 'MissionRevised',
      data: { ...data, privateFields: [], reason, on: ON },
    });
    mission(declared)
      .when('ReviseMission', MISSION, { title: 'Un toit', reason }, { by: CITY })
      .then(revised({ ...terms, title: 'Un toit' }));
    mission(declared).when('ReviseMission', MISSION, { endsOn: null, reason }, { by: CITY }).then(revised(endless));
    mission(declared)
      .when('ReviseMission', MISSION, { sdgs: null, places: null, reason }, { by: CITY })
      .then(revised({ ...terms, sdgs: [], places: [] }));
    for (const field of ['title', 'challenge', 'hashtag', 'openInvitation']) {
      expect(missionDecider.commands.ReviseMission.data.safeParse({ [field]: null, reason }).success).toBe(false);
    }
  });

  it('does not end before it starts, whichever of the two a revision names', () => {
    mission(declared)
      .when('ReviseMission', MISSION, { startsOn: '2031-01-01', reason: 'Later.' }, { by: CITY })
      .thenRefused('ENDS_BEFORE_START', ['startsOn']);
    mission(declared)
      .when('ReviseMission', MISSION, { endsOn: '2025-12-31', reason: 'Earlier.' }, { by: CITY })
      .thenRefused('ENDS_BEFORE_START', ['endsOn']);
  });

  it('is open, or keeps texts private, and never both', () => {
    const privateFields = ['REVIEW_COMMENTS'];
    mission()
      .when('DeclareMission', MISSION, { ...terms, openInvitation: true, privateFields }, { by: CITY })
      .thenRefused('OPEN_AND_PRIVATE', ['privateFields']);
    mission(open)
      .when('ReviseMission', MISSION, { privateFields, reason: 'Frank.' }, { by: CITY })
      .thenRefused('OPEN_AND_PRIVATE', ['privateFields']);
    const asking = { type: 'MissionRevised', data: { ...terms, privateFields, reason: 'Frank.', on: ON } };
    mission([...declared, asking])
      .when('ReviseMission', MISSION, { openInvitation: true, reason: 'All are welcome.' }, { by: CITY })
      .thenRefused('OPEN_AND_PRIVATE', ['privateFields']);
    mission(open)
      .when('ReviseMission', MISSION, { privateFields, openInvitation: false, reason: 'Frank.' }, { by: CITY })
      .then(asking);
  });

  it('dates nothing before what it dated last', () => {
    const late = { type: 'MissionRevised', data: { ...recorded, reason: 'A clock ran fast.', on: '2026-03-05' } };
    mission([...declared, late])
      .when('InviteOrganisation', MISSION, { organisationId: BANK, role: 'FUNDER' }, { by: CITY })
      .then({ type: 'OrganisationInvited', data: { organisationId: BANK, role: 'FUNDER', on: '2026-03-05' } });
  });

  it('loses its end date when a recorded revision leaves it out', () => {
    const state = fold([
      ...declared,
      { type: 'MissionRevised', data: { ...endless, privateFields: [], reason: '…', on: ON } },
    ]);
    expect(state.endsOn).toBeUndefined();
    expect(state.startsOn).toBe('2026-01-01');
    expect(hasRole(state, CITY, 'BACKBONE')).toBe(true);
  });
});

/** What the role takes to join in it. */
const as = (role: Role) => (role === 'EVALUATOR' ? AS_EVALUATOR : { role });

describe('Whatever is asked of a mission', () => {
  const organisations = [CITY, LANDLORDS, TENANTS, BANK];
  const by = fc.constantFrom(...organisations);
  const role = fc.constantFrom(...ROLES);
  const request = fc.oneof(
    fc.record({
      type: fc.constant('JoinMission'),
      by,
      data: role.map((each) => ({ evidence: [], ...as(each) })),
    }),
    fc.record({ type: fc.constant('DeclineInvitation'), by, data: fc.record({ role }) }),
    fc.record({
      type: fc.constantFrom('ListMember', 'RemoveMember', 'SuspendMember', 'LiftSuspension'),
      by,
      data: fc.record({
        role,
        organisationId: by,
        until: fc.constant('2026-04-01'),
        reason: fc.constant('Why.'),
        source: fc.constant({ dataset: 'Budgets', record: '3' }),
      }),
    }),
    fc.record({ type: fc.constant('ProposeBackboneHandover'), by, data: fc.record({ successorId: by }) }),
    fc.record({
      type: fc.constantFrom('AcceptBackboneHandover', 'DeclineBackboneHandover', 'DropBackboneHandover'),
      by,
      data: fc.constant({}),
    }),
    fc.record({ type: fc.constant('LeaveMission'), by, data: fc.constant({}) }),
    fc.record({ type: fc.constant('InviteOrganisation'), by, data: fc.record({ role, organisationId: by }) }),
    fc.record({ type: fc.constant('WithdrawInvitation'), by, data: fc.record({ role, organisationId: by }) }),
  );
  const organisation = organisationDecider.evolve(organisationDecider.initial, {
    type: 'OrganisationRegistered',
    data: { name: 'An organisation', sector: 'PUBLIC', identifiers: [], controlGroupId: CITY },
  });

  it('it keeps a backbone, and every member and every invitation a role of its own', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(request, { maxLength: 60 }), (openInvitation, requests) => {
        let state = fold(openInvitation ? open : declared);
        for (const { type, by: actor, data } of requests) {
          const command = {
            type,
            data,
            id: MISSION,
            commandId: id(999),
            actor: { organisation: actor },
            scopes: ['write'],
            at: NOON,
          } as CommandOf<MissionCommands>;
          const decided = missionDecider.decide(command, state, { organisation, actor: organisation });
          if (isRefusal(decided)) continue;
          state = decided.reduce((folded, event) => missionDecider.evolve(folded, event), state);

          expect(Object.values(state.members).some((roles) => roles.includes('BACKBONE'))).toBe(true);
          for (const organisation of organisations) {
            const both = (state.listed[organisation] ?? []).filter((role) => hasRole(state, organisation, role));
            expect(both).toEqual([]);
          }
          const { members, invitations, listed } = state;
          for (const roles of [members, invitations, listed].flatMap((each) => Object.values(each))) {
            expect(roles.length).toBeGreaterThan(0);
            expect(new Set(roles).size).toBe(roles.length);
          }
        }
      }),
    );
  });
});

describe('The terms of a mission', () => {
  it.each(['#logement-digne', '#égalité', '#2030', '#住宅'])('take the hashtag %s', (tag) => {
    expect(hashtag.parse(tag)).toBe(tag);
  });

  it.each(['logement', '#', '#Logement', '#logement digne', '#-a', '#a_b', `#${'a'.repeat(60)}`])(
    'do not take the hashtag %s',
    (tag) => {
      expect(hashtag.safeParse(tag).success).toBe(false);
    },
  );

  it('compose a hashtag, so that one word is one tag however it was typed', () => {
    expect(hashtag.parse('#e\u0301galite\u0301')).toBe('#\u00e9galit\u00e9');
  });

  it('do not end before they start', () => {
    const parsed = missionTerms.safeParse({ ...terms, endsOn: '2025-12-31' });
    expect(parsed.error?.issues).toEqual([expect.objectContaining({ path: ['endsOn'] })]);
    expect(missionTerms.safeParse({ ...terms, endsOn: terms.startsOn }).success).toBe(true);
  });

  it('name places by a country code', () => {
    expect(missionTerms.safeParse({ ...terms, places: [{ name: 'Rennes', country: 'France' }] }).success).toBe(false);
  });

  it('know the 17 goals and 169 targets', () => {
    expect(SDG_CODES.size).toBe(17 + 169);
    expect(sdgs.parse(['1', '8.b', '11.1', '17.19'])).toHaveLength(4);
    for (const code of ['0', '18', '01', '11.8', '17.a', '8.c', '11.']) {
      expect(sdgs.safeParse([code]).success).toBe(false);
    }
  });
});
