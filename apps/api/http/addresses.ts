import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import ipaddr from 'ipaddr.js';

/** The bits of an IPv6 address that one household or firm is given as a whole. */
const SITE_BITS = 64;

/**
 * What is counted as one visitor: an IPv4 address, also where it comes as IPv6 (`::ffff:192.0.2.1`), or the /64 of an IPv6
 * address, within which its holder may take any of 18 trillion million others.
 */
export function visitorAt(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const known = ipaddr.process(address);
  return known.kind() === 'ipv4'
    ? known.toString()
    : `${ipaddr.IPv6.networkAddressFromCIDR(`${known.toString()}/${SITE_BITS}`).toString()}/${SITE_BITS}`;
}

/** Finds who asks, as Fastify does for requests, by the proxies that are trusted to tell: none, or addresses and networks. */
export function addressesBehind(trusted: readonly string[]): (request: IncomingMessage) => string {
  const trusts = proxyAddr.compile([...trusted]);
  return (request) => proxyAddr(request, trusts);
}
