import { computed, each, mutations, one, root, rowType, under, type Given } from '@maillage/engine';
import { disclosed, EvidenceFileObject, evidenceLink, linksOf } from '@maillage/evidence';
import { calendarDate, enumeration, ref, today, type CalendarDate } from '@maillage/kernel';
import { Organisation } from '../organisation/graphql.js';
import { accreditationDecider } from './decider.js';
import { isInForce } from './periods.arithmetic.js';
import { accreditationPage, accreditationsOfOrganisation, endingsOfAccreditation } from './queries.js';
import { accreditations, type AccreditationRow, type EndingRow } from './view.js';

const standing = enumeration('AccreditationStanding', 'How an accreditation stands on a day.', {
  COMING: 'It has not begun.',
  IN_FORCE: 'What its holder verifies is an accredited evaluator’s word.',
  EXPIRED: 'Its time is over.',
  ENDED: 'It ended before its time.',
  VOID: 'It ended with cause: what was verified on that day does not count as an accredited evaluator’s word.',
});

export const AccreditationEnding = rowType('AccreditationEnding', accreditations.tables.accreditation_ending, {
  says: 'How an accreditation ended before its time.',
  fields: {
    endedOn: 'The last day on which it counts.',
    voidFrom:
      'Since when what its holder verified does not count as an accredited evaluator’s word; null where nothing was wrong.',
    position: 'Of the event that says so. As of an earlier position it counts as before.',
  },
  edges: { reason: disclosed({ says: 'Why.', column: 'reason' }) },
});

const onDay = { on: calendarDate.optional().describe('The day asked about, in UTC; today, if left out.') };
const inForceOn = calendarDate.optional().describe('Those in force on that day only, in UTC.');

export const Accreditation = rowType('Accreditation', accreditations.tables.accreditation, {
  says: 'The network’s word, for a time, that an organisation is an evaluator.',
  fields: {
    scope: 'What it may verify.',
    from: { says: 'The first day on which it counts.', column: 'since' },
    until: 'The last day on which it counts, unless it ended before.',
    evidence: {
      says: 'Links to what the network went by.',
      type: [evidenceLink],
      of: ({ evidence }) => linksOf(evidence),
    },
    evidenceFiles: {
      says: 'Files that the network went by.',
      type: [EvidenceFileObject],
      of: ({ evidence }) => EvidenceFileObject.allOf(evidence),
    },
    accreditedOn: 'When it was recorded.',
    position: 'Of the event that says so.',
  },
  edges: {
    organisation: one(Organisation, { says: 'Who is accredited.' }),
    accreditedBy: one(Organisation, { says: 'The operator that recorded it on behalf of the network.' }),
    endings: each(
      AccreditationEnding,
      endingsOfAccreditation,
      'How it ended before its time, each time somebody said so.',
    ),
    standing: computed<AccreditationRow, typeof onDay>({
      says: 'How it stands on a day, by what is known now.',
      type: standing,
      args: onDay,
      resolve: async ({ row, key, args: { on }, context }) =>
        standingOf(row, await context.loaders.load(endingsOfAccreditation, key, null), on ?? today(context.clock)),
    }),
  },
  lists: [
    root('accreditations', {
      says: 'Who is and was accredited as an evaluator, by the day it counts from, the latest first.',
      query: accreditationPage,
      args: {
        organisationId: ref('Organisation').optional().describe('Of this organisation only.'),
        inForceOn,
      },
    }),
    under(Organisation, 'accreditations', {
      says: 'As an evaluator, by the day each counts from, the latest first.',
      query: accreditationsOfOrganisation,
      args: { inForceOn },
    }),
  ],
});

function standingOf({ since, until }: AccreditationRow, endings: readonly EndingRow[], on: CalendarDate) {
  const ends = endings.map(({ ended_on, void_from }) => ({ endedOn: ended_on, voidFrom: void_from }));
  if (isInForce({ from: since, until, ends }, on)) return 'IN_FORCE';
  if (ends.some(({ voidFrom }) => voidFrom !== null && voidFrom <= on)) return 'VOID';
  if (ends.some(({ endedOn }) => endedOn < on || on < since)) return 'ENDED';
  return on < since ? 'COMING' : 'EXPIRED';
}

const holder: Given = {
  type: Organisation,
  find: (context, { id }) => Organisation.find(context, id),
};

export const accreditationMutations = mutations(accreditationDecider, {
  gives: {
    name: 'AccreditationRecorded',
    says: 'That something of an evaluator’s accreditation was recorded.',
    gives: { organisation: holder },
  },
  commands: {
    AccreditEvaluator: {
      address: { field: 'organisationId', node: 'Organisation' },
      addressed: 'Who is accredited.',
    },
    EndAccreditation: {
      address: { field: 'organisationId', node: 'Organisation' },
      addressed: 'Whose accreditations end.',
    },
  },
});
