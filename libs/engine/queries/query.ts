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
