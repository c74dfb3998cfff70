import { z } from 'zod';
import {
  allReached,
  computed,
  computedAtPosition,
  each,
  many,
  mutations,
  node,
  one,
  rowType,
  under,
  type AnyNode,
  type GraphqlContext,
} from '@maillage/engine';
import {
  calendarDate,
  plusDays,
  quantity,
  shape,
  shownSource,
  sourceShown,
  today,
  type CalendarDate,
} from '@maillage/kernel';
import { Organisation } from '@maillage/directory';
import { Indicator, Mission } from '@maillage/missions';
import { commitmentState, milestonesReached, standingOfCommitment } from '../progress/queries.js';
import { dateAsked, onDate, quantityOf } from '../shared.graphql.js';
import { commitmentDecider } from './decider.js';
import { commitmentLists } from './lists.graphql.js';
import { daysToAnswer, milestoneKey } from './events.js';
import { CommitmentParty, ProgressNote, readsText, readsTextOf } from './parties.graphql.js';
import { refuseProposals } from './proposals.js';
import {
  commitmentById,
  notesOfCommitment,
  partiesOfCommitment,
  termChangesOfMission,
  termsOfCommitment,
  type CommitmentRow,
} from './queries.js';
import { commitments, type PartyFields, type TermsVersionRow } from './view.js';

const HIDDEN =
  'Null while it is a proposal to others that none of them has accepted: its parties alone, and whoever is asked to accept a change of it, read it until then.';

export const CommitmentTerms = rowType('CommitmentTerms', commitments.tables.commitment_term, {
  says: 'The terms of a commitment as they once were, or are.',
  fields: {
    kind: 'What was promised.',
    quantity: {
      says: 'How much; null for a promise that is kept or not, without a share.',
      type: quantity,
      nullable: true,
      of: quantityOf,
    },
    version: 'Which version of the terms it is.',
    completion: 'What keeps the promise.',
    dueOn: 'By when.',
    recordedAt: 'When they were recorded.',
    position: 'Where in the log they were recorded.',
  },
  edges: {
    commitment: one((): AnyNode => Commitment, { says: 'Whose terms they are.' }),
    recordedBy: one(Organisation, { says: 'Who recorded them.' }),
    description: computed<TermsVersionRow>({
      says: `What was promised, in words. ${HIDDEN}`,
      type: String,
      nullable: true,
      resolve: async ({ row, context }) => ((await readsTextOf(context, row.commitment_id)) ? row.description : null),
    }),
    reason: computed<TermsVersionRow>({
      says: 'Why they replaced the earlier ones; null in the first, and to whom the text is not shown.',
      type: String,
      nullable: true,
      resolve: async ({ row, context }) => ((await readsTextOf(context, row.commitment_id)) ? row.reason : null),
    }),
  },
  lists: [
    under(Mission, 'termChanges', {
      says: 'Terms that replaced earlier ones of its commitments, the latest first; those of proposals that nobody has accepted are not among them.',
      query: termChangesOfMission,
    }),
  ],
});

const commitmentStanding = shape(
  'CommitmentStanding',
  'How a commitment stands on a date, by its terms as they are now.',
  z.strictObject({
    on: calendarDate.describe('The date'),
    state: commitmentState.describe('By its terms as they are now'),
    delivered: quantity
      .nullable()
      .describe('Undisputed contributions by then, in the unit promised; null where no quantity was promised'),
    computedAt: computedAtPosition,
  }),
);

const milestoneState = shape(
  'MilestoneState',
  'A milestone of a promise, and whether it is reached.',
  z.strictObject({
    key: milestoneKey.describe('By which contributions name it'),
    what: z.string().nullable().describe('What is reached with it; null where the promise’s text is not shown'),
    dueOn: calendarDate.nullable().describe('By when; null where the promise’s own date is meant'),
    reached: z.boolean().describe('Whether an undisputed contribution reaches it'),
  }),
);

