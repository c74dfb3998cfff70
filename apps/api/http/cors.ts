import cors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Read by pages of other origins; what else an answer says browsers keep from them. */
const READABLE_HEADERS = [
  'ETag',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'WWW-Authenticate',
  'X-Request-Id',
  'Content-Disposition',
];
const REMEMBERED_SECONDS = 600;

/** Whose pages may read what this server answers: those of some origins, or everybody's. */
export type CorsOrigins = '*' | readonly string[];

/**
 * Lets pages of other origins ask and be answered at some paths, those below them included. Never with credentials, whatever
 * the origins: a session belongs to the pages of this server, and what such pages send along is a key or a token.
 * To be called after the hooks whose headers a preflight's answer has too, and before those that refuse: a refusal that its
 * sender may not read says nothing to it.
 */
export async function allowOrigins(
  server: FastifyInstance,
  origins: CorsOrigins,
  paths: readonly string[],
): Promise<void> {
  if (origins.length === 0) return;
  const open: FastifyCorsOptions = {
    origin: origins === '*' ? '*' : [...origins],
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: READABLE_HEADERS,
    credentials: false,
    maxAge: REMEMBERED_SECONDS,
    strictPreflight: false,
  };
  const closed: FastifyCorsOptions = { origin: false };
  const isOpen = ({ url }: FastifyRequest) => {
    const [path = ''] = url.split('?');
    return paths.some((each) => path === each || path.startsWith(`${each}/`));
  };
  await server.register(cors, {
    delegator: (request: FastifyRequest, decide: (error: null, options: FastifyCorsOptions) => void) => {
      decide(null, isOpen(request) ? open : closed);
    },
  });
}
