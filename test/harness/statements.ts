import type { Database } from '@maillage/platform';
import type { PoolClient } from 'pg';

/** Every statement from here on that goes over the pool, as the database receives it. */
export function recordStatements({ pool }: Database): string[] {
  const statements: string[] = [];
  const watched = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (watched.has(client)) return;
    watched.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        const [first] = args;
        statements.push(typeof first === 'string' ? first : String((first as { text?: unknown }).text));
        return query(...args);
      },
    });
  });
  return statements;
}
