import { ConfigurationError, type Logger } from '@maillage/platform';
import { ended, Interrupted, lifetime, type Life } from './lifetime.js';

/** Runs a server until the process is told to stop, and lets it finish what is under way. */
export async function runUntilStopped(
  name: string,
  logger: Logger,
  start: (life: Life) => Promise<{ readonly url: string }>,
): Promise<void> {
  try {
    await lifetime(
      async (life) => {
        const { url } = await start(life);
        logger.info({ url }, `${name} listens`);
        const { signal } = await ended(life.interrupted);
        logger.info({ signal }, `${name} finishes what is under way`);
      },
      // A server that is told to stop while it starts has done as it was told.
      { unheededExitCode: 0 },
    );
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  }
  logger.info(`${name} has stopped`);
}

/** The end of a process that could not start or stop: a wrong environment is told in its own words, without a stack. */
export function exitOnFailure(name: string, logger: Logger | undefined, error: unknown): never {
  if (error instanceof ConfigurationError || logger === undefined) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
  logger.fatal({ err: error }, `${name} could not start or stop`);
  process.exit(1);
}
