import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { FastifyInstance } from 'fastify';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * A route for each file that is in the folder now, so that no path a client makes up reaches the disk; `index.html` answers
 * for the folder. Files of kinds not listed above are left out.
 */
export async function serveFolder(
  server: FastifyInstance,
  prefix: string,
  folder: string,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file
      .slice(folder.length + 1)
      .split(sep)
      .join('/');
    const etag = `"${createHash('sha256')
      .update(await readFile(file))
      .digest('base64url')}"`;
    server.get(`${prefix}${path === 'index.html' ? '' : path}`, async (request, reply) => {
      void reply.headers({ ...headers, etag, 'cache-control': 'no-cache' });
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return reply.type(type).send(createReadStream(file));
    });
  }
}
