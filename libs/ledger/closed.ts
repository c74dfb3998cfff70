/**
 * Nothing may be appended: this database has not been found to continue the log, since it was restored or restarted, or
 * what it holds is not what was signed. Nothing was written; the message is for people.
 */
export class LogClosed extends Error {
  override readonly name = 'LogClosed';

  constructor(why: string) {
    super(`The log takes no new events for the moment. ${why}`);
  }
}

/** SQLSTATE ML001: see infra/migrations/0004_transparency.sql. */
export function asLogClosed(error: unknown): LogClosed | undefined {
  const { code, detail } = error as { readonly code?: string; readonly detail?: string };
  return code === 'ML001' ? new LogClosed(detail ?? '') : undefined;
}
