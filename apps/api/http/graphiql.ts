import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { projectRoot } from '@maillage/platform';
import { serveFolder } from './static-files.js';

/** Made by `npm run build`, from apps/api/graphiql/. */
const FOLDER = join(projectRoot, 'dist', 'graphiql');

// Everything from this host. Its editor sets styles on elements and puts its icon font into the style sheet.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page for trying queries, at /graphiql. */
export async function serveGraphiql(server: FastifyInstance): Promise<void> {
  server.get('/graphiql', async (_, reply) => reply.redirect('/graphiql/', 302));
  if (!existsSync(join(FOLDER, 'index.html'))) {
    server.get('/graphiql/', async (_, reply) =>
      reply.code(404).type('text/plain; charset=utf-8').send('The GraphiQL page has not been built: npm run build\n'),
    );
    return;
  }
  await serveFolder(server, '/graphiql/', FOLDER, { headers: { 'content-security-policy': POLICY } });
}
