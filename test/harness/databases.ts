/**
 * What a new database holds: nothing; the schema `maillage` as migrations make it; or that with the tables of every slice's
 * views as well, built over the empty log.
 */
export type Filling = 'empty' | 'migrated' | 'prepared';

/** Of another database on the same server. */
export function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
