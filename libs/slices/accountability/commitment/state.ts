import type { CommitmentEvent, CommitmentTerms, Kind } from './events.js';

export interface ContributionState {
  readonly contributorId: string;
  readonly recordedBy: string;
  /** Of what was given; a later amendment may not make it another. */
  readonly unit: string | undefined;
  readonly declared: boolean;
  readonly corroboratedBy: readonly string[];
  readonly verifiedBy: readonly string[];
  readonly disputedBy: readonly string[];
}

/** Who judges whom. */
export interface ReviewPair {
  readonly reviewerId: string;
  readonly reviewedId: string;
}

export interface ReviewState extends ReviewPair {
  /** The reviewer, the reviewed organisation, or both. */
  readonly learnedBy: readonly string[];
}

export interface MadeCommitment {
  readonly made: true;
  readonly missionId: string;
  readonly promisorIds: readonly string[];
  readonly counterpartyIds: readonly string[];
  readonly terms: CommitmentTerms;
  readonly withdrawn: boolean;
  readonly contributions: Readonly<Record<string, ContributionState>>;
  readonly reviews: Readonly<Record<string, ReviewState>>;
  readonly declined: readonly ReviewPair[];
}

export type CommitmentState = { readonly made: false } | MadeCommitment;

export const notMade: CommitmentState = { made: false };

/** Whose work on it may be reviewed. */
export function promisorsOf(state: CommitmentState): readonly string[] {
  return state.made ? state.promisorIds : [];
}

export function evolve(state: CommitmentState, event: CommitmentEvent): CommitmentState {
  if (event.type === 'CommitmentMade') {
    const { missionId, promisorIds, counterpartyIds } = event.data;
    return {
      made: true,
      missionId,
      promisorIds,
      counterpartyIds,
      terms: termsOf(event.data),
      withdrawn: false,
      contributions: {},
      reviews: {},
      declined: [],
    };
  }
  if (!state.made) throw new Error(`${event.type} comes before CommitmentMade.`);

  switch (event.type) {
    case 'CommitmentAmended':
      return { ...state, terms: termsOf(event.data) };
    case 'CommitmentWithdrawn':
      return { ...state, withdrawn: true };
    case 'ContributionRecorded':
      return withContribution(state, event.data.contributionId, {
        contributorId: event.data.contributorId,
        recordedBy: event.data.recordedBy,
        unit: event.data.quantity?.unit,
        declared: event.data.declared,
        corroboratedBy: [],
        verifiedBy: [],
        disputedBy: [],
      });
    case 'ContributionDeclared':
      return changed(state, event.data.contributionId, () => ({ declared: true }));
    case 'ContributionCorroborated':
      return changed(state, event.data.contributionId, ({ corroboratedBy }) => ({
        corroboratedBy: [...corroboratedBy, event.data.corroboratedBy],
      }));
    case 'ContributionVerified':
      return changed(state, event.data.contributionId, ({ verifiedBy }) => ({
        verifiedBy: [...verifiedBy, event.data.verifiedBy],
      }));
    case 'ContributionDisputed':
      return changed(state, event.data.contributionId, ({ disputedBy }) => ({
        disputedBy: [...disputedBy, event.data.disputedBy],
      }));
    case 'ReviewSubmitted': {
      const { reviewId, reviewerId, reviewedId } = event.data;
      return withReview(state, reviewId, { reviewerId, reviewedId, learnedBy: [] });
    }
    case 'ReviewLearned': {
      const { reviewId, markedBy } = event.data;
      const review = state.reviews[reviewId];
      if (review === undefined) throw new Error(`Review ${reviewId} is marked before it is submitted.`);
      return withReview(state, reviewId, { ...review, learnedBy: [...review.learnedBy, markedBy] });
    }
    case 'ReviewDeclined': {
      const { reviewerId, reviewedId } = event.data;
      return { ...state, declined: [...state.declined, { reviewerId, reviewedId }] };
    }
    // What a review says, and the answer to it, decide nothing later.
    case 'ReviewRevised':
    case 'ReviewAnswered':
      return state;
  }
}

/** Only the terms of what carries them; absent ones stay absent, since canonical JSON knows no `undefined`. */
export function termsOf(data: {
  readonly kind: Kind;
  readonly quantity?: CommitmentTerms['quantity'];
  readonly description: string;
  readonly dueOn?: string | undefined;
}): CommitmentTerms {
  return {
    kind: data.kind,
    ...(data.quantity === undefined ? {} : { quantity: data.quantity }),
    description: data.description,
    ...(data.dueOn === undefined ? {} : { dueOn: data.dueOn }),
  };
}

function withContribution(state: MadeCommitment, id: string, contribution: ContributionState): MadeCommitment {
  return { ...state, contributions: { ...state.contributions, [id]: contribution } };
}

function withReview(state: MadeCommitment, id: string, review: ReviewState): MadeCommitment {
  return { ...state, reviews: { ...state.reviews, [id]: review } };
}

function changed(
  state: MadeCommitment,
  id: string,
  change: (contribution: ContributionState) => Partial<ContributionState>,
): MadeCommitment {
  const contribution = state.contributions[id];
  if (contribution === undefined) throw new Error(`Contribution ${id} changes before it is recorded.`);
  return withContribution(state, id, { ...contribution, ...change(contribution) });
}
