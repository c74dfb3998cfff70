import { z } from 'zod';
import { calendarDate, commands, ref, source, text, type CommandOf } from '@maillage/kernel';
import { evidenceItems } from '@maillage/evidence';
import {
  closing,
  hashtag,
  learned,
  missionTerms,
  place,
  privateFields,
  qualification,
  resumption,
  role,
} from './events.js';
import { sdgs } from '../sdg.js';

/** Of what a mission says of itself, whatever somebody wants changed. */
const changes = z.strictObject({
  title: text(300).optional().describe('What the mission is called'),
  challenge: text(500).optional().describe('The challenge the mission answers, in one sentence'),
  hashtag: hashtag.optional().describe('In lower case, with its #: #logement-digne. Several missions may share one'),
  startsOn: calendarDate.nullish().describe('Its first day; null for none'),
  endsOn: calendarDate.nullish().describe('Its last day, on or after the first; null for none'),
  places: z.array(place).max(100).nullish().describe('Where it is at work, as a whole; null for nowhere in particular'),
  sdgs: sdgs.unwrap().nullish().describe('Sustainable Development Goals and targets, as a whole; null for none'),
  openInvitation: z
    .boolean()
    .optional()
    .describe('Whether any registered organisation may join as MEMBER or FUNDER; not where it keeps texts private'),
  privateFields: privateFields
    .nullish()
    .describe(
      'Texts recorded from then on stay out of the public log, as a whole; null for none. Those that were public take every backbone: where there are others, this proposes them, and they stay public until all have agreed.',
    ),
  reason: text(1000).describe('Why it is revised, in a few words; public.'),
});
const roleOfAnother = z.strictObject({
  organisationId: ref('Organisation').describe('Who is invited, or was.'),
  role: role.describe('What it is invited to do.'),
});
const reason = text(1000);
const declining = reason.optional().describe('Why not, in a few words; public.');

