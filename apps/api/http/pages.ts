import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { projectRoot } from '@maillage/platform';
import { ROUTES } from '../../web/shell/routes.js';
import { IMMUTABLE } from './log/open-data.js';
import { filesOf, varyBy, type Served } from './static-files.js';

/** Made by `npm run build`, from apps/web/. */
const FOLDER = join(projectRoot, 'dist', 'pages');

// Everything from this host, nothing written into the page itself; the live timeline's WebSocket is of this host, too. No
// text becomes markup or script but by the one policy of apps/web/shell/trusted-types.ts.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // Of what somebody is about to attach, the page shows a small picture before it is sent.
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

declare module 'fastify' {
  interface FastifyInstance {
    /** What a browser is shown where nothing is, in place of an error in JSON. */
    notFoundPage?: Served;
  }
}

/**
 * The pages at their addresses, which the browser tells apart: one document answers for all. It also answers, as not found,
 * a browser that asks for what is not there.
 * @param folder with `index.html` and, in `assets/`, files whose names change with their content.
 */
export async function servePages(server: FastifyInstance, folder = FOLDER): Promise<void> {
  const files = await filesIn(folder);
  const page = files.get('index.html') ?? notBuilt;
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    // To the router, `/missions/` names a mission: the one of no name.
    const named = !Object.values(request.params as Readonly<Record<string, string>>).includes('');
    if (named) {
      varyBy(reply, 'accept');
      if (wantsPage(request)) return page(request, reply);
    }
    reply.callNotFound();
    return reply;
  };
  for (const route of Object.keys(ROUTES)) {
    server.get(route, answer);
    if (route !== '/') server.get(`${route}/`, answer);
  }
  server.decorate('notFoundPage', notFound(page));
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

/** Not kept by a browser: there may be something later. */
const notFound =
  (page: Served): Served =>
  (request, reply) => {
    varyBy(reply, 'accept');
    return page(request, reply.code(404));
  };

/** A program that asks for JSON at a page's address is told that nothing is there, rather than sent a page. */
function wantsPage({ headers: { accept } }: FastifyRequest): boolean {
  return accept === undefined || /(^|,)\s*(text\/html|text\/\*|\*\/\*)\s*(;|,|$)/i.test(accept);
}

/** Somebody in front of a browser: it names HTML, which a program that takes anything does not. */
export function isRead({ method, headers: { accept = '' } }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && /(^|,)\s*text\/html\s*(;|,|$)/i.test(accept);
}
