import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OpenedSession } from '@maillage/platform';
import { isByHttps } from './origin.js';

/** Kept for so long beyond the session's own end, so that whoever comes back is told that it is over. */
const REMEMBERED_SECONDS = 86_400;

/**
 * Over https the name's prefix makes browsers refuse the cookie from anyone but this very host: neither a neighbour in
 * the same domain nor a page without https can plant one.
 */
function named(request: FastifyRequest, name: string): string {
  return isByHttps(request) ? `__Host-${name}` : name;
}

function attributes(request: FastifyRequest) {
  return { path: '/', httpOnly: true, secure: isByHttps(request) } as const;
}

/** One cookie of this host that no script reads; `Secure` where this server is reached by https. */
class HostCookie {
  constructor(
    private readonly name: string,
    private readonly sameSite: 'strict' | 'lax',
  ) {}

  read(request: FastifyRequest): string | undefined {
    return request.cookies[named(request, this.name)];
  }

  set(request: FastifyRequest, reply: FastifyReply, value: string, maxAge: number): void {
    void reply.setCookie(named(request, this.name), value, {
      ...attributes(request),
      sameSite: this.sameSite,
      maxAge,
    });
  }

  clear(request: FastifyRequest, reply: FastifyReply): void {
    void reply.clearCookie(named(request, this.name), { ...attributes(request), sameSite: this.sameSite });
  }
}

/** Holds a session's token. */
export const sessionCookie = new HostCookie('maillage_session', 'strict');

/** Holds what an answer of the OIDC issuer is compared with; `Lax`, as that answer comes from the issuer's site. */
export const attemptCookie = new HostCookie('maillage_sign_in', 'lax');

/** Holds what a code sent by mail is compared with: it works in the browser that asked for it alone. */
export const mailCookie = new HostCookie('maillage_mail', 'strict');

/** Holds what a device's signature is compared with: it was asked for in this browser. */
export const passkeyCookie = new HostCookie('maillage_passkey', 'strict');

/** Holds what proves that an issuer's answer to somebody who links an account came to this browser. */
export const linkCookie = new HostCookie('maillage_link', 'strict');

export function keepSession(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, lastsSeconds }: OpenedSession,
): void {
  sessionCookie.set(request, reply, token, lastsSeconds + REMEMBERED_SECONDS);
}
