import type { TestApi } from '../harness/api.js';

export const VIEWER = '{ viewer { organisation { id name } canWrite administers expiresAt } }';
/** As a page of the server itself sends it. */
export const OWN = { 'sec-fetch-site': 'same-origin' };
export const JSON_TYPE = { 'content-type': 'application/json' };

export const openSession = (api: TestApi, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${api.url}/session`, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) });

/** What a page sends with each request: its cookie, and whom it acts for. */
export type PageHeaders = { readonly cookie: string; readonly 'maillage-acting-for': string } & typeof OWN;

/** Signs in and gives the headers that a page of this server then sends. */
export async function signedIn(api: TestApi, body: unknown): Promise<PageHeaders> {
  const answer = await openSession(api, body);
  const [cookie] = setCookies(answer);
  if (cookie === undefined) throw new Error(`No session was opened: ${answer.status} ${await answer.text()}`);
  const { seats } = (await answer.json()) as { readonly seats: readonly [string] };
  return { cookie: `${cookie.name}=${cookie.value}`, 'maillage-acting-for': seats[0], ...OWN };
}

/** A cookie as a server set it, its attributes by their names in lower case. */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  readonly attributes: ReadonlyMap<string, string>;
}

export function setCookies({ headers }: Response): readonly SetCookie[] {
  return headers.getSetCookie().map((line) => {
    const [pair = '', ...rest] = line.split(';').map((each) => each.trim());
    const split = (text: string): [string, string] => {
      const [name = '', ...value] = text.split('=');
      return [name, value.join('=')];
    };
    const [name, value] = split(pair);
    return { name, value, attributes: new Map(rest.map(split).map(([key, each]) => [key.toLowerCase(), each])) };
  });
}

/** What of a browser matters to sign-in: it keeps cookies by origin, and follows where it is led. */
export class Browser {
  readonly jar = new Map<string, Map<string, string>>();

  cookies(address: string): Map<string, string> {
    const { origin } = new URL(address);
    let kept = this.jar.get(origin);
    if (kept === undefined) this.jar.set(origin, (kept = new Map<string, string>()));
    return kept;
  }

  /** One request, without following. */
  async ask(address: string, init: RequestInit = {}): Promise<Response> {
    const kept = this.cookies(address);
    const headers = new Headers(init.headers);
    if (kept.size > 0) headers.set('cookie', [...kept].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const { name, value, attributes } of setCookies(answer)) {
      if (attributes.get('max-age') === '0' || Date.parse(attributes.get('expires') ?? '') < Date.now()) {
        kept.delete(name);
      } else kept.set(name, value);
    }
    return answer;
  }

  /** Goes where it is led, until `stop` says so or it is led no further. @returns where it came to. */
  async follow(
    address: string,
    stop: (address: string) => boolean,
    init: RequestInit = {},
  ): Promise<{ readonly address: string; readonly answer: Response | undefined }> {
    let [at, how] = [address, init];
    for (let steps = 0; steps < 12; steps += 1) {
      if (stop(at)) return { address: at, answer: undefined };
      const answer = await this.ask(at, how);
      const location = answer.headers.get('location');
      if (location === null) return { address: at, answer };
      [at, how] = [new URL(location, at).href, {}];
    }
    throw new Error(`Led on and on, to ${at} at last.`);
  }
}
