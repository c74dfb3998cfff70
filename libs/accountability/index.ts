export { commitmentDecider } from './commitment.decider.js';
export type { AccountabilityRefusal } from './commitment.commands.js';
export type { CommitmentState, ContributionState, MadeCommitment, ReviewState } from './commitment.state.js';
export * from './commitment.events.js';
