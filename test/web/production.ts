import type { BrowserContext } from 'playwright-core';
import { WebSocket } from 'ws';
import { PRODUCTION_HOST, startProduction, type TestApi } from '../harness/api.js';

export interface Production {
  readonly url: string;
  /** Once a page follows something over a WebSocket. */
  readonly followed: Promise<void>;
  /** Has a browser find it under its name, as by a proxy that ends https: no name is looked up, and no certificate needed. */
  serve(context: BrowserContext): Promise<void>;
  close(): Promise<void>;
}

/** A second server over the same ledger, in production. */
export async function openProduction({ databaseUrl }: TestApi, pagesFolder: string): Promise<Production> {
  const url = `https://${PRODUCTION_HOST}`;
  const api = await startProduction(databaseUrl, { pagesFolder });
  const asProxy = { 'x-forwarded-host': PRODUCTION_HOST, 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.1' };
  let served: BrowserContext | undefined;
  let follow: () => void = () => undefined;
  const followed = new Promise<void>((resolve) => (follow = resolve));
  return {
    url,
    followed,
    serve: async (context) => {
      served = context;
      await context.route(`${url}/**`, async (route) => {
        const request = route.request();
        const { pathname, search } = new URL(request.url());
        const headers = { ...(await request.allHeaders()), ...asProxy };
        const response = await route.fetch({ url: `${api.url}${pathname}${search}`, headers, maxRedirects: 0 });
        await route.fulfill({ response });
      });
      await context.routeWebSocket(`wss://${PRODUCTION_HOST}/**`, (page) => {
        const server = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
          headers: asProxy,
        });
        const open = new Promise((resolve) => server.once('open', resolve));
        page.onMessage(
          (message) =>
            void open.then(() => {
              server.send(message);
            }),
        );
        page.onClose(() => {
          server.close();
        });
        server.on('message', (data: Buffer) => {
          if (data.toString().includes('connection_ack')) follow();
          page.send(data.toString());
        });
      });
    },
    close: async () => {
      await served?.unrouteAll({ behavior: 'ignoreErrors' });
      await api.close();
    },
  };
}
