import type { FastifyInstance } from 'fastify';
import { MailRefused, type Logger } from '@maillage/platform';

/** What is done after an answer was given, so that the answer and its time tell nothing of it. Awaited when the server ends. */
export class Background {
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    server: FastifyInstance,
    private readonly logger: Logger,
  ) {
    server.addHook('onClose', async () => {
      // What is under way may begin more.
      while (this.underWay.size > 0) await Promise.all(this.underWay);
    });
  }

  run(work: () => Promise<void>): void {
    const running = work()
      .catch((error: unknown) => {
        // By code alone: mail servers and databases quote addresses.
        const { code } = error as { readonly code?: unknown };
        const said = error instanceof MailRefused ? { code, responseCode: error.responseCode } : { code };
        this.logger.error(said, 'a mail could not be sent');
      })
      .finally(() => this.underWay.delete(running));
    this.underWay.add(running);
  }
}
