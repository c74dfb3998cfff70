import { afterAll, beforeAll, describe, it, expect } from '@jest/globals';
import { toGlobalId } from '@maillage/engine';
import { openDocuments, type Documents } from '../../../test/harness/documents.js';
import { DWELLINGS, HEAD, LANDLORDS, openMissions, type OpenMissions } from './spec.fixtures.js';

interface Listed<Node> {
  readonly nodes: readonly Node[];
}
interface Listing<Mission> {
  readonly missions: Listed<Mission>;
}

describe('A page of missions', () => {
  let opened: OpenMissions;
  let documents: Documents;
  beforeAll(async () => {
    opened = await openMissions();
    documents = await openDocuments(opened);
  });
  afterAll(async () => {
    await documents.close();
    await opened.close();
  });

  it('reads indicators, progress and the measurements behind it in four statements, however many missions and indicators', async () => {
    opened.spent();
    const { missions } = (await documents.ask(`{ missions(first: 100) { nodes { indicators(first: 20) { nodes {
      progress { state share value measurement { corrected } computedAt }
    } } } } }`)) as Listing<{ indicators: Listed<{ progress: object }> }>;
    expect(opened.spent()).toHaveLength(4);
    expect(missions.nodes.map(({ indicators }) => indicators.nodes.map(({ progress }) => progress))).toMatchObject([
      [],
      [{ state: 'NOT_MEASURED', share: null, value: null, measurement: null }],
      [
        { state: 'MEASURED', share: '0.5025', value: '200.5', measurement: { corrected: true }, computedAt: HEAD },
        { state: 'NOT_MEASURED', share: null },
      ],
    ]);
  });

  it('reads members, their organisations and sectors in four, and says at which position', async () => {
    opened.spent();
    const { missions } = (await documents.ask(`{ missions(first: 100) { nodes {
      membersBySector { sector organisations computedAt }
      members(first: 20) { nodes { organisation { name } } }
    } } }`)) as Listing<{ membersBySector: object[]; members: Listed<{ organisation: { name: string } }> }>;
    expect(opened.spent()).toHaveLength(4);
    expect(missions.nodes.at(-1)?.membersBySector).toEqual([
      { sector: 'PUBLIC', organisations: 1, computedAt: HEAD },
      { sector: 'PRIVATE', organisations: 1, computedAt: HEAD },
      { sector: 'CIVIL_SOCIETY', organisations: 1, computedAt: HEAD },
      { sector: 'UNDECLARED', organisations: 0, computedAt: HEAD },
    ]);
    expect(missions.nodes.map(({ members }) => members.nodes.map(({ organisation }) => organisation.name))).toEqual([
      ['City of Rennes'],
      ['City of Rennes', 'Bank'],
      ['City of Rennes', 'Landlords', 'Tenants'],
    ]);
  });

  it('shows a measurement with what it said before', async () => {
    const asked = `query ($id: ID!) { indicator(id: $id) { measurements { nodes {
      corrected original { value period { from to } evidence { url } } corrections { reason value correctedBy { id } }
    } } } }`;
    const { indicator } = (await documents.ask(asked, { id: toGlobalId('Indicator', DWELLINGS) })) as {
      readonly indicator: { readonly measurements: Listed<{ corrected: boolean }> };
    };
    const { nodes } = indicator.measurements;
    expect(nodes.filter(({ corrected }) => corrected)).toEqual([
      {
        corrected: true,
        original: {
          value: '150',
          period: { from: '2026-01-01', to: '2026-03-01' },
          evidence: [{ url: 'https://rennes.example/q1' }],
        },
        corrections: [
          {
            reason: 'A street was left out.',
            value: '200.5',
            correctedBy: { id: toGlobalId('Organisation', LANDLORDS) },
          },
        ],
      },
    ]);
    expect(nodes.find(({ corrected }) => !corrected)).toEqual({
      corrected: false,
      original: null,
      corrections: [],
    });
  });
});
