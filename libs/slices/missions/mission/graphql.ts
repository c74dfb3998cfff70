import { z } from 'zod';
import {
  allReached,
  computed,
  computedAtPosition,
  each,
  mutations,
  node,
  one,
  root,
  rowType,
  under,
  type AnyNode,
  type GraphqlContext,
} from '@maillage/engine';
import { calendarDate, plusDays, ref, shape, shownSource, sought, sourceShown } from '@maillage/kernel';
import { Organisation, sector } from '@maillage/directory';
import { disclosed, evidenceFiles, evidenceLink, linksOf } from '@maillage/evidence';
import { missionDecider } from './decider.js';
import { HANDOVER_DAYS, place, PRIVACY_DAYS, role } from './events.js';
import { refuseInvitations } from './invitations.js';
import {
  handoverOfMission,
  isInvitedMemberOfMission,
  listingsOfMission,
  listingsOfOrganisation,
  membersBySectorOfMission,
  membershipsOfOrganisation,
  membersOfMission,
  missionById,
  missionPage,
  openInvitationsOfMission,
  pausesOfMission,
  privacyOfMission,
} from './queries.js';
import { missions, type PrivacyRow } from './view.js';

const {
  mission,
  mission_pause,
  mission_member,
  mission_invitation,
  mission_listing,
  mission_handover,
  mission_privacy,
} = missions.tables;

export const Invitation = rowType('Invitation', mission_invitation, {
  says: 'Neither accepted nor declined nor withdrawn yet.',
  fields: { role: 'What it is invited to do.', invitedAt: 'When it was invited.' },
  edges: { organisation: one(Organisation, { says: 'Who is invited.' }) },
});

export const PrivacyProposal = rowType('PrivacyProposal', mission_privacy, {
  says: 'That further texts stay out of the public log from then on. It takes every backbone, and stands until then, until it is declined or taken back, or has lapsed.',
  fields: {
    privateFields: 'All that would be private then.',
    reason: 'Why.',
    proposedOn: 'When it was proposed.',
    acceptableUntil: {
      says: 'The last day on which it may be accepted.',
      type: calendarDate,
      of: ({ proposed_on }) => plusDays(proposed_on, PRIVACY_DAYS),
    },
  },
  edges: {
    proposedBy: one(Organisation, { says: 'The backbone that proposes it.' }),
    acceptedBy: allReached<PrivacyRow>((): AnyNode => Organisation, {
      says: 'The backbones that have agreed so far, whoever proposed it first.',
      by: ({ row }) => Promise.resolve(row.accepted_by),
    }),
  },
});

export const BackboneHandover = rowType('BackboneHandover', mission_handover, {
  says: 'The place of a backbone, offered to another organisation and neither accepted nor declined nor taken back.',
  fields: {
    proposedOn: 'When it was offered.',
    acceptableUntil: {
      says: 'The last day on which it may be accepted.',
      type: calendarDate,
      of: ({ proposed_on }) => plusDays(proposed_on, HANDOVER_DAYS),
    },
  },
  edges: {
    organisation: one(Organisation, { says: 'The backbone that offers its place.' }),
    successor: one(Organisation, { says: 'Who is to take it.' }),
  },
});

const membersOfSector = shape(
  'MembersOfSector',
  'How many present members of a mission are of one sector.',
  z.strictObject({
    sector: sector.describe('What kind of body they are'),
    organisations: z.int().describe('How many there are'),
    computedAt: computedAtPosition,
  }),
);

export const MissionPause = rowType('MissionPause', mission_pause, {
  says: 'A time in which the mission was looked at anew. What was promised stayed due.',
  fields: {
    pausedOn: 'When it began.',
    reassessBy: 'The day by which the mission was to go on, or to end.',
    endedOn: 'When it ended; null while it lasts.',
    outcome: 'What came of it; null while it lasts, and where the mission was closed in it.',
  },
  edges: {
    reason: disclosed({ says: 'Why.', column: 'reason' }),
    learned: disclosed({
      says: 'What was learnt; null while it lasts, and where the mission was closed in it.',
      column: 'learned',
      nullable: true,
    }),
    pausedBy: one(Organisation, { says: 'The backbone that paused it.' }),
    resumedBy: one(Organisation, { says: 'The backbone that ended it; null where none did.' }),
  },
});

