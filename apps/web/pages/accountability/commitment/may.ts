import type { onContribution } from '../../../generated/commands/on-contribution.js';
import type {
  CommitmentPageQuery,
  ContributionLineFragment,
} from '../../../generated/graphql/pages/accountability/commitment/commitment.js';
import type { Acting } from '../../../parts/acting.js';
import { today } from '../../../parts/today.js';

export type CommitmentDetails = NonNullable<CommitmentPageQuery['commitment']>;

/** Whom the reader acts for, and what it may have a part in. */
export interface Part {
  readonly acting: Acting;
  readonly commitment: CommitmentDetails;
}

/**
 * What to offer. The ledger decides: what is offered in error is refused with its reason, so that these need not know of
 * control groups or of what happened a moment ago.
 */
export type Act = keyof typeof onContribution;

export function actsOn(part: Part, contribution: ContributionLineFragment): readonly Act[] {
  const { acting, commitment } = part;
  const by = acting.organisationId;
  if (by === undefined || !acting.canWrite) return [];
  const { contributor, recordedBy, statements } = contribution;
  const said = (act: string) => statements.some((each) => each.act === act && each.organisation?.id === by);
  if (contributor?.id === by) {
    return recordedBy?.id !== by && !said('DECLARED') ? ['DeclareContribution'] : [];
  }
  const member = acting.roles.length > 0;
  const named = commitment.counterparties.length > 0;
  const receiver = commitment.counterparties.some(({ id }) => id === by);
  const verified = contribution.evidence === 'VERIFIED';
  const acts: Act[] = [];
  if (!said('CORROBORATED') && (receiver || (!named && member && recordedBy?.id !== by)))
    acts.push('CorroborateContribution');
  if (!said('VERIFIED') && acting.roles.includes('EVALUATOR') && !isParty(part)) acts.push('VerifyContribution');
  if (!said('DISPUTED') && !verified && (receiver || member)) acts.push('DisputeContribution');
  return acts;
}

export function mayRecord({ acting, commitment }: Part): boolean {
  return acting.canWrite && commitment.withdrawnAt === null && speaksForPromisors({ acting, commitment });
}

export function mayChange({ acting, commitment }: Part): boolean {
  const { dueOn, withdrawnAt } = commitment;
  const open = withdrawnAt === null && (dueOn === null || dueOn >= today());
  return acting.canWrite && open && speaksForPromisors({ acting, commitment });
}

export function mayReview({ acting, commitment }: Part, promisorId: string): boolean {
  const member = acting.roles.length > 0;
  return acting.canWrite && member && acting.organisationId !== promisorId && commitment.mission !== null;
}

function speaksForPromisors({ acting, commitment }: Part): boolean {
  if (acting.roles.length === 0) return false;
  return acting.roles.includes('BACKBONE') || commitment.promisors.some(({ id }) => id === acting.organisationId);
}

function isParty({ acting, commitment }: Part): boolean {
  return [...commitment.promisors, ...commitment.counterparties].some(({ id }) => id === acting.organisationId);
}
