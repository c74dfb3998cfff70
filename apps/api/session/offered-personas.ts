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
    private readonly config: Pick<Config, 'personas' | 'personasByAnyName' | 'mail'>,
    private readonly logger: Logger,
  ) {}

  get open(): boolean {
    return this.config.personas && (this.config.personasByAnyName || !this.behindProxy);
  }

  /** Looks at each request for what a proxy has added. HTTP/1.0 is what some speak unless told otherwise; browsers do not. */
  notice({ raw }: FastifyRequest): void {
    if (this.behindProxy) return;
    const header = Object.keys(raw.headers).find((name) => FORWARDED.test(name));
    if (header === undefined && raw.httpVersion !== '1.0') return;
    this.behindProxy = true;
    if ((!this.config.personas || this.config.personasByAnyName) && this.config.mail !== 'kept') return;
    this.logger.warn(
      { header: header ?? 'HTTP/1.0' },
      'a request came by a proxy: mails that were not sent are no longer shown, nor personas offered unless PERSONAS=on; then they are to everybody who reaches this',
    );
  }

  /** Why whoever asks may not act for one; `undefined` where they may. */
  refusal(request: FastifyRequest): string | undefined {
    if (!this.open) return 'No personas are offered here; sign in with an access key.';
    if (this.config.personasByAnyName) return undefined;
    if (this.isFromHere(request)) return undefined;
    return 'Personas are offered at localhost only, unless PERSONAS=on says otherwise; sign in with a key.';
  }

  /** Whether whoever asks is at this machine, as far as can be told. */
  isFromHere({ hostname, headers: { origin } }: Pick<FastifyRequest, 'hostname' | 'headers'>): boolean {
    if (this.behindProxy) return false;
    // A page from elsewhere whose name its owner points here would be one of ours for its browser. And a proxy may ask by our
    // name and leave no trace but where the page was.
    const named = [hostname, ...(origin === undefined ? [] : [hostOf(origin)])];
    return named.every((name) => isLoopback(name.replace(/^\[|\]$/g, '')));
  }
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : '';
}
