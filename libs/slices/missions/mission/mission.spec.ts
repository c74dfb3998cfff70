import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal, upcast, type CommandOf, type DomainEvent } from '@maillage/kernel';
import { organisationDecider } from '@maillage/directory';
import { given, id, NOON, provenance } from '../../../../test/harness/given.js';
import type { MissionCommands } from './commands.js';
import { hasRole, isMember, missionDecider, type MissionState } from './decider.js';
import { hashtag, missionEvents, missionTerms, ROLES, type MissionEvent, type Role } from './events.js';
import { SDG_CODES, sdgs } from '../sdg.js';

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
};
const terms = { ...endless, endsOn: '2030-12-31' };
const recorded = { ...terms, privateFields: [] };
const joined = (organisationId: string, role: Role) => ({ type: 'MissionJoined', data: { organisationId, role } });
const invited = (organisationId: string, role: Role) => ({
  type: 'OrganisationInvited',
  data: { organisationId, role },
});
const left = (organisationId: string, ...roles: Role[]) => ({ type: 'MissionLeft', data: { organisationId, roles } });
const declared = [{ type: 'MissionDeclared', data: { ...recorded, declaredBy: CITY } }, joined(CITY, 'BACKBONE')];
const open = [
  { type: 'MissionDeclared', data: { ...recorded, openInvitation: true, declaredBy: CITY } },
  joined(CITY, 'BACKBONE'),
];

const registered = Object.fromEntries(
  [CITY, LANDLORDS, TENANTS, BANK].map((of) => [
    `organisation/${of}`,
    [
      {
        type: 'OrganisationRegistered',
        data: { name: `Organisation ${of}`, sector: 'PUBLIC', identifiers: [], controlGroupId: of },
      },
    ],
  ]),
);
const STRANGER = id(9);

function mission(past: readonly DomainEvent[] = []) {
  return given(missionDecider, past).consulting(registered, [organisationDecider]);
}

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
      .then({ type: 'MissionRevised', data: { ...revision, privateFields: [] } });
  });

  it('asks for privacy as it declares or revises itself, and goes on asking until it says otherwise', () => {
    const reason = 'Frank reviews.';
    const asking = { ...terms, privateFields: ['REVIEW_COMMENTS'] };
    const askedFor = (privateFields: readonly string[]) => ({
      type: 'MissionRevised',
      data: { ...terms, privateFields, reason },
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
      .when('ReviseMission', MISSION, { ...recorded, reason }, { by: CITY })
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

  it('is not revised by a member that is no backbone', () => {
    mission([...declared, joined(BANK, 'FUNDER')])
      .when('ReviseMission', MISSION, { ...terms, reason: 'I say so.' }, { by: BANK })
      .thenRefused('NOT_BACKBONE', []);
  });

  it('loses its end date when a revision leaves it out', () => {
    const state = fold([...declared, { type: 'MissionRevised', data: { ...endless, reason: 'Open-ended.' } }]);
    expect(state.endsOn).toBeUndefined();
    expect(state.startsOn).toBe('2026-01-01');
    expect(hasRole(state, CITY, 'BACKBONE')).toBe(true);
  });
});

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
    const withdrawn = { type: 'InvitationWithdrawn', data: { organisationId: TENANTS, role: 'MEMBER' } };
    mission([...declared, invited(TENANTS, 'MEMBER')])
      .when('WithdrawInvitation', MISSION, withdrawn.data, { by: CITY })
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
    mission(open).when('JoinMission', MISSION, { role }, { by: BANK }).then(joined(BANK, role));
  });

  it.each(['BACKBONE', 'EVALUATOR'] as const)('as %s needs an invitation, however open the mission', (role) => {
    mission(open).when('JoinMission', MISSION, { role }, { by: BANK }).thenRefused('NOT_INVITED', ['role']);
    mission([...open, invited(BANK, role)])
      .when('JoinMission', MISSION, { role }, { by: BANK })
      .then(joined(BANK, role));
  });

  it.each(ROLES)('a mission that is not open as %s needs an invitation to that role', (role) => {
    mission(declared).when('JoinMission', MISSION, { role }, { by: BANK }).thenRefused('NOT_INVITED', ['role']);
    mission([...declared, invited(BANK, role)])
      .when('JoinMission', MISSION, { role }, { by: BANK })
      .then(joined(BANK, role));
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
    mission(open)
      .when('JoinMission', MISSION, { role: 'MEMBER', organisationId: STRANGER }, { by: CITY })
      .thenRefused('UNKNOWN_ORGANISATION', ['organisationId']);
  });

  it('adds a further role, but not the same one twice', () => {
    mission([...open, joined(BANK, 'FUNDER')])
      .when('JoinMission', MISSION, { role: 'MEMBER' }, { by: BANK })
      .then(joined(BANK, 'MEMBER'));
    mission([...open, joined(BANK, 'FUNDER')])
      .when('JoinMission', MISSION, { role: 'FUNDER' }, { by: BANK })
      .thenRefused('ALREADY_MEMBER', ['role']);
  });

  it.each(['MEMBER', 'FUNDER', 'EVALUATOR'] as const)('a backbone enrols another organisation as %s', (role) => {
    mission(declared)
      .when('JoinMission', MISSION, { role, organisationId: BANK }, { by: CITY })
      .then(joined(BANK, role));
  });

  it('a backbone enrols nobody as another backbone', () => {
    mission([...declared, invited(BANK, 'BACKBONE')])
      .when('JoinMission', MISSION, { role: 'BACKBONE', organisationId: BANK }, { by: CITY })
      .thenRefused('BACKBONE_NOT_ENROLLED', ['role']);
  });

  it('nobody else enrols another organisation', () => {
    mission([...open, joined(TENANTS, 'MEMBER')])
      .when('JoinMission', MISSION, { role: 'MEMBER', organisationId: BANK }, { by: TENANTS })
      .thenRefused('NOT_BACKBONE', ['organisationId']);
  });
});

