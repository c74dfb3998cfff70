import type { Database } from '@maillage/platform';

/** A read over the views, under one name on the query bus. */
export interface Query<Input, Output> {
  readonly name: string;
  run(database: Database, input: Input): Promise<Output>;
}

// The registry holds queries of all shapes side by side; only the bus calls them.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyQuery = Query<any, any>;

export function query<Input, Output>(
  name: string,
  run: (database: Database, input: Input) => Promise<Output>,
): Query<Input, Output> {
  return { name, run };
}

/** Whoever answers queries: the query bus. */
export interface Asks {
  ask<Input, Output>(query: Query<Input, Output>, input: Input): Promise<Output>;
}

/** A query that answers many keys at once: the answers in the order of the keys, `undefined` where there is none. */
export type BatchQuery<Args, Value> = Query<
  { readonly keys: readonly string[]; readonly args: Args },
  readonly Value[]
>;
