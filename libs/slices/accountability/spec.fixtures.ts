import { erasable, type DomainEvent } from '@maillage/kernel';
import { accreditationDecider, organisationDecider } from '@maillage/directory';
import { indicatorDecider, missionDecider, type PrivateFields, type Role } from '@maillage/missions';
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
import { given, NOON } from '../../../test/harness/given.js';
import { commitmentDecider } from './commitment/decider.js';
import { receivingDecider } from './receiving/decider.js';

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

const registered = (of: string, group: string): readonly DomainEvent[] => [
  {
    type: 'OrganisationRegistered',
    data: { name: 'An organisation', sector: 'PUBLIC', identifiers: [], controlGroupId: of },
  },
  ...(group === of ? [] : [{ type: 'OrganisationGrouped', data: { controlGroupId: group, on: '2025-01-01' } }]),
];

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
    on: '2026-01-01',
  },
};

/** The mission asks for these texts to be kept private, from then on. */
export const keepingPrivate = (...privateFields: readonly PrivateFields[]): DomainEvent => ({
  type: 'MissionRevised',
  data: {
    ...(missionDeclared.data as object),
    privateFields,
    reason: 'So that people speak freely.',
    on: '2026-01-02',
  },
});

export const joined = (organisationId: string, role: Role): DomainEvent => ({
  type: 'MissionJoined',
  data: { organisationId, role, byInvitation: true, evidence: [], on: '2026-01-01' },
});

export const left = (organisationId: string): DomainEvent => ({
  type: 'MissionLeft',
  data: { organisationId, roles: ['MEMBER'], on: '2026-02-01' },
});

export const removed = (organisationId: string): DomainEvent => ({
  type: 'MemberRemoved',
  data: { organisationId, roles: ['MEMBER'], reason: 'It says what is not so.', on: '2026-02-01' },
});

/** In effect on the day that commands of specs are dated, and until the end of April. */
export const suspended = (organisationId: string): DomainEvent => ({
  type: 'MemberSuspended',
  data: {
    organisationId,
    reason: 'It says what is not so.',
    from: '2026-02-08',
    until: '2026-04-30',
    on: '2026-02-01',
  },
});

export const listed = (organisationId: string): DomainEvent => ({
  type: 'MemberListed',
  data: { organisationId, role: 'MEMBER', source: { dataset: 'INDIGO', record: '1' }, on: '2026-02-01' },
});

const organisations = Object.fromEntries(
  Object.entries(GROUPS).map(([of, group]) => [`organisation/${of}`, registered(of, group)]),
);
const missionEvents = [missionDeclared, ...MEMBERS.map(([organisation, role]) => joined(organisation, role))];
/** The organisations and the mission, by their streams. */
export const founded: Readonly<Record<string, readonly DomainEvent[]>> = {
  ...organisations,
  [`mission/${MISSION}`]: missionEvents,
};

export const INDICATOR = '00000000-0000-4000-8000-0000000000a1';
const indicatorDefined: DomainEvent = {
  type: 'IndicatorDefined',
  data: {
    missionId: MISSION,
    name: 'Damp homes',
    unit: 'dwelling',
    direction: 'DECREASE',
    mode: 'REACH',
    aggregation: 'LATEST',
    dimensions: [],
    targets: [],
    reporterIds: [],
    sdgs: [],
    definedBy: BACKBONE,
    on: '2026-01-01',
  },
};

export const receiving = (organisationId: string, until = '2026-12-31'): DomainEvent => ({
  type: 'ReceivingAccepted',
  data: { missionId: MISSION, organisationId, until, on: '2026-02-01' },
});

/**
 * Given this past of one commitment, in the mission described above, and what happened in that mission since.
 * @param streams others, by name.
 */
export function commitment(
  past: readonly DomainEvent[] = [],
  since: readonly DomainEvent[] = [],
  streams: Readonly<Record<string, readonly DomainEvent[]>> = {},
) {
  return given(commitmentDecider, past).consulting(
    {
      ...organisations,
      [`mission/${MISSION}`]: [...missionEvents, ...since.filter(({ type }) => !type.startsWith('Receiving'))],
      [`receiving/${MISSION}`]: since.filter(({ type }) => type.startsWith('Receiving')),
      [`indicator/${INDICATOR}`]: [indicatorDefined],
      ...streams,
    },
    [organisationDecider, missionDecider, receivingDecider, indicatorDecider, accreditationDecider],
  );
}

export const terms = {
  kind: 'SERVICE',
  quantity: { amount: '40', unit: 'dwelling' },
  description: 'Forty dwellings made dry.',
  dueOn: '2026-06-30',
};

/** The day that commands of specs are dated. */
export const TODAY = '2026-03-01';

interface Making {
  readonly promisorIds?: readonly string[];
  readonly counterpartyIds?: readonly string[];
  readonly quantity?: object | undefined;
}

