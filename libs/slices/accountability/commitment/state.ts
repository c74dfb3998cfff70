import type { CommitmentEvent } from './events.js';
import { evolveContribution } from './state/contribution.state.js';
import { evolvePromise, made } from './state/promise.state.js';
import { evolveReview } from './state/review.state.js';
import type { CommitmentState } from './state/types.js';

export * from './state/parties.js';
export { termsOf } from './state/promise.state.js';
export type * from './state/types.js';

export const notMade: CommitmentState = { made: false };

/** Whose work on it may be reviewed. */
export function promisorsOf(state: CommitmentState): readonly string[] {
  return state.made ? state.promisorIds : [];
}

export function evolve(before: CommitmentState, event: CommitmentEvent): CommitmentState {
  if (event.type === 'CommitmentMade') return made(event);
  if (!before.made) throw new Error(`${event.type} comes before CommitmentMade.`);
  const { data } = event;
  const state = 'on' in data && data.on > before.on ? { ...before, on: data.on } : before;
  switch (event.type) {
    case 'CommitmentAccepted':
    case 'CommitmentDeclined':
    case 'PartyReleased':
    case 'PartyDissolved':
    case 'AmendmentProposed':
    case 'AmendmentDropped':
    case 'CommitmentAmended':
    case 'CommitmentWithdrawn':
    case 'SettlementProposed':
    case 'SettlementAccepted':
    case 'SettlementDeclined':
    case 'SettlementDropped':
    case 'ProgressNoted':
      return evolvePromise(state, event);
    case 'ContributionRecorded':
    case 'ContributionDeclared':
    case 'ContributionCorrected':
    case 'ContributionRetracted':
    case 'ContributionCorroborated':
    case 'ContributionVerified':
    case 'ContributionDisputed':
    case 'DisputeWithdrawn':
    case 'ObjectionNoted':
    case 'ObjectionAnswered':
    case 'ObjectionWithdrawn':
      return evolveContribution(state, event);
    case 'ReviewSubmitted':
    case 'ReviewRevised':
    case 'ReviewAnswered':
    case 'ReviewLearned':
    case 'ReviewDeclined':
      return evolveReview(state, event);
  }
}
