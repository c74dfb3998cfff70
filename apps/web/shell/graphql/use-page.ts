import { useCallback, useEffect, useRef } from 'react';
import { useClient, useQuery, type AnyVariables, type CombinedError } from 'urql';
import type { TypedDocument } from './document.js';
import { useConnection } from './connection.js';

export interface PageData<Result> {
  readonly data: Result | undefined;
  readonly error: CombinedError | undefined;
  readonly loading: boolean;
  /** Asks again; what is shown stays until the answer is there. */
  readonly reload: () => void;
}

/** What a page shows, in one request. After a lost connection it is asked for anew by itself. */
export function usePage<Result, Variables extends AnyVariables>(
  document: TypedDocument<Result, Variables>,
  variables: Variables,
  options: { readonly pause?: boolean } = {},
): PageData<Result> {
  const [{ data, error, fetching }, execute] = useQuery<Result, Variables>({
    query: document,
    variables,
    pause: options.pause ?? false,
  });
  const reload = useCallback(() => {
    execute({ requestPolicy: 'network-only' });
  }, [execute]);

  const connection = useConnection();
  const failed = error?.networkError !== undefined;
  useEffect(() => {
    if (!failed || connection !== 'lost') return undefined;
    const timer = window.setInterval(reload, TRY_AGAIN_MS);
    return () => {
      window.clearInterval(timer);
    };
  }, [failed, connection, reload]);
  const before = useRef(connection);
  useEffect(() => {
    if (before.current === 'lost' && connection === 'back' && !failed) reload();
    before.current = connection;
  }, [connection, failed, reload]);

  // An answer of nothing but errors has `data: null`.
  return { data: data ?? undefined, error, loading: fetching, reload };
}

const TRY_AGAIN_MS = 3_000;

/** For what is asked beyond the first request, when somebody asks for more. */
export function useAsk() {
  const client = useClient();
  return useCallback(
    async <Result, Variables extends AnyVariables>(
      document: TypedDocument<Result, Variables>,
      variables: Variables,
    ): Promise<Result> => {
      const { data, error } = await client.query<Result, Variables>(document, variables).toPromise();
      if ((data ?? undefined) === undefined) throw error ?? new Error('The answer is empty.');
      return data as Result;
    },
    [client],
  );
}
