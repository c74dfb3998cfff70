import type { Database } from '@maillage/platform';
import { sendingFor } from '../statements.js';

declare const ANSWERED: unique symbol;

/** What may be asked on the query bus, by its name. */
export interface Question<Input, Output> {
  readonly name: string;
  /** For the type checker alone: nothing has it when the program runs. */
  readonly [ANSWERED]?: (input: Input) => Output;
}

/** A read over the views, under one name on the query bus. */
export interface Query<Input, Output> extends Question<Input, Output> {
  /**
   * Inputs that lead to every statement the query may send: one for each branch. `npm run generate` runs them and keeps
   * the statements in `infra/generated/sql`; one that is not among them fails the test that sends it.
   */
  readonly examples: readonly Input[];
  run(database: Database, input: Input): Promise<Output>;
}

// The registry holds queries of all shapes side by side; only the bus calls them.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyQuery = Query<any, any>;

/** @param examples none only where no slice of the product lists the query. */
export function query<Input, Output>(
  name: string,
  examples: readonly NoInfer<Input>[],
  run: (database: Database, input: Input) => Promise<Output>,
): Query<Input, Output> {
  return { name, examples, run: (database, input) => sendingFor({ query: name }, () => run(database, input)) };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyQuestion = Question<any, any>;

/**
 * A question that a slice asks and does not answer itself, because what it takes to answer is built upon that slice. The
 * slice declares it and lists it among its `ports`; whoever can answer lists a query made by {@link answering}.
 */
export function port<Input, Output>(name: string): Question<Input, Output> {
  return { name };
}

/** The query that answers a port. */
export function answering<Input, Output>(
  { name }: Question<Input, Output>,
  examples: readonly NoInfer<Input>[],
  run: (database: Database, input: Input) => Promise<Output>,
): Query<Input, Output> {
  return query(name, examples, run);
}

/** Whoever answers questions: the query bus. */
export interface Asks {
  ask<Input, Output>(question: Question<Input, Output>, input: Input): Promise<Output>;
}

/** A query that answers many keys at once: the answers in the order of the keys, `undefined` where there is none. */
export type BatchQuery<Args, Value> = Query<Batch<Args>, readonly Value[]>;
/** The same as a question, whoever answers it. */
export type BatchQuestion<Args, Value> = Question<Batch<Args>, readonly Value[]>;

export interface Batch<Args> {
  readonly keys: readonly string[];
  readonly args: Args;
}
