import { Field, ObjectType } from '@nestjs/graphql';
import { z } from 'zod';
import {
  computed,
  DateScalar,
  each,
  extend,
  many,
  mutations,
  node,
  one,
  rowType,
  type GraphqlContext,
} from '@maillage/engine';
import { calendarDate, plusDays, quantity, shape, type CalendarDate } from '@maillage/kernel';
import { Organisation, organisationOf } from '@maillage/directory';
import { disclosed } from '@maillage/evidence';
import { dateAsked, onDate } from '../shared.graphql.js';
import { answeredUntil, BACKBONE_DAYS, isLeftByAll, type Agreed } from './agreement.arithmetic.js';
import {
  amendmentsOfCommitment,
  settlementById,
  settlementsOfCommitment,
  untiedBackbonesOf,
} from './changes.queries.js';
import { commitmentDecider } from './decider.js';
import { kind, milestoneKey } from './events.js';
import { Commitment } from './graphql.js';
import { readsTextOf } from './parties.graphql.js';
import { amendmentUntil, dueDate, freeUntil, promisedBy, takenByChange, type Promised } from './promised.js';
import { commitmentById, partiesStanding, termsOfCommitment, type CommitmentRow } from './queries.js';
import { commitments, type AmendmentRow, type SettlementRow } from './view.js';

// How a promise changes and ends: what is open, who has to agree, and who did.

const { commitment_amendment, commitment_settlement } = commitments.tables;

@ObjectType({ description: 'That an organisation agreed to a change or a settlement, and when.' })
export class Agreement {
  @Field(() => Organisation, { description: 'Who agreed.' })
  organisation!: Organisation;
  @Field(() => DateScalar, { description: 'When.' })
  on!: string;
  @Field({ description: 'Whether it did so as a backbone of the mission that is tied to no party.' })
  asBackbone!: boolean;
}

/** Without those that the directory’s view has not heard of yet. */
async function agreementsOf(context: GraphqlContext, agreed: readonly Agreed[]): Promise<readonly Agreement[]> {
  const found = await Promise.all(
    agreed.map(async ({ organisationId, on, untiedBackbone: asBackbone }) => {
      const organisation = await organisationOf(context, organisationId);
      return organisation === null ? [] : [Object.assign(new Agreement(), { organisation, on, asBackbone })];
    }),
  );
  return found.flat();
}

const amendedMilestone = shape(
  'AmendedMilestone',
  'A milestone that a promise is to have once a change of it is accepted.',
  z.strictObject({
    key: milestoneKey.describe('By which contributions name it'),
    what: z.string().nullable().describe('What is reached with it; null to whom the text of the promise is not shown'),
    dueOn: calendarDate.nullable().describe('By when; null where the promise’s own date is meant'),
  }),
);

export const Amendment = rowType('Amendment', commitment_amendment, {
  says: 'A change of a promise that others have to accept, or had to.',
  fields: {
    version: 'Which version of the terms it is to be: the one to accept or to decline.',
    takesBack: {
      says: 'Whether the promise is to be taken back; no terms are given then.',
      type: Boolean,
      of: ({ terms }) => terms === null,
    },
    kind: {
      says: 'What is to be promised; null where the promise is to be taken back.',
      type: kind,
      nullable: true,
      of: ({ terms }) => terms?.kind ?? null,
    },
    quantity: {
      says: 'How much is to be promised; null where it is not counted.',
      type: quantity,
      nullable: true,
      of: ({ terms }) => terms?.quantity ?? null,
    },
    dueOn: {
      says: 'By when it is to be kept.',
      type: calendarDate,
      nullable: true,
      of: ({ terms }) => terms?.dueOn ?? null,
    },
    proposedOn: 'When it was proposed.',
    ended: 'How it ended; null while it is open, or where its time passed.',
    endedOn: 'When it ended; null where it has not, or its time passed.',
  },
  edges: {
    proposedBy: one(Organisation, { says: 'Who proposed it, and has accepted it by that.' }),
    description: computed<AmendmentRow>({
      says: 'What is to be promised, in words; null to whom the text of the promise is not shown.',
      type: String,
      nullable: true,
      resolve: async ({ row, context }) =>
        (await readsTextOf(context, row.commitment_id)) ? (row.terms?.description ?? null) : null,
    }),
    reason: computed<AmendmentRow>({
      says: 'Why; null to whom the text of the promise is not shown.',
      type: String,
      nullable: true,
      resolve: async ({ row, context }) => ((await readsTextOf(context, row.commitment_id)) ? row.reason : null),
    }),
    milestones: computed<AmendmentRow>({
      says: 'All that is to be reached on the way, where nothing is counted. Their text is shown as the promise’s is.',
      type: [amendedMilestone],
      resolve: async ({ row, context }) => {
        const shown = await readsTextOf(context, row.commitment_id);
        const stages = row.terms?.milestones ?? [];
        return stages.map(({ key, what, dueOn = null }) => ({ key, what: shown ? what : null, dueOn }));
      },
    }),
    openUntil: computed<AmendmentRow>({
      says: 'The last day on which it may be accepted: after 14 days, or once the promise is due, it is over.',
      type: DateScalar,
      resolve: async ({ row, context }) => {
        const commitment = await context.loaders.load(commitmentById, row.commitment_id, null);
        if (commitment === undefined) throw new Error(`Commitment ${row.commitment_id} was there and is no longer.`);
        return openUntil(row, await promised(context, commitment));
      },
    }),
    mustAccept: many(Organisation, {
      says: 'Whose acceptance it takes; of backbones that are no party, any one.',
      by: 'must_accept',
    }),
    acceptedBy: computed<AmendmentRow>({
      says: 'Who accepted it, in the order they did, but for who proposed it.',
      type: [Agreement],
      resolve: async ({ row, context }) => {
        const commitment = await context.loaders.load(commitmentById, row.commitment_id, null);
        const parties = commitment === undefined ? [] : partiesStanding(commitment);
        return agreementsOf(
          context,
          row.accepted.map((each) => ({ ...each, untiedBackbone: !parties.includes(each.organisationId) })),
        );
      },
    }),
  },
});

