/** On whose behalf a command comes in. A member is an opaque id: who that is lives outside the log. */
export interface Actor {
  readonly organisation: string;
  readonly member?: string;
}

/** Whom the ledger records as where it speaks of itself; no organisation has this id. */
export const LEDGER_ACTOR = '00000000-0000-8000-8000-6c6564676572';

export const SCOPES = ['read', 'write', 'operator'] as const;
/** What the presented key or token allows. `operator` is the operator's: it registers organisations other than its own. */
export type Scope = (typeof SCOPES)[number];

export const SEAT_ROLES = ['ADMIN', 'WRITER', 'READER'] as const;
/**
 * What a person may do for an organisation: READER sees what it sees, WRITER records as well, ADMIN binds it as well, and gives
 * and takes seats.
 */
export type SeatRole = (typeof SEAT_ROLES)[number];
