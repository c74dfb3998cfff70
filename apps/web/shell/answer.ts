import type { Said } from '../i18n/refusal-text.js';

/** What an answer outside GraphQL says in the place of what was asked for. Its form is that of GraphQL's errors. */
export function saidIn(body: unknown, status: number): Said {
  const { errors } = (body ?? {}) as {
    readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  };
  const [first] = errors ?? [];
  return { code: first?.extensions?.code, message: first?.message ?? String(status) };
}
