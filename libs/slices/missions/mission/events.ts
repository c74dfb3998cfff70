import { z } from 'zod';
import {
  calendarDate,
  enumeration,
  events,
  idOf,
  ref,
  shape,
  text,
  type EventOf,
  type Provenance,
} from '@maillage/kernel';
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
  'Texts a mission may ask to be kept out of the public log, where only salted hashes of them then stand.',
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

// Letters without an upper-case form (\p{Lo}) count as lower case. Composed first: é typed in two ways is one hashtag.
export const hashtag = z
  .string()
  .normalize('NFC')
  .min(2)
  .max(60)
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

const enrolment = z.strictObject({ organisationId: ref('Organisation'), role });

/** The mission is the stream's own. */
const ofStream = (_: unknown, { stream }: Provenance) => idOf(stream);

/** Stream `mission/<id>`. */
export const missionEvents = events({
  MissionDeclared: {
    says: 'An organisation declared a mission that others may share.',
    data: recordedTerms.safeExtend({ declaredBy: ref('Organisation') }),
    schema: 2,
    upcast: { 1: fromPublic },
    mission: ofStream,
  },
  MissionRevised: {
    says: 'What the mission says of itself was replaced as a whole, for the reason given.',
    data: recordedTerms.safeExtend({ reason: text(1000) }),
    schema: 2,
    upcast: { 1: fromPublic },
    mission: ofStream,
  },
  OrganisationInvited: {
    says: 'A backbone invited an organisation to take a role.',
    data: enrolment,
    mission: ofStream,
  },
  InvitationWithdrawn: {
    says: 'A backbone took back an invitation nobody had accepted yet.',
    data: enrolment,
    mission: ofStream,
  },
  MissionJoined: {
    says: 'The organisation took a role, one of several it may hold. Any open invitation to that role is thereby accepted.',
    data: enrolment,
    mission: ofStream,
  },
  MissionLeft: {
    says: 'The organisation gave up all the roles it held. It may come back.',
    data: z.strictObject({
      organisationId: ref('Organisation'),
      roles: z.array(role).min(1),
      reason: text(1000).optional(),
    }),
    mission: ofStream,
  },
});
export type MissionEvent = EventOf<typeof missionEvents>;
