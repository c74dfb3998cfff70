import type { FastifyInstance, FastifyReply } from 'fastify';
import { isPassing } from '@maillage/platform';
import { errorBody } from '../../graphql/errors.js';
import { visitorAt } from '../addresses.js';
import { tooManyRequests } from '../admission.js';
import type { RateLimit } from '../rate-limit.js';

/** Answers that can never change: a full or partial tile, a bundle of entries, a numbered schema. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';

/** What a path that does not exist is told, by the folder it is in. */
const FOLDERS = {
  '/log': 'The log is at /log/checkpoint, /log/key, /log/policy, /log/tile/…, /log/values/<N> and /log/events.',
  '/schemas': 'The list of schemas is at /schemas; one is at /schemas/<type>/<number>.json.',
} as const;

const OUT_OF_REACH = 'The log is out of reach for the moment; ask again.';
const METHODS = 'GET, HEAD';
const READABLE_HEADERS = 'ETag, Maillage-Head, Maillage-Witness-Quorum, Retry-After, X-Request-Id';

/**
 * What holds for everything that is open to anyone: pages of any origin may read it, nobody may write it, and reading too
 * fast is told when to go on.
 */
export function openToAll(scope: FastifyInstance, rateLimit: RateLimit): void {
  scope.addHook('onRequest', async (request, reply) => {
    void reply.headers({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': READABLE_HEADERS,
      'cross-origin-resource-policy': 'cross-origin',
    });
    switch (request.method) {
      case 'GET':
      case 'HEAD':
        break;
      case 'OPTIONS':
        return reply
          .code(204)
          .headers({
            'access-control-allow-methods': METHODS,
            'access-control-allow-headers': 'Last-Event-ID, If-None-Match, Cache-Control, X-Request-Id',
            'access-control-max-age': '86400',
          })
          .send();
      default:
        void reply.header('allow', METHODS);
        return refuse(reply, 405, 'METHOD_NOT_ALLOWED', 'This is to be read: GET and HEAD are accepted.');
    }
    const wait = await rateLimit.take(`log, address ${visitorAt(request.ip)}`);
    if (wait === undefined) return undefined;
    const { status, headers, body } = tooManyRequests(rateLimit.perMinute, 'this address at /log and /schemas', wait);
    return reply.code(status).header('cache-control', 'no-store').headers(headers).send(body);
  });

  scope.setErrorHandler(async (error, _, reply) => {
    // What is not expected goes on to the server's own handler.
    if (!isPassing(error)) throw error;
    return refuse(reply.header('retry-after', '1'), 503, 'SERVICE_UNAVAILABLE', OUT_OF_REACH);
  });

  for (const [folder, message] of Object.entries(FOLDERS)) {
    const nothing = async (_: unknown, reply: FastifyReply) => refuse(reply, 404, 'NOT_FOUND', message);
    scope.all(`${folder}/*`, nothing);
    scope.route({ method: ['OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'], url: folder, handler: nothing });
  }
  scope.get('/log', async (_, reply) => refuse(reply, 404, 'NOT_FOUND', FOLDERS['/log']));
}

/** An error in the form GraphQL clients read, as everywhere on this server; kept by no cache. */
export function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(errorBody(code, message));
}
