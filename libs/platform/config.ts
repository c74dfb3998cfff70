import { join } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const seconds = (most: number) => z.coerce.number().positive().max(most);
/** `''` in the environment means unset: that is how Compose passes a variable that nobody gave. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const environment = z.object({
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  MAILLAGE_SCHEMA: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,40}$/, { error: 'is not a schema name: lower-case letters, digits and _, at most 41' })
    .default('maillage'),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(10),
  REDIS_URL: optional(z.url({ protocol: /^rediss?$/ })),
  TRUST_PROXY: optional(z.string().min(1)),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  METRICS_PORT: port.default(9464),
  MAILLAGE_DATA_DIR: z.string().min(1).default('.maillage'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  OIDC_ISSUER: optional(z.url()),
  OIDC_AUDIENCE: z.string().min(1).default('maillage'),
  OIDC_ORGANISATION_CLAIM: z.string().min(1).default('maillage_organisation'),
  READ_YOUR_WRITES_SECONDS: seconds(60).default(5),
  SWEEP_SECONDS: seconds(600).default(5),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(6000),
  MAX_QUERY_COST: z.coerce.number().int().min(1).default(50_000),
  LOG_ORIGIN: optional(
    z.string().regex(/^[^\s+]{1,255}$/u, {
      error: 'is not a log’s name: one word without +, such as ledger.example.org/housing',
    }),
  ),
  LOG_SIGNING_KEY: optional(z.string()),
  LOG_SIGNING_KEY_FILE: optional(z.string().min(1)),
  LOG_STATE_DIR: optional(z.string().min(1)),
  SEAL_SECONDS: seconds(60).default(0.5),
  WITNESS_POLICY_FILE: optional(z.string().min(1)),
  ATTEST_VIEWS_SECONDS: z.coerce.number().min(0).max(31_536_000).default(3600),
});

export interface DatabaseConfig {
  readonly url: string;
  readonly schema: string;
  readonly poolSize: number;
}

export interface OidcConfig {
  readonly issuer: string;
  readonly audience: string;
  readonly organisationClaim: string;
}

/** How the log is sealed: see the README's table. */
export interface SealConfig {
  /** The log's name, in its checkpoints and of its key. */
  readonly origin: string;
  /** As text, where the environment gives it. */
  readonly signingKey: string | undefined;
  readonly signingKeyFile: string;
  /** Where the last checkpoint signed is kept, outside the database. */
  readonly stateDir: string;
  readonly intervalMs: number;
  readonly policyFile: string | undefined;
  /** Between two attestations of the views; 0 for none. */
  readonly attestViewsMs: number;
}

export interface Config {
  /** `url` is absent when the embedded PostgreSQL is to be started. */
  readonly database: Omit<DatabaseConfig, 'url'> & { readonly url: string | undefined };
  readonly redisUrl: string | undefined;
  /** Addresses or networks of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustProxy: readonly string[];
  readonly host: string;
  readonly port: number;
  readonly metricsPort: number;
  readonly dataDir: string;
  readonly logLevel: z.output<typeof environment>['LOG_LEVEL'];
  readonly oidc: OidcConfig | undefined;
  readonly readYourWritesMs: number;
  readonly sweepMs: number;
  readonly rateLimitPerMinute: number;
  readonly maxQueryCost: number;
  readonly seal: SealConfig;
}

/** What an environment variable holds is not acceptable; the message lists every fault. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** Reads and checks the environment once, at start. The table in the README describes each variable. */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new ConfigurationError(`The environment is not acceptable:\n${faults.join('\n')}`);
  }
  const e = parsed.data;
  const origin = e.LOG_ORIGIN ?? `localhost/${e.MAILLAGE_SCHEMA}`;
  return {
    database: { url: e.DATABASE_URL, schema: e.MAILLAGE_SCHEMA, poolSize: e.DATABASE_POOL_SIZE },
    redisUrl: e.REDIS_URL,
    trustProxy: (e.TRUST_PROXY ?? '')
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
    host: e.HOST,
    port: e.PORT,
    metricsPort: e.METRICS_PORT,
    dataDir: e.MAILLAGE_DATA_DIR,
    logLevel: e.LOG_LEVEL,
    oidc:
      e.OIDC_ISSUER === undefined
        ? undefined
        : { issuer: e.OIDC_ISSUER, audience: e.OIDC_AUDIENCE, organisationClaim: e.OIDC_ORGANISATION_CLAIM },
    readYourWritesMs: e.READ_YOUR_WRITES_SECONDS * 1000,
    sweepMs: e.SWEEP_SECONDS * 1000,
    rateLimitPerMinute: e.RATE_LIMIT_PER_MINUTE,
    maxQueryCost: e.MAX_QUERY_COST,
    seal: {
      origin,
      signingKey: e.LOG_SIGNING_KEY,
      signingKeyFile: e.LOG_SIGNING_KEY_FILE ?? join(e.MAILLAGE_DATA_DIR, `${origin.replace(/[^\w.-]+/gu, '-')}.key`),
      stateDir: e.LOG_STATE_DIR ?? join(e.MAILLAGE_DATA_DIR, 'sealed'),
      intervalMs: e.SEAL_SECONDS * 1000,
      policyFile: e.WITNESS_POLICY_FILE,
      attestViewsMs: e.ATTEST_VIEWS_SECONDS * 1000,
    },
  };
}
