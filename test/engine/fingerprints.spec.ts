import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Registry } from '@maillage/engine';
import type { View } from '@maillage/kernel';
import { Database } from '@maillage/platform';
import { slices } from '../../apps/host/slices.js';
import { readSegments } from '../../infra/tooling/fixture-log/segments.js';
import { complaintsOf, fingerprintOf, type Fingerprint } from '../../infra/tooling/view-fingerprints/fingerprint.js';
import { foldFixtureLog } from '../../infra/tooling/view-fingerprints/fold.js';
import { freshDatabase, type FreshDatabase } from '../harness/services.js';

describe('Views folded over the fixture log', () => {
  const registry = new Registry(slices);
  const { organisations } = Object.fromEntries(registry.views) as { readonly organisations: View };
  let server: FreshDatabase;
  beforeAll(async () => {
    server = await freshDatabase();
  });
  afterAll(() => server.drop());

  async function fingerprint(schema: string, view: View): Promise<Fingerprint> {
    const database = new Database({ url: server.url, schema, poolSize: 4 });
    try {
      const folded = await foldFixtureLog(database, registry.events, [view], await readSegments());
      return fingerprintOf(view, folded.get(view.name) ?? []);
    } finally {
      await database.close();
    }
  }

  it('tell a reducer that writes something else, of a view whose number has not risen', async () => {
    const written = await fingerprint('one', organisations);
    expect(complaintsOf(written, await fingerprint('again', organisations))).toEqual([]);

    const { organisation } = organisations.tables;
    const { OrganisationRevised: revised } = organisation?.on ?? {};
    if (organisation === undefined || revised === undefined) throw new Error('The view is not what it was.');
    const shouted: View = {
      ...organisations,
      tables: {
        ...organisations.tables,
        organisation: {
          ...organisation,
          on: {
            ...organisation.on,
            OrganisationRevised: {
              ...revised,
              reduce: (...given) => ({ ...revised.reduce(...given), name: 'REVISED' }),
            },
          },
        },
      },
    };
    const now = await fingerprint('other', shouted);
    // Nobody revises anything in the first segment.
    expect(now.rows[0]).toEqual(written.rows[0]);
    expect(complaintsOf(written, now)).toEqual([
      expect.stringContaining('View organisations has changed (its rows after 0002-a-coalition'),
    ]);
    expect(complaintsOf(written, { ...now, version: now.version + 1 })).toEqual([]);
  });
});
