import type { FastifyInstance } from 'fastify';
import type { Logger, Retention } from '@maillage/platform';

const HOUR_MS = 3_600_000;

/** What is kept of people and over is cleaned as the server begins and every hour, until it ends. */
export function keepClean(server: FastifyInstance, retention: Retention, logger: Logger): void {
  let cleaning = Promise.resolve();
  const clean = () => {
    cleaning = retention.clean().catch((error: unknown) => {
      // By code alone: databases quote addresses.
      const { code } = error as { readonly code?: unknown };
      logger.error({ code }, 'what is over of people could not be cleaned');
    });
  };
  clean();
  const timer = setInterval(clean, HOUR_MS).unref();
  server.addHook('onClose', async () => {
    clearInterval(timer);
    await cleaning;
  });
}
