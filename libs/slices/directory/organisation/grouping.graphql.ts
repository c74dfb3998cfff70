import { z } from 'zod';
import { computed, one, rowType, under } from '@maillage/engine';
import { disclosed } from '@maillage/evidence';
import { calendarDate, ref, today } from '@maillage/kernel';
import { membershipsInGroups, proposalsAboutOrganisation } from './grouping.queries.js';
import { groupingStanding, proposalKind, standingOfProposal } from './grouping.view.js';
import { Organisation } from './graphql.js';
import { organisations, type ProposalRow } from './view.js';

export const GroupMembership = rowType('GroupMembership', organisations.tables.group_membership, {
  says: 'That an organisation belonged to a control group, for a time.',
  fields: {
    basis: 'What it rests on.',
    since: 'From which day on it counts.',
    until: 'On which day it ended; null while it lasts.',
  },
  edges: {
    group: one(Organisation, { says: 'The ultimate parent; of a duplicate, the record that is kept.' }),
  },
  lists: [
    under(Organisation, 'groupMemberships', {
      says: 'Every control group that it belongs or belonged to, the earliest first. Whoever shares one counts as one with it for 365 days more.',
      query: membershipsInGroups,
    }),
  ],
});

const onDay = { on: calendarDate.optional().describe('The day asked about, in UTC; today, if left out.') };

export const GroupingProposal = rowType('GroupingProposal', organisations.tables.grouping_proposal, {
  says: 'That two belong together, as one of them or the operator said, and what became of it.',
  fields: {
    kind: 'Who says so.',
    register: 'Where the register says so; null where it was proposed.',
    askedOn: 'When it was said.',
    dueOn: 'The last day on which it can be answered or, where it is asserted, contested.',
    answeredOn: 'When it was answered, contested or taken back.',
  },
  edges: {
    organisation: one(Organisation, { says: 'Which would belong to the group.' }),
    parent: one(Organisation, { says: 'Whose group it would be.' }),
    saidBy: one(Organisation, { says: 'Who said it.' }),
    reason: disclosed({ says: 'Why, in the words of whoever proposed it.', column: 'reason', nullable: true }),
    answerReason: disclosed({ says: 'What was said to that.', column: 'answer_reason', nullable: true }),
    standing: computed<ProposalRow, typeof onDay>({
      says: 'How it stands on a day.',
      type: groupingStanding,
      args: onDay,
      resolve: ({ row, args: { on }, context }) => standingOfProposal(row, on ?? today(context.clock)),
    }),
  },
  lists: [
    under(Organisation, 'groupingProposals', {
      says: 'What was proposed or asserted of it, as the one that belongs or as the parent, the latest first; of each kind between two, the last.',
      query: proposalsAboutOrganisation,
      args: {
        kind: proposalKind.optional().describe('Those said so only.'),
        open: z.boolean().default(false).describe('Those that wait for an answer today, in UTC.'),
        toAnswer: z.boolean().default(false).describe('Those that wait for its own answer today, in UTC.'),
        organisationId: ref('Organisation').optional().describe('Those between it and this one.'),
      },
      asked: ({ open, toAnswer, organisationId, ...page }, { clock }) => ({
        ...page,
        openOn: open ? today(clock) : undefined,
        toAnswerOn: toAnswer ? today(clock) : undefined,
        otherId: organisationId,
      }),
    }),
  ],
});
