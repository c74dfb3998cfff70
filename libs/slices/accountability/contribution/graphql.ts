import {
  type AnyNode,
  computed,
  DateScalar,
  each,
  mutations,
  node,
  one,
  reached,
  rowType,
  under,
  type Asked,
  type GraphqlContext,
} from '@maillage/engine';
import { period, quantity, ref, shownSource, sourceShown, today, unit, uuid } from '@maillage/kernel';
import { Organisation } from '@maillage/directory';
import { evidenceLink, linksOf, type HeldEvidence } from '@maillage/evidence';
import { commitmentDecider } from '../commitment/decider.js';
import { evidenceLevel } from '../commitment/events.js';
import { refuseGifts } from '../commitment/proposals.js';
import { Commitment } from '../commitment/graphql.js';
import { readsTextOf } from '../commitment/parties.graphql.js';
import {
  commitments,
  type ContributionRow,
  type ContributionVersionRow,
  type ObjectionRow,
  type StatementRow,
} from '../commitment/view.js';
import { filesShown, textSaid } from '../private.graphql.js';
import { quantityOf } from '../shared.graphql.js';
import { composite } from '../shared.queries.js';
import { tiesDenied } from './denial.queries.js';
import { correctedWithinLimits, passedOnWithinLimits } from './limits.js';
import { isFolded, isSuperseded } from './standing.js';
import {
  contributionById,
  contributionsOfCommitment,
  contributionsOfOrganisation,
  contributionsToPassOn,
  objectionById,
  objectionsOfContribution,
  statementsOfContribution,
  versionsOfContribution,
} from './queries.js';
import { statementKey, weightOfContribution, weightOfStatement } from './weighed.queries.js';

interface Attested {
  readonly evidence_links: readonly HeldEvidence[];
}
/** What is told of a gift in the name of one that has not declared it is as hidden as the proposal it is. */
const PROPOSED = 'Null while its giver has not declared it and the text of the commitment is not shown.';

interface Given {
  readonly row: ContributionRow;
  readonly context: GraphqlContext;
}

async function isWithheld({ row, context }: Given): Promise<boolean> {
  return !row.declared && !(await readsTextOf(context, row.commitment_id));
}

const links = {
  type: [evidenceLink],
  of: ({ evidence_links }: Attested) => linksOf(evidence_links),
} as const;

export const ContributionStatement = rowType('ContributionStatement', commitments.tables.contribution_statement, {
  says: 'What one organisation said of a contribution.',
  fields: {
    act: 'What it said of it.',
    version: 'Which version of the contribution it is about.',
    found: {
      says: 'How much an evaluator found, where that is less than was recorded.',
      type: quantity,
      nullable: true,
      of: quantityOf,
    },
    evidenceLinks: { ...links, says: 'What it gave to show it, for anyone to see.' },
    recordedAt: 'When it was recorded.',
  },
  edges: {
    organisation: one(Organisation, { says: 'Who said it.' }),
    superseded: computed<StatementRow>({
      says: 'Whether the contribution was corrected since, so that it speaks for what stood before.',
      type: Boolean,
      resolve: async ({ row, context }) => {
        const key = composite(row.commitment_id, row.contribution_id);
        return isSuperseded(row, await context.loaders.load(contributionById, key, null));
      },
    }),
    accredited: computed<StatementRow>({
      says: 'Of a verification: whether the network had accredited its evaluator; null of anything else.',
      type: Boolean,
      nullable: true,
      resolve: async (asked) => (await verified(asked))?.accredited ?? null,
    }),
    paid: computed<StatementRow>({
      says: 'Of a verification: whether money went between the giver’s control group and the evaluator’s within the 365 days before or after, so that it weighs as a corroboration; null of anything else.',
      type: Boolean,
      nullable: true,
      resolve: async (asked) => (await verified(asked))?.paid ?? null,
    }),
    tied: computed<StatementRow>({
      says: 'Of a corroboration or a verification: whether its author shares a control group with the giver today, so that it weighs nothing; null of anything else.',
      type: Boolean,
      nullable: true,
      resolve: async (asked) => (await behind(asked))?.tied ?? null,
    }),
    tiedToParty: computed<StatementRow>({
      says: 'Of a verification: whether its evaluator shares a control group with the giver or a party of the promise today, so that it does not weigh as an accredited evaluator’s; null of anything else.',
      type: Boolean,
      nullable: true,
      resolve: async (asked) => (await verified(asked))?.tiedToParty ?? null,
    }),
    evidenceFiles: filesShown({
      says: 'What it gave to show it, as files.',
      by: ({ row }: Asked<StatementRow>) => row.organisation_id,
    }),
    text: textSaid({
      says: 'The note, the statement, the finding or the reason of the dispute; null where none was given.',
      column: 'text',
      nullable: true,
      by: ({ row }: Asked<StatementRow>) => row.organisation_id,
    }),
  },
});

