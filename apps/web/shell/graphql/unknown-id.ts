import type { CombinedError } from 'urql';
import { codeOf } from './error-code.js';

/** Whether the server says that an address names nothing: not an id at all, or one of something else. */
export function isUnknownId(error: CombinedError | undefined): boolean {
  const [first] = error?.graphQLErrors ?? [];
  return first !== undefined && codeOf(first) === 'BAD_USER_INPUT';
}
