import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { SCOPES, uuid, type Clock, type Scope } from '@maillage/kernel';
import { AccessKeys, type Authentication } from './access-keys.js';
import { systemClock } from './clock.js';
import type { OidcConfig } from './config.js';
import type { Database } from './database.js';
import type { Account } from './people/accounts.js';
import { ClaimedMembers, type ClaimedRole } from './people/claimed-members.js';

const ANSWER_WITHIN_MS = 5_000;
/** Whoever sends keys that nobody knows, or answers that nobody gave, does not have the issuer asked more often than this. */
export const ASK_AGAIN_AFTER_MS = 5_000;
/** So long what an issuer says of itself holds: afterwards it is read again, and a key it no longer names is none. */
export const ISSUER_HOLDS_MS = 600_000;
/** By how much the issuer's clock and ours may differ. */
export const CLOCK_TOLERANCE_SECONDS = 30;
/** Of the scopes that a token names, ours begin so: other services' `read` is not meant for us. */
const SCOPE_PREFIX = 'maillage:';
const LONGEST_TOKEN = 8_192;
/** A shared secret would let whoever checks tokens make them: only key pairs are accepted. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
/** As OpenID Connect has it. */
const LONGEST_SUBJECT = 255;

/** The token's issuer does not answer, so that nothing can be said of the token for now. */
export class IssuerUnreachable extends Error {
  override readonly name = 'IssuerUnreachable';
}

/** Turns an Authorization header into a principal: an access key, or where configured a token of the OIDC issuer. */
export class Authenticator {
  readonly keys: AccessKeys;
  private readonly tokens: Tokens | undefined;

  constructor(database: Database, oidc: OidcConfig | undefined, clock: Clock = systemClock) {
    this.keys = new AccessKeys(database, clock);
    this.tokens = oidc === undefined ? undefined : new Tokens(oidc, new ClaimedMembers(database, clock), clock);
  }

  /**
   * @returns `undefined` for the public, who send no header.
   * @throws {IssuerUnreachable}
   */
  async authenticate(header: string | undefined): Promise<Authentication | undefined> {
    if (header === undefined) return undefined;
    const token = /^bearer +([^\s]+) *$/i.exec(header)?.[1];
    if (token === undefined) {
      return { refused: 'The Authorization header is not acceptable; send `Authorization: Bearer <key or token>`.' };
    }
    if (token.startsWith('mlg_')) return this.keys.authenticate(token);
    if (this.tokens === undefined) {
      return { refused: 'This is not an access key, and no token issuer is configured here; keys begin with mlg_.' };
    }
    return this.tokens.authenticate(token);
  }
}

const discovered = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

interface IssuerKeys {
  readonly keys: Promise<JWTVerifyGetKey>;
  /** By the machine's steady clock, in milliseconds. */
  readonly askedAt: number;
}

class Tokens {
  private known: IssuerKeys | undefined;

  constructor(
    private readonly config: OidcConfig,
    private readonly members: ClaimedMembers,
    private readonly clock: Clock,
  ) {}

  async authenticate(token: string): Promise<Authentication> {
    if (token.length > LONGEST_TOKEN) return { refused: `A token has at most ${LONGEST_TOKEN} characters.` };
    let payload: JWTPayload;
    try {
      payload = await this.verify(token);
    } catch (error) {
      return { refused: this.reason(error) };
    }
    return principalOf(this.config, this.members, payload);
  }

  private async verify(token: string): Promise<JWTPayload> {
    const known = this.issuerKeys();
    try {
      return await this.verifyBy(known, token);
    } catch (error) {
      // The issuer may have other keys by now, or have them elsewhere.
      if (!isOfKeys(error) || !this.forget(known)) throw error;
      return this.verifyBy(this.issuerKeys(), token);
    }
  }

