import { createHash } from 'node:crypto';
import type { DomainEvent, EventTypes } from '@maillage/kernel';
import { Loaders, prepareViews, type Bus, type GraphqlContext, type Query } from '@maillage/engine';
import { directory, organisationDecider, type Sector } from '@maillage/directory';
import { Ledger, toEntries } from '@maillage/ledger';
import { Database, systemClock } from '@maillage/platform';
import { id, NOON } from '../../../test/harness/given.js';
import { freshDatabase } from '../../../test/harness/services.js';
import { indicatorDecider } from './indicator/decider.js';
import { missionDecider } from './mission/decider.js';
import type { Role } from './mission/events.js';
import { missionsSlice } from './slice.js';

export const [CITY, LANDLORDS, TENANTS, BANK] = [id(1), id(2), id(3), id(4)] as const;
export const [HOUSING, CLIMATE, CLIMATE_TOO] = [id(100), id(101), id(102)] as const;
export const [DWELLINGS, COLD_HOMES, TONNES] = [id(200), id(201), id(202)] as const;
export const NOWHERE = id(999);

const types: EventTypes = Object.assign(
  {},
  ...[organisationDecider, missionDecider, indicatorDecider].map(({ events }) => events),
) as EventTypes;

const registered = (name: string, sector: Sector, own: string) => ({
  type: 'OrganisationRegistered',
  data: { name, sector, controlGroupId: own },
});
const declared = (terms: { title: string; challenge: string; hashtag: string; sdgs: readonly string[] }) => ({
  type: 'MissionDeclared',
  data: { ...terms, places: [], openInvitation: false, declaredBy: CITY },
});
const joined = (organisationId: string, role: Role) => ({ type: 'MissionJoined', data: { organisationId, role } });
const invited = (organisationId: string, role: Role) => ({
  type: 'OrganisationInvited',
  data: { organisationId, role },
});
const defined = (missionId: string, name: string, more: object = {}) => ({
  type: 'IndicatorDefined',
  data: { missionId, name, unit: 'dwelling', direction: 'INCREASE', sdgs: [], ...more },
});
const measured = (missionId: string, measurementId: string, value: string, to: string, more: object = {}) => ({
  type: 'MeasurementRecorded',
  data: {
    missionId,
    measurementId,
    recordedBy: LANDLORDS,
    value,
    period: { from: '2026-01-01', to },
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
    { type: 'MissionLeft', data: { organisationId: BANK, roles: ['FUNDER'] } },
    invited(BANK, 'EVALUATOR'),
    invited(TENANTS, 'FUNDER'),
    { type: 'InvitationWithdrawn', data: { organisationId: TENANTS, role: 'FUNDER' } },
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
      target: { value: '500', dueOn: '2030-12-31' },
    }),
    {
      type: 'IndicatorTargetRevised',
      data: { missionId: HOUSING, target: { value: '300' }, reason: 'Fewer were found to need it.' },
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
        evidence: [],
        reason: 'A street was left out.',
      },
    },
  ],
  [`indicator/${COLD_HOMES}`]: [
    defined(HOUSING, 'Cold homes', { direction: 'DECREASE', baseline: { value: '80' }, target: { value: '0' } }),
    measured(HOUSING, id(301), '20', '2026-02-01', { place: { name: 'Villejean' } }),
  ],
  [`indicator/${TONNES}`]: [defined(CLIMATE, 'Carbon', { unit: 'tonne_co2e' })],
};

/** Every event of it is folded before anything is asked. */
export const HEAD = String(Object.values(LOG).flat().length);

/** The log above on a database of its own, folded into views. */
export async function openMissions() {
  const fresh = await freshDatabase('migrated');
  const statements: string[] = [];
  const database = new Database({ url: fresh.url, schema: 'maillage', poolSize: 4 }, undefined, (event) => {
    statements.push(event.query.sql);
  });
  const ledger = new Ledger(database, types);
  for (const [index, [stream, events]] of Object.entries(LOG).entries()) {
    const commandId = id(9000 + index);
    await ledger.append({
      commandId,
      digest: createHash('sha256').update(commandId).digest(),
      expected: [{ stream, version: 0n }],
      entries: toEntries(types, events, 0n, {
        stream,
        actor: { organisation: stream.includes('indicator') ? LANDLORDS : CITY },
        commandId,
        recordedAt: NOON,
      }),
    });
  }
  await prepareViews(
    database,
    ledger,
    [directory, missionsSlice].flatMap(({ views }) => views),
  );
  const bus = {
    ask: <Input, Output>(query: Query<Input, Output>, input: Input) => query.run(database, input),
  } as unknown as Bus;

  return {
    database,
    bus,
    /** The statements since this was asked last. */
    spent: () => statements.splice(0),
    /** What the query finds for each of the keys, by one statement. */
    batch: async <Args, Value>(
      query: Query<{ keys: readonly string[]; args: Args }, readonly Value[]>,
      keys: readonly string[],
      args: Args,
    ): Promise<readonly Value[]> => {
      statements.splice(0);
      const values = await query.run(database, { keys, args });
      if (statements.length !== 1) throw new Error(`${query.name} sent ${statements.length} statements.`);
      return values;
    },
    /** Of one operation, by the public. */
    context: (): GraphqlContext => ({
      principal: undefined,
      requestId: 'spec',
      clock: systemClock,
      loaders: new Loaders(bus),
    }),
    close: async () => {
      await database.close();
      await fresh.drop();
    },
  };
}
export type OpenMissions = Awaited<ReturnType<typeof openMissions>>;
