import {
  actingAs,
  IssuerUnreachable,
  isPassing,
  People,
  type Authenticator,
  type Logger,
  type Person,
  type Principal,
  type Sessions,
} from '@maillage/platform';
import { errorBody, OUT_OF_REACH, type ErrorBody } from '../graphql/errors.js';
import { visitorAt } from './addresses.js';
import type { RateLimit } from './rate-limit.js';

/** Whether a request may go on, and as whom; or the answer it gets instead. */
export type Admission =
  Admitted | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: ErrorBody };

export interface Admitted {
  readonly principal: Principal | undefined;
  /** For whom it is counted: an organisation, or the address of the public. */
  readonly visitor: string;
  /** When the session ends that the principal came by. */
  readonly sessionEnds?: string;
  /** Set where a session goes on that may not act for whom it was said to, or for nobody who was named. */
  readonly unseated?: true;
  /** Set where a session was named that is over, so that the public goes on instead. */
  readonly sessionOver?: true;
  /** Who signed in as herself. Without a principal she named no organisation that she has a seat in. */
  readonly person?: Person;
}

/** Who asks, and whether they ask too often: the same by HTTP and by WebSocket. */
export class Doorkeeper {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly sessions: Sessions,
    private readonly people: People,
    private readonly rateLimit: RateLimit,
    private readonly logger: Logger,
    /** The organisation that operates the ledger. */
    private readonly operator: string | undefined,
  ) {}

  /**
   * @param authorization the header; where there is one, it alone counts.
   * @param session the token of a browser's session, from a page of this server.
   * @param actingFor the organisation that a session is said to act for: it names none by itself; keys and tokens sent along do.
   * @param needsPasskey whether, where this was asked, whoever operates the ledger signs in by a passkey.
   */
  async admit(
    authorization: string | undefined,
    address: string,
    requestId: string,
    session?: string,
    actingFor?: string,
    needsPasskey = true,
  ): Promise<Admission> {
    let admitted: Omit<Admitted, 'visitor'>;
    try {
      const authentication = await this.authenticator.authenticate(authorization);
      if (authentication !== undefined && 'refused' in authentication) {
        const limited = await this.limit(undefined, address);
        return limited ?? refusal(401, 'UNAUTHENTICATED', authentication.refused, { 'www-authenticate': 'Bearer' });
      }
      admitted = authentication ?? (await this.bySession(session, actingFor, needsPasskey));
    } catch (error) {
      return this.failure(error, requestId);
    }
    const visitor = countedFor(admitted.principal, address);
    return (await this.limit(admitted.principal, address)) ?? { ...admitted, visitor };
  }

  private async bySession(
    token: string | undefined,
    actingFor: string | undefined,
    needsPasskey: boolean,
  ): Promise<Omit<Admitted, 'visitor'>> {
    if (token === undefined) return { principal: undefined };
    if (People.isToken(token)) {
      const present = await this.people.find(token, actingFor);
      if (present === undefined) return { principal: undefined, sessionOver: true };
      const { person } = present;
      return { person, ...seated(actingAs(present, this.operator, needsPasskey)), sessionEnds: person.expiresAt };
    }
    const session = await this.sessions.find(token);
    if (session === undefined) return { principal: undefined, sessionOver: true };
    const { mayActAs, expiresAt } = session;
    return { ...seated(mayActAs.organisation === actingFor ? mayActAs : undefined), sessionEnds: expiresAt };
  }

  /** Counts one request; the answer to one too many. */
  async limit(principal: Principal | undefined, address: string) {
    const wait = await this.rateLimit.take(countedFor(principal, address));
    return wait === undefined ? undefined : tooManyRequests(this.rateLimit.perMinute, named(principal), wait);
  }

  private failure(error: unknown, requestId: string): Admission {
    if (error instanceof IssuerUnreachable) {
      this.logger.warn({ err: error, requestId }, 'the token issuer is out of reach');
      const message = 'The issuer of tokens is out of reach, so that the token could not be checked; try again.';
      return refusal(503, 'SERVICE_UNAVAILABLE', message, { 'retry-after': '5' });
    }
    this.logger.error({ err: error, requestId }, 'a request could not be authenticated');
    return isPassing(error)
      ? refusal(503, 'SERVICE_UNAVAILABLE', OUT_OF_REACH, { 'retry-after': '1' })
      : refusal(500, 'INTERNAL_SERVER_ERROR', 'Internal error');
  }
}

function seated(principal: Principal | undefined): Pick<Admitted, 'principal' | 'unseated'> {
  return principal === undefined ? { principal, unseated: true } : { principal };
}

function countedFor(principal: Principal | undefined, address: string): string {
  return principal === undefined ? `address ${visitorAt(address)}` : principal.organisation;
}

/** For whom it is counted, as they are told. */
export function named(principal: Principal | undefined): string {
  return principal === undefined ? 'this address without a key' : 'this organisation';
}

/** What one request too many is answered; `wait` in seconds. */
export function tooManyRequests(perMinute: number, whose: string, wait: number) {
  return refusal(
    429,
    'RATE_LIMITED',
    `At most ${perMinute} requests a minute are answered for ${whose}; try again in ${wait} s.`,
    { 'retry-after': String(wait) },
  );
}

/** What a request is answered whose turn did not come. */
export function tooBusy(whose: string) {
  return refusal(
    429,
    'RATE_LIMITED',
    `The requests of ${whose} take more of this server’s time than is its share, and this one waited too long for those ` +
      'before it; wait for answers before you ask for more, and ask for less at a time.',
    { 'retry-after': '5' },
  );
}

function refusal(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
  return { status, headers, body: errorBody(code, message) };
}
