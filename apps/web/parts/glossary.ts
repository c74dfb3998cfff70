/** The words of the ledger that are not everybody's, in the order in which they are met. Each has a message, and one that explains it. */
export const TERMS = [
  'mission',
  'backbone',
  'evaluator',
  'indicator',
  'baseline',
  'commitment',
  'contribution',
  'declared',
  'corroborated',
  'verified',
  'disputed',
  'review',
  'controlGroup',
  'reputation',
  'confirmed',
  'log',
] as const;
export type Term = (typeof TERMS)[number];