/** What stands behind a corroboration or a verification; `undefined` of anything else. */
async function behind({ row, context }: { readonly row: StatementRow; readonly context: GraphqlContext }) {
  if (row.act !== 'VERIFIED' && row.act !== 'CORROBORATED') return undefined;
  return context.loaders.load(weightOfStatement, statementKey(row), { on: today(context.clock) });
}

/** What stands behind a verification; `undefined` of anything else. */
async function verified(asked: Asked<StatementRow>) {
  return asked.row.act === 'VERIFIED' ? behind(asked) : undefined;
}

export const ContributionVersion = rowType('ContributionVersion', commitments.tables.contribution_version, {
  says: 'What was recorded of a contribution, as it once was or is.',
  fields: {
    version: '1 as it was first recorded.',
    quantity: { says: 'How much; null where it is not counted.', type: quantity, nullable: true, of: quantityOf },
    period: { says: 'When it was given.', type: period, of: daysOf },
    milestone: 'The milestone that is reached with it, by its key.',
    completes: 'Whether it is said to complete the promise.',
    recordedAt: 'When it was recorded.',
  },
  edges: {
    recordedBy: one(Organisation, { says: 'Who recorded it.' }),
    description: computed<ContributionVersionRow>({
      says: `What was given, in words. ${PROPOSED}`,
      type: String,
      nullable: true,
      resolve: async ({ row, context }) => ((await isVersionWithheld(row, context)) ? null : row.description),
    }),
    reason: computed<ContributionVersionRow>({
      says: `Why it replaced the one before; null in the first, and of a slip that was mended at once. ${PROPOSED}`,
      type: String,
      nullable: true,
      resolve: async ({ row, context }) => ((await isVersionWithheld(row, context)) ? null : row.reason),
    }),
  },
});

async function isVersionWithheld(row: ContributionVersionRow, context: GraphqlContext): Promise<boolean> {
  const key = composite(row.commitment_id, row.contribution_id);
  const contribution = await context.loaders.load(contributionById, key, null);
  return contribution === undefined || isWithheld({ row: contribution, context });
}

function daysOf({ period_from: from, period_to: to }: Pick<ContributionVersionRow, 'period_from' | 'period_to'>) {
  return { from, to };
}

/** Typed here, since objections and contributions lead to each other. */
const theContribution = (): AnyNode => Contribution;

