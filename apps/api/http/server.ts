import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import cookie from '@fastify/cookie';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Config, Logger, Person, Principal } from '@maillage/platform';
import { ACTING_HEADER } from '../graphql/context.js';
import { errorBody } from '../graphql/errors.js';
import { sessionCookie } from '../session/cookies.js';
import { organisationIdIn } from './organisation-id.js';
import type { OfferedPersonas } from '../session/offered-personas.js';
import { sender } from '../session/origin.js';
import { PasskeySites } from '../session/passkey-sites.js';
import { named, tooBusy, type Doorkeeper } from './admission.js';
import { clientOf, whenOver } from './client.js';
import { allowOrigins } from './cors.js';
import { EVIDENCE_PATH } from './evidence.options.js';
import { namingHostOf } from './hosts.js';
import { jsonParser, UnacceptableJson } from './json.js';
import type { Pace } from './pace.js';
import { isRead } from './pages.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, on routes that find out; else the public. */
    principal: Principal | undefined;
    /** For whom it is counted, on the same routes. */
    visitor: string;
    /** When the session ends that the principal came by. */
    sessionEnds: string | undefined;
    /** Whether the public came with a session that is over. */
    sessionOver: boolean;
    unseated: boolean;
    /** Who signed in as herself, whomever she acts for. */
    person: Person | undefined;
    /** Aborted when the client goes away without its answer; of GraphQL alone. */
    client: AbortSignal | undefined;
  }
  interface FastifyInstance {
    /** Where people find this server, as in `https://ledger.example.org`; it answers there alone. In production only. */
    publicOrigin: string | undefined;
  }
  interface FastifyContextConfig {
    /** Whether who asks is found out before the route is reached: by a key, a token or the session of a browser. */
    admits?: boolean;
  }
}

export const GRAPHQL_PATH = '/graphql';
export const LARGEST_BODY = 1024 * 1024;
/** A name of a file, 200 UTF-16 units of which each may take nine characters in an address, is the longest part of a path. */
const LONGEST_PARAMETER = 1_800;
const REQUEST_ID = /^[A-Za-z0-9._:-]{1,64}$/;

/** Of every answer, unless its route says otherwise. */
const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
};
/** In production beside them, where this is reached by https alone: elsewhere browsers would complain of them. */
const HTTPS_HEADERS = {
  'strict-transport-security': 'max-age=31536000',
  'cross-origin-opener-policy': 'same-origin',
};

function headersOf({ production }: Pick<Config, 'production'>): Readonly<Record<string, string>> {
  return production ? { ...SECURITY_HEADERS, ...HTTPS_HEADERS } : SECURITY_HEADERS;
}

/** For libraries: below `info` they quote headers, and with them addresses of visitors and cookies. */
function withoutDetails(log: Logger): Logger {
  const isCoarser = log.levelVal >= (log.levels.values['info'] ?? 0);
  return log.child({}, isCoarser ? {} : { level: 'info' });
}

