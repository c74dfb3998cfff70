import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, jest } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';
import type { Browser } from './session.browser.js';

/** How long what it says of somebody holds. */
export const ID_TOKEN_SECONDS = 1_800;

/** What it says of somebody, in the ID token or at the user-info endpoint. */
export type ClaimsOf = (use: string) => Readonly<Record<string, unknown>>;

/** A real issuer on a port of its own; its people sign in with any name, and are asked whether they agree. */
export class Issuer {
  private readonly server = createServer((request, response) => {
    if (this.serve === undefined) response.destroy();
    else this.serve(request, response);
  });
  private readonly claims = new Map<string, ClaimsOf>();
  private readonly secret = randomUUID();
  /** Answers; undefined while it is away. */
  private serve: RequestListener | undefined;
  private provider: RequestListener = () => undefined;
  private sign: (name: string, audience: string) => Promise<string> = async () => '';

  /** Once it listens. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** @param ledgers where the servers are that send people here. @returns what such a server is told. */
  async open(...ledgers: readonly string[]): Promise<Readonly<Record<string, string>>> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
    // That it is for development only is what it is here for.
    const warnings = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const redirects = ledgers.map((ledger) => `${ledger}/session/oidc/callback`);
    const made = new Provider(this.url, {
      clients: [{ client_id: 'maillage-pages', client_secret: this.secret, redirect_uris: redirects }],
      jwks: { keys: [jwk] },
      cookies: { keys: [randomUUID()] },
      claims: { openid: ['sub', 'email', 'email_verified', 'scope', 'maillage_organisation'] },
      ttl: { IdToken: ID_TOKEN_SECONDS, AccessToken: 600, Grant: 600, Interaction: 600, Session: 600 },
      findAccount: (_, id) => ({ accountId: id, claims: (use) => ({ sub: id, ...this.claims.get(id)?.(use) }) }),
    });
    warnings.mockRestore();
    const callback = made.callback();
    this.provider = (request, response) => void callback(request, response);
    this.back();
    this.sign = (name, audience) =>
      new SignJWT({ ...this.claims.get(name)?.('id_token') })
        .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
        .setIssuer(this.url)
        .setAudience(audience)
        .setSubject(name)
        .setExpirationTime('5m')
        .sign(privateKey);
    return { OIDC_ISSUER: this.url, OIDC_CLIENT_ID: 'maillage-pages', OIDC_CLIENT_SECRET: this.secret };
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  says(name: string, claims: ClaimsOf): void {
    this.claims.set(name, claims);
  }

  /** A token that she sends along by herself. */
  token(name: string, audience = 'maillage'): Promise<string> {
    return this.sign(name, audience);
  }

  goAway(): void {
    this.serve = undefined;
  }

  back(): void {
    this.serve = this.provider;
  }

  /** Answers with a fault of its own. @param heard called with each path that is asked for. */
  fail(heard: (path: string | undefined) => void = () => undefined): void {
    this.serve = ({ url }, response) => {
      heard(url);
      response.writeHead(502).end();
    };
  }

  /** As ever, and tells what it is asked for. */
  listen(heard: (path: string | undefined) => void): void {
    this.serve = (request, response) => {
      heard(request.url);
      this.provider(request, response);
    };
  }

  /** Signs in and agrees, from where this server sends the browser. @returns the address the issuer sends it back to. */
  async agreed(browser: Browser, from: string, name: string): Promise<string> {
    const atCallback = (address: string) => address.includes('/session/oidc/callback');
    const { address: login } = await browser.follow(
      from,
      (address) => address.includes('/interaction/') || atCallback(address),
    );
    if (atCallback(login)) return login;
    const consent = await browser.follow(login, atCallback, form({ prompt: 'login', login: name, password: 'x' }));
    if (atCallback(consent.address)) return consent.address;
    const { address } = await browser.follow(consent.address, atCallback, form({ prompt: 'consent' }));
    expect(atCallback(address)).toBe(true);
    return address;
  }
}

function form(fields: Readonly<Record<string, string>>): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
}

/** Where signing in leads on from, to find out whom she may act for. */
export function arrivedFor(to: string): string {
  return `/sign-in?${new URLSearchParams({ to }).toString()}#arrived`;
}
