import type { Principal } from '../principal.js';
import type { Present } from './people.js';

/**
 * The one place that says which person acts as the operator: an ADMIN of the organisation that operates the ledger, who acts for
 * it, for ten minutes after she signed in.
 * @param operator the organisation's id; where there is none, nobody does.
 */
export function actingAs({ person, principal }: Present, operator: string | undefined): Principal | undefined {
  if (principal === undefined || principal.organisation !== operator || principal.seat !== 'ADMIN') return principal;
  return { ...principal, operating: person.isFresh ? 'NOW' : 'SIGN_IN_AGAIN' };
}
