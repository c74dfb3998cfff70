import { ConfigurationError, Database, type Config, type Logger } from '@maillage/platform';

/** @throws {ConfigurationError} without DATABASE_URL: a process of its own finds no embedded server. */
export function openDatabase({ database }: Config, logger: Logger): Database {
  if (database.url === undefined) {
    throw new ConfigurationError(
      'DATABASE_URL is not set: API and worker as separate processes need a PostgreSQL server, such as ' +
        'postgres://user:password@host:5432/maillage. For everything in one process with an embedded one: npm start.',
    );
  }
  return new Database({ ...database, url: database.url }, (error) => {
    logger.warn({ err: error }, 'an idle database connection was lost');
  });
}
