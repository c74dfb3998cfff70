import { afterAll, beforeAll, describe, it, expect } from '@jest/globals';
import { ConnectionArgs, type Connection, type GraphqlContext, type Recorder } from '@maillage/engine';
import type { Organisation } from '@maillage/directory';
import { asked } from '../../../test/harness/definitions.js';
import { indicatorOf, IndicatorResolver, MissionIndicatorsResolver } from './indicator/graphql.js';
import { MeasurementsArgs } from './indicator/inputs.js';
import { MeasurementResolver } from './indicator/measurement.graphql.js';
import { Membership, Mission } from './mission/graphql.js';
import { DWELLINGS, HEAD, LANDLORDS, openMissions, type OpenMissions } from './spec.fixtures.js';

let opened: OpenMissions;
beforeAll(async () => {
  opened = await openMissions();
});
afterAll(() => opened.close());

/** As Nest hands arguments on. */
const made = <Args extends object>(type: new () => Args, given: Partial<Args>): Args =>
  Object.assign(new type(), given);

describe('A page of missions', () => {
  const missions = (context: GraphqlContext) =>
    asked<Connection<Mission>>(Mission, 'missions', { args: { first: 100 }, context, bus: opened.bus });
  // Nothing is recorded here.
  const recorder = undefined as unknown as Recorder;
  const indicators = new IndicatorResolver(recorder);

  it('reads indicators and progress in three statements, however many missions and indicators', async () => {
    opened.spent();
    const context = opened.context();
    const page = await missions(context);
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
    expect(opened.spent()).toHaveLength(3);
  });

  it('reads members, their organisations and sectors in four, and says at which position', async () => {
    opened.spent();
    const context = opened.context();
    const { nodes } = await missions(context);
    const [sectors, names] = await Promise.all([
      Promise.all(nodes.map((mission) => asked<object[]>(Mission, 'membersBySector', { parent: mission, context }))),
      Promise.all(
        nodes.map(async (mission) => {
          const args = { first: 20, includeFormer: false };
          const members = await asked<Connection<object>>(Membership, 'members', { parent: mission, args, context });
          const organisations = members.nodes.map((member) =>
            asked<Organisation | null>(Membership, 'organisation', { parent: member, context }),
          );
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
    expect(opened.spent()).toHaveLength(4);
  });

  it('shows a measurement with what it said before', async () => {
    const context = opened.context();
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
