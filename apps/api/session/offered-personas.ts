import type { FastifyRequest } from 'fastify';
import { isLoopback, type Config, type Logger } from '@maillage/platform';

/** What proxies, tunnels and content delivery networks add to a request; no page of a browser can have it sent to here. */
const FORWARDED = /^(forwarded|via|x-forwarded(-.+)?|x-original-.+|x-envoy-.+|x-amzn-trace-id|cdn-loop|cf-ray|.+-ip)$/;

/**
 * Whether anybody may act for a persona: what the configuration says. Where it only took that from listening to this machine
 * alone, they are closed for good as soon as a proxy shows, which nobody told us of and which may open this to the world.
 */
export class OfferedPersonas {
  private behindProxy = false;

  constructor(
    private readonly config: Pick<Config, 'personas' | 'personasByAnyName'>,
    private readonly logger: Logger,
  ) {}

  get open(): boolean {
    return this.config.personas && (this.config.personasByAnyName || !this.behindProxy);
  }

  /** Looks at each request for what a proxy has added. HTTP/1.0 is what some speak unless told otherwise; browsers do not. */
  notice({ raw }: FastifyRequest): void {
    if (!this.open || this.config.personasByAnyName) return;
    const header = Object.keys(raw.headers).find((name) => FORWARDED.test(name));
    if (header === undefined && raw.httpVersion !== '1.0') return;
    this.behindProxy = true;
    this.logger.warn(
      { header: header ?? 'HTTP/1.0' },
      'a request came by a proxy: personas are no longer offered; with PERSONAS=on they would be, to everybody who reaches it',
    );
  }

  /** Why whoever asks may not act for one; `undefined` where they may. */
  refusal({ hostname, headers: { origin } }: FastifyRequest): string | undefined {
    if (!this.open) return 'No personas are offered here; sign in with an access key.';
    if (this.config.personasByAnyName) return undefined;
    // A page from elsewhere whose name its owner points here would be one of ours for its browser. And a proxy may ask by our
    // name and leave no trace but where the page was.
    const named = [hostname, ...(origin === undefined ? [] : [hostOf(origin)])];
    if (named.every((name) => isLoopback(name.replace(/^\[|\]$/g, '')))) return undefined;
    return 'Personas are offered at localhost only, unless PERSONAS=on says otherwise; sign in with a key.';
  }
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : '';
}
