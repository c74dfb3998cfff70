import { z } from 'zod';
import {
  computed,
  computedAtPosition,
  each,
  mutations,
  node,
  one,
  root,
  rowType,
  under,
  type GraphqlContext,
} from '@maillage/engine';
import { ref, shape, text } from '@maillage/kernel';
import { Organisation, sector } from '@maillage/directory';
import { missionDecider } from './decider.js';
import { place, role } from './events.js';
import {
  membersBySectorOfMission,
  membershipsOfOrganisation,
  membersOfMission,
  missionById,
  missionPage,
  openInvitationsOfMission,
} from './queries.js';
import { missions } from './view.js';

const { mission, mission_member, mission_invitation } = missions.tables;

export const Invitation = rowType('Invitation', mission_invitation, {
  says: 'Neither accepted nor withdrawn yet.',
  fields: { role: 'What it is invited to do.', invitedAt: 'When it was invited.' },
  edges: { organisation: one(Organisation, { says: 'Who is invited. Null while the views have not caught up.' }) },
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
  },
  edges: {
    declaredBy: one(Organisation, { says: 'Its first backbone. Null while the views have not caught up.' }),
    membersBySector: computed({
      says: 'Every sector, those nobody is of included.',
      type: [membersOfSector],
      resolve: async ({ key, context }) => {
        const { sectors, computedAt } = await context.loaders.load(membersBySectorOfMission, key, null);
        return sectors.map((counted) => ({ ...counted, computedAt }));
      },
    }),
    invitations: each(Invitation, openInvitationsOfMission, 'Open ones, oldest first.'),
  },
  lists: [
    root('missions', {
      says: 'Newest first.',
      query: missionPage,
      args: {
        search: text(400)
          .optional()
          .describe('Part of a title, a challenge or a hashtag, whatever its case and accents.'),
        hashtag: text(400).optional().describe('With its #. Several missions may share one.'),
        sdg: text(400)
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
};

export const Membership = rowType('Membership', mission_member, {
  says: 'An organisation’s part in a mission.',
  fields: {
    roles: 'Those it holds now, in the order of taking them; none once it has left.',
    joinedAt: 'Of the present membership, or of the last one.',
    leftAt: 'When it left; null while it takes part.',
  },
  edges: { organisation: one(Organisation), mission: one(Mission) },
  lists: [
    under(Mission, 'members', { says: 'In the order of joining.', query: membersOfMission, args: membershipArgs }),
    under(Organisation, 'missions', {
      says: 'What it takes part in, in the order of joining.',
      query: membershipsOfOrganisation,
      args: membershipArgs,
    }),
  ],
});

/** For the resolvers of other slices: the mission under an id, in a batch. */
export function missionOf(context: GraphqlContext, id: string): Promise<Mission | null> {
  return Mission.find(context, id);
}

export const missionMutations = mutations(missionDecider, { gives: Mission });