export const Mission = node('Mission', mission, {
  says: 'A shared, measurable goal.',
  fields: {
    title: 'What it is called.',
    challenge: 'What the mission answers to, in one sentence.',
    hashtag: 'With its #. Several missions may share one.',
    startsOn: 'Its first day.',
    endsOn: 'Its last day.',
    places: { says: 'Where it is at work.', type: [place] },
    sdgs: 'Sustainable Development Goals and targets: 11, 11.1, 8.b.',
    openInvitation: 'Whether any registered organisation may join as MEMBER or FUNDER.',
    privateFields: 'Of what is recorded now; earlier texts stay as they were recorded, public or private.',
    declaredAt: 'When it was declared.',
    closedOn: 'From when on nothing new begins in it; null while it is open.',
    closedAs: 'How it ended; null while it is open.',
  },
  edges: {
    learned: disclosed({
      says: 'What was learnt, as it was said when it was closed; null while it is open.',
      column: 'learned',
      nullable: true,
    }),
    declaredBy: one(Organisation, { says: 'Its first backbone.' }),
    closedBy: one(Organisation, { says: 'The backbone that closed it; null while it is open.' }),
    pauses: each(MissionPause, pausesOfMission, 'The first one first; one at most lasts.'),
    membersBySector: computed({
      says: 'Every sector, those nobody is of included.',
      type: [membersOfSector],
      resolve: async ({ key, context }) => {
        const { sectors, computedAt } = await context.loaders.load(membersBySectorOfMission, key, null);
        return sectors.map((counted) => ({ ...counted, computedAt }));
      },
    }),
    invitations: each(Invitation, openInvitationsOfMission, 'Open ones, oldest first.'),
    privacyProposals: each(
      PrivacyProposal,
      privacyOfMission,
      'What it is proposed to keep private beside; one at most.',
    ),
    handovers: each(BackboneHandover, handoverOfMission, 'What a backbone offers; one at most.'),
  },
  lists: [
    root('missions', {
      says: 'Newest first.',
      query: missionPage,
      args: {
        search: sought(400)
          .optional()
          .describe(
            'Words of its title, challenge and hashtag, in any order and as parts of longer ones, whatever their case, accents and apostrophes.',
          ),
        hashtag: sought(400).optional().describe('With its #. Several missions may share one.'),
        sdg: sought(400)
          .optional()
          .describe('A Sustainable Development Goal or target; a goal finds its targets too: 11 finds 11.1.'),
        organisationId: ref('Organisation')
          .optional()
          .describe('An organisation that takes part now, in whatever role.'),
      },
      asked: ({ organisationId, ...given }) => ({ ...given, memberId: organisationId }),
    }),
  ],
  find: missionById,
});
export type Mission = InstanceType<typeof Mission>;

const membershipArgs = {
  role: role.optional().describe('Who holds this role now; organisations that left hold none.'),
  includeFormer: z.boolean().default(false).describe('Memberships that have ended too.'),
  onlyFormer: z.boolean().default(false).describe('Memberships that have ended, and no others.'),
};

export const Membership = rowType('Membership', mission_member, {
  says: 'An organisation’s part in a mission.',
  fields: {
    roles: 'Those it holds now, in the order of taking them; none once it has left.',
    joinedAt: 'Of the present membership, or of the last one.',
    byInvitation: 'Whether it may read what the mission keeps private: whoever took an open role may not.',
    qualification: 'What makes it an evaluator, as it said when it joined as one; null where it never did.',
    evidenceLinks: {
      says: 'What it gave to show that, for anyone to see.',
      type: [evidenceLink],
      of: ({ evidence_links }) => linksOf(evidence_links),
    },
    leftAt: 'When it left or was removed; null while it takes part.',
    suspendedFrom:
      'The first day of its latest suspension: from then on it makes no new promise and gives no new review.',
    suspendedUntil: 'The last day of its latest suspension, as it was recorded.',
    suspensionLiftedOn:
      'The day on which a backbone lifted its latest suspension, which has no effect from then on; null where none did.',
  },
  edges: {
    organisation: one(Organisation),
    mission: one(Mission),
    evidenceFiles: evidenceFiles({
      says: 'What it gave to show what makes it an evaluator, as files.',
      column: 'evidence_links',
      mayRead: ({ row, context }) => mayReadPrivate(context, row.mission_id, row.organisation_id),
    }),
    removalReason: disclosed({
      says: 'Why a backbone removed it; null where it left by itself, or takes part.',
      column: 'removal_reason',
      nullable: true,
    }),
    suspensionReason: disclosed({
      says: 'Why a backbone suspended it, of its latest suspension.',
      column: 'suspension_reason',
      nullable: true,
    }),
  },
  lists: [
    under(Mission, 'members', {
      says: 'In the order of joining.',
      query: membersOfMission,
      args: {
        ...membershipArgs,
        organisationId: ref('Organisation').optional().describe('The part of this organisation only.'),
      },
      asked: ({ organisationId, ...given }) => ({ ...given, otherId: organisationId }),
    }),
    under(Organisation, 'missions', {
      says: 'What it takes part in, in the order of joining.',
      query: membershipsOfOrganisation,
      args: { ...membershipArgs, missionId: ref('Mission').optional().describe('Its part in this mission only.') },
      asked: ({ missionId, ...given }) => ({ ...given, otherId: missionId }),
    }),
  ],
});

export const Listing = rowType('Listing', mission_listing, {
  says: 'A role that published data gives an organisation: it is listed by the source, and has neither rights nor duties until it joins.',
  fields: {
    role: 'The role that the source gives it.',
    source: { says: 'Where that is said.', type: shownSource, of: ({ source }) => sourceShown(source) },
    listedOn: 'When it was listed here.',
  },
  edges: { organisation: one(Organisation), mission: one(Mission) },
  lists: [
    under(Mission, 'listings', { says: 'In the order of listing.', query: listingsOfMission }),
    under(Organisation, 'listings', {
      says: 'Where a source names it, in the order of listing.',
      query: listingsOfOrganisation,
    }),
  ],
});

/** Whether whoever asks may see what a mission keeps private: those that joined it by invitation, and who recorded it. */
export async function mayReadPrivate(
  { principal, loaders }: GraphqlContext,
  missionId: string,
  authorId: string | undefined,
): Promise<boolean> {
  if (principal?.scopes.includes('read') !== true) return false;
  const organisationId = principal.organisation;
  return organisationId === authorId || loaders.load(isInvitedMemberOfMission, missionId, { organisationId });
}

/** For the resolvers of other slices: the mission under an id, in a batch. */
export function missionOf(context: GraphqlContext, id: string): Promise<Mission | null> {
  return Mission.find(context, id);
}

export const missionMutations = mutations(missionDecider, {
  gives: Mission,
  commands: {
    InviteOrganisation: { limits: refuseInvitations },
    ProposeBackboneHandover: { limits: refuseInvitations },
  },
});
