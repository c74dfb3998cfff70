import { join } from 'node:path';
import { z } from 'zod';
import type { MailConfig } from './mail/smtp.js';
import { mailConfigOf } from './mail/config.js';
import { isLoopback } from './loopback.js';
import { productionFaults, type Serves } from './production.js';
import { publicationFaults, publicationOf, publicationVariables, type PublicationConfig } from './publication.js';
import { registrationOf, registrationVariables, type RegistrationConfig } from './registration.js';
import { originIn, originsIn, proxiesIn } from './variables.js';

const port = z.coerce.number().int().min(0).max(65_535);
const seconds = (most: number) => z.coerce.number().positive().max(most);
/** `''` in the environment means unset: that is how Compose passes a variable that nobody gave. */
function given(env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

const postgres = z.url({ protocol: /^postgres(ql)?$/ }).optional();

const environment = z.object({
  MAILLAGE_PROFILE: z.enum(['production']).optional(),
  DATABASE_URL: postgres,
  DATABASE_DIRECT_URL: postgres,
  PGOPTIONS: z.string().optional(),
  MAILLAGE_SCHEMA: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,40}$/, { error: 'is not a schema name: lower-case letters, digits and _, at most 41' })
    .default('maillage'),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(10),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  TRUST_PROXY: z.string().transform(proxiesIn).optional(),
  CORS_ORIGINS: z.string().transform(originsIn).optional(),
  PUBLIC_URL: z.string().transform(originIn).optional(),
  GRAPHIQL: z.enum(['on', 'off']).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  METRICS_PORT: port.default(9464),
  MAILLAGE_DATA_DIR: z.string().min(1).default('.maillage'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  OIDC_ISSUER: z.url().optional(),
  OIDC_AUDIENCE: z.string().min(1).default('maillage'),
  OIDC_ORGANISATION_CLAIM: z.string().min(1).default('maillage_organisation'),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  SESSION_HOURS: z.coerce.number().positive().max(720).default(12),
  PERSONAS: z.enum(['on', 'off']).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().optional(),
  READ_YOUR_WRITES_SECONDS: seconds(60).default(5),
  READING_SECONDS: seconds(600).default(10),
  SWEEP_SECONDS: seconds(600).default(5),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(6000),
  COST_PER_MINUTE: z.coerce.number().int().min(1).default(3_000_000),
  COST_IN_FLIGHT: z.coerce.number().int().min(1).default(50_000),
  PROCESSOR_PERCENT: z.coerce.number().min(1).max(100).default(30),
  MAX_QUERY_COST: z.coerce.number().int().min(1).default(50_000),
  LOG_ORIGIN: z
    .string()
    .regex(/^[^\s+]{1,255}$/u, {
      error: 'is not a log’s name: one word without +, such as ledger.example.org/housing',
    })
    .optional(),
  LOG_SIGNING_KEY: z.string().optional(),
  LOG_SIGNING_KEY_FILE: z.string().min(1).optional(),
  RECEIPT_SIGNING_KEY: z.string().optional(),
  RECEIPT_SIGNING_KEY_FILE: z.string().min(1).optional(),
  LOG_STATE_DIR: z.string().min(1).optional(),
  SEAL_SECONDS: seconds(60).default(0.5),
  SEAL_PROMISE_SECONDS: z.coerce.number().int().min(1).max(604_800).default(60),
  WITNESS_POLICY_FILE: z.string().min(1).optional(),
  EVIDENCE_DIR: z.string().min(1).optional(),
  EVIDENCE_MAX_MIB: z.coerce.number().int().min(1).max(1024).default(10),
  EVIDENCE_QUOTA_MIB: z.coerce.number().int().min(1).max(1_048_576).default(1024),
  EVIDENCE_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  EVIDENCE_S3_BUCKET: z.string().min(1).optional(),
  EVIDENCE_S3_REGION: z.string().min(1).default('us-east-1'),
  EVIDENCE_S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  EVIDENCE_S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  ATTEST_VIEWS_SECONDS: z.coerce.number().min(0).max(31_536_000).default(3600),
  ...publicationVariables,
  ...registrationVariables,
});

export interface DatabaseConfig {
  readonly url: string;
  /** Of PostgreSQL itself, where `url` is a pooler's that lends a session for one transaction at a time. */
  readonly directUrl?: string | undefined;
  readonly schema: string;
  readonly poolSize: number;
}

