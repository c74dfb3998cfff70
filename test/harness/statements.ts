import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Pool, PoolClient } from 'pg';

/** Whatever sends statements over a pool: a database. */
interface Pooled {
  readonly pool: Pool;
}

/** What is answered, and every pool that was opened meanwhile by this process. */
export async function openingPools<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly pools: Pooled[] }> {
  const pools: Pooled[] = [];
  const opened = (message: unknown) => void pools.push(message as Pooled);
  subscribe('maillage:pool', opened);
  try {
    return { result: await work(), pools };
  } finally {
    unsubscribe('maillage:pool', opened);
  }
}

/** Hears of every statement from here on that goes over the pool, as the database receives it. */
export function watchStatements({ pool }: Pooled, heard: (text: string, values: readonly unknown[]) => void): void {
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

/** Every statement from here on that goes over the pools, without its values. */
export function recordStatements(...databases: readonly Pooled[]): string[] {
  const statements: string[] = [];
  for (const database of databases) watchStatements(database, (text) => statements.push(text));
  return statements;
}