/** Answers what goes wrong outside GraphQL in GraphQL's error form, in place of Nest's own. */
class Adapter extends FastifyAdapter {
  constructor(
    private readonly log: Logger,
    config: Pick<Config, 'production' | 'trustProxy'>,
  ) {
    const { trustProxy } = config;
    super({
      loggerInstance: withoutDetails(log),
      // One line per request, when it has been answered: see below.
      logController: new LogController({ disableRequestLogging: true }),
      trustProxy: trustProxy.length > 0 ? [...trustProxy] : false,
      bodyLimit: LARGEST_BODY,
      routerOptions: { maxParamLength: LONGEST_PARAMETER },
      requestIdHeader: false,
      genReqId: requestIdOf,
      return503OnClosing: true,
      // Keep-alive connections that idle do not hold up a shutdown.
      forceCloseConnections: 'idle',
      requestTimeout: 60_000,
      // An address that cannot be read reaches no hook.
      frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
        const status = error.statusCode === 414 ? 414 : 400;
        const message = status === 414 ? 'A part of the address is too long.' : 'The address is malformed.';
        void reply
          .code(status)
          .headers({ ...headersOf(config), 'x-request-id': request.id, 'cache-control': 'no-store' })
          .type('application/json; charset=utf-8')
          .send(errorBody('BAD_REQUEST', message));
      },
    });
  }

  override setErrorHandler() {
    return this.getInstance<FastifyInstance>().setErrorHandler((error: FastifyError, request, reply) => {
      const [status, code, message] = ofFastify(error);
      if (status >= 500) this.log.error({ err: error, requestId: request.id }, 'a request failed');
      const about = status >= 500 ? { requestId: request.id } : {};
      return withoutContentHeaders(reply)
        .code(status)
        .header('cache-control', 'no-store')
        .type('application/json')
        .send(errorBody(code, message, about));
    });
  }

  override setNotFoundHandler() {
    return this.getInstance<FastifyInstance>().setNotFoundHandler((request, reply) => {
      const { notFoundPage } = request.server;
      if (notFoundPage !== undefined && isRead(request)) return notFoundPage(request, reply);
      return reply
        .code(404)
        .header('cache-control', 'no-store')
        .send(errorBody('NOT_FOUND', `There is nothing here; GraphQL is at ${GRAPHQL_PATH}.`));
    });
  }
}

/**
 * For an answer that is no longer the content it began as, because that could not be read, say: nobody is to keep it as
 * that, nor to unpack or save it.
 */
export function withoutContentHeaders(reply: FastifyReply): FastifyReply {
  for (const header of ['etag', 'content-encoding', 'content-disposition']) void reply.removeHeader(header);
  return reply;
}

export function newAdapter(logger: Logger, config: Pick<Config, 'production' | 'trustProxy'>): FastifyAdapter {
  const adapter = new Adapter(logger, config);
  adapter.useBodyParser('application/json', false, { bodyLimit: LARGEST_BODY }, jsonParser(adapter.getInstance()));
  return adapter;
}

/** The caller's, so that its log and ours can be told together; ours where it sent none that is fit for a log. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const sent = headers['x-request-id'];
  return typeof sent === 'string' && REQUEST_ID.test(sent) ? sent : randomUUID();
}

export interface ServerOptions {
  readonly config: Config;
  readonly doorkeeper: Doorkeeper;
  readonly offered: OfferedPersonas;
  readonly pace: Pace;
  readonly logger: Logger;
}

/** What every request goes through, before Nest sees it. */
export async function prepareServer(
  server: FastifyInstance,
  { config, doorkeeper, offered, pace, logger }: ServerOptions,
): Promise<void> {
  await server.register(cookie);
  server.decorate('publicOrigin', config.production ? config.publicUrl : undefined);
  server.decorateRequest('principal', undefined);
  server.decorateRequest('visitor', '');
  server.decorateRequest('sessionEnds', undefined);
  server.decorateRequest('sessionOver', false);
  server.decorateRequest('unseated', false);
  server.decorateRequest('person', undefined);
  server.decorateRequest('client', undefined);
  closeUnusedConnections(server);

  const [headers, passkeys] = [headersOf(config), new PasskeySites(config)];
  server.addHook('onRequest', async (request, reply) => {
    void reply.headers({ ...headers, 'x-request-id': request.id });
    offered.notice(request);
  });
  refuseOtherHosts(server, config);
  await allowOrigins(server, config.corsOrigins, [GRAPHQL_PATH, EVIDENCE_PATH]);
  server.addHook('onRequest', async (request, reply) => {
    const { url, config } = request.routeOptions;
    if (url !== GRAPHQL_PATH && config.admits !== true) return undefined;
    // Browsers send the cookie by themselves, whoever makes them: it counts where a page of ours did.
    const session = sender(request) === 'own' ? sessionCookie.read(request) : undefined;
    const { authorization } = request.headers;
    const [acting, needed] = [actingFor(request), passkeys.areNeededAt(request)];
    const admission = await doorkeeper.admit(authorization, request.ip, request.id, session, acting, needed);
    if ('principal' in admission) {
      const { principal, visitor, sessionEnds, sessionOver = false, unseated = false, person } = admission;
      Object.assign(request, { principal, visitor, sessionEnds, sessionOver, unseated, person });
      if (sessionOver) sessionCookie.clear(request, reply);
      if (url !== GRAPHQL_PATH) return undefined;
      request.client = clientOf(reply);
      const answered = await pace.turn(visitor, request.client);
      if (answered === undefined) {
        const busy = tooBusy(named(principal));
        return reply.code(busy.status).headers(busy.headers).send(busy.body);
      }
      whenOver(reply, answered);
      return undefined;
    }
    return reply.code(admission.status).headers(admission.headers).send(admission.body);
  });

  server.addHook('onResponse', async (request, reply) => {
    const path = request.routeOptions.url;
    if (path === undefined || path.startsWith('/health') || path === '/metrics') return;
    logger.info(
      {
        requestId: request.id,
        method: request.method,
        path,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        organisation: request.principal?.organisation,
      },
      'request answered',
    );
  });
}

