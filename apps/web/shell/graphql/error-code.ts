import type { CombinedError } from 'urql';

/** What the server’s documentation calls an error by; empty where it has no name. */
export function codeOf({ extensions }: CombinedError['graphQLErrors'][number]): string {
  const code = extensions['code'];
  return typeof code === 'string' ? code : '';
}
