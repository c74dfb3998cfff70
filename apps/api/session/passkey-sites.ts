import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { isLoopback, type Config } from '@maillage/platform';

/** What a passkey is bound to by browsers: a name, and the origin of pages under it. */
export interface PasskeySite {
  readonly rpId: string;
  readonly origin: string;
}

/** Where passkeys can be had: browsers know none at a bare IP address, nor without https but at `localhost`. */
export class PasskeySites {
  constructor(private readonly config: Pick<Config, 'production' | 'publicUrl' | 'host'>) {}

  /** Whether they can be had under any name that this server is reached by. */
  get areAny(): boolean {
    const { publicUrl, host } = this.config;
    return publicUrl === undefined ? isLoopback(host) : siteOf(publicUrl) !== undefined;
  }

  /** Where people find this server; where it does not say, and listens to this machine alone, `localhost` as it was asked for. */
  at({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): PasskeySite | undefined {
    const { publicUrl } = this.config;
    if (publicUrl !== undefined) return siteOf(publicUrl);
    const site = this.areAny ? siteOf(`${protocol}://${host}`) : undefined;
    return site?.rpId === 'localhost' ? site : undefined;
  }

  /** Whether whoever operates the ledger signs in by one: wherever they can be had, and in production always. */
  areNeededAt(request: Pick<FastifyRequest, 'protocol' | 'host'>): boolean {
    return this.config.production || this.at(request) !== undefined;
  }
}

function siteOf(address: string): PasskeySite | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, origin } = new URL(address);
  const isNamed = isIP(hostname.replace(/^\[|\]$/g, '')) === 0;
  return isNamed && (protocol === 'https:' || hostname === 'localhost') ? { rpId: hostname, origin } : undefined;
}
