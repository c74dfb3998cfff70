import type { CommitmentEventOf } from '../events.js';
import type { ContributionState, ContributionVersion, MadeCommitment } from './types.js';

type ContributionEvent = CommitmentEventOf<
  | 'ContributionRecorded'
  | 'ContributionDeclared'
  | 'ContributionCorrected'
  | 'ContributionRetracted'
  | 'ContributionCorroborated'
  | 'ContributionVerified'
  | 'ContributionDisputed'
  | 'DisputeWithdrawn'
  | 'ObjectionNoted'
  | 'ObjectionAnswered'
  | 'ObjectionWithdrawn'
>;

export function evolveContribution(state: MadeCommitment, event: ContributionEvent): MadeCommitment {
  const { contributionId: id } = event.data;
  if (event.type === 'ContributionRecorded') return withContribution(state, id, recorded(event.data));
  const contribution = state.contributions[id];
  if (contribution === undefined) throw new Error(`Contribution ${id} changes before it is recorded.`);
  return withContribution(state, id, { ...contribution, ...changed(contribution, event) });
}

function recorded(data: CommitmentEventOf<'ContributionRecorded'>['data']): ContributionState {
  return {
    contributorId: data.contributorId,
    recordedBy: data.recordedBy,
    recordedAt: data.at,
    unit: data.quantity?.unit,
    declared: data.declared,
    versions: [versionOf(data)],
    passesOn: data.passesOn,
    retractedOn: undefined,
    corroborations: [],
    verifications: [],
    disputes: [],
    objections: [],
    evidenceSince: 1,
  };
}

function versionOf(
  data: CommitmentEventOf<'ContributionRecorded' | 'ContributionCorrected'>['data'],
): ContributionVersion {
  const { quantity, period, description, milestone, completes, on } = data;
  return { quantity, period, description, milestone, completes, on };
}

function changed(
  contribution: ContributionState,
  event: Exclude<ContributionEvent, { type: 'ContributionRecorded' }>,
): Partial<ContributionState> {
  const { versions, corroborations, verifications, disputes, objections } = contribution;
  const { on } = event.data;
  const said = (by: string) => ({ by, version: versions.length, on });
  switch (event.type) {
    case 'ContributionDeclared':
      return { declared: true };
    case 'ContributionCorrected': {
      const { data } = event;
      return {
        versions: [...versions, versionOf(data)],
        unit: data.quantity?.unit,
        evidenceSince: data.keepsEvidence ? contribution.evidenceSince : versions.length + 1,
      };
    }
    case 'ContributionRetracted':
      return { retractedOn: on };
    case 'ContributionCorroborated':
      return { corroborations: [...corroborations, said(event.data.corroboratedBy)] };
    case 'ContributionVerified': {
      const { verifiedBy, found } = event.data;
      return { verifications: [...verifications, { ...said(verifiedBy), found }] };
    }
    case 'ContributionDisputed':
      return { disputes: [...disputes, { ...said(event.data.disputedBy), withdrawnOn: undefined }] };
    case 'DisputeWithdrawn':
      return {
        disputes: disputes.map((each) =>
          each.by === event.data.withdrawnBy && each.withdrawnOn === undefined ? { ...each, withdrawnOn: on } : each,
        ),
      };
    case 'ObjectionNoted': {
      const { objectionId: id, objectedBy } = event.data;
      return { objections: [...objections, { ...said(objectedBy), id, withdrawnOn: undefined, answered: false }] };
    }
    case 'ObjectionAnswered':
      return { objections: changedObjection(contribution, event.data.objectionId, { answered: true }) };
    case 'ObjectionWithdrawn':
      return { objections: changedObjection(contribution, event.data.objectionId, { withdrawnOn: on }) };
  }
}

function changedObjection(
  { objections }: ContributionState,
  id: string,
  change: Partial<ContributionState['objections'][number]>,
) {
  return objections.map((each) => (each.id === id ? { ...each, ...change } : each));
}

function withContribution(state: MadeCommitment, id: string, contribution: ContributionState): MadeCommitment {
  return { ...state, contributions: { ...state.contributions, [id]: contribution } };
}