describe('Leaving', () => {
  it('gives up all roles at once, with a reason if one is given', () => {
    mission([...declared, joined(BANK, 'FUNDER'), joined(BANK, 'MEMBER')])
      .when('LeaveMission', MISSION, { reason: 'The programme ended.' }, { by: BANK })
      .then({
        type: 'MissionLeft',
        data: { organisationId: BANK, roles: ['FUNDER', 'MEMBER'], reason: 'The programme ended.' },
      });
    mission([...declared, joined(BANK, 'FUNDER')])
      .when('LeaveMission', MISSION, {}, { by: BANK })
      .then(left(BANK, 'FUNDER'));
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
    mission(past).when('JoinMission', MISSION, { role: 'FUNDER' }, { by: BANK }).then(joined(BANK, 'FUNDER'));
  });
});

describe('Whatever is asked of a mission', () => {
  const organisations = [CITY, LANDLORDS, TENANTS, BANK];
  const by = fc.constantFrom(...organisations);
  const role = fc.constantFrom(...ROLES);
  const request = fc.oneof(
    fc.record({ type: fc.constant('JoinMission'), by, data: fc.record({ role }) }),
    fc.record({ type: fc.constant('JoinMission'), by, data: fc.record({ role, organisationId: by }) }),
    fc.record({ type: fc.constant('LeaveMission'), by, data: fc.constant({}) }),
    fc.record({ type: fc.constant('InviteOrganisation'), by, data: fc.record({ role, organisationId: by }) }),
    fc.record({ type: fc.constant('WithdrawInvitation'), by, data: fc.record({ role, organisationId: by }) }),
  );
  const organisation = { registered: true, name: 'An organisation', controlGroupId: CITY };

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
          for (const roles of [...Object.values(state.members), ...Object.values(state.invitations)]) {
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

function fold(events: readonly DomainEvent[]): MissionState {
  return events.reduce((state, event) => missionDecider.evolve(state, event as MissionEvent), missionDecider.initial);
}
