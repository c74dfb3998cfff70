import type { FastifyRequest } from 'fastify';

/** Where this server is, as the browser sees it: in production where it says, else by the request, or its trusted proxy. */
function ownOrigin({ server, protocol, host }: FastifyRequest): string {
  return server.publicOrigin ?? `${protocol}://${host}`;
}

export function isByHttps(request: FastifyRequest): boolean {
  return ownOrigin(request).startsWith('https://');
}

/**
 * Whether a page of this very server sent the request, by what only browsers can say: `Sec-Fetch-Site`, or from those that
 * do not send it (they leave it out without https) `Origin`. `unsaid` by whatever is no browser, and by a GET in such a one.
 */
export function sender(request: FastifyRequest): 'own' | 'foreign' | 'unsaid' {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' ? 'own' : 'foreign';
  const { origin } = request.headers;
  if (origin === undefined) return 'unsaid';
  return origin === ownOrigin(request) ? 'own' : 'foreign';
}

export const LONGEST_PATH = 1_000;
/** Any host will do: what resolves to another one was no path. */
const ANYWHERE = 'http://path.invalid';

/** @returns a path on this host that a redirect may lead to, as browsers will read it; else `undefined`. */
export function localPath(to: string | undefined): string | undefined {
  if (to === undefined || to.length > LONGEST_PATH || !to.startsWith('/')) return undefined;
  if (!URL.canParse(to, ANYWHERE)) return undefined;
  const { origin, pathname, search, hash } = new URL(to, ANYWHERE);
  // `/.//host` has become `//host` here: it would name a host where it is read again.
  return origin === ANYWHERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : undefined;
}
