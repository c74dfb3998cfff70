import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareViews, Registry } from '@maillage/engine';
import { Ledger, Sealer, SigningKey } from '@maillage/ledger';
import { Witness } from '@maillage/witness';
import { slices } from '../../apps/host/slices.js';
import { startTestApi, type TestApi, type TestApiOptions } from '../harness/api.js';
import { recordStatements } from '../harness/statements.js';

export interface SealedApi extends TestApi {
  readonly key: SigningKey;
  /** Signs what was recorded by now, and waits for the witnesses. */
  seal(): Promise<void>;
  /** Runs from here on with this policy. */
  ask(policy: string): Promise<void>;
  /** Every statement from here on that the API sends over its pool. */
  statements(): string[];
}

/** The API with its key, and a sealer that the test itself sets off. Views are there, but do not move. */
export async function startSealedApi(options: TestApiOptions = {}): Promise<SealedApi> {
  const key = SigningKey.generate('ledger.example.org/housing');
  const api = await startTestApi({
    projects: false,
    ...options,
    env: {
      LOG_ORIGIN: key.name,
      LOG_SIGNING_KEY: key.secret,
      READ_YOUR_WRITES_SECONDS: '0.01',
      ...options.env,
    },
  });
  const registry = new Registry(slices);
  await prepareViews(api.database, new Ledger(api.database, registry.events), [...registry.views.values()]);
  const stateDir = await mkdtemp(join(tmpdir(), 'maillage-sealed-'));
  let sealer = new Sealer({ database: api.database, key, stateDir });
  return {
    ...api,
    key,
    seal: async () => {
      const outcome = await sealer.seal();
      if (outcome.kind !== 'sealed' && outcome.kind !== 'idle') throw new Error(`The sealer is ${outcome.kind}.`);
      await sealer.witnessed();
    },
    ask: async (policy) => {
      await sealer.stop();
      sealer = new Sealer({ database: api.database, key, stateDir, policy });
    },
    statements: () => recordStatements(...api.reading),
    close: async () => {
      await sealer.stop();
      await api.close();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

export interface RunningWitness {
  /** Its line in a policy. */
  readonly line: string;
  readonly vkey: string;
  close(): Promise<void>;
}

/** A real witness of the log, over HTTP. */
export async function startWitness(name: string, log: SigningKey): Promise<RunningWitness> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-witness-'));
  const key = SigningKey.generate(`${name}.example`);
  const witness = await Witness.open({ folder, key, logs: [log.vkey] });
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { status, contentType, body } = await witness.addCheckpoint(Buffer.concat(chunks));
      response.writeHead(status, { 'content-type': contentType }).end(body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    line: `witness ${name} ${key.cosignerVkey} http://127.0.0.1:${port}`,
    vkey: key.cosignerVkey,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** As GraphQL gives them. */
export interface AskedReceipt {
  readonly commandId: string;
  readonly recordedAt: string;
  readonly events: readonly { readonly position: string; readonly hash: string }[];
  readonly signed: string;
  readonly inclusion: readonly AskedInclusion[] | null;
}
export interface AskedInclusion {
  readonly position: string;
  readonly leafIndex: string;
  readonly leafHash: string;
  readonly proof: readonly string[];
  readonly text: string;
  readonly checkpoint: { readonly size: string; readonly rootHash: string; readonly note: string };
}
export interface AskedCheckpoint {
  readonly size: string;
  readonly rootHash: string;
  readonly note: string;
  readonly cosignatures: readonly { readonly witness: string; readonly signedAt: string; readonly line: string }[];
  readonly quorum: unknown;
}
export interface AskedConsistency {
  readonly fromRoot: string;
  readonly toRoot: string;
  readonly proof: readonly string[];
}

/** The entries from a position on, as the log has them. */
export async function entriesFrom(api: TestApi, fromPosition: string): Promise<readonly Buffer[]> {
  const query = `query ($fromPosition: Position, $after: String) {
    events(first: 100, fromPosition: $fromPosition, after: $after) { nodes { entry } pageInfo { hasNextPage endCursor } }
  }`;
  const entries: Buffer[] = [];
  for (let after: string | null = null; ;) {
    const { data } = await api.graphql(query, { fromPosition, after });
    const { nodes, pageInfo } = data.events as {
      readonly nodes: readonly { readonly entry: string }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
    entries.push(...nodes.map(({ entry }) => Buffer.from(entry, 'utf8')));
    if (!pageInfo.hasNextPage) return entries;
    after = pageInfo.endCursor;
  }
}

/** What a C2SP tlog-proof says, read by its letter and none of our own code. */
export function readTlogProof(text: string): { index: bigint; proof: Buffer[]; note: string } {
  const blank = text.indexOf('\n\n');
  const [version, index = '', ...hashes] = text.slice(0, blank).split('\n');
  const number = /^index (0|[1-9][0-9]*)$/.exec(index)?.[1];
  if (version !== 'c2sp.org/tlog-proof@v1' || number === undefined) throw new Error(`This is no tlog-proof: ${text}`);
  return {
    index: BigInt(number),
    proof: hashes.map((hash) => Buffer.from(hash, 'base64')),
    note: text.slice(blank + 2),
  };
}

/** Registers so many organisations, one command each. @returns the commands' ids. */
export async function registerMany(api: TestApi, count: number): Promise<readonly string[]> {
  const key = await api.createKey(randomUUID(), ['read', 'write', 'operator']);
  const ids = Array.from({ length: count }, () => randomUUID());
  const query = `mutation ($input: RegisterOrganisationInput!) {
    registerOrganisation(input: $input) { ... on Refusal { message } }
  }`;
  const answers = await Promise.all(
    ids.map((commandId, n) =>
      api.graphql(query, { input: { commandId, name: `Organisation ${n}`, sector: 'PUBLIC' } }, { key }),
    ),
  );
  for (const { errors, data, text } of answers) {
    if (errors !== undefined || data.registerOrganisation.message !== undefined) throw new Error(text);
  }
  return ids;
}
