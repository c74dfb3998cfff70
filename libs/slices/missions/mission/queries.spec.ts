import { afterAll, beforeAll, describe, it, expect } from '@jest/globals';
import { PageError, writeCursor } from '@maillage/engine';
import { NOON } from '../../../../test/harness/given.js';
import {
  BANK,
  CITY,
  CLIMATE,
  CLIMATE_TOO,
  HEAD,
  HOUSING,
  LANDLORDS,
  NOWHERE,
  openMissions,
  TENANTS,
  type OpenMissions,
} from '../spec.fixtures.js';
import {
  membersBySectorOfMission,
  membershipsOfOrganisation,
  membersOfMission,
  missionById,
  missionPage,
  openInvitationsOfMission,
} from './queries.js';

let opened: OpenMissions;
let batch: OpenMissions['batch'];
beforeAll(async () => {
  opened = await openMissions();
  ({ batch } = opened);
});
afterAll(() => opened.close());

describe('Missions', () => {
  const ids = async (input: Parameters<typeof missionPage.run>[1]) =>
    (await missionPage.run(opened.database, input)).rows.map((row) => row.id);

  it('come by id, in the order asked', async () => {
    const rows = await batch(missionById, [CLIMATE, NOWHERE, HOUSING], null);
    expect(rows.map((row) => row?.title)).toEqual(['Rennes_zéro', undefined, 'Logement digne']);
    expect(rows[2]).toMatchObject({ sdgs: ['11.1'], places: [], starts_on: null, declared_at: NOON, position: '5' });
  });

  it('are listed newest first, page by page', async () => {
    const first = await missionPage.run(opened.database, { first: 2 });
    expect(first.rows.map((row) => row.id)).toEqual([CLIMATE_TOO, CLIMATE]);
    expect(first.hasNextPage).toBe(true);
    const after = first.cursors.at(-1);
    expect(await missionPage.run(opened.database, { first: 2, after })).toMatchObject({
      rows: [{ id: HOUSING }],
      hasNextPage: false,
    });
  });

  it('are found by words of the title, the challenge and the hashtag, taken literally but for case and accents', async () => {
    expect(await ids({ search: 'ZÉRO' })).toEqual([CLIMATE_TOO, CLIMATE]);
    expect(await ids({ search: 'zero' })).toEqual([CLIMATE_TOO, CLIMATE]);
    expect(await ids({ search: '#ete' })).toEqual([CLIMATE_TOO, CLIMATE]);
    expect(await ids({ search: 'homes' })).toEqual([CLIMATE_TOO, HOUSING]);
    expect(await ids({ search: 'ZERO brest' })).toEqual([CLIMATE_TOO]);
    expect(await ids({ search: 'été rennes carbon' })).toEqual([CLIMATE]);
    expect(await ids({ search: 'rennes gas' })).toEqual([]);
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
      await expect(missionPage.run(opened.database, { after: writeCursor([key]) })).rejects.toThrow(PageError);
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
    const [former] = await batch(membersOfMission, [HOUSING], { onlyFormer: true });
    expect(former?.rows.map((row) => row.organisation_id)).toEqual([BANK]);
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
      opened.database.pool.query('update view_checkpoint set position = $2 where name = $1', [name, position]);
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
    const [inClimate, inHousing] = await batch(membershipsOfOrganisation, [CITY, BANK], { otherId: CLIMATE });
    expect([inClimate, inHousing].map((page) => page?.rows.map((row) => row.mission_id))).toEqual([
      [CLIMATE],
      [CLIMATE],
    ]);
    const [landlords] = await batch(membersOfMission, [HOUSING], { otherId: LANDLORDS });
    expect(landlords?.rows.map((row) => row.organisation_id)).toEqual([LANDLORDS]);
  });

  it('are invited until they accept or the invitation is withdrawn', async () => {
    const [open, none] = await batch(openInvitationsOfMission, [HOUSING, CLIMATE], null);
    expect(open).toMatchObject([{ organisation_id: BANK, role: 'EVALUATOR' }]);
    expect(none).toEqual([]);
  });
});
