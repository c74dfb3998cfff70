import type { Scope, SeatRole } from '@maillage/kernel';

/** Who a request comes from, once its key or token is accepted. */
export interface Principal {
  readonly organisation: string;
  /** An opaque id; who that is lives outside the log. */
  readonly member?: string;
  readonly scopes: readonly Scope[];
  /** Of a person; a key has none. */
  readonly seat?: SeatRole;
  /**
   * Of an ADMIN of the organisation that operates the ledger: whether she may act as the operator, or signs in anew first, or by a
   * passkey. No seat has the operator's scope.
   */
  readonly operating?: 'NOW' | 'SIGN_IN_AGAIN' | 'PASSKEY_NEEDED';
}
