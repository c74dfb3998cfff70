import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

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

/** Suffixes of files that hold another one compressed, by the coding they hold it in; the best one first. */
const CODINGS = { br: '.br', gzip: '.gz' } as const;
type Coding = keyof typeof CODINGS;

export interface FolderOptions {
  readonly headers: Readonly<Record<string, string>>;
  /** By a file's path in the folder; `no-cache` unless told otherwise. */
  readonly cacheControl?: (path: string) => string;
}

/** One file, as it is or compressed. */
interface Representation {
  readonly file: string;
  readonly etag: string;
  readonly coding: Coding | undefined;
}

/** Answers with one file; beneath a status that was set before, as one that nobody keeps. */
export type Served = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/**
 * A route for each file that is in the folder now, so that no path a client makes up reaches the disk; `index.html` answers
 * for the folder. Files of kinds not listed above are left out. Where `<file>.br` or `<file>.gz` lies beside a file, that
 * is what clients get that take it.
 */
export async function serveFolder(
  server: FastifyInstance,
  prefix: string,
  folder: string,
  options: FolderOptions,
): Promise<void> {
  for (const [path, served] of await filesOf(folder, options)) {
    server.get(`${prefix}${path === 'index.html' ? '' : path}`, served);
  }
}

/** What answers for each file that is in the folder now, by its path there with `/`. */
export async function filesOf(
  folder: string,
  { headers, cacheControl = () => 'no-cache' }: FolderOptions,
): Promise<ReadonlyMap<string, Served>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Set(entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)));
  const served = new Map<string, Served>();
  for (const file of files) {
    const type = TYPES[extname(file)];
    if (type === undefined) continue;
    const path = relative(folder, file).split(sep).join('/');
    const compressed = (Object.keys(CODINGS) as Coding[]).filter((coding) => files.has(`${file}${CODINGS[coding]}`));
    const representations = await Promise.all([
      ...compressed.map((coding) => representation(`${file}${CODINGS[coding]}`, coding)),
      representation(file, undefined),
    ]);
    const common = { ...headers, 'cache-control': cacheControl(path) };
    served.set(path, async (request, reply) => {
      const { file: chosen, etag, coding } = choose(representations, request.headers['accept-encoding']);
      if (compressed.length > 0) varyBy(reply, 'accept-encoding');
      void reply.headers({ ...common, ...(coding !== undefined && { 'content-encoding': coding }) });
      if (reply.statusCode !== 200)
        return reply.header('cache-control', 'no-store').type(type).send(createReadStream(chosen));
      void reply.header('etag', etag);
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return reply.type(type).send(createReadStream(chosen));
    });
  }
  return served;
}

/** Beside whatever else the answer was said to depend on. */
export function varyBy(reply: FastifyReply, header: string): void {
  const before = reply.getHeader('vary');
  void reply.header('vary', before === undefined ? header : `${String(before)}, ${header}`);
}

async function representation(file: string, coding: Coding | undefined): Promise<Representation> {
  const hash = createHash('sha256').update(await readFile(file));
  return { file, etag: `"${hash.digest('base64url')}"`, coding };
}

/** The first that the client takes; the file as it is comes last, and is taken by all. */
function choose(representations: readonly Representation[], accepted = ''): Representation {
  const taken = new Set(
    accepted
      .toLowerCase()
      .split(',')
      .map((each) => each.split(';').map((part) => part.trim()))
      .filter((parts) => !parts.some((part) => /^q=0(\.0*)?$/.test(part)))
      .map(([coding]) => coding),
  );
  const found = representations.find(({ coding }) => coding === undefined || taken.has(coding));
  if (found === undefined) throw new Error('A file is served as it is, whatever else there is.');
  return found;
}
