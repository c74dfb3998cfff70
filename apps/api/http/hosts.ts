import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';

const HTTPS_PORT = ':443';

/**
 * Whether a request names the host of an address that begins with https: by `Host`, or where a trusted proxy sent it, by
 * what that one says it was asked for. A page of another name that leads here, as its owner may have it, asks in vain.
 * @param trusted addresses and networks of proxies.
 */
export function namingHostOf(publicUrl: string, trusted: readonly string[]): (request: IncomingMessage) => boolean {
  const { host } = new URL(publicUrl);
  const trusts = proxyAddr.compile([...trusted]);
  return ({ headers, socket }) => {
    const forwarded = trusts(socket.remoteAddress ?? '', 0) ? headers['x-forwarded-host'] : undefined;
    // Each proxy adds what it was asked for: the last is the word of ours.
    const named = (
      String(forwarded ?? headers.host ?? '')
        .split(',')
        .at(-1) ?? ''
    )
      .trim()
      .toLowerCase();
    return (named.endsWith(HTTPS_PORT) ? named.slice(0, -HTTPS_PORT.length) : named) === host;
  };
}
