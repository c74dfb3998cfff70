import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase } from '../harness/services.js';
import { fill } from './mix.js';
import { openNetwork, type Network } from './network.js';

type Fresh = Awaited<ReturnType<typeof freshDatabase>>;

describe('The log that benchmarks rebuild from', () => {
  let fresh: Fresh;
  let network: Network;
  beforeAll(async () => {
    fresh = await freshDatabase('migrated');
    network = await openNetwork(fresh.url);
  });
  afterAll(async () => {
    await network.close();
    await fresh.drop();
  });

  it('is told by commands that the rules of today accept, of every kind it has', async () => {
    const missions = await fill(network, 3_000);
    expect(missions.length).toBeGreaterThan(1);
    const client = new pg.Client({ connectionString: fresh.url });
    await client.connect();
    const { rows } = await client.query<{ type: string }>('SELECT DISTINCT type FROM maillage.event');
    await client.end();
    expect(rows.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['ContributionVerified', 'ContributionDisputed', 'CommitmentAmended', 'ReviewAnswered']),
    );
  });
});
