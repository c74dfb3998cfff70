import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { projectRoot } from '@maillage/platform';
import { IMMUTABLE } from './log/open-data.js';
import { filesOf, varyBy, type Served } from './static-files.js';

/** Made by `npm run build`, from apps/web/. */
const FOLDER = join(projectRoot, 'dist', 'apps', 'web');

/** Where there are pages. The browser tells them apart: one document answers for all. */
const PAGES = [
  ...['/', '/missions', '/missions/*', '/organisations/*', '/commitments/*'],
  ...['/desk', '/desk/*', '/review/*', '/record/*', '/search', '/sign-in'],
];

// Everything from this host, nothing written into the page itself; the live timeline's WebSocket is of this host, too.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** @param folder with `index.html` and, in `assets/`, files whose names change with their content. */
export async function servePages(server: FastifyInstance, folder = FOLDER): Promise<void> {
  const files = await filesIn(folder);
  const page = files.get('index.html') ?? notBuilt;
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    varyBy(reply, 'accept');
    if (wantsPage(request)) return page(request, reply);
    reply.callNotFound();
    return reply;
  };
  for (const path of PAGES) server.get(path, answer);
  for (const [path, served] of files) {
    if (path !== 'index.html') server.get(`/${path}`, served);
  }
}

async function filesIn(folder: string): Promise<ReadonlyMap<string, Served>> {
  if (!existsSync(join(folder, 'index.html'))) return new Map();
  return filesOf(folder, {
    headers: { 'content-security-policy': POLICY },
    cacheControl: (path) => (path.startsWith('assets/') ? IMMUTABLE : 'no-cache'),
  });
}

const notBuilt: Served = async (_, reply) =>
  reply.code(404).type('text/plain; charset=utf-8').send('The pages have not been built: npm run build\n');

/** A program that asks for JSON at a page's address is told that nothing is there, rather than sent a page. */
function wantsPage({ headers: { accept } }: FastifyRequest): boolean {
  return accept === undefined || /(^|,)\s*(text\/html|text\/\*|\*\/\*)\s*(;|,|$)/i.test(accept);
}