export const Objection = node('Objection', commitments.tables.contribution_objection, {
  says: 'What a member of the mission sees otherwise than a contribution has it. It holds nothing up.',
  fields: {
    notedOn: 'The day it was noted.',
    answeredOn: 'The day of the answer that stands; null where there is none.',
    withdrawnOn: 'The day it was taken back.',
  },
  edges: {
    organisation: one(Organisation, { says: 'Who noted it.' }),
    reason: textSaid({
      says: 'What it sees otherwise.',
      column: 'reason',
      by: ({ row }: Asked<ObjectionRow>) => row.organisation_id,
    }),
    answer: textSaid({
      says: 'What the giver says to it; null where it has not answered.',
      column: 'answer',
      nullable: true,
      by: ({ row }: Asked<ObjectionRow>) => row.contributor_id,
    }),
    withdrawalReason: textSaid({
      says: 'Why it was taken back; null where no reason was given.',
      column: 'withdrawal_reason',
      nullable: true,
      by: ({ row }: Asked<ObjectionRow>) => row.organisation_id,
    }),
    contribution: reached<ObjectionRow>(theContribution, {
      says: 'What it is about.',
      by: ({ row }) => Promise.resolve(composite(row.commitment_id, row.contribution_id)),
    }),
    folded: computed<ObjectionRow>({
      says: 'Whether it is folded away: it was taken back, or 180 days have passed.',
      type: Boolean,
      resolve: ({ row, context }) => isFolded(row, today(context.clock)),
    }),
  },
  lists: [],
  find: objectionById,
});
export type Objection = InstanceType<typeof Objection>;

const byEvaluator = { organisationId: ref('Organisation').describe('The evaluator.') };

export const Contribution = node('Contribution', commitments.tables.contribution, {
  says: 'What was in fact given towards a commitment.',
  fields: {
    uuid: { says: 'Its id within its commitment.', type: uuid, of: ({ id }) => id },
    kind: 'What was given.',
    quantity: {
      says: 'How much was recorded; null where it is not counted.',
      type: quantity,
      nullable: true,
      of: quantityOf,
    },
    period: { says: 'When it was given.', type: period, of: daysOf },
    milestone: 'The milestone that is reached with it, by its key; null where none is.',
    completes: 'Whether it is said to complete the promise.',
    version: 'Which version of it this is: 1 as it was recorded, one more with each correction.',
    retractedOn: 'The day it was taken back; it counts for nothing since. Null where it stands.',
    recordedAt: 'When it was recorded.',
    source: {
      says: 'Where an imported one comes from.',
      type: shownSource,
      nullable: true,
      of: ({ source }) => sourceShown(source),
    },
  },
  edges: {
    commitment: one(Commitment, { says: 'What it was given towards.' }),
    contributor: one(Organisation, { says: 'Who gave it.' }),
    recordedBy: one(Organisation, { says: 'The contributor itself, or a backbone on its behalf.' }),
    description: computed<ContributionRow>({
      says: `What was given, in words; null where the commitment says it all. ${PROPOSED}`,
      type: String,
      nullable: true,
      resolve: async (given) => ((await isWithheld(given)) ? null : given.row.description),
    }),
    retractionReason: computed<ContributionRow>({
      says: `Why it was taken back. ${PROPOSED}`,
      type: String,
      nullable: true,
      resolve: async (given) => ((await isWithheld(given)) ? null : given.row.retraction_reason),
    }),
    evidenceLinks: computed<ContributionRow>({
      says: 'As given when it was recorded; later ones are in `statements`. None to whom its description is not shown.',
      type: [evidenceLink],
      resolve: async (given) => ((await isWithheld(given)) ? [] : linksOf(given.row.evidence_links)),
    }),
    evidence: computed<ContributionRow>({
      says: 'The best level reached by what was said of it as it stands. Only an accredited evaluator’s word that neither money nor a control group ties to the giver is VERIFIED; any other evaluator’s is CORROBORATED. What is said within the giver’s own control group counts for nothing.',
      type: evidenceLevel,
      resolve: async (asked) => (await weighedNow(asked))?.evidence ?? asked.row.evidence,
    }),
    disputed: computed<ContributionRow>({
      says: 'Whether a dispute holds it up: until that is settled, taken back or lapsed, it counts for nothing.',
      type: Boolean,
      resolve: async (asked) => (await weighedNow(asked))?.disputed ?? false,
    }),
    found: computed<ContributionRow>({
      says: 'How much of it counts, as an accredited evaluator found it; null where all does.',
      type: quantity,
      nullable: true,
      resolve: async (asked) => {
        const amount = (await weighedNow(asked))?.found ?? null;
        return quantityOf({ amount, unit: asked.row.unit });
      },
    }),
    tiesDeniedOn: computed<ContributionRow, typeof byEvaluator>({
      says: 'The day that an evaluator last denied ties to the giver, as it verified something of it: for a year, unless a payment between their control groups is recorded since, it need only say so again. Null where it has to look anew.',
      type: DateScalar,
      nullable: true,
      args: byEvaluator,
      resolve: async ({ row, args: { organisationId: evaluatorId }, context }) => {
        const key = composite(row.commitment_id, row.id);
        return (await context.loaders.load(tiesDenied, key, { evaluatorId, on: today(context.clock) })) ?? null;
      },
    }),
    passesOn: reached<ContributionRow>(theContribution, {
      says: 'What its giver received and handed on with this; totals of a mission count the first hand.',
      by: ({ row: { passes_on_commitment_id: commitmentId, passes_on_id: id } }) =>
        Promise.resolve(commitmentId === null || id === null ? null : composite(commitmentId, id)),
    }),
    evidenceFiles: filesShown({
      says: 'As given when it was recorded; later ones are in `statements`.',
      by: ({ row }: Asked<ContributionRow>) => row.recorded_by,
      withheld: isWithheld,
    }),
    note: textSaid({
      says: 'A word on the evidence given when it was recorded; null where none was given.',
      column: 'note',
      nullable: true,
      by: ({ row }: Asked<ContributionRow>) => row.recorded_by,
      withheld: isWithheld,
    }),
    statements: each(
      ContributionStatement,
      statementsOfContribution,
      'Who declared, corroborated, verified or disputed it, in the order they did.',
    ),
    versions: each(
      ContributionVersion,
      versionsOfContribution,
      'Every version, the present one included, oldest first.',
    ),
    objections: each(Objection, objectionsOfContribution, 'What members see otherwise, oldest first.'),
  },
  lists: [
    under(Commitment, 'contributions', {
      says: 'In the order they were recorded.',
      query: contributionsOfCommitment,
    }),
    under(Organisation, 'contributions', {
      says: 'Those it gave, in the order they were recorded.',
      query: contributionsOfOrganisation,
    }),
    under(Organisation, 'contributionsToPassOn', {
      says: 'Those it received and corroborated, as they stand, of which something is left to hand on; the latest first.',
      query: contributionsToPassOn,
      args: { unit: unit.optional().describe('Those that are counted in this unit alone.') },
    }),
  ],
  find: contributionById,
});
export type Contribution = InstanceType<typeof Contribution>;

