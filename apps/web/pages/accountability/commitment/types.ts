import type { CommitmentPageQuery } from '../../../generated/graphql/pages/accountability/commitment/commitment.js';

export type CommitmentDetails = NonNullable<CommitmentPageQuery['commitment']>;