export interface OidcConfig {
  readonly issuer: string;
  readonly audience: string;
  readonly organisationClaim: string;
  /** With it people sign in at the issuer; without, only its tokens are accepted. */
  readonly client: OidcClient | undefined;
}

/** What this server is to the issuer. */
export interface OidcClient {
  /** Where people find this server, and the issuer sends them back to: scheme and host. */
  readonly publicUrl: string;
  readonly id: string;
  /** Absent for a public client, which proves itself by PKCE alone. */
  readonly secret: string | undefined;
}

/** How the log is sealed: see the README's table. */
export interface SealConfig {
  /** The log's name, in its checkpoints and of its key. */
  readonly origin: string;
  /** As text, where the environment gives it. */
  readonly signingKey: string | undefined;
  readonly signingKeyFile: string;
  /** Of an API that does not seal: as text, where the environment gives it. */
  readonly receiptKey: string | undefined;
  readonly receiptKeyFile: string;
  /** Where the last checkpoint signed is kept, outside the database. */
  readonly stateDir: string;
  readonly intervalMs: number;
  /** After recording, until a checkpoint covers it: what every signed receipt promises. */
  readonly promiseSeconds: number;
  readonly policyFile: string | undefined;
  /** Between two attestations of the views; 0 for none. */
  readonly attestViewsMs: number;
}

