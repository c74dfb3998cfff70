import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  LINK_MS,
  PERSON_LANGUAGES,
  type AccountLinks,
  type Logger,
  type People,
  type Sessions,
} from '@maillage/platform';
import type { Doorkeeper } from '../http/admission.js';
import { attemptCookie, keepSession, linkCookie } from './cookies.js';
import { CALLBACK, SignInFailed, type Attempt, type OidcSignIn, type Wanted } from './oidc.js';
import { localPath } from './origin.js';
import { leave } from './routes.js';

/** So long a person may take at the issuer. */
const ATTEMPT_SECONDS = 600;
/** Where whoever signs in wants to go, unless told otherwise. */
const DESK = '/desk';

const language = z.enum(PERSON_LANGUAGES).catch('en');
const beginning = z.object({ to: z.string().optional().catch(undefined), language });
const attemptSchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
  language,
  links: z.boolean().catch(false),
});

export interface OidcRoutesOptions {
  /** Absent where no issuer is configured to sign in at. */
  readonly signIn: OidcSignIn | undefined;
  readonly sessions: Sessions;
  readonly people: People;
  readonly accountLinks: AccountLinks;
  readonly doorkeeper: Doorkeeper;
  readonly logger: Logger;
}

/**
 * `GET /session/oidc?to=/path` leads to the issuer, `GET /session/oidc/callback` back. A browser comes here by itself, so
 * every failure leads to a page: `/sign-in?error=…`, with the codes of {@link SignInFailed}.
 *
 * What begins is kept in a cookie of the same browser for ten minutes. It is not signed: whoever could plant one could as
 * well have had it signed here, and where it leads is checked again. The session's own cookie is `SameSite=Strict`; the
 * redirect from the callback to a page does not carry it, as it is still part of a journey that began elsewhere, but the
 * page is the same for everyone, and its requests, being its own, do. It is the page at `/sign-in` with the fragment `arrived`,
 * which finds out whom she may act for before it goes on, as after any other way to sign in.
 */
export function serveOidc(server: FastifyInstance, options: OidcRoutesOptions): void {
  const { people, accountLinks } = options;

  server.get('/session/oidc', async (request, reply) => {
    const asked = beginning.parse(request.query);
    const to = localPath(asked.to) ?? DESK;
    return orExplain(request, reply, options, to, async (signIn) => {
      const { address } = await beginAttempt(signIn, request, reply, { to, language: asked.language, links: false });
      return address;
    });
  });

  server.get(CALLBACK, async (request, reply) => {
    const attempt = decode(attemptCookie.read(request));
    const to = localPath(attempt?.to) ?? DESK;
    return orExplain(request, reply, options, to, async (signIn) => {
      // It serves once.
      attemptCookie.clear(request, reply);
      if (attempt === undefined) throw new SignInFailed('interrupted', 'No attempt was begun in this browser.');
      const { account, claim, until } = await signIn.finish(request.url, attempt);
      // Whatever the cookie says: what was begun as a link signs nobody in.
      const browser = await accountLinks.answer(attempt.state, account);
      if (browser !== undefined) {
        linkCookie.set(request, reply, browser, LINK_MS / 1000);
        return '/me#linking';
      }
      if (attempt.links) throw new SignInFailed('interrupted', 'Nobody began this link, or it is done.');
      const opened = await people.signInByAccount({ account, claim, language: attempt.language, endsBy: until });
      await leave(options, request);
      keepSession(request, reply, opened);
      return `/sign-in?${new URLSearchParams({ to }).toString()}#arrived`;
    });
  });
}

/** Has the browser keep what the answer will be compared with. */
export async function beginAttempt(
  signIn: OidcSignIn,
  request: FastifyRequest,
  reply: FastifyReply,
  wanted: Wanted,
): Promise<{ readonly address: string; readonly state: string }> {
  const { address, attempt } = await signIn.begin(wanted);
  attemptCookie.set(request, reply, encode(attempt), ATTEMPT_SECONDS);
  return { address, state: attempt.state };
}

/** @param work gives the address to go on to. */
async function orExplain(
  request: FastifyRequest,
  reply: FastifyReply,
  { signIn, doorkeeper, logger }: OidcRoutesOptions,
  to: string,
  work: (signIn: OidcSignIn) => Promise<string>,
): Promise<FastifyReply> {
  void reply.header('cache-control', 'no-store');
  try {
    if (signIn === undefined) throw new SignInFailed('not_configured', 'OIDC_ISSUER and OIDC_CLIENT_ID are not set.');
    if ((await doorkeeper.limit(undefined, request.ip)) !== undefined) {
      throw new SignInFailed('rate_limited', 'Too many requests from this address.');
    }
    return await reply.redirect(await work(signIn), 303);
  } catch (error) {
    const code = error instanceof SignInFailed ? error.code : 'unavailable';
    logger[code === 'unavailable' ? 'error' : 'info']({ err: error, code, requestId: request.id }, 'a sign-in failed');
    return reply.redirect(`/sign-in?${new URLSearchParams({ error: code, to }).toString()}`, 303);
  }
}

function encode(attempt: Attempt): string {
  return Buffer.from(JSON.stringify(attempt), 'utf8').toString('base64url');
}

function decode(cookie: string | undefined): Attempt | undefined {
  if (cookie === undefined) return undefined;
  try {
    return attemptSchema.parse(JSON.parse(Buffer.from(cookie, 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}
