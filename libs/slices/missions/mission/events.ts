import { z } from 'zod';
import {
  calendarDate,
  concernedIds,
  dateOf,
  daysBetween,
  enumeration,
  events,
  idOf,
  privately,
  ref,
  same,
  shape,
  recordedSource,
  text,
  type EventOf,
  type Provenance,
} from '@maillage/kernel';
import { recordedEvidence } from '@maillage/evidence';
import { sdgs } from '../sdg.js';

export const role = enumeration('Role', 'What an organisation does in a mission. It may hold several roles.', {
  BACKBONE: 'Keeps the mission together: its terms, its indicators, its invitations.',
  MEMBER: 'Commits and contributes.',
  EVALUATOR: 'Verifies what others contributed.',
  FUNDER: 'Pays for the work of others.',
});
export type Role = z.output<typeof role>;
export const ROLES: readonly Role[] = role.options;

const privateField = enumeration(
  'PrivateFields',
  'Texts a mission may ask to be kept out of the public log, where only salted hashes of them then stand. Files of its ' +
    'contributions are kept out with any of them.',
  {
    REVIEW_COMMENTS: 'What worked and what to try of its reviews, and the answers to them.',
    EVIDENCE_NOTES:
      'Notes, statements and findings beside the evidence of its contributions. The reasons of disputes stay public.',
  },
);
export type PrivateFields = z.output<typeof privateField>;
export const PRIVATE_FIELDS: readonly PrivateFields[] = privateField.options;
export const privateFields = z
  .array(privateField)
  .refine((fields) => new Set(fields).size === fields.length, { error: 'names a field twice; name each once' })
  .describe('Texts that the mission wants kept out of the log from then on');

/** Whether those of a proposal are in force: then it has come about. */
export function inForce(
  proposed: readonly PrivateFields[],
  { privateFields }: { readonly privateFields: readonly PrivateFields[] },
): boolean {
  return proposed.every((field) => privateFields.includes(field));
}

/** Somewhere on the map: its name, its country, and its code in whichever geography the source uses. */
export const place = shape(
  'Place',
  'Somewhere on the map.',
  z.strictObject({
    name: text(300).describe('As people there call it'),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, { error: 'is not an ISO 3166-1 alpha-2 country code such as FR' })
      .optional()
      .describe('ISO 3166-1 alpha-2: FR'),
    code: text(40).optional().describe('Its code in the geography the source uses'),
  }),
);
export type Place = z.output<typeof place>;

const LONGEST_HASHTAG = 60;

// Letters without an upper-case form (\p{Lo}) count as lower case. Composed first: é typed in two ways is one hashtag. What
// is longer than one ever is, however it is typed, is not composed.
export const hashtag = z
  .string()
  .max(4 * LONGEST_HASHTAG, { error: `is too long; at most ${LONGEST_HASHTAG} characters are accepted`, abort: true })
  .normalize('NFC')
  .min(2)
  .max(LONGEST_HASHTAG)
  .regex(/^#[\p{Ll}\p{Lo}\p{Lm}\p{Nd}][\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}-]*$/u, {
    error: 'is not a hashtag; write # and then lower-case letters, digits or hyphens, such as #logement-digne',
  });

export const missionTerms = z
  .strictObject({
    title: text(300).describe('What the mission is called'),
    challenge: text(500).describe('The challenge the mission answers, in one sentence'),
    hashtag: hashtag.describe('In lower case, with its #: #logement-digne. Several missions may share one'),
    startsOn: calendarDate.optional().describe('Its first day'),
    endsOn: calendarDate.optional().describe('Its last day, on or after the first'),
    places: z.array(place).max(100).default([]).describe('Where it is at work'),
    sdgs,
    openInvitation: z.boolean().describe('Whether any registered organisation may join as MEMBER or FUNDER'),
  })
  .refine(({ startsOn, endsOn }) => startsOn === undefined || endsOn === undefined || startsOn <= endsOn, {
    error: 'is before the mission starts; it must be on or after `startsOn`',
    path: ['endsOn'],
  });
const recordedTerms = missionTerms.safeExtend({ privateFields: privateFields.default([]) });
export type MissionTerms = z.output<typeof recordedTerms>;

/** Before missions could ask for privacy, none did. */
const fromPublic = <Terms extends object>(terms: Terms) => ({ ...terms, privateFields: [] });

/** Before entries said on which day something was done, it was done on the day it was recorded. */
const dated = <Data extends object>(data: Data, { recordedAt }: Provenance) => ({ ...data, on: dateOf(recordedAt) });

const enrolment = z.strictObject({ organisationId: ref('Organisation'), role });
const on = calendarDate;
const reason = text(1000);
/** A reason that is said of another, or may be. */
const erasableReason = privately(reason);
export const qualification = text(500);

