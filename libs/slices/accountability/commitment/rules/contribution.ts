import {
  dateOf,
  refuse,
  sourceGiven,
  type CalendarDate,
  type Intent,
  type Period,
  type Quantity,
  type Refusal,
} from '@maillage/kernel';
import { sameGroup } from '@maillage/directory';
import { hasRole, type MissionState } from '@maillage/missions';
import type { CommitmentCommandOf } from '../commands.js';
import type { CommitmentEventOf, Kind } from '../events.js';
import {
  acceptedAsMade,
  completionOf,
  refuseMaking,
  refuseMission,
  refuseQuantityOf,
  unitDiffers,
} from './commitment.js';
import { refuseLapsed, refuseNewPromisor, refuseOther, refusePassedOver } from './acceptance.js';
import { evidenceNote, refuseOwn, refuseRetracted, refuseUndeclared, shown, unknownContribution } from './attested.js';
import { refusePassing } from './passing.js';
import {
  refuseStranger,
  refuseUnregistered,
  refuseWithdrawn,
  speaksFor,
  type CommitmentRule,
  type Consulted,
  type Objection,
  type StandingRule,
} from './shared.js';
import {
  acceptanceBy,
  actedOn,
  isPassedOver,
  statementsInForce,
  type ContributionState,
  type MadeCommitment,
} from '../state.js';

type Recording = CommitmentCommandOf<'RecordContribution'>;
type RecordingRule = CommitmentRule<'RecordContribution'>;
/** What a recording and a correction have in common. */
type Given = Pick<CommitmentCommandOf<'RecordContribution' | 'CorrectContribution'>, 'at' | 'data'>;
type Verdict = ReturnType<RecordingRule['decide']>;

export const recordContribution: RecordingRule = {
  allowed(asked, state, consulted) {
    const by = asked.actor.organisation;
    const refusal = refuseUnregistered(asked, consulted);
    if (refusal !== undefined || !state.made) return refusal;
    // Whoever left, or was removed, still delivers what it promised.
    return (
      (state.promisorIds.includes(by) ? undefined : refuseStranger(by, consulted.mission)) ??
      refuseWithdrawn(state) ??
      refuseLapsed(asked, state) ??
      // A backbone may mean to record for another; what it records for itself is asked below.
      (hasRole(consulted.mission, by, 'BACKBONE')
        ? undefined
        : (refusePassedOver(asked, state) ?? refuseNewPromisor(asked, state, consulted))) ??
      (speaksFor(by, state.promisorIds, consulted.mission) ? undefined : notTheGiver())
    );
  },
  decide: (command, state, consulted) =>
    state.made ? towards(command, state, consulted) : openByContribution(command, consulted),
};

export function contributorOf({ actor, data }: Pick<Recording, 'actor' | 'data'>): string {
  return data.contributorId ?? actor.organisation;
}

/** A gift without a prior promise: it opens a commitment of the same size, due when it was given. */
function openByContribution(command: Recording, consulted: Consulted): Verdict {
  const { data } = command;
  const { missionId, kind, description } = data;
  if (missionId === undefined) {
    return refuse(
      'UNKNOWN_COMMITMENT',
      `No commitment stands under ${command.id}; name one that does, or give missionId, kind and description to open one.`,
      ['id'],
    );
  }
  if (kind === undefined) return incomplete('kind');
  if (description === undefined) return incomplete('description');

  const recorded = contribution(command, { missionId, kind, on: dateOf(command.at) }, consulted.mission);
  const made: CommitmentEventOf<'CommitmentMade'>['data'] = {
    missionId,
    promisorIds: [recorded.contributorId],
    counterpartyIds: data.counterpartyIds ?? [],
    kind,
    ...(data.quantity === undefined ? {} : { quantity: data.quantity }),
    description,
    completion: completionOf({}),
    termsVersion: 1,
    acceptedBy: acceptedAsMade(
      {
        promisorIds: [recorded.contributorId],
        counterpartyIds: data.counterpartyIds ?? [],
        // What its giver records is its own word, wherever it was published before.
        source: recorded.declared ? undefined : data.source,
        by: command.actor.organisation,
        on: recorded.on,
      },
      consulted,
    ),
    gift: true,
    on: recorded.on,
    ...sourceGiven(data.source, command.scopes),
  };
  return (
    refuseMission(missionId, command.actor.organisation, consulted) ??
    refuseMaking(command, made, consulted, () => ['contributorId']) ??
    refusePeriod(command, recorded.period) ??
    refuseMilestone(data.milestone, []) ??
    refusePassing(recorded, consulted) ?? [
      { type: 'CommitmentMade', data: made },
      { type: 'ContributionRecorded', data: recorded },
    ]
  );
}

