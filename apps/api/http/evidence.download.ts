import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DOWNLOADS_AT_ONCE, isSha256, safeFileName, type KeptFile } from '@maillage/platform';
import { EVIDENCE_PATH, type EvidenceOptions } from './evidence.options.js';
import { refuse } from './log/open-data.js';
import { Places, type PlaceLimits } from './log/places.js';

/** The content behind an address never changes, but it may be erased: whoever kept it asks each time, and is told by the hash. */
const CACHING = 'no-cache';
/** What not everybody may have, nobody keeps for others. */
const CACHING_PRIVATE = 'private, no-cache';
/** Nothing in a file runs, loads anything or acts as a page of this server, however it is opened. */
const POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** A half-read file is a file, or a connection to the store, held open. */
const PLACES: PlaceLimits = { inAll: DOWNLOADS_AT_ONCE, perAddress: 20, stallMs: 30_000 };

interface Asked {
  readonly Params: { readonly sha256: string; readonly name?: string };
}

/**
 * GET and HEAD /evidence/<sha256>[/<name>]: the name is for whoever saves it; only the hash finds the file. One that a
 * mission keeps private is given to those alone that may see it, by a key, a token or the session of a browser.
 */
export function serveDownloads(
  scope: FastifyInstance,
  { files, mayHave, places: limits = PLACES }: Pick<EvidenceOptions, 'files' | 'mayHave' | 'places'>,
): void {
  const places = new Places(limits, 'downloads');
  scope.addHook('preClose', () => places.close());
  const answer = async (request: FastifyRequest<Asked>, reply: FastifyReply) => {
    const { sha256, name } = request.params;
    const file = isSha256(sha256) ? await files.find(sha256) : undefined;
    if (file === undefined) return notKept(reply);
    if (file.erased) {
      return refuse(reply, 410, 'ERASED', 'This file was erased; the records that name it still say its hash.');
    }
    if (file.keptPrivate) {
      const reader = request.principal?.scopes.includes('read') === true ? request.principal.organisation : undefined;
      if (!(await mayHave(sha256, reader))) return withheld(reply, request);
    }
    const etag = `"${sha256}"`;
    const known = request.headers['if-none-match'] === etag;
    const isBare = known || request.method === 'HEAD';
    const place = isBare ? undefined : places.take(reply);
    if (place !== undefined && !(place instanceof AbortSignal)) {
      return refuse(reply.header('retry-after', '10'), place.status, place.code, place.message);
    }
    const content = isBare ? 'none' : await files.open(file);
    if (content === undefined) return notKept(reply);
    void reply.headers({
      etag,
      'cache-control': file.keptPrivate ? CACHING_PRIVATE : CACHING,
      'content-security-policy': POLICY,
    });
    if (known) return reply.code(304).send();
    void reply.headers({
      'content-type': contentType(file),
      'content-length': file.size,
      'content-disposition': disposition(file, name),
    });
    return content === 'none' ? reply.send() : reply.send(content);
  };
  for (const path of ['/:sha256', '/:sha256/:name']) {
    scope.route<Asked>({
      method: ['GET', 'HEAD'],
      url: `${EVIDENCE_PATH}${path}`,
      exposeHeadRoute: false,
      config: { admits: true },
      handler: answer,
    });
  }
}

function notKept(reply: FastifyReply): FastifyReply {
  const message = 'No file of this hash is kept here; a file is at /evidence/<its SHA-256 in lower-case hexadecimal>.';
  return refuse(reply, 404, 'NOT_FOUND', message);
}

function withheld(reply: FastifyReply, { principal, sessionOver }: FastifyRequest<Asked>): FastifyReply {
  if (principal !== undefined) {
    const message =
      'Its mission keeps this file private; those that joined by invitation, the parties and whoever recorded it may have it.';
    return refuse(reply, 403, 'FORBIDDEN', message);
  }
  void reply.header('www-authenticate', 'Bearer');
  return sessionOver
    ? refuse(
        reply,
        401,
        'SESSION_EXPIRED',
        'Your session has expired: sign in again, then ask for this file once more.',
      )
    : refuse(
        reply,
        401,
        'UNAUTHENTICATED',
        "Its mission keeps this file private: sign in, or send an organisation's access key or token as `Authorization: Bearer …`.",
      );
}

function contentType({ mediaType }: KeptFile): string {
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
}

/**
 * RFC 6266: the name in ASCII for whoever knows no better, and as RFC 8187 has it. Nothing is shown in the browser, pictures
 * neither: bytes that somebody uploaded would be decoded as they came, and a preview is of bytes that were made anew.
 */
function disposition({ mediaType }: KeptFile, given: string | undefined): string {
  if (given === undefined) return 'attachment';
  const name = safeFileName(given, mediaType);
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const extended = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${extended}`;
}