export const Settlement = node('Settlement', commitment_settlement, {
  says: 'What the parties of a promise agree on once it was due: more time, or to leave it at what was delivered.',
  fields: {
    outcome: 'What is proposed.',
    dueOn: 'Of EXTENDED: the new due date.',
    reason: 'Why.',
    proposedOn: 'When it was proposed.',
    answeredUntil: {
      says: 'The last day on which those asked answer it.',
      type: calendarDate,
      of: ({ proposed_on: on }) => answeredUntil({ on }),
    },
    agreedBySilence: 'Whether the silence of those asked agrees to it: a first extension of up to 30 days.',
    agreedFrom: {
      says: 'From which day on it is agreed, by word or by silence, unless it ends before; null where nobody knows yet.',
      type: calendarDate,
      nullable: true,
      of: ({ ended, agreed_from }) => (ended === null ? agreed_from : null),
    },
    ended: 'How it ended without being agreed on; null where it did not, or its time passed.',
    endedOn: 'When it ended so.',
  },
  edges: {
    commitment: one(Commitment, { says: 'The promise that is settled.' }),
    proposedBy: one(Organisation, { says: 'Which promisor proposed it.' }),
    mustAccept: many(Organisation, {
      says: 'Whose agreement it takes; of backbones that are no party, any one.',
      by: 'must_accept',
    }),
    acceptedBy: computed<SettlementRow>({
      says: 'Who agreed, in the order they did, but for who proposed it.',
      type: [Agreement],
      resolve: ({ row, context }) => agreementsOf(context, row.accepted),
    }),
    backboneUntil: computed<SettlementRow, typeof onDate>({
      says: 'The last day on which a backbone without ties agrees in place of parties that did not answer, or all left; null where none may, before their time is over and once that day is.',
      type: calendarDate,
      nullable: true,
      args: onDate,
      resolve: async ({ row, args, context }) => backboneUntil(context, row, dateAsked(args, context)),
    }),
    declinedBy: one(Organisation, { says: 'Who declined it. Null where nobody did.' }),
    declineReason: disclosed({
      says: 'Why it was declined; null where it was not said.',
      column: 'decline_reason',
      nullable: true,
    }),
  },
  find: settlementById,
});
export type Settlement = InstanceType<typeof Settlement>;

/** As the guard of accepting it has it. */
async function backboneUntil({ loaders }: GraphqlContext, row: SettlementRow, on: CalendarDate) {
  const { commitment_id: id, ended, agreed_from, proposed_on, must_accept: mustAccept, departures } = row;
  const silent = answeredUntil({ on: proposed_on });
  const until = plusDays(silent, BACKBONE_DAYS);
  if (ended !== null || agreed_from !== null || on > until) return null;
  if (on <= silent && !isLeftByAll({ mustAccept, departures })) return null;
  const [commitment, settlements, backbones] = await Promise.all([
    loaders.load(commitmentById, id, null),
    loaders.load(settlementsOfCommitment, id, null),
    loaders.load(untiedBackbonesOf, id, { on }),
  ]);
  const parties = commitment === undefined ? [] : partiesStanding(commitment);
  const ofParties = departures.length > 0 || mustAccept.some((each) => parties.includes(each));
  return ofParties && settlements.at(-1)?.id === row.id && backbones.length > 0 ? until : null;
}

