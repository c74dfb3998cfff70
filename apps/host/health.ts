import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Redis } from 'ioredis';
import { status, type Registry } from '@maillage/engine';
import type { Ledger } from '@maillage/ledger';
import {
  databaseHealth,
  secondsSince,
  serveHealth,
  takesWrites,
  type Config,
  type Database,
  type HealthPart,
  type Logger,
  type Metrics,
} from '@maillage/platform';
import { onPort } from './port.js';
import { sealHealth } from './sealing.js';

/** Another worker has taken over from one that is frozen by then. */
export const BEHIND_AFTER_SECONDS = 15;

export interface HealthOptions {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly registry: Registry;
  readonly redis: Redis | undefined;
  /** Whether this process does nothing else than move the views: then it is not ready while one is left behind. */
  readonly isWorker: boolean;
  /** How often the sealer looks for new events. */
  readonly sealIntervalMs: number;
}

/**
 * What API and worker report alike. A view that stands still or lags, and a Redis that is away, are told without taking
 * the API out of service: everything else still works.
 */
export function healthParts(options: HealthOptions): readonly HealthPart[] {
  const { database, ledger, registry, redis, isWorker, sealIntervalMs } = options;
  const views = [...registry.views.values()];
  return [
    ...databaseHealth(database),
    {
      name: 'views',
      required: true,
      check: async () => {
        const { head, views: each } = await status(database, ledger, views);
        const absent = each.filter(({ state }) => state === 'ABSENT').map(({ name }) => name);
        return {
          ok: absent.length === 0,
          ...(absent.length === 0
            ? {}
            : { why: 'Views are not built yet; a worker builds them at its start.', absent }),
          head: head.toString(),
          views: Object.fromEntries(each.map(({ name, state, lag }) => [name, { state, lag: lag.toString() }])),
        };
      },
    },
    {
      name: 'workers',
      required: isWorker,
      check: async () => {
        const behind = (await status(database, ledger, views)).views
          .filter(({ state, waitsSince }) => state === 'RUNNING' && secondsSince(waitsSince) > BEHIND_AFTER_SECONDS)
          .map(({ name, lag, waitsSince }) => [name, { lag: lag.toString(), seconds: secondsSince(waitsSince) }]);
        if (behind.length === 0) return { ok: true };
        return { ok: false, why: 'Views are left behind; is a worker running?', behind: Object.fromEntries(behind) };
      },
    },
    sealHealth(database, ledger, BEHIND_AFTER_SECONDS + sealIntervalMs / 1_000),
    ...(redis === undefined ? [] : [redisHealth(redis, database.schema)]),
  ];
}

const REDIS_WITHOUT = 'workers are rung by PostgreSQL meanwhile, and each API process counts requests for itself';

/** What is asked of it is to be written to. */
function redisHealth(redis: Redis, schema: string): HealthPart {
  return {
    name: 'redis',
    required: false,
    check: async () => {
      const taken = await takesWrites(redis, schema);
      if (taken === 'yes') return { ok: true };
      const why = taken === 'refused' ? 'It answers, but refuses to be written to' : 'Out of reach';
      return { ok: false, why: `${why}; ${REDIS_WITHOUT}.` };
    },
  };
}

export interface HealthServerOptions {
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly parts: readonly HealthPart[];
}

/** Health with its details, and metrics, on a port of their own, which whoever watches reaches and visitors do not. */
export async function startHealthServer({
  config,
  logger,
  metrics,
  parts,
}: HealthServerOptions): Promise<FastifyInstance> {
  // Fastify would make its type depend on the logger's, and be another type than FastifyInstance.
  const serverLogger: FastifyBaseLogger = logger;
  const server: FastifyInstance = fastify({
    loggerInstance: serverLogger,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
  });
  serveHealth(server, { parts, metrics, toAnybody: false });
  const { host, metricsPort: port } = config;
  await onPort(server.listen({ host, port }), 'METRICS_PORT', { host, port });
  return server;
}
