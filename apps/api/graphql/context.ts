import { Loaders, type Bus, type GraphqlContext } from '@maillage/engine';
import type { Clock } from '@maillage/kernel';
import type { Person } from '@maillage/platform';

/** Asks for the views to have folded a position first, for clients that would rather not touch their queries. */
export const AFTER_HEADER = 'maillage-after';
/** Names the organisation that a session acts for, by its id in GraphQL: it names none by itself. */
export const ACTING_HEADER = 'maillage-acting-for';

export interface ApiContext extends GraphqlContext {
  /** The header {@link AFTER_HEADER} as sent. */
  readonly after: string | undefined;
  /** For whom it is counted: an organisation, or the address of the public. */
  readonly visitor: string;
  /** Aborted when the client goes away without its answer; `undefined` where nobody can tell. */
  readonly client?: AbortSignal | undefined;
  /** When the session ends that the principal came by; `undefined` for a key or token sent along. */
  readonly sessionEnds?: string | undefined;
  /** Who signed in as herself, whomever she acts for. */
  readonly person?: Person | undefined;
}

/** What every operation of a server shares. */
export interface OperationsShare {
  readonly bus: Bus;
  readonly clock: Clock;
}

export function newContext(
  { bus, clock }: OperationsShare,
  { principal, visitor }: Pick<ApiContext, 'principal' | 'visitor'>,
  requestId: string,
  after: string | undefined,
  more: Pick<ApiContext, 'client' | 'sessionEnds' | 'sessionOver' | 'unseated' | 'person'> = {},
): ApiContext {
  return { principal, visitor, requestId, clock, after, ...more, loaders: new Loaders(bus) };
}
