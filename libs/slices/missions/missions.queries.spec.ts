import { afterAll, beforeAll, describe, it, expect } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { DomainEvent, EventTypes } from '@maillage/kernel';
import {
  ConnectionArgs,
  Loaders,
  PageError,
  prepareViews,
  writeCursor,
  type Bus,
  type GraphqlContext,
  type Query,
  type Recorder,
} from '@maillage/engine';
import { directory, organisationDecider, type Sector } from '@maillage/directory';
import { Ledger, toEntries } from '@maillage/ledger';
import { Database, systemClock } from '@maillage/platform';
import { id, NOON } from '../../../test/harness/given.js';
import { freshDatabase, type FreshDatabase } from '../../../test/harness/services.js';
import { indicatorDecider } from './indicator/decider.js';
import { indicatorOf, IndicatorResolver, MissionIndicatorsResolver } from './indicator/graphql.js';
import { MeasurementsArgs } from './indicator/inputs.js';
import {
  correctionsOfMeasurement,
  indicatorById,
  indicatorsOfMission,
  latestMeasurementOfIndicator,
  measurementById,
  measurementsOfIndicator,
  standingOfIndicator,
  targetsOfIndicator,
} from './indicator/queries.js';
import { MeasurementResolver } from './indicator/measurement.graphql.js';
import { missionDecider } from './mission/decider.js';
import type { Role } from './mission/events.js';
import { MembershipResolver, MissionResolver } from './mission/graphql.js';
import { MembershipArgs, MissionsArgs } from './mission/inputs.js';
import {
  membersBySectorOfMission,
  membershipsOfOrganisation,
  membersOfMission,
  missionById,
  missionPage,
  openInvitationsOfMission,
} from './mission/queries.js';
import { missionsSlice } from './slice.js';

const [CITY, LANDLORDS, TENANTS, BANK] = [id(1), id(2), id(3), id(4)] as const;
const [HOUSING, CLIMATE, CLIMATE_TOO] = [id(100), id(101), id(102)] as const;
const [DWELLINGS, COLD_HOMES, TONNES] = [id(200), id(201), id(202)] as const;
const NOWHERE = id(999);

const slices = [directory, missionsSlice];
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
const HEAD = String(Object.values(LOG).flat().length);

let fresh: FreshDatabase;
let database: Database;
let statements: string[];