export const Commitment = node('Commitment', commitments.tables.commitment, {
  says: 'A promise by one or more organisations to a mission.',
  fields: {
    kind: 'What is promised.',
    quantity: {
      says: 'How much; null for a promise that is kept or not, without a share.',
      type: quantity,
      nullable: true,
      of: quantityOf,
    },
    dueOn: 'By when it is to be kept.',
    termsVersion: 'Which version of the terms is in force: the one to accept or to decline.',
    completion: 'What keeps it.',
    gift: 'Whether it was opened by something given without an earlier promise.',
    actionId:
      'The action of the mission’s plan that it is part of, by its id; null where it names none. Plans are not recorded yet.',
    madeAt: 'When it was recorded.',
    amended: 'Whether `terms` holds earlier ones.',
    withdrawnAt: 'When it was taken back.',
    source: {
      says: 'Where an imported one comes from.',
      type: shownSource,
      nullable: true,
      of: ({ source }) => sourceShown(source),
    },
  },
  edges: {
    mission: one(Mission),
    promisors: many(Organisation, {
      says: 'Whom it names as making it, in no order of weight; `parties` says who of them agreed.',
      by: 'promisor_ids',
    }),
    counterparties: many(Organisation, {
      says: 'Whom it names as receiving it, beside the mission, in no order of weight; `parties` says who of them agreed.',
      by: 'counterparty_ids',
    }),
    description: computed<CommitmentRow>({
      says: `What is promised, in words. ${HIDDEN}`,
      type: String,
      nullable: true,
      resolve: async ({ row, context }) => ((await readsText(context, row)) ? row.description : null),
    }),
    withdrawalReason: computed<CommitmentRow>({
      says: 'Why it was taken back; null where it stands, and to whom its text is not shown.',
      type: String,
      nullable: true,
      resolve: async ({ row, context }) => ((await readsText(context, row)) ? row.withdrawal_reason : null),
    }),
    milestones: computed<CommitmentRow>({
      says: 'What is reached on the way, where nothing is counted. Their text is shown as the promise’s is.',
      type: [milestoneState],
      resolve: async ({ row, key, context }) => {
        if (row.milestones.length === 0) return [];
        const reached = await context.loaders.load(milestonesReached, key, { on: today(context.clock) });
        const shown = await readsText(context, row);
        return row.milestones.map((each) => ({
          key: each.key,
          what: shown ? each.what : null,
          dueOn: each.dueOn ?? null,
          reached: reached.includes(each.key),
        }));
      },
    }),
    aims: many(Indicator, { says: 'Indicators of the mission that it is to move; it adds to no total.', by: 'aims' }),
    parties: each(CommitmentParty, partiesOfCommitment, 'Those that it names, and how they answered; promisors first.'),
    awaitedFrom: allReached<CommitmentRow, typeof onDate>(Organisation, {
      says: 'Whose answer is awaited on a day: those asked that have neither accepted nor declined, for 60 days after they were asked and until it is due, at most.',
      args: onDate,
      by: ({ row, args, context }) => Promise.resolve(awaitedFrom(row, dateAsked(args, context))),
    }),
    progressNotes: each(ProgressNote, notesOfCommitment, 'How it is going, by its promisors’ own word, oldest first.'),
    madeBy: one(Organisation, { says: 'Who recorded it: a promisor, or a backbone on its behalf.' }),
    standing: computed({
      says: '`state` and `delivered` in one, with the position in the log they were computed at.',
      type: commitmentStanding,
      args: onDate,
      resolve: ({ key, args, context }) => standingOf(context, key, dateAsked(args, context)),
    }),
    state: computed({
      says: 'By its terms as they are now.',
      type: commitmentState,
      args: onDate,
      resolve: async ({ key, args, context }) => (await standingOf(context, key, dateAsked(args, context))).state,
    }),
    delivered: computed({
      says: 'Undisputed contributions by a date, in the unit promised; null where no quantity was promised.',
      type: quantity,
      nullable: true,
      args: onDate,
      resolve: async ({ key, args, context }) => (await standingOf(context, key, dateAsked(args, context))).delivered,
    }),
    terms: each(CommitmentTerms, termsOfCommitment, 'Every version, the present one included, oldest first.'),
  },
  lists: commitmentLists,
  find: commitmentById,
});
export type Commitment = InstanceType<typeof Commitment>;

/** Published data asks nobody; of a gift, its giver and receivers are asked about that. */
function awaitedFrom({ parties, source, gift, due_on, withdrawn_at }: CommitmentRow, on: CalendarDate) {
  if (source !== null || gift || withdrawn_at !== null) return [];
  return Object.values(parties)
    .filter((party) => party.state === 'PROPOSED' && on <= awaitedUntil(party, due_on))
    .map(({ organisation_id }) => organisation_id)
    .sort();
}

/** As the windows have it that the events open. */
function awaitedUntil({ accepted_on, asked_on, answer_until }: PartyFields, dueOn: CalendarDate | null): CalendarDate {
  const successor = accepted_on === null ? answer_until : null;
  return successor ?? plusDays(asked_on, daysToAnswer(asked_on, dueOn ?? undefined));
}

export const commitmentMutations = mutations(commitmentDecider, {
  gives: {
    name: 'CommitmentRecorded',
    says: 'That a promise was made, amended or taken back',
    gives: { commitment: Commitment },
  },
  only: [
    'MakeCommitment',
    'AmendCommitment',
    'WithdrawCommitment',
    'AcceptCommitment',
    'DeclineCommitment',
    'NoteProgress',
    'DropAmendment',
    'ReleaseParty',
    'ReleaseDissolved',
  ],
  commands: {
    MakeCommitment: { limits: refuseProposals },
    NoteProgress: { hides: ['noteId'] },
    AmendCommitment: { says: 'The terms as a whole: what is left out is no longer promised.' },
  },
});

/** @throws {Error} for a commitment that is not there: they are never taken away. */
async function standingOf(
  context: GraphqlContext,
  id: string,
  date: CalendarDate,
): Promise<z.output<typeof commitmentStanding>> {
  const found = await context.loaders.load(standingOfCommitment, id, { on: date });
  if (found === undefined) throw new Error(`Commitment ${id} was there and is no longer.`);
  const { state, delivered, unit, computedAt } = found;
  return { on: date, state, computedAt, delivered: quantityOf({ amount: delivered, unit }) };
}