/** Recorded towards a commitment that stands. */
function towards(command: Recording, state: MadeCommitment, consulted: Consulted): Verdict {
  const { mission } = consulted;
  const { actor } = command;
  const on = actedOn(command, state);
  const recorded = contribution(command, { missionId: state.missionId, kind: state.terms.kind, on }, mission);
  const refusal = refuseOtherCommitment(command, state);
  if (refusal !== undefined) return refusal;
  if (!state.promisorIds.includes(recorded.contributorId)) {
    return refuse(
      'NOT_A_PROMISOR',
      `${recorded.contributorId} did not promise this; record what it gave as a commitment of its own.`,
      ['contributorId'],
    );
  }
  if (!speaksFor(actor.organisation, [recorded.contributorId], mission)) return notTheGiver();
  if (state.contributions[recorded.contributionId] !== undefined) {
    return refuse('CONTRIBUTION_EXISTS', 'This contribution is recorded already; choose another id for another one.', [
      'contributionId',
    ]);
  }
  const accepting = recorded.declared ? acceptanceBy(state, recorded.contributorId, on) : [];
  return (
    refuseOther(command.data.termsVersion, accepting, state) ??
    refuseAbsent(recorded, state) ??
    (recorded.declared ? refuseNewPromisor({ actor, on }, state, consulted) : undefined) ??
    refusePeriod(command, recorded.period) ??
    refuseQuantity(command, state) ??
    refuseReach(command, state) ??
    refusePassing(recorded, consulted) ?? [...accepting, { type: 'ContributionRecorded', data: recorded }]
  );
}

/** Delivering is accepting; nobody delivers for one that said no, or left. */
function refuseAbsent(
  { contributorId, declared, on }: CommitmentEventOf<'ContributionRecorded'>['data'],
  { parties }: MadeCommitment,
): Objection<'NOT_A_PROMISOR'> {
  const party = parties[contributorId];
  const passedOver = party !== undefined && isPassedOver(party, on);
  if (passedOver || party?.answer === 'RELEASED' || (party?.answer === 'DECLINED' && !declared)) {
    const said = passedOver ? 'did not accept' : party.answer === 'RELEASED' ? 'left' : 'declined';
    return refuse(
      'NOT_A_PROMISOR',
      `${contributorId} ${said} this promise; record what it gave as a contribution of its own.`,
      ['contributorId'],
    );
  }
  return undefined;
}

/** What it reaches, or completes, is something that the promise has. */
export function refuseReach({ data: { milestone, completes } }: Given, { terms }: MadeCommitment) {
  const keys = (terms.milestones ?? []).map(({ key }) => key);
  const refusal = refuseMilestone(milestone, keys);
  if (refusal !== undefined) return refusal;
  if (completes === true && terms.completion !== 'DECLARED') {
    return refuse(
      'COMPLETES_NOTHING',
      'What keeps this promise is counted, or reached in milestones; leave `completes` out.',
      ['completes'],
    );
  }
  return undefined;
}

function refuseMilestone(milestone: string | undefined, keys: readonly string[]): Objection<'UNKNOWN_MILESTONE'> {
  if (milestone === undefined || keys.includes(milestone)) return undefined;
  const there = keys.length === 0 ? 'it has none; leave it out' : `name one of ${keys.join(', ')}`;
  return refuse('UNKNOWN_MILESTONE', `The promise has no milestone ${milestone}: ${there}.`, ['milestone']);
}

