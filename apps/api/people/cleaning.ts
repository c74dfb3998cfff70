import type { FastifyInstance } from 'fastify';
import type { Logger } from '@maillage/platform';

const HOUR_MS = 3_600_000;

/** What is to be done about people as time passes, one after the other: as the server listens and every hour, until it ends. */
export function keepClean(server: FastifyInstance, jobs: readonly (() => Promise<void>)[], logger: Logger): void {
  let cleaning = Promise.resolve();
  const clean = () => {
    cleaning = doAll(jobs, logger);
  };
  server.addHook('onListen', async () => {
    clean();
  });
  const timer = setInterval(clean, HOUR_MS).unref();
  server.addHook('onClose', async () => {
    clearInterval(timer);
    await cleaning;
  });
}

async function doAll(jobs: readonly (() => Promise<void>)[], logger: Logger): Promise<void> {
  for (const job of jobs) {
    await job().catch((error: unknown) => {
      // By code alone: databases quote addresses.
      const { code } = error as { readonly code?: unknown };
      logger.error({ code }, 'what is over of people could not be cleaned');
    });
  }
}
