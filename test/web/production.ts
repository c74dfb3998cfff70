import type { BrowserContext } from 'playwright-core';
import { WebSocket } from 'ws';
import { loadConfig } from '@maillage/platform';
import { startApi } from '../../apps/api/bootstrap.js';
import { ledgerEnvironment, type TestApi } from '../harness/api.js';

const NAME = 'ledger.example.org';

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
  const url = `https://${NAME}`;
  const profile = { MAILLAGE_PROFILE: 'production', PUBLIC_URL: url, TRUST_PROXY: '127.0.0.1' };
  const ports = { PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent' };
  const config = loadConfig({ ...ledgerEnvironment(databaseUrl), ...ports, ...profile });
  const api = await startApi({ config, projects: false, pagesFolder });
  const asProxy = { 'x-forwarded-host': NAME, 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.1' };
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
      await context.routeWebSocket(`wss://${NAME}/**`, (page) => {
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