/** How a pause ended. */
export const resumption = enumeration('MissionResumption', 'What came of looking at a mission anew.', {
  CONTINUED: 'It goes on as before.',
  REDEFINED: 'It goes on with other goals, or in another way.',
});
export const RESUMPTIONS = resumption.options;
/** How a mission ended. */
export const closing = enumeration('MissionClosing', 'How a mission ended.', {
  REACHED: 'What it was for is reached.',
  ENDED: 'It ends without that.',
  MERGED: 'It goes on within another mission.',
});
export const CLOSINGS = closing.options;
/** For whoever does the like; it may be said of others. */
export const learned = text(2000);

/** How long an invitation is answered in good time; it stands until it is answered or taken back. */
export const INVITATION_DAYS = 30;
/** How long backbones may agree to keep further texts private. */
export const PRIVACY_DAYS = 30;
/** How long a handover may be accepted. */
export const HANDOVER_DAYS = 30;

/** The mission is the stream's own. */
const ofStream = (_: unknown, { stream }: Provenance) => idOf(stream);

/** Stream `mission/<id>`. */
export const missionEvents = events({
  MissionDeclared: {
    says: 'An organisation declared a mission that others may share.',
    data: recordedTerms.safeExtend({ declaredBy: ref('Organisation'), on }),
    schema: 3,
    upcast: { 1: fromPublic, 2: dated },
    mission: ofStream,
  },
  MissionRevised: {
    says: 'What the mission says of itself was replaced as a whole, for the reason given.',
    data: recordedTerms.safeExtend({ reason, on }),
    schema: 3,
    upcast: { 1: fromPublic, 2: dated },
    mission: ofStream,
  },
  MissionPaused: {
    says: 'A backbone paused the mission, to look at it anew. What was promised stays due.',
    data: z.strictObject({
      organisationId: ref('Organisation'),
      reason: erasableReason,
      concernedIds,
      reassessBy: calendarDate.describe('The day by which it goes on, or ends'),
      on,
    }),
    schema: 2,
    upcast: { 1: same },
    mission: ofStream,
    asks: {
      kind: 'REASSESSMENT',
      of: { role: 'BACKBONE' },
      days: ({ on, reassessBy }) => daysBetween(on, reassessBy),
      ends: ['MissionResumed', 'MissionClosed'],
    },
  },
  MissionResumed: {
    says: 'A backbone ended the pause: the mission goes on.',
    data: z.strictObject({
      organisationId: ref('Organisation'),
      pausedOn: calendarDate.describe('When the pause began'),
      outcome: resumption,
      learned: privately(learned),
      concernedIds,
      on,
    }),
    schema: 2,
    upcast: { 1: same },
    mission: ofStream,
  },
  MissionClosed: {
    says: 'A backbone closed the mission: nothing new begins in it. What is open may still be answered and ended.',
    data: z.strictObject({
      organisationId: ref('Organisation'),
      pausedOn: calendarDate.optional().describe('When the pause began that ends with it, where it was paused'),
      outcome: closing,
      learned: privately(learned),
      concernedIds,
      on,
    }),
    schema: 2,
    upcast: { 1: same },
    mission: ofStream,
  },
  PrivacyProposed: {
    says: 'A backbone proposed that further texts stay out of the public log from then on. It takes every backbone.',
    data: z.strictObject({
      organisationId: ref('Organisation').describe('The backbone that proposes it, and agrees by this'),
      privateFields,
      mustAccept: z.array(ref('Organisation')).min(1).describe('The other backbones of that day'),
      reason,
      on,
    }),
    mission: ofStream,
    asks: {
      kind: 'PRIVACY',
      of: 'mustAccept',
      days: PRIVACY_DAYS,
      lapses: true,
      ends: ['PrivacyAccepted'],
      drops: ['PrivacyDeclined', 'PrivacyDropped'],
    },
  },
  PrivacyAccepted: {
    says: 'A backbone agreed that further texts stay out of the public log. With the last of them the mission is revised.',
    data: z.strictObject({ organisationId: ref('Organisation'), on }),
    mission: ofStream,
  },
  PrivacyDeclined: {
    says: 'A backbone did not agree that further texts stay out of the public log: nothing changes.',
    data: z.strictObject({
      organisationId: ref('Organisation'),
      proposedBy: ref('Organisation'),
      reason: erasableReason.optional(),
      on,
    }),
    mission: ofStream,
  },
  PrivacyDropped: {
    says: 'The backbone that had proposed to keep further texts out of the public log took that back.',
    data: z.strictObject({ organisationId: ref('Organisation'), on }),
    mission: ofStream,
  },
  OrganisationInvited: {
    says: 'A backbone invited an organisation to take a role.',
    data: enrolment.extend({ on }),
    schema: 2,
    upcast: { 1: dated },
    mission: ofStream,
    asks: {
      of: 'organisationId',
      days: INVITATION_DAYS,
      ref: ['organisationId', 'role'],
      ends: ['MissionJoined', 'InvitationDeclined'],
      drops: ['InvitationWithdrawn'],
    },
  },
  InvitationWithdrawn: {
    says: 'A backbone took back an invitation nobody had accepted yet.',
    data: enrolment.extend({ on }),
    schema: 2,
    upcast: { 1: dated },
    mission: ofStream,
  },
  InvitationDeclined: {
    says: 'The organisation that was invited said no.',
    data: enrolment.extend({ reason: erasableReason.optional(), concernedIds, on }),
    schema: 2,
    upcast: { 1: same },
    mission: ofStream,
  },
  MissionJoined: {
    says: 'The organisation took a role, one of several it may hold. Any open invitation to that role is thereby accepted.',
    data: enrolment.extend({
      byInvitation: z.boolean().describe('Whether it had been invited to the role, or declared the mission'),
      noTies: z.literal(true).optional().describe('Of an EVALUATOR: it denies ties to those whose work it verifies'),
      qualification: qualification.optional().describe('Of an EVALUATOR: what makes it one'),
      evidence: recordedEvidence.describe('Of an EVALUATOR: what shows that it is qualified'),
      on,
    }),
    schema: 2,
    // Under the rules of its day, whoever took part read what the mission kept private.
    upcast: { 1: (old: object, recorded) => ({ ...dated(old, recorded), byInvitation: true, evidence: [] }) },
    mission: ofStream,
  },
  MissionLeft: {
    says: 'The organisation gave up all the roles it held. It may come back.',
    data: z.strictObject({
      organisationId: ref('Organisation'),
      roles: z.array(role).min(1),
      reason: erasableReason.optional(),
      concernedIds,
      on,
    }),
    schema: 3,
    upcast: { 1: dated, 2: same },
    mission: ofStream,
  },
  MemberListed: {
    says: 'Published data gives the organisation a role. It has neither rights nor duties from that, until it joins.',
    data: enrolment.extend({ source: recordedSource, on }),
    schema: 2,
    upcast: { 1: same },
    mission: ofStream,
  },
  MemberSuspended: {
    says: 'A backbone suspended a member: from the eighth day on and until the last one, it makes no new promise and gives no new review.',
    data: z.strictObject({
      organisationId: ref('Organisation'),
      reason: erasableReason,
      from: calendarDate.describe('The first day on which it has effect'),
      until: calendarDate.describe('The last day on which it has effect'),
      on,
    }),
    mission: ofStream,
  },
  SuspensionLifted: {
    says: 'A backbone ended the suspension of a member before its last day; from that day on it has no effect.',
    data: z.strictObject({ organisationId: ref('Organisation'), on }),
    mission: ofStream,
  },
  MemberRemoved: {
    says: 'A backbone took all its roles, or its place in the list of a source, from an organisation. It comes back by invitation alone.',
    data: z.strictObject({
      organisationId: ref('Organisation'),
      roles: z.array(role).min(1),
      reason: erasableReason,
      on,
    }),
    mission: ofStream,
  },
  BackboneHandoverProposed: {
    says: 'A backbone offered its place to another organisation, which becomes one by accepting.',
    data: z.strictObject({ organisationId: ref('Organisation'), successorId: ref('Organisation'), on }),
    mission: ofStream,
    asks: {
      of: 'successorId',
      days: HANDOVER_DAYS,
      ends: ['BackboneHandedOver', 'BackboneHandoverDeclined'],
      drops: ['BackboneHandoverDropped'],
      lapses: true,
    },
  },
  BackboneHandoverDropped: {
    says: 'The place of a backbone is no longer offered: it was taken back, or whoever offered it has left.',
    data: z.strictObject({ organisationId: ref('Organisation'), on }),
    mission: ofStream,
  },
  BackboneHandoverDeclined: {
    says: 'The organisation to which the place of a backbone was offered said no.',
    data: z.strictObject({
      organisationId: ref('Organisation'),
      successorId: ref('Organisation'),
      reason: erasableReason.optional(),
      on,
    }),
    mission: ofStream,
  },
  BackboneHandedOver: {
    says: 'The successor, which joined as a backbone with this, took the place: the one before is a backbone no more. It stays, as a MEMBER if it held no other role.',
    data: z.strictObject({ organisationId: ref('Organisation'), successorId: ref('Organisation'), on }),
    mission: ofStream,
  },
});
export type MissionEvent = EventOf<typeof missionEvents>;
