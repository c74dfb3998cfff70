import { refuse, type Quantity } from '@maillage/kernel';
import Big from 'big.js';
import { statementsInForce, type ContributionState } from '../state.js';
import type { Consulted, Objection } from './shared.js';

/** Compares exactly, as decimals. */
export function isMore({ amount }: Quantity, than: Quantity): boolean {
  return new Big(amount).gt(than.amount);
}

interface Passing {
  readonly passesOn?: ContributionState['passesOn'];
  readonly quantity?: Quantity | undefined;
  readonly contributorId: string;
}

/**
 * Handing on what one received: the contribution named was given to the giver, which corroborated it, and is handed on for
 * no more than it is. That all that was handed on of it is no more either is asked where all of it is known.
 */
export function refusePassing(
  { passesOn, quantity, contributorId }: Passing,
  { firstHand }: Consulted,
): Objection<'PASSED_ON_UNKNOWN' | 'PASSED_ON_TOO_MUCH'> {
  if (passesOn === undefined) return undefined;
  const received = firstHand.made ? firstHand.contributions[passesOn.contributionId] : undefined;
  const last = received?.versions.at(-1);
  if (received === undefined || last === undefined || received.retractedOn !== undefined) return unknown();
  const corroborated = statementsInForce(received, received.corroborations).some(({ by }) => by === contributorId);
  if (!corroborated) {
    return refuse(
      'PASSED_ON_UNKNOWN',
      'Only what the giver received and corroborated is handed on; corroborate that contribution first.',
      ['passesOn'],
    );
  }
  if (quantity === undefined || quantity.unit !== last.quantity?.unit) {
    return refuse(
      'PASSED_ON_TOO_MUCH',
      'What is handed on is counted in the unit in which it was received; give the amount in that unit, or leave passesOn out.',
      ['quantity'],
    );
  }
  return isMore(quantity, last.quantity)
    ? refuse(
        'PASSED_ON_TOO_MUCH',
        `${last.quantity.amount} ${last.quantity.unit} were received; hand on no more, and record the rest as a contribution of its own.`,
        ['quantity', 'amount'],
      )
    : undefined;
}

function unknown() {
  return refuse(
    'PASSED_ON_UNKNOWN',
    'No such contribution stands; name one that the giver received and corroborated, or leave passesOn out.',
    ['passesOn'],
  );
}