/** The organisation a session is to act for: by the header, or in the address of a file, which a link alone leads to. */
function actingFor({ headers, query, routeOptions }: FastifyRequest): string | undefined {
  const { for: linked } = query as Readonly<Record<string, unknown>>;
  const sent = headers[ACTING_HEADER] ?? (routeOptions.url === GRAPHQL_PATH ? undefined : linked);
  return typeof sent === 'string' ? organisationIdIn(sent) : undefined;
}

/** In production; health is asked for at a port of its own, by whatever name. */
function refuseOtherHosts(server: FastifyInstance, { trustProxy }: Config): void {
  if (server.publicOrigin === undefined) return;
  const namesUs = namingHostOf(server.publicOrigin, trustProxy);
  server.addHook('onRequest', async (request, reply) => {
    if (namesUs(request.raw)) return undefined;
    const message = 'This server answers under the one name that PUBLIC_URL says.';
    return reply.code(421).header('cache-control', 'no-store').send(errorBody('MISDIRECTED_REQUEST', message));
  });
}

/**
 * Clients connect ahead of need, and again when they leave a stream. For Node a connection on which nothing was asked yet is
 * not idle: it would hold up a shutdown for a minute.
 */
export function closeUnusedConnections(server: FastifyInstance): void {
  const unused = new Set<Socket>();
  let closing = false;
  server.server.on('connection', (socket) => {
    // Each request on it waits for its end, and a client may send many behind one another.
    socket.setMaxListeners(0);
    if (closing) socket.destroy();
    else unused.add(socket.once('close', () => unused.delete(socket)));
  });
  server.server.on('request', ({ socket }) => unused.delete(socket));
  server.addHook('preClose', async () => {
    closing = true;
    for (const socket of unused) socket.destroy();
  });
}

function ofFastify(error: FastifyError): [number, string, string] {
  if (error instanceof UnacceptableJson) return [error.statusCode, 'BAD_REQUEST', error.message];
  const { code, statusCode } = error;
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return [413, 'BODY_TOO_LARGE', `The body is too large; at most ${LARGEST_BODY / 1024} KiB are accepted.`];
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return [415, 'UNSUPPORTED_MEDIA_TYPE', 'This content type is not accepted; send application/json.'];
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return [400, 'BAD_REQUEST', 'The body is empty; send a JSON object with the key "query".'];
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return [400, 'BAD_REQUEST', 'The body is not well-formed JSON.'];
  }
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500
    ? [statusCode, 'BAD_REQUEST', 'The request is malformed.']
    : [500, 'INTERNAL_SERVER_ERROR', 'Internal error'];
}