export const missionCommands = commands(
  {
    DeclareMission: {
      seat: 'ADMIN',
      for: 'For any registered organisation, which becomes the mission’s first backbone.',
      creates: true,
      data: missionTerms.safeExtend({
        privateFields: privateFields
          .optional()
          .describe(
            'Texts recorded from then on stay out of the public log; none, if left out. Not in an open mission.',
          ),
      }),
      refusals: ['MISSION_EXISTS', 'UNKNOWN_ORGANISATION', 'OPEN_AND_PRIVATE'],
    },
    ReviseMission: {
      seat: 'ADMIN',
      for: 'For its backbones: replaces what it names of what the mission says of itself; the rest stays.',
      data: changes,
      refusals: ['UNKNOWN_MISSION', 'NOT_BACKBONE', 'ENDS_BEFORE_START', 'OPEN_AND_PRIVATE', 'PRIVACY_PROPOSED'],
    },
    PauseMission: {
      seat: 'ADMIN',
      for: 'For its backbones: to look at the mission anew. What was promised stays due.',
      data: z.strictObject({
        reason: reason.describe('Why, in a few words; public.'),
        reassessBy: calendarDate.describe('The day by which it goes on, or ends; within 90 days.'),
      }),
      refusals: [
        'UNKNOWN_MISSION',
        'NOT_BACKBONE',
        'MISSION_CLOSED',
        'PAUSED_ALREADY',
        'PAUSED_LATELY',
        'REASSESS_IN_PAST',
        'REASSESS_TOO_LATE',
      ],
    },
    ResumeMission: {
      seat: 'ADMIN',
      for: 'For its backbones: a mission that was paused goes on.',
      data: z.strictObject({
        outcome: resumption.describe('What came of looking at it anew.'),
        learned: learned.describe('What was learnt, for whoever does the like; public.'),
      }),
      refusals: ['UNKNOWN_MISSION', 'NOT_BACKBONE', 'MISSION_CLOSED', 'NOT_PAUSED'],
    },
    CloseMission: {
      seat: 'ADMIN',
      for: 'For its backbones: nothing new begins in the mission, for good. What is open may still be answered and ended.',
      data: z.strictObject({
        outcome: closing.describe('How it ends.'),
        learned: learned.describe('What was learnt, for whoever does the like; public.'),
      }),
      refusals: ['UNKNOWN_MISSION', 'NOT_BACKBONE', 'MISSION_CLOSED'],
    },
    AcceptPrivacy: {
      seat: 'ADMIN',
      for: 'For its other backbones: agrees that the texts proposed stay out of the public log. They do from the last backbone’s word on.',
      data: z.strictObject({}),
      refusals: ['UNKNOWN_MISSION', 'NOT_BACKBONE', 'NO_PRIVACY_PROPOSED', 'OPEN_AND_PRIVATE'],
    },
    DeclinePrivacy: {
      seat: 'ADMIN',
      for: 'For its other backbones: the texts proposed stay public.',
      data: z.strictObject({ reason: reason.optional().describe('Why not, in a few words; public.') }),
      refusals: ['UNKNOWN_MISSION', 'NOT_BACKBONE', 'NO_PRIVACY_PROPOSED'],
    },
    DropPrivacy: {
      seat: 'ADMIN',
      for: 'For the backbone that proposed to keep further texts private: takes that back.',
      data: z.strictObject({}),
      refusals: ['UNKNOWN_MISSION', 'NO_PRIVACY_PROPOSED'],
    },
    InviteOrganisation: {
      seat: 'ADMIN',
      for: 'For its backbones: an organisation may from then on join in that role.',
      data: roleOfAnother,
      refusals: [
        'UNKNOWN_MISSION',
        'NOT_BACKBONE',
        'MISSION_CLOSED',
        'UNKNOWN_ORGANISATION',
        'ALREADY_MEMBER',
        'ALREADY_INVITED',
        'TOO_MANY_INVITATIONS',
      ],
    },
    WithdrawInvitation: {
      seat: 'ADMIN',
      for: 'For its backbones: takes back an invitation that nobody has accepted yet.',
      data: roleOfAnother,
      refusals: ['UNKNOWN_MISSION', 'NOT_BACKBONE', 'NOT_INVITED'],
    },
    DeclineInvitation: {
      seat: 'ADMIN',
      for: 'For an organisation that is invited: says no. It may be invited again.',
      data: z.strictObject({ role: role.describe('Of the invitation that is declined.'), reason: declining }),
      refusals: ['UNKNOWN_MISSION', 'NOT_INVITED'],
    },
    JoinMission: {
      seat: 'ADMIN',
      for: 'For your own organisation, where the mission is open or has invited it. Nobody is enrolled by another.',
      data: z
        .strictObject({
          role: role.describe('What it is to do: one of several roles an organisation may hold.'),
          noTies: z
            .boolean()
            .optional()
            .describe('Of an EVALUATOR: true, that nothing ties it to those whose work it verifies. Public.'),
          qualification: qualification.optional().describe('Of an EVALUATOR: what makes it one. Public.'),
          evidence: evidenceItems,
        })
        .refine(
          ({ role, noTies, qualification, evidence }) =>
            role === 'EVALUATOR' || (noTies === undefined && qualification === undefined && evidence.length === 0),
          { error: 'is asked of an EVALUATOR alone; leave out noTies, qualification and evidence', path: ['role'] },
        ),
      refusals: [
        'UNKNOWN_MISSION',
        'UNKNOWN_ORGANISATION',
        'MISSION_CLOSED',
        'ALREADY_MEMBER',
        'NOT_INVITED',
        'TIES_NOT_DENIED',
        'QUALIFICATION_MISSING',
        'QUALIFICATION_NOT_SHOWN',
      ],
    },
    LeaveMission: {
      seat: 'ADMIN',
      for: 'For a member: gives up all the roles it holds. It may come back.',
      data: z.strictObject({ reason: reason.optional().describe('Why it leaves, in a few words; public.') }),
      refusals: ['UNKNOWN_MISSION', 'NOT_A_MEMBER', 'LAST_BACKBONE'],
    },
    ListMember: {
      seat: 'ADMIN',
      for: 'For its backbones, as they import published data: the organisation may be named in promises that a source reports, and has neither rights nor duties until it joins.',
      data: z.strictObject({
        organisationId: ref('Organisation').describe('Whom the source gives a role.'),
        role: role.describe('The role that the source gives it.'),
        source: source.describe('Where that is said.'),
      }),
      refusals: [
        'UNKNOWN_MISSION',
        'NOT_BACKBONE',
        'MISSION_CLOSED',
        'UNKNOWN_ORGANISATION',
        'ALREADY_MEMBER',
        'ALREADY_LISTED',
      ],
    },
    SuspendMember: {
      seat: 'ADMIN',
      for: 'For its backbones: for at most 90 days, and from the eighth on, a member makes no new promise and gives no new review. Everything else stays open to it.',
      data: z.strictObject({
        organisationId: ref('Organisation').describe('The member.'),
        until: calendarDate.describe('The last day, at least 7 and at most 90 days away.'),
        reason: reason.describe('Why, in a few words; public.'),
      }),
      refusals: [
        'UNKNOWN_MISSION',
        'NOT_BACKBONE',
        'NOT_A_MEMBER',
        'YOUR_OWN_MEMBERSHIP',
        'SUSPENDED_RECENTLY',
        'SUSPENSION_OUT_OF_RANGE',
      ],
    },
    LiftSuspension: {
      seat: 'ADMIN',
      for: 'For its backbones: ends the suspension of a member before its last day, and before its first one, too.',
      data: z.strictObject({ organisationId: ref('Organisation').describe('The member.') }),
      refusals: ['UNKNOWN_MISSION', 'NOT_BACKBONE', 'YOUR_OWN_MEMBERSHIP', 'NOT_SUSPENDED'],
    },
    RemoveMember: {
      seat: 'ADMIN',
      for: 'For its backbones: a member other than a backbone, or one that a source lists, takes part no more. What it promised, it may still keep.',
      data: z.strictObject({
        organisationId: ref('Organisation').describe('The member.'),
        reason: reason.describe('Why, in a few words; public.'),
      }),
      refusals: ['UNKNOWN_MISSION', 'NOT_BACKBONE', 'NOT_A_MEMBER', 'YOUR_OWN_MEMBERSHIP', 'BACKBONE_NOT_REMOVED'],
    },
    ProposeBackboneHandover: {
      seat: 'ADMIN',
      for: 'For a backbone: offers its own place to another organisation, for 30 days.',
      data: z.strictObject({
        successorId: ref('Organisation').describe('Who is to be a backbone in its place. It need not be a member.'),
      }),
      refusals: [
        'UNKNOWN_MISSION',
        'NOT_BACKBONE',
        'UNKNOWN_ORGANISATION',
        'ALREADY_MEMBER',
        'HANDOVER_OPEN',
        'TOO_MANY_INVITATIONS',
      ],
    },
    DropBackboneHandover: {
      seat: 'ADMIN',
      for: 'For the backbone that offered its place: takes the offer back.',
      data: z.strictObject({}),
      refusals: ['UNKNOWN_MISSION', 'NO_HANDOVER_OPEN'],
    },
    AcceptBackboneHandover: {
      seat: 'ADMIN',
      for: 'For the organisation to which the place of a backbone is offered: takes it. Whoever offered it stays as a member.',
      data: z.strictObject({}),
      refusals: ['UNKNOWN_MISSION', 'NO_HANDOVER_OPEN'],
    },
    DeclineBackboneHandover: {
      seat: 'ADMIN',
      for: 'For the organisation to which the place of a backbone is offered: says no.',
      data: z.strictObject({ reason: declining }),
      refusals: ['UNKNOWN_MISSION', 'NO_HANDOVER_OPEN'],
    },
  },
  {
    MISSION_EXISTS: 'This mission is declared already.',
    UNKNOWN_MISSION: 'No such mission is declared.',
    NOT_BACKBONE: 'Only a backbone of the mission may do this.',
    MISSION_CLOSED: 'The mission is closed: nothing new begins in it; what is open may still be answered and ended.',
    PAUSED_ALREADY: 'The mission is paused already: it is resumed or closed first.',
    PAUSED_LATELY: 'A mission is not paused again within 30 days of the end of its last pause.',
    NOT_PAUSED: 'The mission is not paused; there is nothing to resume.',
    REASSESS_IN_PAST: 'The day named has passed, or is the day itself; a pause ends later than it begins.',
    REASSESS_TOO_LATE: 'A pause is looked at anew within 90 days; one that takes longer is begun again.',
    PRIVACY_PROPOSED: 'Further texts are proposed to be private already: answer that, or have it taken back.',
    NO_PRIVACY_PROPOSED: 'No such proposal waits for your organisation: a backbone makes one by revising the mission.',
    OPEN_AND_PRIVATE: 'A mission that anybody may join keeps no texts private: close it, or ask for no privacy.',
    ENDS_BEFORE_START: 'The mission would end before it starts: name an end on or after its start, or none.',
    ALREADY_MEMBER: 'The organisation has this role in the mission already.',
    ALREADY_INVITED: 'The organisation has an open invitation to this role already.',
    TOO_MANY_INVITATIONS:
      'So many invitations to one organisation wait for its answer that it is asked no more for a while.',
    ALREADY_LISTED: 'The organisation is listed in this role already.',
    NOT_INVITED: 'There is no open invitation to this role.',
    NOT_A_MEMBER: 'The organisation takes no part in the mission; it must join first.',
    TIES_NOT_DENIED: 'An evaluator says that nothing ties it to those whose work it verifies, or takes another role.',
    QUALIFICATION_MISSING: 'An evaluator says what makes it one.',
    QUALIFICATION_NOT_SHOWN: 'An evaluator gives a link or a file that shows that it is qualified.',
    LAST_BACKBONE: 'The mission would be left without a backbone; it hands over to another organisation first.',
    YOUR_OWN_MEMBERSHIP: 'Nobody suspends or removes its own organisation; it may leave, or hand over first.',
    NOT_SUSPENDED: 'The organisation is not suspended, and no suspension of it is to come.',
    SUSPENDED_RECENTLY:
      'A member is not suspended again within 180 days of the end of its suspension, or of the day that was lifted.',
    SUSPENSION_OUT_OF_RANGE: 'A suspension has effect from the eighth day on, and ends within 90 days.',
    BACKBONE_NOT_REMOVED: 'A backbone is not removed by another; it may hand over or leave by itself.',
    HANDOVER_OPEN: 'The place of a backbone is offered to somebody already; that offer may be taken back.',
    NO_HANDOVER_OPEN: 'No such offer is open; a backbone may offer its own place.',
  },
);
export type MissionCommands = typeof missionCommands;
export type MissionCommandOf<Name extends keyof MissionCommands> = CommandOf<MissionCommands, Name>;
