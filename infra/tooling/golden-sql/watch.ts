import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { StatementsOf } from '@maillage/engine';
import type { Pool, PoolClient } from 'pg';

type Connect = (callback?: (...outcome: unknown[]) => void) => unknown;
type Query = (...input: unknown[]) => unknown;

/** A statement that a query or a view's table sent. */
export interface Statement {
  readonly whose: StatementsOf;
  /** As PostgreSQL gets it. */
  readonly text: string;
  /** Of a page of a list: the statement of the list's first page. */
  readonly usual?: string | undefined;
}

/**
 * Tells of every statement that a query or a view's table sends over a pool opened from here on; whatever else goes over
 * the pools is passed over.
 * @returns ends it.
 */
export function watchStatements(told: (statement: Statement) => void): () => void {
  const sending = channel('maillage:statements-of');
  const paging = channel('maillage:page');
  const sender = new AsyncLocalStorage<StatementsOf>();
  const page = new AsyncLocalStorage<{ readonly usual: () => string }>();
  let watching = true;
  const heard: Query = (first) => {
    const whose = sender.getStore();
    if (whose === undefined || !watching) return;
    const text = typeof first === 'string' ? first : (first as { readonly text: string }).text;
    told({ whose, text, usual: page.getStore()?.usual() });
  };
  const opened = (message: unknown) => {
    listenTo((message as { readonly pool: Pool }).pool, heard);
  };
  sending.bindStore(sender);
  paging.bindStore(page);
  subscribe('maillage:pool', opened);
  return () => {
    watching = false;
    sending.unbindStore(sender);
    paging.unbindStore(page);
    unsubscribe('maillage:pool', opened);
  };
}

function listenTo(pool: Pool, heard: Query): void {
  // Where all connections are lent out, a waiting callback is called by whoever gives one back: in that one's name, unless
  // it is bound to who waits.
  const connect = pool.connect.bind(pool) as Connect;
  const inOwnName: Connect = (callback) => connect(callback && AsyncResource.bind(callback));
  Object.assign(pool, { connect: inOwnName });
  pool.on('connect', (client: PoolClient) => {
    const query = client.query.bind(client) as Query;
    const overheard: Query = (...input) => {
      heard(...input);
      return query(...input);
    };
    Object.assign(client, { query: overheard });
  });
}
