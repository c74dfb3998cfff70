import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { CommandExecutor, EngineModule, Follower, followsOf, Registry } from '@maillage/engine';
import type { Command } from '@maillage/kernel';
import { Ledger } from '@maillage/ledger';
import { listeningUrl, NestLogger, systemClock } from '@maillage/platform';
import { beginLog } from '../host/begin.js';
import { healthParts, startHealthServer } from '../host/health.js';
import { openParts, type PartsOptions } from '../host/parts.js';
import { logKey, openSealing, publishSealMetrics, type Sealing } from '../host/sealing.js';

export interface RunningWorker {
  /** Of its health and metrics. */
  readonly url: string;
  /** Lets the batches under way finish. */
  close(): Promise<void>;
}

/** Moves the views and seals the log: the same slices as the API, without a GraphQL server. */
export async function startWorker(options: PartsOptions): Promise<RunningWorker> {
  const parts = openParts(options, { projects: true });
  const { config, logger, metrics, database, redis } = parts;
  let server: FastifyInstance | undefined;
  let app: INestApplicationContext | undefined;
  let sealing: Sealing | undefined;
  let follower: Follower | undefined;
  const close = async () => {
    await server?.close();
    await follower?.stop();
    await sealing?.stop();
    await app?.close();
    await parts.close();
  };
  try {
    // First, so that whoever watches sees a worker that is still building views as live and not yet ready.
    const registry = new Registry(parts.slices);
    const ledger = new Ledger(database, registry.events);
    const sealIntervalMs = config.seal.intervalMs;
    const health = healthParts({ database, ledger, registry, redis, sealIntervalMs, isWorker: true });
    publishSealMetrics(metrics, database, ledger);
    server = await startHealthServer({ config, logger, metrics, parts: health });
    app = await NestFactory.createApplicationContext(EngineModule.register(parts.engine), {
      logger: new NestLogger(logger),
      abortOnError: false,
    });
    const key = await logKey(config, { make: false });
    const views = [...registry.views.values()];
    sealing = await openSealing({ config, key, database, ledger, views, logger, metrics });
    const executor = app.get(CommandExecutor);
    const execute = (command: Command) => executor.execute(command);
    if (sealing.open) await beginLog(registry.slices, execute, systemClock);
    sealing.start(execute);
    follower = new Follower({ follows: followsOf(registry.slices), database, execute, clock: systemClock, logger });
    if (sealing.open) follower.start();
    return { url: listeningUrl(server), close };
  } catch (error) {
    await close();
    throw error;
  }
}