function weighedNow({ row, context }: { readonly row: ContributionRow; readonly context: GraphqlContext }) {
  return context.loaders.load(weightOfContribution, composite(row.commitment_id, row.id), { on: today(context.clock) });
}

export const contributionMutations = mutations(commitmentDecider, {
  gives: {
    name: 'ContributionRecorded',
    says: 'That something given, or something said of it, was recorded',
    gives: { contribution: Contribution, commitment: Commitment },
  },
  only: [
    'RecordContribution',
    'DeclareContribution',
    'CorrectContribution',
    'RetractContribution',
    'CorroborateContribution',
    'VerifyContribution',
    'DisputeContribution',
    'WithdrawDispute',
    'NoteObjection',
  ],
  commands: {
    RecordContribution: {
      says: 'Towards a commitment that stands, or with a mission, a kind and a description to open one.',
      addressed: 'The commitment it is given towards; its terms need not be repeated.',
      opens: true,
      hides: ['contributionId'],
      limits: async (sent, database, on) =>
        (await refuseGifts(sent, database, on)) ?? passedOnWithinLimits(sent, database, on),
    },
    CorrectContribution: {
      says: 'The contribution as a whole: what is left out is no part of it any more.',
      limits: correctedWithinLimits,
    },
    NoteObjection: { hides: ['objectionId'] },
  },
});

export const objectionMutations = mutations(commitmentDecider, {
  gives: {
    name: 'ObjectionRecorded',
    says: 'That an objection was answered, or taken back',
    gives: { objection: Objection, commitment: Commitment },
  },
  only: ['AnswerObjection', 'WithdrawObjection'],
});