/** An S3-compatible store. */
export interface S3Config {
  /** Absent for Amazon's own. */
  readonly endpoint: string | undefined;
  readonly bucket: string;
  readonly region: string;
  /** Absent where the environment gives them in the SDK's own way, as on Amazon's machines. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
}

/** Where files of evidence are kept: see the README's table. */
export interface EvidenceConfig {
  /** The folder they are kept in; with `s3`, the one uploads pass through. */
  readonly dir: string;
  readonly maxBytes: number;
  /** Of all that one organisation uploaded and that is kept. */
  readonly quotaBytes: number;
  readonly s3: S3Config | undefined;
}

export interface Config {
  /** Whether this is reached by everybody, so that what is only for trying things out is closed: `MAILLAGE_PROFILE`. */
  readonly production: boolean;
  /** Where people find this server: scheme and host. In production it answers there alone. */
  readonly publicUrl: string | undefined;
  /** Whether there is a page for trying queries. */
  readonly graphiql: boolean;
  /** `url` is absent when the embedded PostgreSQL is to be started. */
  readonly database: Omit<DatabaseConfig, 'url'> & { readonly url: string | undefined };
  readonly redisUrl: string | undefined;
  /** Addresses or networks of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustProxy: readonly string[];
  /** Whose pages may ask the API beside our own: those of some origins, or everybody's. */
  readonly corsOrigins: '*' | readonly string[];
  readonly host: string;
  readonly port: number;
  readonly metricsPort: number;
  readonly dataDir: string;
  readonly logLevel: z.output<typeof environment>['LOG_LEVEL'];
  readonly oidc: OidcConfig | undefined;
  /** The longest a session of a browser lasts. */
  readonly sessionMs: number;
  /** Whether anybody may act for the organisations of the fictional sample. */
  readonly personas: boolean;
  /** Whether that was said, rather than taken from where this listens: then it holds under whatever name this is reached. */
  readonly personasByAnyName: boolean;
  /** By which people sign in; `kept` in memory for whoever is at this machine. Absent where nobody is to sign in by mail. */
  readonly mail: MailConfig | 'kept' | undefined;
  readonly readYourWritesMs: number;
  /** The longest that one statement of an answer takes. */
  readonly readingMs: number;
  readonly sweepMs: number;
  readonly rateLimitPerMinute: number;
  /** Of the operations of one organisation, or one address for the public, in all. */
  readonly costPerMinute: number;
  /** Of those of its operations that are under way at a time. */
  readonly costInFlight: number;
  /** Of the time of one API process, between 0 and 1: of one organisation, or one address for the public. */
  readonly processorShare: number;
  readonly maxQueryCost: number;
  readonly seal: SealConfig;
  readonly evidence: EvidenceConfig;
  readonly publication: PublicationConfig;
  readonly registration: RegistrationConfig;
}

/** What an environment variable holds is not acceptable; the message lists every fault. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/**
 * Reads and checks the environment once, at start. The table in infra/docs/operating.md describes each variable.
 * @param serves what as, where it is for a server: in production that starts with all that it needs there, or not at all.
 * @throws {ConfigurationError} which names every fault.
 */
export function loadConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
  { serves }: { readonly serves?: Serves } = {},
): Config {
  const said = given(env);
  const parsed = environment.safeParse(said);
  const malformed = (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
  const faults = [
    ...malformed,
    ...(parsed.success ? [...promiseFaults(parsed.data), ...publicationFaults(parsed.data)] : []),
    ...(serves === undefined ? [] : productionFaults(said, serves)),
  ];
  if (!parsed.success || faults.length > 0) {
    throw new ConfigurationError(
      `The environment is not acceptable:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
  }
  const e = parsed.data;
  const production = e.MAILLAGE_PROFILE === 'production';
  return {
    production,
    publicUrl: e.PUBLIC_URL,
    graphiql: e.GRAPHIQL === undefined ? !production : e.GRAPHIQL === 'on',
    database: { ...addressesOf(e), schema: e.MAILLAGE_SCHEMA, poolSize: e.DATABASE_POOL_SIZE },
    redisUrl: e.REDIS_URL,
    trustProxy: e.TRUST_PROXY ?? [],
    corsOrigins: e.CORS_ORIGINS ?? [],
    host: e.HOST,
    port: e.PORT,
    metricsPort: e.METRICS_PORT,
    dataDir: e.MAILLAGE_DATA_DIR,
    logLevel: e.LOG_LEVEL,
    oidc: oidcOf(e),
    sessionMs: e.SESSION_HOURS * 3_600_000,
    // Where only this machine reaches it. Behind a reverse proxy a loopback address is in the open.
    personas:
      !production &&
      (e.PERSONAS === undefined ? isLoopback(e.HOST) && e.TRUST_PROXY === undefined : e.PERSONAS === 'on'),
    personasByAnyName: !production && e.PERSONAS === 'on',
    mail: mailOf(e, production),
    readYourWritesMs: e.READ_YOUR_WRITES_SECONDS * 1000,
    readingMs: e.READING_SECONDS * 1000,
    sweepMs: e.SWEEP_SECONDS * 1000,
    rateLimitPerMinute: e.RATE_LIMIT_PER_MINUTE,
    costPerMinute: e.COST_PER_MINUTE,
    costInFlight: e.COST_IN_FLIGHT,
    processorShare: e.PROCESSOR_PERCENT / 100,
    maxQueryCost: e.MAX_QUERY_COST,
    seal: sealOf(e),
    evidence: {
      dir: e.EVIDENCE_DIR ?? join(e.MAILLAGE_DATA_DIR, 'evidence'),
      maxBytes: e.EVIDENCE_MAX_MIB * 1024 * 1024,
      quotaBytes: e.EVIDENCE_QUOTA_MIB * 1024 * 1024,
      s3: s3Of(e),
    },
    publication: publicationOf(e),
    registration: registrationOf(e),
  };
}

function sealOf(e: z.output<typeof environment>): SealConfig {
  const origin = e.LOG_ORIGIN ?? `localhost/${e.MAILLAGE_SCHEMA}`;
  const keyFile = (kind: string) => join(e.MAILLAGE_DATA_DIR, `${origin.replace(/[^\w.-]+/gu, '-')}${kind}.key`);
  return {
    origin,
    signingKey: e.LOG_SIGNING_KEY,
    signingKeyFile: e.LOG_SIGNING_KEY_FILE ?? keyFile(''),
    receiptKey: e.RECEIPT_SIGNING_KEY,
    receiptKeyFile: e.RECEIPT_SIGNING_KEY_FILE ?? keyFile('-receipts'),
    stateDir: e.LOG_STATE_DIR ?? join(e.MAILLAGE_DATA_DIR, 'sealed'),
    intervalMs: e.SEAL_SECONDS * 1000,
    promiseSeconds: e.SEAL_PROMISE_SECONDS,
    policyFile: e.WITNESS_POLICY_FILE,
    attestViewsMs: e.ATTEST_VIEWS_SECONDS * 1000,
  };
}

/** What is sealed less often than receipts promise would have each of them broken. */
function promiseFaults({
  SEAL_PROMISE_SECONDS: promised,
  SEAL_SECONDS: between,
}: z.output<typeof environment>): readonly string[] {
  if (promised >= between) return [];
  return [
    `SEAL_PROMISE_SECONDS: is ${promised}, which is less than SEAL_SECONDS, ${between}: receipts would promise what the sealer ` +
      `is too seldom at work to keep; set it to ${Math.ceil(between)} or more, or SEAL_SECONDS to ${promised} or less`,
  ];
}

/** @throws {ConfigurationError} where a pooler has no address, or is to pass on what it cannot. */
function addressesOf({
  DATABASE_URL: url,
  DATABASE_DIRECT_URL: directUrl,
  PGOPTIONS,
}: z.output<typeof environment>): Pick<Config['database'], 'url' | 'directUrl'> {
  if (directUrl === undefined || directUrl === url) return { url };
  if (url === undefined) {
    throw refuse('DATABASE_URL: is missing; it is the address of the pooler, and DATABASE_DIRECT_URL goes beside it.');
  }
  if (PGOPTIONS !== undefined || new URL(url).searchParams.has('options')) {
    throw refuse(
      'DATABASE_DIRECT_URL: says that DATABASE_URL is a pooler, and no pooler passes on PGOPTIONS or options in DATABASE_URL; ' +
        'leave them out and say ALTER ROLE … SET to PostgreSQL.',
    );
  }
  return { url, directUrl };
}

function refuse(fault: string): ConfigurationError {
  return new ConfigurationError(`The environment is not acceptable:\n  ${fault}`);
}

/** @throws {ConfigurationError} where something of a store is given, and what it needs beside it is not. */
function s3Of(e: z.output<typeof environment>): S3Config | undefined {
  const { EVIDENCE_S3_ENDPOINT: endpoint, EVIDENCE_S3_BUCKET: bucket, EVIDENCE_S3_REGION: region } = e;
  const { EVIDENCE_S3_ACCESS_KEY_ID: accessKeyId, EVIDENCE_S3_SECRET_ACCESS_KEY: secretAccessKey } = e;
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined)) {
    throw refuse('EVIDENCE_S3_ACCESS_KEY_ID and EVIDENCE_S3_SECRET_ACCESS_KEY go together; give both or neither.');
  }
  if (bucket === undefined) {
    if (endpoint === undefined && accessKeyId === undefined) return undefined;
    throw refuse('EVIDENCE_S3_BUCKET: is missing; name the bucket, or leave out the other EVIDENCE_S3_ variables.');
  }
  const credentials =
    accessKeyId === undefined || secretAccessKey === undefined ? undefined : { accessKeyId, secretAccessKey };
  return { endpoint, bucket, region, credentials };
}

/** @throws {ConfigurationError} where a client is given without its issuer or our address, or a secret without its client. */
function oidcOf(e: z.output<typeof environment>): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = e;
  if (issuer === undefined) {
    if (id === undefined && secret === undefined) return undefined;
    throw new ConfigurationError(
      'The environment is not acceptable:\n  OIDC_ISSUER: is missing; set it, or leave out OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.',
    );
  }
  if (id === undefined && secret !== undefined) {
    throw new ConfigurationError(
      'The environment is not acceptable:\n  OIDC_CLIENT_ID: is missing; set it, or leave out OIDC_CLIENT_SECRET.',
    );
  }
  if (id !== undefined && e.PUBLIC_URL === undefined) {
    throw new ConfigurationError(
      'The environment is not acceptable:\n  PUBLIC_URL: is missing; with OIDC_CLIENT_ID set, the issuer sends people back there.',
    );
  }
  const client = id === undefined || e.PUBLIC_URL === undefined ? undefined : { id, secret, publicUrl: e.PUBLIC_URL };
  return { issuer, audience: e.OIDC_AUDIENCE, organisationClaim: e.OIDC_ORGANISATION_CLAIM, client };
}

/** @throws {ConfigurationError} where a mail server is given without a sender, or is to be reached in the open. */
function mailOf(e: z.output<typeof environment>, production: boolean): Config['mail'] {
  const given = mailConfigOf(e.SMTP_URL, e.MAIL_FROM);
  if (typeof given === 'string') throw refuse(given);
  if (given !== undefined && production && e.PUBLIC_URL === undefined) {
    throw refuse('PUBLIC_URL: is missing; with SMTP_URL set, the links of mails lead there.');
  }
  // Where only this machine reaches it, as with personas.
  const isAlone = !production && isLoopback(e.HOST) && e.TRUST_PROXY === undefined;
  return given ?? (isAlone ? 'kept' : undefined);
}
