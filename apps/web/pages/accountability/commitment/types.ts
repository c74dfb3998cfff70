import type { CommitmentPageQuery } from '../../../generated/graphql/pages/accountability/commitment/commitment.js';

export type CommitmentDetails = NonNullable<CommitmentPageQuery['commitment']>;

/** What each part of the page takes. */
export interface PartProps {
  readonly commitment: CommitmentDetails;
  /** Called with the position of what was recorded from here. */
  readonly recorded: (position: string | null) => void;
}

/** Whether a change that is open waits for an organisation's answer, which it then answers before anything else. */
export function isAskedToChange(change: CommitmentDetails['openAmendment'], organisation: string | undefined): boolean {
  if (change === null) return false;
  return (
    change.mustAccept.some(({ id }) => id === organisation) &&
    change.acceptedBy.every((agreed) => agreed.organisation.id !== organisation)
  );
}
