import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { unreferencedBytes } from '@maillage/commons';
import { Bus, CommandExecutor, Registry, type Slice } from '@maillage/engine';
import type { Clock } from '@maillage/kernel';
import { Ledger, Tree, type SigningKey } from '@maillage/ledger';
import {
  Authenticator,
  createLogger,
  EvidenceFiles,
  impatientRedis,
  listeningUrl,
  Metrics,
  NestLogger,
  serveHealth,
  Sessions,
  systemClock,
  type Config,
  type Database,
  type Logger,
} from '@maillage/platform';
import { openDatabase } from '../host/database.js';
import { healthParts } from '../host/health.js';
import { onPort } from '../host/port.js';
import { logKey, publishSealMetrics, refuseForeignKey } from '../host/sealing.js';
import { slices as allSlices } from '../host/slices.js';
import { ApiModule } from './api.module.js';
import { ErrorPresenter } from './graphql/errors.js';
import { Subscriptions } from './graphql/subscriptions.js';
import { Doorkeeper } from './http/admission.js';
import { serveEvidence } from './http/evidence.js';
import { serveGraphiql } from './http/graphiql.js';
import { serveLog, type ServedLog } from './http/log/serve.js';
import { servePages } from './http/pages.js';
import { RateLimit } from './http/rate-limit.js';
import { newAdapter, prepareServer } from './http/server.js';
import { serveSignIn, waysToSignIn } from './session/serve.js';

/** A mirror fetches thousands of small files in a row; they are counted apart, and count less. */
const LOG_READS_FOR_A_REQUEST = 10;

export interface ApiOptions {
  readonly config: Config;
  /** Whether this process moves the views as well. */
  readonly projects: boolean;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
  /** One that is open already, and stays so; else one is opened at `config.database.url`. */
  readonly database?: Database;
  readonly slices?: readonly Slice[];
  /** The log's, to sign receipts with; else the one the configuration names. */
  readonly signingKey?: SigningKey;
  /** Where the pages are, built; else where `npm run build` puts them. */
  readonly pagesFolder?: string;
  /** Another than the machine's, for tests that play whole years; no program sets it. */
  readonly clock?: Clock;
}

export interface RunningApi {
  readonly url: string;
  /** Takes commands as the mutations do. */
  readonly execute: CommandExecutor['execute'];
  /** Finishes the requests under way; takes no more. */
  close(): Promise<void>;
}

/** @throws {ConfigurationError} when there is no database to work with. */
export async function startApi(options: ApiOptions): Promise<RunningApi> {
  const { config, projects } = options;
  const logger = options.logger ?? createLogger(config.logLevel);
  const metrics = options.metrics ?? new Metrics();
  const slices = options.slices ?? allSlices;
  const clock = options.clock ?? systemClock;
  const database = options.database ?? openDatabase(config, logger);
  const redis =
    config.redisUrl === undefined
      ? undefined
      : impatientRedis(config.redisUrl, () => {
          metrics.redisErrors.inc();
        });
  const closeConnections = async () => {
    redis?.disconnect();
    if (options.database === undefined) await database.close();
  };

  const authenticator = new Authenticator(database, config.oidc, clock);
  const sessions = new Sessions(database, config.sessionMs, config.personas, clock);
  const doorkeeper = new Doorkeeper(
    authenticator,
    sessions,
    new RateLimit(config.rateLimitPerMinute, redis, database.schema),
    logger,
  );
  const { redisUrl, readYourWritesMs, sweepMs, maxQueryCost } = config;
  let app: NestFastifyApplication | undefined;
  try {
    const signingKey = options.signingKey ?? (await logKey(config, { make: false }));
    // Its receipts would be promises nobody could hold the log to.
    await refuseForeignKey(database, signingKey);
    const engine = { slices, database, metrics, logger, redisUrl, readYourWritesMs, sweepMs, projects, signingKey };
    app = await NestFactory.create<NestFastifyApplication>(
      ApiModule.register({ ...engine, maxQueryCost, clock, signIn: waysToSignIn(config) }),
      newAdapter(logger, config.trustProxy),
      { logger: new NestLogger(logger), abortOnError: false },
    );
    const server = app.getHttpAdapter().getInstance();
    await prepareServer(server, doorkeeper, logger, config.corsOrigins);
    await app.init();
    serveHealth(server, healthParts(database, app.get(Ledger), app.get(Registry), redis), metrics);
    publishSealMetrics(metrics, database);
    await serveGraphiql(server);
    await servePages(server, options.pagesFolder);
    await serveSignIn(server, { config, database, redis, logger, doorkeeper, sessions, keys: authenticator.keys });
    await serveEvidence(server, {
      files: new EvidenceFiles(database, config.evidence),
      doorkeeper,
      logger,
      unreferencedBytes: (organisationId) => unreferencedBytes.run(database, { organisationId }),
    });
    const log = await serveLog(server, {
      database,
      tree: new Tree(database),
      logger,
      origin: config.seal.origin,
      types: Object.keys(app.get(Registry).events),
      rateLimit: new RateLimit(config.rateLimitPerMinute * LOG_READS_FOR_A_REQUEST, redis, database.schema),
    });
    const subscriptions = new Subscriptions(app.getHttpServer(), {
      schema: app.get(GraphQLSchemaHost).schema,
      bus: app.get(Bus),
      clock,
      presenter: app.get(ErrorPresenter),
      doorkeeper,
      maxQueryCost,
    });
    const { host, port } = config;
    // Not by Nest, which logs a port that is taken and then throws as well.
    await onPort(server.listen({ host, port }), 'PORT', { host, port });
    const executor = app.get(CommandExecutor);
    return {
      url: listeningUrl(server),
      execute: (command) => executor.execute(command),
      close: () => closeAll(subscriptions, log, app, closeConnections),
    };
  } catch (error) {
    await app?.close().catch(() => undefined);
    await closeConnections();
    throw error;
  }
}

/** Sockets and streams first: an open one would keep the server from ending. */
async function closeAll(
  subscriptions: Subscriptions,
  log: ServedLog,
  app: NestFastifyApplication | undefined,
  closeConnections: () => Promise<void>,
): Promise<void> {
  await Promise.all([subscriptions.close(), log.close()]);
  await app?.close();
  await closeConnections();
}
