import type { Redis } from 'ioredis';
import type { EngineOptions, Slice } from '@maillage/engine';
import { createLogger, impatientRedis, Metrics, type Config, type Database, type Logger } from '@maillage/platform';
import { openDatabase } from './database.js';
import { slices as allSlices } from './slices.js';

/** What whoever starts an API or a worker may hand in; all but the configuration is made where it is not. */
export interface PartsOptions {
  readonly config: Config;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
  /** One that is open already, and stays so; else one is opened at `config.database.url`. */
  readonly database?: Database;
  readonly slices?: readonly Slice[];
}

/** What API and worker are built on alike. */
export interface Parts {
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly database: Database;
  readonly slices: readonly Slice[];
  /** For what must not wait; `undefined` where no Redis is configured. */
  readonly redis: Redis | undefined;
  /** The engine's options, but for what only one of the two has. */
  readonly engine: EngineOptions;
  /** Closes the connections that were opened here. */
  close(): Promise<void>;
}

/**
 * @param projects whether this process moves the views.
 * @throws {ConfigurationError} when there is no database to work with.
 */
export function openParts(options: PartsOptions, { projects }: { readonly projects: boolean }): Parts {
  const { config, slices = allSlices } = options;
  const logger = options.logger ?? createLogger(config.logLevel);
  const metrics = options.metrics ?? new Metrics();
  const database = options.database ?? openDatabase(config, logger);
  const { redisUrl, readYourWritesMs, sweepMs, readingMs } = config;
  const redis =
    redisUrl === undefined
      ? undefined
      : impatientRedis(redisUrl, () => {
          metrics.redisErrors.inc();
        });
  return {
    config,
    logger,
    metrics,
    database,
    slices,
    redis,
    engine: { slices, database, metrics, logger, redisUrl, readYourWritesMs, sweepMs, readingMs, projects },
    close: async () => {
      redis?.disconnect();
      if (options.database === undefined) await database.close();
    },
  };
}