@ObjectType({ description: 'What a change that lessens a promise, or takes it back, would take on a day.' })
export class ChangeNeeds {
  @Field({ description: 'Whether it would be in good time.' })
  inGoodTime!: boolean;
  @Field(() => [Organisation], { description: 'Each of these would have to accept it; none where it is made at once.' })
  organisations!: Organisation[];
  @Field(() => [Organisation], {
    description: 'And one of these backbones, where no counterparty is there to; empty where none is needed.',
  })
  anyOneOf!: Organisation[];
  @Field({
    description: 'Whether nobody is there who could agree: what is missing is settled once the promise is due.',
  })
  nobodyToAgree!: boolean;
}

export const changesOnCommitment = extend(Commitment, {
  freeToChangeUntil: computed<CommitmentRow, typeof onDate>({
    says: 'The last day on which those it binds lessen it or take it back by themselves; null where it has no due date. What others have accepted by a day counts.',
    type: calendarDate,
    nullable: true,
    args: onDate,
    resolve: async ({ row, args, context }) =>
      freeUntil(await promised(context, row), dateAsked(args, context)) ?? null,
  }),
  dueOnAgreed: computed<CommitmentRow, typeof onDate>({
    says: 'By when it is to be kept with what was agreed on once it was due; `dueOn` stays what was promised at first.',
    type: calendarDate,
    nullable: true,
    args: onDate,
    resolve: async ({ row, args, context }) => dueDate(await promised(context, row), dateAsked(args, context)) ?? null,
  }),
  whatAChangeWouldNeed: computed<CommitmentRow, typeof onDate>({
    says: 'Who would have to accept a change that lessens it, proposed on that day by whoever asks where it is bound; null once nothing changes any more.',
    type: ChangeNeeds,
    nullable: true,
    args: onDate,
    resolve: async ({ row, args, context }) => needsOf(context, row, dateAsked(args, context)),
  }),
  openAmendment: computed<CommitmentRow, typeof onDate>({
    says: 'The change that waits for an answer on a day.',
    type: Amendment,
    nullable: true,
    args: onDate,
    resolve: async ({ row, args, context }) => {
      const on = dateAsked(args, context);
      const latest = (await context.loaders.load(amendmentsOfCommitment, row.id, null)).at(-1);
      return latest !== undefined && isOpen(latest, await promised(context, row), on) ? Amendment.of(latest) : null;
    },
  }),
  amendments: each(
    Amendment,
    amendmentsOfCommitment,
    'Changes that others had to accept, in the order they were proposed.',
  ),
  settlements: each(Settlement, settlementsOfCommitment, 'In the order they were proposed.'),
});

function isOpen(row: AmendmentRow, state: Promised, on: CalendarDate): boolean {
  const { ended, ended_on, proposed_on } = row;
  const over = ended !== null && (ended_on === null || ended_on <= on);
  return !over && proposed_on <= on && on <= openUntil(row, state);
}

function openUntil({ version, proposed_on: on }: AmendmentRow, state: Promised): CalendarDate {
  return amendmentUntil(state, { version, on });
}

async function promised({ loaders }: GraphqlContext, row: CommitmentRow): Promise<Promised> {
  const [versions, settlements] = await Promise.all([
    loaders.load(termsOfCommitment, row.id, null),
    loaders.load(settlementsOfCommitment, row.id, null),
  ]);
  return promisedBy(row, versions, settlements);
}

async function needsOf(context: GraphqlContext, row: CommitmentRow, on: CalendarDate): Promise<ChangeNeeds | null> {
  if (row.withdrawn_at !== null) return null;
  const backbones = await context.loaders.load(untiedBackbonesOf, row.id, { on });
  const takes = takenByChange(await promised(context, row), on, backbones, context.principal?.organisation);
  if (takes === undefined) return null;
  const found = async (ids: readonly string[]) =>
    (await Promise.all(ids.map((id) => organisationOf(context, id)))).filter((each) => each !== null);
  return Object.assign(new ChangeNeeds(), {
    inGoodTime: takes.inGoodTime,
    organisations: await found(takes.each),
    anyOneOf: await found(takes.anyOneOf),
    nobodyToAgree: takes.nobodyToAgree,
  });
}

export const settlementMutations = mutations(commitmentDecider, {
  gives: {
    name: 'SettlementRecorded',
    says: 'That a settlement, or an answer to one, was recorded',
    gives: { settlement: Settlement, commitment: Commitment },
  },
  only: ['ProposeSettlement', 'AcceptSettlement', 'DeclineSettlement', 'DropSettlement'],
  commands: {
    ProposeSettlement: { hides: ['settlementId'] },
  },
});
