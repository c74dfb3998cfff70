import type { Database } from '@maillage/platform';
import type { PoolClient } from 'pg';

/** Hears of every statement from here on that goes over the pool, as the database receives it. */
export function watchStatements({ pool }: Database, heard: (text: string, values: readonly unknown[]) => void): void {
  const watched = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (watched.has(client)) return;
    watched.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        const [first, second] = args;
        const { text, values = second } =
          typeof first === 'string'
            ? { text: first }
            : (first as { readonly text?: unknown; readonly values?: unknown });
        heard(String(text), Array.isArray(values) ? values : []);
        return query(...args);
      },
    });
  });
}

/** Every statement from here on that goes over the pool, without its values. */
export function recordStatements(database: Database): string[] {
  const statements: string[] = [];
  watchStatements(database, (text) => statements.push(text));
  return statements;
}
