import type { Scope, SeatRole } from '@maillage/kernel';

/** Who a request comes from, once its key or token is accepted. */
export interface Principal {
  readonly organisation: string;
  /** An opaque id; who that is lives outside the log. */
  readonly member?: string;
  readonly scopes: readonly Scope[];
  /** Of a person; a key has none. */
  readonly seat?: SeatRole;
}
