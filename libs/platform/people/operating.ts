import type { Principal } from '../principal.js';
import type { Present } from './people.js';

/**
 * The one place that says which person acts as the operator: an ADMIN of the organisation that operates the ledger, who acts for
 * it, for ten minutes after she signed in, by a passkey where one is needed.
 * @param operator the organisation's id; where there is none, nobody does.
 */
export function actingAs(
  { person, principal }: Present,
  operator: string | undefined,
  needsPasskey: boolean,
): Principal | undefined {
  if (principal === undefined || principal.organisation !== operator || principal.seat !== 'ADMIN') return principal;
  if (needsPasskey && !person.byPasskey) return { ...principal, operating: 'PASSKEY_NEEDED' };
  return { ...principal, operating: person.isFresh ? 'NOW' : 'SIGN_IN_AGAIN' };
}
