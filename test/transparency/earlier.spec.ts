import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareViews, Registry } from '@maillage/engine';
import { Ledger } from '@maillage/ledger';
import { projectRoot, type Database } from '@maillage/platform';
import { putEntries } from '../../apps/cli/bundle/put-entries.js';
import { entriesOf, folderReader } from '../../apps/cli/bundle/read.js';
import type { Replayed } from '../../apps/cli/bundle/replay.js';
import { slices } from '../../apps/host/slices.js';
import { endAll, run } from '../cli/cli.js';
import { startTestApi } from '../harness/api.js';

/** Ledgers as earlier versions exported them, whole; none of them is ever written anew. */
const BUNDLES = join(projectRoot, 'test', 'fixtures', 'bundles');

interface Earlier {
  readonly folder: string;
  /** What its sample came to. */
  readonly events: number;
  /** Views that mean something else by now, or hold more, and why. All others come to the digests of that time. */
  readonly changed: Readonly<Record<string, string>>;
}

const EARLIER: readonly Earlier[] = [
  {
    folder: '2026-11-before-consent',
    events: 820,
    changed: {
      awaited: 'tells what lapses',
      commitments: 'tells who accepted which terms, and what keeps a promise',
      missions: 'taking part has its own word, its listings and its suspensions; reasons can be erased',
      indicators: 'have versions, several targets, reporters and parts by code',
      organisations: 'groupings have dates, and bodies are confirmed, led elsewhere or ended; reasons can be erased',
      reputation_facts: 'leaves groups to the directory, which dates them',
    },
  },
];

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'maillage-earlier-'));
});
afterAll(async () => {
  await endAll();
  await rm(scratch, { recursive: true, force: true });
});

/** A machine that has the bundle and this program. */
const machine = () => ({ DATABASE_URL: '', MAILLAGE_DATA_DIR: join(scratch, 'none') });

const ESTIMATES = `query ($organisation: ID!, $mission: ID!, $position: Position!) {
  organisation(id: $organisation) {
    reputation(missionId: $mission, asOf: { position: $position }) {
      estimates { dimension estimate lower uncertainty mass groups reviewCount commitmentCount }
    }
  }
}`;

interface Recorded {
  readonly organisation: string;
  readonly mission: string;
  readonly estimates: readonly { readonly estimate: number | null }[];
}

/** What that version answered about everybody, as of the end of its log. */
async function estimatesOf(folder: string): Promise<readonly Recorded[]> {
  return JSON.parse(await readFile(join(BUNDLES, `${folder}.estimates.json`), 'utf8')) as readonly Recorded[];
}

async function entriesIn(bundle: string, events: number): Promise<readonly string[]> {
  const entries: string[] = [];
  for await (const entry of entriesOf(folderReader(bundle), 0n, BigInt(events), BigInt(events))) entries.push(entry);
  return entries;
}

function openViews(database: Database) {
  const registry = new Registry(slices);
  return { ledger: new Ledger(database, registry.events), views: [...registry.views.values()] };
}

it('Every ledger of an earlier version that is kept is looked at here', async () => {
  const kept = (await readdir(BUNDLES, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  expect(kept.map(({ name }) => name).sort()).toEqual(EARLIER.map(({ folder }) => folder).sort());
});

describe.each(EARLIER)('The ledger of an earlier version, $folder,', ({ folder, events, changed }) => {
  const bundle = join(BUNDLES, folder);

  it('is valid', async () => {
    const { code, stdout } = await run(['verify', bundle, '--no-remember'], machine());
    expect(stdout).toMatch(new RegExp(`^Valid: localhost/maillage, ${events} events\\.`));
    expect(code).toBe(0);
  });

  it('leaves every estimate of that time as it was, asked for as of then', async () => {
    const recorded = await estimatesOf(folder);
    expect(recorded.some(({ estimates }) => estimates.some(({ estimate }) => estimate !== null))).toBe(true);
    const api = await startTestApi({ projects: false });
    try {
      await putEntries(api.superuser, 0n, await entriesIn(bundle, events));
      const { ledger, views } = openViews(api.database);
      await prepareViews(api.database, ledger, views);
      for (const { organisation, mission, estimates } of recorded) {
        const variables = { organisation, mission, position: String(events) };
        const { data, errors } = await api.graphql(ESTIMATES, variables);
        expect(errors).toBeUndefined();
        expect(data.organisation.reputation.estimates).toEqual(estimates);
      }
    } finally {
      await api.close();
    }
  });

  it('is read by this version: each view comes to the digest of that time, or is told to mean something else', async () => {
    const { stdout, stderr } = await run(['replay', bundle, '--json'], machine());
    expect(stderr).not.toMatch(/rror/);
    const { valid, views } = JSON.parse(stdout) as Replayed;
    expect(valid).toBe(true);
    const compared = views.filter(({ finding }) => finding !== 'UNCLAIMED');
    expect(Object.fromEntries(compared.map(({ view, finding }) => [view, finding]))).toEqual(
      Object.fromEntries(compared.map(({ view }) => [view, view in changed ? 'OTHER_VERSION' : 'SAME'])),
    );
    expect(compared.map(({ view }) => view)).toEqual(expect.arrayContaining(Object.keys(changed)));
  });
});