/** As everybody it names has accepted it, unless said otherwise. */
export const made = (change: Making & Readonly<Record<string, unknown>> = {}): DomainEvent => {
  const { promisorIds = [CITY], counterpartyIds = [] } = change;
  const data = { missionId: MISSION, ...terms, ...change, promisorIds, counterpartyIds };
  return {
    type: 'CommitmentMade',
    data: {
      termsVersion: 1,
      acceptedBy: [...promisorIds, ...counterpartyIds],
      completion: data.quantity === undefined ? 'DECLARED' : 'QUANTITY',
      on: TODAY,
      ...data,
    },
  };
};

/** Something given without an earlier promise, as its giver recorded it. */
export const gift = (change: Making & Readonly<Record<string, unknown>> = {}): DomainEvent =>
  made({ dueOn: undefined, completion: 'DECLARED', gift: true, ...change });

export const acceptedBy = (organisationId: string, change: object = {}): DomainEvent => ({
  type: 'CommitmentAccepted',
  data: { missionId: MISSION, organisationId, termsVersion: 1, on: TODAY, ...change },
});

export const saidNo = (organisationId: string, change: object = {}): DomainEvent => ({
  type: 'CommitmentDeclined',
  data: { missionId: MISSION, organisationId, termsVersion: 1, on: TODAY, ...change },
});

export const amended = (change: object = {}): DomainEvent => ({
  type: 'CommitmentAmended',
  data: {
    missionId: MISSION,
    ...terms,
    completion: 'QUANTITY',
    termsVersion: 2,
    acceptedBy: [CITY],
    reason: 'Two sites were unsafe.',
    on: TODAY,
    ...change,
  },
});

export const withdrawn: DomainEvent = {
  type: 'CommitmentWithdrawn',
  data: { missionId: MISSION, reason: 'The budget was cut.', on: TODAY },
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
    completes: false,
    recordedBy: CITY,
    declared: true,
    on: TODAY,
    at: NOON,
    ...change,
  },
});

const ofGift = { missionId: MISSION, contributionId: GIFT, on: TODAY };

export const declared: DomainEvent = { type: 'ContributionDeclared', data: { ...ofGift, evidence: [] } };

export const corroborated = (by: string): DomainEvent => ({
  type: 'ContributionCorroborated',
  data: { ...ofGift, contributorId: CITY, corroboratedBy: by, evidence: [] },
});

export const verified = (by: string, change: object = {}): DomainEvent => ({
  type: 'ContributionVerified',
  data: { ...ofGift, contributorId: CITY, verifiedBy: by, evidence: [], ...change },
});

/** Replaced by its giver, once others had spoken of it. */
export const corrected = (change: object = {}): DomainEvent => ({
  type: 'ContributionCorrected',
  data: {
    ...ofGift,
    version: 2,
    correctedBy: CITY,
    quantity: { amount: '8', unit: 'dwelling' },
    period: { from: '2026-02-20', to: '2026-02-20' },
    completes: false,
    keepsEvidence: false,
    reason: 'Two were counted twice.',
    ...change,
  },
});

export const retracted: DomainEvent = {
  type: 'ContributionRetracted',
  data: { ...ofGift, retractedBy: CITY, reason: 'It was another’s.' },
};

export const disputeWithdrawn = (by: string): DomainEvent => ({
  type: 'DisputeWithdrawn',
  data: { ...ofGift, contributorId: CITY, withdrawnBy: by },
});

export const OBJECTION = '00000000-0000-4000-8000-0000000000b1';
export const objected = (by: string, change: object = {}): DomainEvent => ({
  type: 'ObjectionNoted',
  data: {
    ...ofGift,
    objectionId: OBJECTION,
    contributorId: CITY,
    objectedBy: by,
    reason: 'We saw eight.',
    ...change,
  },
});

/** The network accredits it for the year, by a stream of its own. */
export const accredited = (organisationId: string, ...ended: readonly DomainEvent[]) => ({
  [`accreditation/${organisationId}`]: [
    {
      type: 'EvaluatorAccredited',
      data: {
        accreditationId: '00000000-0000-4000-8000-0000000000c1',
        organisationId,
        scope: 'Damp',
        from: '2026-01-01',
        until: '2026-12-31',
        evidence: [],
        by: BACKBONE,
        on: '2026-01-01',
      },
    },
    ...ended,
  ],
});

export const disputed = (by: string): DomainEvent => ({
  type: 'ContributionDisputed',
  data: { ...ofGift, disputedBy: by, reason: 'The walls are still wet.' },
});

/** The same as the decider yields it: its reason can be erased. */
export const disputing = (by: string): DomainEvent => ({
  type: 'ContributionDisputed',
  data: { ...ofGift, contributorId: CITY, disputedBy: by, reason: erasable('The walls are still wet.') },
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

/** The same as the decider yields it: its words can be erased. */
export const reviewing = (change: object = {}): DomainEvent =>
  reviewed({ whatWorked: erasable(opinion.whatWorked), whatToTry: erasable(opinion.whatToTry), ...change });

export const learnt = (markedBy: string): DomainEvent => ({
  type: 'ReviewLearned',
  data: { missionId: MISSION, reviewId: REVIEW, markedBy },
});

export const declinedBy = (reviewerId: string, change: object = {}): DomainEvent => ({
  type: 'ReviewDeclined',
  data: { missionId: MISSION, reviewerId, reviewedId: CITY, ...change },
});
