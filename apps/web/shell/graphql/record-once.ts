import type { useClient } from 'urql';
import type { TypedDocument } from './document.js';
import { codeOf } from './error-code.js';

/** Any mutation's refusal: each has a type of its own, and what the fragment `Refused` asks of all of them. */
export interface RefusalAnswer {
  readonly code: string;
  readonly message: string;
  /** Where in the input the fault lies, outermost first. Nothing else that a mutation answers has one. */
  readonly path: readonly string[];
}

/** Why something was not recorded. */
export type Failure =
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly path: readonly string[] }
  /** Nobody acts any more: the session ended, or was ended elsewhere. */
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'failed'; readonly code: string | undefined; readonly message: string };

/** What a mutation answers, under the name that the pages give it. */
export interface Answered<Found> {
  readonly answer: Found;
}

const SIGNED_OUT = new Set(['UNAUTHENTICATED', 'SESSION_EXPIRED']);

/** Sends a command, once. Sent again with the same commandId, it records nothing twice, and is answered as it was. */
export async function recordOnce<Found extends object, Input extends { readonly commandId: string }>(
  client: ReturnType<typeof useClient>,
  document: TypedDocument<Answered<Found>, { readonly input: Input }>,
  input: Input,
): Promise<{ readonly success: Exclude<Found, RefusalAnswer> } | { readonly failure: Failure }> {
  const { data, error } = await client.mutation<Answered<Found> | null>(document, { input }).toPromise();
  if (data === undefined || data === null) return { failure: failureOf(error) };
  const { answer } = data;
  if (isRefusal(answer)) {
    const { code, message, path } = answer;
    return { failure: { kind: 'refused', code, message, path } };
  }
  return { success: answer as Exclude<Found, RefusalAnswer> };
}

function isRefusal(answer: object): answer is RefusalAnswer {
  return 'code' in answer && 'path' in answer;
}

function failureOf(error: Awaited<ReturnType<ReturnType<typeof useClient>['mutation']>>['error']): Failure {
  const [first] = error?.graphQLErrors ?? [];
  if (first !== undefined) {
    const code = codeOf(first);
    return SIGNED_OUT.has(code) ? { kind: 'signedOut' } : { kind: 'failed', code, message: first.message };
  }
  if (error?.networkError !== undefined) return { kind: 'lost' };
  return { kind: 'failed', code: undefined, message: error?.message ?? '' };
}
