import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Bus, Registry, type Slice } from '@maillage/engine';
import { Ledger } from '@maillage/ledger';
import {
  Authenticator,
  createLogger,
  impatientRedis,
  listeningUrl,
  Metrics,
  NestLogger,
  serveHealth,
  type Config,
  type Database,
  type Logger,
} from '@maillage/platform';
import { openDatabase } from '../database.js';
import { healthParts } from '../health.js';
import { onPort } from '../port.js';
import { slices as allSlices } from '../slices.js';
import { ApiModule } from './api.module.js';
import { ErrorPresenter } from './graphql/errors.js';
import { Subscriptions } from './graphql/subscriptions.js';
import { Doorkeeper } from './http/admission.js';
import { serveGraphiql } from './http/graphiql.js';
import { RateLimit } from './http/rate-limit.js';
import { newAdapter, prepareServer } from './http/server.js';

export interface ApiOptions {
  readonly config: Config;
  /** Whether this process moves the views as well. */
  readonly projects: boolean;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
  /** One that is open already, and stays so; else one is opened at `config.database.url`. */
  readonly database?: Database;
  readonly slices?: readonly Slice[];
}

export interface RunningApi {
  readonly url: string;
  /** Finishes the requests under way; takes no more. */
  close(): Promise<void>;
}

/** @throws {ConfigurationError} when there is no database to work with. */
export async function startApi(options: ApiOptions): Promise<RunningApi> {
  const { config, projects } = options;
  const logger = options.logger ?? createLogger(config.logLevel);
  const metrics = options.metrics ?? new Metrics();
  const slices = options.slices ?? allSlices;
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

  const doorkeeper = new Doorkeeper(
    new Authenticator(database, config.oidc),
    new RateLimit(config.rateLimitPerMinute, redis, database.schema),
    logger,
  );
  const { redisUrl, readYourWritesMs, sweepMs, maxQueryCost } = config;
  const engine = { slices, database, metrics, logger, redisUrl, readYourWritesMs, sweepMs, projects };
  let app: NestFastifyApplication | undefined;
  try {
    app = await NestFactory.create<NestFastifyApplication>(
      ApiModule.register({ ...engine, maxQueryCost }),
      newAdapter(logger, config.trustProxy),
      { logger: new NestLogger(logger), abortOnError: false },
    );
    const server = app.getHttpAdapter().getInstance();
    prepareServer(server, doorkeeper, logger);
    await app.init();
    serveHealth(server, healthParts(database, app.get(Ledger), app.get(Registry), redis), metrics);
    await serveGraphiql(server);
    const subscriptions = new Subscriptions(app.getHttpServer(), {
      schema: app.get(GraphQLSchemaHost).schema,
      bus: app.get(Bus),
      presenter: app.get(ErrorPresenter),
      doorkeeper,
      maxQueryCost,
    });
    const { host, port } = config;
    // Not by Nest, which logs a port that is taken and then throws as well.
    await onPort(server.listen({ host, port }), 'PORT', { host, port });
    return { url: listeningUrl(server), close: () => closeAll(subscriptions, app, closeConnections) };
  } catch (error) {
    await app?.close().catch(() => undefined);
    await closeConnections();
    throw error;
  }
}

/** Sockets first: an open one would keep the server from ending. */
async function closeAll(
  subscriptions: Subscriptions,
  app: NestFastifyApplication | undefined,
  closeConnections: () => Promise<void>,
): Promise<void> {
  await subscriptions.close();
  await app?.close();
  await closeConnections();
}
