import { z } from 'zod';
import { commands, ref, text } from '@maillage/kernel';
import { missionTerms, privateFields, role } from './events.js';

/** `privateFields` left out stay as they are: nobody makes a mission's texts public without saying so. */
const describing = missionTerms.safeExtend({
  privateFields: privateFields
    .optional()
    .describe('Texts recorded from then on stay out of the public log. Left out: as they are; in a new mission, none.'),
});
const roleOfAnother = z.strictObject({
  organisationId: ref('Organisation').describe('Who is invited, or was.'),
  role: role.describe('What it is invited to do.'),
});

export const missionCommands = commands(
  {
    DeclareMission: {
      for: 'For any registered organisation, which becomes the mission’s first backbone.',
      creates: true,
      data: describing,
      refusals: ['MISSION_EXISTS', 'UNKNOWN_ORGANISATION'],
    },
    ReviseMission: {
      for: 'For its backbones: replaces what the mission says of itself as a whole.',
      data: describing.safeExtend({ reason: text(1000).describe('Why it is revised, in a few words; public.') }),
      refusals: ['UNKNOWN_MISSION', 'NOT_BACKBONE'],
    },
    InviteOrganisation: {
      for: 'For its backbones: an organisation may from then on join in that role.',
      data: roleOfAnother,
      refusals: ['UNKNOWN_MISSION', 'NOT_BACKBONE', 'UNKNOWN_ORGANISATION', 'ALREADY_MEMBER', 'ALREADY_INVITED'],
    },
    WithdrawInvitation: {
      for: 'For its backbones: takes back an invitation that nobody has accepted yet.',
      data: roleOfAnother,
      refusals: ['UNKNOWN_MISSION', 'NOT_BACKBONE', 'NOT_INVITED'],
    },
    JoinMission: {
      for: 'For your own organisation, where the mission is open or has invited it; a backbone may enrol another one.',
      data: z.strictObject({
        role: role.describe('What it is to do: one of several roles an organisation may hold.'),
        organisationId: ref('Organisation')
          .optional()
          .describe('For a backbone that enrols another organisation; everyone else joins for itself.'),
      }),
      refusals: [
        'UNKNOWN_MISSION',
        'NOT_BACKBONE',
        'BACKBONE_NOT_ENROLLED',
        'UNKNOWN_ORGANISATION',
        'ALREADY_MEMBER',
        'NOT_INVITED',
      ],
    },
    LeaveMission: {
      for: 'For a member: gives up all the roles it holds. It may come back.',
      data: z.strictObject({ reason: text(1000).optional().describe('Why it leaves, in a few words; public.') }),
      refusals: ['UNKNOWN_MISSION', 'NOT_A_MEMBER', 'LAST_BACKBONE'],
    },
  },
  {
    MISSION_EXISTS: 'This mission is declared already.',
    UNKNOWN_MISSION: 'No such mission is declared.',
    NOT_BACKBONE: 'Only a backbone of the mission may do this.',
    BACKBONE_NOT_ENROLLED: 'Nobody is made a backbone by another: invite the organisation, and it joins by itself.',
    ALREADY_MEMBER: 'The organisation has this role in the mission already.',
    ALREADY_INVITED: 'The organisation has an open invitation to this role already.',
    NOT_INVITED: 'There is no open invitation to this role.',
    NOT_A_MEMBER: 'The organisation takes no part in the mission; it must join first.',
    LAST_BACKBONE: 'The mission would be left without a backbone.',
  },
);
export type MissionCommands = typeof missionCommands;
