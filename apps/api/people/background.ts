import type { Logger } from '@maillage/platform';

/** What is done after an answer was given, so that the answer and its time tell nothing of it. Awaited when the server ends. */
export class Background {
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly logger: Logger) {}

  async settled(): Promise<void> {
    // What is under way may begin more.
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  run(work: () => Promise<void>): void {
    const running = work()
      .catch((error: unknown) => {
        // By code alone: databases quote addresses.
        const { code } = error as { readonly code?: unknown };
        this.logger.error({ code }, 'what an answer left to be done could not be');
      })
      .finally(() => this.underWay.delete(running));
    this.underWay.add(running);
  }
}
