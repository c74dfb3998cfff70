import * as client from 'openid-client';
import {
  accountIn,
  ASK_AGAIN_AFTER_MS,
  claimedRole,
  CLOCK_TOLERANCE_SECONDS,
  ISSUER_HOLDS_MS,
  organisationIn,
  type Account,
  type Claim,
  type Claims,
  type OidcClient,
  type OidcConfig,
  type PersonLanguage,
} from '@maillage/platform';

const ANSWER_WITHIN_SECONDS = 5;
/** Below our own address; the issuer must know it beforehand. */
export const CALLBACK = '/session/oidc/callback';

/** What the page at /sign-in is told by `?error=…`, and explains. */
export type SignInError =
  /** No issuer is configured to sign in at. */
  | 'not_configured'
  /** The issuer does not answer. */
  | 'issuer_unavailable'
  /** The issuer, or the person there, said no. */
  | 'refused'
  /** Begun in another browser, too long ago, or twice at a time: to be begun again. */
  | 'interrupted'
  /** What the issuer answered does not hold. */
  | 'invalid_answer'
  /** The issuer names an organisation in a way that none is named. */
  | 'no_organisation'
  /** Too often from one address. */
  | 'rate_limited'
  /** The ledger's own fault: out of reach, say. */
  | 'unavailable';

/** One attempt did not lead to a session. */
export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';

  constructor(
    readonly code: SignInError,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** What the issuer vouches for, as somebody signs in there. */
export interface Vouched {
  readonly account: Account;
  /** Absent where it says of no organisation that she acts for it: she is a person all the same. */
  readonly claim: Claim | undefined;
  /** Until when; RFC 3339. */
  readonly until: string;
}

/** What an answer of the issuer is compared with, and what the person wanted. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  /** PKCE: proves to the issuer that who asks for the token is who began. */
  readonly verifier: string;
  /** A path of this server. */
  readonly to: string;
  /** Hers, should she be new here. */
  readonly language: PersonLanguage;
  /** Whether it is to link an account to whoever is signed in, and to sign in nobody. */
  readonly links: boolean;
}

/** What the person wants. */
export type Wanted = Pick<Attempt, 'to' | 'language' | 'links'>;

interface Discovery {
  readonly configuration: Promise<client.Configuration>;
  /** By the machine's steady clock, in milliseconds. */
  readonly askedAt: number;
  failed: boolean;
}

/** The authorization code flow with PKCE, state and nonce, at the issuer whose tokens are accepted too. */
export class OidcSignIn {
  private found: Discovery | undefined;

  constructor(
    private readonly config: OidcConfig,
    private readonly self: OidcClient,
  ) {}

