import proxyAddr from '@fastify/proxy-addr';
import { z } from 'zod';

/** What stands between commas. */
function listed(text: string): readonly string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Origins as browsers spell them, or the star alone. */
export function originsIn(text: string, context: z.RefinementCtx): '*' | readonly string[] {
  const origins = listed(text);
  if (origins.length === 1 && origins[0] === '*') return '*';
  for (const origin of origins) {
    const url = URL.canParse(origin) ? new URL(origin) : undefined;
    if (/^https?:\/\/[^*]+$/.test(origin) && url?.origin === origin) continue;
    context.addIssue({
      code: 'custom',
      message: `${origin} is not an origin: write scheme, host and any port as in https://app.example.org, several with commas between; or * alone`,
    });
  }
  return origins;
}

/** Addresses and networks, as whoever asks them of a request takes them; no server of names is asked. */
export function proxiesIn(text: string, context: z.RefinementCtx): readonly string[] {
  const proxies = listed(text);
  const unknown = proxies.length === 0 ? [text] : proxies.filter((each) => !isProxy(each));
  for (const each of unknown) {
    context.addIssue({
      code: 'custom',
      message: `${each} is no address or network: write those of the reverse proxies as in 10.0.0.7 or 172.16.0.0/12, several with commas between, or loopback, linklocal or uniquelocal; names of hosts are not looked up`,
    });
  }
  return proxies;
}

function isProxy(text: string): boolean {
  try {
    proxyAddr.compile(text);
    return true;
  } catch {
    return false;
  }
}

export function originIn(text: string, context: z.RefinementCtx): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href) return url.origin;
  context.addIssue({
    code: 'custom',
    message: 'is not an address of a host: write it as in https://ledger.example.org',
  });
  return z.NEVER;
}
