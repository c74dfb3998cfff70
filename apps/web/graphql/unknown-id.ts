import type { CombinedError } from 'urql';

/** Whether the server says that an address names nothing: not an id at all, or one of something else. */
export function isUnknownId(error: CombinedError | undefined): boolean {
  const [first] = error?.graphQLErrors ?? [];
  return first?.extensions['code'] === 'BAD_USER_INPUT';
}
