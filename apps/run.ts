import { ConfigurationError, type Logger } from '@maillage/platform';

const LAST_RESORT_MS = 25_000;

/** Runs a server until it is told to stop, and lets it finish what is under way. A second signal ends it at once. */
export async function runUntilStopped(
  name: string,
  logger: Logger,
  start: () => Promise<{ readonly url: string; close(): Promise<void> }>,
): Promise<void> {
  let stop: (signal: string) => void = () => undefined;
  const stopped = new Promise<string>((resolve) => (stop = resolve));
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      stop(signal);
    });
  }
  try {
    const server = await start();
    logger.info({ url: server.url }, `${name} listens`);
    const signal = await stopped;
    logger.info({ signal }, `${name} finishes what is under way`);
    setTimeout(() => {
      logger.error(`${name} did not finish in time`);
      process.exit(1);
    }, LAST_RESORT_MS).unref();
    await server.close();
    logger.info(`${name} has stopped`);
  } catch (error) {
    logger.fatal({ err: error }, `${name} could not start or stop`);
    process.exit(1);
  }
}

/** A wrong environment is told in its own words, without a stack. */
export function exitOnConfigurationError(error: unknown): never {
  if (!(error instanceof ConfigurationError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
