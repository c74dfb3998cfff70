import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock, Scope } from '@maillage/kernel';
import type { Slice } from '@maillage/engine';
import { createKey, createLogger, Database, loadConfig, Metrics, type Logger } from '@maillage/platform';
import { SigningKey } from '@maillage/ledger';
import { startApi, type ApiOptions, type RunningApi } from '../../apps/api/bootstrap.js';
import { logKey } from '../../apps/host/sealing.js';
import { READ_YOUR_WRITES_SECONDS } from './patience.js';
import { freshDatabase } from './services.js';
import { openingPools } from './statements.js';
import { UNLIMITED } from './unlimited.js';

/** What the logs of tests are signed with, unless told otherwise. */
export const TEST_LOG_KEY = SigningKey.generate('localhost/maillage');

/** What every process of one ledger under test is told; each database has its own record of what was signed. */
export function ledgerEnvironment(databaseUrl: string): Readonly<Record<string, string>> {
  const dataDir = join(tmpdir(), `maillage-${new URL(databaseUrl).pathname.slice(1)}`);
  return {
    DATABASE_URL: databaseUrl,
    LOG_SIGNING_KEY: TEST_LOG_KEY.secret,
    MAILLAGE_DATA_DIR: dataDir,
    READ_YOUR_WRITES_SECONDS: String(READ_YOUR_WRITES_SECONDS),
    READING_SECONDS: '60',
    // Of the connections there are, many processes take their part.
    DATABASE_POOL_SIZE: '6',
    ...UNLIMITED,
  };
}

/** Under what name a server in production is asked. */
export const PRODUCTION_HOST = 'ledger.example.org';

/** A further server over the same ledger, in production behind a proxy that ends https. */
export async function startProduction(
  databaseUrl: string,
  options: Pick<ApiOptions, 'pagesFolder'> = {},
): Promise<RunningApi> {
  const profile = {
    MAILLAGE_PROFILE: 'production',
    PUBLIC_URL: `https://${PRODUCTION_HOST}`,
    TRUST_PROXY: '127.0.0.1',
    PUBLISHER: 'City of Rivemont, 1 Town Hall Square, 00000 Rivemont',
    HOSTING_PROVIDER: 'Rivemont Computing, 2 Mill Lane, 00000 Rivemont',
    DATA_CONTROLLER: 'City of Rivemont, 1 Town Hall Square, 00000 Rivemont',
  };
  const ports = { PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent' };
  const config = loadConfig({ ...ledgerEnvironment(databaseUrl), ...ports, ...profile });
  return startApi({ config, projects: false, signingKey: await logKey(config, { make: true }), ...options });
}

export interface TestApiOptions {
  /** As environment variables: `{ RATE_LIMIT_PER_MINUTE: '5', REDIS_URL: … }`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the views move in this process; they do unless told otherwise. */
  readonly projects?: boolean;
  readonly slices?: readonly Slice[];
  readonly logger?: Logger;
  /** Where the pages are, built; else where `npm run build` puts them. */
  readonly pagesFolder?: string;
  /** Else the machine's. */
  readonly clock?: Clock;
  /** Hears what a start tells whoever started it. */
  readonly say?: (line: string) => void;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: any;
  readonly errors: any[] | undefined;
  /** The body as sent. */
  readonly text: string;
}

export interface TestOrganisation {
  /** Its UUID, as events and streams have it. */
  readonly id: string;
  /** Its id in GraphQL. */
  readonly globalId: string;
  /** Reads and writes. */
  readonly key: string;
}

export interface TestApi {
  readonly url: string;
  /** Of the PostgreSQL database, for tests that go round the API. */
  readonly databaseUrl: string;
  readonly database: Database;
  /** What its queries go over, and neither commands nor views. */
  readonly reading: readonly Pick<Database, 'pool'>[];
  /** The same as whoever may do anything: for tests that look, or meddle, where the application cannot. */
  readonly superuser: Database;
  readonly metrics: Metrics;
  graphql(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    options?: { readonly key?: string | undefined; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<Answer>;
  createKey(organisationId: string, scopes?: readonly Scope[], expiresAt?: Date): Promise<string>;
  /** By the operator's key and the mutation itself. */
  registerOrganisation(name: string, terms?: Readonly<Record<string, unknown>>): Promise<TestOrganisation>;
  close(): Promise<void>;
}

const REGISTER = `mutation ($input: RegisterOrganisationInput!) {
  registerOrganisation(input: $input) {
    ... on OrganisationRecorded { receipt { events { stream } } }
    ... on Refusal { code: reason message path }
  }
}`;

/** The API over HTTP on a free port, with a database of its own. */
export async function startTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  const { projects = true, slices, pagesFolder, clock, say = () => undefined } = options;
  const fresh = await freshDatabase(projects && slices === undefined ? 'prepared' : 'migrated');
  const config = loadConfig({
    PORT: '0',
    LOG_LEVEL: 'fatal',
    ...ledgerEnvironment(fresh.url),
    ...options.env,
  });
  const database = new Database({ ...config.database, url: fresh.url });
  const metrics = new Metrics();
  const logger = options.logger ?? createLogger(config.logLevel);
  const superuser = database.withRole('login');
  const rest = {
    ...(slices && { slices }),
    ...(pagesFolder !== undefined && { pagesFolder }),
    ...(clock && { clock }),
  };
  const signingKey = await logKey(config, { make: true });
  const { result: api, pools } = await openingPools(() =>
    startApi({ config, projects, logger, metrics, database, signingKey, say, ...rest }),
  );

  const newKey: TestApi['createKey'] = async (organisationId, scopes = ['read', 'write'], expiresAt) =>
    (await createKey(database, { organisationId, label: 'test', scopes, expiresAt })).key;
  let operator: Promise<string> | undefined;

  const graphql: TestApi['graphql'] = async (query, variables, { key, headers } = {}) =>
    answerTo(
      await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      }),
    );

  return {
    url: api.url,
    databaseUrl: fresh.url,
    database,
    reading: pools,
    superuser,
    metrics,
    graphql,
    createKey: newKey,
    registerOrganisation: async (name, terms = {}) => {
      operator ??= newKey(randomUUID(), ['read', 'write', 'operator']);
      const input = { commandId: randomUUID(), name, sector: 'UNDECLARED', ...terms };
      const { data, text } = await graphql(REGISTER, { input }, { key: await operator });
      const stream = data?.registerOrganisation?.receipt?.events?.[0]?.stream as string | undefined;
      if (stream === undefined) throw new Error(`${name} could not be registered: ${text}`);
      const id = stream.slice('organisation/'.length);
      const globalId = Buffer.from(`Organisation:${id}`, 'utf8').toString('base64url');
      return { id, globalId, key: await newKey(id) };
    },
    close: async () => {
      await api.close();
      await Promise.all([database.close(), superuser.close()]);
      await fresh.drop();
      await rm(config.dataDir, { recursive: true, force: true });
    },
  };
}

/** A fetched GraphQL answer, whatever its status. */
export async function answerTo(response: Response): Promise<Answer> {
  const text = await response.text();
  const json = (response.headers.get('content-type') ?? '').includes('json') ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, data: json.data, errors: json.errors, text };
}
