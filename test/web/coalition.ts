import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EvidenceFiles, loadConfig } from '@maillage/platform';
import { loadCoalition, type Language } from '../../apps/cli/sample/coalition/index.js';
import { openSession } from '../../apps/cli/session.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { buildPages } from './browser.js';

export interface Coalition {
  readonly api: TestApi;
  /** The global id of its mission on decent housing. */
  missionId(): Promise<string>;
  /** The global id of an organisation by its name, or a part of it. */
  organisationId(name: string): Promise<string>;
  close(): Promise<void>;
}

/** The pages, served with the fictional coalition in the ledger. */
export async function startCoalition(language: Language = 'en'): Promise<Coalition> {
  const pagesFolder = await buildPages();
  const evidence = await mkdtemp(join(tmpdir(), 'maillage-evidence-'));
  const api = await startTestApi({
    env: { PERSONAS: 'on', EVIDENCE_DIR: evidence },
    pagesFolder,
  });
  const session = openSession(api.database, new AbortController().signal);
  const files = new EvidenceFiles(api.database, loadConfig({ EVIDENCE_DIR: evidence }).evidence);
  await loadCoalition({ execute: session.execute, database: api.database, files, language });
  await session.catchUp();
  const first = async (list: string): Promise<string> => {
    const { data } = await api.graphql(`{ found: ${list} { nodes { id } } }`);
    return data.found.nodes[0].id as string;
  };
  return {
    api,
    missionId: () => first('missions(hashtag: "#logement-digne", first: 1)'),
    organisationId: async (name) => {
      const list = `organisations(search: ${JSON.stringify(name)}, first: 50)`;
      const { data } = await api.graphql(`{ ${list} { nodes { id name } } }`);
      // A search finds names that have these words among others, too.
      const found = data.organisations.nodes as readonly { readonly id: string; readonly name: string }[];
      const called = found.find((each) => each.name === name);
      if (called === undefined) throw new Error(`The coalition has no organisation called ${name}.`);
      return called.id;
    },
    close: async () => {
      await api.close();
      await rm(evidence, { recursive: true, force: true });
    },
  };
}