  private async verifyBy({ keys }: IssuerKeys, token: string): Promise<JWTPayload> {
    const { payload } = await jwtVerify(token, await keys, {
      issuer: this.config.issuer,
      audience: this.config.audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['exp', 'sub'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(this.clock.now()),
    });
    return payload;
  }

  /** In plain words; what a forger could learn from is left out. */
  private reason(error: unknown): string {
    if (error instanceof errors.JWTExpired) return 'The token has expired.';
    if (error instanceof errors.JWTClaimValidationFailed) {
      if (error.claim === 'aud') return `The token is for another audience; ${this.config.audience} is accepted.`;
      if (error.claim === 'iss') return `The token is from another issuer; ${this.config.issuer} is accepted.`;
      return `The token's claim ${error.claim} is missing or not acceptable.`;
    }
    if (error instanceof errors.JOSEAlgNotAllowed) return 'The token is signed by an algorithm that is not accepted.';
    if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) return 'The token is malformed.';
    if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey) {
      return "The token is not signed by the issuer's keys.";
    }
    if (error instanceof errors.JWKSMultipleMatchingKeys) return 'The token does not say which key signed it.';
    if (error instanceof errors.JOSENotSupported) return 'The token is signed in a way that is not supported.';
    if (error instanceof IssuerUnreachable) throw error;
    throw new IssuerUnreachable("The issuer's keys could not be fetched.", { cause: error });
  }

  /** Found when first needed, so that an issuer that is away does not keep the process from starting; again after a while. */
  private issuerKeys(): IssuerKeys {
    if (this.known === undefined || performance.now() - this.known.askedAt > ISSUER_HOLDS_MS) {
      this.known = { keys: this.discover(), askedAt: performance.now() };
      // Its failure is whoever's who waits for it.
      this.known.keys.catch(() => undefined);
    }
    return this.known;
  }

  /** @returns whether the issuer may be asked anew: it was not just now. */
  private forget(known: IssuerKeys): boolean {
    if (this.known !== known) return true;
    if (performance.now() - known.askedAt < ASK_AGAIN_AFTER_MS) return false;
    this.known = undefined;
    return true;
  }

  private async discover(): Promise<JWTVerifyGetKey> {
    const { issuer } = this.config;
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    let document: z.output<typeof discovered>;
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS), redirect: 'error' });
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
      document = discovered.parse(await answer.json());
    } catch (error) {
      throw new IssuerUnreachable(`The issuer's configuration could not be read from ${address}.`, { cause: error });
    }
    if (document.issuer !== issuer) {
      throw new IssuerUnreachable(`${address} speaks for ${document.issuer}, not for ${issuer}.`);
    }
    return createRemoteJWKSet(new URL(document.jwks_uri), { timeoutDuration: ANSWER_WITHIN_MS });
  }
}

/** No key was had, or none of that name: not a fault of the token's, as far as is known. */
function isOfKeys(error: unknown): boolean {
  const { JOSEError, JWKSInvalid, JWKSNoMatchingKey, JWKSTimeout } = errors;
  return (
    !(error instanceof JOSEError) ||
    error.code === JOSEError.code ||
    [JWKSNoMatchingKey, JWKSTimeout, JWKSInvalid].some((type) => error instanceof type)
  );
}

/** Who a token that is sent along speaks for, once it has been checked. */
async function principalOf(config: OidcConfig, members: ClaimedMembers, claims: Claims): Promise<Authentication> {
  const organisation = organisationIn(config, claims);
  if (organisation === undefined) {
    return {
      refused: `The token names no organisation: its claim ${config.organisationClaim} must hold an organisation's UUID.`,
    };
  }
  const account = accountIn(config, claims);
  if (account === undefined) {
    return { refused: `The token names nobody: its claim sub must hold at most ${LONGEST_SUBJECT} characters.` };
  }
  return {
    principal: {
      organisation,
      member: await members.idOf(account, organisation),
      scopes: scopesOf(claims['scope']),
      seat: 'WRITER',
    },
  };
}

/** What a token of the issuer says, once it has been checked. */
export type Claims = Readonly<Record<string, unknown>>;

/** Whose account it is: the same by token and by sign-in. Nothing else that is claimed, an address say, tells who somebody is. */
export function accountIn({ issuer }: OidcConfig, { sub: subject }: Claims): Account | undefined {
  if (typeof subject !== 'string' || subject === '' || subject.length > LONGEST_SUBJECT) return undefined;
  return { issuer, subject };
}

/** Whom she acts for, by its id. */
export function organisationIn({ organisationClaim }: OidcConfig, claims: Claims): string | undefined {
  return uuid.safeParse(claims[organisationClaim]).data;
}

/** What seat it is that is claimed. */
export function claimedRole(claims: Claims): ClaimedRole {
  return scopesOf(claims['scope']).includes('write') ? 'WRITER' : 'READER';
}

/**
 * Scopes of ours that the token names, `maillage:read` and the like. Issuers that know none of them say by the organisation
 * claim alone that the bearer acts for it: reading and writing. Never `operator`: an issuer does not say who operates the ledger.
 */
function scopesOf(claim: unknown): readonly Scope[] {
  const named = typeof claim === 'string' ? claim.split(' ') : [];
  const ours = SCOPES.filter((scope) => named.includes(`${SCOPE_PREFIX}${scope}`));
  return ours.length > 0 ? ours.filter((scope) => scope !== 'operator') : ['read', 'write'];
}
