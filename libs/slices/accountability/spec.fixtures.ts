import type { DomainEvent } from '@maillage/kernel';
import { organisationDecider } from '@maillage/directory';
import { missionDecider, type PrivateFields, type Role } from '@maillage/missions';
import {
  BACKBONE,
  BUILDER,
  CITY,
  EVALUATOR,
  GIFT,
  INSIDER,
  MISSION,
  NEIGHBOUR,
  REVIEW,
  SISTER,
  STRANGER,
  TENANTS,
  TENANTS_BRANCH,
} from '../../../test/harness/cast.js';
import { given } from '../../../test/harness/given.js';
import { commitmentDecider } from './commitment/decider.js';

export * from '../../../test/harness/cast.js';

const GROUPS: Readonly<Record<string, string>> = {
  [BACKBONE]: BACKBONE,
  [CITY]: CITY,
  [SISTER]: CITY,
  [BUILDER]: BUILDER,
  [NEIGHBOUR]: NEIGHBOUR,
  [EVALUATOR]: EVALUATOR,
  [INSIDER]: CITY,
  [TENANTS]: TENANTS,
  [STRANGER]: STRANGER,
  [TENANTS_BRANCH]: TENANTS,
};

const MEMBERS: readonly (readonly [string, Role])[] = [
  [BACKBONE, 'BACKBONE'],
  [CITY, 'MEMBER'],
  [SISTER, 'MEMBER'],
  [BUILDER, 'MEMBER'],
  [NEIGHBOUR, 'FUNDER'],
  [EVALUATOR, 'EVALUATOR'],
  [INSIDER, 'EVALUATOR'],
];

const registered = (group: string): DomainEvent => ({
  type: 'OrganisationRegistered',
  data: { name: 'An organisation', sector: 'PUBLIC', identifiers: [], controlGroupId: group },
});

export const missionDeclared: DomainEvent = {
  type: 'MissionDeclared',
  data: {
    title: 'Logement digne',
    challenge: 'Nobody in Rennes sleeps in a damp home by 2030.',
    hashtag: '#logement-digne',
    places: [],
    sdgs: [],
    openInvitation: true,
    privateFields: [],
    declaredBy: BACKBONE,
  },
};

/** The mission asks for these texts to be kept private, from then on. */
export const keepingPrivate = (...privateFields: readonly PrivateFields[]): DomainEvent => ({
  type: 'MissionRevised',
  data: { ...(missionDeclared.data as object), privateFields, reason: 'So that people speak freely.' },
});

export const joined = (organisationId: string, role: Role): DomainEvent => ({
  type: 'MissionJoined',
  data: { organisationId, role },
});

export const left = (organisationId: string): DomainEvent => ({
  type: 'MissionLeft',
  data: { organisationId, roles: ['MEMBER'] },
});

const organisations = Object.fromEntries(
  Object.entries(GROUPS).map(([of, group]) => [`organisation/${of}`, [registered(group)]]),
);
const missionEvents = [missionDeclared, ...MEMBERS.map(([organisation, role]) => joined(organisation, role))];

/** Given this past of one commitment, in the mission described above, and what happened in that mission since. */
export function commitment(past: readonly DomainEvent[] = [], since: readonly DomainEvent[] = []) {
  return given(commitmentDecider, past).consulting(
    { ...organisations, [`mission/${MISSION}`]: [...missionEvents, ...since] },
    [organisationDecider, missionDecider],
  );
}

export const terms = {
  kind: 'SERVICE',
  quantity: { amount: '40', unit: 'dwelling' },
  description: 'Forty dwellings made dry.',
  dueOn: '2026-06-30',
};

export const made = (change: object = {}): DomainEvent => ({
  type: 'CommitmentMade',
  data: { missionId: MISSION, promisorIds: [CITY], counterpartyIds: [], ...terms, ...change },
});

export const withdrawn: DomainEvent = {
  type: 'CommitmentWithdrawn',
  data: { missionId: MISSION, reason: 'The budget was cut.' },
};

export const given10 = {
  contributionId: GIFT,
  quantity: { amount: '10', unit: 'dwelling' },
  date: '2026-02-20',
};

export const contributed = (change: object = {}): DomainEvent => ({
  type: 'ContributionRecorded',
  data: {
    missionId: MISSION,
    contributionId: GIFT,
    contributorId: CITY,
    kind: 'SERVICE',
    quantity: { amount: '10', unit: 'dwelling' },
    period: { from: '2026-02-20', to: '2026-02-20' },
    evidence: [],
    recordedBy: CITY,
    declared: true,
    ...change,
  },
});

const ofGift = { missionId: MISSION, contributionId: GIFT };

export const declared: DomainEvent = { type: 'ContributionDeclared', data: { ...ofGift, evidence: [] } };

export const corroborated = (by: string): DomainEvent => ({
  type: 'ContributionCorroborated',
  data: { ...ofGift, corroboratedBy: by, evidence: [] },
});

export const verified = (by: string): DomainEvent => ({
  type: 'ContributionVerified',
  data: { ...ofGift, verifiedBy: by, evidence: [] },
});

export const disputed = (by: string): DomainEvent => ({
  type: 'ContributionDisputed',
  data: { ...ofGift, disputedBy: by, reason: 'The walls are still wet.' },
});

export const opinion = {
  scores: { results: 3, reliability: 2, openness: 4, learning: 1 },
  whatWorked: 'Tenants were asked first.',
  whatToTry: 'Publish the delays as well.',
};

export const reviewed = (change: object = {}): DomainEvent => ({
  type: 'ReviewSubmitted',
  data: {
    missionId: MISSION,
    reviewId: REVIEW,
    reviewerId: BUILDER,
    reviewedId: CITY,
    ...opinion,
    ties: [],
    ...change,
  },
});

export const learnt = (markedBy: string): DomainEvent => ({
  type: 'ReviewLearned',
  data: { missionId: MISSION, reviewId: REVIEW, markedBy },
});

export const declinedBy = (reviewerId: string, change: object = {}): DomainEvent => ({
  type: 'ReviewDeclined',
  data: { missionId: MISSION, reviewerId, reviewedId: CITY, ...change },
});
