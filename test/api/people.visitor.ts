import type { Answer, TestApi } from '../harness/api.js';
import { answerTo } from '../harness/api.js';
import type { Mailbox } from './people.mailbox.js';
import type { Issuer } from './session.issuer.js';
import { Browser, JSON_TYPE, OWN } from './session.browser.js';

/** What a mail to sign in says. */
export interface SignInMail {
  readonly token: string;
  readonly code: string;
}

const SIGN_IN = /\/sign-in#token=(\S+)/;
const CODE = /asked for it: (\d{6})/;

/** Of a mail, what is to be typed. */
export function codeIn(text: string): string {
  return CODE.exec(text)?.[1] ?? '';
}

/** Somebody at a browser of her own, at an address of her own. */
export class PersonAtBrowser {
  private static count = 0;
  private readonly browser = new Browser();
  private readonly headers: Record<string, string>;

  constructor(
    private readonly api: TestApi,
    private readonly mailbox: Mailbox,
    ip = `192.0.2.${(PersonAtBrowser.count += 1)}`,
  ) {
    this.headers = { ...OWN, 'x-forwarded-for': ip };
  }

  /** @returns status and what was answered, a code where it is an error. */
  async ask(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: any }> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await this.browser.ask(`${this.api.url}/session${path}`, {
      method,
      headers: { ...this.headers, ...(body === undefined ? {} : JSON_TYPE) },
      ...sent,
    });
    const text = await answer.text();
    const json = text === '' ? undefined : JSON.parse(text);
    return { status: answer.status, body: json?.errors?.[0]?.extensions?.code ?? json };
  }

  /** @param actingFor the organisation named by a page, by its global id. */
  async graphql(query: string, variables: unknown = {}, actingFor?: string): Promise<Answer> {
    return answerTo(
      await this.browser.ask(`${this.api.url}/graphql`, {
        method: 'POST',
        headers: {
          ...this.headers,
          ...JSON_TYPE,
          ...(actingFor === undefined ? {} : { 'maillage-acting-for': actingFor }),
        },
        body: JSON.stringify({ query, variables }),
      }),
    );
  }

  /** Asks for a mail and reads it. */
  async askForMail(address: string): Promise<SignInMail> {
    const before = this.mailbox.to(address).length;
    const { status } = await this.ask('POST', '/mail', { address, language: 'en' });
    if (status !== 204) throw new Error(`No mail was asked for: ${status}.`);
    // After ten of a day they hold no code.
    const { text } = await this.mailbox.next(address, before, SIGN_IN);
    return { token: SIGN_IN.exec(text)?.[1] ?? '', code: codeIn(text) };
  }

  /** Asks that an address be added, and types the code that was sent to it. */
  async addAddress(address: string): Promise<{ readonly status: number; readonly body: any }> {
    const before = this.mailbox.to(address).length;
    const asked = await this.ask('POST', '/person/addresses', { address });
    if (asked.status !== 204) return asked;
    const { text } = await this.mailbox.next(address, before, CODE);
    return this.ask('POST', '/person/addresses/proof', { code: codeIn(text) });
  }

  async signIn(address: string): Promise<this> {
    const { code } = await this.askForMail(address);
    const { status } = await this.ask('POST', '/mail/code', { code });
    if (status !== 200) throw new Error(`${address} was not signed in: ${status}.`);
    return this;
  }

  /** Signs in at an issuer. @returns where the browser is led in the end. */
  async signInAt(issuer: Issuer, name: string, query = ''): Promise<string> {
    return this.comeBack(await issuer.agreed(this.browser, `${this.api.url}/session/oidc${query}`, name));
  }

  /** Begins to link an account on her page. @returns where the issuer sends the browser back to, without going there. */
  async beginLink(issuer: Issuer, name: string): Promise<string> {
    const { body } = await this.ask('POST', '/person/accounts/begun');
    // The issuer asks anew who is there; that it ends its own session with whoever was is its affair.
    this.browser.cookies(issuer.url).clear();
    return issuer.agreed(this.browser, body.address as string, name);
  }

  /** To where an issuer asks who is there. @returns where it sends the browser back to. */
  goTo(issuer: Issuer, address: string, name: string): Promise<string> {
    return issuer.agreed(this.browser, address, name);
  }

  /** Has this browser keep a cookie that another one was given, as somebody who could plant it would. */
  plant(other: PersonAtBrowser, cookie: string): void {
    this.browser.cookies(this.api.url).set(cookie, other.browser.cookies(this.api.url).get(cookie) ?? '');
  }

  /** To an address that an issuer sends a browser back to, which may be another's. */
  async comeBack(address: string): Promise<string> {
    const answer = await this.browser.ask(address);
    return answer.headers.get('location') ?? '';
  }

  /** Whom the server takes her for: null for the public. */
  async viewer(actingFor?: string): Promise<{
    readonly organisation: { readonly id: string } | null;
    readonly canWrite: boolean;
    readonly administers: boolean;
    readonly person: { readonly name: string } | null;
  } | null> {
    const query = '{ viewer { organisation { id } canWrite administers person { name } } }';
    return (await this.graphql(query, {}, actingFor)).data.viewer;
  }
}
