import { refuse, type CalendarDate, type Refusal } from '@maillage/kernel';
import type { CommitmentTerms, Milestone } from '../events.js';
import { dueDate, termsOf, type MadeCommitment } from '../state.js';
import { completionOf, refuseQuantityOf, unitDiffers } from './commitment.js';
import type { Objection } from './shared.js';

// What the terms of a promise may be changed to, whoever has to agree.

/** As they would stand. What was kept by anything that others attested still is, while nothing else is said. */
export function amendedTerms(given: Omit<CommitmentTerms, 'completion'>, { terms }: MadeCommitment): CommitmentTerms {
  const follows = completionOf(given);
  const completion = follows === 'DECLARED' && terms.completion === 'ANY' ? 'ANY' : follows;
  return termsOf({ ...given, completion });
}

interface Proposing {
  readonly by: string;
  readonly on: CalendarDate;
}

export function refuseTerms(terms: CommitmentTerms, state: MadeCommitment, { by, on }: Proposing) {
  if (sameTerms(terms, state.terms)) {
    return refuse('TERMS_UNCHANGED', 'These are the terms as they stand; an amendment changes at least one of them.');
  }
  return (
    refuseQuantityOf(terms.kind, terms.quantity, { standing: [state.terms.quantity] }) ??
    refuseDate(terms, state, on) ??
    refuseOtherThing(terms, state, by) ??
    refuseAgainstGiven(terms, state)
  );
}

function sameTerms(a: CommitmentTerms, b: CommitmentTerms): boolean {
  return (
    a.kind === b.kind &&
    a.description === b.description &&
    a.dueOn === b.dueOn &&
    a.completion === b.completion &&
    // One number has one spelling, so amounts compare as text.
    a.quantity?.amount === b.quantity?.amount &&
    a.quantity?.unit === b.quantity?.unit &&
    sameMilestones(a.milestones, b.milestones)
  );
}

function sameMilestones(a: readonly Milestone[] = [], b: readonly Milestone[] = []): boolean {
  return (
    a.length === b.length &&
    a.every(({ key, what, dueOn }, n) => b[n]?.key === key && b[n].what === what && b[n].dueOn === dueOn)
  );
}

function refuseDate(
  { dueOn }: CommitmentTerms,
  state: MadeCommitment,
  on: CalendarDate,
): Objection<'DUE_DATE_DROPPED' | 'DUE_IN_PAST' | 'DATE_SETTLED'> {
  const before = state.terms.dueOn;
  if (dueOn === before) return undefined;
  // Without its date a promise would never be overdue: dropping it would be a way out that putting it off is not.
  if (dueOn === undefined) {
    return refuse('DUE_DATE_DROPPED', 'A promise that has a due date keeps one; name the new date.', ['dueOn']);
  }
  if (before !== undefined && on > before && !state.reported) {
    return refuse(
      'DATE_SETTLED',
      `This promise was due on ${before} and has until ${dueDate(state, on) ?? before} by agreement; keep dueOn ${before}. More time takes another settlement.`,
      ['dueOn'],
    );
  }
  if (dueOn > on || state.reported) return undefined;
  return refuse('DUE_IN_PAST', `A promise falls due later than the day it is changed; name a day after ${on}.`, [
    'dueOn',
  ]);
}

/** What others accepted stays the same thing, however much of it. */
function refuseOtherThing(
  terms: CommitmentTerms,
  { terms: before, parties }: MadeCommitment,
  by: string,
): Objection<'KIND_FIXED' | 'UNIT_FIXED' | 'COMPLETION_FIXED'> {
  const others = Object.entries(parties).filter(([id, { acceptedOn }]) => id !== by && acceptedOn !== undefined);
  if (others.length === 0) return undefined;
  const instead = 'others have accepted it. Make another promise, and take this one back.';
  if (terms.kind !== before.kind) {
    return refuse('KIND_FIXED', `This promise stays one of kind ${before.kind}: ${instead}`, ['kind']);
  }
  const [unit, unitBefore] = [terms.quantity?.unit, before.quantity?.unit];
  if (unit !== undefined && unitBefore !== undefined && unit !== unitBefore) {
    return refuse('UNIT_FIXED', `This promise stays counted in ${unitBefore}: ${instead}`, ['quantity', 'unit']);
  }
  if (terms.completion === before.completion) return undefined;
  return refuse('COMPLETION_FIXED', `What keeps this promise stays ${before.completion}: ${instead}`, [
    before.completion === 'QUANTITY' || terms.completion === 'QUANTITY' ? 'quantity' : 'milestones',
  ]);
}

/** What was given stays what it was: a promise may not turn into one that the gifts towards it cannot be held against. */
function refuseAgainstGiven(
  terms: CommitmentTerms,
  state: MadeCommitment,
): Objection<'KIND_DIFFERS'> | Refusal<'UNIT_DIFFERS'> {
  const given = Object.values(state.contributions);
  if (given.length > 0 && terms.kind !== state.terms.kind) {
    return refuse(
      'KIND_DIFFERS',
      `Contributions of kind ${state.terms.kind} are recorded towards this commitment; keep that kind.`,
      ['kind'],
    );
  }
  const unit = terms.quantity?.unit;
  const other = given.find((contribution) => contribution.unit !== undefined && contribution.unit !== unit)?.unit;
  return unit === undefined || other === undefined ? undefined : unitDiffers(other);
}
