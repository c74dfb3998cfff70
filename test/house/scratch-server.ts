import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createKey, Database } from '@maillage/platform';
import { answerTo } from '../harness/api.js';
import { freshDatabase } from '../harness/services.js';
import { cleanEnvironment } from './scratch-copy.js';

/** `npm start` in a scratch copy, once it is built: API, projections and pages, over an empty ledger. */
export interface ScratchServer {
  readonly url: string;
  /** @throws {Error} for an answer with errors. */
  ask(query: string, variables: object, key?: string): Promise<any>;
  /** A registered organisation's global id, and a key of its own. */
  register(name: string): Promise<{ readonly id: string; readonly key: string }>;
  stop(): Promise<void>;
}

const REGISTER = `mutation ($input: RegisterOrganisationInput!) {
  registerOrganisation(input: $input) { ... on OrganisationRecorded { organisation { id uuid } } }
}`;

export async function startScratch(root: string): Promise<ScratchServer> {
  const fresh = await freshDatabase('empty');
  const child = spawn(process.execPath, ['test/harness/compiled.js', 'apps/cli/main.ts', 'start', '--no-sample'], {
    cwd: root,
    env: {
      ...cleanEnvironment(),
      DATABASE_URL: fresh.url,
      MAILLAGE_DATA_DIR: join(root, '.maillage'),
      PORT: '0',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  const leave = () => child.kill('SIGKILL');
  process.once('exit', leave);
  void ended.then(() => process.off('exit', leave));
  const endedBy = () => {
    const { exitCode, signalCode } = child;
    return exitCode === null && signalCode === null ? undefined : `ended (${signalCode ?? exitCode}) and`;
  };
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      output += `${line}\n`;
      const port = /^Maillage is at http:\/\/localhost:(\d+)$/.exec(line)?.[1];
      // Where it listens: `localhost` may be ::1 first, at which nothing does.
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    });
    void ended.then(() => {
      reject(new Error(`The scratch copy ended before it listened:\n${output}`));
    });
  });
  const database = new Database({ url: fresh.url, schema: 'maillage', poolSize: 2 });
  const keyOf = async (organisationId: string, scopes: Parameters<typeof createKey>[1]['scopes']) =>
    (await createKey(database, { organisationId, label: 'walk-through', scopes, expiresAt: undefined })).key;
  const operator = await keyOf(randomUUID(), ['read', 'write', 'operator']);

  const ask: ScratchServer['ask'] = async (query, variables, key) => {
    const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) };
    const body = JSON.stringify({ query, variables });
    const answered = await fetch(`${url}/graphql`, { method: 'POST', headers, body }).catch((cause: unknown) => {
      // What it said tells more than that nothing listens there.
      throw new Error(`The scratch copy ${endedBy() ?? 'runs, and'} does not answer:\n${output}`, { cause });
    });
    const { data, errors } = await answerTo(answered);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
  return {
    url,
    ask,
    register: async (name) => {
      const input = { commandId: randomUUID(), name, sector: 'CIVIL_SOCIETY' };
      const { registerOrganisation } = await ask(REGISTER, { input }, operator);
      const { id, uuid }: Record<'id' | 'uuid', string> = registerOrganisation.organisation;
      return { id, key: await keyOf(uuid, ['read', 'write']) };
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await database.close();
      await fresh.drop();
    },
  };
}
