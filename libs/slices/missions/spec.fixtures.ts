import { createHash } from 'node:crypto';
import type { DomainEvent } from '@maillage/kernel';
import type { Query } from '@maillage/engine';
import type { Sector } from '@maillage/directory';
import { toEntries } from '@maillage/ledger';
import { id, NOON } from '../../../test/harness/given.js';
import { openNetwork } from '../../../test/harness/network.js';
import type { Role } from './mission/events.js';

export const [CITY, LANDLORDS, TENANTS, BANK] = [id(1), id(2), id(3), id(4)] as const;
export const [HOUSING, CLIMATE, CLIMATE_TOO] = [id(100), id(101), id(102)] as const;
export const [DWELLINGS, COLD_HOMES, TONNES] = [id(200), id(201), id(202)] as const;
export const NOWHERE = id(999);
const ON = '2026-03-01';

const registered = (name: string, sector: Sector, own: string) => ({
  type: 'OrganisationRegistered',
  data: { name, sector, controlGroupId: own },
});
const declared = (terms: { title: string; challenge: string; hashtag: string; sdgs: readonly string[] }) => ({
  type: 'MissionDeclared',
  data: { ...terms, places: [], openInvitation: false, declaredBy: CITY, on: ON },
});
const joined = (organisationId: string, role: Role, byInvitation = true) => ({
  type: 'MissionJoined',
  data: { organisationId, role, byInvitation, evidence: [], on: ON },
});
const invited = (organisationId: string, role: Role) => ({
  type: 'OrganisationInvited',
  data: { organisationId, role, on: ON },
});
const defined = (missionId: string, name: string, more: object = {}) => ({
  type: 'IndicatorDefined',
  data: {
    missionId,
    name,
    unit: 'dwelling',
    mode: 'REACH',
    direction: 'INCREASE',
    aggregation: 'LATEST',
    dimensions: [],
    reporterIds: [LANDLORDS],
    targets: [],
    sdgs: [],
    definedBy: CITY,
    on: ON,
    ...more,
  },
});
const measured = (missionId: string, measurementId: string, value: string, to: string, more: object = {}) => ({
  type: 'MeasurementRecorded',
  data: {
    missionId,
    measurementId,
    recordedBy: LANDLORDS,
    value,
    period: { from: '2026-01-01', to },
    categories: [],
    definitionVersion: 1,
    capacity: 'REPORTER',
    evidence: [],
    ...more,
  },
});

/** The log, stream by stream in this order: positions follow from it. */
const LOG: Readonly<Record<string, readonly DomainEvent[]>> = {
  [`organisation/${CITY}`]: [registered('City of Rennes', 'PUBLIC', CITY)],
  [`organisation/${LANDLORDS}`]: [registered('Landlords', 'PRIVATE', LANDLORDS)],
  [`organisation/${TENANTS}`]: [registered('Tenants', 'CIVIL_SOCIETY', TENANTS)],
  [`organisation/${BANK}`]: [registered('Bank', 'PRIVATE', BANK)],
  [`mission/${HOUSING}`]: [
    declared({ title: 'Logement digne', challenge: '100 % decent homes.', hashtag: '#logement', sdgs: ['11.1'] }),
    joined(CITY, 'BACKBONE'),
    invited(LANDLORDS, 'MEMBER'),
    joined(LANDLORDS, 'MEMBER'),
    joined(LANDLORDS, 'FUNDER'),
    joined(TENANTS, 'MEMBER'),
    joined(BANK, 'FUNDER'),
    { type: 'MissionLeft', data: { organisationId: BANK, roles: ['FUNDER'], on: ON } },
    invited(BANK, 'EVALUATOR'),
    invited(TENANTS, 'FUNDER'),
    { type: 'InvitationWithdrawn', data: { organisationId: TENANTS, role: 'FUNDER', on: ON } },
  ],
  [`mission/${CLIMATE}`]: [
    declared({ title: 'Rennes_zéro', challenge: 'No carbon by 2040.', hashtag: '#été', sdgs: ['13', '1'] }),
    joined(CITY, 'BACKBONE'),
    joined(BANK, 'FUNDER'),
  ],
  [`mission/${CLIMATE_TOO}`]: [
    declared({ title: 'Brest zéro', challenge: 'Warm homes without gas.', hashtag: '#été', sdgs: [] }),
    joined(CITY, 'BACKBONE'),
  ],
  [`indicator/${DWELLINGS}`]: [
    defined(HOUSING, 'Dwellings renovated', {
      baseline: { value: '100' },
      targets: [{ targetId: 'main', value: '500', dueOn: '2030-12-31', categories: [] }],
    }),
    {
      type: 'IndicatorTargetRevised',
      data: {
        missionId: HOUSING,
        definitionVersion: 1,
        target: { targetId: 'main', value: '300', categories: [] },
        reason: 'Fewer were found to need it.',
        on: ON,
      },
    },
    measured(HOUSING, id(301), '150', '2026-03-01', { evidence: [{ url: 'https://rennes.example/q1' }] }),
    measured(HOUSING, id(302), '90', '2026-01-31'),
    measured(HOUSING, id(303), '12', '2026-03-02', { place: { name: 'Villejean', code: '35238-7' } }),
    measured(HOUSING, id(304), '7', '2026-03-02', { group: 'over 75' }),
    {
      type: 'MeasurementCorrected',
      data: {
        missionId: HOUSING,
        measurementId: id(301),
        value: '200.5',
        period: { from: '2026-01-01', to: '2026-03-01' },
        categories: [],
        evidence: [],
        reason: 'A street was left out.',
      },
    },
  ],
  [`indicator/${COLD_HOMES}`]: [
    defined(HOUSING, 'Cold homes', {
      direction: 'DECREASE',
      baseline: { value: '80' },
      targets: [{ targetId: 'main', value: '0', categories: [] }],
    }),
    measured(HOUSING, id(301), '20', '2026-02-01', { place: { name: 'Villejean' } }),
  ],
  [`indicator/${TONNES}`]: [defined(CLIMATE, 'Carbon', { unit: 'tonne_co2e' })],
};

/** Every event of it is folded before anything is asked. */
export const HEAD = String(Object.values(LOG).flat().length);

/** A network that holds the log above. */
export async function openMissions() {
  const network = await openNetwork();
  for (const [index, [stream, events]] of Object.entries(LOG).entries()) {
    const commandId = id(9000 + index);
    await network.ledger.append({
      commandId,
      digest: createHash('sha256').update(commandId).digest(),
      expected: [{ stream, version: 0n }],
      entries: toEntries(network.registry.events, events, 0n, {
        stream,
        actor: { organisation: stream.includes('indicator') ? LANDLORDS : CITY },
        commandId,
        recordedAt: NOON,
      }),
    });
  }
  await network.project();

  return {
    ...network,
    /** What the query finds for each of the keys, by one statement. */
    batch: async <Args, Value>(
      query: Query<{ keys: readonly string[]; args: Args }, readonly Value[]>,
      keys: readonly string[],
      args: Args,
    ): Promise<readonly Value[]> => {
      network.spent();
      const values = await query.run(network.database, { keys, args });
      const spent = network.spent().length;
      if (spent !== 1) throw new Error(`${query.name} sent ${spent} statements.`);
      return values;
    },
  };
}
export type OpenMissions = Awaited<ReturnType<typeof openMissions>>;