  /** @throws {SignInFailed} */
  async begin(wanted: Wanted): Promise<{ readonly address: string; readonly attempt: Attempt }> {
    const attempt = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      ...wanted,
    };
    const { href: address } = client.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: `${this.self.publicUrl}${CALLBACK}`,
      scope: 'openid',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      // Else it would answer with the account that it remembers, and not ask which.
      ...(wanted.links && { prompt: 'login' }),
    });
    return { address, attempt };
  }

  /**
   * @param path the path the person came back by, with its query.
   * @throws {SignInFailed}
   */
  async finish(path: string, attempt: Attempt): Promise<Vouched> {
    // Not by the header Host, which is whatever the one who asks says.
    const answer = new URL(path, this.self.publicUrl);
    if (answer.searchParams.get('state') !== attempt.state) {
      throw new SignInFailed('interrupted', 'The answer belongs to another attempt.');
    }
    const claims = await this.answered(answer, attempt);
    const account = accountIn(this.config, claims);
    if (account === undefined) throw new SignInFailed('invalid_answer', 'The issuer says nobody has signed in.');
    const until = new Date(claims.exp * 1000).toISOString();
    return { account, claim: this.claimIn(claims, until), until };
  }

  /** That none is claimed is fine, and that what is claimed is none an error of whoever set the issuer up. */
  private claimIn(claims: Claims, until: string): Claim | undefined {
    const { organisationClaim } = this.config;
    if (claims[organisationClaim] === undefined) return undefined;
    const organisation = organisationIn(this.config, claims);
    if (organisation === undefined) {
      throw new SignInFailed('no_organisation', `The claim ${organisationClaim} must hold an organisation's UUID.`);
    }
    return { organisation, role: claimedRole(claims), until };
  }

  private async answered(answer: URL, attempt: Attempt) {
    const configuration = await this.configuration();
    try {
      const tokens = await client.authorizationCodeGrant(configuration, answer, {
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        pkceCodeVerifier: attempt.verifier,
      });
      return await this.claims(configuration, tokens);
    } catch (error) {
      const failure = failureOf(error);
      // The issuer may have other keys by now, or be elsewhere: the next attempt asks it anew.
      if (failure.code === 'issuer_unavailable' || failure.code === 'invalid_answer')
        this.forgetAfter(ASK_AGAIN_AFTER_MS);
      throw failure;
    }
  }

  /** Of the ID token; where that does not name the organisation, issuers may tell it at their user-info endpoint. */
  private async claims(
    configuration: client.Configuration,
    tokens: Awaited<ReturnType<typeof client.authorizationCodeGrant>>,
  ) {
    const claims = tokens.claims();
    if (claims === undefined) throw new SignInFailed('invalid_answer', 'The issuer gave no ID token.');
    const { organisationClaim } = this.config;
    if (claims[organisationClaim] !== undefined || configuration.serverMetadata().userinfo_endpoint === undefined) {
      return claims;
    }
    const told = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
    return { ...claims, [organisationClaim]: told[organisationClaim] };
  }

  /** Found when first needed, so that an issuer that is away does not keep the process from starting; again after a while. */
  private async configuration(): Promise<client.Configuration> {
    this.forgetAfter(this.found?.failed === true ? ASK_AGAIN_AFTER_MS : ISSUER_HOLDS_MS);
    const found = (this.found ??= { configuration: this.discover(), askedAt: performance.now(), failed: false });
    try {
      return await found.configuration;
    } catch (error) {
      found.failed = true;
      throw new SignInFailed('issuer_unavailable', `${this.config.issuer} could not be asked how to sign in.`, error);
    }
  }

  private forgetAfter(ms: number): void {
    if (this.found !== undefined && performance.now() - this.found.askedAt > ms) this.found = undefined;
  }

  private discover(): Promise<client.Configuration> {
    const issuer = new URL(this.config.issuer);
    const { id, secret } = this.self;
    const execute = [client.enableNonRepudiationChecks];
    // An address without https is the operator's own choice, as it is for tokens.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- Marked so that nobody overlooks it.
    if (issuer.protocol === 'http:') execute.push(client.allowInsecureRequests);
    const authentication = secret === undefined ? client.None() : bySecret(secret);
    return client.discovery(issuer, id, { [client.clockTolerance]: CLOCK_TOLERANCE_SECONDS }, authentication, {
      execute,
      timeout: ANSWER_WITHIN_SECONDS,
    });
  }
}

/** In the header unless the issuer takes it in the body alone. */
function bySecret(secret: string): client.ClientAuth {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (issuer, ...rest) => {
    const methods = issuer.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const inHeader = methods.includes('client_secret_basic') || !methods.includes('client_secret_post');
    (inHeader ? basic : post)(issuer, ...rest);
  };
}

function failureOf(error: unknown): SignInFailed {
  if (error instanceof SignInFailed) return error;
  if (error instanceof client.AuthorizationResponseError) {
    return new SignInFailed('refused', `The issuer refused: ${error.error}.`, error);
  }
  return isAway(error)
    ? new SignInFailed('issuer_unavailable', 'The issuer does not answer.', error)
    : new SignInFailed('invalid_answer', 'What the issuer answered does not hold.', error);
}

/** Nobody answered, or not in time, or with a fault of its own; openid-client keeps what happened below its own errors. */
function isAway(error: unknown): boolean {
  for (let each = error; typeof each === 'object' && each !== null; each = (each as { cause?: unknown }).cause) {
    const { message, code, status } = each as Readonly<Record<'message' | 'code' | 'status', unknown>>;
    if (message === 'fetch failed' || code === 'OAUTH_TIMEOUT') return true;
    if (typeof status === 'number' && status >= 500) return true;
  }
  return false;
}
