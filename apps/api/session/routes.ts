import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readGlobalId, toGlobalId } from '@maillage/engine';
import { uuid } from '@maillage/kernel';
import {
  isPassing,
  People,
  personas,
  type AccessKeys,
  type Database,
  type NewSession,
  type Sessions,
} from '@maillage/platform';
import { errorBody, OUT_OF_REACH } from '../graphql/errors.js';
import { tooManyRequests, type Doorkeeper } from '../http/admission.js';
import { visitorAt } from '../http/addresses.js';
import { jsonParser } from '../http/json.js';
import type { RateLimit } from '../http/rate-limit.js';
import { keepSession, sessionCookie } from './cookies.js';
import type { OfferedPersonas } from './offered-personas.js';
import { sender } from './origin.js';

export interface SessionRoutesOptions {
  readonly database: Database;
  readonly sessions: Sessions;
  readonly people: People;
  readonly keys: AccessKeys;
  readonly doorkeeper: Doorkeeper;
  /** Of failed attempts by one address. */
  readonly failures: RateLimit;
  /** Whether anybody may act for a persona of the sample. */
  readonly offered: OfferedPersonas;
}

const asked = z.union([z.strictObject({ key: z.string() }), z.strictObject({ persona: z.string() })]);
const WHAT_TO_SEND = 'Send a JSON object with one member: {"key": "mlg_…"}, or {"persona": "<an organisation\'s id>"}.';

/** What is below /session: by JSON alone, which no form of a foreign page can send, and for no page but ours. */
export async function inSessionScope(
  server: FastifyInstance,
  doorkeeper: Doorkeeper,
  serve: (scope: FastifyInstance) => void,
): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: 4096 }, jsonParser(scope));

    scope.addHook('onRequest', async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      if (sender(request) === 'foreign') {
        return refuse(reply, 403, 'FORBIDDEN', 'Sessions are opened and closed from the pages of this server only.');
      }
      const limited = await doorkeeper.limit(undefined, request.ip);
      if (limited !== undefined) return reply.code(limited.status).headers(limited.headers).send(limited.body);
      return undefined;
    });

    scope.setErrorHandler(async (error, _, reply) => {
      // What is not expected goes on to the server's own handler.
      if (!isPassing(error)) throw error;
      return refuse(reply.header('retry-after', '1'), 503, 'SERVICE_UNAVAILABLE', OUT_OF_REACH);
    });

    serve(scope);
  });
}

/** `POST /session` signs in, `DELETE /session` out. */
export async function serveSessions(server: FastifyInstance, options: SessionRoutesOptions): Promise<void> {
  const { sessions, doorkeeper, failures } = options;
  await inSessionScope(server, doorkeeper, (scope) => {
    // Answers with the organisation it may act for, by its id in GraphQL: a page names it with each request.
    scope.post('/session', async (request, reply) => {
      const body = asked.safeParse(request.body);
      if (!body.success) return refuse(reply, 400, 'BAD_REQUEST', WHAT_TO_SEND);
      const found =
        'key' in body.data ? await byKey(options, body.data.key) : await byPersona(options, body.data.persona, request);
      if ('refused' in found) {
        void reply.header('www-authenticate', 'Bearer');
        return refuseSignIn(request, reply, failures, 'UNAUTHENTICATED', found.refused);
      }
      const opened = await sessions.open(found.opening);
      await leave(options, request);
      keepSession(request, reply, opened);
      return reply.send({ seats: [toGlobalId('Organisation', found.organisation)] });
    });

    scope.delete('/session', async (request, reply) => {
      await leave(options, request);
      sessionCookie.clear(request, reply);
      return reply.code(204).send();
    });
  });
}

/** Failures alone count: secrets are too long to be guessed, and whoever else is behind an address holds valid ones. */
export async function refuseSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  failures: RateLimit,
  code: string,
  message: string,
): Promise<FastifyReply> {
  const wait = await failures.take(`sign-in, address ${visitorAt(request.ip)}`);
  if (wait === undefined) return refuse(reply, 401, code, message);
  void reply.removeHeader('www-authenticate');
  return tooMany(reply, failures.perMinute, 'this address to sign in without success', wait);
}

/** @param whose whose minute is spent, and for what. */
export function tooMany(reply: FastifyReply, perMinute: number, whose: string, wait: number): FastifyReply {
  const { status, headers, body } = tooManyRequests(perMinute, whose, wait);
  return reply.code(status).headers(headers).send(body);
}

/** Whoever signs out, or in as somebody else, leaves no session behind. */
export async function leave(
  { sessions, people }: Pick<SessionRoutesOptions, 'sessions' | 'people'>,
  request: FastifyRequest,
): Promise<void> {
  const token = sessionCookie.read(request);
  if (token === undefined) return;
  await (People.isToken(token) ? people.close(token) : sessions.close(token));
}

type Found = { readonly opening: NewSession; readonly organisation: string } | { readonly refused: string };

async function byKey({ keys }: SessionRoutesOptions, key: string): Promise<Found> {
  const checked = await keys.check(key.trim());
  if ('refused' in checked) return checked;
  const { id: accessKeyId, organisationId: organisation, expiresAt } = checked.accessKey;
  return { opening: { accessKeyId, endsBy: expiresAt === undefined ? undefined : new Date(expiresAt) }, organisation };
}

async function byPersona(options: SessionRoutesOptions, sent: string, request: FastifyRequest): Promise<Found> {
  const refused = options.offered.refusal(request);
  if (refused !== undefined) return { refused };
  const read = readGlobalId(sent);
  const organisation = uuid.safeParse(read?.type === 'Organisation' ? read.id : sent);
  const known = await personas(options.database);
  if (!organisation.success || !known.some(({ organisationId }) => organisationId === organisation.data)) {
    return { refused: 'There is no such persona; take the id of an organisation from `signInOptions`.' };
  }
  return { opening: { persona: organisation.data }, organisation: organisation.data };
}

export function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send(errorBody(code, message));
}