function notTheGiver(): Refusal<'NOT_A_PROMISOR'> {
  return refuse(
    'NOT_A_PROMISOR',
    'A contribution is recorded by the organisation that gave it, or on its behalf by a backbone of the mission; ask either, or record what your own gave.',
    ['contributorId'],
  );
}

function contribution(
  command: Recording,
  { missionId, kind, on }: { readonly missionId: string; readonly kind: Kind; readonly on: CalendarDate },
  mission: MissionState,
): CommitmentEventOf<'ContributionRecorded'>['data'] {
  const { data } = command;
  const contributorId = contributorOf(command);
  return {
    missionId,
    contributionId: data.contributionId ?? command.commandId,
    contributorId,
    kind,
    ...(data.quantity === undefined ? {} : { quantity: data.quantity }),
    period: periodOf(data),
    ...(data.description === undefined ? {} : { description: data.description }),
    evidence: shown(data.evidence, mission),
    ...(data.note === undefined ? {} : { note: evidenceNote(data.note, mission) }),
    ...(data.milestone === undefined ? {} : { milestone: data.milestone }),
    completes: data.completes ?? false,
    recordedBy: command.actor.organisation,
    declared: contributorId === command.actor.organisation,
    ...(data.passesOn === undefined ? {} : { passesOn: data.passesOn }),
    ...sourceGiven(data.source, command.scopes),
    on,
    at: command.at,
  };
}

function periodOf({ date, period }: Recording['data']): Period {
  const given = period ?? (date === undefined ? undefined : day(date));
  if (given === undefined) throw new Error('The command’s schema lets neither pass without the other.');
  return given;
}

function day(date: CalendarDate): Period {
  return { from: date, to: date };
}

/** What an opening gift would have named may be repeated, so that a client need not know which came first; it may not differ. */
function refuseOtherCommitment({ data }: Recording, state: MadeCommitment) {
  if (data.missionId !== undefined && data.missionId !== state.missionId) {
    return refuse('MISSION_DIFFERS', `This commitment is to mission ${state.missionId}; name that one or none.`, [
      'missionId',
    ]);
  }
  if (data.kind !== undefined && data.kind !== state.terms.kind) {
    return refuse('KIND_DIFFERS', `This commitment is of kind ${state.terms.kind}; name that one or none.`, ['kind']);
  }
  if (data.counterpartyIds !== undefined && !sameSet(data.counterpartyIds, state.counterpartyIds)) {
    return refuse('COUNTERPARTIES_DIFFER', 'This commitment has its own counterparties; name the same or none.', [
      'counterpartyIds',
    ]);
  }
  return undefined;
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}

export function refusePeriod({ at, data }: Given, period: Period): Objection<'PERIOD_IN_FUTURE'> {
  const today = dateOf(at);
  if (period.to <= today) return undefined;
  return refuse(
    'PERIOD_IN_FUTURE',
    `A contribution is what was given: it may not end after today, ${today}.`,
    data.date === undefined ? ['period', 'to'] : ['date'],
  );
}

/** @param before what it corrects. */
export function refuseQuantity({ data }: Given, { terms }: MadeCommitment, before?: Quantity) {
  const source = 'source' in data ? data.source : undefined;
  const misfit = refuseQuantityOf(terms.kind, data.quantity, { source, standing: [terms.quantity, before] });
  if (misfit !== undefined) return misfit;
  if (data.quantity === undefined || terms.quantity === undefined) return undefined;
  return data.quantity.unit === terms.quantity.unit ? undefined : unitDiffers(terms.quantity.unit);
}

function incomplete(field: string): Refusal<'OPENING_INCOMPLETE'> {
  return refuse(
    'OPENING_INCOMPLETE',
    `No commitment stands under this id; to open one, a contribution also gives its ${field}; give that, or name a commitment that stands.`,
    [field],
  );
}

