import { refuse, type Refusal } from '@maillage/kernel';
import type { ShownTie, TieKind } from '../events.js';

/**
 * The rule on declared ties, kind by kind: within one control group a review is refused; with a payment or a shared member
 * between the two it is given, and the tie shown beside it. What nobody declares is found by query (`tiesOfReview`).
 */
export function shownTies(declared: readonly TieKind[]): ShownTie[] | Refusal<'SAME_CONTROL_GROUP'> {
  const shown: ShownTie[] = [];
  for (const [index, tie] of declared.entries()) {
    switch (tie) {
      case 'SAME_CONTROL_GROUP':
        return refuse(
          'SAME_CONTROL_GROUP',
          'You declare that your organisation and this one belong to one control group; a review comes from outside it.',
          ['ties', index],
        );
      case 'PAYMENT':
      case 'SHARED_MEMBER':
        shown.push(tie);
    }
  }
  return shown;
}