beforeAll(async () => {
  fresh = await freshDatabase('migrated');
  statements = [];
  database = new Database({ url: fresh.url, schema: 'maillage', poolSize: 4 }, undefined, (event) => {
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
    slices.flatMap(({ views }) => views),
  );
});

afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const batch = async <Args, Value>(
  query: Query<{ keys: readonly string[]; args: Args }, readonly Value[]>,
  keys: readonly string[],
  args: Args,
): Promise<readonly Value[]> => {
  statements = [];
  const values = await query.run(database, { keys, args });
  expect(statements).toHaveLength(1);
  return values;
};

/** As Nest hands arguments on. */
const made = <Args extends object>(type: new () => Args, given: Partial<Args>): Args =>
  Object.assign(new type(), given);

describe('Missions', () => {
  const ids = async (input: Parameters<typeof missionPage.run>[1]) =>
    (await missionPage.run(database, input)).rows.map((row) => row.id);

  it('come by id, in the order asked', async () => {
    const rows = await batch(missionById, [CLIMATE, NOWHERE, HOUSING], null);
    expect(rows.map((row) => row?.title)).toEqual(['Rennes_zéro', undefined, 'Logement digne']);
    expect(rows[2]).toMatchObject({ sdgs: ['11.1'], places: [], starts_on: null, declared_at: NOON, position: '5' });
  });

  it('are listed newest first, page by page', async () => {
    const first = await missionPage.run(database, { first: 2 });
    expect(first.rows.map((row) => row.id)).toEqual([CLIMATE_TOO, CLIMATE]);
    expect(first.hasNextPage).toBe(true);
    const after = first.cursors.at(-1);
    expect(await missionPage.run(database, { first: 2, after })).toMatchObject({
      rows: [{ id: HOUSING }],
      hasNextPage: false,
    });
  });

  it('are found by a part of the title, the challenge or the hashtag, taken literally but for case and accents', async () => {
    expect(await ids({ search: 'ZÉRO' })).toEqual([CLIMATE_TOO, CLIMATE]);
    expect(await ids({ search: 'zero' })).toEqual([CLIMATE_TOO, CLIMATE]);
    expect(await ids({ search: '#ete' })).toEqual([CLIMATE_TOO, CLIMATE]);
    expect(await ids({ search: 'homes' })).toEqual([CLIMATE_TOO, HOUSING]);
    expect(await ids({ search: '_' })).toEqual([CLIMATE]);
    expect(await ids({ search: '%' })).toEqual([HOUSING]);
  });

  it('are found by hashtag, however it is typed', async () => {
    expect(await ids({ hashtag: '#été'.normalize('NFD') })).toEqual([CLIMATE_TOO, CLIMATE]);
    expect(await ids({ hashtag: '#et' })).toEqual([]);
  });

  it('are found by goal with its targets, and by nothing that only looks like it', async () => {
    expect(await ids({ sdg: '11' })).toEqual([HOUSING]);
    expect(await ids({ sdg: '11.1' })).toEqual([HOUSING]);
    expect(await ids({ sdg: '1' })).toEqual([CLIMATE]);
  });

  it('are found by who takes part now', async () => {
    expect(await ids({ memberId: CITY })).toEqual([CLIMATE_TOO, CLIMATE, HOUSING]);
    expect(await ids({ memberId: BANK })).toEqual([CLIMATE]);
    expect(await ids({ memberId: CITY, hashtag: '#logement' })).toEqual([HOUSING]);
  });

  it('refuse a cursor that is none of theirs', async () => {
    for (const key of ['x', '1; drop table mission', '9'.repeat(19), '-1']) {
      await expect(missionPage.run(database, { after: writeCursor([key]) })).rejects.toThrow(PageError);
    }
  });
});

describe('Members', () => {
  it('come in the order of joining, those that left only when asked for', async () => {
    const [housing, climate, none] = await batch(membersOfMission, [HOUSING, CLIMATE, NOWHERE], {});
    expect(housing?.rows.map((row) => [row.organisation_id, row.roles])).toEqual([
      [CITY, ['BACKBONE']],
      [LANDLORDS, ['MEMBER', 'FUNDER']],
      [TENANTS, ['MEMBER']],
    ]);
    expect(climate?.rows.map((row) => row.organisation_id)).toEqual([CITY, BANK]);
    expect(none).toEqual({
      rows: [],
      cursors: [],
      hasNextPage: false,
      hasPreviousPage: false,
      totalCount: undefined,
      computedAt: HEAD,
    });

    const [all] = await batch(membersOfMission, [HOUSING], { includeFormer: true });
    expect(all?.rows.at(-1)).toMatchObject({ organisation_id: BANK, roles: [], left_at: NOON });
  });

  it('are filtered by role and paged apart for each mission', async () => {
    const [funders] = await batch(membersOfMission, [HOUSING], { role: 'FUNDER' as const });
    expect(funders?.rows.map((row) => row.organisation_id)).toEqual([LANDLORDS]);

    const [housing, climate, brest] = await batch(membersOfMission, [HOUSING, CLIMATE, CLIMATE_TOO], { first: 1 });
    expect([housing, climate, brest].map((page) => [page?.rows.length, page?.hasNextPage])).toEqual([
      [1, true],
      [1, true],
      [1, false],
    ]);
    const after = housing?.cursors[0];
    const [next] = await batch(membersOfMission, [HOUSING], { first: 1, after });
    expect(next?.rows.map((row) => row.organisation_id)).toEqual([LANDLORDS]);
  });

  it('are counted over all pages by their sector, those that left not among them', async () => {
    const [nowhere, housing, climate] = await batch(membersBySectorOfMission, [NOWHERE, HOUSING, CLIMATE], null);
    const counts = (counted: typeof climate) =>
      Object.fromEntries(counted?.sectors.map(({ sector, organisations }) => [sector, organisations]) ?? []);
    expect(counts(nowhere)).toEqual({ PUBLIC: 0, PRIVATE: 0, CIVIL_SOCIETY: 0, UNDECLARED: 0 });
    expect(counts(housing)).toEqual({ PUBLIC: 1, PRIVATE: 1, CIVIL_SOCIETY: 1, UNDECLARED: 0 });
    expect(counts(climate)).toEqual({ PUBLIC: 1, PRIVATE: 1, CIVIL_SOCIETY: 0, UNDECLARED: 0 });
    expect([nowhere, housing, climate].map((counted) => counted?.computedAt)).toEqual([HEAD, HEAD, HEAD]);
  });

  it('are counted at the lowest position of the views they are counted from', async () => {
    const move = (name: string, position: string) =>
      database.pool.query('update view_checkpoint set position = $2 where name = $1', [name, position]);
    for (const [behind, at] of [
      ['organisations', '3'],
      ['missions', '4'],
    ] as const) {
      await move(behind, at);
      const [counted] = await batch(membersBySectorOfMission, [CLIMATE], null);
      expect(counted?.computedAt).toBe(at);
      const [page] = await batch(membersOfMission, [CLIMATE], {});
      expect(page?.computedAt).toBe(behind === 'missions' ? at : HEAD);
      await move(behind, HEAD);
    }
  });

  it('are found from the organisation', async () => {
    const [city, bank] = await batch(membershipsOfOrganisation, [CITY, BANK], { includeFormer: true });
    expect(city?.rows.map((row) => row.mission_id)).toEqual([HOUSING, CLIMATE, CLIMATE_TOO]);
    expect(bank?.rows.map((row) => row.mission_id)).toEqual([HOUSING, CLIMATE]);
  });

  it('are invited until they accept or the invitation is withdrawn', async () => {
    const [open, none] = await batch(openInvitationsOfMission, [HOUSING, CLIMATE], null);
    expect(open).toMatchObject([{ organisation_id: BANK, role: 'EVALUATOR' }]);
    expect(none).toEqual([]);
  });
});

describe('Indicators', () => {
  it('come by mission in the order of definition', async () => {
    const [housing, climate] = await batch(indicatorsOfMission, [HOUSING, CLIMATE], { first: 1 });
    expect(housing).toMatchObject({ rows: [{ id: DWELLINGS }], hasNextPage: true });
    expect(climate).toMatchObject({ rows: [{ id: TONNES }], hasNextPage: false });
    const after = housing?.cursors[0];
    const [next] = await batch(indicatorsOfMission, [HOUSING], { after });
    expect(next?.rows.map((row) => row.id)).toEqual([COLD_HOMES]);
    const [one, none] = await batch(indicatorById, [TONNES, NOWHERE], null);
    expect([one?.unit, none]).toEqual(['tonne_co2e', undefined]);
  });

  it('keep every target', async () => {
    const [targets, none] = await batch(targetsOfIndicator, [DWELLINGS, TONNES], null);
    expect(targets).toMatchObject([
      { value: '500', due_on: '2030-12-31', reason: null },
      { value: '300', due_on: null, reason: 'Fewer were found to need it.' },
    ]);
    expect(none).toEqual([]);
  });
});

describe('Measurements', () => {
  const values = async (args: Parameters<typeof measurementsOfIndicator.run>[1]['args']) => {
    const [page] = await batch(measurementsOfIndicator, [DWELLINGS], args);
    return page?.rows.map((row) => row.value);
  };

  it('come by the end of their period, then as recorded', async () => {
    expect(await values({})).toEqual(['90', '200.5', '12', '7']);
    const [page] = await batch(measurementsOfIndicator, [DWELLINGS], { first: 3 });
    expect(page?.hasNextPage).toBe(true);
    expect(await values({ after: page?.cursors.at(-1) })).toEqual(['7']);
  });

  it('are filtered by place, by its name or its code, and by group', async () => {
    expect(await values({ place: 'Villejean' })).toEqual(['12']);
    expect(await values({ place: '35238-7' })).toEqual(['12']);
    expect(await values({ group: 'over 75' })).toEqual(['7']);
    expect(await values({ place: 'Villejean', group: 'over 75' })).toEqual([]);
  });

  it('refuse a cursor that is none of theirs', async () => {
    for (const key of [['2026-02-30', '1'], ['2026-02-01', 'x'], ['1']]) {
      const run = measurementsOfIndicator.run(database, { keys: [DWELLINGS], args: { after: writeCursor(key) } });
      await expect(run).rejects.toThrow(PageError);
    }
  });

  it('have a latest one, in all and of everybody everywhere', async () => {
    const keys = [DWELLINGS, COLD_HOMES, TONNES];
    const any = await batch(latestMeasurementOfIndicator, keys, null);
    expect(any.map((row) => row?.value)).toEqual(['7', '20', undefined]);
    const overall = await batch(standingOfIndicator, keys, null);
    expect(overall.map((standing) => standing?.measurement?.value)).toEqual(['200.5', undefined, undefined]);
    expect(overall.map((standing) => [standing?.baseline_value, standing?.target_value])).toEqual([
      ['100', '300'],
      ['80', '0'],
      [null, null],
    ]);
    const [nowhere] = await batch(standingOfIndicator, [NOWHERE], null);
    expect(nowhere).toBeUndefined();
  });

  it('are told apart by indicator where two share an id', async () => {
    const keys = [`${COLD_HOMES}/${id(301)}`, `${TONNES}/${id(301)}`, `${DWELLINGS}/${id(301)}`];
    const rows = await batch(measurementById, keys, null);
    expect(rows.map((row) => row?.value)).toEqual(['20', undefined, '200.5']);
    expect(rows[2]).toMatchObject({
      corrected: true,
      original: { value: '150', period_to: '2026-03-01', evidence: [{ url: 'https://rennes.example/q1' }] },
    });
    const corrections = await batch(correctionsOfMeasurement, keys, null);
    expect(corrections).toMatchObject([[], [], [{ value: '200.5', reason: 'A street was left out.' }]]);
  });
});

describe('A page of missions', () => {
  const bus = {
    ask: <Input, Output>(query: Query<Input, Output>, input: Input) => query.run(database, input),
  } as unknown as Bus;
  const contextOf = (): GraphqlContext => ({
    principal: undefined,
    requestId: 'spec',
    clock: systemClock,
    loaders: new Loaders(bus),
  });
  // Nothing is recorded here.
  const recorder = undefined as unknown as Recorder;
  const missions = new MissionResolver(bus, recorder);
  const indicators = new IndicatorResolver(recorder);

  it('reads indicators and progress in three statements, however many missions and indicators', async () => {
    statements = [];
    const context = contextOf();
    const page = await missions.missions(made(MissionsArgs, { first: 100 }));
    const progress = await Promise.all(
      page.nodes.map(async (mission) => {
        const list = await new MissionIndicatorsResolver().indicators(
          mission,
          made(ConnectionArgs, { first: 20 }),
          context,
        );
        return Promise.all(list.nodes.map((indicator) => indicators.progress(indicator, context)));
      }),
    );
    expect(progress).toMatchObject([
      [],
      [{ state: 'NOT_MEASURED', share: null, value: null, measurement: null }],
      [
        { state: 'MEASURED', share: '0.5025', value: '200.5', measurement: { corrected: true }, computedAt: HEAD },
        { state: 'NOT_MEASURED', share: null },
      ],
    ]);
    expect(statements).toHaveLength(3);
  });

  it('reads members, their organisations and sectors in four, and says at which position', async () => {
    statements = [];
    const context = contextOf();
    const { nodes } = await missions.missions(made(MissionsArgs, { first: 100 }));
    const [sectors, names] = await Promise.all([
      Promise.all(nodes.map((mission) => missions.membersBySector(mission, context))),
      Promise.all(
        nodes.map(async (mission) => {
          const members = await missions.members(
            mission,
            made(MembershipArgs, { first: 20, includeFormer: false }),
            context,
          );
          const organisations = members.nodes.map((member) => new MembershipResolver().organisation(member, context));
          return (await Promise.all(organisations)).map((organisation) => organisation?.row.name);
        }),
      ),
    ]);
    expect(sectors.at(-1)).toEqual([
      { sector: 'PUBLIC', organisations: 1, computedAt: HEAD },
      { sector: 'PRIVATE', organisations: 1, computedAt: HEAD },
      { sector: 'CIVIL_SOCIETY', organisations: 1, computedAt: HEAD },
      { sector: 'UNDECLARED', organisations: 0, computedAt: HEAD },
    ]);
    expect(names).toEqual([['City of Rennes'], ['City of Rennes', 'Bank'], ['City of Rennes', 'Landlords', 'Tenants']]);
    expect(statements).toHaveLength(4);
  });

  it('shows a measurement with what it said before', async () => {
    const context = contextOf();
    const indicator = await indicatorOf(context, DWELLINGS);
    if (indicator === null) throw new Error('It was defined.');
    const list = await indicators.measurements(indicator, made(MeasurementsArgs, { first: 20 }), context);
    const corrected = list.nodes.find((each) => each.corrected);
    expect(corrected?.original).toMatchObject({ value: '150', period: { from: '2026-01-01', to: '2026-03-01' } });
    if (corrected === undefined) throw new Error('One was corrected.');
    const [correction] = await new MeasurementResolver().corrections(corrected, context);
    expect(correction).toMatchObject({ reason: 'A street was left out.', correctedById: LANDLORDS });
  });
});