export const declareContribution: StandingRule<'DeclareContribution'> = {
  allowed(asked, state, consulted) {
    const { about, actor } = asked;
    const found = state.contributions[about];
    if (found === undefined) return unknownContribution(about);
    if (found.contributorId !== actor.organisation) {
      return refuse(
        'NOT_YOUR_CONTRIBUTION',
        'Only the organisation that gave it declares a contribution its own; others may corroborate it, or object to it.',
      );
    }
    const retracted = refuseRetracted(found);
    if (retracted !== undefined) return retracted;
    return found.declared
      ? refuse(
          'ALREADY_DECLARED',
          'Your organisation declared this contribution already; it may still correct it, or take it back.',
          ['contributionId'],
        )
      : refuseNewPromisor(asked, state, consulted);
  },
  decide(command, state, { mission }) {
    const { note, termsVersion, ...data } = command.data;
    const on = actedOn(command, state);
    const accepting = acceptanceBy(state, command.actor.organisation, on);
    const refusal = refuseOther(termsVersion, accepting, state);
    if (refusal !== undefined) return refusal;
    const { missionId } = state;
    const said = note === undefined ? {} : { note: evidenceNote(note, mission) };
    const evidence = shown(data.evidence, mission);
    return [...accepting, { type: 'ContributionDeclared', data: { missionId, ...data, evidence, ...said, on } }];
  },
};

export const corroborateContribution: StandingRule<'CorroborateContribution'> = {
  allowed(asked, state, consulted) {
    const { about, actor, on } = asked;
    const found = state.contributions[about];
    if (found === undefined) return unknownContribution(about);
    const by = actor.organisation;
    const refusal =
      refuseRetracted(found) ??
      refuseUndeclared(found, state) ??
      refuseOwn(found, by) ??
      refuseReceiver(found, asked, state, consulted) ??
      refuseNewPromisor(asked, state, consulted);
    if (refusal !== undefined) return refusal;
    if (sameGroup(consulted.actor, consulted.judged, on, consulted.connections)) {
      return refuse(
        'SAME_CONTROL_GROUP',
        'Your organisation shares a control group with the contributor, or did within the last 365 days, be it by way of others; a contribution is corroborated from outside it.',
        ['contributionId'],
      );
    }
    return statementsInForce(found, found.corroborations).some((each) => each.by === by)
      ? refuse(
          'ALREADY_CORROBORATED',
          'Your organisation corroborated this contribution already; it may do so anew once it is corrected.',
          ['contributionId'],
        )
      : undefined;
  },
  decide(command, state, { mission }) {
    const { statement, termsVersion, ...data } = command.data;
    const found = state.contributions[data.contributionId];
    if (found === undefined) return unknownContribution(data.contributionId);
    const on = actedOn(command, state);
    const corroboratedBy = command.actor.organisation;
    const accepting = acceptanceBy(state, corroboratedBy, on);
    const refusal = refuseOther(termsVersion, accepting, state);
    if (refusal !== undefined) return refusal;
    const { missionId } = state;
    const { contributorId } = found;
    const said = statement === undefined ? {} : { statement: evidenceNote(statement, mission) };
    const evidence = shown(data.evidence, mission);
    const corroborated = { missionId, ...data, contributorId, evidence, ...said, corroboratedBy, on };
    return [...accepting, { type: 'ContributionCorroborated', data: corroborated }];
  },
};

/**
 * A named counterparty need not be a member. Where none is named, any member may have seen it, save the one that put it
 * on record for the giver: that would be saying the same thing twice.
 */
function refuseReceiver(
  { recordedBy }: ContributionState,
  { actor: { organisation: by }, on }: Intent,
  { counterpartyIds, parties }: MadeCommitment,
  { mission }: Consulted,
) {
  const party = parties[by];
  if (party?.part === 'COUNTERPARTY' && !isPassedOver(party, on)) return undefined;
  if (counterpartyIds.length > 0) {
    return refuse('NOT_A_COUNTERPARTY', 'This commitment names its counterparties; one of them corroborates it.');
  }
  if (recordedBy === by) {
    return refuse(
      'OWN_CONTRIBUTION',
      'Your organisation put this contribution on record for the giver; another member corroborates it.',
    );
  }
  return refuseStranger(by, mission);
}
