import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-ws';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import './page.css';

const WORKERS = { json: 'json.worker.js', graphql: 'graphql.worker.js' };

globalThis.MonacoEnvironment = {
  getWorker: (_, label) =>
    new Worker(new URL(WORKERS[label] ?? 'editor.worker.js', import.meta.url), { type: 'module' }),
};

const EXAMPLE = `# Public data needs no key. To record something, put an organisation's key into the headers below:
#   { "authorization": "Bearer mlg_…" }
# and give every mutation a commandId of its own, a UUID: sent twice, it counts once.

query Organisations {
  organisations(first: 10) {
    nodes {
      id
      name
      sector
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`;

const http = new URL('/graphql', location.href);
const socket = new URL(http);
socket.protocol = http.protocol === 'https:' ? 'wss:' : 'ws:';

const fetcher = createGraphiQLFetcher({
  url: http.href,
  wsClient: createClient({ url: socket.href, lazy: true }),
});

createRoot(document.getElementById('graphiql')).render(
  createElement(GraphiQL, { fetcher, defaultQuery: EXAMPLE, defaultEditorToolsVisibility: 'headers' }),
);
