import { Client, fetchExchange, mapExchange, subscriptionExchange } from '@urql/core';
import { createClient as createSocket } from 'graphql-ws';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Provider } from 'urql';
import { actingHeaders } from '../acting-for.js';
import { Connection, ConnectionContext, type ConnectionState } from './connection.js';

const GRAPHQL_PATH = '/graphql';

/** One client for all pages. What it notices of the connection is said by {@link Connection}. */
function newClient(connection: Connection): Client {
  const socket = createSocket({
    url: new URL(GRAPHQL_PATH, location.href.replace(/^http/, 'ws')).href,
    lazy: true,
    // For ever, with longer and longer waits: a page left open overnight picks up where it was.
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    keepAlive: 20_000,
    on: {
      connected: () => {
        connection.up('live');
      },
      closed: (event) => {
        if (!(event instanceof CloseEvent && event.code === 1000)) connection.down('live');
      },
    },
  });
  return new Client({
    url: GRAPHQL_PATH,
    // Documents are asked for anew each time: a ledger's page is worth what its figures are worth now.
    requestPolicy: 'network-only',
    preferGetMethod: false,
    fetchOptions: () => ({ credentials: 'same-origin', headers: actingHeaders() }),
    exchanges: [
      mapExchange({
        onResult: ({ operation, error }) => {
          if (operation.kind === 'subscription' || operation.kind === 'teardown') return;
          if (error?.networkError === undefined || error.response !== undefined) connection.up('requests');
          else connection.down('requests');
        },
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe({ query: query ?? '', variables: { ...variables } }, sink as never),
          }),
        }),
      }),
    ],
  });
}

export function ApiProvider({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<ConnectionState>('up');
  const { client, connection } = useMemo(() => {
    const connection = new Connection(setState);
    return { connection, client: newClient(connection) };
  }, []);
  useEffect(() => {
    const offline = () => {
      connection.down('browser');
    };
    const online = () => {
      connection.up('browser');
    };
    window.addEventListener('offline', offline);
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('offline', offline);
      window.removeEventListener('online', online);
    };
  }, [connection]);
  return (
    <ConnectionContext value={state}>
      <Provider value={client}>{children}</Provider>
    </ConnectionContext>
  );
}
