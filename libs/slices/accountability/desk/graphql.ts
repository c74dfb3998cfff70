import { Field, ObjectType } from '@nestjs/graphql';
import { today } from '@maillage/kernel';
import {
  DateScalar,
  enumType,
  pageAsked,
  pageOfKept,
  toConnection,
  type BatchQuery,
  type Connection,
  type DeskAsked,
  type DeskList,
  type GraphqlContext,
  type Page,
  type PageInput,
} from '@maillage/engine';
import { Organisation, organisationOf } from '@maillage/directory';
import type { CommitmentCommands } from '../commitment/commands.js';
import { Settlement } from '../commitment/changes.graphql.js';
import { Commitment } from '../commitment/graphql.js';
import { Contribution } from '../contribution/graphql.js';
import {
  askedAs,
  commitmentsToDeliver,
  contributionsToCorroborate,
  contributionsToDeclare,
  contributionsToVerify,
  reviewRequestsOf,
  reviewsToAnswer,
  settlementsToStandIn,
  type AskedAs,
  type ReviewRequestRow,
} from './queries.js';
import { Review } from '../review/graphql.js';
import type { ContributionRow } from '../commitment/view.js';

const AskedAsEnum = enumType(askedAs);

@ObjectType({ description: 'A review that is asked for: of one promisor’s work on one commitment.' })
export class ReviewRequest {
  @Field({ description: 'What was promised.' })
  commitment!: Commitment;
  @Field({ description: 'Whose work on it is to be reviewed: one of its promisors.' })
  reviewed!: Organisation;
  @Field(() => DateScalar, { description: 'When it fell due or was delivered, whichever came first.' })
  since!: string;
  @Field(() => AskedAsEnum, { description: 'Why this organisation is asked.' })
  askedAs!: AskedAs;
}

/** What accountability asks of an organisation. */
export const accountabilityDesk: readonly DeskList[] = [
  {
    name: 'reviewRequests',
    says:
      'By promisor and commitment past due or delivered within the last 60 days: those neither reviewed nor declined, first ' +
      'where it is a counterparty. One at a time of each control group, five at most; the next come as these are answered.',
    of: { entries: ReviewRequest },
    load: async ({ organisationId, context }) => {
      const rows = await context.loaders.load(reviewRequestsOf, organisationId, { on: today(context.clock) });
      const requests = await Promise.all(rows.map((row) => requestOf(context, row)));
      return requests.filter((request) => request !== null);
    },
  },
  {
    name: 'reviewsToAnswer',
    says: 'Reviews of its own work that it has not answered, or that were revised since it has.',
    of: { connection: Review.connection },
    load: async ({ organisationId, args, context, info }) => {
      const page = await context.loaders.load(reviewsToAnswer, organisationId, pageAsked(args, info));
      return toConnection(page, (row) => Review.of(row));
    },
  },
  {
    name: 'commitmentsToDeliver',
    says: 'Promises that bind it and are neither kept nor withdrawn, by due date; those without one come last.',
    of: { connection: Commitment.connection },
    load: async ({ organisationId, args, context, info }) => {
      const input = { ...pageAsked(args, info), on: today(context.clock) };
      const page = await context.loaders.load(commitmentsToDeliver, organisationId, input);
      const found = new Map(
        await Promise.all(page.rows.map(async ({ id }) => [id, await present(context, id)] as const)),
      );
      return toConnection(page, ({ id }) => found.get(id) as Commitment);
    },
  },
  {
    name: 'settlementsToStandIn',
    says:
      'For backbones: settlements of promises in their missions that those asked left unanswered in their time, or who all left, and on which ' +
      'it may agree in their place.',
    of: { connection: Settlement.connection },
    load: async ({ organisationId, args, context, info, mayDo }) => {
      const page = await pageOfKept(
        pageAsked(args, info),
        (asked) => context.loaders.load(settlementsToStandIn, organisationId, { ...asked, on: today(context.clock) }),
        (rows) => Promise.all(rows.map((row) => mayDo('AcceptSettlement', row.commitment_id, row.id))),
      );
      return toConnection(page, (row) => Settlement.of(row));
    },
  },
  {
    name: 'contributionsToDeclare',
    says: 'Recorded on its behalf, and not yet declared its own.',
    of: { connection: Contribution.connection },
    load: (asked) => contributionsFor('DeclareContribution', contributionsToDeclare, asked),
  },
  {
    name: 'contributionsToCorroborate',
    says: 'Nobody attests them yet, and it may: as a counterparty or, where none is named, as another member.',
    of: { connection: Contribution.connection },
    load: (asked) => contributionsFor('CorroborateContribution', contributionsToCorroborate, asked),
  },
  {
    name: 'contributionsToVerify',
    says: 'For evaluators of their missions: not yet verified, and of no party tied to it by control group.',
    of: { connection: Contribution.connection },
    load: (asked) => contributionsFor('VerifyContribution', contributionsToVerify, asked),
  },
];

/** Those of a query's that the organisation may send the command about: the rule is the command's guard, and only there. */
async function contributionsFor(
  command: keyof CommitmentCommands,
  query: BatchQuery<PageInput, Page<ContributionRow>>,
  { organisationId, args, context, info, mayDo }: DeskAsked,
): Promise<Connection<Contribution>> {
  const page = await pageOfKept(
    pageAsked(args, info),
    (asked) => context.loaders.load(query, organisationId, asked),
    (rows) => Promise.all(rows.map((row) => mayDo(command, row.commitment_id, row.id))),
  );
  return toConnection(page, (row) => Contribution.of(row));
}

/** @throws {Error} where a commitment that a list named is not there: commitments are never taken away. */
async function present(context: GraphqlContext, id: string): Promise<Commitment> {
  const commitment = await Commitment.find(context, id);
  if (commitment === null) throw new Error(`Commitment ${id} was there and is no longer.`);
  return commitment;
}

/** Null while the directory's view has not caught up with an organisation that this slice's views know already. */
async function requestOf(context: GraphqlContext, row: ReviewRequestRow): Promise<ReviewRequest | null> {
  const { commitment_id, reviewed_id, since, asked_as } = row;
  const [commitment, reviewed] = await Promise.all([
    present(context, commitment_id),
    organisationOf(context, reviewed_id),
  ]);
  if (reviewed === null) return null;
  return Object.assign(new ReviewRequest(), { commitment, reviewed, since, askedAs: asked_as });
}
