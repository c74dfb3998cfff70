import { organisationDecider } from '@maillage/directory';
import type { DomainEvent } from '@maillage/kernel';
import { given, id } from '../../../../test/harness/given.js';
import { missionDecider } from './decider.js';
import type { MissionEvent, Role } from './events.js';
import type { MissionState } from './state.js';

export const [CITY, LANDLORDS, TENANTS, BANK, STRANGER] = [id(1), id(2), id(3), id(4), id(9)] as const;
export const MISSION = id(100);
/** The day that commands are dated, where a spec says nothing. */
export const ON = '2026-03-01';

export const endless = {
  title: 'Logement digne',
  challenge: 'Every household in Rennes lives in a decent dwelling by 2030.',
  hashtag: '#logement-digne',
  startsOn: '2026-01-01',
  places: [{ name: 'Rennes', country: 'FR', code: '35238' }],
  sdgs: ['11', '11.1'],
  openInvitation: false,
};
export const terms = { ...endless, endsOn: '2030-12-31' };
export const recorded = { ...terms, privateFields: [], on: ON };

export const joined = (organisationId: string, role: Role, more: object = {}) => ({
  type: 'MissionJoined',
  data: { organisationId, role, byInvitation: true, evidence: [], on: ON, ...more },
});
/** Into a role that is open to all. */
export const joinedOpenly = (organisationId: string, role: Role) =>
  joined(organisationId, role, { byInvitation: false });
export const invited = (organisationId: string, role: Role) => ({
  type: 'OrganisationInvited',
  data: { organisationId, role, on: ON },
});
export const left = (organisationId: string, ...roles: Role[]) => ({
  type: 'MissionLeft',
  data: { organisationId, roles, on: ON },
});
export const declared = [
  { type: 'MissionDeclared', data: { ...recorded, declaredBy: CITY } },
  joined(CITY, 'BACKBONE'),
];
export const open = [
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

export function mission(past: readonly DomainEvent[] = []) {
  return given(missionDecider, past).consulting(registered, [organisationDecider]);
}

export function fold(events: readonly DomainEvent[]): MissionState {
  return events.reduce((state, event) => missionDecider.evolve(state, event as MissionEvent), missionDecider.initial);
}
